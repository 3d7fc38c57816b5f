import type { Scalar } from '../../model/value.js';
import { isLinkTest, looksInto, parted, type Filter, type NestedFilter, type Test } from '../filter.js';
import type { Step } from './nested.js';

/** The full-text indexes: of words that names are found by, and of columns that filters ask for, each value a word. */
export const TERMS = 'entente_terms';
export const COLUMNS = 'entente_columns';

/** A place where a search begins: some ids, or what an index finds. */
export type Start = { readonly from: 'IDS'; readonly ids: readonly string[] } | { readonly from: 'INDEX'; readonly index: string; readonly query: string };

/** Where entities come from that may pass a filter, over which relationships, and what of it remains to be looked at. */
export interface Seek {
  readonly start: Start;
  readonly steps: readonly Step[];
  readonly filter: NestedFilter;
}

/** Most alternatives in one query; the index refuses 1,024. */
export const MOST_WORDS = 800;

/**
 * The ways to seek what passes a filter, the most promising first: by id, by the words of a name, by all clauses that the
 * index of columns can decide, or so from the far end of a relationship that it must have. With a label, what is stored
 * under it. None, where all that there are must be looked at. `columns`: those that the index decides, and whether each
 * holds lists.
 */
export function seeksFor(filter: NestedFilter, label: string | null, columns: ReadonlyMap<string, boolean>): readonly Seek[] {
  if (filter.some((clause) => clause.length === 0)) return [{ start: { from: 'IDS', ids: [] }, steps: [], filter }];
  const stored: Test[] = label === null ? [] : [{ column: 'stored', op: 'HAS', values: [label], negated: false }];
  const isStored: NestedFilter = stored.length > 0 ? [stored] : [];
  const { plain, nested } = parted(filter);
  const own = startOf(plain, stored, columns);
  const reached = nested.flatMap((clause) => {
    const [only, ...others] = clause;
    if (!only || others.length > 0 || !isLinkTest(only) || only.negated || only.least < 1) return [];
    const rest = only.least === 1 && only.most === null ? filter.filter((other) => other !== clause) : filter;
    return seeksFor(only.farFilter, null, columns).map((seek) => ({
      start: seek.start,
      steps: [...seek.steps, { test: only, farFilter: seek.filter }],
      filter: [...isStored, ...rest],
    }));
  });
  const here = own ? [{ start: own.start, steps: [], filter: [...(own.isAny ? isStored : []), ...own.filter, ...nested] }] : [];
  return [...here, ...reached].sort((a, b) => weightOf(a) - weightOf(b));
}

/** Fewer are expected from ids than by a name, and by a name than by columns; each step brings more. */
function weightOf({ start, steps }: Seek): number {
  return (start.from === 'IDS' ? 0 : start.index === TERMS ? 2 : 4) + steps.length;
}

/** Where to begin for clauses on columns; `isAny` where what is found may be stored under any label. */
function startOf(
  filter: Filter,
  stored: readonly Test[],
  columns: ReadonlyMap<string, boolean>,
): { readonly start: Start; readonly filter: Filter; readonly isAny: boolean } | null {
  const byId = filter.filter((clause) => isOnly(clause, 'id', 'IN'));
  if (byId.length > 0) {
    const [first = [], ...others] = byId.map(([test]) => (test?.values ?? []).map(String));
    const ids = [...new Set(first)].filter((id) => others.every((other) => other.includes(id)));
    return { start: { from: 'IDS', ids }, filter: filter.filter((clause) => !byId.includes(clause)), isAny: true };
  }
  const named = filter.find((clause) => isOnly(clause, 'spellings', 'HAS'));
  if (named?.[0]) return { start: { from: 'INDEX', index: TERMS, query: wordsOf(named[0]) }, filter: filter.filter((clause) => clause !== named), isAny: true };
  let room = MOST_WORDS;
  const decided = filter.filter((clause) => {
    const words = clause.reduce((sum, { values }) => sum + values.length, 0);
    const isDecided = words <= room && clause.every((test) => isIndexed(test, columns));
    if (isDecided) room -= words;
    return isDecided;
  });
  if (decided.length === 0) return null;
  const query = [...(stored.length > 0 ? [stored] : []), ...decided].map((clause) => `+(${clause.map(wordsOf).join(' ')})`).join(' ');
  return { start: { from: 'INDEX', index: COLUMNS, query }, filter: filter.filter((clause) => !decided.includes(clause)), isAny: false };
}

function isOnly([test, ...others]: readonly Test[], column: string, op: Test['op']): boolean {
  return test !== undefined && others.length === 0 && test.column === column && test.op === op && !test.negated;
}

/** A word of a list and a single one stand in the index alike, so the column must be what the test is for. */
function isIndexed(test: Test, columns: ReadonlyMap<string, boolean>): boolean {
  const { column, op, values } = test;
  return !looksInto(test) && columns.get(column) === (op === 'HAS') && values.length > 0 && values.every((value) => typeof value === 'string' && value !== '');
}

/** A test in the index's own language; whatever has no such word passes a test that is negated. */
function wordsOf({ column, op, values, negated }: Test): string {
  const [bound = ''] = values;
  const words = op === 'AT_LEAST' ? `${column}:[${quoted(bound)} TO *]` : op === 'AT_MOST' ? `${column}:[* TO ${quoted(bound)}]` : wordsAmong(column, values);
  return negated ? `(*:* -(${words}))` : `(${words})`;
}

/** A list of words, each the whole value of a column, one of which there must be. */
export function anyOf(column: string, values: readonly Scalar[]): string {
  return values.length === 0 ? '(-*:*)' : `(${wordsAmong(column, values)})`;
}

function wordsAmong(column: string, values: readonly Scalar[]): string {
  return values.map((value) => `${column}:${quoted(value)}`).join(' ');
}

function quoted(value: Scalar): string {
  return `"${String(value).replace(/["\\]/g, (sign) => `\\${sign}`)}"`;
}
