import { JSONParser } from '@streamparser/json';
import { UnreadableFile, tidy, type Row, type Unreadable } from './row.js';

/** The items that a path leads to in one JSON text, such as `results` or `data.items`; an empty path is the list itself. */
export async function* jsonRows(text: AsyncIterable<string>, path: string): AsyncGenerator<Row> {
  const selector = path === '' ? '$.*' : `$.${path}.*`;
  const ready: unknown[] = [];
  const parser = new JSONParser({ paths: [selector], keepStack: false });
  parser.onValue = ({ value }) => ready.push(value);
  let number = 0;
  try {
    for await (const chunk of text) {
      parser.write(chunk);
      for (const value of ready.splice(0)) yield rowOf((number += 1), value);
    }
    if (!parser.isEnded) throw new UnreadableFile('ends before its JSON does');
  } catch (error) {
    for (const value of ready.splice(0)) yield rowOf((number += 1), value);
    throw error instanceof UnreadableFile ? error : new UnreadableFile(`is no JSON behind row ${String(number)}: ${message(error)}`, { cause: error });
  }
}

/** One JSON text a line; a line that is none cannot be read, the next one can. */
export async function* jsonLines(text: AsyncIterable<string>): AsyncGenerator<Row | Unreadable> {
  let number = 0;
  for await (const line of linesOf(text)) {
    if (line.trim() === '') continue;
    number += 1;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      yield { number, fault: `is no JSON: ${message(error)}` };
      continue;
    }
    yield rowOf(number, value);
  }
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of text) {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

function rowOf(number: number, value: unknown): Row {
  const keysOf = (column: string) => (column === '' ? [] : column.split('.'));
  return {
    number,
    isList: Array.isArray(value),
    columns: () => (typeof value === 'object' && value !== null ? Object.keys(value) : []),
    cells: (column) => leaves(at([value], keysOf(column))),
    parts: (column) => {
      const values = at([value], keysOf(column));
      return values.some((part) => typeof part === 'object' && part !== null) ? values.map((part) => rowOf(number, part)) : [];
    },
  };
}

/** What a path of keys leads to; a list stands for all of its items. */
function at(values: readonly unknown[], keys: readonly string[]): unknown[] {
  const flat = values.flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]));
  const [key, ...rest] = keys;
  if (key === undefined) return flat;
  const next = flat.flatMap((value) =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? [(value as Record<string, unknown>)[key]] : [],
  );
  return at(next, rest);
}

function leaves(values: readonly unknown[]): string[] {
  return values.flatMap((value) => (value === null ? [''] : typeof value === 'object' ? [] : [tidy(String(value as string | number | boolean))]));
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
