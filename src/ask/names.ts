import { distance } from 'fastest-levenshtein';
import type { EntityNode } from '../model/projection.js';
import { compareText } from '../model/text.js';
import type { Grammar } from './grammar.js';
import { keyOf, stemOf } from './words.js';
import { push } from '../model/groups.js';

/** How near words of a text come to an entity's name; smaller is nearer. */
export const TIER = { label: 0, name: 1, part: 2, words: 3, almost: 4, noun: 5 } as const;
export type Tier = (typeof TIER)[keyof typeof TIER];

/** An entity that words of a text may mean. */
export interface Candidate {
  readonly entity: EntityNode;
  readonly tier: Tier;
  /** By the name of a city that stands for it, as a capital does for a government: it acts, but nothing takes place there. */
  readonly isCapital?: true;
  /** Of several that share the name, the one that is meant where others are named beside it. */
  readonly isUsual?: true;
}

/** More entities than this that hold the same words mean none of them. */
const MOST_ALIKE = 12;

/** Of so many words one may be missing in a name, when fewer names than this have all others. */
const MANY_WORDS = 4;
const MOST_ALMOST = 3;

/** A common noun that stands for more things than this stands for none. */
const MOST_MEANT = 16;

/** Names of at most so many letters are taken only where they are written with a capital. */
const SHORT_NAME = 3;

/** The names of entities, looked up by folded words. */
export class NameIndex {
  private readonly byName = new Map<string, Candidate[]>();
  private readonly byPart = new Map<string, Candidate[]>();
  private readonly byStem = new Map<string, Set<EntityNode>>();
  private readonly byNoun = new Map<string, EntityNode[]>();
  /** The words of the name that an adjective stands for. */
  private readonly bases = new Map<string, readonly string[]>();
  private readonly nameWords = new Set<string>();
  private readonly wordsByLetter = new Map<string, string[]>();
  private readonly titled: ReadonlySet<string>;
  /** The most words that a name has. */
  readonly longest: number;

  constructor(entities: readonly EntityNode[], grammar: Grammar, isNamed: (kind: string) => boolean) {
    const called = new Set(grammar.calledByPart);
    this.titled = new Set(grammar.calledByTitle);
    let longest = 1;
    for (const entity of entities) {
      const label = keyOf(entity.label);
      const keys = new Set([label, ...namesOf(entity).map(keyOf)]);
      for (const key of keys) {
        if (key === '') continue;
        const words = key.split(' ');
        longest = Math.max(longest, words.length);
        // "President" of one country alone is in the texts, and still the office of many.
        const isCommon = !isNamed(entity.kind) && key !== label && ` ${label} `.includes(` ${key} `);
        push(this.byName, key, { entity, tier: key === label ? TIER.label : isCommon ? TIER.part : TIER.name });
        for (const word of words) this.hold(word, entity);
        if (isNamed(entity.kind))
          for (const part of partsOf(words)) push(this.byPart, part, { entity, tier: called.has(entity.kind) && !part.includes(' ') ? TIER.name : TIER.part });
      }
    }
    this.longest = longest;
    this.adopt(grammar.demonyms, (name) => this.byName.get(keyOf(name)) ?? []);
    this.adoptHomonyms(grammar.homonyms);
    this.adoptCapitals(grammar.capitals);
    for (const [kind, nouns] of Object.entries(grammar.nouns)) {
      const ofKind = entities.filter(({ labels }) => labels.includes(kind));
      for (const noun of nouns) this.byNoun.set(noun, [...(this.byNoun.get(noun) ?? []), ...named(ofKind, noun)]);
    }
  }

  /** Entities that a run of words names, nearest first. `written` tells names from common words. */
  named(key: string, written: string): readonly Candidate[] {
    const isWritten = key.length > SHORT_NAME || !/^[a-z]+$/.test(key) || written !== written.toLowerCase();
    if (!isWritten) return [];
    const whole = this.byName.get(key) ?? [];
    const parts = (this.byPart.get(key) ?? []).filter(({ tier }) => whole.length === 0 || tier === TIER.name);
    return distinct([...whole, ...(parts.length > MOST_ALIKE ? [] : parts)].sort((a, b) => a.tier - b.tier));
  }

