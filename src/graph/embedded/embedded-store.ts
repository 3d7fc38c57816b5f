import { MultiDirectedGraph } from 'graphology';
import type { Claim } from '../../model/claim.js';
import type { EntityNode, Link } from '../../model/projection.js';
import { compareText } from '../../model/text.js';
import type { Scalar } from '../../model/values.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import { claimColumn } from '../claim-columns.js';
import { passes, type Filter } from '../filter.js';
import {
  type Changes,
  type ChangeSet,
  type ClaimQuestion,
  type ClaimSide,
  type Content,
  type EntitySet,
  type Expanded,
  type ExpandKey,
  type ExpandQuestion,
  type Facet,
  type GraphStore,
  type LinkSet,
  type ListQuestion,
  type NeighbourCount,
  type Neighbourhood,
  type NeighbourhoodQuestion,
  type Page,
  type Position,
  type SearchQuestion,
  type Testimony,
} from '../store.js';
import { columnOf, compareSorted, Indexes, type Sorted } from './indexes.js';

/** The graph in memory, on graphology: the default store, and what the other is compared with. */
export class EmbeddedStore implements GraphStore {
  readonly engine = 'embedded';
  private changes = 0;
  private readonly vocabulary: Vocabulary;
  private readonly graph = new MultiDirectedGraph<EntityNode, Link>();
  private readonly claimsHeld = new Map<string, Claim>();
  private index: Indexes;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.index = new Indexes(vocabulary, this.graph, []);
  }

  ready(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  apply({ entities, links, claims }: ChangeSet): Promise<void> {
    this.changes += 1;
    for (const key of links.remove) if (this.graph.hasEdge(key)) this.graph.dropEdge(key);
    for (const id of entities.remove) if (this.graph.hasNode(id)) this.graph.dropNode(id);
    for (const entity of entities.put) {
      if (this.graph.hasNode(entity.id)) this.graph.replaceNodeAttributes(entity.id, entity);
      else this.graph.addNode(entity.id, entity);
    }
    for (const link of links.put) {
      if (this.graph.hasEdge(link.key)) this.graph.dropEdge(link.key);
      this.graph.addDirectedEdgeWithKey(link.key, link.from, link.to, link);
    }
    applyTo(this.claimsHeld, claims);
    this.index = new Indexes(this.vocabulary, this.graph, [...this.claimsHeld.values()]);
    return Promise.resolve();
  }

  revision(): Promise<string> {
    return Promise.resolve(String(this.changes));
  }

  async content(): Promise<Content> {
    return { ...(await this.testimony()), links: this.graph.mapEdges((_key, link) => link).sort((a, b) => compareText(a.key, b.key)) };
  }

  testimony(): Promise<Testimony> {
    return Promise.resolve({
      entities: this.graph.mapNodes((_id, entity) => entity).sort((a, b) => compareText(a.id, b.id)),
      claims: [...this.claimsHeld.values()].sort((a, b) => compareText(a.id, b.id)),
    });
  }

  claimTotal(): Promise<number> {
    return Promise.resolve(this.claimsHeld.size);
  }

  entities(ids: readonly string[]): Promise<ReadonlyMap<string, EntityNode>> {
    const found = ids.filter((id) => this.graph.hasNode(id));
    return Promise.resolve(new Map(found.map((id) => [id, this.graph.getNodeAttributes(id)])));
  }

  list({ sort, descending, first, after, ...set }: ListQuestion): Promise<Page<EntityNode>> {
    return Promise.resolve(pageOf(this.index.entities(set, sort), { descending, first, after }, (entity) => passes(set.filter, columnOf(entity))));
  }

  count(set: EntitySet): Promise<number> {
    return Promise.resolve(this.index.all(set).length);
  }

  facets(set: EntitySet, column: string): Promise<readonly Facet[]> {
    const counts = new Map<string, number>();
    for (const { item } of this.index.all(set)) {
      const value = columnOf(item)(column);
      for (const key of new Set(value === undefined ? [] : Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar])) {
        counts.set(String(key), (counts.get(String(key)) ?? 0) + 1);
      }
    }
    const facets = [...counts].map(([key, count]) => ({ key, count }));
    return Promise.resolve(facets.sort((a, b) => b.count - a.count || compareText(a.key, b.key)));
  }

  expand({ descending, first, ...set }: ExpandQuestion, keys: readonly ExpandKey[]): Promise<readonly Page<Expanded>[]> {
    return Promise.resolve(keys.map(({ id, after }) => pageOf(this.index.links(set, id), { descending, first, after }, (item) => linkPasses(set, item))));
  }

  degrees(set: LinkSet, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return Promise.resolve(new Map(ids.map((id) => [id, this.index.links(set, id).filter(({ item }) => linkPasses(set, item)).length])));
  }

  neighbourhood(question: NeighbourhoodQuestion, ids: readonly string[]): Promise<ReadonlyMap<string, Neighbourhood>> {
    const { adjacency } = this.index;
    return Promise.resolve(
      new Map(
        [...new Set(ids)].flatMap((id): [string, Neighbourhood][] => {
          const found = adjacency.neighbourhood(question, id);
          return found ? [[id, found]] : [];
        }),
      ),
    );
  }

  neighbourCounts(ids: readonly string[]): Promise<ReadonlyMap<string, readonly NeighbourCount[]>> {
    const { adjacency } = this.index;
    return Promise.resolve(new Map(ids.map((id) => [id, adjacency.counts(id)])));
  }

  claims(factKeys: readonly string[]): Promise<ReadonlyMap<string, readonly Claim[]>> {
    return Promise.resolve(new Map(factKeys.map((key) => [key, this.index.facts.get(key) ?? []])));
  }

  claimPages({ side, filter, first }: ClaimQuestion, keys: readonly ExpandKey[]): Promise<readonly Page<Claim>[]> {
    return Promise.resolve(
      keys.map(({ id, after }) => pageOf(this.index.claimsBy(side, id), { descending: false, first, after }, (claim) => claimPasses(filter, claim))),
    );
  }

  claimCounts(side: ClaimSide, filter: Filter, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return Promise.resolve(new Map(ids.map((id) => [id, this.index.claimsBy(side, id).filter(({ item }) => claimPasses(filter, item)).length])));
  }

  claimsById(ids: readonly string[]): Promise<ReadonlyMap<string, Claim>> {
    return Promise.resolve(
      new Map(
        ids.flatMap((id): [string, Claim][] => {
          const claim = this.claimsHeld.get(id);
          return claim ? [[id, claim]] : [];
        }),
      ),
    );
  }

  search(question: SearchQuestion): Promise<readonly EntityNode[]> {
    return Promise.resolve(this.index.names.find(question));
  }
}

