import { hint } from './text.js';
import type { Called } from './words.js';

/** What both stores hold of a value: flat columns that Neo4j can index. */
export type Scalar = string | number | boolean;
export type Column = Scalar | readonly Scalar[];
export type Columns = Readonly<Record<string, Column>>;

export type Parsed<T> = { readonly value: T } | { readonly refused: string };

/** How a value may be asked for in a filter. */
export type Asking = 'IN' | 'TEXT' | 'RANGE' | 'TIME' | 'NONE';

/**
 * A sort of value: how it is read from a seed, kept in columns, shown and filtered. A new sort is one function
 * of `values.ts`; seed check, both stores, GraphQL fields, filters and orders follow.
 */
export interface Value<T = unknown> {
  readonly sort: 'text' | 'integer' | 'decimal' | 'choice' | 'time' | 'name' | 'quantity' | 'reference';
  readonly about: string;
  readonly asking: Asking;
  readonly many: boolean;
  /** What it is where nothing else is stated; without it, it has no value then. */
  readonly otherwise?: string;
  /** Stated in a source's header instead of by claims. */
  readonly given: boolean;
  /** Worked out of other facts when the graph is made, never claimed. */
  readonly derived: boolean;
  /** The rule by which a curator codes what the words do not spell out; null for what sources state. */
  readonly coded: string | null;
  /** For a choice: its name in GraphQL and what each value means. */
  readonly choice?: Choice;
  /** For a reference: of which kinds the other entity is; without it, of any. */
  readonly refersTo?: readonly { readonly name: string }[];
  /** What people call it: nouns, and of a time the verbs that put it there (`sign`, `begin`). */
  readonly called?: Called;
  /** A sentence with {subject} and {value}, {when} for a time with its preposition, or {word} and {meaning} for a choice; without it, the property is named. */
  readonly says?: string;
  /** The same of what is planned or hoped for. */
  readonly will?: string;
  /** Whether its text speaks of the subject: where it begins with its name or a pronoun, that is the subject of the sentence. */
  readonly ofSubject: boolean;
  /** Reads one value as a seed writes it. */
  parse(raw: unknown): Parsed<T>;
  /** Tells values of a many-valued property apart in a fact key. */
  key(value: T): string;
  /** Suffix of each column and what it holds. */
  columns(value: T): Readonly<Record<string, Scalar>>;
}

export interface Choice {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
  /** What people call each value; without it, the constant in words. */
  readonly called: Readonly<Record<string, Called>>;
}

export type TypeOf<V> = V extends Value<infer T> ? T : never;

interface Parts<T> {
  sort: Value['sort'];
  about: string;
  asking: Asking;
  parse: (raw: unknown) => Parsed<T>;
  key?: (value: T) => string;
  columns?: (value: T) => Readonly<Record<string, Scalar>>;
  choice?: Choice;
}

/** A sort of value from what is its own. */
export function value<T>(parts: Parts<T>): Value<T> {
  return {
    many: false,
    given: false,
    derived: false,
    coded: null,
    ofSubject: false,
    key: (item) => String(item),
    columns: (item) => ({ '': item as Scalar }),
    ...parts,
  };
}

/** What came, as a message tells it. */
export function shown(raw: unknown): string {
  return raw === undefined ? 'nothing' : typeof raw === 'string' ? `"${raw}"` : JSON.stringify(raw);
}

/** A near miss for text; anything else may be an object that cannot become text at all. */
export function hinted(raw: unknown, candidates: readonly string[]): string {
  return typeof raw === 'string' ? hint(raw, candidates) : '';
}
