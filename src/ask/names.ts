import { push } from '../model/groups.js';
import type { EntityNode } from '../model/graph.js';
import { eachInSteps, type Steps } from '../model/steps.js';
import { compareText, withoutUmlauts } from '../model/text.js';
import type { Set as Described } from './plan.js';
import { nearest } from './slips.js';
import { keyOfText } from './tokens.js';

/** What names mean beyond what sources call things; the owner of a vocabulary gives it. */
export interface NameWords {
  /** Adjectives and names of inhabitants of an entity. */
  adjectives(entity: EntityNode): readonly string[];
  /** Names that several things share though no source calls each of them so, by label; the first is meant where nothing tells them apart. */
  readonly homonyms: Readonly<Record<string, readonly string[]>>;
  /** Other names, by label. */
  readonly nicknames: Readonly<Record<string, readonly string[]>>;
  /** Names of capitals, by the label of the country that they stand for where somebody acts. */
  readonly capitals: Readonly<Record<string, readonly string[]>>;
}

/** What the kinds of entities are called by. */
export interface KindWords {
  readonly isNamed: (kind: string) => boolean;
  /** Whether something bears it, as an office is borne. */
  readonly isTitled: (kind: string) => boolean;
  readonly isPerson: (kind: string) => boolean;
  /** Whether it is of records that only we call something: what happened. */
  readonly isTold: (kind: string) => boolean;
  /** Its texts that say in a word what somebody is, by their properties: a profession. */
  readonly tradesOf: (entity: EntityNode) => readonly (readonly [property: string, text: string])[];
  /** Whether it is of documents, which tell of themselves. */
  readonly isSource: (kind: string) => boolean;
}

/** An entity that words of a text may mean; the cheaper the likelier. */
export interface Candidate {
  readonly entity: EntityNode;
  readonly cost: number;
}

export const COST = { label: 0, name: 0.1, surname: 0.15, unusual: 0.25, capital: 0.6, part: 0.3, words: 1.2 } as const;

/** More entities than this that hold the same words mean none of them. */
const MOST_ALIKE = 12;

/** More records than this that are told with the same word are no sort of their own. */
const MOST_TOLD = 20;

/** The most words of a title of which a part is a name. */
const LONGEST_TITLE = 4;

/** Words that no part of a name begins or ends with, and that tell no name from another. */
const LINKS: ReadonlySet<string> = new Set('of and the de du des la le les et for in on with to a an d l en au aux s between'.split(' '));

/** The names of entities, looked up by key. */
export class NameIndex {
  /** The most words that a name has. */
  longest = 1;
  private readonly byName = new Map<string, Candidate[]>();
  private readonly byAdjective = new Map<string, Candidate[]>();
  /** Those who are something by trade: doctors. */
  readonly byTrade = new Map<string, Described>();
  private readonly byTitle = new Map<string, Set<string>>();
  /** Records by the words that they are told in: "festival"; and by those before their first preposition, which say what they are. */
  private readonly byLabelWord = new Map<string, Set<string>>();
  private readonly byHeadWord = new Map<string, Set<string>>();
  private readonly byWord = new Map<string, Set<EntityNode>>();
  private readonly bases = new Map<string, string[]>();
  private readonly kinds: KindWords;

  private constructor(kinds: KindWords) {
    this.kinds = kinds;
  }

  /** Reads the names of entities. */
  static *of(entities: readonly EntityNode[], words: NameWords, kinds: KindWords): Steps<NameIndex> {
    const index = new NameIndex(kinds);
    const byLabel = new Map<string, EntityNode>();
    yield* eachInSteps(entities, (entity) => {
      byLabel.set(entity.label, entity);
      index.addEntity(entity, words);
    });
    index.addWords(byLabel, words);
    return index;
  }

