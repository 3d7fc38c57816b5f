import { createHash } from 'node:crypto';
import { isLinkTest, type Filter, type LinkTest, type NestedFilter, type Test } from './filter.js';

/** What a test asks, the same for all that ask the same, and whether that must not hold. */
export interface Asked {
  readonly what: string;
  readonly negated: boolean;
}

const known = new WeakMap<Test | LinkTest, Asked>();

/** To have none is to have not some. Made once for each test, since a normal form holds the same one many times. */
export function askedBy(test: Test | LinkTest): Asked {
  const made = known.get(test) ?? ask(test);
  known.set(test, made);
  return made;
}

function ask(test: Test | LinkTest): Asked {
  const { negated } = test;
  if (!isLinkTest(test)) return { what: JSON.stringify([test.column, test.op, test.values]), negated };
  const { type, direction, intended, least, most } = test;
  const isNone = least === 0 && most === 0;
  const filters = [test.linkFilter, test.farFilter].map((filter: NestedFilter) => filter.map((clause) => clause.map(signed)));
  const all = JSON.stringify([type, direction, intended, ...(isNone ? [1, null] : [least, most]), filters]);
  return { what: createHash('sha256').update(all).digest('base64'), negated: negated !== isNone };
}

function signed(test: Test | LinkTest): string {
  const { what, negated } = askedBy(test);
  return `${negated ? '-' : '+'}${what}`;
}

/** The same filter without what says nothing more: a test again in its clause, a clause that always holds, or one that holds where another does. */
export function simplest<T extends Test | LinkTest>(filter: Filter<T>): Filter<T> {
  const tests = new Map<string, T>();
  for (const test of filter.flat()) if (!tests.has(signed(test))) tests.set(signed(test), test);
  const clauses = filter
    .map((clause) => new Set(clause.map(signed)))
    .filter((clause) => ![...clause].some((test) => test.startsWith('-') && clause.has(`+${test.slice(1)}`)))
    .sort((a, b) => a.size - b.size);
  const kept: ReadonlySet<string>[] = [];
  for (const clause of clauses) if (!kept.some((other) => [...other].every((test) => clause.has(test)))) kept.push(clause);
  return kept.map((clause) => [...clause].flatMap((test) => tests.get(test) ?? []));
}

/** How many patterns a statement has that evaluates a filter: what is asked of relationships, each once, and what stands in it. */
export function patternsOf(filter: NestedFilter): number {
  const links = new Map(filter.flat().flatMap((test) => (isLinkTest(test) ? [[askedBy(test).what, test] as const] : [])));
  return [...links.values()].reduce((sum, { farFilter }) => sum + 1 + patternsOf(farFilter), 0);
}
