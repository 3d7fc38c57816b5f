import { createHash, type Hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listed, type Held, type Tables } from './indexes.js';
import { pack, PackedRecords } from './records.js';

/** All that an embedded store holds, and everything derived from it. */
export interface Snapshot {
  readonly content: Held;
  readonly tables: Tables;
}

const TYPES = { Uint8Array, Uint16Array, Uint32Array } as const;
type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** Where in the file a part stands; lists of texts stand in the foot itself. */
interface Section {
  readonly type: keyof typeof TYPES | 'bytes';
  readonly start: number;
  readonly length: number;
}

interface Foot {
  readonly key: string;
  readonly sections: Readonly<Record<string, Section>>;
  readonly texts: Readonly<Record<string, readonly string[]>>;
}

const RECORDS = ['entities', 'links', 'claims'] as const satisfies readonly (keyof Held)[];

/** Sections begin at multiples of this, where any typed array may. */
const ALIGNED = 8;

const HASH = 'sha256';
const HASH_BYTES = 32;
const FOOT_BYTES = 4;

/**
 * Writes a snapshot: all parts one after the other, a foot of JSON that says where each stands, the foot's length, and a
 * hash of everything before it. It gets its name when it is whole, and other snapshots of its folder go. `key` says what
 * it was made of and by what.
 */
export function writeSnapshot(path: string, key: string, { content, tables }: Snapshot): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const temporary = `${path}.${String(process.pid)}`;
  const file = new Writing(temporary);
  try {
    const sections: Record<string, Section> = {};
    const texts: Record<string, readonly string[]> = {};
    for (const name of RECORDS) {
      const start = file.align();
      const { starts, keys } = pack(listed<object>(content[name]), (bytes) => {
        file.write(bytes);
      });
      sections[name] = { type: 'bytes', start, length: file.length - start };
      sections[`${name}.starts`] = file.numbers(starts);
      texts[`${name}.keys`] = keys;
    }
    for (const [table, parts] of Object.entries(tables)) {
      for (const [name, part] of Object.entries(parts as Readonly<Record<string, Numbers | readonly string[]>>)) {
        if (ArrayBuffer.isView(part)) sections[`${table}.${name}`] = file.numbers(part);
        else texts[`${table}.${name}`] = part;
      }
    }
    file.end({ key, sections, texts });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  const [own, ending] = [path.slice(folder.length + 1), /\.[^.]+$/u.exec(path)?.[0] ?? ''];
  for (const name of readdirSync(folder)) if (name.endsWith(ending) && name !== own) rmSync(join(folder, name), { force: true });
}

class Writing {
  length = 0;
  private readonly file: number;
  private readonly hash: Hash = createHash(HASH);

  constructor(path: string) {
    this.file = openSync(path, 'w', 0o600);
  }

  write(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) done += writeSync(this.file, bytes, done);
    this.hash.update(bytes);
    this.length += bytes.length;
  }

  /** Goes on to where a section may begin; gives the place. */
  align(): number {
    this.write(new Uint8Array((ALIGNED - (this.length % ALIGNED)) % ALIGNED));
    return this.length;
  }

  numbers(numbers: Numbers): Section {
    const start = this.align();
    this.write(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
    return { type: numbers.constructor.name as Section['type'], start, length: numbers.length };
  }

  end(foot: Foot): void {
    const written = Buffer.from(JSON.stringify(foot));
    this.write(written);
    const length = Buffer.alloc(FOOT_BYTES);
    length.writeUInt32LE(written.length);
    this.write(length);
    writeSync(this.file, this.hash.digest());
    closeSync(this.file);
  }
}

/** Reads a snapshot; null where there is none, where it is not whole or was changed, or where it was made of something else. */
export function readSnapshot(path: string, key: string): Snapshot | null {
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch {
    return null;
  }
  const end = file.length - HASH_BYTES - FOOT_BYTES;
  if (end < 0) return null;
  const body = file.subarray(0, end + FOOT_BYTES);
  if (
    !createHash(HASH)
      .update(body)
      .digest()
      .equals(file.subarray(end + FOOT_BYTES))
  )
    return null;
  const foot = JSON.parse(file.toString('utf8', end - file.readUInt32LE(end), end)) as Foot;
  return foot.key === key ? unpacked(file, foot) : null;
}

function unpacked(file: Buffer, { sections, texts }: Foot): Snapshot {
  const part = (name: string): Buffer | Numbers => {
    const { type, start, length } = sections[name] ?? { type: 'bytes', start: 0, length: 0 };
    return type === 'bytes' ? file.subarray(start, start + length) : new TYPES[type](file.buffer as ArrayBuffer, file.byteOffset + start, length);
  };
  const records = (name: keyof Held) =>
    new PackedRecords({ bytes: part(name) as Buffer, starts: part(`${name}.starts`) as Uint32Array, keys: texts[`${name}.keys`] ?? [] });
  const tables: Record<string, Record<string, unknown>> = {};
  const put = (path: string, value: unknown) => {
    const [table = '', name = ''] = path.split('.');
    if ((RECORDS as readonly string[]).includes(table)) return;
    tables[table] = { ...tables[table], [name]: value };
  };
  for (const name of Object.keys(sections)) put(name, part(name));
  for (const [name, list] of Object.entries(texts)) put(name, list);
  const [entities, links, claims] = RECORDS.map(records);
  // Its hash says that the file is as it was written, its version that this code wrote it.
  return { content: { entities, links, claims }, tables } as unknown as Snapshot;
}
