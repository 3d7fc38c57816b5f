import { createReadStream, createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { compareText } from '../model/text.js';

interface Entry<T> {
  readonly key: string;
  readonly item: T;
}

/** How many items are held before they are written aside. */
const MOST_HELD = 40_000;

/**
 * Items by key, sorted on the disk: of any number, in constant memory. Items of one key become one, as `merge` says, in
 * the order in which they came.
 */
export class SortedFile<T> {
  private readonly folder: string;
  private readonly merge: (first: T, next: T) => T;
  private held = new Map<string, T>();
  private runs = 0;

  constructor(folder: string, merge: (first: T, next: T) => T) {
    this.folder = folder;
    this.merge = merge;
    mkdirSync(folder, { recursive: true });
  }

  add(key: string, item: T): void {
    const first = this.held.get(key);
    this.held.set(key, first === undefined ? item : this.merge(first, item));
    if (this.held.size >= MOST_HELD) this.spill();
  }

  private spill(): void {
    const lines = [...this.held].sort(([a], [b]) => compareText(a, b)).map((entry) => `${JSON.stringify(entry)}\n`);
    writeFileSync(this.run(this.runs), lines.join(''));
    this.runs += 1;
    this.held = new Map();
  }

  private run(number: number): string {
    return join(this.folder, `${String(number)}.jsonl`);
  }

  /** All items in the order of their keys. */
  async *items(): AsyncGenerator<T> {
    if (this.runs === 0) {
      for (const [, item] of [...this.held].sort(([a], [b]) => compareText(a, b))) yield item;
      return;
    }
    if (this.held.size > 0) this.spill();
    const streams = await Promise.all(
      Array.from({ length: this.runs }, async (_run, number) => {
        const lines = createInterface({ input: createReadStream(this.run(number)), crlfDelay: Infinity })[Symbol.asyncIterator]();
        return { lines, next: await entryOf<T>(lines) };
      }),
    );
    for (;;) {
      let least: string | null = null;
      for (const { next } of streams) if (next && (least === null || compareText(next.key, least) < 0)) least = next.key;
      if (least === null) return;
      let item: T | undefined;
      for (const stream of streams) {
        if (stream.next?.key !== least) continue;
        item = item === undefined ? stream.next.item : this.merge(item, stream.next.item);
        stream.next = await entryOf<T>(stream.lines);
      }
      if (item !== undefined) yield item;
    }
  }

  /** Writes all items to a file, one JSON text a line; gives how many. */
  async write(path: string): Promise<number> {
    const file = createWriteStream(path);
    let count = 0;
    for await (const item of this.items()) {
      count += 1;
      if (!file.write(`${JSON.stringify(item)}\n`)) await once(file, 'drain');
    }
    file.end();
    await once(file, 'close');
    return count;
  }
}

async function entryOf<T>(lines: AsyncIterator<string>): Promise<Entry<T> | null> {
  const next = await lines.next();
  if (next.done === true) return null;
  const [key, item] = JSON.parse(next.value) as [string, T];
  return { key, item };
}
