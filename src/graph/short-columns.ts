import { DAY_COLUMNS } from '../model/days.js';
import type { Value } from '../model/value.js';
import type { Properties, Vocabulary } from '../model/vocabulary.js';

type Owners = readonly { readonly properties: Properties }[];

/** Suffixes of a time's columns that filters and groups use. */
const OF_TIME = ['Earliest', 'Latest', 'HeldFrom', 'HeldUntil', 'Year'];

/** Columns that every entity may have, whose values are short. */
const COMMON = ['kind', 'stored', 'involves', 'within', 'certainty', ...DAY_COLUMNS];

/** Of these, those that hold lists. */
const LISTS = ['stored', 'involves', 'within'];

/** Columns that every relationship may have, whose values are short. */
const OF_LINKS = [...OF_TIME.map((suffix) => `when${suffix}`), 'certainty'];

const SHORT: ReadonlySet<string> = new Set(['choice', 'reference', 'time']);

/**
 * Columns of entities whose values are short texts, so that an index may hold them: choices, ids and times. Free text is
 * left out: a full-text engine takes no words beyond 32,766 bytes and stops the database at one.
 */
export function shortColumns({ kinds }: Pick<Vocabulary, 'kinds'>): readonly string[] {
  return [...new Set([...COMMON, ...shortOf(kinds)])];
}

/** The same of relationships. */
export function shortLinkColumns({ relationships }: Pick<Vocabulary, 'relationships'>): readonly string[] {
  return [...new Set([...OF_LINKS, ...shortOf(relationships)])];
}

/**
 * Short columns of entities, with whether they hold lists: an index of words cannot tell a list from a single value. What
 * holds lists in some kinds alone is left out.
 */
export function shortLists({ kinds }: Pick<Vocabulary, 'kinds'>): ReadonlyMap<string, boolean> {
  const lists = new Set([...LISTS, ...columnsOf(kinds, ({ many }) => many)]);
  const single = new Set(columnsOf(kinds, ({ many }) => !many));
  return new Map(shortColumns({ kinds }).flatMap((column) => (lists.has(column) && single.has(column) ? [] : [[column, lists.has(column)]])));
}

/** A name that one owner uses for something long is left out for all. */
function shortOf(owners: Owners): string[] {
  const long = new Set(columnsOf(owners, ({ sort }) => !SHORT.has(sort)));
  return columnsOf(owners, ({ sort }) => SHORT.has(sort)).filter((column) => !long.has(column));
}

function columnsOf(owners: Owners, isWanted: (value: Value) => boolean): string[] {
  const values = owners.flatMap(({ properties }) => Object.entries(properties)).filter(([, value]) => isWanted(value));
  return values.flatMap(([name, { sort }]) => (sort === 'time' ? OF_TIME.map((suffix) => name + suffix) : [name]));
}
