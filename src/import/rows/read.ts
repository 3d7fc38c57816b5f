import { textOf } from './bytes.js';
import { csvRows } from './csv.js';
import { jsonLines, jsonRows } from './json.js';
import type { Format, Reading, Row, Unreadable } from './row.js';
import { xmlRows } from './xml.js';

const READERS: Readonly<Record<Format, (open: () => AsyncIterable<string>, reading: Reading) => AsyncGenerator<Row | Unreadable>>> = {
  csv: csvRows,
  tsv: csvRows,
  json: (open, { rows }) => jsonRows(open(), rows),
  jsonl: (open) => jsonLines(open()),
  xml: (open, { rows }) => xmlRows(open(), rows),
};

/** The rows of a file, one after the other; never more of it in memory than a row. Throws UnreadableFile, behind all rows that could be read. */
export function readRows(path: string, reading: Reading): AsyncGenerator<Row | Unreadable> {
  return READERS[reading.format](() => textOf(path, reading.encoding), reading);
}

/** The format that a file's name tells, such as csv of `visits.csv.gz`. */
export function formatOfName(name: string): Format | null {
  const ending = /\.([a-z]+)(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const known: Readonly<Record<string, Format>> = {
    csv: 'csv',
    tsv: 'tsv',
    tab: 'tsv',
    txt: 'csv',
    json: 'json',
    geojson: 'json',
    jsonl: 'jsonl',
    ndjson: 'jsonl',
    xml: 'xml',
    tei: 'xml',
  };
  return known[ending] ?? null;
}