  /** Entities whose names hold all of these words, in any order, when they are few; of many words, one may be missing. */
  holding(folded: readonly string[]): readonly Candidate[] {
    const sets = folded.map((word) => this.holders(word)).sort((a, b) => a.size - b.size);
    const [smallest, ...others] = sets;
    if (!smallest) return [];
    const found = [...smallest].filter((entity) => others.every((set) => set.has(entity)));
    if (found.length > 0 || sets.length < MANY_WORDS) {
      const begun = found.filter(({ label }) => this.begins(label, folded));
      const plain = found.filter(({ label }) => !isNumbered(label, folded));
      const meant = plain.filter((entity) => begun.includes(entity) || !begun.some(({ kind }) => kind === entity.kind));
      return meant.length > MOST_ALIKE ? [] : meant.map((entity) => ({ entity, tier: TIER.words }));
    }
    const [first, last] = [this.holders(folded[0] ?? ''), this.holders(folded.at(-1) ?? '')];
    const almost = [...first].filter((entity) => last.has(entity) && sets.filter((set) => set.has(entity)).length === sets.length - 1);
    return almost.length > MOST_ALMOST ? [] : almost.map((entity) => ({ entity, tier: TIER.almost }));
  }

  /** Whether a label begins with words, in any order: "French ambassador" is that of France to somebody, not somebody's to France. */
  private begins(label: string, folded: readonly string[]): boolean {
    const wanted = folded.flatMap((word) => this.bases.get(word) ?? [word]).map(stemOf);
    const own = keyOf(label)
      .split(' ')
      .map(stemOf)
      .filter((word) => wanted.includes(word) || word.length > SHORT_NAME);
    return wanted.every((word) => own.slice(0, wanted.length).includes(word));
  }

  /** Entities with a word in their names, or with the name that it is an adjective of. */
  private holders(word: string): ReadonlySet<EntityNode> {
    const own = this.byStem.get(stemOf(word)) ?? new Set<EntityNode>();
    const [first, ...others] = (this.bases.get(word) ?? []).map((base) => this.byStem.get(stemOf(base)) ?? new Set<EntityNode>());
    return first ? new Set([...own, ...[...first].filter((entity) => others.every((set) => set.has(entity)))]) : own;
  }

  /** Entities of the kind that a common noun stands for; those that have it in their name, where any have. */
  meantBy(noun: string): readonly Candidate[] {
    return (this.byNoun.get(noun) ?? []).map((entity) => ({ entity, tier: TIER.noun }));
  }

  /** Whether it is called by a title: then words with a verb among them do not mean it. */
  isTitled({ kind }: EntityNode): boolean {
    return this.titled.has(kind);
  }

  isNameWord(folded: string): boolean {
    return this.nameWords.has(folded);
  }

  /** The word of some name that a folded word is a slip of the pen of. */
  nearWord(folded: string): { word: string; far: number } | null {
    return nearest(folded, this.wordsByLetter.get(folded.charAt(0)) ?? []);
  }

  /** What a word between two others would have to be for the three to be a name: "Lee Jay Myung". */
  amid(before: string, folded: string, after: string): string | null {
    const near = (this.wordsByLetter.get(folded.charAt(0)) ?? []).filter((word) => isOneOff(word, folded));
    return near.find((word) => this.byName.has(`${before} ${word} ${after}`)) ?? null;
  }

  /** Names in scripts that glue endings to words or write no spaces: every name that the word begins with or holds. */
  within(folded: string): readonly { key: string; candidates: readonly Candidate[] }[] {
    if (/^[\p{Script=Latin}\p{N}]+$/u.test(folded)) return [];
    return [...this.byName]
      .filter(([key]) => key.length > 1 && key !== folded && !/^[a-z0-9 ]+$/.test(key) && folded.includes(key))
      .map(([key, candidates]) => ({ key, candidates }))
      .sort((a, b) => b.key.length - a.key.length);
  }

  private hold(word: string, entity: EntityNode): void {
    const stem = stemOf(word);
    const holders = this.byStem.get(stem);
    if (holders) holders.add(entity);
    else this.byStem.set(stem, new Set([entity]));
    if (this.nameWords.has(word)) return;
    this.nameWords.add(word);
    push(this.wordsByLetter, word.charAt(0), word);
  }

  private adopt(words: Readonly<Record<string, readonly string[]>>, find: (name: string) => readonly Candidate[]): void {
    for (const [name, others] of Object.entries(words)) {
      const found = find(name).map(({ entity }): Candidate => ({ entity, tier: TIER.name }));
      for (const other of found.length > 0 ? others : []) {
        this.add(other, found);
        this.bases.set(other, keyOf(name).split(' '));
      }
    }
  }

