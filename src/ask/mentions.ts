import { shownBound } from '../model/values.js';
import type { EntityNode } from '../model/projection.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { AUXILIARIES } from './grammar.js';
import { nearest, TIER, type Candidate, type NameIndex } from './names.js';
import { BEFORE_RECORDS, timesIn, type Anchor, type Days, type TimePhrase } from './times.js';
import { cleaned, type Lexicon, stemOf, type Word, wordsOf } from './words.js';

/** Words of a text that may stand for something: an entity, or a time. */
export interface Mention {
  /** Which words, the second not included. */
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** Nearest first; none for a time. */
  readonly entities: readonly Candidate[];
  /** What days may be meant; none for an entity. */
  readonly times: readonly TimeMeant[];
  /** Words of wordings as well as of a name; they need not be meant as one. */
  readonly isWeak: boolean;
  /** The day of a phrase that names a longer time, for who asks for a day: "by 1 May 2025". */
  readonly isOneDay: boolean;
}

/** Days, and whose they are where a record names them, as in "before the war". */
export interface TimeMeant extends Days {
  readonly of: EntityNode | null;
}

/** A word that was taken for another. */
export interface Slip {
  readonly written: string;
  readonly taken: string;
}

/** A text, read for what it names. */
export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly mentions: readonly Mention[];
  readonly slips: readonly Slip[];
  /** What reads like a day but is none. */
  readonly impossible: readonly string[];
}

export interface ReadingTools {
  readonly vocabulary: Vocabulary;
  readonly names: NameIndex;
  readonly lexicon: Lexicon;
  /** Stems of the words that wordings use. */
  readonly known: ReadonlySet<string>;
  /** Those words themselves. */
  readonly knownWords: readonly string[];
}

/** The most words that are looked up together by content. */
const MOST_TOGETHER = 8;

/** Finds everything that a text names. */
export function read(tools: ReadingTools, raw: string): Reading {
  const text = cleaned(raw);
  const slips: Slip[] = [];
  const words = wordsOf(text).map((word, at, all) => amended(tools, word, [all[at - 1], all[at + 1]], slips) ?? mended(tools, word, slips));
  const entities = [...glued(tools, words), ...named(tools, text, words)];
  const { phrases, impossible } = timesIn(text, words);
  const plain = phrases.flatMap(({ start, end, from, to, day }): Mention[] => {
    const mention = { start, end, written: writtenOf(text, words, start, end), entities: [], isWeak: false, isOneDay: false };
    const period: Mention = { ...mention, times: [{ from, to, of: null }] };
    return day === null ? [period] : [period, { ...mention, times: [{ from: day, to: day, of: null }], isOneDay: true }];
  });
  const dated = withTimes(tools, text, words, entities, phrases);
  return { text, words, mentions: [...plain, ...datedBy(tools.vocabulary, text, words, entities), ...entities, ...dated], slips, impossible };
}

/** Records named together with their time: "the treaty of 1961", "the 2025 summit"; those of that time are meant. */
function withTimes(
  { vocabulary, names }: ReadingTools,
  text: string,
  words: readonly Word[],
  mentions: readonly Mention[],
  phrases: readonly TimePhrase[],
): Mention[] {
  const nouns = words.flatMap(({ folded }, at) => {
    const entities = names.meantBy(folded);
    return entities.length > 0 ? [{ start: at, end: at + 1, entities }] : [];
  });
  return [...mentions, ...nouns].flatMap(({ start: first, end: last, entities }) =>
    phrases.flatMap(({ start, end, from, to }): Mention[] => {
      if (end !== first && start !== last) return [];
      const meant = entities.filter(({ entity }) => {
        const days = daysOf(vocabulary, entity);
        return days !== null && days.from >= from && days.to <= to;
      });
      const span = { start: Math.min(first, start), end: Math.max(last, end) };
      return meant.length === 0
        ? []
        : [{ ...span, written: writtenOf(text, words, span.start, span.end), entities: meant, times: [], isWeak: true, isOneDay: false }];
    }),
  );
}

/** Times that records name, such as "before the war"; one for each record that may be meant. */
function datedBy(vocabulary: Vocabulary, text: string, words: readonly Word[], mentions: readonly Mention[]): Mention[] {
  const isBehind = (at: number) => BEFORE_RECORDS.has(words[at]?.folded ?? '');
  return mentions.flatMap((mention): Mention[] => {
    if (!isBehind(mention.start - 1) && !(isBehind(mention.start - 2) && words[mention.start - 1]?.folded === 'the')) return [];
    const nearest = mention.entities[0]?.tier;
    const found = mention.entities
      .filter(({ tier }) => tier === nearest)
      .flatMap(({ entity }) => {
        const days = daysOf(vocabulary, entity);
        const anchor: Anchor[] = days ? [{ start: mention.start, end: mention.end, ...days }] : [];
        return timesIn(text, words, anchor)
          .phrases.filter(({ start, end }) => start < mention.start && end >= mention.end)
          .map((phrase) => ({ phrase, of: entity }));
      });
    const [first] = found;
    if (!first) return [];
    const { start, end } = first.phrase;
    return [
      {
        start,
        end,
        written: writtenOf(text, words, start, end),
        entities: [],
        times: found.map(({ phrase: { from, to }, of }) => ({ from, to, of })),
        isWeak: true,
        isOneDay: false,
      },
    ];
  });
}

