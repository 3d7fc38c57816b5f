import type { EntityNode } from '../../model/projection.js';
import { compareText } from '../../model/text.js';
import type { Scalar } from '../../model/values.js';
import { columnOf, passes, type Filter } from '../filter.js';
import type { EntitySet, Facet, ListQuestion, Page } from '../store.js';
import { integer, type Question } from './connection.js';
import { isMissingIndex } from './errors.js';
import { entityColumn, entityFilter, joined, PLACED_BY, startPlace } from './properties.js';
import * as statements from './reads.js';
import { seekFor, type Seek } from './seek.js';

/** Up to so many entities are sorted; of more, which stand close in the list of all, the list is walked. */
const MOST_SORTED = 5_000;

/** How a reader asks the database. */
export interface Asking {
  ask<T>(question: Question<T>): Promise<T[]>;
  entities(ids: readonly string[]): Promise<ReadonlyMap<string, EntityNode>>;
}

/** Lists, counts and groups entities, sought where a filter says that they can be found. */
export class EntitySets {
  private readonly columns: ReadonlySet<string>;

  /** `columns`: those that the index of columns holds. */
  constructor(columns: ReadonlySet<string>) {
    this.columns = columns;
  }

  async list(reader: Asking, LABEL: string, { sort, descending, first, after, ...set }: ListQuestion): Promise<Page<EntityNode>> {
    const PLACE = PLACED_BY[sort];
    const place = startPlace(after, descending);
    const limit = integer(first + 1);
    const seek = this.seek(set, LABEL);
    if (seek.from === 'NOWHERE') return { items: [], more: false };
    if (seek.from === 'IDS') {
      const placeOf = (entity: EntityNode) => joined({ sort: String(entity.columns[sort] ?? ''), id: entity.id });
      const found = (await byId(reader, set, seek)).map((entity) => ({ entity, at: placeOf(entity) }));
      const behind = found.filter(({ at }) => (descending ? compareText(at, place) < 0 : compareText(at, place) > 0));
      const sorted = behind.sort((a, b) => (descending ? compareText(b.at, a.at) : compareText(a.at, b.at)));
      return { items: sorted.slice(0, first).map(({ entity }) => entity), more: sorted.length > first };
    }
    if (seek.from === 'INDEX') {
      const found = await sought(reader, {
        statement: descending ? statements.listFoundDescending : statements.listFoundAscending,
        placeholders: { PLACE },
        parameters: { index: seek.index, query: seek.query, filter: seek.filter, place, limit, most: integer(MOST_SORTED) },
      });
      const [row] = found ?? [];
      if (row && !row.isCut) return pageOf(row.page, first);
    }
    const rows = await reader.ask({
      statement: descending ? statements.listDescending : statements.listAscending,
      placeholders: { LABEL, PLACE },
      parameters: { place, filter: entityFilter(set.filter), limit },
    });
    return pageOf(rows, first);
  }

  async count(reader: Asking, LABEL: string, set: EntitySet): Promise<number> {
    const seek = this.seek(set, LABEL);
    if (seek.from === 'NOWHERE') return 0;
    if (seek.from === 'IDS') return (await byId(reader, set, seek)).length;
    const { filter } = set;
    if (seek.from === 'INDEX') {
      const { index, query, filter: rest } = seek;
      const found = await sought(reader, { statement: statements.countFound, parameters: { index, query, filter: rest } });
      if (found) return found[0] ?? 0;
    }
    const placeholders = { LABEL };
    const [count = 0] = await reader.ask(
      filter.length === 0
        ? { statement: statements.counts, placeholders, parameters: {} }
        : { statement: statements.countFiltered, placeholders, parameters: { filter: entityFilter(filter) } },
    );
    return count;
  }

  async facets(reader: Asking, LABEL: string, set: EntitySet, column: string): Promise<readonly Facet[]> {
    const seek = this.seek(set, LABEL);
    if (seek.from === 'NOWHERE') return [];
    const asked = entityColumn(column);
    if (seek.from === 'IDS') {
      const keys = (await byId(reader, set, seek)).flatMap((entity) => [...new Set<Scalar>([columnOf(entity)(asked) ?? []].flat())]);
      return facetsOf(keys.map((key) => ({ key: String(key), count: 1 })));
    }
    if (seek.from === 'INDEX') {
      const { index, query, filter } = seek;
      const rows = await sought(reader, { statement: statements.facetsFound, parameters: { index, query, filter, column: asked } });
      if (rows) return facetsOf(rows);
    }
    return facetsOf(
      await reader.ask({ statement: statements.facets, placeholders: { LABEL }, parameters: { filter: entityFilter(set.filter), column: asked } }),
    );
  }

  private seek({ filter }: EntitySet, LABEL: string): Seek {
    return seekFor(entityFilter(filter), LABEL, this.columns);
  }
}

async function byId(
  reader: Asking,
  { label, intended }: EntitySet,
  { ids, filter }: { readonly ids: readonly string[]; readonly filter: Filter },
): Promise<EntityNode[]> {
  const found = [...(await reader.entities(ids)).values()];
  return found.filter((entity) => entity.intended === intended && entity.labels.includes(label) && passes(filter, columnOf(entity)));
}

/** What an index finds; null where it is not there yet. */
async function sought<T>(reader: Asking, question: Question<T>): Promise<T[] | null> {
  try {
    return await reader.ask(question);
  } catch (error) {
    if (isMissingIndex(error)) return null;
    throw error;
  }
}

/** One row more than a page was asked for, which tells that there is more. */
export function pageOf<T>(rows: readonly T[], first: number): Page<T> {
  return { items: rows.slice(0, first), more: rows.length > first };
}

/** Most frequent first; values of other sorts that read alike count together. */
function facetsOf(rows: readonly Facet[]): Facet[] {
  const counts = new Map<string, number>();
  for (const { key, count } of rows) counts.set(key, (counts.get(key) ?? 0) + count);
  return [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count || compareText(a.key, b.key));
}
