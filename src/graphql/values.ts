import { parseTime, type Time } from '../model/edtf.js';
import type { Column, Columns, Scalar, Value } from '../model/values.js';
import type { Kind, Properties, Vocabulary } from '../model/vocabulary.js';
import type { Builder } from './builder.js';

export type ChoiceRef = ReturnType<Builder['enumType']>;

/** Publishes each closed list of values once, whatever properties use it. */
export class Choices {
  private readonly builder: Builder;
  private readonly refs = new Map<string, ChoiceRef>();

  constructor(builder: Builder, vocabulary: Vocabulary) {
    this.builder = builder;
    for (const properties of [...vocabulary.kinds, ...vocabulary.relationships].map((item): Properties => item.properties)) {
      for (const value of Object.values(properties)) if (value.choice) this.ref(value);
    }
  }

  ref(value: Value): ChoiceRef {
    const { choice, about } = value;
    if (!choice) throw new Error('only a choice has an enumeration');
    const known = this.refs.get(choice.name);
    if (known) return known;
    const made: ChoiceRef = this.builder.enumType(choice.name, {
      description: about,
      values: Object.fromEntries(Object.entries(choice.values).map(([name, description]) => [name, { description }])),
    });
    this.refs.set(choice.name, made);
    return made;
  }
}

/** The property's value in its columns; null where it has none. */
export function scalarIn(columns: Columns, column: string): Scalar | null {
  const value = columns[column];
  return value === undefined || Array.isArray(value) ? null : (value as Scalar);
}

export function listIn(columns: Columns, column: string): readonly Scalar[] {
  const value: Column | undefined = columns[column];
  return Array.isArray(value) ? (value as readonly Scalar[]) : [];
}

export function timeIn(columns: Columns, column: string): Time | null {
  const edtf = scalarIn(columns, column);
  return typeof edtf === 'string' ? parseTime(edtf) : null;
}

/** Columns that a set of a kind can be grouped by, with what they are. */
export function facetColumns(vocabulary: Vocabulary, kind: Kind): ReadonlyMap<string, string> {
  const columns = new Map<string, string>([['kind', 'The kind.']]);
  for (const [name, value] of Object.entries(vocabulary.properties(kind))) {
    if (value.sort === 'choice') columns.set(name, value.about);
    if (value.sort === 'time') columns.set(`${name}Year`, `The year, where it lies within one: ${value.about}`);
  }
  if (kind.record) columns.set('involves', 'Whom it involves; one count for each.');
  else columns.set('within', 'What it lies in; one count for each.');
  return columns;
}
