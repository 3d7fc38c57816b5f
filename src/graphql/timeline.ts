import { normalForm } from '../graph/normal-form.js';
import { Timeline, type Entry } from '../graph/timeline.js';
import { certaintyField } from './certainty.js';
import { connection, type Connection, type Edge } from './connection.js';
import { certainty, type Around } from './filters.js';
import { daysBetween, inRange, refuseNulls, type DateRange } from './ranges.js';
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

function idsOf({ all, any }: Around): readonly string[] {
  return [...new Set([...(all ?? []), ...(any ?? [])])];
}

/** Publishes `timeline`. */
export function publishTimeline(publisher: Publisher, types: LinkTypes): void {
  const { builder, evidence, vocabulary, wheres } = publisher;
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
  const where = builder.inputType('TimelineWhere', {
    description: 'Narrows a timeline: all that is given must hold.',
    fields: (t) => ({
      during: t.field({ type: wheres.dateRange, required: false }),
      undated: t.boolean({ required: false, description: 'Whether what is dated nowhere comes too, behind all others.' }),
      kind: t.field({ type: [publisher.kindEnum], required: false, description: 'Records of these kinds, and no relationships.' }),
      type: t.field({
        type: [types.relationshipType],
        required: false,
        description: 'Relationships of these types, and records joined by them or involved.',
      }),
      certainty: t.field({ type: [wheres.certainty], required: false }),
    }),
  });
  builder.queryField('timeline', (t) =>
    t.field({
      type: list,
      extensions: {
        mayBeAbsent: ['of'],
        toldIn: ['unknown'],
        ...priced(({ of }) => PRICE_OF_ONE * (1 + Math.min(idsOf((of ?? {}) as Around).length, MOST_OF)), {
          counts: `${String(PRICE_OF_ONE)}, and as much for each of \`of\``,
        }),
      },
      description:
        'What happened around some entities, in order: records that involve them or what lies in them, that took place there or belong to them, and dated relationships. What is dated nowhere is left out, unless it is asked for. What is denied is no entry: `claims` tell it.',
      args: {
        of: t.arg({ type: wheres.involves, required: false, description: `Around which entities, at most ${String(MOST_OF)}; left out, all records.` }),
        where: t.arg({ type: where, required: false }),
        orderBy: t.arg({ type: publisher.linkOrder, defaultValue: 'DATE_ASC' }),
        intended: t.arg({ type: wheres.intended, required: false }),
        ...t.arg.connectionArgs(),
      },
      resolve: (root, args, request) => {
        const { scope, intended } = countingIn(scopeOf(root, request), args.intended);
        const of: Around = args.of ?? {};
        const { during = {}, undated, kind, type, certainty: sure } = args.where ?? {};
        refuseNulls(of, 'of.');
        refuseNulls(args.where ?? {});
        checkIds('of', idsOf(of), MOST_OF);
        daysBetween('during', during as DateRange);
        const inTime = (column: string) => inRange(column, during as DateRange);
        const timeline = new Timeline(vocabulary, scope.reader, {
          all: of.all ?? [],
          any: of.any ?? null,
          days: (column) => normalForm(undated === true ? { any: [inTime(column), inRange(column, { exists: false })] } : inTime(column)),
          kinds: kindNames(publisher, kind),
          types: typeNames(publisher, type),
          certainty: sure ? normalForm(certainty(scope, sure)) : [],
          intended,
          newestFirst: args.orderBy === 'DATE_DESC',
        });
        const found = connection<Entry, Edge<EntryHandle>>({
          list: ['timeline', { ...args, first: null, after: null, last: null, before: null }],
          args,
          fetch: ({ size, from: place, isBackward }) => timeline.page(size, place, isBackward),
          count: () => timeline.count(),
          position: ({ sort, id }) => ({ sort, id }),
          edge: (entry) => ({ node: { scope, entry } }),
        });
        return Object.assign(found, { scope, timeline });
      },
    }),
  );
}
