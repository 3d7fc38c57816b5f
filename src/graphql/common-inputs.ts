import type { InputTypeParam } from '@pothos/core';
import { alikeIn } from './alike.js';
import { publishEnum, type Builder, type ChoiceRef, type DeclaredInput, type Types } from './builder.js';

/** A field of an input, as it is declared. */
export interface FieldSpec {
  readonly type: InputTypeParam<Types>;
  readonly description?: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** Names what inputs have alike: it is made for the first of them. */
  readonly alike?: string;
}

export type Fields = Record<string, FieldSpec>;

/** The inputs that lists are narrowed by whatever they are of: times, numbers, texts, whom they involve, what they lie in. */
export class CommonInputs {
  readonly certainty: ChoiceRef;
  readonly dateRange: DeclaredInput;
  readonly intended: ChoiceRef;
  private readonly builder: Builder;
  private readonly refs = new Map<string, DeclaredInput>();

  constructor(builder: Builder) {
    this.builder = builder;
    this.certainty = publishEnum(
      builder,
      'Certainty',
      'Whether something that depends on a time only partly known is so, or may be: told, and asked for, within a view with asOf or knownBy.',
      {
        CERTAIN: 'It is, for sure.',
        POSSIBLE: 'It may be.',
      },
    );
    this.intended = publishEnum(
      builder,
      'Intended',
      'Whether what is only planned or hoped for counts: in a list, and in all that lies below it unless that says otherwise. What belongs to a planned record is there without asking.',
      {
        EXCLUDE: 'Only what is so; the default.',
        INCLUDE: 'What is so and what is intended.',
        ONLY: 'Only what is intended, and nobody says to be so already.',
      },
    );
    this.dateRange = this.input(
      'DateRange',
      'A time, `during` which a relationship held for instance, that lies, or may lie, between two days, both included; an absent one is open.',
      () => ({
        from: { type: 'Date', description: 'First day; of a month or a year, its first.' },
        to: { type: 'Date', description: 'Last day; of a month or a year, its last.' },
        certainty: {
          type: this.certainty,
          description:
            'CERTAIN for what held within these days for sure, POSSIBLE, unless said, also for what may have: of a time partly known, or for a part of it.',
        },
        exists: { type: 'Boolean', description: 'Whether there is a time at all; false for what is not dated.' },
      }),
    );
  }

  /** An input whose fields are declared; made once. */
  input(name: string, description: string, fields: (self: DeclaredInput) => Fields): DeclaredInput {
    const known = this.refs.get(name);
    if (known) return known;
    const ref = this.builder.inputRef<Readonly<Record<string, unknown>>>(name);
    this.refs.set(name, ref);
    ref.implement({
      description,
      // The vocabulary declares the fields; their types cannot be inferred.
      fields: (t) =>
        Object.fromEntries(
          Object.entries(fields(ref)).flatMap(([field, { alike, ...spec }]) =>
            alike !== undefined && alikeIn(this.builder).inputs.isMade(alike, name, field) ? [] : [[field, t.field({ required: false, ...spec })]],
          ),
        ) as never,
    });
    return ref;
  }

  /** The input that numbers lie between. */
  get decimals(): DeclaredInput {
    return this.range('FloatRange', 'Float');
  }

  protected range(name: string, type: 'Int' | 'Float', besides = ''): DeclaredInput {
    return this.input(name, `Numbers from and to, both included; an absent one is open.${besides}`, () => ({
      from: { type, description: 'Least.' },
      to: { type, description: 'Most.' },
      exists: { type: 'Boolean', description: 'Whether there is a number at all.' },
    }));
  }

  /** The input that texts are narrowed by. */
  get texts(): DeclaredInput {
    return this.input(
      'TextWhere',
      'Narrows by a text, or by one of several: all that is given must hold. Capitals do not count, in a label nor do accents.',
      () => ({
        in: { type: ['String'], description: 'Is one of these, as they are written.' },
        contains: { type: 'String', description: 'Has this anywhere in it, within words as well.' },
        startsWith: { type: 'String', description: 'Begins with this.' },
        exists: { type: 'Boolean', description: 'Whether there is a text at all.' },
      }),
    );
  }

  protected get integers(): DeclaredInput {
    return this.range(
      'IntRange',
      'Int',
      ' As `count`, how many others stand at the far ends: of such as `some` asks for beside it, if given. One with which there are several relationships, such as one for each field, counts once.',
    );
  }

  /** The input that names whom a list has to do with. */
  get involves(): DeclaredInput {
    return this.input('Involves', 'Narrows records by whom they involve: who takes part, is party to it or says it, or what these lie in.', () => ({
      all: { type: ['ID'], description: 'Each of these.' },
      any: { type: ['ID'], description: 'One of these, or more.' },
    }));
  }

  protected get within(): DeclaredInput {
    return this.input(
      'Within',
      'Narrows entities by what they lie in, or events by where they took place, however deep. What lies in nothing, such as a person, is refused without `self`.',
      () => ({
        any: { type: ['ID'], description: 'One of these, or more.' },
        self: { type: 'Boolean', description: 'Whether these themselves count as well.' },
      }),
    );
  }
}
