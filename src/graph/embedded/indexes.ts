import type { MultiDirectedGraph } from 'graphology';
import MiniSearch from 'minisearch';
import { compareClaims, type Claim } from '../../model/claim.js';
import { publishedDays, type EntityNode, type Link } from '../../model/projection.js';
import { compareText } from '../../model/text.js';
import type { Column } from '../../model/values.js';
import type { Direction, Vocabulary } from '../../model/vocabulary.js';
import { describedEntity } from '../claim-columns.js';
import { passes } from '../filter.js';
import { placeOf, type ClaimSide, type EntitySet, type Expanded, type LinkSet, type Sort } from '../store.js';
import { Adjacency } from './adjacency.js';
import { push } from '../../model/groups.js';

/** An item with what it is sorted by: a sort value, then an id. */
export interface Sorted<T> {
  readonly sort: string;
  readonly id: string;
  readonly item: T;
}

/** What is derived from the graph after each change, built when first asked for. */
export class Indexes {
  readonly facts = new Map<string, Claim[]>();
  readonly names: MiniSearch<EntityNode>;
  private readonly graph: MultiDirectedGraph<EntityNode, Link>;
  private near: Adjacency | undefined;
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

  /** Relationships by entity, for questions that go from one entity to the next. */
  get adjacency(): Adjacency {
    return (this.near ??= new Adjacency(
      this.graph.mapNodes((_id, entity) => entity),
      this.graph.mapEdges((_key, link) => link),
    ));
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

/** A column of an entity, or what every entity has beside its columns. */
export function columnOf(entity: EntityNode): (column: string) => Column | undefined {
  return (column) => (column === 'id' || column === 'kind' || column === 'label' || column === 'labels' ? entity[column] : entity.columns[column]);
}

export function compareSorted(a: Sorted<unknown>, b: Sorted<unknown>): number {
  return compareText(a.sort, b.sort) || compareText(a.id, b.id);
}

function cached<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
