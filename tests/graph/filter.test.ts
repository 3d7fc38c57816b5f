import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passes, type Filter, type Test } from '../../src/graph/filter.js';
import { FilterTooWide, normalForm, type Expression } from '../../src/graph/normal-form.js';
import type { Column } from '../../src/model/value.js';

type Columns = Readonly<Record<string, Column>>;

const scalar = fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 3 }), fc.boolean());
const test: fc.Arbitrary<Test> = fc.record({
  column: fc.constantFrom('one', 'many', 'absent', 'mixed'),
  op: fc.constantFrom('IN', 'AT_LEAST', 'AT_MOST', 'HAS', 'CONTAINS', 'STARTS'),
  values: fc.array(scalar, { maxLength: 3 }),
  negated: fc.boolean(),
});
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ test }),
    fc.record({ all: fc.array(tie('expression'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('expression'), { maxLength: 3 }) }),
    fc.record({ not: tie('expression') }),
  ),
}));
const columns: fc.Arbitrary<Columns> = fc.record(
  { one: scalar, many: fc.array(scalar, { maxLength: 3 }), mixed: fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })) },
  { requiredKeys: [] },
);

/** What an expression means, read as it is nested. */
function means(nested: Expression, row: Columns): boolean {
  if ('all' in nested) return nested.all.every((part) => means(part, row));
  if ('any' in nested) return nested.any.some((part) => means(part, row));
  if ('not' in nested) return !means(nested.not, row);
  return passes([[nested.test]], (name) => row[name]);
}

const only = (column: string, op: Test['op'], values: Test['values'], negated = false): Filter => [[{ column, op, values, negated }]];
const holds = (filter: Filter, row: Columns) => passes(filter, (name) => row[name]);

const leaf = (value: number): Expression => ({ test: { column: 'one', op: 'IN', values: [value], negated: false } });

describe('normalForm', () => {
  it('lets pass exactly what the nested expression lets pass', () => {
    fc.assert(
      fc.property(expression, columns, (nested, row) => {
        let filter: Filter;
        try {
          filter = normalForm(nested);
        } catch (error) {
          expect(error).toBeInstanceOf(FilterTooWide);
          return;
        }
        expect(holds(filter, row)).toBe(means(nested, row));
      }),
      { numRuns: 3_000 },
    );
  });

  it('says what several alternatives ask alike once', () => {
    const shared: Expression = { test: { column: 'many', op: 'HAS', values: ['a'], negated: false } };
    const filter = normalForm({ any: [1, 2, 3].map((value) => ({ all: [leaf(value), shared] })) });
    expect(filter.map((clause) => clause.map(({ values }) => values[0]))).toEqual([['a'], [1, 2, 3]]);
    expect(normalForm({ any: [shared, { not: shared }] })).toEqual([]);
  });

  it('knows everything and nothing', () => {
    expect(holds(normalForm({ all: [] }), {})).toBe(true);
    expect(holds(normalForm({ any: [] }), {})).toBe(false);
    expect(holds(normalForm({ not: { any: [] } }), {})).toBe(true);
    expect(holds(normalForm({ not: { all: [] } }), {})).toBe(false);
    expect(holds(normalForm({ any: [{ all: [] }, { any: [] }] }), {})).toBe(true);
  });

  const wide = (alternatives: number, each: number, part: (at: number) => Expression): Expression => ({
    any: Array.from({ length: alternatives }, () => ({ all: Array.from({ length: each }, (_, at) => part(at)) })),
  });

  it('refuses what would grow beyond bounds, before it grows', () => {
    expect(() => normalForm(wide(12, 12, leaf))).toThrow(FilterTooWide);
    expect(() => normalForm({ all: Array.from({ length: 401 }, (_, at) => leaf(at)) })).toThrow(/beyond 400 comparisons/);
  });

  it('refuses alternatives of nothing as well, which have no comparison to count', () => {
    expect(() => normalForm(wide(4, 60, () => ({ any: [] })))).toThrow(FilterTooWide);
  });

  it('never grows beyond its bound', () => {
    fc.assert(
      fc.property(expression, (nested) => {
        try {
          const filter = normalForm(nested);
          expect(filter.flat().length).toBeLessThanOrEqual(400);
          expect(filter.length).toBeLessThanOrEqual(400);
        } catch (error) {
          expect(error).toBeInstanceOf(FilterTooWide);
        }
      }),
    );
  });
});

describe('a comparison', () => {
  it('of an absent column fails, and its negation holds', () => {
    for (const op of ['IN', 'AT_LEAST', 'AT_MOST', 'HAS', 'CONTAINS', 'STARTS'] as const) {
      expect(holds(only('absent', op, ['a']), {})).toBe(false);
      expect(holds(only('absent', op, ['a'], true), {})).toBe(true);
    }
  });

  it('IN takes single values and HAS takes lists', () => {
    expect(holds(only('one', 'IN', ['a', 'b']), { one: 'b' })).toBe(true);
    expect(holds(only('one', 'IN', []), { one: 'b' })).toBe(false);
    expect(holds(only('one', 'IN', ['1']), { one: 1 })).toBe(false);
    expect(holds(only('many', 'IN', ['a']), { many: ['a'] })).toBe(false);
    expect(holds(only('many', 'HAS', ['x', 'a']), { many: ['a', 'b'] })).toBe(true);
    expect(holds(only('many', 'HAS', ['a']), { many: [] })).toBe(false);
    expect(holds(only('one', 'HAS', ['a']), { one: 'a' })).toBe(false);
  });

  it('looks into texts, single or one of a list, in small letters', () => {
    expect(holds(only('one', 'CONTAINS', ['nad']), { one: 'XANADU' })).toBe(true);
    expect(holds(only('one', 'STARTS', ['nad']), { one: 'Xanadu' })).toBe(false);
    expect(holds(only('many', 'STARTS', ['b']), { many: ['Ab', 'Bc', 3] })).toBe(true);
    expect(holds(only('one', 'CONTAINS', ['1']), { one: 11 })).toBe(false);
    expect(holds(only('one', 'CONTAINS', []), { one: 'a' })).toBe(false);
    expect(holds(only('one', 'CONTAINS', [1]), { one: '1' })).toBe(false);
  });

  it('bounds include their ends and compare like with like', () => {
    expect(holds(only('one', 'AT_LEAST', [3]), { one: 3 })).toBe(true);
    expect(holds(only('one', 'AT_MOST', [3]), { one: 3 })).toBe(true);
    expect(holds(only('one', 'AT_LEAST', [3]), { one: 2 })).toBe(false);
    expect(holds(only('one', 'AT_LEAST', ['2019-01-01']), { one: '2019-01-01' })).toBe(true);
    expect(holds(only('one', 'AT_LEAST', ['1']), { one: 2 })).toBe(false);
    expect(holds(only('one', 'AT_LEAST', []), { one: 2 })).toBe(false);
  });
});
