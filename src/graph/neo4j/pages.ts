import type { Names, Statement } from '../statements.js';
import { integer, type Connection } from './connection.js';
import { countLinks } from './reads.js';

const PAGE = 5_000;

/** Everything that a paged statement gives, a page after the other, so that no answer of the database is large. */
export async function everyPage<T>(
  connection: Connection,
  statement: Statement<{ readonly id: string; readonly item: T }>,
  placeholders: Names = {},
  signal?: AbortSignal,
): Promise<T[]> {
  const items: T[] = [];
  for await (const item of eachOfPages(connection, statement, placeholders, signal)) items.push(item);
  return items;
}

/** The same, one after the other; no more than a page is held. */
export async function* eachOfPages<T>(
  connection: Connection,
  statement: Statement<{ readonly id: string; readonly item: T }>,
  placeholders: Names = {},
  signal?: AbortSignal,
): AsyncGenerator<T, undefined> {
  for (let after = ''; ;) {
    const rows = await connection.readLong({ statement, placeholders, parameters: { after, limit: integer(PAGE) } }, signal);
    for (const row of rows) yield row.item;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.id;
  }
}

/** Those of the types that any relationship has, with how many, so that the others need not be asked for. */
export async function linkCounts(connection: Connection, types: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const [counts] = await connection.readLong({ statement: countLinks, placeholders: { TYPE: types }, parameters: {} });
  return new Map(types.map((type, index): [string, number] => [type, counts?.[index] ?? 0]).filter(([, count]) => count > 0));
}