function linkPasses({ linkFilter, farFilter }: LinkSet, { link, far }: Expanded): boolean {
  return passes(linkFilter, (column) => link.columns[column]) && passes(farFilter, columnOf(far));
}

function claimPasses(filter: Filter, claim: Claim): boolean {
  return passes(filter, (column) => claimColumn(claim, column));
}

interface Window {
  readonly descending: boolean;
  readonly first: number;
  readonly after: Position | null;
}

function pageOf<T>(sorted: readonly Sorted<T>[], { descending, first, after }: Window, wanted: (item: T) => boolean): Page<T> {
  const step = descending ? -1 : 1;
  const items: T[] = [];
  for (let at = startOf(sorted, descending, after); at >= 0 && at < sorted.length; at += step) {
    const entry = sorted[at];
    if (!entry || !wanted(entry.item)) continue;
    if (items.length === first) return { items, more: true };
    items.push(entry.item);
  }
  return { items, more: false };
}

/** Index of the first entry behind the position, in reading direction, by bisection. */
function startOf(sorted: readonly Sorted<unknown>[], descending: boolean, after: Position | null): number {
  if (!after) return descending ? sorted.length - 1 : 0;
  const mark = { ...after, item: null };
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compareSorted(sorted[middle] ?? mark, mark);
    if (order < 0 || (order === 0 && !descending)) low = middle + 1;
    else high = middle;
  }
  return descending ? low - 1 : low;
}

function applyTo(map: Map<string, Claim>, { put, remove }: Changes<Claim>): void {
  for (const id of remove) map.delete(id);
  for (const claim of put) map.set(claim.id, claim);
}
