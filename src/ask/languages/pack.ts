import type { Language } from '../../model/words.js';

/** Sorts of word that a grammar knows by themselves; what each lists stands in a language's file. */
export const FUNCTIONS = [
  'which', 'who', 'what', 'where', 'when', 'howMany', 'howOften', 'howLong', 'whose', 'how',
  'be', 'do', 'have', 'modal', 'will', 'not', 'no', 'det', 'skip', 'and', 'or', 'but', 'rel', 'whoseRel',
  'without', 'other', 'both', 'list', 'brief', 'possessive', 'first', 'last', 'most', 'each', 'kindOf', 'year', 'planned', 'exist',
  'connect', 'share', 'disagree', 'disputed', 'mention', 'sayThat', 'accordingTo', 'change', 'moreThan', 'atLeast', 'fewerThan', 'several',
  'except', 'butNot', 'exactly', 'ones', 'stated', 'path', 'bothWays', 'aboutWhen', 'through', 'dispute', 'called', 'pronoun', 'subject', 'object', 'consider', 'was', 'now', 'it', 'they', 'plan', 'sortOf', 'raise', 'whereRel', 'thing', 'its', 'part', 'among', 'mostly', 'hearsay',
] as const; // prettier-ignore
export type FunctionCat = (typeof FUNCTIONS)[number];

/** Words before a time that lead to something that happened, too. */
export const RELATIONS = ['before', 'after', 'since'] as const;
/** How two things stand in time; either asks in which of two ways. */
export type Relation = (typeof RELATIONS)[number] | 'either';

/** Words for times. */
export interface TimeWords {
  readonly months: readonly string[];
  /** Parts of a year with their months from and to. */
  readonly parts: Readonly<Record<string, readonly [number, number]>>;
  /** Words before a time, by what they make of it. */
  readonly leads: Readonly<Record<'in' | 'since' | 'after' | 'before' | 'until' | 'asOf', string>>;
  readonly between: readonly [string, string];
  /** Words that make a decade of the year behind them: années. */
  readonly decades?: string;
  /** Words before a year: l'an 2000. */
  readonly years?: string;
  /** Words that may stand within a date: of, the. */
  readonly of: string;
}

/** All that is special about one language: words, forms, word order. */
export interface Pack {
  readonly language: Language;
  readonly functions: { readonly [F in FunctionCat]?: string };
  /** Words written as one, by what they are short for: who's; and phrases by what they say. */
  readonly short: Readonly<Record<string, string>>;
  readonly numbers: readonly string[];
  readonly times: TimeWords;
  /** Titles of offices, and words that records are told in, in the words of their labels. */
  readonly titles: Readonly<Record<string, string>>;
  /** Verbs that say no more than their object: pay a visit, hold talks. */
  readonly light: string;
  /** Words that ask which of two is the earlier: before or after. */
  readonly either: string;
  /** Words between things that are named apart: with. */
  readonly apart: readonly string[];
  /** The word before an infinitive: the first to sign. */
  readonly infinitive: string;
  /** A word for which of a series something is. */
  readonly ordinal: RegExp;
  /** The word before what something has: a province with a partner. */
  readonly having: string;
  /** The word before what sort of thing it was that happened: on a visit. */
  readonly occasion: string;
  /** Words before those of whom some are asked for: of, among. */
  readonly among: readonly string[];
  /** The word that leads to a place. */
  readonly place: string;
  /** The word before who did it: by. */
  readonly agent: string;
  /** Whether a verb stands first where a yes or a no is asked for. */
  readonly opensWithVerb: boolean;
  /** Whether who does it stands behind the verb of "what": que dit Macron. */
  readonly inverts: boolean;
  /** Prepositions, or particles behind a noun, that relationships may be called by; `de|du` are one. */
  readonly links: string;
  /** Whether a form of a verb says that it goes on: signing. */
  goesOn(form: string): boolean;
  /** All forms of a word that stand for it. */
  forms(word: string, as: 'noun' | 'verb' | 'other'): readonly string[];
  readonly grammar: 'before' | 'behind';
  /** The preposition or particle of an owner. */
  readonly genitive: string;
}

/** The words of a comma-separated list, as languages and vocabularies give them. */
export function listed(words: string | undefined): readonly string[] {
  return (words ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
