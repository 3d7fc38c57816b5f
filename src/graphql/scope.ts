import DataLoader from 'dataloader';
import { IN_WHOLE_BATCHES } from './batches.js';
import type { ClaimQuestion, ClaimSet, ExpandKey, ExpandQuestion, Expanded, GraphReader, GraphStore, LinkSet, Page } from '../graph/store.js';
import type { Intended } from '../graph/filter.js';
import { currentIds } from '../graph/current-ids.js';
import { EmbeddedStore } from '../graph/embedded/embedded-store.js';
import { LensViews } from '../graph/lens-views.js';
import type { Texts } from '../load/texts.js';
import type { Claim } from '../model/claim.js';
import { isClear, NO_LENS, type Lens } from '../model/lens.js';
import type { EntityNode } from '../model/graph.js';
import type { Vocabulary } from '../model/vocabulary.js';

/**
 * What a part of a request is answered from: a reader, and the loaders that batch questions to it. Every value
 * that a resolver hands on carries its scope, so a lens holds for the whole tree below it and for nothing else.
 */
export class Scope {
  readonly vocabulary: Vocabulary;
  readonly reader: GraphReader;
  readonly texts: Texts;
  /** The lens that this part of the request is seen through. */
  readonly lens: Lens;
  /** Whether what is only planned or hoped for counts in this part of the request, unless said otherwise. */
  readonly intended: Intended = 'EXCLUDE';
  /** What the whole graph can be seen through; the same for all lenses of a store. */
  readonly views: LensViews;
  /** What the request reads without a lens. */
  readonly plain: GraphReader;
  /** What is to be told beside the answer; one for the whole request. */
  readonly notes: Notes;
  private readonly idLoader: DataLoader<string, string | null>;
  private readonly entityLoader: DataLoader<string, EntityNode | null>;
  private readonly factLoader: DataLoader<string, readonly Claim[]>;
  private readonly loaders = new Map<string, unknown>();
  private bare: Scope | null = null;
  private readonly alike = new Map<Intended, Scope>();

  constructor(vocabulary: Vocabulary, reader: GraphReader, texts: Texts, seen: Seen | null = null) {
    this.vocabulary = vocabulary;
    this.reader = reader;
    this.texts = texts;
    this.lens = seen?.lens ?? NO_LENS;
    this.plain = seen?.plain ?? reader;
    this.views = seen?.views ?? viewsOf(vocabulary, reader);
    this.entityLoader = new DataLoader(async (ids) => {
      const found = await reader.entities(ids);
      return ids.map((id) => found.get(id) ?? null);
    }, IN_WHOLE_BATCHES);
    this.notes = seen?.notes ?? { moved: new Map(), named: new Map() };
    this.idLoader = new DataLoader(async (ids) => {
      const current = await currentIds(this.plain, ids);
      return ids.map((id) => current.get(id) ?? null);
    }, IN_WHOLE_BATCHES);
    this.factLoader = new DataLoader(async (keys) => {
      const found = await reader.claims(keys);
      return keys.map((key) => found.get(key) ?? []);
    }, IN_WHOLE_BATCHES);
  }

  /** The scope of a part of the request that is seen through another lens. Throws LensUnavailable. */
  async through(lens: Lens): Promise<Scope> {
    const { views, plain, notes } = this;
    return new Scope(this.vocabulary, await views.reader(lens, plain), this.texts, { lens, views, plain, notes });
  }

  /** The store that the reader belongs to: that of the request, or what is seen through a lens. */
  get seen(): GraphReader {
    return this.reader.whole ?? this.reader;
  }

  /** The same scope on a reader in this process, for whoever asks much at once. Throws LensUnavailable. */
  async inProcess(): Promise<Scope> {
    const { views, plain, lens, notes } = this;
    return this.seen instanceof EmbeddedStore
      ? this
      : new Scope(this.vocabulary, this.within(await views.inProcess(plain)), this.texts, { lens, views, plain, notes });
  }

  /** The same scope for work that goes on until a signal of its own aborts, whatever becomes of the request. */
  until(signal: AbortSignal): Scope {
    const { views, lens, notes } = this;
    const within = (reader: GraphReader) => (reader.whole ?? (reader as GraphStore)).within(signal);
    return new Scope(this.vocabulary, within(this.reader), this.texts, { lens, views, plain: within(this.plain), notes });
  }

  /** The same scope, with the same loaders, for a part of the request in which what is intended counts in another way. */
  counting(intended: Intended): Scope {
    const known = this.alike.get(intended);
    if (known) return known;
    const made = Object.assign(Object.create(Scope.prototype) as Scope, this, { intended });
    this.alike.set(intended, made);
    return made;
  }

  /** An entity as it is seen here, or, where the lens shows nothing of it, as it is without one. */
  async entityAnyway(id: string): Promise<Subject | null> {
    return (await this.entity(id)) ?? (isClear(this.lens) ? null : this.unseen().entity(id));
  }

