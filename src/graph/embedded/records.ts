import { LRUCache } from 'lru-cache';

/** Records by number, however they are held; a list is one. */
export interface Records<T> {
  readonly length: number;
  at(number: number): T | undefined;
}

/** As many records of a sort are kept as objects, once they were asked for. */
const MOST_DECODED = 10_000;

/** Records as bytes, one after the other, each made an object when it is asked for. */
export class PackedRecords<T extends object> implements Records<T> {
  readonly length: number;
  private readonly bytes: Buffer;
  /** Where each record begins, and at last where all end. */
  private readonly starts: Uint32Array;
  private readonly keys: readonly string[];
  private readonly decoded = new LRUCache<number, T>({ max: MOST_DECODED });

  constructor({ bytes, starts, keys }: Packed) {
    this.bytes = bytes;
    this.starts = starts;
    this.keys = keys;
    this.length = starts.length - 1;
  }

  at(number: number): T | undefined {
    const known = this.decoded.get(number);
    if (known !== undefined || number < 0 || number >= this.length) return known;
    const values = JSON.parse(this.bytes.toString('utf8', this.starts[number], this.starts[number + 1])) as readonly unknown[];
    const record = Object.fromEntries(this.keys.flatMap((key, at) => (values[at] === undefined ? [] : [[key, values[at]]]))) as T;
    this.decoded.set(number, record);
    return record;
  }
}

export interface Packed {
  readonly bytes: Buffer;
  readonly starts: Uint32Array;
  readonly keys: readonly string[];
}

/**
 * Records as JSON lists of their values, for PackedRecords: `write` is given the bytes in parts, in order. A value that a
 * record does not have may only be the last ones of all keys.
 */
export function pack(records: readonly object[], write: (bytes: Buffer) => void): Omit<Packed, 'bytes'> {
  const keys = keysOf(records);
  const starts = new Uint32Array(records.length + 1);
  let rows: string[] = [];
  const flush = () => {
    write(Buffer.from(rows.join('')));
    rows = [];
  };
  for (const [number, record] of records.entries()) {
    const values = keys.map((key) => (record as Readonly<Record<string, unknown>>)[key]);
    while (values.length > 0 && values.at(-1) === undefined) values.pop();
    const row = JSON.stringify(values);
    starts[number + 1] = (starts[number] ?? 0) + Buffer.byteLength(row);
    if (rows.push(row) === 1_000) flush();
  }
  flush();
  return { starts, keys };
}

/** Keys that every record has, then those that some lack. */
function keysOf(records: readonly object[]): string[] {
  const counts = new Map<string, number>();
  for (const record of records) for (const key of Object.keys(record)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const rare = [...counts].filter(([, count]) => count < records.length);
  if (rare.length > 1) throw new Error(`records lack ${rare.map(([key]) => key).join(' and ')}; one key at most may be absent`);
  return [...counts].sort(([, a], [, b]) => b - a).map(([key]) => key);
}

/** A list of which each entry is made when it is asked for. */
export class Lazy<T> implements Records<T> {
  readonly length: number;
  private readonly make: (number: number) => T | undefined;

  constructor(length: number, make: (number: number) => T | undefined) {
    this.length = length;
    this.make = make;
  }

  at(number: number): T | undefined {
    return number >= 0 && number < this.length ? this.make(number) : undefined;
  }
}
