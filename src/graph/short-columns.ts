import { DAY_COLUMNS } from '../model/days.js';
import type { Properties, Vocabulary } from '../model/vocabulary.js';

/** Suffixes of a time's columns that filters and groups use. */
const OF_TIME = ['Earliest', 'Latest', 'HeldFrom', 'HeldUntil', 'Year'];

/** Columns that every entity may have, whose values are short. */
const COMMON = ['kind', 'stored', 'involves', 'within', 'certainty', ...DAY_COLUMNS];

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

/** A name that one owner uses for something long is left out for all. */
function shortOf(owners: readonly { readonly properties: Properties }[]): string[] {
  const named = (isWanted: (sort: string) => boolean) => owners.flatMap(({ properties }) => columnsOf(properties, isWanted));
  const long = new Set(named((sort) => !SHORT.has(sort)));
  return named((sort) => SHORT.has(sort)).filter((column) => !long.has(column));
}

function columnsOf(properties: Properties, isWanted: (sort: string) => boolean): string[] {
  return Object.entries(properties).flatMap(([name, { sort }]) => (!isWanted(sort) ? [] : sort === 'time' ? OF_TIME.map((suffix) => name + suffix) : [name]));
}
