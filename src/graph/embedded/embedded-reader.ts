import type { Claim } from '../../model/claim.js';
import type { EntityNode } from '../../model/projection.js';
import { compareText } from '../../model/text.js';
import type { Scalar } from '../../model/values.js';
import { claimColumn } from '../claim-columns.js';
import { columnOf, passes } from '../filter.js';
import {
  isQualifierSide,
  type ClaimQuestion,
  type ClaimSet,
  type EntitySet,
  type Expanded,
  type ExpandKey,
  type ExpandQuestion,
  type Facet,
  type GraphReader,
  type GraphStore,
  type LinkSet,
  type ListQuestion,
  type NeighbourCount,
  type Neighbourhood,
  type NeighbourhoodQuestion,
  type Page,
  type Position,
  type SearchQuestion,
} from '../store.js';
import { turns } from '../turns.js';
import { compareSorted, type Held, type Indexes, type Sorted, type Tables } from './indexes.js';
import type { Records } from './records.js';

/** What an embedded store holds, and what is derived from it: others after each change. */
export interface Holding {
  content: Held;
  index: Indexes;
}

/** Answers every verb from memory. Long walks let others in between, and all end when the signal aborts. */
export class EmbeddedReader implements GraphReader {
  readonly whole?: GraphStore;
  readonly signal?: AbortSignal;
  protected readonly held: Holding;

  constructor(held: Holding, request?: { readonly signal: AbortSignal; readonly whole: GraphStore }) {
    this.held = held;
    if (request) Object.assign(this, request);
  }

  async entities(ids: readonly string[]): Promise<ReadonlyMap<string, EntityNode>> {
    await this.with('entityIds');
    return new Map(ids.flatMap((id) => entry(id, this.held.index.entity(id))));
  }

  async list({ sort, descending, first, after, ...set }: ListQuestion): Promise<Page<EntityNode>> {
    await this.with('lists');
    return this.pageOf(this.held.index.entities(set, sort), { descending, first, after }, (entity) => passes(set.filter, columnOf(entity)));
  }

  async count(set: EntitySet): Promise<number> {
    await this.with('lists');
    return set.filter.length === 0 ? this.held.index.entities(set, 'sortLabel').length : (await this.all(set)).length;
  }

