import { normalForm } from '../graph/filter.js';
import { Timeline, type Entry } from '../graph/timeline.js';
import { certaintyField } from './certainty.js';
import { connection, type Connection, type Edge } from './connection.js';
import { certainty, daysBetween } from './filters.js';
import { signature } from './cursor.js';
import { checkIds, kindNames, typeNames, type LinkTypes } from './link-type.js';
import { publishList } from './list-type.js';
import { recordLine } from './narrative.js';
import { atMost, priced } from './price.js';
import type { Publisher } from './publisher.js';
import { countingIn, scopeOf, type Scope } from './scope.js';
import { sentenceOf } from './sentence.js';
import { timeIn } from './values.js';

interface EntryHandle {
  readonly scope: Scope;
  readonly entry: Entry;
}

interface TimelineList extends Connection<Edge<EntryHandle>> {
  readonly scope: Scope;
  readonly timeline: Timeline;
}

const MOST_OF = 20;

/** Around each of them up to 1,000 relationships are read. */
const PRICE_OF_ONE = 50;

/** Publishes `timeline`. */
export function publishTimeline(publisher: Publisher, types: LinkTypes): void {
  const { builder, evidence, vocabulary } = publisher;
  const timeOf = (entry: Entry) =>
    'link' in entry ? timeIn(entry.link.columns, 'when') : timeIn(entry.entity.columns, vocabulary.kind(entry.entity.kind)?.orderedBy ?? '');
  const item = builder.objectRef<EntryHandle>('TimelineEntry').implement({
    description: 'A dated record (an event, an agreement, a partnership, a statement), or a dated relationship such as an office held.',
    fields: (t) => ({
      when: t.field({
        type: evidence.when,
        nullable: true,
        description: 'When it was, no more precise than its source; it stands at the first day that it can be.',
        resolve: ({ entry }) => timeOf(entry),
      }),
      entity: t.field({
        type: publisher.entity,
        nullable: true,
        description: 'The record; absent for a relationship.',
        resolve: ({ scope, entry }) => ('entity' in entry ? scope.subject(entry.entity) : null),
      }),
      link: t.field({
        type: types.link,
        nullable: true,
        description: 'The relationship; absent for a record.',
        resolve: ({ scope, entry }) => ('link' in entry ? { scope, link: entry.link, others: [] } : null),
      }),
      sentence: t.string({
        description: 'What it is, in words: a record by its kind, its date and its label.',
        resolve: ({ scope, entry }) => ('entity' in entry ? recordLine(vocabulary, entry.entity) : sentenceOf(scope, entry.link)),
      }),
      certainty: certaintyField(publisher, t, ({ entry }) => ('link' in entry ? entry.link : entry.entity).columns),
      intended: t.boolean({
        description: 'Whether it is only planned or hoped for.',
        resolve: ({ entry }) => ('link' in entry ? entry.link.intended : entry.entity.intended),
      }),
      fact: t.field({
        type: evidence.fact,
        description: 'Who says so, and at which words.',
        resolve: ({ scope, entry }) =>
          'link' in entry ? { scope, key: entry.link.key, record: null } : { scope, key: entry.entity.id, record: { scope, entity: entry.entity } },
      }),
    }),
  });
  const list = publishList<EntryHandle, Edge<EntryHandle>, TimelineList>(builder, {
    name: 'Timeline',
    of: 'dated things around some entities',
    type: item,
    fields: (t) => ({
      unknown: t.field({
        type: [types.unknown],
        extensions: atMost(MOST_OF),
        description: 'Ids that are not there.',
        resolve: async ({ scope, timeline }) => (await timeline.unknown()).map((id) => ({ scope, id })),
      }),
      truncated: t.boolean({
        description: 'Whether an entity has so many relationships that only the newest were looked at; the records that involve it are all there.',
        resolve: async ({ timeline }) => (await timeline.cut()).length > 0,
      }),
    }),
  });
  builder.queryField('timeline', (t) =>
    t.field({
      type: list,
      extensions: {
        mayBeAbsent: ['of'],
        toldIn: ['unknown'],
        ...priced(({ of }) => PRICE_OF_ONE * (1 + (Array.isArray(of) ? Math.min(of.length, MOST_OF) : 1))),
      },
      description:
        'What happened around some entities, in order: records that involve them or what lies in them, that took place there or belong to them, and dated relationships. What is dated nowhere is left out, unless it is asked for.',
      args: {
        of: t.arg.idList({ required: true, description: `Whose: ids of entities, at most ${String(MOST_OF)}; none asks for the records of everything.` }),
        together: t.arg.boolean({ defaultValue: false, description: 'Only what has to do with all of them, instead of with any.' }),
        from: t.arg({ type: 'Date', required: false, description: 'Nothing that was over before this day.' }),
        to: t.arg({ type: 'Date', required: false, description: 'Nothing that began after this day.' }),
        kinds: t.arg({ type: [publisher.kindEnum], required: false, description: 'Only records of these kinds, and no relationships.' }),
        types: t.arg({
          type: [types.relationshipType],
          required: false,
          description: 'Only relationships of these types, and records joined by them or involved.',
        }),
        certainty: t.arg({
          type: [publisher.wheres.certainty],
          required: false,
          description: 'Only what is so for sure, or only what may be; within a view with asOf or knownBy.',
        }),
        intended: t.arg({ type: publisher.wheres.intended, required: false }),
        undated: t.arg.boolean({
          defaultValue: false,
          description: 'Whether records that are dated nowhere come too, behind all others; not together with from or to.',
        }),
        newestFirst: t.arg.boolean({ defaultValue: false, description: 'Whether the order is turned round.' }),
        ...t.arg.connectionArgs(),
      },
      resolve: (root, args, request) => {
        const { scope, intended } = countingIn(scopeOf(root, request), args.intended);
        checkIds('of', args.of, MOST_OF);
        const { from, to } = daysBetween('timeline', args);
        const timeline = new Timeline(vocabulary, scope.reader, {
          of: [...new Set(args.of)],
          together: args.together ?? false,
          from,
          to,
          kinds: kindNames(publisher, args.kinds),
          types: typeNames(publisher, args.types),
          certainty: args.certainty ? normalForm(certainty(scope, args.certainty)) : [],
          intended,
          undated: args.undated ?? false,
          newestFirst: args.newestFirst ?? false,
        });
        const found = connection<Entry, Edge<EntryHandle>>({
          list: signature(['timeline', { ...args, first: null, after: null, last: null, before: null }]),
          args,
          fetch: ({ size, from: place, isBackward }) => timeline.page(size, place, isBackward),
          count: () => timeline.count(),
          position: ({ sort, id }) => ({ sort, id }),
          edge: (entry, cursor) => ({ cursor, node: { scope, entry } }),
        });
        return Object.assign(found, { scope, timeline });
      },
    }),
  );
}
