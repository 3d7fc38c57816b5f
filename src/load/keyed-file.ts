import { closeSync, openSync, readSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import { cached } from '../model/cached.js';
import { compareText } from '../model/text.js';
import { entryOf, lineOf, writeLines, type Entry } from './sorted-file.js';

/** Bytes between two places of the file that are remembered. */
const BLOCK = 16_384;

/** How many blocks that were looked into are kept. */
const KEPT = 256;

/** A place at which a line begins, and its key. */
interface Mark {
  readonly key: string;
  readonly at: number;
}

/** Items by key in a file, in the order of their keys: those of one key are found without reading the others. */
export class KeyedFile<T> {
  private readonly file: number;
  private readonly marks: readonly Mark[];
  private readonly end: number;
  private readonly kept = new LRUCache<number, readonly Entry[]>({ max: KEPT });
  /** How many items there are. */
  readonly size: number;

  private constructor(path: string, marks: readonly Mark[], { end, size }: Pick<KeyedFile<T>, 'size'> & { readonly end: number }) {
    this.file = openSync(path, 'r');
    this.marks = marks;
    this.end = end;
    this.size = size;
  }

  /** Writes entries that come in the order of their keys. Close it when done. */
  static async write<T>(path: string, entries: AsyncIterable<Entry>): Promise<KeyedFile<T>> {
    const marks: Mark[] = [];
    let at = 0;
    const size = await writeLines(path, entries, (entry) => {
      if (at >= (marks.at(-1)?.at ?? -BLOCK) + BLOCK) marks.push({ key: ofItsOwn(entry.key), at });
      const line = lineOf(entry);
      at += Buffer.byteLength(line);
      return line;
    });
    return new KeyedFile<T>(path, marks, { end: at, size });
  }

  /** The items whose key is this word, or begins with it and a space. */
  under(word: string): T[] {
    const items: T[] = [];
    const [first, behind] = [`${word} `, `${word}!`];
    for (let block = this.blockBefore(word); block < this.marks.length; block += 1) {
      for (const { key, json } of this.entries(block)) {
        if (key >= behind) return items;
        if (key === word || key >= first) items.push(JSON.parse(json) as T);
      }
    }
    return items;
  }

  /** All items in the order of their keys. */
  *items(): Generator<T> {
    for (const [, item] of this.all()) yield item;
  }

  *all(): Generator<readonly [key: string, item: T]> {
    for (let block = 0; block < this.marks.length; block += 1) {
      for (const line of this.lines(block)) {
        const { key, json } = entryOf(line);
        yield [key, JSON.parse(json) as T];
      }
    }
  }

  close(): void {
    closeSync(this.file);
  }

  /** The last block whose first key does not come behind a word. */
  private blockBefore(word: string): number {
    let [low, high] = [0, this.marks.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (compareText(this.marks[middle]?.key ?? '', word) <= 0) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private entries(block: number): readonly Entry[] {
    return cached(this.kept, block, () => this.lines(block).map(entryOf));
  }

  private lines(block: number): string[] {
    const at = this.marks[block]?.at ?? 0;
    const bytes = Buffer.allocUnsafe((this.marks[block + 1]?.at ?? this.end) - at);
    for (let read = 0; read < bytes.length;) read += readSync(this.file, bytes, read, bytes.length - read, at + read);
    return bytes.toString().split('\n').slice(0, -1);
  }
}

/** The same text as one of its own: a part of a line keeps the whole line in memory for as long as it is kept. */
function ofItsOwn(text: string): string {
  return Buffer.from(text).toString();
}
