import { MultiDirectedGraph } from 'graphology';
import MiniSearch from 'minisearch';
import { compareClaims, type Claim } from '../../model/claim.js';
import { publishedDays, type EntityNode, type Link } from '../../model/projection.js';
import { compareText } from '../../model/text.js';
import type { Column, Scalar } from '../../model/values.js';
import type { Direction, Vocabulary } from '../../model/vocabulary.js';
import { claimColumn, describedEntity } from '../claim-columns.js';
import { passes, type Filter } from '../filter.js';
import {
  placeOf,
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
  type Page,
  type Position,
  type SearchQuestion,
  type Sort,
} from '../store.js';

interface Sorted<T> {
  readonly sort: string;
  readonly id: string;
  readonly item: T;
}

/** The graph in memory, on graphology and MiniSearch: the default store, and what the other is compared with. */
export class EmbeddedStore implements GraphStore {
  readonly engine = 'embedded';
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

  content(): Promise<Content> {
    return Promise.resolve({
      entities: this.graph.mapNodes((_id, entity) => entity).sort((a, b) => compareText(a.id, b.id)),
      links: this.graph.mapEdges((_key, link) => link).sort((a, b) => compareText(a.key, b.key)),
      claims: [...this.claimsHeld.values()].sort((a, b) => compareText(a.id, b.id)),
    });
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
    return Promise.resolve(
      keys.map(({ id, after }) => pageOf(this.index.links(set, id), { descending, first, after }, (item) => linkPasses(set, item))),
    );
  }

  degrees(set: LinkSet, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return Promise.resolve(new Map(ids.map((id) => [id, this.index.links(set, id).filter(({ item }) => linkPasses(set, item)).length])));
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

  search({ words, label, limit }: SearchQuestion): Promise<readonly EntityNode[]> {
    const hits = this.index.names.search(words.join(' '), { prefix: true, combineWith: 'AND' });
    const entities = hits.map(({ id }) => this.graph.getNodeAttributes(id as string));
    return Promise.resolve(entities.filter((entity) => label === '' || entity.labels.includes(label)).slice(0, limit));
  }
}

/** What is derived from the graph after each change, built when first asked for. */
class Indexes {
  readonly facts = new Map<string, Claim[]>();
  readonly names: MiniSearch<EntityNode>;
  private readonly graph: MultiDirectedGraph<EntityNode, Link>;
  private readonly lists = new Map<string, Sorted<EntityNode>[]>();
  private readonly ends = new Map<string, Sorted<Expanded>[]>();
  private readonly sides: Readonly<Record<ClaimSide, Map<string, Sorted<Claim>[]>>> = {
    describes: new Map(),
    subject: new Map(),
    object: new Map(),
    source: new Map(),
    assertedBy: new Map(),
  };

  constructor(vocabulary: Vocabulary, graph: MultiDirectedGraph<EntityNode, Link>, claims: readonly Claim[]) {
    this.graph = graph;
    this.names = new MiniSearch<EntityNode>({
      fields: ['terms'],
      extractField: (entity, field) => (field === 'terms' ? ((entity.columns['terms'] as readonly string[] | undefined) ?? []).join(' ') : entity.id),
      tokenize: (text) => text.split(' ').filter((word) => word !== ''),
      processTerm: (term) => term,
    });
    this.names.addAll(graph.mapNodes((_id, entity) => entity));
    for (const claim of claims) {
      push(this.facts, claim.factKey, claim);
      const placed = { sort: placeOf(claim), id: claim.id, item: claim };
      push(this.sides.describes, describedEntity(vocabulary, claim), placed);
      push(this.sides.subject, claim.subject, placed);
      push(this.sides.source, claim.source, placed);
      if (claim.object !== null) push(this.sides.object, claim.object, placed);
      if (claim.assertedBy !== null) push(this.sides.assertedBy, claim.assertedBy, placed);
    }
    const compare = compareClaims(publishedOf(graph));
    for (const list of this.facts.values()) list.sort(compare);
    for (const side of Object.values(this.sides)) for (const list of side.values()) list.sort(compareSorted);
  }

  entities({ label, intended }: EntitySet, sort: Sort): readonly Sorted<EntityNode>[] {
    return cached(this.lists, [label, String(intended), sort].join('|'), () =>
      this.graph
        .filterNodes((_id, entity) => entity.intended === intended && entity.labels.includes(label))
        .map((id) => this.graph.getNodeAttributes(id))
        .map((entity) => ({ sort: String(entity.columns[sort] ?? ''), id: entity.id, item: entity }))
        .sort(compareSorted),
    );
  }

  all(set: EntitySet): readonly Sorted<EntityNode>[] {
    return this.entities(set, 'sortLabel').filter(({ item }) => passes(set.filter, columnOf(item)));
  }

  links({ type, direction, intended }: LinkSet, id: string): readonly Sorted<Expanded>[] {
    if (!this.graph.hasNode(id)) return [];
    return cached(this.ends, [type, direction, String(intended), id].join('|'), () =>
      edgesOf(this.graph, direction, id)
        .map((key) => this.graph.getEdgeAttributes(key))
        .filter((link) => link.type === type && link.intended === intended)
        .map((link) => ({ sort: link.at, id: link.key, item: { link, far: this.graph.getNodeAttributes(link.from === id ? link.to : link.from) } }))
        .sort(compareSorted),
    );
  }

  claimsBy(side: ClaimSide, id: string): readonly Sorted<Claim>[] {
    return this.sides[side].get(id) ?? [];
  }
}

function edgesOf(graph: MultiDirectedGraph<EntityNode, Link>, direction: Direction, id: string): string[] {
  if (direction === 'BOTH') return graph.edges(id);
  return direction === 'OUT' ? graph.outEdges(id) : graph.inEdges(id);
}

function publishedOf(graph: MultiDirectedGraph<EntityNode, Link>): (source: string) => string {
  return publishedDays(
    graph
      .mapNodes((_id, entity) => entity)
      .filter((entity) => 'published' in entity.columns)
      .map(({ id, columns }) => ({ id, header: columns, sentences: [] })),
  );
}

function columnOf(entity: EntityNode): (column: string) => Column | undefined {
  return (column) => (column === 'id' || column === 'kind' || column === 'label' || column === 'labels' ? entity[column] : entity.columns[column]);
}

function linkPasses({ linkFilter, farFilter }: LinkSet, { link, far }: Expanded): boolean {
  return passes(linkFilter, (column) => link.columns[column]) && passes(farFilter, columnOf(far));
}

function claimPasses(filter: Filter, claim: Claim): boolean {
  return passes(filter, (column) => claimColumn(claim, column));
}

function compareSorted(a: Sorted<unknown>, b: Sorted<unknown>): number {
  return compareText(a.sort, b.sort) || compareText(a.id, b.id);
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

function cached<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
