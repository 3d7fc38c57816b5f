import { parse } from 'csv-parse';
import { UnreadableFile, tidy, type Reading, type Row, type Unreadable } from './row.js';

/** Letters of a row; one that is longer has a quote that nothing closes. */
const LONGEST = 4_000_000;

/** How often a file is read again from behind a quote that nothing closes. */
const MOST_TIMES = 50;

/** The cells of a row, and the line that it ends in. */
interface Cells {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * Rows of comma- or tab-separated text (RFC 4180). A row with too many or too few cells cannot be read; the next one can.
 * Where a quote was opened that nothing closes, or a later row does, the file is read again from the next line on, so that
 * no row is lost within a cell.
 */
export async function* csvRows(open: () => AsyncIterable<string>, reading: Reading): AsyncGenerator<Row | Unreadable> {
  let columns: ReadonlyMap<string, number> | null = reading.header ? indexOf(reading.header) : null;
  let [number, line] = [0, reading.skip];
  for (let times = 1; ; times += 1) {
    const begins: number = line;
    let broken: string | null = null;
    for await (const read of cellsFrom(behind(open(), begins), reading)) {
      if (typeof read === 'string') broken = read;
      else if (!columns) columns = indexOf(read.cells);
      else if (read.cells.some((cell) => swallows(cell, read.cells.length, columns?.size ?? 0, reading))) broken = 'opens a quote that a later row closes';
      else if (read.cells.length === columns.size) yield rowOf((number += 1), columns, read.cells);
      else yield { number: (number += 1), fault: `has ${String(read.cells.length)} cells, the header ${String(columns.size)}` };
      if (broken !== null) break;
      if (typeof read !== 'string') line = begins + read.line;
    }
    if (broken === null) return;
    if (!columns || times === MOST_TIMES) throw new UnreadableFile(broken);
    yield { number: (number += 1), fault: broken };
    line += 1;
  }
}

/**
 * Whether a cell seems to hold rows: it goes over several lines, and either the row has another number of cells than the
 * header, or within the cell stands a quote as a cell begins with one, and a line with as many cells as the header has.
 */
function swallows(cell: string, cells: number, wanted: number, { delimiter, quote }: Reading): boolean {
  if (quote === '' || !cell.includes('\n')) return false;
  const lines = cell.split('\n');
  const holdsQuote = lines.some((line) => line.startsWith(quote) || line.includes(delimiter + quote));
  return cells !== wanted || (holdsQuote && lines.some((line) => line.split(delimiter).length >= wanted));
}

/** A text without its first lines. */
async function* behind(text: AsyncIterable<string>, lines: number): AsyncGenerator<string> {
  let [left, isCut] = [lines, false];
  for await (const piece of text) {
    // A line may end between two pieces, with its feed at the beginning of the second.
    let rest: string = isCut && piece.startsWith('\n') ? piece.slice(1) : piece;
    isCut = false;
    while (left > 0 && rest !== '') {
      const end = /\r\n?|\n/.exec(rest);
      if (!end) break;
      left -= 1;
      rest = rest.slice(end.index + end[0].length);
      isCut = rest === '' && end[0] === '\r';
    }
    if (left === 0 && rest !== '') yield rest;
  }
}

/** The rows of a text, and last, where it cannot be read to the end, why. */
async function* cellsFrom(text: AsyncIterable<string>, { delimiter, quote }: Reading): AsyncGenerator<Cells | string> {
  const ready: Cells[] = [];
  const parser = parse({
    delimiter,
    quote: quote === '' ? false : quote,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST,
    on_record: (cells: string[], context) => {
      ready.push({ cells, line: context.lines });
      return null;
    },
  });
  const taken = (take: (done: () => void) => void) =>
    new Promise<void>((resolve, reject) => {
      parser.once('error', reject);
      take(() => {
        parser.off('error', reject);
        resolve();
      });
    });
  parser.resume();
  try {
    for await (const chunk of text) {
      await taken((done) => parser.write(chunk, done));
      yield* ready.splice(0);
    }
    await taken((done) => parser.end(done));
    yield* ready.splice(0);
  } catch (error) {
    yield* ready.splice(0);
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))) throw error;
    yield error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE' ? 'opens a quote that nothing closes' : error.message;
  } finally {
    parser.destroy();
  }
}

function rowOf(number: number, columns: ReadonlyMap<string, number>, cells: readonly string[]): Row {
  return {
    number,
    columns: () => [...columns.keys()],
    cells: (column) => {
      const at = columns.get(column);
      return at === undefined ? [] : [tidy(cells[at] ?? '')];
    },
  };
}

function indexOf(cells: readonly string[]): ReadonlyMap<string, number> {
  const names = cells.map(tidy);
  const index = new Map(names.map((name, at) => [name, at]));
  if (index.size < names.length) {
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    throw new UnreadableFile(`has two columns "${twice ?? ''}"; name them under "header"`);
  }
  return index;
}
