import { appendFileSync, createReadStream, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Heap } from '../model/heap.js';
import { compareText } from '../model/text.js';

interface Entry<T> {
  readonly key: string;
  readonly item: T;
}

/** How many lines are joined before they are written. */
const MOST_LINES = 1_000;

/** How many items are held before they are written aside, and how many runs are merged at once: neither memory nor open files grow with what is sorted. */
const BOUNDS = { held: 20_000, runs: 64 };

/**
 * Items by key, sorted on the disk: of any number, in constant memory. Items of one key become one, as `merge` says, in
 * the order in which they came.
 */
export class SortedFile<T> {
  private readonly bounds: typeof BOUNDS;
  private readonly folder: string;
  private readonly merge: (first: T, next: T) => T;
  private held = new Map<string, T>();
  private runs = 0;

  constructor(folder: string, merge: (first: T, next: T) => T, bounds: typeof BOUNDS = BOUNDS) {
    this.bounds = bounds;
    this.folder = folder;
    this.merge = merge;
    mkdirSync(folder, { recursive: true });
  }

  add(key: string, item: T): void {
    const first = this.held.get(key);
    this.held.set(key, first === undefined ? item : this.merge(first, item));
    if (this.held.size >= this.bounds.held) this.spill();
  }

  private spill(): void {
    const sorted = [...this.held].sort(([a], [b]) => compareText(a, b));
    this.held = new Map();
    const path = this.run(this.runs);
    for (let at = 0; at < sorted.length; at += MOST_LINES) {
      const lines = sorted.slice(at, at + MOST_LINES).map((entry) => `${JSON.stringify(entry)}\n`);
      appendFileSync(path, lines.join(''));
    }
    this.runs += 1;
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
    let paths = Array.from({ length: this.runs }, (_run, number) => this.run(number));
    for (let pass = 0; paths.length > this.bounds.runs; pass += 1) {
      const groups = Array.from({ length: Math.ceil(paths.length / this.bounds.runs) }, (_group, at) =>
        paths.slice(at * this.bounds.runs, (at + 1) * this.bounds.runs),
      );
      const longer: string[] = [];
      for (const [at, group] of groups.entries()) {
        const path = join(this.folder, `pass-${String(pass)}-${String(at)}.jsonl`);
        await writeLines(path, this.pairs(group));
        for (const done of group) rmSync(done);
        longer.push(path);
      }
      paths = longer;
    }
    for await (const { item } of this.merged(paths)) yield item;
  }

  private async *pairs(paths: readonly string[]): AsyncGenerator<readonly [string, T]> {
    for await (const { key, item } of this.merged(paths)) yield [key, item];
  }

  /** The entries of several sorted files in the order of their keys, those of one key as one. */
  private async *merged(paths: readonly string[]): AsyncGenerator<Entry<T>> {
    const heads = new Heap<Head<T>>((a, b) => compareText(a.entry.key, b.entry.key) || a.at - b.at);
    const advance = async (lines: AsyncIterator<string>, at: number) => {
      const entry = await entryOf<T>(lines);
      if (entry) heads.push({ entry, at, lines });
    };
    for (const [at, path] of paths.entries())
      await advance(createInterface({ input: createReadStream(path), crlfDelay: Infinity })[Symbol.asyncIterator](), at);
    let last: Entry<T> | null = null;
    for (let head = heads.pop(); head; head = heads.pop()) {
      const { entry, at, lines } = head;
      if (last?.key === entry.key) last = { key: last.key, item: this.merge(last.item, entry.item) };
      else {
        if (last) yield last;
        last = entry;
      }
      await advance(lines, at);
    }
    if (last) yield last;
  }

  /** Writes all items to a file, one JSON text a line; gives how many. */
  write(path: string): Promise<number> {
    return writeLines(path, this.items());
  }
}

/** An entry of a sorted file that is next, with the rest of the file. */
interface Head<T> {
  readonly entry: Entry<T>;
  readonly at: number;
  readonly lines: AsyncIterator<string>;
}

async function writeLines(path: string, items: AsyncIterable<unknown>): Promise<number> {
  const file = createWriteStream(path);
  let count = 0;
  for await (const item of items) {
    count += 1;
    if (!file.write(`${JSON.stringify(item)}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  return count;
}

async function entryOf<T>(lines: AsyncIterator<string>): Promise<Entry<T> | null> {
  const next = await lines.next();
  if (next.done === true) return null;
  const [key, item] = JSON.parse(next.value) as [string, T];
  return { key, item };
}
