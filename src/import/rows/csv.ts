import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { UnreadableFile, tidy, type Reading, type Row, type Unreadable } from './row.js';

/** Rows of comma- or tab-separated text (RFC 4180). A row with too many or too few cells cannot be read; the next one can. */
export async function* csvRows(text: AsyncIterable<string>, { delimiter, quote, header, skip }: Reading): AsyncGenerator<Row | Unreadable> {
  const parser = Readable.from(text).pipe(
    parse({
      delimiter,
      quote: quote === '' ? false : quote,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      from_line: skip + 1,
    }),
  );
  let columns: ReadonlyMap<string, number> | null = header ? indexOf(header) : null;
  let number = 0;
  try {
    for await (const record of parser) {
      const cells = (record as string[]).map(tidy);
      if (!columns) {
        columns = indexOf(cells);
        continue;
      }
      number += 1;
      if (cells.length !== columns.size) yield { number, fault: `has ${String(cells.length)} cells, the header ${String(columns.size)}` };
      else yield rowOf(number, columns, cells);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) throw new UnreadableFile(error.message, { cause: error });
    throw error;
  }
}

function rowOf(number: number, columns: ReadonlyMap<string, number>, cells: readonly string[]): Row {
  return {
    number,
    columns: () => [...columns.keys()],
    cells: (column) => {
      const at = columns.get(column);
      return at === undefined ? [] : [cells[at] ?? ''];
    },
  };
}

function indexOf(names: readonly string[]): ReadonlyMap<string, number> {
  const index = new Map(names.map((name, at) => [name, at]));
  if (index.size < names.length) {
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    throw new UnreadableFile(`has two columns "${twice ?? ''}"; name them under "header"`);
  }
  return index;
}