  private addEntity(entity: EntityNode, words: NameWords): void {
    const { isNamed, isTitled, isPerson, isSource } = this.kinds;
    const label = keyOfText(entity.label);
    const names = [entity.label, ...namesOf(entity)].flatMap((name) => [name, withoutUmlauts(name)]);
    for (const key of new Set(names.map(keyOfText))) {
      const isPart = key !== label && !isNamed(entity.kind) && ` ${label} `.includes(` ${key} `);
      this.add(key, entity, key === label ? COST.label : isPart ? COST.part : COST.name);
      if (isNamed(entity.kind))
        for (const part of partsOf(key)) this.add(part, entity, isPerson(entity.kind) && !part.includes(' ') ? COST.surname : COST.part);
    }
    // "Are France and Korea allies? (web essay)" is the web essay.
    const aside = isSource(entity.kind) ? /\((\p{Ll}[^(),]*)/u.exec(entity.label)?.[1] : undefined;
    if (aside !== undefined) this.add(keyOfText(aside), entity, COST.name);
    // "French-Korean sister cities (policy brief)" is spoken of by the end of its title.
    const title = keyOfText(entity.label.replace(/ \(.*/, ''));
    const parts = isSource(entity.kind) && title.split(' ').length <= LONGEST_TITLE ? partsOf(title) : [];
    for (const part of parts) if (part.includes(' ')) this.add(part, entity, COST.unusual);
    for (const adjective of words.adjectives(entity)) this.addAdjective(keyOfText(adjective), entity);
    if (isTitled(entity.kind)) this.addTitle(entity);
    for (const [property, text] of this.kinds.tradesOf(entity))
      for (const key of [text, `${text}s`].map(keyOfText)) this.byTrade.set(key, { kinds: [entity.kind], tests: [{ is: 'text', property, text }] });
    if (this.kinds.isTold(entity.kind)) this.addLabelWords(entity);
  }

  private addWords(byLabel: ReadonlyMap<string, EntityNode>, words: NameWords): void {
    for (const [label, names] of Object.entries(words.nicknames)) this.addAll(names, byLabel.get(label), COST.name);
    for (const [label, names] of Object.entries(words.capitals)) {
      // A source may call a government by its capital, too.
      const isOther = ({ entity }: Candidate) => entity !== byLabel.get(label);
      for (const key of names.map(keyOfText)) this.byName.set(key, (this.byName.get(key) ?? []).filter(isOther)); // prettier-ignore
      this.addAll(names, byLabel.get(label), COST.capital);
    }
    for (const [name, labels] of Object.entries(words.homonyms)) {
      labels.forEach((label, at) => {
        const entity = byLabel.get(label);
        if (!entity) return;
        const isAdjective = this.byAdjective.has(keyOfText(name));
        const list = isAdjective ? this.byAdjective : this.byName;
        const others = (list.get(keyOfText(name)) ?? [])
          .filter((candidate) => candidate.entity !== entity)
          .map((other) => (labels.includes(other.entity.label) ? other : { ...other, cost: other.cost + COST.capital }));
        list.set(keyOfText(name), [...others, { entity, cost: at === 0 ? COST.name : COST.unusual }]);
      });
    }
  }

  /** Entities that a run of words names, the likeliest first; a part of a name counts where it is no whole name. */
  named(key: string, written: string): readonly Candidate[] {
    // Short names are taken only where they are written with a capital.
    if (key.length <= 3 && /^[a-z]+$/.test(key) && written === written.toLowerCase()) return [];
    const found = (this.byName.get(key) ?? this.byName.get(keyOfText(withoutUmlauts(written))) ?? []).toSorted(
      (a, b) => a.cost - b.cost || compareText(a.entity.id, b.entity.id),
    );
    const whole = found.filter(({ cost }) => cost !== COST.part);
    const parts = this.byAdjective.has(key) ? [] : found.filter(({ cost }) => cost === COST.part);
    return distinct(whole.length > 0 ? whole : parts.length > MOST_ALIKE ? [] : parts);
  }

  /** Entities that an adjective is of. */
  adjective(key: string): readonly Candidate[] {
    return this.byAdjective.get(key) ?? [];
  }

  /** Ids of what bears a title: every presidency for "president". */
  titledBy(key: string): readonly string[] {
    return [...(this.byTitle.get(key) ?? [])];
  }

  /** Ids of records that are told with a word, where they are few: every festival. */
  toldWith(key: string): readonly string[] {
    const ids = [...(this.byHeadWord.get(key) ?? this.byLabelWord.get(key) ?? [])];
    return ids.length > MOST_TOLD ? [] : ids;
  }

  /** Entities whose names hold all of these words, in any order, when they are few. */
  holding(keys: readonly string[]): readonly Candidate[] {
    const content = keys.filter((word) => !LINKS.has(word));
    if (content.length < 2) return [];
    const [first, ...others] = content.map((word) => this.holders(word)).sort((a, b) => a.size - b.size);
    const found = [...(first ?? [])].filter((entity) => others.every((set) => set.has(entity)));
    const isMost = (entity: EntityNode) =>
      [entity.label, ...namesOf(entity)].some((name) => {
        const own = keyOfText(name)
          .split(' ')
          .filter((word) => !LINKS.has(word));
        const holds = (word: string) =>
          own.includes(word) || own.includes(word.replace(/s$/, '')) || (this.bases.get(word)?.every((base) => own.includes(base)) ?? false);
        return own.length <= 1.7 * content.length && content.every(holds);
      });
    const inOrder = found.filter(isMost).filter(({ label, kind }) => !this.kinds.isTitled(kind) || begins(keyOfText(label).split(' '), content, this.bases));
    return inOrder.length > MOST_ALIKE ? [] : inOrder.map((entity) => ({ entity, cost: COST.words + keyOfText(entity.label).split(' ').length / 20 }));
  }

  isNameWord(folded: string): boolean {
    return this.byWord.has(folded);
  }

  /** The word of a name that one which is no word is a slip of the pen of. */
  nearWord(folded: string): string | null {
    return nearest(folded, this.byWord.keys());
  }

  /** Names that begin with some letters, for completion. */
  beginning(letters: string, most: number): readonly EntityNode[] {
    const found = [...this.byName].filter(([key]) => key.startsWith(letters)).flatMap(([, candidates]) => candidates);
    return distinct(found.toSorted((a, b) => a.cost - b.cost || compareText(a.entity.label, b.entity.label)))
      .slice(0, most)
      .map(({ entity }) => entity);
  }

  private holders(word: string): ReadonlySet<EntityNode> {
    const own = this.byWord.get(word) ?? this.byWord.get(word.replace(/s$/, '')) ?? new Set<EntityNode>();
    const [first, ...others] = (this.bases.get(word) ?? []).map((base) => this.byWord.get(base) ?? new Set<EntityNode>());
    return first ? new Set([...own, ...[...first].filter((entity) => others.every((set) => set.has(entity)))]) : own;
  }

  private addAll(names: readonly string[], entity: EntityNode | undefined, cost: number): void {
    if (entity) for (const name of names) this.add(keyOfText(name), entity, cost);
  }

  private add(key: string, entity: EntityNode, cost: number): void {
    if (key === '') return;
    push(this.byName, key, { entity, cost });
    const words = key.split(' ');
    this.longest = Math.max(this.longest, Math.min(16, /\p{Script=Hangul}/u.test(key) ? key.length : words.length + 3));
    for (const word of words) {
      const held = this.byWord.get(word);
      if (held) held.add(entity);
      else this.byWord.set(word, new Set([entity]));
    }
  }

  private addAdjective(key: string, entity: EntityNode): void {
    if (!(this.byAdjective.get(key) ?? []).some((candidate) => candidate.entity === entity)) push(this.byAdjective, key, { entity, cost: COST.name });
    this.bases.set(key, keyOfText(entity.label).split(' '));
  }

  private addLabelWords({ id, label }: EntityNode): void {
    const words = keyOfText(label).split(' ');
    const first = words.findIndex((word) => LINKS.has(word));
    const runs = words.flatMap((word, at) => [word, `${word} ${words[at + 1] ?? ''}`.trim()].map((run) => ({ run, isHead: first < 0 || at < first })));
    for (const { run, isHead } of runs.filter((own) => /^(\p{L}{3,}( \p{L}{4,})?|\d+(st|nd|rd|th))$/u.test(own.run)))
      for (const key of [run, run.endsWith('s') ? run.slice(0, -1) : `${run}s`])
        for (const list of isHead ? [this.byLabelWord, this.byHeadWord] : [this.byLabelWord]) list.set(key, (list.get(key) ?? new Set()).add(id));
  }

  /** "President" of "President of China": what stands before whose it is. */
  private addTitle(entity: EntityNode): void {
    const [, title = keyOfText(entity.label), of = ''] = /^(.*?)(?: of (?:the )?(.*) of .*| of .*| to .*|, .*)$/.exec(keyOfText(entity.label)) ?? [];
    // The minister of economy and finance is the finance minister, too.
    const fields = of === '' ? [] : [of, ...of.split(' and ')];
    const longer = fields.flatMap((field) => [
      ...['of', 'for'].flatMap((link) => [`${title} ${link} ${field}`, `${title} ${link} the ${field}`]),
      `${field} ${title}`,
    ]);
    for (const key of [title, `${title}s`, ...longer]) {
      const ids = this.byTitle.get(key) ?? new Set<string>();
      this.byTitle.set(key, ids.add(entity.id));
    }
  }
}

function namesOf({ columns }: EntityNode): readonly string[] {
  const names = columns['name'];
  return Array.isArray(names) ? names.map(String) : [];
}

/** The beginnings and ends of a name: "Lille" of "Lille Métropole", "Lee" of "Lee Jae Myung". */
function partsOf(key: string): string[] {
  const words = key.split(' ');
  const sizes = Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => at + 1);
  const parts = sizes.flatMap((size) => [words.slice(0, size), words.slice(-size)]);
  return [...new Set(parts.filter((part) => !LINKS.has(part[0] ?? '') && !LINKS.has(part.at(-1) ?? '')).map((part) => part.join(' ')))].filter(
    (part) => part.length > 1 && !/^\d+\w*$/.test(part),
  );
}

/** Whether a label begins with words, in any order: "French ambassador" is that of France to somebody, not somebody's to France. */
function begins(label: readonly string[], content: readonly string[], bases: ReadonlyMap<string, readonly string[]>): boolean {
  const wanted = content.flatMap((word) => bases.get(word) ?? [word]);
  const own = label.filter((word) => !LINKS.has(word));
  const size = new Set(wanted).size;
  return wanted.every((word) => own.slice(0, size).some((known) => known === word || `${known}s` === word)) && isOrdered(own, content, bases);
}

/** Words keep the order of the label, but for an adjective, which stands before what it is of. */
function isOrdered(own: readonly string[], content: readonly string[], bases: ReadonlyMap<string, readonly string[]>): boolean {
  const plain = content.filter((word) => !bases.has(word)).map((word) => own.indexOf(word));
  const adjectives = content.flatMap((word) => (bases.get(word) ?? []).map((base) => own.indexOf(base)));
  const [, ...rest] = plain;
  return (
    plain.every((at, place) => place === 0 || at >= (plain[place - 1] ?? 0)) &&
    (adjectives.length === 0 || rest.every((at) => adjectives.every((own) => own < at)))
  );
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ entity }) => !seen.has(entity.id) && seen.add(entity.id));
}
