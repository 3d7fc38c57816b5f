import type { EntityNode } from '../../model/graph.js';
import { compareText } from '../../model/text.js';
import type { Scalar } from '../../model/value.js';
import { columnOf, parted, passes, type NestedFilter } from '../filter.js';
import type { Names, Statement, Parameters } from '../statements.js';
import type { EntitySet, Facet, ListQuestion, Page } from '../store.js';
import { newestPlace } from './bounds.js';
import { integer, type Question } from './connection.js';
import { isMissingIndex } from './errors.js';
import { entityColumn, entityFilter, joined, PLACED_BY, startPlace } from './properties.js';
import { Nesting } from './nested.js';
import * as statements from './reads.js';
import { seeksFor, type Seek } from './seek.js';

/** Up to so many entities are sorted; of more, which stand close in the list of all, the list is walked. */
const MOST_SORTED = 5_000;

/** How a reader asks the database. */
export interface Asking {
  ask<T>(question: Question<T>): Promise<T[]>;
  entities(ids: readonly string[]): Promise<ReadonlyMap<string, EntityNode>>;
}

/** So many entities are named by their ids in a statement. */
const MOST_NAMED = 1_000;

/** Ways to seek that are tried before the list of all is walked. */
const MOST_WAYS = 2;

/** Lists, counts and groups entities, sought where a filter says that they can be found. */
export class EntitySets {
  private readonly columns: ReadonlyMap<string, boolean>;
  private readonly bounding: ReadonlySet<string>;

  /** `columns`: those that the index of columns decides, and whether each holds lists. `bounding`: those that bound an entity's day. */
  constructor(columns: ReadonlyMap<string, boolean>, bounding: ReadonlySet<string>) {
    this.columns = columns;
    this.bounding = bounding;
  }

  async list(reader: Asking, LABEL: string, { sort, descending, first, after, ...set }: ListQuestion): Promise<Page<EntityNode>> {
    const PLACE = PLACED_BY[sort];
    const filter = entityFilter(set.filter);
    const start = startPlace(after, descending);
    const page = { place: descending && sort === 'sortDate' ? newestPlace(start, filter, this.bounding) : start, limit: integer(first + 1) };
    for (const seek of this.seeks(filter, LABEL)) {
      if (isById(seek)) {
        const found = (await byId(reader, set, seek.start)).map((entity) => ({
          entity,
          at: joined({ sort: String(entity.columns[sort] ?? ''), id: entity.id }),
        }));
        const behind = found.filter(({ at }) => (descending ? compareText(at, page.place) < 0 : compareText(at, page.place) > 0));
        const sorted = behind.sort((a, b) => (descending ? compareText(b.at, a.at) : compareText(a.at, b.at)));
        return { items: sorted.slice(0, first).map(({ entity }) => entity), more: sorted.length > first };
      }
      const [row] =
        (await sought(
          reader,
          seek.steps.length === 0 && seek.start.from === 'INDEX'
            ? found(descending ? statements.listFoundDescending : statements.listFoundAscending, seek.start, seek, { PLACE }, { ...page, most: MOST })
            : reached(descending ? statements.listReachedDescending : statements.listReachedAscending, seek, { PLACE }, page),
        )) ?? [];
      if (row && !row.isCut) return pageOf(row.page, first);
    }
    const rows = await reader.ask(filtered(descending ? statements.listDescending : statements.listAscending, filter, { LABEL, PLACE }, page));
    return pageOf(rows, first);
  }

  async count(reader: Asking, LABEL: string, set: EntitySet): Promise<number> {
    const filter = entityFilter(set.filter);
    if (filter.length === 0) return (await reader.ask({ statement: statements.counts, placeholders: { LABEL }, parameters: {} }))[0] ?? 0;
    for (const seek of this.seeks(filter, LABEL)) {
      if (isById(seek)) return (await byId(reader, set, seek.start)).length;
      if (seek.steps.length === 0 && seek.start.from === 'INDEX') {
        const rows = await sought(reader, found(statements.countFound, seek.start, seek, {}, {}));
        if (rows) return rows[0] ?? 0;
      } else {
        const [row] = (await sought(reader, reached(statements.countReached, seek, {}, {}))) ?? [];
        if (row && !row.isCut) return row.count;
      }
    }
    return (await reader.ask(filtered(statements.countFiltered, filter, { LABEL }, {})))[0] ?? 0;
  }

