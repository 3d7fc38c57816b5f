import { isLinkTest, type LinkTest, type NestedFilter } from '../filter.js';

/** How deep patterns stand within patterns at most: each further level takes the database some times as long to plan. */
const DEEPEST = 2;

/** Ids of the entities that pass a filter, or null where they are too many to be named. */
export type IdsOf = (filter: NestedFilter) => Promise<readonly string[] | null>;

/** The same filter with fewer levels: what stands too deep is looked up first, and named by ids. What stands in it several times is looked up once. */
export async function shallow(filter: NestedFilter, idsOf: IdsOf): Promise<NestedFilter> {
  const tests = new Set(filter.flat().filter(isLinkTest));
  const settledTests = new Map(await Promise.all([...tests].map(async (test) => [test, await settled(test, idsOf)] as const)));
  return filter.map((clause) => clause.map((test) => (isLinkTest(test) ? (settledTests.get(test) ?? test) : test)));
}

async function settled(test: LinkTest, idsOf: IdsOf): Promise<LinkTest> {
  const farFilter = await shallow(test.farFilter, idsOf);
  const ids = depthOf(farFilter) < DEEPEST ? null : await idsOf(farFilter);
  return { ...test, farFilter: ids === null ? farFilter : [[{ column: 'id', op: 'IN', values: ids, negated: false }]] };
}

function depthOf(filter: NestedFilter): number {
  return Math.max(0, ...[...new Set(filter.flat())].map((test) => (isLinkTest(test) ? 1 + depthOf(test.farFilter) : 0)));
}
