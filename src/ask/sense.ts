import type { Relational, VerbSense } from './senses.js';
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
  /** What is asked of it: how many of each kind or year, or of which sort it is. */
  readonly by: 'kind' | 'year' | 'sort' | null;
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
  /** A particle says that it is done to it. */
  readonly isObject?: boolean;
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
  /** A verb; one that goes on has no passive. */
  | { readonly is: 'verb'; readonly verbs: readonly VerbSense[]; readonly isDoing?: true }
  | { readonly is: 'time'; readonly time: TimePhrase }
  | { readonly is: 'adjective'; readonly tests: readonly Test[]; readonly kinds: readonly string[] }
  | { readonly is: 'without'; readonly phrase: Phrase }
  | { readonly is: 'lens'; readonly phrase: Phrase }
  /** "When the treaty was signed": as of then. */
  | { readonly is: 'asOf'; readonly set: Set }
  /** "Signed per year": how many of each. */
  | { readonly is: 'by'; readonly by: 'kind' | 'year' }
  | { readonly is: 'except'; readonly phrase: Phrase }
  /** A word of the grammar: be, have, do, not, when, where … */
  | { readonly is: 'word'; readonly word: string; readonly isPast?: boolean; readonly isJoined?: true };

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

/** The id of whoever was spoken of before. */
export const SPOKEN_OF = '?';

/** Whoever was spoken of before, of some kinds: "he". */
export function spokenOf(kinds: readonly string[]): Phrase {
  return phraseOf([{ kinds, tests: [{ is: 'id', ids: [SPOKEN_OF] }] }], { isName: true });
}

/** Whether a phrase is whoever was spoken of before. */
export function isSpokenOf({ members }: Phrase): boolean {
  return members.every(({ tests }) => tests.some((test) => test.is === 'id' && test.ids[0] === SPOKEN_OF));
}

/** Whether a test asks who was spoken of, or leaves them out. */
function isSpoken(test: Test): boolean {
  return 'spoken' in test || (test.is === 'not' && 'spoken' in test.test);
}

function own({ tests }: Set, test: Test): Test {
  const [only, ...more] = tests;
  const all: Test = only && more.length === 0 ? only : { is: 'all', tests };
  return test.is === 'not' ? { is: 'not', test: all } : all;
}

/** What is told with whoever was spoken of put in its place; null where nobody was and somebody should have been. */
export function resolved<T>(told: T, set: Set | null, common: (kinds: readonly string[], others: readonly string[]) => readonly string[]): T | null {
  const text = JSON.stringify(told);
  if (set === null) return text.includes(JSON.stringify([SPOKEN_OF])) ? null : told;
  const fits: boolean[] = [];
  const whole = JSON.parse(text, (_key, value: (Partial<Set> & { readonly ids?: readonly string[] }) | null) => {
    if (value?.ids?.[0] === SPOKEN_OF) {
      const [own, ...more] = set.tests;
      if ((value as { is?: string }).is === 'id') return { is: 'all', tests: set.tests, spoken: true };
      // Only what is named can be said to be involved, or to hold something.
      fits.push(own?.is === 'id' && more.length === 0);
      return { ...value, ids: own?.is === 'id' ? own.ids : [] };
    }
    if (!value?.kinds || !value.tests?.some(isSpoken)) return value;
    const kinds = common(value.kinds, set.kinds);
    // Who is left out because he is spoken of is told by what only his kind has.
    if (!value.tests.some((test) => 'spoken' in test))
      return { ...value, tests: value.tests.flatMap((test) => (!isSpoken(test) ? test : kinds.length === value.kinds?.length ? own(set, test) : [])) };
    fits.push(kinds.length > 0);
    return { kinds, tests: value.tests.map((test) => (isSpoken(test) ? own(set, test) : test)) };
  }) as T;
  return fits.includes(false) ? null : whole;
}

/** Marks a name that can only stand for the government whose capital it is. */
export const CAPITAL = '-';

/** Whether a name stands for a government alone, in which nothing takes place. */
export function isGovernment({ tests }: Set): boolean {
  return tests.some((test) => test.is === 'id' && test.ids.some((id) => id.startsWith('?') && id.includes(`-${CAPITAL}`)));
}

const EVERY = '*';

/** A name as everything that bears it, where else it means one of them. */
export function every({ kinds, tests }: Set): Set {
  return { kinds, tests: tests.map((test) => (test.is === 'id' ? { ...test, ids: test.ids.map((id) => `${id}${EVERY}`) } : test)) };
}

/** Whether a phrase is a name as everything that bears it. */
export function isEvery({ members }: Phrase): boolean {
  return members.some(({ tests }) => tests.some((test) => test.is === 'id' && test.ids.some((id) => markOfEvery(id) !== null)));
}

/** The mark of a name that stands for everything that bears it; null for another. */
export function markOfEvery(id: string): string | null {
  return id.startsWith('?') && id.endsWith(EVERY) ? id.slice(0, -EVERY.length) : null;
}

/** Whether the noun of a phrase says more than what its set holds: the first of them, how many, a property of it. */
export function saysMore({ noun }: Phrase): boolean {
  return noun !== null && (noun.isLink || noun.isMost || noun.property !== null || noun.order !== null || noun.count !== null || noun.by !== null);
}

/** Whether "when" stands where it asks nothing: "who was there when he came". */
export function asksLate({ pieces }: Clause, piece: Piece): boolean {
  const isWhen = piece.is === 'word' && piece.word === 'when' && !piece.isJoined;
  return isWhen && pieces.some(({ is }) => is === 'phrase' || is === 'verb');
}

/** Whether a piece of a clause says nothing. */
export function isSkip(piece: Piece): boolean {
  return piece.is === 'word' && piece.word === 'skip';
}

/** To be without a relationship is to have none. */
export function had(piece: Piece): readonly Piece[] {
  return piece.is === 'without' && piece.phrase.noun?.isLink === true
    ? [
        { ...piece.phrase, isNone: true },
        { is: 'word', word: 'have' },
      ]
    : [piece];
}
