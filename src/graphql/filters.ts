import type { InputRef } from '@pothos/core';
import { FilterTooWide, normalForm, type Expression, type Filter, type Test } from '../graph/filter.js';
import { LAST_DAY, timeValue } from '../model/edtf.js';
import { joined } from '../model/spellings.js';
import type { Direction, Kind, Properties, Reading, Vocabulary } from '../model/vocabulary.js';
import type { Scalar, Value } from '../model/values.js';
import type { Builder } from './builder.js';
import { badInput } from './errors.js';
import { readingName } from './names.js';
import type { Scope } from './scope.js';
import type { ChoiceRef, Choices } from './values.js';

type Input = Readonly<Record<string, unknown>>;
type FilterRef = InputRef<Input>;

export interface DateRangeInput {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly certainty?: string | null | undefined;
}

/** How many entities a nested filter may match before the list that it narrows is asked. */
const MOST_NESTED = 1_000;

const EVERYTHING: Expression = { all: [] };

/** Publishes the filter inputs of every kind and relationship, and turns what comes in through them into filters. */
export class Filters {
  readonly dateRange: FilterRef;
  readonly certainty: ChoiceRef;
  private readonly builder: Builder;
  private readonly vocabulary: Vocabulary;
  private readonly choices: Choices;
  private readonly kindEnum: ChoiceRef;
  private readonly refs = new Map<string, FilterRef>();

  constructor(builder: Builder, vocabulary: Vocabulary, choices: Choices, kindEnum: ChoiceRef) {
    this.builder = builder;
    this.vocabulary = vocabulary;
    this.choices = choices;
    this.kindEnum = kindEnum;
    this.certainty = builder.enumType('Certainty', {
      description: 'Whether something that depends on a time only partly known is so, or may be.',
      values: { CERTAIN: { description: 'It is, for sure.' }, POSSIBLE: { description: 'It may be.' } },
    });
    this.dateRange = builder.inputType('DateRange', {
      description: 'Days from and to, both included; an absent one is open.',
      fields: (t) => ({
        from: t.field({ type: 'Date', description: 'First day; of a month or a year, its first.' }),
        to: t.field({ type: 'Date', description: 'Last day; of a month or a year, its last.' }),
        certainty: t.field({
          type: this.certainty,
          defaultValue: 'POSSIBLE',
          description: 'CERTAIN for what held within these days for sure, POSSIBLE also for what may have: of a time partly known, or for a part of it.',
        }),
      }),
    });
    this.range('IntRange', 'Int');
    this.range('FloatRange', 'Float');
  }

  /** The filter input for entities of one kind, or of any. */
  ref(kind: Kind | null): FilterRef {
    const name = `${kind?.name ?? 'Entity'}Filter`;
    return this.input(name, `Narrows a list of ${kind?.plural ?? 'entities'}; all that is given must hold.`, (self) => ({
      ...this.logic(self),
      ...this.common(kind),
      ...(kind ? this.properties(kind.properties) : {}),
      ...(kind ? Object.fromEntries(this.vocabulary.readings(kind).map((reading) => [reading.field, this.someField(reading)])) : {}),
    }));
  }

  /** Arguments that narrow relationships themselves: their qualifiers and their time. */
  linkArguments({ relationship }: Reading): Record<string, FieldSpec> {
    return this.properties(relationship.properties);
  }

  /**
   * Turns a filter input into the normal form that stores evaluate; nested filters are resolved to ids first. What is
   * only intended has intended relationships, so a filter on such things looks at those.
   */
  async filter(scope: Scope, kind: Kind | null, input: unknown, intended = false): Promise<Filter> {
    try {
      return normalForm(await this.expression(scope, kind, input as Input | null | undefined, intended));
    } catch (error) {
      if (error instanceof FilterTooWide) throw badInput(error.message);
      throw error;
    }
  }

  /** The filter on relationships that their arguments ask for. */
  linkFilter(reading: Reading, args: Input): Filter {
    return normalForm({ all: this.propertyTests(reading.relationship.properties, args) });
  }

  private input(name: string, description: string, fields: (self: FilterRef) => Record<string, FieldSpec>): FilterRef {
    const known = this.refs.get(name);
    if (known) return known;
    const ref = this.builder.inputRef<Input>(name);
    this.refs.set(name, ref);
    ref.implement({
      description,
      fields: (t) =>
        Object.fromEntries(
          Object.entries(fields(ref as unknown as FilterRef)).map(([field, spec]) => [
            field,
            t.field({ type: spec.type as never, required: false, description: spec.description }),
          ]),
        ),
    });
    return ref;
  }

