import type { ClaimRecord } from '../model/claim.js';
import type { Json } from '../model/claim.js';

/** Words within the prose of a column. */
export type Words = NonNullable<ClaimRecord['words']>[number];

/** What a value stands on: the cells it was made from, and the words within them. */
export interface Grounds {
  readonly cells: Readonly<Record<string, string>>;
  readonly words: readonly Words[];
}

/** A value of a row. */
export interface Good extends Grounds {
  readonly value: Json;
  /** The cells of each object or element that it stands for, where these have columns of their own. */
  readonly parts?: () => readonly Names[];
}

/** What the names in a template stand for; a slot that may be empty says so. */
export type Names = (name: string, isOptional?: boolean) => Bound;

/** Why a value could not be had: told with its column, and with what may have been meant. */
export interface Fault {
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  readonly candidates: readonly string[];
}

/** A value that could not be had. */
export interface Bad {
  readonly fault: Fault;
}

/** What a name in a mapping stands for within a row; empty text stands for nothing. */
export type Bound = Good | Bad;

export const NO_GROUNDS: Grounds = { cells: {}, words: [] };

export function isBad(bound: Bound): bound is Bad {
  return 'fault' in bound;
}

export function good(value: Json, { cells, words }: Grounds = NO_GROUNDS): Good {
  return { value, cells, words };
}

export function bad(column: string, value: string, reason: string, candidates: readonly string[] = []): Bad {
  return { fault: { column, value, reason, candidates } };
}

/** Whether there is nothing: no text, and no items. */
export function isEmpty({ value }: Good): boolean {
  return value === '' || value === null || (Array.isArray(value) && value.length === 0);
}

/** The grounds of several values together. */
export function joint(grounds: readonly Grounds[]): Grounds {
  const [only] = grounds;
  if (only && grounds.length === 1) return only;
  return { cells: Object.assign({}, ...grounds.map(({ cells }) => cells)) as Grounds['cells'], words: grounds.flatMap(({ words }) => words) };
}
