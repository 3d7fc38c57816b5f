import type { MappingFile } from './shape.js';

/** What an import saw of its files. */
export interface Seen {
  readonly rows: Map<string, number>;
  /** Values of the columns that are expected to hold some, by file and column. */
  readonly values: Map<string, Set<string>>;
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
  return failed;
}
