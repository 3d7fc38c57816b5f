import { hasCertainty, isClear, lensKey, narrowInSteps, NO_LENS, type Lens, type Seen } from '../model/lens.js';
import { projectInSteps, type Certainty, type Dataset } from '../model/projection.js';
import type { Steps } from '../model/steps.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { datasetOf } from './dataset-of.js';
import { EmbeddedStore, inOrder } from './embedded/embedded-store.js';
import type { Held } from './embedded/indexes.js';
import { claimsThrough, LensUnavailable } from './lens-claims.js';
import { shared, type Shared } from './shared.js';
import type { GraphStore } from './store.js';
import { turns } from './turns.js';

/** The most claims that a view may be made of, and of which disputes can be told. */
const MOST_CLAIMS = 250_000;

/** How many views are kept; the one looked through longest ago goes first. */
const MOST_VIEWS = 12;

/** The graph as seen through a lens: a store in memory, with what it was projected from. */
export class LensView extends EmbeddedStore {
  readonly dataset: Dataset;
  readonly lens: Lens;
  private readonly certainty: ReadonlyMap<string, Certainty>;

  constructor(vocabulary: Vocabulary, content: Held, { dataset, options: { certainty = new Map<string, Certainty>() } }: Seen, lens: Lens) {
    super(vocabulary, content);
    this.dataset = dataset;
    this.lens = lens;
    this.certainty = certainty;
  }

  /** How sure a claim is under this lens; null where the lens does not look at time. */
  certaintyOf(claimId: string): Certainty | null {
    return hasCertainty(this.lens) ? (this.certainty.get(claimId) ?? null) : null;
  }
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
  private readonly views = new Map<string, Shared<LensView>>();
  /** All that the store's claims say, by its state: the last one. */
  private readonly wholes = new Map<string, Shared<Dataset>>();

  /** `most`: how many claims a view may be made of. */
  constructor(vocabulary: Vocabulary, store: GraphStore, most = MOST_CLAIMS) {
    this.vocabulary = vocabulary;
    this.store = store;
    this.most = most;
  }

  /** What is seen through a lens, until the signal aborts; through a clear one, the store itself, at no cost. Throws LensUnavailable. */
  async view(lens: Lens, signal?: AbortSignal): Promise<GraphStore> {
    return isClear(lens) ? this.store : this.seen(lens, signal);
  }

  private async seen(lens: Lens, signal?: AbortSignal): Promise<LensView> {
    const revision = await this.store.revision();
    const key = `${revision}|${lensKey(lens)}`;
    const view = shared(this.views, key, (working) => this.make(lens, revision, working));
    this.views.delete(key);
    this.views.set(key, view);
    const made = await view.by(signal);
    this.keep(made.dataset.claims.length);
    return made;
  }

  /** All that the store's claims say, the same object while the store stays as it is. Throws LensUnavailable. */
  async whole(signal?: AbortSignal): Promise<Dataset> {
    return this.at(await this.store.revision(), signal);
  }

  /** The graph without a lens, in this process, for whoever asks much of it at once. Throws LensUnavailable. */
  async inProcess(signal?: AbortSignal): Promise<GraphStore> {
    return this.store instanceof EmbeddedStore ? this.store : this.seen(NO_LENS, signal);
  }

  private at(revision: string, signal?: AbortSignal): Promise<Dataset> {
    for (const old of this.wholes.keys()) if (old !== revision) this.wholes.delete(old);
    return shared(this.wholes, revision, (working) => this.read(working)).by(signal);
  }

  private async read(signal: AbortSignal): Promise<Dataset> {
    const total = await this.store.claimTotal();
    if (total > this.most) {
      throw new LensUnavailable(`this can be told of at most ${String(this.most)} claims, and the graph holds ${String(total)}; ask it in a view with sources`);
    }
    return datasetOf(this.vocabulary, await this.store.testimony(signal));
  }

  private async make(lens: Lens, revision: string, signal: AbortSignal): Promise<LensView> {
    const { vocabulary, store, most } = this;
    const isLarge = (await store.claimTotal()) > most;
    const dataset = isLarge ? await claimsThrough(vocabulary, store.within(signal), lens, most) : await this.at(revision, signal);
    return turns.take(viewThrough(vocabulary, dataset, lens), signal);
  }

  /** Forgets the views looked through longest ago: the fewer are kept, the more claims they are made of. */
  private keep(claims: number): void {
    const kept = Math.max(2, Math.min(MOST_VIEWS, Math.floor((2 * this.most) / Math.max(1, claims))));
    for (const old of [...this.views.keys()].slice(0, -kept)) this.views.delete(old);
  }
}

function* viewThrough(vocabulary: Vocabulary, dataset: Dataset, lens: Lens): Steps<LensView> {
  const seen = yield* narrowInSteps(vocabulary, dataset, lens);
  const graph = yield* projectInSteps(vocabulary, seen.dataset, seen.options);
  return new LensView(vocabulary, yield* inOrder({ ...graph, claims: seen.dataset.claims }), seen, lens);
}
