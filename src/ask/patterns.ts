import type { Question } from './catalogue.js';
import type { Wording } from './wording.js';
import { cleaned, wordsOf, type Lexicon, type Sense } from './words.js';

/** What the commonest words weigh. */
const LEAST_WEIGHT = 0.4;

/** A wording, read for its sense. */
export interface Pattern {
  readonly question: Question;
  readonly wording: Wording;
  readonly senses: readonly Sense[];
  readonly weight: number;
  /** The words of the wording; a gap for each slot. */
  readonly folded: readonly (string | null)[];
  /** The words before each slot. */
  readonly cues: readonly string[];
}

/** Reads a wording: its words, with a gap for each slot, their senses once each, and the word before each slot. */
export function draw(lexicon: Lexicon, { parts, slots }: Wording) {
  const folded: (string | null)[] = parts.flatMap((part): (string | null)[] =>
    typeof part === 'string' ? wordsOf(cleaned(part)).map((word) => word.folded) : [null],
  );
  const places = folded.flatMap((word, at) => (word === null ? [at] : []));
  const senses = lexicon.senses(folded);
  const once = senses.filter(({ canon }, at) => senses.findIndex((other) => other.canon === canon) === at);
  return { folded, senses: once, cues: slots.map((_slot, at) => folded[(places[at] ?? 0) - 1] ?? '') };
}

/** The rarer a word is among the questions, the more it tells; up to 1. */
export function weightsOf(patterns: readonly { question: Question; senses: readonly Sense[] }[]): Map<string, number> {
  const holders = new Map<string, Set<string>>();
  for (const { question, senses } of patterns) {
    for (const { canon } of senses) holders.set(canon, (holders.get(canon) ?? new Set()).add(question.name));
  }
  const all = Math.max(2, new Set(patterns.map(({ question }) => question.name)).size);
  return new Map([...holders].map(([canon, names]) => [canon, Math.max(LEAST_WEIGHT, Math.min(1, Math.log(all / names.size) / Math.log(all)))]));
}
