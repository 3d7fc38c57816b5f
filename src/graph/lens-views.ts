import { hasCertainty, isClear, lensKey, narrow, type Lens } from '../model/lens.js';
import { project, type Certainty, type Dataset, type EntityNode, type Source } from '../model/projection.js';
import type { Columns } from '../model/values.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { EmbeddedStore } from './embedded/embedded-store.js';
import type { Content, GraphReader, GraphStore } from './store.js';

/** The most claims that a store may hold so that lenses and disputes can be asked of it. */
export const MOST_CLAIMS = 250_000;

/** How many views are kept; the one looked through longest ago goes first. */
const MOST_VIEWS = 12;

/** Thrown when a store holds more claims than a view can be made of. */
export class LensUnavailable extends Error {
  override readonly name = 'LensUnavailable';
}

/** The graph as seen through a lens: a store in memory, with what it was projected from. */
export class LensView extends EmbeddedStore {
  readonly dataset: Dataset;
  readonly lens: Lens;
  private readonly certainty: ReadonlyMap<string, Certainty>;

  constructor(vocabulary: Vocabulary, dataset: Dataset, lens: Lens, certainty: ReadonlyMap<string, Certainty>) {
    super(vocabulary);
    this.dataset = dataset;
    this.lens = lens;
    this.certainty = certainty;
  }

  /** How sure a claim is under this lens; null where the lens does not look at time. */
  certaintyOf(claimId: string): Certainty | null {
    return hasCertainty(this.lens) ? (this.certainty.get(claimId) ?? null) : null;
  }
}

interface Snapshot {
  readonly revision: string;
  readonly dataset: Dataset;
}

/**
 * Views of one store through lenses. Each view is an embedded store projected from the claims that the lens shows,
 * whatever engine holds them, and is kept while the store stays as it is: what a lens costs is paid once.
 */
export class LensViews {
  private readonly vocabulary: Vocabulary;
  /** What is seen without a lens. */
  readonly store: GraphStore;
  private readonly views = new Map<string, Promise<LensView>>();
  private snapshot: Promise<Snapshot> | null = null;

  constructor(vocabulary: Vocabulary, store: GraphStore) {
    this.vocabulary = vocabulary;
    this.store = store;
  }

  /** What is seen through a lens; through a clear one, the store itself, at no cost. Throws LensUnavailable. */
  async view(lens: Lens): Promise<GraphReader> {
    if (isClear(lens)) return this.store;
    const { revision, dataset } = await this.fresh();
    const key = `${revision}|${lensKey(lens)}`;
    const known = this.views.get(key);
    this.views.delete(key);
    const view = known ?? this.make(dataset, lens);
    this.views.set(key, view);
    const kept = Math.max(2, Math.min(MOST_VIEWS, Math.floor((2 * MOST_CLAIMS) / dataset.claims.length)));
    for (const old of [...this.views.keys()].slice(0, -kept)) this.views.delete(old);
    view.catch(() => this.views.delete(key));
    return view;
  }

  /** All that the store's claims say, and a mark that changes with it. Throws LensUnavailable. */
  async fresh(): Promise<{ readonly revision: string; readonly dataset: Dataset }> {
    const current: Promise<Snapshot> = (this.snapshot ??= this.read());
    try {
      const known = await current;
      if ((await this.store.revision()) === known.revision) return known;
      if (this.snapshot === current) this.snapshot = this.read();
    } catch (error) {
      if (this.snapshot === current) this.snapshot = null;
      throw error;
    }
    return this.snapshot;
  }

  private async read(): Promise<Snapshot> {
    const { store, vocabulary } = this;
    const revision = await store.revision();
    const content = await store.content();
    if (content.claims.length > MOST_CLAIMS) {
      throw new LensUnavailable(`a lens needs at most ${String(MOST_CLAIMS)} claims, and this graph holds ${String(content.claims.length)}`);
    }
    return { revision, dataset: datasetOf(vocabulary, content) };
  }

  private async make(dataset: Dataset, lens: Lens): Promise<LensView> {
    const seen = narrow(this.vocabulary, dataset, lens);
    const { entities, links } = project(this.vocabulary, seen.dataset, seen.options);
    const view = new LensView(this.vocabulary, seen.dataset, lens, seen.options.certainty ?? new Map());
    const everything = <T>(put: readonly T[]) => ({ put, remove: [] });
    await view.apply({ entities: everything(entities), links: everything(links), claims: everything(seen.dataset.claims) });
    return view;
  }
}

/** The data set that a store's content was projected from. */
export function datasetOf(vocabulary: Vocabulary, { entities, claims }: Content): Dataset {
  return {
    identities: entities.map(({ id, kind, label }) => ({ id, kind, label })),
    sources: entities.flatMap((entity): Source[] => {
      const header = headerOf(vocabulary, entity);
      return Object.keys(header).length > 0 ? [{ id: entity.id, header, sentences: sentencesOf(entity.columns) }] : [];
    }),
    claims,
  };
}

/** What a source's header states: the properties that are given, not claimed. */
function headerOf(vocabulary: Vocabulary, { kind, columns }: EntityNode): Record<string, unknown> {
  const properties = Object.entries(vocabulary.kind(kind)?.properties ?? {});
  return Object.fromEntries(properties.flatMap(([name, { given }]) => (given && columns[name] !== undefined ? [[name, columns[name]]] : [])));
}

function sentencesOf(columns: Columns): Source['sentences'] {
  const list = (name: string) => (Array.isArray(columns[name]) ? columns[name].map(String) : []);
  const excuses = list('excuses');
  return list('sentences').map((span, index) => {
    const [start = 0, end = 0] = span.split('-').map(Number);
    return { start, end, excuse: excuses[index] === undefined || excuses[index] === '' ? null : excuses[index] };
  });
}
