import type { Columns, Value } from '../model/value.js';
import type { Properties, Vocabulary } from '../model/vocabulary.js';

/** A column that entities or relationships may have, with what stands in it. */
export interface ColumnSpec {
  readonly name: string;
  readonly type: 'string' | 'long' | 'double' | 'boolean';
  readonly many: boolean;
  readonly about: string;
}

/** The columns that a value of each sort is kept in, see `values.ts`. */
const SUFFIXES: Readonly<Record<Value['sort'], readonly (readonly [suffix: string, type: ColumnSpec['type']])[]>> = {
  text: [['', 'string']],
  choice: [['', 'string']],
  reference: [['', 'string']],
  integer: [['', 'long']],
  decimal: [['', 'double']],
  time: [
    ['', 'string'],
    ['Earliest', 'string'],
    ['Latest', 'string'],
    ['HeldFrom', 'string'],
    ['HeldUntil', 'string'],
    ['Year', 'string'],
  ],
  name: [
    ['', 'string'],
    ['Lang', 'string'],
    ['Script', 'string'],
  ],
  quantity: [
    ['', 'string'],
    ['Amount', 'double'],
    ['Unit', 'string'],
    ['Comparator', 'string'],
  ],
};

function columnsOf(properties: Properties): ColumnSpec[] {
  return Object.entries(properties).flatMap(([name, { sort, many, about }]) =>
    SUFFIXES[sort].map(([suffix, type]) => ({ name: name + suffix, type, many, about })),
  );
}

function unique(specs: readonly ColumnSpec[]): readonly ColumnSpec[] {
  return [...new Map(specs.map((spec) => [spec.name, spec])).values()];
}

/** Columns of the properties of every kind. */
export function entityColumns(vocabulary: Vocabulary): readonly ColumnSpec[] {
  return unique(vocabulary.kinds.flatMap((kind) => columnsOf(vocabulary.properties(kind))));
}

/** Columns of the qualifiers of every type of relationship, and of its time. */
export function linkColumns({ relationships }: Vocabulary): readonly ColumnSpec[] {
  const when = SUFFIXES.time.map(([suffix, type]): ColumnSpec => ({ name: `when${suffix}`, type, many: false, about: 'When it held.' }));
  return unique([...relationships.flatMap(({ properties }) => columnsOf(properties)), ...when]);
}

/** What stands in a column, as text; values of a list are joined by a bar. */
export function cell(columns: Columns, name: string): string | null {
  const value = columns[name];
  if (value === undefined) return null;
  return Array.isArray(value) ? value.join(' | ') : String(value);
}
