import type { Test } from '../graph/filter.js';
import type { Expression } from '../graph/normal-form.js';
import { LAST_DAY, timeValue } from '../model/edtf.js';
import { fold } from '../model/text.js';
import type { Scalar, Value } from '../model/value.js';
import { badInput } from './errors.js';

/** Days that a time lies between, as DateRange has them. */
export interface DateRange {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly certainty?: string | null | undefined;
  readonly exists?: boolean | null | undefined;
}

/** A test of a column. */
export function test(column: string, op: Test['op'], values: readonly Scalar[]): Expression {
  return { test: { column, op, values, negated: false } };
}

export interface Bounds {
  readonly from?: number | null | undefined;
  readonly to?: number | null | undefined;
  readonly exists?: boolean | null | undefined;
}

/** Refuses numbers that nothing lies between. */
export function checkBounds(name: string, from: number | null | undefined, to: number | null | undefined): void {
  if (typeof from === 'number' && typeof to === 'number' && from > to) throw badInput(`${name}: from ${String(from)} lies after to ${String(to)}`);
}

/** Numbers that lie between two, or, without these, whether there is one. */
export function bounds(column: string, { from, to, exists }: Bounds): Expression[] {
  checkBounds(column, from, to);
  return [
    ...(typeof from === 'number' ? [test(column, 'AT_LEAST', [from])] : []),
    ...(typeof to === 'number' ? [test(column, 'AT_MOST', [to])] : []),
    ...existing(column, test(column, 'AT_MOST', [Number.MAX_SAFE_INTEGER]), exists),
  ];
}

/** The first and the last day of a range; a month or a year stands for all of its days. */
export function daysBetween(what: string, { from, to }: Pick<DateRange, 'from' | 'to'>): { readonly from: string | null; readonly to: string | null } {
  const days = { from: timeValue(from)?.earliest ?? null, to: timeValue(to)?.latest ?? null };
  if (days.from !== null && days.to !== null && days.from > days.to) throw badInput(`${what}: from ${String(from)} lies after to ${String(to)}`);
  return days;
}

/** Times that touch the days for sure, or that may; without days, all that there are, or what has none. */
export function inRange(column: string, { from, to, certainty: wanted, exists }: DateRange): Expression {
  if (exists === null) throw isNull(`${column}.exists`);
  const days = daysBetween(column, { from, to });
  const [begins, ends] = wanted === 'CERTAIN' ? ['HeldFrom', 'HeldUntil'] : ['Earliest', 'Latest'];
  if (exists === false) {
    if (days.from !== null || days.to !== null) throw badInput(`${column}: what does not exist has no days; leave out from and to`);
    return { not: test(`${column}Earliest`, 'AT_MOST', [LAST_DAY]) };
  }
  return {
    all: [test(column + begins, 'AT_MOST', [days.to ?? LAST_DAY]), ...(days.from === null ? [] : [test(column + ends, 'AT_LEAST', [days.from])])],
  };
}

/** Whichever of some times there is, where nothing has two of them: as two tests, not as all that times nest. */
export function inRangeOfOne(columns: readonly string[], range: DateRange): Expression {
  const times = [...new Set(columns)].map((column) => inRange(column, range));
  if (range.exists === false) return { all: times };
  const parts = times.flatMap((time) => ('all' in time ? [time.all] : []));
  const nth = (at: number) => ({ any: parts.flatMap((tests) => tests[at] ?? []) });
  return { all: parts.some((tests) => tests.length > 1) ? [nth(0), nth(1)] : [nth(0)] };
}

/** What a text is asked for by, as TextRange has it. */
export interface TextInput {
  readonly in?: readonly string[] | null;
  readonly contains?: string | null;
  readonly startsWith?: string | null;
  readonly exists?: boolean | null;
}

/** Tests of a column of texts, or of one that holds the same folded, as orders have it: that one is looked into. */
export function textTests(column: string, asked: TextInput, { many = false, folded }: { readonly many?: boolean; readonly folded?: string }): Expression[] {
  refuseNulls(asked, `${column}.`);
  const { in: among, contains, startsWith, exists } = asked;
  const looked = folded ?? column;
  const small = (name: string, text: string) => {
    const found = folded === undefined ? text.normalize('NFC').toLowerCase() : fold(text);
    if (found.trim() === '') throw badInput(`${column}.${name}: name some letters`);
    return found;
  };
  return [
    ...(among ? [test(column, many ? 'HAS' : 'IN', among)] : []),
    ...(typeof contains === 'string' ? [test(looked, 'CONTAINS', [small('contains', contains)])] : []),
    ...(typeof startsWith === 'string' ? [test(looked, 'STARTS', [small('startsWith', startsWith)])] : []),
    ...existing(column, test(looked, 'CONTAINS', ['']), exists),
  ];
}

function existing(column: string, there: Expression, exists: boolean | null | undefined): Expression[] {
  if (exists === null) throw isNull(`${column}.exists`);
  return exists === true ? [there] : exists === false ? [{ not: there }] : [];
}

/** Refuses what is null in an input, by its name with what it stands in. */
export function refuseNulls(input: object, place = ''): void {
  const [missing] = Object.entries(input).filter(([, value]) => value === null);
  if (missing) throw isNull(`${place}${missing[0]}`);
}

/** A null that would be passed over: whoever writes it may mean what has no value. */
export function isNull(name: string, value?: Value): Error {
  const isRange = ['during', 'label', 'summary', 'when'].includes(name) || value?.asking === 'TIME' || value?.asking === 'RANGE' || value?.asking === 'TEXT';
  const none = isRange ? `${name}: { exists: false }` : value?.choice ? `not: { ${name}: [${Object.keys(value.choice.values).join(', ')}] }` : null;
  return badInput(`${name}: null asks for nothing; leave it out${none === null ? '' : `, or ask for what has none with ${none}`}`);
}