  private adoptHomonyms(homonyms: Readonly<Record<string, readonly string[]>>): void {
    for (const [word, names] of Object.entries(homonyms)) {
      const meant = names.flatMap((name) => this.byName.get(keyOf(name)) ?? []).filter(({ tier }) => tier === TIER.label);
      const others = (this.byName.get(word) ?? []).map(({ entity }): Candidate => ({ entity, tier: TIER.part }));
      this.byName.set(word, []);
      const named = meant.map(({ entity }, at): Candidate => ({ entity, tier: TIER.name, ...(at === 0 && { isUsual: true }) }));
      this.add(word, distinct([...named, ...others]));
    }
  }

  /** Names of capitals, for the countries that they speak for. */
  private adoptCapitals(capitals: Readonly<Record<string, readonly string[]>>): void {
    for (const [country, names] of Object.entries(capitals)) {
      const states = (this.byName.get(keyOf(country)) ?? []).filter(({ tier }) => tier === TIER.label);
      const found = states.map(({ entity }): Candidate => ({ entity, tier: TIER.name, isCapital: true }));
      for (const key of found.length > 0 ? names : []) {
        const others = (this.byName.get(key) ?? []).filter(({ entity }) => !found.some((state) => state.entity === entity));
        this.byName.set(key, []);
        this.add(key, [...others, ...found]);
      }
    }
  }

  private add(key: string, found: readonly Candidate[]): void {
    for (const candidate of found) push(this.byName, key, candidate);
    for (const word of key.split(' ')) {
      if (this.nameWords.has(word)) continue;
      this.nameWords.add(word);
      push(this.wordsByLetter, word.charAt(0), word);
    }
  }
}

/** The nearest of some words, when it is near enough to be a slip: one letter from five on, two from eight on, or two letters that changed places. */
export function nearest(word: string, candidates: Iterable<string>): { word: string; far: number } | null {
  const most = word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0;
  let best: { word: string; far: number } | null = null;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > most || candidate.length < 4) continue;
    const isSwap = isSwapped(word, candidate);
    const far = isSwap ? 1 : distance(word, candidate);
    if (far > Math.max(most, isSwap ? 1 : 0)) continue;
    if (!best || far < best.far || (far === best.far && compareText(candidate, best.word) < 0)) best = { word: candidate, far };
  }
  return best;
}

/** Whether two neighbouring letters changed places. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  const at = Array.from({ length: a.length }, (_, index) => index).findIndex((index) => a.charAt(index) !== b.charAt(index));
  return a.charAt(at) === b.charAt(at + 1) && a.charAt(at + 1) === b.charAt(at) && a.slice(at + 2) === b.slice(at + 2);
}

function namesOf({ columns }: EntityNode): readonly string[] {
  const names = columns['name'];
  return Array.isArray(names) ? names.map(String) : [];
}

/** A part of a name does not begin or end with these. */
const LINKS: ReadonlySet<string> = new Set(['of', 'and', 'the', 'de', 'du', 'des', 'la', 'le', 'et', 'for', 'in', 'on', 'with', 'to']);

/** The beginnings and ends of a name: "Lille" of "Lille Métropole", "Lee" of "Lee Jae Myung". */
function partsOf(words: readonly string[]): string[] {
  const sizes = Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => at + 1);
  return [
    ...new Set(
      sizes
        .flatMap((size) => [words.slice(0, size), words.slice(-size)])
        .filter((part) => !LINKS.has(part[0] ?? '') && !LINKS.has(part.at(-1) ?? ''))
        .map((part) => part.join(' ')),
    ),
  ].filter((part) => part.length > 1);
}

function named(entities: readonly EntityNode[], noun: string): readonly EntityNode[] {
  const own = entities.filter(({ label }) => keyOf(label).split(' ').includes(noun));
  const meant = own.length > 0 ? own : entities;
  return meant.length > MOST_MEANT ? [] : meant;
}

/** Whether a label has an ordinal that the words lack: the mayor of a city is not the mayor of its 17th district. */
function isNumbered(label: string, folded: readonly string[]): boolean {
  return keyOf(label)
    .split(' ')
    .some((word) => /^\d+(st|nd|rd|th)$/.test(word) && !folded.includes(word));
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ entity }) => !seen.has(entity.id) && seen.add(entity.id));
}

/** Whether two words of one length differ in one letter, or one has a letter more. */
function isOneOff(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  const at = Array.from(short).findIndex((letter, place) => letter !== long.charAt(place));
  return at < 0 || short.slice(long.length > short.length ? at : at + 1) === long.slice(at + 1);
}