  private range(name: string, type: 'Int' | 'Float'): FilterRef {
    return this.input(name, 'Numbers from and to, both included; an absent one is open.', () => ({
      from: { type, description: 'Least.' },
      to: { type, description: 'Most.' },
    }));
  }

  private logic(self: FilterRef): Record<string, FieldSpec> {
    return {
      and: { type: [self], description: 'All of these hold.' },
      or: { type: [self], description: 'One of these holds.' },
      not: { type: self, description: 'This does not hold.' },
    };
  }

  private common(kind: Kind | null): Record<string, FieldSpec> {
    return {
      id: { type: ['ID'], description: 'One of these ids.' },
      named: {
        type: 'String',
        description: 'Has this name or alias; capitals, accents, punctuation, and whether the family name comes first or last, do not count.',
      },
      ...(kind && this.vocabulary.concrete(kind).length === 1 ? {} : { kind: { type: [this.kindEnum], description: 'Of one of these kinds.' } }),
      ...(kind?.record === false
        ? {}
        : { involves: { type: ['ID'], description: 'Involves every one of these as a participant, party or speaker, or something that lies in it.' } }),
      ...(kind?.record === true ? {} : { within: { type: ['ID'], description: 'Lies in one of these, however deep.' } }),
    };
  }

  private properties(properties: Properties): Record<string, FieldSpec> {
    return Object.fromEntries(
      Object.entries(properties).flatMap(([name, value]): [string, FieldSpec][] => {
        const type = this.propertyType(value);
        return type === null ? [] : [[name, { type, description: value.about }]];
      }),
    );
  }

  private propertyType(value: Value): unknown {
    if (value.choice) return [this.choices.ref(value)];
    if (value.asking === 'TIME') return this.dateRange;
    if (value.asking === 'RANGE') return this.range(value.sort === 'integer' ? 'IntRange' : 'FloatRange', value.sort === 'integer' ? 'Int' : 'Float');
    return value.asking === 'IN' ? [value.sort === 'reference' ? 'ID' : 'String'] : null;
  }

  private someField(reading: Reading): FieldSpec {
    const far = reading.far.length === 1 ? (reading.far[0] ?? null) : null;
    const ref = this.input(`${readingName(reading)}Some`, `Has one of these among its ${reading.field}.`, () => ({
      ...this.linkArguments(reading),
      during: { type: this.dateRange, description: 'Held within these days, by its own time.' },
      node: { type: this.ref(far), description: 'What stands at the far end.' },
    }));
    return { type: ref, description: `Has at least one such ${reading.field}: ${reading.relationship.about}` };
  }

  private async expression(scope: Scope, kind: Kind | null, input: Input | null | undefined, intended: boolean): Promise<Expression> {
    if (!input) return EVERYTHING;
    const readings = kind ? this.vocabulary.readings(kind) : [];
    const parts = Object.entries(input).map(async ([name, raw]): Promise<Expression[]> => {
      if (raw === null || raw === undefined) return [];
      const nested = (items: unknown) => Promise.all((items as Input[]).map((item) => this.expression(scope, kind, item, intended)));
      switch (name) {
        case 'and':
          return [{ all: await nested(raw) }];
        case 'or':
          return [{ any: await nested(raw) }];
        case 'not':
          return [{ not: await this.expression(scope, kind, raw as Input, intended) }];
        case 'id':
          return [test('id', 'IN', raw as string[])];
        case 'named':
          return [test('spellings', 'HAS', [joined(raw as string)])];
        case 'kind':
          return [test('kind', 'IN', raw as string[])];
        case 'involves':
          return (raw as string[]).map((id) => test('involves', 'HAS', [id]));
        case 'within':
          return [test('within', 'HAS', raw as string[])];
      }
      const reading = readings.find(({ field }) => field === name);
      return reading ? [await this.some(scope, reading, raw as Input, intended)] : [];
    });
    const own = kind ? this.propertyTests(kind.properties, input) : [];
    return { all: [...(await Promise.all(parts)).flat(), ...own] };
  }

  private propertyTests(properties: Properties, input: Input): Expression[] {
    return Object.entries(properties).flatMap(([name, value]): Expression[] => {
      const raw = input[name];
      if (raw === null || raw === undefined) return [];
      if (value.asking === 'TIME') return [inRange(name, raw)];
      if (value.asking === 'RANGE') return bounds(name, raw);
      return [test(name, value.many ? 'HAS' : 'IN', raw as Scalar[])];
    });
  }

