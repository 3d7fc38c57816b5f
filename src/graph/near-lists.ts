import { compareText } from '../model/text.js';
import type { EntityNode } from '../model/graph.js';
import type { Lens } from '../model/lens.js';
import { dayList, VARYING, type DayList } from './day-lists.js';
import { columnOf, passes, type Filter } from './filter.js';
import { involvedBy } from './involved-by.js';
import { LensUnavailable } from './read-claims.js';
import type { EntitySet, Facet, GraphReader, ListQuestion, Page, Position } from './store.js';
import type { Vocabulary } from '../model/vocabulary.js';

/** How many entities of a list are looked at one by one at most. */
const MOST = 1_000;

/** How many entities a page is read on by at least. */
const STEP = 100;

/** Columns that are the same under every lens. */
const FIXED: ReadonlySet<string> = new Set(['id', 'kind', 'label', 'seen']);

/** A set, or a list, whose filter asks for columns alone. */
type Plain<T extends EntitySet> = Omit<T, 'filter'> & { readonly filter: Filter };

/** Looks at some entities through a lens. */
type Look = (ids: readonly string[]) => Promise<ReadonlyMap<string, EntityNode>>;

/**
 * Lists, counts and groups of a graph of any size through a lens. The entities that may be among them are found without
 * it, by what no lens changes, and by the claims that name whoever is to be involved; each is then looked at. Pages in the
 * order of labels, which no lens changes, are read on until they are full. As of a day, records that look the same on all
 * their days are found by these. Throws LensUnavailable for what is left: lists in the order of dates, counts and groups,
 * of more than can be looked at.
 */
export class NearLists {
  private readonly vocabulary: Vocabulary;
  private readonly plain: GraphReader;
  private readonly lens: Lens;
  private readonly look: Look;

  constructor(vocabulary: Vocabulary, plain: GraphReader, lens: Lens, look: Look) {
    this.vocabulary = vocabulary;
    this.plain = plain;
    this.lens = lens;
    this.look = look;
  }

  async list(question: Plain<ListQuestion>): Promise<Page<EntityNode>> {
    const { sort, descending, first, after, ...set } = question;
    const days = this.daysOf(set);
    if (days) {
      const steady = await this.plain.list({ ...question, filter: days.filter });
      const varying = pageOf(await this.varying(set), question);
      const { items, more } = pageOf([...steady.items.map(days.seen), ...varying.items], question);
      return { items, more: more || steady.more || varying.more };
    }
    const ids = await this.candidates(set);
    if (ids === null && sort === 'sortLabel') return this.walk({ sort, descending, first, after, ...set });
    return pageOf(await this.members(set, ids), { sort, descending, first, after });
  }

  async count(set: Plain<EntitySet>): Promise<number> {
    const days = this.daysOf(set);
    if (days) return (await this.plain.count({ ...set, filter: days.filter })) + (await this.varying(set)).length;
    return (await this.members(set, await this.candidates(set))).length;
  }

