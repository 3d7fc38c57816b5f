import type { Relational, VerbSense } from './lexicon.js';
import type { Set, Test } from './plan.js';
import type { TimePhrase } from './times.js';

/** What a noun with all that belongs to it means. */
export interface Noun {
  readonly set: Set;
  /** How it stands to an owner who is not yet named. */
  readonly relational: Relational | null;
  readonly isLink: boolean;
  readonly property: string | null;
  readonly order: 'first' | 'last' | null;
  readonly isMost: boolean;
  readonly isOther: boolean;
  readonly count: { readonly from?: number; readonly to?: number } | null;
  readonly by: 'kind' | 'year' | null;
  /** Whose it is, where no name says so: "countries' presidents". */
  readonly owner: Set | null;
}

/** What is asked for by a phrase. */
export type Wh = 'which' | 'who' | 'what' | 'howMany' | null;

/** Somebody or something, or several. */
export interface Phrase {
  readonly is: 'phrase';
  readonly members: readonly Set[];
  readonly join: 'and' | 'or';
  readonly wh: Wh;
  /** Stands for what a relative clause describes. */
  readonly isGap: boolean;
  readonly isName: boolean;
  readonly isNone: boolean;
  /** The noun, where it is one: it may still want an owner. */
  readonly noun: Noun | null;
  /** What is asked for is whose it is. */
  readonly owner?: Set;
}

/** A constituent of a clause. */
export type Piece =
  | Phrase
  | { readonly is: 'link'; readonly word: string; readonly phrase: Phrase | null }
  /** How: "by phone" makes a call of any talk. */
  | { readonly is: 'manner'; readonly record: Set }
  | { readonly is: 'verb'; readonly verbs: readonly VerbSense[] }
  | { readonly is: 'time'; readonly time: TimePhrase }
  | { readonly is: 'adjective'; readonly tests: readonly Test[]; readonly kinds: readonly string[] }
  | { readonly is: 'without'; readonly phrase: Phrase | null; readonly isDate: boolean }
  | { readonly is: 'lens'; readonly phrase: Phrase }
  | { readonly is: 'except'; readonly phrase: Phrase }
  /** A word of the grammar: be, have, do, not, when, where … */
  | { readonly is: 'word'; readonly word: string };

/** A clause: its constituents in order, and clauses that share its subject. */
export interface Clause {
  readonly pieces: readonly Piece[];
  readonly more: readonly (readonly Piece[])[];
}

export function nounOf(set: Set, more: Partial<Noun> = {}): Noun {
  return { set, relational: null, isLink: false, property: null, order: null, isMost: false, isOther: false, count: null, by: null, owner: null, ...more };
}

export function phraseOf(members: readonly Set[], more: Partial<Phrase> = {}): Phrase {
  return { is: 'phrase', members, join: 'and', wh: null, isGap: false, isName: false, isNone: false, noun: null, ...more };
}

/** A set with further tests. */
export function narrowed(set: Set, ...tests: readonly Test[]): Set {
  return tests.length === 0 ? set : { ...set, tests: [...set.tests, ...tests] };
}
