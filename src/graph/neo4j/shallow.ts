import { isLinkTest, type LinkTest, type NestedFilter } from '../filter.js';

/** How deep patterns stand within patterns at most: each further level takes the database some times as long to plan. */
const DEEPEST = 2;

/** Ids of the entities that pass a filter, or null where they are too many to be named. */
export type IdsOf = (filter: NestedFilter) => Promise<readonly string[] | null>;

/** The same filter with fewer levels: what stands too deep is looked up first, and named by ids. */
export function shallow(filter: NestedFilter, idsOf: IdsOf): Promise<NestedFilter> {
  return Promise.all(filter.map((clause) => Promise.all(clause.map(async (test) => (isLinkTest(test) ? settled(test, idsOf) : test)))));
}

async function settled(test: LinkTest, idsOf: IdsOf): Promise<LinkTest> {
  const farFilter = await shallow(test.farFilter, idsOf);
  const ids = depthOf(farFilter) < DEEPEST ? null : await idsOf(farFilter);
  return { ...test, farFilter: ids === null ? farFilter : [[{ column: 'id', op: 'IN', values: ids, negated: false }]] };
}

function depthOf(filter: NestedFilter): number {
  return Math.max(0, ...filter.flat().map((test) => (isLinkTest(test) ? 1 + depthOf(test.farFilter) : 0)));
}
