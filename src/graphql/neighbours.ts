import DataLoader from 'dataloader';
import type { NeighbourCount } from '../graph/store.js';
import { together } from '../model/clause.js';
import { namedAs, plainly, type Named } from '../model/named.js';
import type { Relationship } from '../model/vocabulary.js';
import { listOf } from './connection.js';
import { pageSize } from './cursor.js';
import type { LinkTypes } from './link-type.js';
import { publishList } from './list-type.js';
import { priced } from './price.js';
import type { Publisher } from './publisher.js';
import type { Scope, Subject } from './scope.js';

interface Group extends NeighbourCount {
  readonly near: Subject;
  readonly relationship: Relationship;
}

/** What a group shows of itself when nobody says how much. */
const SHOWN = 5;

/** How many relationships a sentence is made of at most, and how many that lead to one far end are reckoned with. */
const MOST_READ = 100;
const OF_ONE_FAR_END = 5;

const loaders = new WeakMap<Scope, DataLoader<string, readonly NeighbourCount[]>>();

/** Publishes `neighbours` on every entity. */
export function publishNeighbours(publisher: Publisher, types: LinkTypes): void {
  const { builder, vocabulary } = publisher;
  const group = builder.objectRef<Group>('NeighbourGroup').implement({
    description: 'The relationships of one type, in one direction, at an entity.',
    fields: (t) => ({
      type: t.field({ type: types.relationshipType, description: 'The type of these relationships.', resolve: ({ type }) => type }),
      outgoing: t.boolean({
        description: 'Whether the entity is the first end; both ends of a symmetric type count as first.',
        resolve: ({ direction }) => direction === 'OUT',
      }),
      field: t.string({
        description: 'The field of the entity that lists them.',
        resolve: ({ relationship, direction }) => (direction === 'OUT' ? relationship.reads : relationship.readsBack),
      }),
      about: t.string({ description: 'What a relationship of this type says, as RelationshipType has it.', resolve: ({ relationship }) => relationship.about }),
      count: t.exposeInt('count', { description: 'How many are so.' }),
      intended: t.exposeInt('intended', { description: 'How many are only planned or hoped for.' }),
      entities: t.field({
        type: [publisher.entity],
        description: 'Some of what stands at their far ends, newest relationships first; the field named above lists all.',
        args: { first: t.arg.int({ defaultValue: SHOWN, description: 'How many, at most 100.' }) },
        resolve: async (own, { first }) => (await newest(own, pageSize({ first }).size)).map(({ far }) => own.near.scope.subject(far)),
      }),
      sentence: t.string({
        description: 'They in one sentence: some of them, newest relationships first, without their fields and times.',
        args: { first: t.arg.int({ defaultValue: SHOWN, description: 'How many far ends it names, at most 100.' }) },
        resolve: async (own, { first }) => {
          const { size } = pageSize({ first });
          const items = await newest(own, Math.min(MOST_READ, OF_ONE_FAR_END * size));
          const { entity } = own.near;
          const named = new Map<string, Named>([entity, ...items.map(({ far }) => far)].map((node) => [node.id, namedAs(vocabulary, node)]));
          return together(vocabulary, items.map(({ link }) => link), (id) => named.get(id) ?? plainly(id), entity.id, size, own.count > items.length); // prettier-ignore
        },
      }),
    }),
  });
  const groups = publishList<Group>(builder, { name: 'NeighbourGroup', of: 'what surrounds an entity, by type and direction', type: group });
  builder.interfaceField(publisher.entity, 'neighbours', (t) =>
    t.field({
      type: groups,
      args: t.arg.connectionArgs(),
      extensions: priced(10),
      description: 'What surrounds it: how many relationships it has, by type and direction.',
      resolve: (near, args) =>
        listOf<Omit<Group, 'near'>, Group>({
          list: ['neighbours', near.entity.id],
          args,
          all: async () => merged(await loaderOf(near.scope).load(near.entity.id), (type) => vocabulary.relationship(type)),
          id: ({ type, direction }) => `${type} ${direction}`,
          node: (item) => ({ ...item, near }),
        }),
    }),
  );
}

/** What stands at the far ends of a group, with the relationships that lead there, newest first. */
async function newest({ near: { scope, entity }, type, direction, relationship }: Group, first: number) {
  const question = {
    type,
    direction: relationship.symmetric ? ('BOTH' as const) : direction,
    intended: false,
    linkFilter: [],
    farFilter: [],
    descending: true,
    first,
  };
  return (await scope.expand(question, { id: entity.id, after: null })).items;
}

/** Symmetric types are stored once, at either end: both directions are one group. Types that paths do not run over are left out. */
function merged(counts: readonly NeighbourCount[], find: (type: string) => Relationship | undefined): Omit<Group, 'near'>[] {
  const groups = new Map<string, Omit<Group, 'near'>>();
  for (const item of counts) {
    const relationship = find(item.type);
    if (relationship?.traversed !== true) continue;
    const direction = relationship.symmetric ? 'OUT' : item.direction;
    const known = groups.get(item.type + direction);
    groups.set(item.type + direction, {
      ...item,
      direction,
      relationship,
      count: item.count + (known?.count ?? 0),
      intended: item.intended + (known?.intended ?? 0),
    });
  }
  return [...groups.values()];
}

function loaderOf(scope: Scope): DataLoader<string, readonly NeighbourCount[]> {
  const known = loaders.get(scope);
  if (known) return known;
  const made = new DataLoader(async (ids: readonly string[]) => {
    const found = await scope.reader.neighbourCounts(ids);
    return ids.map((id) => found.get(id) ?? []);
  });
  loaders.set(scope, made);
  return made;
}