  /** Ids of the entities that have such a relationship: the far ends first, then what stands at their other end. */
  private async some(scope: Scope, reading: Reading, input: Input, intended: boolean): Promise<Expression> {
    const far = reading.far.length === 1 ? (reading.far[0] ?? null) : null;
    const farIds = await this.matching(scope, reading, far, input['node'] as Input | undefined);
    const during = input['during'] as DateRangeInput | undefined;
    const linkFilter = [...this.linkFilter(reading, input), ...(during ? normalForm(inRange('when', during)) : [])];
    const question = {
      type: reading.relationship.type,
      direction: opposite(reading.direction),
      intended,
      linkFilter,
      farFilter: [],
      descending: true,
      first: MOST_NESTED,
    };
    const pages =
      farIds.length === 0
        ? []
        : await scope.reader.expand(
            question,
            farIds.map((id) => ({ id, after: null })),
          );
    if (pages.some(({ more }) => more)) throw tooMany(reading);
    return test('id', 'IN', [...new Set(pages.flatMap(({ items }) => items.map((item) => item.far.id)))]);
  }

  private async matching(scope: Scope, reading: Reading, far: Kind | null, input: Input | undefined): Promise<string[]> {
    const [given, ...more] = Object.entries(input ?? {}).filter(([, value]) => value !== null && value !== undefined);
    if (given?.[0] === 'id' && more.length === 0) return given[1] as string[];
    const filter = normalForm(await this.expression(scope, far, input, false));
    const pages = await Promise.all(
      this.farLabels(reading, input).map((label) =>
        scope.reader.list({ label, filter, intended: false, sort: 'sortLabel', descending: false, first: MOST_NESTED, after: null }),
      ),
    );
    if (pages.some(({ more }) => more)) throw tooMany(reading);
    return pages.flatMap(({ items }) => items.map(({ id }) => id));
  }

  /** The kinds that stand at the far end, less those that the filter itself rules out. */
  private farLabels({ far }: Reading, input: Input | undefined): string[] {
    const wanted = input?.['kind'] as readonly string[] | null | undefined;
    return far.filter((kind) => !wanted || this.vocabulary.concrete(kind).some(({ name }) => wanted.includes(name))).map(({ name }) => name);
  }
}

interface FieldSpec {
  readonly type: unknown;
  readonly description: string;
}

function test(column: string, op: Test['op'], values: readonly Scalar[]): Expression {
  return { test: { column, op, values, negated: false } };
}

function bounds(column: string, { from, to }: { from?: Scalar | null; to?: Scalar | null }): Expression[] {
  if (from !== undefined && from !== null && to !== undefined && to !== null && from > to) {
    throw badInput(`${column}: from ${String(from)} lies after to ${String(to)}`);
  }
  return [
    ...(from === undefined || from === null ? [] : [test(column, 'AT_LEAST', [from])]),
    ...(to === undefined || to === null ? [] : [test(column, 'AT_MOST', [to])]),
  ];
}

/** The first and the last day of a range; a month or a year stands for all of its days. */
export function daysBetween(what: string, { from, to }: Pick<DateRangeInput, 'from' | 'to'>): { readonly from: string | null; readonly to: string | null } {
  const days = { from: timeValue(from)?.earliest ?? null, to: timeValue(to)?.latest ?? null };
  if (days.from !== null && days.to !== null && days.from > days.to) throw badInput(`${what}: from ${String(from)} lies after to ${String(to)}`);
  return days;
}

/** Times that touch the days for sure, or that may. */
export function inRange(column: string, { from, to, certainty }: DateRangeInput): Expression {
  const days = daysBetween(column, { from, to });
  const [begins, ends] = certainty === 'CERTAIN' ? ['HeldFrom', 'HeldUntil'] : ['Earliest', 'Latest'];
  return {
    all: [test(column + begins, 'AT_MOST', [days.to ?? LAST_DAY]), ...(days.from === null ? [] : [test(column + ends, 'AT_LEAST', [days.from])])],
  };
}

function opposite(direction: Direction): Direction {
  return direction === 'OUT' ? 'IN' : direction === 'IN' ? 'OUT' : 'BOTH';
}

function tooMany(reading: Reading): Error {
  return badInput(`the filter on ${reading.field} matches more than ${String(MOST_NESTED)}; narrow its node`);
}
