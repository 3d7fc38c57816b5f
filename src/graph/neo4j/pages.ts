import type { Names, Statement } from '../statements.js';
import { integer, type Connection } from './connection.js';

const PAGE = 5_000;

/** Everything that a paged statement gives, a page after the other, so that no answer of the database is large. */
export async function everyPage<T>(
  connection: Connection,
  statement: Statement<{ readonly id: string; readonly item: T }>,
  placeholders: Names = {},
): Promise<T[]> {
  const items: T[] = [];
  for (let after = ''; ; ) {
    const rows = await connection.readLong({ statement, placeholders, parameters: { after, limit: integer(PAGE) } });
    for (const row of rows) items.push(row.item);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return items;
    after = last.id;
  }
}
