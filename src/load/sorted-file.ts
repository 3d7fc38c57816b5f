import { appendFileSync, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { Heap } from '../model/heap.js';
import { compareText } from '../model/text.js';
import { linesOf } from './lines.js';

/** An item as it lies on the disk: its key, a tab, and itself as JSON, which is read only where two are to be joined. */
export interface Entry {
  readonly key: string;
  readonly json: string;
}

/** What would end a key, or a line. */
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n' };

/** How many lines are joined before they are written. */
const MOST_LINES = 1_000;

/** How many items are held before they are written aside, and how many runs are merged at once: neither memory nor open files grow with what is sorted. */
const BOUNDS = { held: 5_000, runs: 64 };

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

  add(name: string, item: T): void {
    const key = name.replace(/[\\\t\n]/g, (sign) => ESCAPED[sign] ?? sign);
    const first = this.held.get(key);
    this.held.set(key, first === undefined ? item : this.merge(first, item));
    if (this.held.size >= this.bounds.held) this.spill();
  }

  private spill(): void {
    const sorted = [...this.held].sort(([a], [b]) => compareText(a, b));
    this.held = new Map();
    const path = this.run(this.runs);
    for (let at = 0; at < sorted.length; at += MOST_LINES) {
      const lines = sorted.slice(at, at + MOST_LINES).map(([key, item]) => lineOf({ key, json: JSON.stringify(item) }));
      appendFileSync(path, lines.join(''));
    }
    this.runs += 1;
  }

  private run(number: number): string {
    return join(this.folder, `${String(number)}.jsonl`);
  }

  /** Writes all items to a file in the order of their keys, one JSON text a line; gives how many. */
  write(path: string): Promise<number> {
    return writeLines(path, this.entries(), ({ json }) => `${json}\n`);
  }

  /** All items in the order of their keys; nothing may be added any more. */
  async *entries(): AsyncGenerator<Entry> {
    if (this.held.size > 0) this.spill();
    let paths = Array.from({ length: this.runs }, (_run, number) => this.run(number));
    for (let pass = 0; paths.length > this.bounds.runs; pass += 1) {
      const longer: string[] = [];
      for (let at = 0; at < paths.length; at += this.bounds.runs) {
        const group = paths.slice(at, at + this.bounds.runs);
        const joined = join(this.folder, `pass-${String(pass)}-${String(longer.length)}.jsonl`);
        await writeLines(joined, this.merged(group), lineOf);
        for (const done of group) rmSync(done);
        longer.push(joined);
      }
      paths = longer;
    }
    yield* this.merged(paths);
  }

  /** The entries of several sorted files in the order of their keys, those of one key as one. */
  private *merged(paths: readonly string[]): Generator<Entry> {
    const heads = new Heap<Head>((a, b) => compareText(a.entry.key, b.entry.key) || a.at - b.at);
    const advance = (lines: Iterator<string, undefined>, at: number) => {
      const next = lines.next();
      if (next.done !== true) heads.push({ entry: entryOf(next.value), at, lines });
    };
    for (const [at, path] of paths.entries()) advance(linesOf(path), at);
    let last: Entry | null = null;
    for (let head = heads.pop(); head; head = heads.pop()) {
      const { entry, at, lines } = head;
      if (last?.key === entry.key) {
        const joined = this.merge(JSON.parse(last.json) as T, JSON.parse(entry.json) as T);
        last = { key: last.key, json: JSON.stringify(joined) };
      } else {
        if (last) yield last;
        last = entry;
      }
      advance(lines, at);
    }
    if (last) yield last;
  }
}

/** An entry of a sorted file that is next, with the rest of the file. */
interface Head {
  readonly entry: Entry;
  readonly at: number;
  readonly lines: Iterator<string, undefined>;
}

/** Writes a line for each entry, as fast as the disk takes them; gives how many. */
export async function writeLines(path: string, entries: Iterable<Entry> | AsyncIterable<Entry>, line: (entry: Entry) => string): Promise<number> {
  const file = createWriteStream(path);
  let count = 0;
  for await (const entry of entries) {
    count += 1;
    if (!file.write(line(entry))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  return count;
}

/** An entry as a line: its key, a tab and its JSON text. */
export function lineOf({ key, json }: Entry): string {
  return `${key}\t${json}\n`;
}

/** What `lineOf` wrote, without the line feed. */
export function entryOf(line: string): Entry {
  const tab = line.indexOf('\t');
  return { key: line.slice(0, tab), json: line.slice(tab + 1) };
}
