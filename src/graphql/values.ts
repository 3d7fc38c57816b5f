import { parseTime, type Time } from '../model/edtf.js';
import type { Column, Columns, Scalar, Value } from '../model/value.js';
import type { Properties, Vocabulary } from '../model/vocabulary.js';
import { publishEnum, type Builder, type ChoiceRef } from './builder.js';
import { keyOf } from './called-elsewhere.js';
import { nounsOf } from './guesses.js';

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

  ref({ choice, about }: Value): ChoiceRef {
    if (!choice) throw new Error('only a choice has an enumeration');
    const known = this.refs.get(choice.name);
    if (known) return known;
    const values = Object.entries(choice.values).map(([value, description]) => {
      const called = choice.called[value];
      return [value, { value, description, ...(called ? { extensions: { alsoCalled: () => nounsOf(called).map(keyOf) } } : {}) }] as const;
    });
    const made = publishEnum(this.builder, choice.name, about, Object.fromEntries(values));
    this.refs.set(choice.name, made);
    return made;
  }
}

/** The property's value in its columns; null where it has none. */
export function scalarIn(columns: Columns, column: string): Scalar | null {
  const value = columns[column];
  return value === undefined || Array.isArray(value) ? null : (value as Scalar);
}

export function textIn(columns: Columns, column: string): string | null {
  const value = scalarIn(columns, column);
  return value === null ? null : String(value);
}

export function numberIn(columns: Columns, column: string): number | null {
  const value = scalarIn(columns, column);
  return value === null ? null : Number(value);
}

export function listIn(columns: Columns, column: string): readonly Scalar[] {
  const value: Column | undefined = columns[column];
  return Array.isArray(value) ? (value as readonly Scalar[]) : [];
}

export function timeIn(columns: Columns, column: string): Time | null {
  const edtf = scalarIn(columns, column);
  return typeof edtf === 'string' ? parseTime(edtf) : null;
}
