import type { EntityNode } from '../../model/projection.js';
import { compareText } from '../../model/text.js';
import type { SearchQuestion } from '../store.js';

/** Words that begin alike: their places in the list of all words, the second not included. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * The words of all names in order, with the entities that have each, in typed arrays. A search walks the entities of the
 * rarest word asked for and stops at its limit, so that it costs what it brings and not what it could bring.
 */
export class NameWords {
  private readonly entities: readonly EntityNode[];
  private readonly words: readonly string[];
  /** The slice of `holders` that belongs to each word begins here. */
  private readonly starts: Uint32Array;
  private readonly holders: Uint32Array;
  /** The slice of `held` that belongs to each entity begins here; its words by number, ascending. */
  private readonly ends: Uint32Array;
  private readonly held: Uint32Array;

  constructor(entities: readonly EntityNode[]) {
    this.entities = entities;
    const own = entities.map(wordsOf);
    this.words = [...new Set(own.flat())].sort(compareText);
    const numbers = new Map(this.words.map((word, number) => [word, number]));
    this.ends = new Uint32Array(entities.length + 1);
    this.starts = new Uint32Array(this.words.length + 1);
    for (const [entity, words] of own.entries()) {
      this.ends[entity + 1] = (this.ends[entity] ?? 0) + words.length;
      for (const word of words) add(this.starts, (numbers.get(word) ?? 0) + 1, 1);
    }
    for (let word = 0; word < this.words.length; word += 1) add(this.starts, word + 1, this.starts[word] ?? 0);
    this.held = new Uint32Array(this.ends.at(-1) ?? 0);
    this.holders = new Uint32Array(this.held.length);
    const next = this.starts.slice();
    for (const [entity, words] of own.entries()) {
      const held = Uint32Array.from(words, (word) => numbers.get(word) ?? 0).sort();
      this.held.set(held, this.ends[entity] ?? 0);
      for (const word of held) {
        this.holders[next[word] ?? 0] = entity;
        add(next, word, 1);
      }
    }
  }

  find({ words, or = [], label, limit }: SearchQuestion): EntityNode[] {
    const found = new Set<EntityNode>();
    for (const cut of [...or, words].filter((some) => some.join('') !== '')) {
      for (const entity of this.beginning(cut)) {
        if (found.size >= limit) return [...found];
        if (label === '' || entity.labels.includes(label)) found.add(entity);
      }
    }
    return [...found];
  }

  /** Entities that have a word beginning with each of some; those with the rarest as a whole word come first. */
  private *beginning(wanted: readonly string[]): Generator<EntityNode> {
    const ranges = wanted.flatMap((word) => word.split(' ')).map((word) => this.range(word));
    const size = ({ from, to }: Range) => (this.starts[to] ?? 0) - (this.starts[from] ?? 0);
    const [rarest, ...others] = [...ranges].sort((a, b) => size(a) - size(b));
    if (!rarest) return;
    for (const number of this.holders.subarray(this.starts[rarest.from], this.starts[rarest.to])) {
      const entity = this.entities[number];
      if (entity && others.every((range) => this.hasAny(number, range))) yield entity;
    }
  }

  private hasAny(entity: number, { from, to }: Range): boolean {
    return this.held.subarray(this.ends[entity], this.ends[entity + 1]).some((word) => word >= from && word < to);
  }

  private range(beginning: string): Range {
    return { from: this.place(beginning), to: this.place(`${beginning}\uffff`) };
  }

  /** Where a text stands, or would, among the words. */
  private place(text: string): number {
    let [low, high] = [0, this.words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.words[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function wordsOf({ columns: { terms, spellings } }: EntityNode): string[] {
  const names = [terms ?? [], spellings ?? []].flat().map(String);
  return [...new Set(names.flatMap((name) => name.split(' ')))].filter((word) => word !== '');
}

function add(numbers: Uint32Array, at: number, by: number): void {
  numbers[at] = (numbers[at] ?? 0) + by;
}
