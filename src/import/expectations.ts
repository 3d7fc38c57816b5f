import type { MappingFile } from './shape.js';
import { isSameSum, shownSum } from './sums.js';

/** What an import saw of its files. */
export interface Seen {
  readonly rows: Map<string, number>;
  /** Values of the columns that are expected to hold some, by file and column. */
  readonly values: Map<string, Set<string>>;
  /** What the columns that are expected to make one sum come to, by file and column. */
  readonly sums: Map<string, number>;
}

/** The expectations of a mapping that are not met, as sentences. */
export function expectationsOf(expect: MappingFile['expect'], seen: Seen, counts: { readonly refused: number; readonly doubtful: number }): string[] {
  const failed: string[] = [];
  for (const [file, wanted] of Object.entries(expect?.rows ?? {})) {
    const [least = 0, most = least] = wanted.split('..').map(Number);
    const rows = seen.rows.get(file) ?? 0;
    if (rows < least || rows > most) failed.push(`"${file}" has ${String(rows)} rows; ${wanted} were expected`);
  }
  for (const key of ['refused', 'doubtful'] as const) {
    const most = expect?.[key];
    if (most !== undefined && counts[key] > most) failed.push(`${String(counts[key])} rows are ${key}; at most ${String(most)} were expected`);
  }
  for (const [file, columns] of Object.entries(expect?.values ?? {})) {
    for (const [column, values] of Object.entries(columns)) {
      const missing = values.filter((value) => !seen.values.get(`${file} ${column}`)?.has(value));
      if (missing.length > 0) failed.push(`no row of "${file}" has ${missing.map((value) => `"${value}"`).join(', ')} in "${column}"`);
    }
  }
  for (const [file, columns] of Object.entries(expect?.sums ?? {})) {
    for (const [column, other] of Object.entries(columns)) {
      const [sum = Number.NaN, whole = Number.NaN] = [column, other].map((name) => seen.sums.get(`${file} ${name}`));
      const shown = `"${column}" of "${file}" comes to ${shownSum(sum)} in all, "${other}" to ${shownSum(whole)}`;
      if (Number.isNaN(sum + whole)) failed.push(`"${column}" and "${other}" of "${file}" are no columns of numbers`);
      else if (!isSameSum(sum, whole)) failed.push(shown);
    }
  }
  return failed;
}
