import { stemmer } from 'stemmer';
import { fold } from '../model/text.js';
import { IRREGULAR, type Grammar } from './grammar.js';

/** A word of a text. */
export interface Word {
  /** As written. */
  readonly written: string;
  readonly folded: string;
  /** Where it stands in the text that was cut, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Stands behind an apostrophe, as the s of a possessive. */
  readonly isEnding: boolean;
}

const MOST_STEMS = 50_000;

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Text as `ask` reads it: composed, without invisible characters and with plain apostrophes. */
export function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Cuts a text into words; the s of a possessive is dropped. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)]
    .map((found): Word => {
      const { index: start } = found;
      const [written] = found;
      const isEnding = text.charAt(start - 1) === "'" && /\p{L}/u.test(text.charAt(start - 2)) && written.toLowerCase() === 's';
      return { written, folded: fold(written), start, end: start + written.length, isEnding };
    })
    .filter(({ folded, isEnding }) => folded !== '' && !isEnding);
}

/** What a name is looked up by: its words, without the s of possessives. */
export function keyOf(name: string): string {
  return wordsOf(cleaned(name))
    .map(({ folded }) => folded)
    .join(' ');
}

const stems = new Map<string, string>();

/** What a word is compared by: its stem, irregular forms brought back first. */
export function stemOf(folded: string): string {
  const known = stems.get(folded);
  if (known !== undefined) return known;
  const stem = stemmer(IRREGULAR[folded] ?? folded);
  if (stems.size < MOST_STEMS) stems.set(folded, stem);
  return stem;
}

/** A word in the sense that wordings are compared by. */
export interface Sense {
  readonly stem: string;
  /** The stem that stands for all its synonyms. */
  readonly canon: string;
  /** Which words of the text it is made of. */
  readonly from: number;
  readonly to: number;
}

/** Reads words for their sense: phrases as one, stop words left out, stems, synonyms. */
export class Lexicon {
  private readonly stopWords: ReadonlySet<string>;
  private readonly phrases: ReadonlyMap<string, string>;
  private readonly canons: ReadonlyMap<string, string>;
  private readonly longest: number;
  /** Words that phrases and synonyms are made of. */
  readonly words: readonly string[];
  private readonly openers: ReadonlySet<string>;

  constructor({ stopWords, phrases, fillers, synonyms }: Grammar) {
    this.stopWords = new Set(stopWords);
    const groups = synonyms.flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const));
    const several = groups.filter(([other]) => other.includes(' '));
    this.phrases = new Map([
      ...Object.entries(phrases).flatMap(([word, written]) => written.map((phrase) => [phrase, word] as const)),
      ...fillers.map((phrase) => [phrase, ''] as const),
      ...several,
    ]);
    this.words = [...new Set([...this.phrases.keys(), ...synonyms.flat()].flatMap((phrase) => phrase.split(' ')))];
    this.longest = Math.max(1, ...[...this.phrases.keys()].map((phrase) => phrase.split(' ').length));
    this.openers = new Set([...this.phrases.keys()].map((phrase) => phrase.split(' ')[0] ?? ''));
    this.canons = new Map(groups.filter(([other]) => !other.includes(' ')).map(([other, first]) => [stemOf(other), stemOf(first)]));
  }

  isStopWord(folded: string): boolean {
    return this.stopWords.has(folded);
  }

  /** The senses of folded words; a null is a place that something else takes, such as a name. */
  senses(folded: readonly (string | null)[]): readonly Sense[] {
    const senses: Sense[] = [];
    for (let at = 0; at < folded.length; at += 1) {
      const phrase = this.phraseAt(folded, at);
      const word = phrase?.word ?? folded[at] ?? null;
      if (word !== null && word !== '' && (phrase !== null || !this.stopWords.has(word))) senses.push(this.sense(word, at, at + (phrase?.size ?? 1)));
      at += (phrase?.size ?? 1) - 1;
    }
    return senses;
  }

  private sense(word: string, from: number, to: number): Sense {
    const stem = stemOf(word);
    return { stem, canon: this.canons.get(stem) ?? stem, from, to };
  }

  private phraseAt(folded: readonly (string | null)[], at: number): { word: string; size: number } | null {
    if (!this.openers.has(folded[at] ?? '')) return null;
    for (let size = Math.min(this.longest, folded.length - at); size >= 1; size -= 1) {
      const words = folded.slice(at, at + size);
      const word = words.includes(null) ? undefined : this.phrases.get(words.join(' '));
      if (word !== undefined) return { word, size };
    }
    return null;
  }
}
