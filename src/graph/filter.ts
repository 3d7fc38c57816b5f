import type { EntityNode } from '../model/graph.js';
import type { Column, Scalar } from '../model/value.js';
import type { Direction } from '../model/vocabulary.js';

/** One comparison of a column: a value among some, a bound, a list that holds any of some, or a text, or one of a list, that contains a text or starts with it, in small letters. */
export interface Test {
  readonly column: string;
  readonly op: 'IN' | 'AT_LEAST' | 'AT_MOST' | 'HAS' | 'CONTAINS' | 'STARTS';
  readonly values: readonly Scalar[];
  readonly negated: boolean;
}

/** What is so alone, what is only planned or hoped for as well, or that alone. */
export type Intended = 'EXCLUDE' | 'INCLUDE' | 'ONLY';

/**
 * How many others an entity has relationships of one type with, on one side, that pass a filter of their own and whose
 * far end passes another: at least `least`, and at most `most`. Some is `least: 1, most: null`; none is
 * `least: 0, most: 0`. Another with which it has several such relationships counts once.
 */
export interface LinkTest {
  readonly type: string;
  readonly direction: Direction;
  readonly intended: Intended;
  readonly linkFilter: Filter;
  /** Labels of which the far end has one, as follows from the filter: where to look for it. */
  readonly farLabels: readonly string[];
  readonly farFilter: NestedFilter;
  readonly least: number;
  readonly most: number | null;
  readonly negated: boolean;
}

/** Conjunctive normal form: every clause must have a test that holds. Empty means everything. */
export type Filter<T = Test> = readonly (readonly T[])[];

/** A filter that also asks for relationships, to any depth. */
export type NestedFilter = Filter<Test | LinkTest>;

/** Whether to ask for what is so, for what is intended, or for both. */
export function statesOf(intended: Intended): readonly boolean[] {
  return intended === 'EXCLUDE' ? [false] : intended === 'ONLY' ? [true] : [false, true];
}

export function isLinkTest(test: Test | LinkTest): test is LinkTest {
  return 'type' in test;
}

/** The clauses of a filter that ask for columns alone, and those that ask for relationships too. */
export function parted(filter: NestedFilter): { readonly plain: Filter; readonly nested: NestedFilter } {
  const isPlain = (clause: readonly (Test | LinkTest)[]): clause is readonly Test[] => !clause.some(isLinkTest);
  return { plain: filter.filter(isPlain), nested: filter.filter((clause) => !isPlain(clause)) };
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
    case 'CONTAINS':
      return typeof bound === 'string' && textsOf(value).some((text) => text.includes(bound));
    case 'STARTS':
      return typeof bound === 'string' && textsOf(value).some((text) => text.startsWith(bound));
    case 'AT_LEAST':
      return comparable(value, bound) && value >= bound;
    case 'AT_MOST':
      return comparable(value, bound) && value <= bound;
  }
}

/** A column of an entity, or what every entity has beside its columns. */
export function columnOf(entity: EntityNode): (column: string) => Column | undefined {
  return (column) => (column === 'id' || column === 'kind' || column === 'label' || column === 'labels' ? entity[column] : entity.columns[column]);
}

/** Whether a comparison looks into texts, which no index decides. */
export function looksInto({ op }: Test): boolean {
  return op === 'CONTAINS' || op === 'STARTS';
}

function textsOf(value: Column): readonly string[] {
  return [value].flat().flatMap((item) => (typeof item === 'string' ? [item.toLowerCase()] : []));
}

function isList(value: Column): value is readonly Scalar[] {
  return Array.isArray(value);
}

function comparable<T extends Column>(value: T, bound: Scalar | undefined): bound is Scalar & T {
  return bound !== undefined && typeof value === typeof bound;
}