  private unseen(): Scope {
    const { views, plain, notes } = this;
    return (this.bare ??= new Scope(this.vocabulary, plain, this.texts, { lens: NO_LENS, views, plain, notes }));
  }

  async entity(id: string): Promise<Subject | null> {
    const entity = await this.entityLoader.load(id);
    return entity && { scope: this, entity };
  }

  /** The id of what this id leads to in the whole graph, whatever the lens: itself, or the one that a former id has become. */
  async currentId(id: string): Promise<string | null> {
    const current = await this.idLoader.load(id);
    if (current !== null && current !== id) this.notes.moved.set(id, current);
    return current;
  }

  /** Wraps an entity that a list brought, and keeps it so that it is not fetched again. */
  subject(entity: EntityNode): Subject {
    this.entityLoader.prime(entity.id, entity);
    return { scope: this, entity };
  }

  claims(factKey: string): Promise<readonly Claim[]> {
    return this.factLoader.load(factKey);
  }

  /** One page of relationships; all keys that ask the same question in one tick share a round trip. */
  expand(question: ExpandQuestion, key: ExpandKey): Promise<Page<Expanded>> {
    const loader = this.loader(
      ['expand', question],
      () => new DataLoader((keys: readonly ExpandKey[]) => this.reader.expand(question, keys), { ...IN_WHOLE_BATCHES, cacheKeyFn: JSON.stringify }),
    );
    return loader.load(key);
  }

  degree(set: LinkSet, id: string): Promise<number> {
    const loader = this.loader(
      ['degree', set],
      () => new DataLoader(async (ids: readonly string[]) => counted(await this.reader.degrees(set, ids), ids), IN_WHOLE_BATCHES),
    );
    return loader.load(id);
  }

  claimPage(question: ClaimQuestion, key: ExpandKey): Promise<Page<Claim>> {
    const loader = this.loader(
      ['claims', question],
      () => new DataLoader((keys: readonly ExpandKey[]) => this.reader.claimPages(question, keys), { ...IN_WHOLE_BATCHES, cacheKeyFn: JSON.stringify }),
    );
    return loader.load(key);
  }

  claimCount(set: ClaimSet, id: string): Promise<number> {
    const loader = this.loader(
      ['claimCount', set],
      () => new DataLoader(async (ids: readonly string[]) => counted(await this.reader.claimCounts(set, ids), ids), IN_WHOLE_BATCHES),
    );
    return loader.load(id);
  }

  /** A store for this request. */
  private within(store: GraphStore): GraphReader {
    const { signal } = this.plain;
    return signal ? store.within(signal) : store;
  }

  private loader<K, V, C>(question: unknown, make: () => DataLoader<K, V, C>): DataLoader<K, V, C> {
    // Questions of one sort are written with their parts in one order; whichever were not would cost a round trip more, and no more.
    const name = JSON.stringify(question);
    const known = this.loaders.get(name) as DataLoader<K, V, C> | undefined;
    if (known) return known;
    const made = make();
    this.loaders.set(name, made);
    return made;
  }
}

function counted(counts: ReadonlyMap<string, number>, ids: readonly string[]): number[] {
  return ids.map((id) => counts.get(id) ?? 0);
}

interface Seen {
  readonly lens: Lens;
  readonly views: LensViews;
  readonly plain: GraphReader;
  readonly notes: Notes;
}

/** What a request asked for that is to be told of beside its answer. */
export interface Notes {
  /** Former ids, and what they lead to. */
  readonly moved: Map<string, string>;
  /** Names that filters ask for, each with the labels of the kinds that are to have it; no label is any. */
  readonly named: Map<string, Set<string>>;
}

const views = new WeakMap<GraphReader, LensViews>();

/** The views of a store, shared by all requests; made when first asked for. */
function viewsOf(vocabulary: Vocabulary, reader: GraphReader): LensViews {
  const store = reader.whole ?? (reader as GraphStore);
  const known = views.get(store);
  if (known) return known;
  const made = new LensViews(vocabulary, store);
  views.set(store, made);
  return made;
}

/** The scope of a root field: that of the view it stands in, else that of the request. */
export function scopeOf(root: unknown, request: Scope): Scope {
  return typeof root === 'object' && root !== null && 'scope' in root && root.scope instanceof Scope ? root.scope : request;
}

/** What counts in a root field, as its argument says or what it stands in, and the scope of what lies below it. */
export function countingIn(scope: Scope, asked: string | null | undefined): { readonly scope: Scope; readonly intended: Intended } {
  const intended = (asked ?? scope.intended) as Intended;
  return { scope: scope.counting(intended), intended };
}

/** An entity as resolvers hand it on. */
export interface Subject {
  readonly scope: Scope;
  readonly entity: EntityNode;
}

/** A claim as resolvers hand it on. */
export interface ClaimHandle {
  readonly scope: Scope;
  readonly claim: Claim;
}
