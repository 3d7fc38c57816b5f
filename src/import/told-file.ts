import { once } from 'node:events';
import type { WriteStream } from 'node:fs';
import type { Told } from './told.js';

const COLUMNS = ['level', 'file', 'row', 'id', 'column', 'value', 'reason', 'candidates', 'place'] as const;

/** The rows that were refused, or taken with a doubt, as a table for whoever knows the data; and how many for each reason. */
export class ToldFile {
  private readonly file: WriteStream;
  private readonly reasons = new Map<string, number>();
  /** The first row of each reason, in words. */
  readonly firsts = new Map<string, string>();

  constructor(file: WriteStream) {
    this.file = file;
    this.file.write(`${COLUMNS.join(',')}\n`);
  }

  tell({ file, row, id }: { readonly file: string; readonly row: number; readonly id: string | null }, told: Told): void {
    const { level, column, value, reason, candidates, place } = told;
    const kind = `${level}${column === '' ? '' : ` ${column}`}: ${reason
      .replace(/"[^"]*"/g, '"…"')
      .replace(/; decide under.*$/, '')
      .replace(/; did you mean.*$/, '')
      .replace(/: .*(?:here|away|before).*$/, '')}`;
    this.reasons.set(kind, (this.reasons.get(kind) ?? 0) + 1);
    if (!this.firsts.has(kind))
      this.firsts.set(
        kind,
        [...(row > 0 ? [`row ${String(row)} of ${file}`] : file === '' ? [] : [file]), ...(value === '' ? [] : [value.slice(0, 80)])].join(': '),
      );
    this.file.write(`${[level, file, String(row), id ?? '', column, value, reason, candidates.join('; '), place].map(quoted).join(',')}\n`);
  }

  /** Closes the table; gives how often each reason came, most frequent first. */
  async end(): Promise<Readonly<Record<string, number>>> {
    this.file.end();
    await once(this.file, 'close');
    return Object.fromEntries([...this.reasons].sort(([, a], [, b]) => b - a));
  }
}

function quoted(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