  async facets(set: Plain<EntitySet>, column: string): Promise<readonly Facet[]> {
    const days = column === 'certainty' ? null : this.daysOf(set);
    const steady = days ? await this.plain.facets({ ...set, filter: days.filter }, column) : [];
    const counts = new Map(steady.map(({ key, count }) => [key, count]));
    for (const entity of days ? await this.varying(set) : await this.members(set, await this.candidates(set))) {
      const value = columnOf(entity)(column) ?? [];
      for (const key of new Set([value].flat().map(String))) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const facets = [...counts].map(([key, count]) => ({ key, count }));
    return facets.sort((a, b) => b.count - a.count || compareText(a.key, b.key));
  }

  /** How a list of records is asked as of some days; null for what is no record, and for lenses that look at more. */
  private daysOf({ label, filter }: Plain<EntitySet>): DayList | null {
    return this.vocabulary.kind(label)?.record === true ? dayList(this.lens, filter) : null;
  }

  /** Those of a set of records that vary, as they are seen. */
  private async varying(set: Plain<EntitySet>): Promise<readonly EntityNode[]> {
    const varying = { ...set, filter: [...set.filter.filter(isFixed), ...VARYING] };
    try {
      return await this.members(set, await this.all(varying));
    } catch (error) {
      const candidates = error instanceof LensUnavailable ? await this.candidates({ ...set, filter: [...set.filter, ...VARYING] }) : null;
      if (candidates === null) throw error;
      return this.members(set, candidates);
    }
  }

  /** All of a set, as they are seen. */
  private async members(set: Plain<EntitySet>, candidates: readonly string[] | null): Promise<readonly EntityNode[]> {
    const ids = candidates ?? (await this.all(set));
    if (ids.length > MOST) throw tooLong();
    return [...(await this.look(ids)).values()].filter((entity) => isIn(set, entity));
  }

  /** The entities that may pass a filter, where it names some or whom they involve; null where it does not. */
  private async candidates({ filter }: Plain<EntitySet>): Promise<readonly string[] | null> {
    const found = await Promise.all(
      filter.flatMap(([test, ...others]) => {
        if (!test || others.length > 0 || test.negated) return [];
        if (test.column === 'id' && test.op === 'IN') return [Promise.resolve(test.values.map(String))];
        return test.column === 'involves' && test.op === 'HAS' ? [involvedBy(this.vocabulary, this.plain, test.values.map(String), MOST)] : [];
      }),
    );
    const known = found.filter((ids) => ids !== null).sort((a, b) => a.length - b.length);
    const [fewest, ...others] = known.map((ids) => new Set(ids));
    if (!fewest) return null;
    const common = [...fewest].filter((id) => others.every((ids) => ids.has(id)));
    const fixed = filter.filter(isFixed);
    return [...(await this.plain.entities(common)).values()].filter((entity) => passes(fixed, columnOf(entity))).map(({ id }) => id);
  }

  /** The ids of all that may have a label: what is so without a lens may be intended under it, and the other way round. */
  private async all({ label, filter }: Plain<EntitySet>): Promise<readonly string[]> {
    const question = { label: this.kindWith(label), filter: filter.filter(isFixed), sort: 'sortLabel', descending: false, first: MOST, after: null } as const;
    const pages = await Promise.all([false, true].map((intended) => this.plain.list({ ...question, intended })));
    if (pages.some(({ more }) => more)) throw tooLong();
    return pages.flatMap(({ items }) => items.map(({ id }) => id));
  }

  /** A page in an order that no lens changes. */
  private async walk({ first, after, ...question }: Plain<ListQuestion>): Promise<Page<EntityNode>> {
    const items: EntityNode[] = [];
    const size = Math.max(first + 1, STEP);
    const wanted = { ...question, label: this.kindWith(question.label), filter: question.filter.filter(isFixed), first: size };
    const sign = question.descending ? -1 : 1;
    for (let read = 0, from = after; ; read += size) {
      if (read >= 10 * MOST) throw tooLong();
      const pages = await Promise.all([false, true].map((intended) => this.plain.list({ ...wanted, intended, after: from })));
      const found = pages.flatMap((page) => page.items.map((entity) => ({ entity, ...positionOf(entity, question.sort) })));
      const next = found.sort((a, b) => sign * (compareText(a.sort, b.sort) || compareText(a.id, b.id))).slice(0, size);
      for (const entity of (await this.look(next.map(({ id }) => id))).values()) if (isIn(question, entity)) items.push(entity);
      const last = next.at(-1);
      if (items.length > first) return { items: items.slice(0, first), more: true };
      if (!last || (found.length <= size && !pages.some(({ more }) => more))) return { items, more: false };
      from = { sort: last.sort, id: last.id };
    }
  }

  /** A label that follows from relationships may be another under a lens; the kind that may have it stays. */
  private kindWith(label: string): string {
    return this.vocabulary.kinds.find(({ labels }) => labels.some((derived) => derived.label === label))?.name ?? label;
  }
}

function positionOf(entity: EntityNode, sort: ListQuestion['sort']): Position {
  return { sort: String(entity.columns[sort] ?? ''), id: entity.id };
}

function isIn({ label, intended, filter }: Plain<EntitySet>, entity: EntityNode): boolean {
  return entity.intended === intended && entity.labels.includes(label) && passes(filter, columnOf(entity));
}

/** A page of some entities, in whatever order they come. */
function pageOf(
  entities: readonly EntityNode[],
  { sort, descending, first, after }: Pick<ListQuestion, 'sort' | 'descending' | 'first' | 'after'>,
): Page<EntityNode> {
  const sign = descending ? -1 : 1;
  const compare = (a: Position, b: Position) => sign * (compareText(a.sort, b.sort) || compareText(a.id, b.id));
  const positioned = entities.map((entity) => ({ entity, ...positionOf(entity, sort) })).sort(compare);
  const behind = positioned.filter((item) => after === null || compare(item, after) > 0);
  return { items: behind.slice(0, first).map(({ entity }) => entity), more: behind.length > first };
}

/** Whether a part of a filter passes the same under every lens. */
function isFixed(clause: Filter[number]): boolean {
  return clause.every(({ column }) => FIXED.has(column));
}

function tooLong(): LensUnavailable {
  return new LensUnavailable(
    `in a view of a graph of this size, counts, groups and lists by date look at ${String(MOST)} entities at most; say by \`involves\` or \`id\` which, order by label, or name sources`,
  );
}
