import type { Claim } from '../../model/claim.js';
import type { EntityNode } from '../../model/graph.js';
import { compareText } from '../../model/text.js';
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
import type { Wanted } from './columns.js';
import { compareSorted, type Held, type Indexes, type Sorted, type Tables } from './indexes.js';
import { Matching } from './matching.js';
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
    const { index } = this.held;
    const members = index.members(set, sort);
    const isWanted = await this.matching.entities(set.filter);
    return this.pageOf(index.entities(members, sort), { descending, first, after }, (at) => isWanted(members[at] ?? -1));
  }

  async count(set: EntitySet): Promise<number> {
    await this.with('lists');
    const members = this.held.index.members(set, 'sortLabel');
    return set.filter.length === 0 ? members.length : (await this.those(members, await this.matching.entities(set.filter))).length;
  }

  async facets(set: EntitySet, column: string): Promise<readonly Facet[]> {
    await this.with('lists', 'entityColumns');
    const { index, content } = this.held;
    const [columns, isWanted] = [index.columns('entityColumns'), await this.matching.entities(set.filter)];
    const keysOf = columns.has(column) ? columns.keys(column) : (number: number) => keysIn(content.entities.at(number), column);
    const counts = new Map<string, number>();
    for (const number of await this.those(index.members(set, 'sortLabel'), isWanted)) {
      if (turns.areDue) await turns.next(this.signal);
      for (const key of keysOf(number)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const facets = [...counts].map(([key, count]) => ({ key, count }));
    return facets.sort((a, b) => b.count - a.count || compareText(a.key, b.key));
  }

  async expand({ descending, first, ...set }: ExpandQuestion, keys: readonly ExpandKey[]): Promise<readonly Page<Expanded>[]> {
    await this.with('entityIds', 'adjacency');
    const { index } = this.held;
    const [isLink, isFar] = await this.matchingLinks(set);
    return this.each(keys, ({ id, after }) => {
      const found = index.linksOf(set, id);
      return this.pageOf(index.expanded(found), { descending, first, after }, (at) => isLink(found.links[at] ?? -1) && isFar(found.fars[at] ?? -1));
    });
  }

  async degrees(set: LinkSet, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    await this.with('entityIds', 'adjacency');
    const { index } = this.held;
    const isPlain = set.linkFilter.length === 0 && set.farFilter.length === 0;
    const [isLink, isFar] = await this.matchingLinks(set);
    const count = async (id: string) => {
      const { links, fars } = index.linksOf(set, id);
      return isPlain
        ? links.length
        : (
            await this.those(
              links.map((_link, at) => at),
              (at) => isLink(links[at] ?? -1) && isFar(fars[at] ?? -1),
            )
          ).length;
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
    return this.each(keys, ({ id, after }) => {
      const claims = this.held.index.claimsBy(set.side, id);
      return this.pageOf(claims, { descending, first, after }, (at) => this.isAmong(set, id, claims.at(at)?.item));
    });
  }

  async claimCounts(set: ClaimSet, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    await this.with(...(isQualifierSide(set.side) ? [] : [set.side]));
    const count = async (id: string) => {
      const claims = this.held.index.claimsBy(set.side, id);
      if (set.filter.length === 0 && (set.except ?? []).length === 0) return claims.length;
      const all = Uint32Array.from({ length: claims.length }, (_none, at) => at);
      return (await this.those(all, (at) => this.isAmong(set, id, claims.at(at)?.item))).length;
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

  private isAmong({ except = [], filter }: ClaimSet, id: string, claim: Claim | undefined): boolean {
    if (!claim || except.some((side) => this.held.index.standing(side, claim) === id)) return false;
    return passes(filter, (column) => claimColumn(claim, column));
  }

  /** Waits for a turn when one is due, and for what an answer is looked up in. */
  private async with(...tables: readonly (keyof Tables)[]): Promise<void> {
    await turns.pause(this.signal);
    const { index } = this.held;
    if (index.has(tables)) return;
    await index.prepare(tables);
    this.signal?.throwIfAborted();
  }

  private get matching(): Matching {
    return new Matching(this.held, this.signal, (...tables) => this.with(...tables));
  }

  private async matchingLinks({ linkFilter, farFilter }: LinkSet): Promise<readonly [Wanted, Wanted]> {
    const { matching } = this;
    return [await matching.links(linkFilter), await matching.entities(farFilter)];
  }

  /** Those of some numbers that are wanted. */
  private async those(numbers: Uint32Array, isWanted: Wanted): Promise<readonly number[]> {
    const found: number[] = [];
    for (let at = 0; at < numbers.length; at += 1) {
      if (at % STRIDE === 0) await turns.pause(this.signal);
      if (isWanted(numbers[at] ?? -1)) found.push(numbers[at] ?? -1);
    }
    return found;
  }

  private async each<K, T>(keys: readonly K[], answer: (key: K) => T | Promise<T>): Promise<T[]> {
    const answers: T[] = [];
    for (const key of keys) {
      if (turns.areDue) await turns.next(this.signal);
      answers.push(await answer(key));
    }
    return answers;
  }

  private async pageOf<T>(sorted: Records<Sorted<T>>, { descending, first, after }: Window, isWanted: Wanted): Promise<Page<T>> {
    await turns.pause(this.signal);
    const step = descending ? -1 : 1;
    const items: T[] = [];
    let seen = 0;
    for (let at = startOf(sorted, descending, after); at >= 0 && at < sorted.length; at += step) {
      if ((seen += 1) % STRIDE === 0 && turns.areDue) await turns.next(this.signal);
      const found = isWanted(at) ? sorted.at(at) : undefined;
      if (!found) continue;
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

function keysIn(entity: EntityNode | undefined, column: string): readonly string[] {
  const value = entity && columnOf(entity)(column);
  return [...new Set([value ?? []].flat())].map(String);
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
