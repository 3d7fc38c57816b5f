import { valueText } from '../model/claim.js';
import type { Dataset } from '../model/dataset.js';
import { fold } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';

/** A name that a text mentions, and who bears it. */
interface Mention {
  readonly text: string;
  readonly ids: readonly string[];
}

/** Whether words name somebody, by the names that the claims give. */
export interface NamesInWords {
  /** Whether somebody has names, and the words none of them nor a part of one. */
  isUnnamed(id: string, words: string): boolean;
  /** Whether the words hold an adjective made of a name: France, French, Franco-, français. */
  isAdjective(id: string, words: string): boolean;
  /** The names in a text, the longest where one holds another. */
  mentionedIn(text: string): readonly Mention[];
  /** Whether the words are a name of somebody and nothing else. */
  isName(words: string): boolean;
  /** Whether the words hold a mention, or name one of its bearers in another way. */
  hold(words: string, mention: string, ids: readonly string[]): boolean;
}

/** The names of a data set's entities that have names of their own. */
export function namesInWords(vocabulary: Vocabulary, { identities, claims }: Dataset): NamesInWords {
  const kinds = new Map(identities.map(({ id, kind }) => [id, vocabulary.kind(kind)]));
  const names = new Map<string, string[]>();
  const bearers = new Map<string, string[]>();
  for (const { predicate, subject, value } of claims) {
    const name = predicate === 'name' && kinds.get(subject)?.named === true ? (valueText(value) ?? '') : '';
    if (name === '') continue;
    names.set(subject, [...(names.get(subject) ?? []), fold(name)]);
    const parts = kinds.get(subject)?.personal === true && name.split(' ').every(isCapital) ? partsOf(name) : [];
    for (const each of [name, ...parts]) if (isCapital(each)) bearers.set(each, [...(bearers.get(each) ?? []), subject]);
  }
  const isUnnamed = (id: string, words: string) => {
    const own = names.get(id) ?? [];
    const folded = fold(words);
    return own.length > 0 && ![...own, ...own.flatMap(partsOf).filter((part) => part.length > 3)].some((name) => folded.includes(name));
  };
  const isAdjective = (id: string, words: string) => {
    const starts = (names.get(id) ?? []).flatMap(partsOf).map(consonants);
    return partsOf(fold(words)).some((part) => starts.some((start) => start.length > 1 && consonants(part).startsWith(start)));
  };
  return {
    isUnnamed,
    isAdjective,
    mentionedIn: (text) => {
      const held = [...bearers].filter(([name]) => holdsWord(text, name) && !text.startsWith('To '));
      return held.filter(([name]) => !held.some(([other]) => other !== name && other.includes(name))).map(([name, ids]) => ({ text: name, ids }));
    },
    isName: (words) => [...names.values()].some((own) => own.includes(fold(words))),
    hold: (words, mention, ids) => fold(words).includes(fold(mention)) || ids.some((id) => !isUnnamed(id, words) || isAdjective(id, words)),
  };
}

function isCapital(word: string): boolean {
  return /^\p{Lu}\p{L}/u.test(word);
}

function holdsWord(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at >= 0 && !/\p{L}$/u.test(text.slice(0, at)) && !/^\p{L}/u.test(text.slice(at + name.length));
}

function partsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}]+/u);
}

/** The first consonants of a word, which an adjective made of a name keeps. */
function consonants(word: string): string {
  return word.replace(/[aeiouy]/g, '').slice(0, 3);
}