  async facets(reader: Asking, LABEL: string, set: EntitySet, by: string): Promise<readonly Facet[]> {
    const filter = entityFilter(set.filter);
    const column = entityColumn(by);
    for (const seek of this.seeks(filter, LABEL)) {
      if (isById(seek)) {
        const keys = (await byId(reader, set, seek.start)).flatMap((entity) => [...new Set<Scalar>([columnOf(entity)(column) ?? []].flat())]);
        return facetsOf(keys.map((key) => ({ key: String(key), count: 1 })));
      }
      if (seek.steps.length === 0 && seek.start.from === 'INDEX') {
        const rows = await sought(reader, found(statements.facetsFound, seek.start, seek, {}, { column }));
        if (rows) return facetsOf(rows);
      } else {
        const [row] = (await sought(reader, reached(statements.facetsReached, seek, {}, { column }))) ?? [];
        if (row && !row.isCut) return facetsOf(row.facets);
      }
    }
    return facetsOf(await reader.ask(filtered(statements.facets, filter, { LABEL }, { column })));
  }

  /** Ids of the entities of any kind that pass a filter; null where they are too many or cannot be sought. */
  async ids(reader: Asking, filter: NestedFilter): Promise<readonly string[] | null> {
    const page = { place: startPlace(null, false), limit: integer(MOST_NAMED + 1) };
    for (const seek of this.seeks(entityFilter(filter), null)) {
      const [row] = (await sought(reader, reached(statements.listReachedAscending, seek, { PLACE: PLACED_BY.sortLabel }, page))) ?? [];
      if (row && !row.isCut && row.page.length <= MOST_NAMED) return row.page.map(({ id }) => id);
    }
    return null;
  }

  private seeks(filter: NestedFilter, LABEL: string | null): readonly Seek[] {
    return seeksFor(filter, LABEL, this.columns).slice(0, MOST_WAYS);
  }
}

const MOST = integer(MOST_SORTED);

/** A question of what an index finds. */
function found<T>(
  statement: Statement<T>,
  { index, query }: { readonly index: string; readonly query: string },
  { filter }: Seek,
  placeholders: Names,
  parameters: Parameters,
): Question<T> {
  return filtered(statement, filter, placeholders, { ...parameters, index, query });
}

/** A question of entities that pass a filter, which stand for `n` in the statement. */
function filtered<T>(statement: Statement<T>, filter: NestedFilter, placeholders: Names, parameters: Parameters): Question<T> {
  const nesting = new Nesting();
  const joined = nesting.join(statement, { n: nesting.of(filter, 'n') });
  return { statement: joined.statement, placeholders, parameters: { ...parameters, ...joined.parameters } };
}

/** A question of entities that are reached over relationships. */
function reached<T>(statement: Statement<T>, seek: Seek, placeholders: Names, parameters: Parameters): Question<T> {
  const nesting = new Nesting();
  const steps = nesting.walk(seek.steps);
  const joined = nesting.join(statement, { steps, n: nesting.of(seek.filter, 'n') });
  return { statement: joined.statement, placeholders, parameters: { ...parameters, ...joined.parameters, ...startAt(seek) } };
}

/** Where a search begins, as statements take it, and how many it finds at most on each step. */
export function startAt({ start }: Seek): Parameters {
  return start.from === 'IDS' ? { ids: start.ids, queries: [], most: MOST } : { ids: [], queries: [{ index: start.index, query: start.query }], most: MOST };
}

function isById(seek: Seek): seek is Seek & { readonly start: { readonly from: 'IDS' } } {
  return seek.start.from === 'IDS' && seek.steps.length === 0 && parted(seek.filter).nested.length === 0;
}

async function byId(reader: Asking, { label, intended, filter }: EntitySet, { ids }: { readonly ids: readonly string[] }): Promise<EntityNode[]> {
  const all = ids.length === 0 ? [] : [...(await reader.entities(ids)).values()];
  return all.filter((entity) => entity.intended === intended && entity.labels.includes(label) && passes(parted(filter).plain, columnOf(entity)));
}

/** What an index finds; null where it is not there yet. */
export async function sought<T>(reader: Asking, question: Question<T>): Promise<T[] | null> {
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