/** A short word that is no word of a name, between two with which nearly the same word is one. */
function amended({ names, lexicon }: ReadingTools, word: Word, [before, after]: readonly (Word | undefined)[], slips: Slip[]): Word | null {
  if (!before || !after || names.isNameWord(word.folded) || lexicon.isStopWord(word.folded)) return null;
  const taken = names.amid(before.folded, word.folded, after.folded);
  if (taken === null) return null;
  slips.push({ written: word.written, taken });
  return { ...word, folded: taken };
}

/** A word that is no word here but nearly one. */
function mended({ names, lexicon, known, knownWords }: ReadingTools, word: Word, slips: Slip[]): Word {
  const { folded, written } = word;
  if (names.isNameWord(folded) || lexicon.isStopWord(folded) || known.has(stemOf(folded)) || !/^\p{L}+$/u.test(folded)) return word;
  const near = [names.nearWord(folded), nearest(folded, knownWords)].filter((found) => found !== null).sort((a, b) => a.far - b.far)[0];
  if (!near) return word;
  slips.push({ written, taken: near.word });
  return { ...word, folded: near.word };
}

function named({ names, lexicon, known }: ReadingTools, text: string, words: readonly Word[]): Mention[] {
  const mentions: Mention[] = [];
  for (let start = 0; start < words.length; start += 1) {
    for (let end = Math.min(words.length, start + names.longest); end > start; end -= 1) {
      const run = words.slice(start, end);
      const folded = run.map((word) => word.folded);
      const written = writtenOf(text, words, start, end);
      const found = names.named(folded.join(' '), written).filter(({ tier }) => tier < TIER.part || !isCommon(text, written));
      const isWeak = folded.every((word) => lexicon.isStopWord(word) || known.has(stemOf(word)));
      const candidates = [...found, ...together(names, lexicon, folded).filter(({ entity }) => !found.some((other) => other.entity === entity))];
      if (candidates.length === 0) continue;
      mentions.push({
        start,
        end,
        written,
        entities: candidates,
        times: [],
        isOneDay: false,
        isWeak: isWeak || !found.some(({ tier }) => tier <= TIER.name),
      });
    }
  }
  return [...mentions.filter((own) => !mentions.some((other) => isPartOf(own, other))), ...meant(names, text, words)];
}

/** Whether a word is written as a common noun, in a text that has capitals: "city" is no City of Paris. */
function isCommon(text: string, written: string): boolean {
  return !written.includes(' ') && written === written.toLowerCase() && /\p{L}.*\p{Lu}/u.test(text);
}

/** Whether a mention is a part of a longer one that means the same: "Lam" of "To Lam". */
function isPartOf(own: Mention, other: Mention): boolean {
  if (other.start > own.start || other.end < own.end || other.end - other.start <= own.end - own.start) return false;
  const means = new Set(other.entities.filter(({ tier }) => tier <= TIER.name).map(({ entity }) => entity.id));
  // "Kim" within "Kim Jong-un" is no other Kim.
  const kinds = new Set(other.entities.filter(({ tier }) => tier === TIER.label).map(({ entity }) => entity.kind));
  if (kinds.size > 0 && own.entities.every(({ entity, tier }) => tier !== TIER.label && kinds.has(entity.kind))) return true;
  // "South" within "South Korea" is no South Africa.
  if (means.size > 0 && own.entities.every(({ tier }) => tier >= TIER.part)) return true;
  return means.size > 0 && own.entities.every(({ entity }) => means.has(entity.id));
}

/** Several words that one name holds, in whatever order: "the Johannesburg summit". */
function together(names: NameIndex, lexicon: Lexicon, folded: readonly string[]): readonly Candidate[] {
  const content = folded.filter((word) => !lexicon.isStopWord(word) && !/^\d+$/.test(word));
  const isRun =
    folded.length > 1 &&
    folded.length <= MOST_TOGETHER &&
    content.length > 1 &&
    [folded[0] ?? '', folded.at(-1) ?? ''].every((word) => !lexicon.isStopWord(word) && !/^\d+$/.test(word));
  return isRun ? names.holding(content).filter(({ entity }) => !names.isTitled(entity) || !folded.some((word) => AUXILIARIES.has(word))) : [];
}

/** "The war", "the article": common nouns that stand for one of a few. */
function meant(names: NameIndex, text: string, words: readonly Word[]): Mention[] {
  return words.flatMap(({ folded }, at): Mention[] => {
    const entities = ['the', 'this', 'that'].includes(words[at - 1]?.folded ?? '') ? names.meantBy(folded) : [];
    return entities.length === 0
      ? []
      : [{ start: at - 1, end: at + 1, written: writtenOf(text, words, at - 1, at + 1), entities, times: [], isWeak: true, isOneDay: false }];
  });
}

/** Names in words of scripts that glue endings to them, or that write no spaces. */
function glued({ names }: ReadingTools, words: readonly Word[]): Mention[] {
  return words.flatMap(({ folded, written }, at) =>
    names
      .within(folded)
      .map(({ candidates }): Mention => ({ start: at, end: at + 1, written, entities: candidates, times: [], isWeak: false, isOneDay: false })),
  );
}

/** When a record took place, as far as known on both sides. */
export function daysOf(vocabulary: Vocabulary, { kind, columns }: EntityNode): Days | null {
  const property = vocabulary.kind(kind)?.orderedBy ?? null;
  if (property === null) return null;
  const [from, to] = [columns[`${property}Earliest`], columns[`${property}Latest`]];
  if (typeof from !== 'string' || typeof to !== 'string' || shownBound(from) === null || shownBound(to) === null) return null;
  return { from, to };
}

function writtenOf(text: string, words: readonly Word[], start: number, end: number): string {
  return text.slice(words[start]?.start ?? 0, words[end - 1]?.end ?? 0);
}