  async facets(set: EntitySet, column: string): Promise<readonly Facet[]> {
    const counts = new Map<string, number>();
    for (const item of await this.all(set)) {
      const value = columnOf(item)(column);
      for (const key of new Set(value === undefined ? [] : Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar])) {
        counts.set(String(key), (counts.get(String(key)) ?? 0) + 1);
      }
    }
    const facets = [...counts].map(([key, count]) => ({ key, count }));
    return facets.sort((a, b) => b.count - a.count || compareText(a.key, b.key));
  }

  async expand({ descending, first, ...set }: ExpandQuestion, keys: readonly ExpandKey[]): Promise<readonly Page<Expanded>[]> {
    await this.with('entityIds', 'adjacency');
    return this.each(keys, ({ id, after }) => this.pageOf(this.held.index.links(set, id), { descending, first, after }, (item) => linkPasses(set, item)));
  }

  async degrees(set: LinkSet, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    await this.with('entityIds', 'adjacency');
    const isPlain = set.linkFilter.length === 0 && set.farFilter.length === 0;
    const count = async (id: string) => {
      const links = this.held.index.links(set, id);
      return isPlain ? links.length : (await this.those(links, (item) => linkPasses(set, item))).length;
    };
    return new Map(await this.each(ids, async (id) => [id, await count(id)]));
  }

  async neighbourhood(question: NeighbourhoodQuestion, ids: readonly string[]): Promise<ReadonlyMap<string, Neighbourhood>> {
    await this.with('entityIds', 'adjacency');
    const found = await this.each([...new Set(ids)], (id) => {
      const { index } = this.held;
      const number = index.numberOf(id);
      return number === undefined ? [] : [[id, index.adjacency.neighbourhood(question, number)] as const];
    });
    return new Map(found.flat());
  }

  async neighbourCounts(ids: readonly string[]): Promise<ReadonlyMap<string, readonly NeighbourCount[]>> {
    await this.with('entityIds', 'adjacency');
    const { index } = this.held;
    return new Map(
      await this.each(ids, (id) => {
        const number = index.numberOf(id);
        return [id, number === undefined ? [] : index.adjacency.counts(number)];
      }),
    );
  }

  async claims(factKeys: readonly string[]): Promise<ReadonlyMap<string, readonly Claim[]>> {
    await this.with('facts', 'entityIds');
    return new Map(factKeys.map((key) => [key, this.held.index.fact(key)]));
  }

  async claimPages({ descending, first, ...set }: ClaimQuestion, keys: readonly ExpandKey[]): Promise<readonly Page<Claim>[]> {
    await this.with(...(isQualifierSide(set.side) ? [] : [set.side]));
    return this.each(keys, ({ id, after }) =>
      this.pageOf(this.held.index.claimsBy(set.side, id), { descending, first, after }, (claim) => this.isAmong(set, id, claim)),
    );
  }

  async claimCounts(set: ClaimSet, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    await this.with(...(isQualifierSide(set.side) ? [] : [set.side]));
    const count = async (id: string) => {
      const claims = this.held.index.claimsBy(set.side, id);
      const isAll = set.filter.length === 0 && (set.except ?? []).length === 0;
      return isAll ? claims.length : (await this.those(claims, (claim) => this.isAmong(set, id, claim))).length;
    };
    return new Map(await this.each(ids, async (id) => [id, await count(id)]));
  }

  async claimsById(ids: readonly string[]): Promise<ReadonlyMap<string, Claim>> {
    await this.with('claimIds');
    return new Map(ids.flatMap((id) => entry(id, this.held.index.claim(id))));
  }

  async search(question: SearchQuestion): Promise<readonly EntityNode[]> {
    await this.with('names', 'lists');
    return this.held.index.search(question);
  }

  private isAmong({ except = [], filter }: ClaimSet, id: string, claim: Claim): boolean {
    return !except.some((side) => this.held.index.standing(side, claim) === id) && passes(filter, (column) => claimColumn(claim, column));
  }

  /** Waits for a turn when one is due, and for what an answer is looked up in. */
  private async with(...tables: readonly (keyof Tables)[]): Promise<void> {
    await turns.pause(this.signal);
    const { index } = this.held;
    if (index.has(tables)) return;
    await index.prepare(tables);
    this.signal?.throwIfAborted();
  }

  private async all(set: EntitySet): Promise<readonly EntityNode[]> {
    await this.with('lists');
    return this.those(this.held.index.entities(set, 'sortLabel'), (entity) => passes(set.filter, columnOf(entity)));
  }

  private async those<T>(sorted: Records<Sorted<T>>, wanted: (item: T) => boolean): Promise<readonly T[]> {
    return (await this.pageOf(sorted, { descending: false, first: Infinity, after: null }, wanted)).items;
  }

  private async each<K, T>(keys: readonly K[], answer: (key: K) => T | Promise<T>): Promise<T[]> {
    const answers: T[] = [];
    for (const key of keys) {
      if (turns.areDue) await turns.next(this.signal);
      answers.push(await answer(key));
    }
    return answers;
  }

  private async pageOf<T>(sorted: Records<Sorted<T>>, { descending, first, after }: Window, wanted: (item: T) => boolean): Promise<Page<T>> {
    await turns.pause(this.signal);
    const step = descending ? -1 : 1;
    const items: T[] = [];
    let seen = 0;
    for (let at = startOf(sorted, descending, after); at >= 0 && at < sorted.length; at += step) {
      if ((seen += 1) % STRIDE === 0 && turns.areDue) await turns.next(this.signal);
      const found = sorted.at(at);
      if (!found || !wanted(found.item)) continue;
      if (items.length === first) return { items, more: true };
      items.push(found.item);
    }
    return { items, more: false };
  }
}

/** After how many items a walk looks at the clock. */
const STRIDE = 50;

function entry<T>(id: string, found: T | undefined): readonly (readonly [string, T])[] {
  return found === undefined ? [] : [[id, found]];
}

function linkPasses({ linkFilter, farFilter }: LinkSet, { link, far }: Expanded): boolean {
  return passes(linkFilter, (column) => (column === 'at' ? link.at : link.columns[column])) && passes(farFilter, columnOf(far));
}

interface Window {
  readonly descending: boolean;
  readonly first: number;
  readonly after: Position | null;
}

/** Index of the first entry behind the position, in reading direction, by bisection. */
function startOf(sorted: Records<Sorted<unknown>>, descending: boolean, after: Position | null): number {
  if (!after) return descending ? sorted.length - 1 : 0;
  const mark = { ...after, item: null };
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compareSorted(sorted.at(middle) ?? mark, mark);
    if (order < 0 || (order === 0 && !descending)) low = middle + 1;
    else high = middle;
  }
  return descending ? low - 1 : low;
}
