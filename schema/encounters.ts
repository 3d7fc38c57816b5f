import { Call } from './call.js';
import { Event, TookPart } from './event.js';
import { Meeting } from './meeting.js';
import { Person } from './person.js';
import { Summit } from './summit.js';
import { Visit } from './visit.js';
import { CERTAINTY_OF_ITEM, certaintyIn, leastSure, mostSure } from '../src/graphql/certainty.js';
import { listOf } from '../src/graphql/connection.js';
import { signature } from '../src/graphql/cursor.js';
import { entitiesAtHand, listType } from '../src/graphql/entity-lists.js';
import { publishList } from '../src/graphql/list-type.js';
import { idsOf } from '../src/graphql/ids-of.js';
import { kindNames } from '../src/graphql/link-type.js';
import { priced } from '../src/graphql/price.js';
import { extension } from '../src/graphql/publish.js';
import type { Publisher } from '../src/graphql/publisher.js';
import type { Subject } from '../src/graphql/scope.js';
import type { Certainty } from '../src/model/projection.js';
import { compareText } from '../src/model/text.js';

/** Two people at the same events. */
interface Encounter {
  readonly near: Subject;
  readonly person: Subject;
  readonly events: readonly Subject[];
  readonly certainty: Certainty | null;
}

interface Wanted {
  readonly kinds: readonly string[];
  readonly ids: readonly string[] | null;
  readonly during: unknown;
}

const FACE_TO_FACE = [Meeting, Summit, Visit].map(({ name }) => name);

/** How many of a person's events are looked at, newest first, and how many people at each. */
const MOST = 100;

export const encounters = extension((publisher) => {
  const encounter = publisher.builder.objectRef<Encounter>('Encounter').implement({
    description: 'A person whom somebody met or spoke with, and on which occasions.',
    fields: (t) => ({
      person: t.field({ type: publisher.ref(Person), description: 'The other person.', resolve: ({ person }) => person }),
      certainty: t.field({
        type: publisher.wheres.certainty,
        nullable: true,
        description: `${CERTAINTY_OF_ITEM} Sure where both were at one of the events for sure.`,
        resolve: ({ certainty }) => certainty,
      }),
      events: t.field({
        type: listType(publisher, Event),
        description: 'Where both took part, newest first.',
        args: t.arg.connectionArgs(),
        resolve: ({ near, person, events }, args) =>
          entitiesAtHand(near.scope, signature(['encounter', near.entity.id, person.entity.id]), args, () =>
            Promise.resolve(events.map(({ entity }) => entity)),
          ),
      }),
    }),
  });
  const encountered = publishList<Encounter>(publisher.builder, { name: 'Encounter', of: 'people whom somebody met', type: encounter });
  publisher.fields(Person, (t) => ({
    met: t.field({
      type: encountered,
      extensions: priced(100),
      description:
        'Whom this person met face to face, through which events: other people who took part in the same meeting, summit or visit. Planned ones do not count. Most occasions first. At most 100 events are looked at.',
      args: {
        kind: t.arg({
          type: [publisher.kindEnum],
          required: false,
          description: `Through events of these kinds; MEETING, SUMMIT and VISIT by default. ${Call.name.toUpperCase()} gives whom the person telephoned.`,
        }),
        with: t.arg.idList({ required: false, description: 'Only these people.', extensions: idsOf(Person.name) }),
        during: t.arg({ type: publisher.wheres.dateRange, required: false, description: 'Only through events of these days.' }),
        ...t.arg.connectionArgs(),
      },
      resolve: (near, { kind, with: ids, during, ...args }) =>
        listOf<Encounter, Encounter>({
          list: signature(['met', near.entity.id, kind, ids, during]),
          args,
          all: () => met(publisher, near, { kinds: [...(kindNames(publisher, kind) ?? FACE_TO_FACE)], ids: ids ?? null, during: during ?? null }),
          id: ({ person }) => person.entity.id,
          node: (encounter) => encounter,
        }),
    }),
  }));
});

async function met({ filters }: Publisher, near: Subject, { kinds, ids, during }: Wanted): Promise<Encounter[]> {
  const { scope, entity } = near;
  const question = { type: TookPart.type, intended: false, linkFilter: [], descending: true, first: MOST };
  const ofEvents = filters.ofEntities(scope, Event, { kind: kinds, ...(during === null ? {} : { when: during }) }, 'EXCLUDE');
  const ofPeople = filters.ofEntities(scope, null, { kind: [Person.name], ...(ids === null ? {} : { id: ids }), not: { id: [entity.id] } }, 'EXCLUDE');
  const attended = await scope.expand({ ...question, direction: 'OUT', farFilter: ofEvents }, { id: entity.id, after: null });
  const present = await Promise.all(
    attended.items.map(({ far }) => scope.expand({ ...question, direction: 'IN', farFilter: ofPeople }, { id: far.id, after: null })),
  );
  const found = new Map<string, { person: Subject; events: Map<string, Subject>; certainties: (Certainty | null)[] }>();
  attended.items.forEach(({ link, far: event }, at) => {
    for (const { link: other, far: person } of present[at]?.items ?? []) {
      const known = found.get(person.id) ?? { person: scope.subject(person), events: new Map<string, Subject>(), certainties: [] };
      found.set(person.id, known);
      known.events.set(event.id, scope.subject(event));
      known.certainties.push(leastSure([link, other].map(({ columns }) => certaintyIn(columns))));
    }
  });
  return [...found.values()]
    .map(({ person, events, certainties }) => ({ near, person, events: [...events.values()], certainty: mostSure(certainties) }))
    .sort((a, b) => b.events.length - a.events.length || compareText(a.person.entity.id, b.person.entity.id));
}
