import type { Column, Scalar } from '../model/values.js';

/** One comparison of a column: a value among some, a bound, or a list that holds any of some. */
export interface Test {
  readonly column: string;
  readonly op: 'IN' | 'AT_LEAST' | 'AT_MOST' | 'HAS';
  readonly values: readonly Scalar[];
  readonly negated: boolean;
}

/** Conjunctive normal form: every clause must have a test that holds. Empty means everything. */
export type Filter = readonly (readonly Test[])[];

/** A filter as people nest it. */
export type Expression =
  { readonly test: Test } | { readonly all: readonly Expression[] } | { readonly any: readonly Expression[] } | { readonly not: Expression };

const MOST_TESTS = 400;

/** Thrown when a filter nests `or` and `and` so that its normal form would grow beyond bounds. */
export class FilterTooWide extends Error {}

/** The conjunctive normal form of an expression, so that one constant statement can evaluate any filter. */
export function normalForm(expression: Expression): Filter {
  if ('test' in expression) return [[expression.test]];
  if ('all' in expression) return bounded(expression.all.flatMap(normalForm));
  if ('any' in expression) return disjunction(expression.any.map(normalForm));
  return negation(expression.not);
}

/** Nothing passes an empty disjunction. */
function disjunction(filters: readonly Filter[]): Filter {
  return filters.reduce<Filter>((left, right) => bounded(left.flatMap((a) => right.map((b) => [...a, ...b]))), [[]]);
}

function negation(expression: Expression): Filter {
  if ('test' in expression) return [[{ ...expression.test, negated: !expression.test.negated }]];
  if ('not' in expression) return normalForm(expression.not);
  if ('all' in expression) return normalForm({ any: expression.all.map((part) => ({ not: part })) });
  return normalForm({ all: expression.any.map((part) => ({ not: part })) });
}

/** An empty clause counts as well: alternatives of nothing multiply like all others. */
function bounded(filter: Filter): Filter {
  if (filter.reduce((sum, clause) => sum + Math.max(1, clause.length), 0) > MOST_TESTS) {
    throw new FilterTooWide(`the filter grows beyond ${String(MOST_TESTS)} comparisons; nest fewer alternatives`);
  }
  return filter;
}

/** Whether columns pass a filter; a test of an absent column fails, its negation holds. */
export function passes(filter: Filter, column: (name: string) => Column | undefined): boolean {
  return filter.every((clause) => clause.some((test) => holds(test, column(test.column)) !== test.negated));
}

function holds({ op, values }: Test, value: Column | undefined): boolean {
  if (value === undefined) return false;
  const [bound] = values;
  switch (op) {
    case 'IN':
      return !isList(value) && values.includes(value);
    case 'HAS':
      return isList(value) && values.some((item) => value.includes(item));
    case 'AT_LEAST':
      return comparable(value, bound) && value >= bound;
    case 'AT_MOST':
      return comparable(value, bound) && value <= bound;
  }
}

function isList(value: Column): value is readonly Scalar[] {
  return Array.isArray(value);
}

function comparable<T extends Column>(value: T, bound: Scalar | undefined): bound is Scalar & T {
  return bound !== undefined && typeof value === typeof bound;
}
