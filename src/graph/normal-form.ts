import type { Filter, LinkTest, Test } from './filter.js';
import { simplest } from './simplest-filter.js';

/** A filter as people nest it. */
export type Expression<T = Test> =
  { readonly test: T } | { readonly all: readonly Expression<T>[] } | { readonly any: readonly Expression<T>[] } | { readonly not: Expression<T> };

const MOST_TESTS = 400;

/** Thrown when a filter nests `or` and `and` so that its normal form would grow beyond bounds. */
export class FilterTooWide extends Error {}

/** The conjunctive normal form of an expression, so that one constant statement can evaluate any filter. What is asked twice is one object. */
export function normalForm<T extends Test | LinkTest>(expression: Expression<T>): Filter<T> {
  return simplest(conjunctive(expression));
}

function conjunctive<T extends Test | LinkTest>(expression: Expression<T>): Filter<T> {
  if ('test' in expression) return [[expression.test]];
  if ('all' in expression) return bounded(expression.all.flatMap((part) => conjunctive(part)));
  if ('any' in expression) return disjunction(expression.any.map((part) => conjunctive(part)));
  return negation(expression.not);
}

/** Nothing passes an empty disjunction. */
function disjunction<T>(filters: readonly Filter<T>[]): Filter<T> {
  return filters.reduce<Filter<T>>((left, right) => bounded(left.flatMap((a) => right.map((b) => [...a, ...b]))), [[]]);
}

function negation<T extends Test | LinkTest>(expression: Expression<T>): Filter<T> {
  if ('test' in expression) return [[{ ...expression.test, negated: !expression.test.negated }]];
  if ('not' in expression) return conjunctive(expression.not);
  if ('all' in expression) return conjunctive({ any: expression.all.map((part) => ({ not: part })) });
  return conjunctive({ all: expression.any.map((part) => ({ not: part })) });
}

/** An empty clause counts as well: alternatives of nothing multiply like all others. */
function bounded<T>(filter: Filter<T>): Filter<T> {
  if (filter.reduce((sum, clause) => sum + Math.max(1, clause.length), 0) > MOST_TESTS) {
    throw new FilterTooWide(`the filter grows beyond ${String(MOST_TESTS)} comparisons; nest fewer alternatives`);
  }
  return filter;
}
