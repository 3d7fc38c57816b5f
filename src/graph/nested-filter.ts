import type { Direction } from '../model/vocabulary.js';
import { isLinkTest, statesOf, type Filter, type LinkTest, type NestedFilter, type Test } from './filter.js';
import type { GraphReader } from './store.js';

/** How many entities may stand at the far ends that a filter asks for, and how many relationships each may have. */
const MOST_NESTED = 1_000;

/** Thrown when a filter on relationships matches more than a reader that cannot follow them itself can hold. */
export class FilterTooBroad extends Error {}

/** The filter with each test of relationships replaced by the ids of the entities that pass it. Throws FilterTooBroad. */
export async function withoutLinkTests(reader: GraphReader, filter: NestedFilter): Promise<Filter> {
  const links = new Set(filter.flat().filter(isLinkTest));
  const tests = new Map(await Promise.all([...links].map(async (test) => [test, await idsTest(reader, test)] as const)));
  return filter.map((clause) => clause.flatMap((test) => (isLinkTest(test) ? (tests.get(test) ?? []) : test)));
}

async function idsTest(reader: GraphReader, test: LinkTest): Promise<Test> {
  const counts = await countsOf(reader, test);
  const having = (wanted: (count: number) => boolean) => [...counts].filter(([, count]) => wanted(count)).map(([id]) => id);
  const { least, most, negated } = test;
  // What has none of them is not among the counts, so "at most" is "not more than".
  if (least > 0) return { column: 'id', op: 'IN', values: having((count) => count >= least && count <= (most ?? Infinity)), negated };
  return { column: 'id', op: 'IN', values: most === null ? [] : having((count) => count > most), negated: !negated };
}

/** With how many others each entity has such relationships that has any: the far ends first, then what stands at their other end. */
async function countsOf(reader: GraphReader, test: LinkTest): Promise<ReadonlyMap<string, number>> {
  const far = await farIds(reader, test);
  const question = {
    type: test.type,
    direction: opposite(test.direction),
    linkFilter: test.linkFilter,
    farFilter: [],
    descending: true,
    first: MOST_NESTED,
  };
  const keys = far.map((id) => ({ id, after: null }));
  const asked = far.length === 0 ? [] : await Promise.all(statesOf(test.intended).map((intended) => reader.expand({ ...question, intended }, keys)));
  const others = new Map<string, Set<string>>();
  for (const pages of asked) {
    for (const [at, page] of pages.entries()) {
      if (page.more) throw tooBroad(test);
      for (const { far: near } of page.items) others.set(near.id, (others.get(near.id) ?? new Set()).add(far[at] ?? ''));
    }
  }
  return new Map([...others].map(([id, own]) => [id, own.size]));
}

async function farIds(reader: GraphReader, test: LinkTest): Promise<readonly string[]> {
  const [[only, ...others] = [], ...more] = test.farFilter;
  // Ids alone need not be looked up.
  if (only && others.length + more.length === 0 && !isLinkTest(only) && only.column === 'id' && !only.negated) return only.values.map(String);
  const filter = await withoutLinkTests(reader, test.farFilter);
  const states = test.intended === 'EXCLUDE' ? [false] : [false, true];
  const asked = test.farLabels.flatMap((label) => states.map((intended) => ({ label, intended })));
  const pages = await Promise.all(asked.map((set) => reader.list({ ...set, filter, sort: 'sortLabel', descending: false, first: MOST_NESTED, after: null })));
  if (pages.some(({ more: isMore }) => isMore)) throw tooBroad(test);
  return [...new Set(pages.flatMap(({ items }) => items.map(({ id }) => id)))];
}

function opposite(direction: Direction): Direction {
  return direction === 'OUT' ? 'IN' : direction === 'IN' ? 'OUT' : 'BOTH';
}

function tooBroad({ type }: LinkTest): FilterTooBroad {
  return new FilterTooBroad(`the filter on ${type} matches more than ${String(MOST_NESTED)}; narrow what stands at its far end`);
}
