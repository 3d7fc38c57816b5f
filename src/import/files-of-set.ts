import { statSync } from 'node:fs';
import { join } from 'node:path';
import { filesLike } from './find-files.js';
import { ImportError } from './import-error.js';
import type { FilePlan, Mapping } from './mapping.js';
import { hashOfFile } from './rows/bytes.js';
import { readRows } from './rows/read.js';
import { isUnreadable, UnreadableFile, type Row, type Unreadable } from './rows/row.js';

/** A file of a data set, as far as it was read. */
export interface FileOfSet {
  readonly name: string;
  readonly sha256: string;
  rows: number;
}

/** The files of a data set: read row by row, as often as plans ask for them. */
export class FilesOfSet {
  private readonly from: string;
  private readonly plans: Mapping['files'];
  private readonly files = new Map<string, FileOfSet>();
  private readonly withoutRows = new Set<string>();
  private readonly broken = new Set<string>();
  private readonly onBreak: (file: FileOfSet, fault: string) => void;

  /** `onBreak` hears once of each file that cannot be read to its end. */
  constructor(from: string, plans: Mapping['files'], onBreak: FilesOfSet['onBreak']) {
    this.from = from;
    this.plans = plans;
    this.onBreak = onBreak;
  }

  /** All files that were read. */
  get all(): readonly FileOfSet[] {
    return [...this.files.values()];
  }

  /** Names of those in which no plan found a row. */
  get empty(): Iterable<string> {
    return this.withoutRows;
  }

  plan(key: string): FilePlan {
    const plan = this.plans.get(key);
    if (!plan) throw new Error(`no file ${key}`);
    return plan;
  }

  /**
   * The rows of all files that a plan names. A file that cannot be read to its end is told, and the next one is read;
   * where none has a row that can be read, the mapping is wrong: throws ImportError.
   */
  async *rows(key: string): AsyncGenerator<{ readonly file: FileOfSet; readonly row: Row | Unreadable }> {
    const plan = this.plan(key);
    const names = filesLike(this.from, plan.path);
    if (names.length === 0) throw new ImportError(`${this.from} has no file like ${plan.path}`);
    const broken: string[] = [];
    let isSomeRead = false;
    for (const name of names) {
      const path = join(this.from, name);
      try {
        const file = await this.file(name, path);
        file.rows = 0;
        for await (const row of statSync(path).size === 0 ? [] : readRows(path, plan)) {
          file.rows += 1;
          this.withoutRows.delete(name);
          isSomeRead ||= !isUnreadable(row);
          yield { file, row };
        }
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        broken.push(`${path}: ${error.message}`);
        this.breaksOff(name, error.message);
      }
    }
    if (broken.length > 0 && !isSomeRead) throw new ImportError(broken.join('\n'));
  }

  private async file(name: string, path: string): Promise<FileOfSet> {
    const known = this.files.get(name);
    if (known) return known;
    const file = { name, sha256: await hashOfFile(path), rows: 0 };
    this.files.set(name, file);
    this.withoutRows.add(name);
    return file;
  }

  private breaksOff(name: string, fault: string): void {
    this.withoutRows.delete(name);
    if (this.broken.has(name)) return;
    this.broken.add(name);
    this.onBreak(this.files.get(name) ?? { name, sha256: '', rows: 0 }, fault);
  }
}
