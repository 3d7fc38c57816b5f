import { DAY_COLUMNS } from '../../model/days.js';
import type { Scalar } from '../../model/values.js';
import type { Properties, Vocabulary } from '../../model/vocabulary.js';
import type { Filter, Test } from '../filter.js';

/** The full-text indexes: of words that names are found by, and of columns that filters ask for, each value a word. */
export const TERMS = 'entente_terms';
export const COLUMNS = 'entente_columns';

/** Where the entities come from that may pass a filter, and what of it remains to be looked at. */
export type Seek =
  | { readonly from: 'NOWHERE' }
  | { readonly from: 'IDS'; readonly ids: readonly string[]; readonly filter: Filter }
  | { readonly from: 'INDEX'; readonly index: string; readonly query: string; readonly filter: Filter }
  | { readonly from: 'LIST'; readonly filter: Filter };

/** Most alternatives in one query; the index refuses 1,024. */
export const MOST_WORDS = 800;

/** Suffixes of a time's columns that filters and groups use. */
const OF_TIME = ['Earliest', 'Latest', 'HeldFrom', 'HeldUntil', 'Year'];

/** Columns that every entity may have, whose values are short. */
const COMMON = ['kind', 'stored', 'involves', 'within', 'certainty', ...DAY_COLUMNS];

/**
 * Columns of entities that the index holds: choices, ids and times. Free text is left out, since the engine takes no
 * words beyond 32,766 bytes and stops the database at one.
 */
export function indexedColumns({ kinds }: Pick<Vocabulary, 'kinds'>): readonly string[] {
  const free = new Set(kinds.flatMap(({ properties }) => columnsOf(properties, (sort) => sort !== 'choice' && sort !== 'reference' && sort !== 'time')));
  const short = kinds.flatMap(({ properties }) => columnsOf(properties, (sort) => sort === 'choice' || sort === 'reference' || sort === 'time'));
  return [...COMMON, ...new Set(short.filter((column) => !free.has(column) && !COMMON.includes(column)))];
}

function columnsOf(properties: Properties, wanted: (sort: string) => boolean): string[] {
  return Object.entries(properties).flatMap(([name, { sort }]) => (!wanted(sort) ? [] : sort === 'time' ? OF_TIME.map((suffix) => name + suffix) : [name]));
}

/**
 * How to seek what passes a filter among the entities stored under a label: by id, by the words of a name, or by all
 * clauses that the index of columns can decide; in the list of all where it can decide none.
 */
export function seekFor(filter: Filter, label: string, columns: ReadonlySet<string>): Seek {
  const stored: Test = { column: 'stored', op: 'HAS', values: [label], negated: false };
  if (filter.some((clause) => clause.length === 0)) return { from: 'NOWHERE' };
  const byId = filter.filter((clause) => isOnly(clause, 'id', 'IN'));
  if (byId.length > 0) {
    const [first = [], ...others] = byId.map(([test]) => (test?.values ?? []).map(String));
    const ids = [...new Set(first)].filter((id) => others.every((other) => other.includes(id)));
    return { from: 'IDS', ids, filter: filter.filter((clause) => !byId.includes(clause)) };
  }
  const named = filter.find((clause) => isOnly(clause, 'spellings', 'HAS'));
  if (named?.[0]) {
    return { from: 'INDEX', index: TERMS, query: wordsOf(named[0]), filter: [[stored], ...filter.filter((clause) => clause !== named)] };
  }
  let room = MOST_WORDS;
  const decided = filter.filter((clause) => {
    const words = clause.reduce((sum, { values }) => sum + values.length, 0);
    const isDecided = words <= room && clause.every((test) => isIndexed(test, columns));
    if (isDecided) room -= words;
    return isDecided;
  });
  if (decided.length === 0) return { from: 'LIST', filter };
  const query = [[stored], ...decided].map((clause) => `+(${clause.map(wordsOf).join(' ')})`).join(' ');
  return { from: 'INDEX', index: COLUMNS, query, filter: filter.filter((clause) => !decided.includes(clause)) };
}

function isOnly([test, ...others]: readonly Test[], column: string, op: Test['op']): boolean {
  return test !== undefined && others.length === 0 && test.column === column && test.op === op && !test.negated;
}

function isIndexed({ column, values }: Test, columns: ReadonlySet<string>): boolean {
  return columns.has(column) && values.length > 0 && values.every((value) => typeof value === 'string' && value !== '');
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
