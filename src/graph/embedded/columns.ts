import type { Column, Scalar } from '../../model/value.js';
import { eachInSteps, sortedInSteps, STRIDE, type Steps } from '../../model/steps.js';
import type { Filter, Test } from '../filter.js';

/**
 * Short columns of records, by number: each record has a slice of cells, and a cell is a value of a column, or one of
 * several where the column is a list. Values stand once, in order, so that a comparison is one of numbers.
 */
export interface ColumnTable {
  readonly columnNames: readonly string[];
  /** All values that are texts, in order, and behind them all others, as JSON: numbers in order, then the rest. */
  readonly texts: readonly string[];
  readonly others: readonly string[];
  readonly starts: Uint32Array;
  /** Of each cell: twice the number of its column, and one where the column is a list. */
  readonly columns: Uint16Array;
  readonly values: Uint32Array;
}

export function* columnTable(
  columnNames: readonly string[],
  length: number,
  columnsOf: (number: number) => (name: string) => Column | undefined,
): Steps<ColumnTable> {
  const seen = new Set<Scalar>();
  const starts = new Uint32Array(length + 1);
  for (let number = 0; number < length; number += 1) {
    if (number % STRIDE === 0) yield;
    const column = columnsOf(number);
    let cells = 0;
    for (const name of columnNames) {
      for (const value of valuesOf(column(name))) {
        seen.add(value);
        cells += 1;
      }
    }
    starts[number + 1] = (starts[number] ?? 0) + cells;
  }
  const texts = yield* sortedInSteps(
    [...seen].filter((value) => typeof value === 'string'),
    compare,
  );
  const numbers = [...seen].filter((value) => typeof value === 'number').sort(compare);
  const others = [...numbers, ...[...seen].filter((value) => typeof value === 'boolean').sort(compare)];
  const places = new Map<Scalar, number>();
  yield* eachInSteps([...texts, ...others], (value, at) => places.set(value, at));
  const columns = new Uint16Array(starts.at(-1) ?? 0);
  const values = new Uint32Array(columns.length);
  let at = 0;
  for (let number = 0; number < length; number += 1) {
    if (number % STRIDE === 0) yield;
    const column = columnsOf(number);
    for (const [place, name] of columnNames.entries()) {
      const found = column(name);
      for (const value of valuesOf(found)) {
        columns[at] = 2 * place + (Array.isArray(found) ? 1 : 0);
        values[at] = places.get(value) ?? 0;
        at += 1;
      }
    }
  }
  return { columnNames, texts, others: others.map((value) => JSON.stringify(value)), starts, columns, values };
}

/** Values once each: a list that holds one twice passes what it would pass with it once. */
function valuesOf(column: Column | undefined): Iterable<Scalar> {
  return column === undefined ? [] : Array.isArray(column) ? new Set(column as readonly Scalar[]) : [column as Scalar];
}

function compare(a: Scalar, b: Scalar): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether the record with a number is wanted. */
export type Wanted = (number: number) => boolean;

/** Decides tests on the columns of a table without the records. */
export class Columns {
  private readonly table: ColumnTable;
  private readonly others: readonly Scalar[];

  constructor(table: ColumnTable) {
    this.table = table;
    this.others = table.others.map((text) => JSON.parse(text) as Scalar);
  }

  has(name: string): boolean {
    return this.table.columnNames.includes(name);
  }

  /** What a column holds: its values, texts as they are and others as they read, of one record. */
  keys(name: string): (number: number) => readonly string[] {
    const { starts, columns, values } = this.table;
    const place = this.table.columnNames.indexOf(name);
    return (number) => {
      const keys: string[] = [];
      for (let at = starts[number] ?? 0; at < (starts[number + 1] ?? 0); at += 1) {
        if ((columns[at] ?? 0) >> 1 === place) keys.push(String(this.value(values[at] ?? 0)));
      }
      return keys;
    };
  }

  /** One comparison of a column that the table has. */
  test(test: Test): Wanted {
    const { starts, columns, values } = this.table;
    const wanted = 2 * this.table.columnNames.indexOf(test.column) + (test.op === 'HAS' ? 1 : 0);
    const isIn = this.comparison(test);
    return (number) => {
      const end = starts[number + 1] ?? 0;
      for (let at = starts[number] ?? 0; at < end; at += 1) if (columns[at] === wanted && isIn(values[at] ?? 0)) return !test.negated;
      return test.negated;
    };
  }

  private comparison({ op, values }: Test): (value: number) => boolean {
    if (op === 'IN' || op === 'HAS') {
      const places = new Set(values.flatMap((value) => this.placeOf(value) ?? []));
      return (value) => places.has(value);
    }
    const [bound] = values;
    if (bound === undefined) return () => false;
    const [first, end] = this.typed(typeof bound);
    const from = op === 'AT_LEAST' ? this.place(bound, first, end, false) : first;
    const to = op === 'AT_LEAST' ? end : this.place(bound, first, end, true);
    return (value) => value >= from && value < to;
  }

  private placeOf(value: Scalar): number | undefined {
    const [first, end] = this.typed(typeof value);
    const place = this.place(value, first, end, false);
    return place < end && this.value(place) === value ? place : undefined;
  }

  /** Where the values of a type stand. */
  private typed(type: string): [number, number] {
    const { length } = this.table.texts;
    if (type === 'string') return [0, length];
    const numbers = this.others.filter((value) => typeof value === 'number').length;
    return type === 'number' ? [length, length + numbers] : [length + numbers, length + this.others.length];
  }

  /** The first place from which on values are not less than a value, or are greater. */
  private place(value: Scalar, first: number, end: number, isBehind: boolean): number {
    let [low, high] = [first, end];
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = compare(this.value(middle), value);
      if (order < 0 || (order === 0 && isBehind)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private value(place: number): Scalar {
    return this.table.texts[place] ?? this.others[place - this.table.texts.length] ?? '';
  }
}

/** A filter as one question; `test` answers each of its tests. */
export function wanting<T>(filter: Filter<T>, test: (test: T) => Wanted): Wanted {
  const clauses = filter.map((clause) => clause.map(test));
  return (number) => clauses.every((clause) => clause.some((isWanted) => isWanted(number)));
}
