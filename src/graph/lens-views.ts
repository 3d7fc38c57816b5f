import { hasCertainty, isClear, lensKey, narrow, NO_LENS, type Lens } from '../model/lens.js';
import { project, type Certainty, type Dataset } from '../model/projection.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { datasetOf } from './dataset-of.js';
import { EmbeddedStore } from './embedded/embedded-store.js';
import { claimsThrough, LensUnavailable } from './lens-claims.js';
import type { GraphStore } from './store.js';

/** The most claims that a view may be made of, and of which disputes can be told. */
const MOST_CLAIMS = 250_000;

/** How many views are kept; the one looked through longest ago goes first. */
const MOST_VIEWS = 12;

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

/** All that a store's claims said at some state of it. */
interface Snapshot {
  readonly revision: string;
  readonly dataset: Promise<Dataset>;
}

/**
 * Views of one store through lenses. Each view is an embedded store projected from the claims that the lens shows,
 * whatever engine holds them, and is kept while the store stays as it is: what a lens costs is paid once. The claims of a
 * store of moderate size are read once for all lenses; of a larger one each lens reads those that it may show.
 */
export class LensViews {
  private readonly vocabulary: Vocabulary;
  /** What is seen without a lens. */
  readonly store: GraphStore;
  private readonly most: number;
  private readonly views = new Map<string, Promise<LensView>>();
  private snapshot: Snapshot | null = null;

  /** `most`: how many claims a view may be made of. */
  constructor(vocabulary: Vocabulary, store: GraphStore, most = MOST_CLAIMS) {
    this.vocabulary = vocabulary;
    this.store = store;
    this.most = most;
  }

  /** What is seen through a lens; through a clear one, the store itself, at no cost. Throws LensUnavailable. */
  async view(lens: Lens): Promise<GraphStore> {
    return isClear(lens) ? this.store : this.seen(lens);
  }

  private async seen(lens: Lens): Promise<LensView> {
    const revision = await this.store.revision();
    const key = `${revision}|${lensKey(lens)}`;
    const known = this.views.get(key);
    this.views.delete(key);
    const view = known ?? this.make(lens, revision);
    this.views.set(key, view);
    view.then(
      ({ dataset }) => {
        this.keep(dataset.claims.length);
      },
      () => this.views.delete(key),
    );
    return view;
  }

  /** All that the store's claims say, the same object while the store stays as it is. Throws LensUnavailable. */
  async whole(): Promise<Dataset> {
    return this.at(await this.store.revision());
  }

  /** The graph without a lens, in this process, for whoever asks much of it at once. Throws LensUnavailable. */
  async inProcess(): Promise<GraphStore> {
    return this.store instanceof EmbeddedStore ? this.store : this.seen(NO_LENS);
  }

  private at(revision: string): Promise<Dataset> {
    if (this.snapshot?.revision === revision) return this.snapshot.dataset;
    const dataset = this.read();
    this.snapshot = { revision, dataset };
    dataset.catch(() => {
      if (this.snapshot?.dataset === dataset) this.snapshot = null;
    });
    return dataset;
  }

  private async read(): Promise<Dataset> {
    const total = await this.store.claimTotal();
    if (total > this.most) {
      throw new LensUnavailable(`this can be told of at most ${String(this.most)} claims, and the graph holds ${String(total)}; ask it in a view with sources`);
    }
    return datasetOf(this.vocabulary, await this.store.testimony());
  }

  private async make(lens: Lens, revision: string): Promise<LensView> {
    const { vocabulary, store, most } = this;
    const dataset = (await store.claimTotal()) > most ? await claimsThrough(vocabulary, store, lens, most) : await this.at(revision);
    const seen = narrow(vocabulary, dataset, lens);
    const { entities, links } = project(vocabulary, seen.dataset, seen.options);
    const view = new LensView(vocabulary, seen.dataset, lens, seen.options.certainty ?? new Map());
    const everything = <T>(put: readonly T[]) => ({ put, remove: [] });
    await view.apply({ entities: everything(entities), links: everything(links), claims: everything(seen.dataset.claims) });
    return view;
  }

  /** Forgets the views looked through longest ago: the fewer are kept, the more claims they are made of. */
  private keep(claims: number): void {
    const kept = Math.max(2, Math.min(MOST_VIEWS, Math.floor((2 * this.most) / Math.max(1, claims))));
    for (const old of [...this.views.keys()].slice(0, -kept)) this.views.delete(old);
  }
}
