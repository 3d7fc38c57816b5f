import { LRUCache } from 'lru-cache';
import { isClear, lensKey, NO_LENS, type Lens } from '../model/lens.js';
import type { Dataset } from '../model/dataset.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { datasetOf } from './dataset-of.js';
import { EmbeddedStore } from './embedded/embedded-store.js';
import { FewAtOnce } from './few-at-once.js';
import { claimsThrough } from './lens-claims.js';
import { lensView, type LensView } from './lens-view.js';
import { NearView } from './near-view.js';
import { LensUnavailable } from './read-claims.js';
import { shared, type Shared } from './shared.js';
import type { GraphReader, GraphStore } from './store.js';
import { turns } from './turns.js';

/** The most claims that a view may be made of, and of which disputes can be told. */
const MOST_CLAIMS = 250_000;

/** How many views are kept; the one looked through longest ago goes first. */
const MOST_VIEWS = 12;

/** How many views are made at a time. */
const MOST_MADE = 4;

/** How often claims are read at most while others write. */
const MOST_READS = 5;

/** Of how many lenses it is remembered that they show too much to be projected at once. */
const MOST_LARGE = 1_000;

/** What was read of a store in one state of it. */
interface Read {
  readonly dataset: Dataset;
  readonly revision: string;
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
  private readonly making = new FewAtOnce(MOST_MADE);
  /** All that the store's claims say, by its state: the last one. */
  private readonly wholes = new Map<string, Shared<Read>>();
  /** Lenses that show too much at once, with the state of the store at which they did. */
  private readonly large = new LRUCache<string, true>({ max: MOST_LARGE });

  /** `most`: how many claims a view may be made of. */
  constructor(vocabulary: Vocabulary, store: GraphStore, most = MOST_CLAIMS) {
    this.vocabulary = vocabulary;
    this.store = store;
    this.most = most;
  }

  /** What a reader's request sees through a lens; through a clear one, the store itself, at no cost. Throws LensUnavailable. */
  async view(lens: Lens, reader?: GraphReader): Promise<GraphStore> {
    return isClear(lens) ? this.store : this.seen(lens, reader);
  }

  /**
   * The same for one request, which reads the graph through `plain`: where a lens shows too much to be projected at once,
   * what is asked for is projected when it is asked for.
   */
  async reader(lens: Lens, plain: GraphReader): Promise<GraphReader> {
    if (isClear(lens)) return plain;
    const key = `${await this.store.revision(plain.signal)}|${lensKey(lens)}`;
    if (!NearView.suits(lens)) return within(await this.seen(lens, plain), plain);
    if (!this.large.has(key)) {
      try {
        return within(await this.seen(lens, plain), plain);
      } catch (error) {
        if (!(error instanceof LensUnavailable)) throw error;
        this.large.set(key, true);
      }
    }
    return new NearView(this.vocabulary, plain, lens);
  }

  private async seen(lens: Lens, reader?: GraphReader): Promise<LensView> {
    const revision = await this.store.revision(reader?.signal);
    const key = `${revision}|${lensKey(lens)}`;
    const view = shared(this.views, key, (working) => this.make(lens, revision, working));
    this.views.delete(key);
    this.views.set(key, view);
    const made = await view.by(reader?.signal);
    this.keep(made.dataset.claims.length);
    reader?.noteKept?.(made.madeOf);
    return made;
  }

  /** Whether all that the store's claims say can be told at once. */
  async isSmall(): Promise<boolean> {
    return (await this.store.claimTotal()) <= this.most;
  }

  /** All that the store's claims say, the same object while the store stays as it is. Throws LensUnavailable. */
  async whole(reader?: GraphReader): Promise<Dataset> {
    const { dataset, revision } = await this.at(await this.store.revision(reader?.signal), reader?.signal);
    reader?.noteKept?.(revision);
    return dataset;
  }

  /** The graph without a lens, in this process, for whoever asks much of it at once. Throws LensUnavailable. */
  async inProcess(reader?: GraphReader): Promise<GraphStore> {
    return this.store instanceof EmbeddedStore ? this.store : this.seen(NO_LENS, reader);
  }

  private at(revision: string, signal?: AbortSignal): Promise<Read> {
    for (const old of this.wholes.keys()) if (old !== revision) this.wholes.delete(old);
    return shared(this.wholes, revision, (working) => this.read(revision, working, () => this.all(working))).by(signal);
  }

  /** Reads anew where somebody wrote in between, so that what is read is of one state of the content. */
  private async read(revision: string, signal: AbortSignal, read: () => Promise<Dataset>): Promise<Read> {
    let before = revision;
    for (let attempt = 1; ; attempt += 1) {
      const dataset = await read();
      const after = await this.store.revision(signal);
      if (after === before || attempt === MOST_READS) return { dataset, revision: after };
      before = after;
    }
  }

  private async all(signal: AbortSignal): Promise<Dataset> {
    const total = await this.store.claimTotal();
    if (total > this.most) {
      throw new LensUnavailable(`this can be told of at most ${String(this.most)} claims, and the graph holds ${String(total)}; ask it in a view with sources`);
    }
    return datasetOf(this.vocabulary, await this.store.testimony(signal));
  }

  private async make(lens: Lens, revision: string, signal: AbortSignal): Promise<LensView> {
    const { vocabulary, store, most } = this;
    const isLarge = (await store.claimTotal()) > most;
    const some = () => claimsThrough(vocabulary, store.within(signal), lens, most);
    const read = isLarge ? await this.read(revision, signal, some) : await this.at(revision, signal);
    return this.making.run(() => turns.take(lensView(vocabulary, read.dataset, lens, { revision: read.revision }), signal));
  }

  /** Forgets the views looked through longest ago: the fewer are kept, the more claims they are made of. */
  private keep(claims: number): void {
    const kept = Math.max(2, Math.min(MOST_VIEWS, Math.floor((2 * this.most) / Math.max(1, claims))));
    for (const old of [...this.views.keys()].slice(0, -kept)) this.views.delete(old);
  }
}

/** A store for the request that a reader is of. */
function within(store: GraphStore, { signal }: GraphReader): GraphReader {
  return signal ? store.within(signal) : store;
}
