import fc from 'fast-check';
import type { Filter, LinkTest, NestedFilter, Test } from '../../src/graph/filter.js';
import {
  CLAIM_SIDES,
  placeOf,
  type ClaimQuestion,
  type EntitySet,
  type ExpandQuestion,
  type GraphStore,
  type ListQuestion,
  type NeighbourhoodQuestion,
  type Page,
  type Position,
  type SearchQuestion,
} from '../../src/graph/store.js';
import { factKey } from '../../src/model/claim.js';
import { ids, KINDS, NUMBERS, TYPES, WORDS } from './random-content.js';

type Question =
  | { readonly ask: 'entities'; readonly ids: readonly string[] }
  | { readonly ask: 'list'; readonly question: Omit<ListQuestion, 'after'>; readonly forged: Position | null }
  | { readonly ask: 'count'; readonly set: EntitySet }
  | { readonly ask: 'facets'; readonly set: EntitySet; readonly column: string }
  | { readonly ask: 'expand'; readonly question: ExpandQuestion; readonly ids: readonly string[]; readonly forged: Position | null }
  | { readonly ask: 'degrees'; readonly set: ExpandQuestion; readonly ids: readonly string[] }
  | { readonly ask: 'neighbourhood'; readonly question: NeighbourhoodQuestion; readonly ids: readonly string[] }
  | { readonly ask: 'neighbourCounts'; readonly ids: readonly string[] }
  | { readonly ask: 'claims'; readonly keys: readonly string[] }
  | { readonly ask: 'claimPages'; readonly question: ClaimQuestion; readonly ids: readonly string[] }
  | { readonly ask: 'claimCounts'; readonly question: ClaimQuestion; readonly ids: readonly string[] }
  | { readonly ask: 'claimsById'; readonly ids: readonly string[] }
  | { readonly ask: 'search'; readonly question: SearchQuestion };

const someIds = fc.array(fc.constantFrom(...ids, 'country/nowhere', '`'), { maxLength: 6 });
const first = fc.constantFrom(0, 1, 2, 3, 7, 100);
const forged = fc.option(
  fc.record({ sort: fc.constantFrom('', '2000-01-01', '2000', 'alpha', 'beta', 'zz'), id: fc.constantFrom('', ...ids, 'TOOK_PART|m') }),
  { nil: null, freq: 3 },
);

/** Columns with values that fit them, and some that do not. */
const tested: Record<string, readonly (string | number | boolean)[]> = {
  id: ids,
  kind: [...KINDS],
  label: ['Alpha', 'beta', '한국', 1, 'a', 'al', 'ph', '한'],
  labels: ['Event', 'Leader', 'Country'],
  sortLabel: ['alpha', 'alpha beta', 'gamma'],
  whenEarliest: ['1999-12-31', '2000-01-01', '2001', 3],
  edition: [...NUMBERS, '1', 'x'],
  contexts: ['PEACE', 'TRADE', 'WAR', 'wa', 'rade'],
  figureAmount: [...NUMBERS],
  involves: ids,
  flag: [true, false, 'true'],
  role: ['HOST', 'VISITOR'],
  capacities: ['HOST', 'VISITOR'],
  level: [...NUMBERS],
  predicate: [...TYPES, 'when'],
  polarity: ['AFFIRMED', 'DENIED'],
  modality: ['ASSERTED', 'PLANNED'],
  rank: ['PREFERRED', 'NORMAL'],
  source: ['source/a', 'source/b'],
  assertedBy: ids,
  subject: ids,
  object: ids,
  summary: ['', 'a', 'on', 'zz'],
  data: ['', '{'],
  place: [''],
  from: ids,
  absent: ['x'],
};

const ENTITY = ['id', 'kind', 'label', 'labels', 'sortLabel', 'whenEarliest', 'edition', 'contexts', 'figureAmount', 'involves', 'flag', 'data', 'absent'];
const LINK = ['whenEarliest', 'role', 'capacities', 'level', 'from', 'place', 'data', 'absent'];
const CLAIM = ['whenEarliest', 'predicate', 'polarity', 'modality', 'rank', 'source', 'assertedBy', 'subject', 'object', 'summary', 'place', 'data', 'absent'];

