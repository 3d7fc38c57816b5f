import type { MultiDirectedGraph } from 'graphology';
import { compareClaims, type Claim } from '../../model/claim.js';
import { publishedDays, type EntityNode, type Link } from '../../model/projection.js';
import { compareText } from '../../model/text.js';
import type { Column } from '../../model/values.js';
import type { Direction, Vocabulary } from '../../model/vocabulary.js';
import { describedIn } from '../../model/intended.js';
import { placeOf, type ClaimSide, type EntitySet, type Expanded, type LinkSet, type Sort } from '../store.js';
import { Adjacency } from './adjacency.js';
import { NameWords } from './name-words.js';
import { groupBy, push } from '../../model/groups.js';

/** An item with what it is sorted by: a sort value, then an id. */
export interface Sorted<T> {
  readonly sort: string;
  readonly id: string;
  readonly item: T;
}

type Sides = Readonly<Record<ClaimSide, ReadonlyMap<string, readonly Sorted<Claim>[]>>>;

/** What is derived from the graph after each change, built when first asked for: most views are asked for little. */
export class Indexes {
  private readonly vocabulary: Vocabulary;
  private readonly graph: MultiDirectedGraph<EntityNode, Link>;
  private readonly claims: readonly Claim[];
  private near: Adjacency | undefined;
  private named: NameWords | undefined;
  private claimed: ReadonlyMap<string, readonly Claim[]> | undefined;
  private sided: Sides | undefined;
  private readonly lists = new Map<string, Sorted<EntityNode>[]>();
  private readonly ends = new Map<string, Sorted<Expanded>[]>();

  constructor(vocabulary: Vocabulary, graph: MultiDirectedGraph<EntityNode, Link>, claims: readonly Claim[]) {
    this.vocabulary = vocabulary;
    this.graph = graph;
    this.claims = claims;
  }

  /** Entities by the words of their names. */
  get names(): NameWords {
    return (this.named ??= new NameWords(this.graph.mapNodes((_id, entity) => entity)));
  }

  /** The claims of each fact, best first. */
  get facts(): ReadonlyMap<string, readonly Claim[]> {
    return (this.claimed ??= factsOf(this.graph, this.claims));
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
    return (this.sided ??= sidesOf(this.vocabulary, this.claims))[side].get(id) ?? [];
  }
}

function factsOf(graph: MultiDirectedGraph<EntityNode, Link>, claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> {
  const facts = groupBy(claims, ({ factKey }) => factKey);
  const compare = compareClaims(publishedOf(graph));
  for (const list of facts.values()) list.sort(compare);
  return facts;
}

/** Claims by what they describe, touch, stand in and are said by, each in reading order. */
function sidesOf(vocabulary: Vocabulary, claims: readonly Claim[]): Sides {
  const placed = claims.map((claim) => ({ sort: placeOf(claim), id: claim.id, item: claim })).sort(compareSorted);
  const by = (key: (claim: Claim) => string | null) => {
    const side = new Map<string, Sorted<Claim>[]>();
    for (const entry of placed) {
      const id = key(entry.item);
      if (id !== null) push(side, id, entry);
    }
    return side;
  };
  return {
    describes: by((claim) => describedIn(vocabulary, claim)),
    subject: by(({ subject }) => subject),
    object: by(({ object }) => object),
    source: by(({ source }) => source),
    assertedBy: by(({ assertedBy }) => assertedBy),
  };
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
