import { MultiDirectedGraph } from 'graphology';
import type { Claim } from '../../model/claim.js';
import type { EntityNode, Link } from '../../model/projection.js';
import { compareText } from '../../model/text.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import type { Changes, ChangeSet, Content, GraphReader, GraphStore, Testimony } from '../store.js';
import { EmbeddedReader } from './embedded-reader.js';
import { Indexes } from './indexes.js';

/** The graph in memory, on graphology: the default store, and what the other is compared with. */
export class EmbeddedStore extends EmbeddedReader implements GraphStore {
  readonly engine = 'embedded';
  private changes = 0;
  private readonly vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    const graph = new MultiDirectedGraph<EntityNode, Link>();
    super({ graph, claims: new Map(), index: new Indexes(vocabulary, graph, []) });
    this.vocabulary = vocabulary;
  }

  within(signal: AbortSignal): GraphReader {
    return new EmbeddedReader(this.held, { signal, whole: this });
  }

  ready(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  apply({ entities, links, claims }: ChangeSet): Promise<void> {
    const { held, vocabulary } = this;
    const { graph } = held;
    this.changes += 1;
    for (const key of links.remove) if (graph.hasEdge(key)) graph.dropEdge(key);
    for (const id of entities.remove) if (graph.hasNode(id)) graph.dropNode(id);
    for (const entity of entities.put) {
      if (graph.hasNode(entity.id)) graph.replaceNodeAttributes(entity.id, entity);
      else graph.addNode(entity.id, entity);
    }
    for (const link of links.put) {
      if (graph.hasEdge(link.key)) graph.dropEdge(link.key);
      graph.addDirectedEdgeWithKey(link.key, link.from, link.to, link);
    }
    applyTo(held.claims, claims);
    held.index = new Indexes(vocabulary, graph, [...held.claims.values()]);
    return Promise.resolve();
  }

  revision(): Promise<string> {
    return Promise.resolve(String(this.changes));
  }

  async content(): Promise<Content> {
    return { ...(await this.testimony()), links: this.held.graph.mapEdges((_key, link) => link).sort((a, b) => compareText(a.key, b.key)) };
  }

  testimony(): Promise<Testimony> {
    return Promise.resolve({
      entities: this.held.graph.mapNodes((_id, entity) => entity).sort((a, b) => compareText(a.id, b.id)),
      claims: [...this.held.claims.values()].sort((a, b) => compareText(a.id, b.id)),
    });
  }

  claimTotal(): Promise<number> {
    return Promise.resolve(this.held.claims.size);
  }
}

function applyTo(map: Map<string, Claim>, { put, remove }: Changes<Claim>): void {
  for (const id of remove) map.delete(id);
  for (const claim of put) map.set(claim.id, claim);
}