function filterOn(columns: readonly string[]): fc.Arbitrary<Filter> {
  const test: fc.Arbitrary<Test> = fc.constantFrom(...columns).chain((column) =>
    fc.record({
      column: fc.constant(column),
      op: fc.constantFrom<Test['op'][]>('IN', 'AT_LEAST', 'AT_MOST', 'HAS', 'CONTAINS', 'STARTS'),
      values: fc.array(fc.constantFrom(...(tested[column] ?? [])), { maxLength: 4 }),
      negated: fc.boolean(),
    }),
  );
  const filter = fc.array(fc.array(test, { maxLength: 3 }), { minLength: 1, maxLength: 2 });
  return fc.oneof({ weight: 1, arbitrary: fc.constant<Filter>([]) }, { weight: 1, arbitrary: filter });
}

/** Filters that also ask for relationships, two deep. */
function nestedFilter(depth: number): fc.Arbitrary<NestedFilter> {
  if (depth === 0) return filterOn(ENTITY);
  const link: fc.Arbitrary<LinkTest> = fc.record({
    type: fc.constantFrom(...TYPES),
    direction: fc.constantFrom('OUT', 'IN', 'BOTH'),
    intended: fc.constantFrom('EXCLUDE', 'INCLUDE', 'ONLY'),
    linkFilter: fc.oneof({ weight: 2, arbitrary: fc.constant<Filter>([]) }, { weight: 1, arbitrary: filterOn(LINK) }),
    farLabels: fc.constant([]),
    farFilter: fc.oneof(
      { weight: 2, arbitrary: someIds.map((values): NestedFilter => [[{ column: 'id', op: 'IN', values, negated: false }]]) },
      { weight: 3, arbitrary: nestedFilter(depth - 1) },
    ),
    least: fc.constantFrom(0, 1, 1, 1, 2),
    most: fc.constantFrom(null, null, 0, 1, 2),
    negated: fc.boolean(),
  });
  const clause = fc.oneof(
    { weight: 3, arbitrary: link.map((test) => [test]) },
    { weight: 1, arbitrary: fc.tuple(link, filterOn(ENTITY)).map(([test, other]) => [test, ...(other[0] ?? [])]) },
  );
  // A normal form holds the same tests in many clauses.
  const product = fc.tuple(link, link, filterOn(ENTITY)).map(([a, b, [plain = []]]): NestedFilter => [
    [a, b],
    [{ ...a, negated: !a.negated }, ...plain],
    [b, ...plain, { ...a }],
  ]);
  const clauses = fc.oneof({ weight: 4, arbitrary: fc.array(clause, { minLength: 1, maxLength: 2 }) }, { weight: 1, arbitrary: product });
  return fc.tuple(clauses, filterOn(ENTITY)).map(([asked, plain]) => [...asked, ...plain]);
}

const onEntities: fc.Arbitrary<NestedFilter> = fc.oneof({ weight: 3, arbitrary: filterOn(ENTITY) }, { weight: 1, arbitrary: nestedFilter(2) });

const set: fc.Arbitrary<EntitySet> = fc.record({
  label: fc.constantFrom('Country', 'Person', 'Event', 'Summit', 'Leader', 'Source', 'Entity', 'Nothing'),
  filter: onEntities,
  intended: fc.boolean(),
});

const expansion: fc.Arbitrary<ExpandQuestion> = fc.record({
  type: fc.constantFrom(...TYPES),
  direction: fc.constantFrom('OUT', 'IN', 'BOTH'),
  intended: fc.boolean(),
  linkFilter: filterOn(LINK),
  farFilter: onEntities,
  descending: fc.boolean(),
  first,
});

const claimed: fc.Arbitrary<ClaimQuestion> = fc.record({
  except: fc.subarray(['describes', 'subject', 'object', 'source', 'assertedBy'] as const),
  side: fc.constantFrom(...CLAIM_SIDES),
  filter: filterOn(CLAIM),
  descending: fc.boolean(),
  first,
});

const key = fc
  .tuple(fc.constantFrom(...TYPES, 'when', 'description'), fc.constantFrom(...ids), fc.constantFrom('', ...ids))
  .map(([predicate, subject, object]) => factKey(predicate, subject, object, ''));

