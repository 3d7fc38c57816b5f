import type { EntityNode } from '../../model/graph.js';
import { eachInSteps, madeInSteps, sortedInSteps, type Steps } from '../../model/steps.js';
import { compareText } from '../../model/text.js';
import type { SearchQuestion } from '../store.js';

/** Words that begin alike: their places in the list of all words, the second not included. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** The words of all names in order, with the entities that have each, by number. */
export interface NameTable {
  readonly words: readonly string[];
  /** The slice of `holders` that belongs to each word begins here. */
  readonly starts: Uint32Array;
  readonly holders: Uint32Array;
  /** The slice of `held` that belongs to each entity begins here; its words by number, ascending. */
  readonly ends: Uint32Array;
  readonly held: Uint32Array;
}

export function* nameTable(entities: readonly EntityNode[]): Steps<NameTable> {
  const own = yield* madeInSteps(entities, wordsOf);
  const words = yield* sortedInSteps(new Set(own.flat()), compareText);
  const numbers = new Map(words.map((word, number) => [word, number]));
  const ends = new Uint32Array(entities.length + 1);
  const starts = new Uint32Array(words.length + 1);
  yield* eachInSteps(own, (named, entity) => {
    ends[entity + 1] = (ends[entity] ?? 0) + named.length;
    for (const word of named) add(starts, (numbers.get(word) ?? 0) + 1, 1);
  });
  for (let word = 0; word < words.length; word += 1) add(starts, word + 1, starts[word] ?? 0);
  const held = new Uint32Array(ends.at(-1) ?? 0);
  const holders = new Uint32Array(held.length);
  const next = starts.slice();
  yield* eachInSteps(own, (named, entity) => {
    const sorted = Uint32Array.from(named, (word) => numbers.get(word) ?? 0).sort();
    held.set(sorted, ends[entity]);
    for (const word of sorted) {
      holders[next[word] ?? 0] = entity;
      add(next, word, 1);
    }
  });
  return { words, starts, holders, ends, held };
}

/**
 * Finds entities by the words of their names. A search walks the entities of the rarest word asked for and stops at its
 * limit, so that it costs what it brings and not what it could bring.
 */
export class NameWords {
  private readonly table: NameTable;

  constructor(table: NameTable) {
    this.table = table;
  }

  /** Numbers of entities; `isWanted` tells those that count. */
  find({ words, or = [], limit }: Omit<SearchQuestion, 'label'>, isWanted: (entity: number) => boolean): number[] {
    const found = new Set<number>();
    for (const cut of [...or, words].filter((some) => some.join('') !== '')) {
      for (const entity of this.beginning(cut)) {
        if (found.size >= limit) return [...found];
        if (isWanted(entity)) found.add(entity);
      }
    }
    return [...found];
  }

  /** Numbers of the entities that have a word. */
  holding(word: string): Uint32Array {
    const { words, starts, holders } = this.table;
    const place = this.place(word);
    return words[place] === word ? holders.subarray(starts[place], starts[place + 1]) : new Uint32Array();
  }

  /** Entities that have a word beginning with each of some; those with the rarest as a whole word come first. */
  private *beginning(wanted: readonly string[]): Generator<number> {
    const ranges = wanted.flatMap((word) => word.split(' ')).map((word) => this.range(word));
    const { starts, holders } = this.table;
    const size = ({ from, to }: Range) => (starts[to] ?? 0) - (starts[from] ?? 0);
    const [rarest, ...others] = [...ranges].sort((a, b) => size(a) - size(b));
    if (!rarest) return;
    for (const entity of holders.subarray(starts[rarest.from], starts[rarest.to])) {
      if (others.every((range) => this.hasAny(entity, range))) yield entity;
    }
  }

  private hasAny(entity: number, { from, to }: Range): boolean {
    const { held, ends } = this.table;
    return held.subarray(ends[entity], ends[entity + 1]).some((word) => word >= from && word < to);
  }

  private range(beginning: string): Range {
    return { from: this.place(beginning), to: this.place(`${beginning}\uffff`) };
  }

  /** Where a text stands, or would, among the words. */
  private place(text: string): number {
    const { words } = this.table;
    let [low, high] = [0, words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[middle] ?? '') < text) low = middle + 1;
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