export const questionArbitrary: fc.Arbitrary<Question> = fc.oneof(
  fc.record({ ask: fc.constant('entities'), ids: someIds }),
  fc.record({
    ask: fc.constant('list'),
    question: fc.tuple(set, fc.record({ sort: fc.constantFrom('sortLabel', 'sortDate'), descending: fc.boolean(), first })).map(([a, b]) => ({ ...a, ...b })),
    forged,
  }),
  fc.record({ ask: fc.constant('count'), set }),
  fc.record({ ask: fc.constant('facets'), set, column: fc.constantFrom(...ENTITY) }),
  fc.record({ ask: fc.constant('expand'), question: expansion, ids: someIds, forged }),
  fc.record({ ask: fc.constant('degrees'), set: expansion, ids: someIds }),
  fc.record({
    ask: fc.constant('neighbourhood'),
    question: fc.record({
      types: fc.subarray([...TYPES, 'NO_SUCH']),
      intended: fc.constantFrom('EXCLUDE', 'INCLUDE', 'ONLY'),
      limit: fc.constantFrom(0, 1, 3, 100),
      beyond: fc.constantFrom('NEWEST', 'NONE'),
    }),
    ids: someIds,
  }),
  fc.record({ ask: fc.constant('neighbourCounts'), ids: someIds }),
  fc.record({ ask: fc.constant('claims'), keys: fc.array(key, { maxLength: 8 }) }),
  fc.record({ ask: fc.constant('claimPages'), question: claimed, ids: someIds }),
  fc.record({ ask: fc.constant('claimCounts'), question: claimed, ids: someIds }),
  fc.record({ ask: fc.constant('claimsById'), ids: fc.array(fc.nat(99_999).map((number) => `claim/${String(number).padStart(5, '0')}`)) }),
  fc.record({
    ask: fc.constant('search'),
    question: fc.record({
      words: fc.array(
        fc.constantFrom(...WORDS).chain((word) => fc.nat(word.length).map((length) => word.slice(0, length))),
        { maxLength: 2 },
      ),
      label: fc.constantFrom('', 'Person', 'Event', 'Leader', 'Nothing'),
      limit: fc.constant(1_000),
    }),
  }),
);

/** What a store answers, as plain values with their orders; pages are read on to their end, as a client would. */
export async function answerOf(store: GraphStore, question: Question): Promise<unknown> {
  switch (question.ask) {
    case 'entities':
      return [...(await store.entities(question.ids))];
    case 'list': {
      const { sort } = question.question;
      const read = (after: Position | null) => store.list({ ...question.question, after });
      return walk(read, (item) => ({ sort: String(item.columns[sort] ?? ''), id: item.id }), question.forged);
    }
    case 'count':
      return store.count(question.set);
    case 'facets':
      return store.facets(question.set, question.column);
    case 'expand': {
      const pages = await store.expand(
        question.question,
        question.ids.map((id) => ({ id, after: question.forged })),
      );
      const read = async (after: Position | null): Promise<Page<(typeof pages)[number]['items'][number]>> =>
        (await store.expand(question.question, [{ id: question.ids[0] ?? '', after }]))[0] ?? { items: [], more: false };
      return [pages, await walk(read, ({ link }) => ({ sort: link.at, id: link.key }), null)];
    }
    case 'degrees':
      return [...(await store.degrees(question.set, question.ids))];
    case 'neighbourhood':
      return [...(await store.neighbourhood(question.question, question.ids))];
    case 'neighbourCounts':
      return [...(await store.neighbourCounts(question.ids))];
    case 'claims':
      return [...(await store.claims(question.keys))];
    case 'claimPages': {
      const pages = await store.claimPages(
        question.question,
        question.ids.map((id) => ({ id, after: null })),
      );
      const read = async (after: Position | null) =>
        (await store.claimPages(question.question, [{ id: question.ids[0] ?? '', after }]))[0] ?? { items: [], more: false };
      return [pages, await walk(read, (claim) => ({ sort: placeOf(claim), id: claim.id }), null)];
    }
    case 'claimCounts':
      return [...(await store.claimCounts(question.question, question.ids))];
    case 'claimsById':
      return [...(await store.claimsById(question.ids))];
    case 'search':
      return (await store.search(question.question)).map(({ id }) => id).sort();
  }
}

const MOST_PAGES = 4;

async function walk<T>(read: (after: Position | null) => Promise<Page<T>>, position: (item: T) => Position, start: Position | null): Promise<Page<T>[]> {
  const pages: Page<T>[] = [];
  for (let after = start; pages.length < MOST_PAGES;) {
    const page = await read(after);
    pages.push(page);
    const last = page.items.at(-1);
    if (!page.more || !last) break;
    after = position(last);
  }
  return pages;
}
