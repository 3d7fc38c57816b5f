import type { Claim } from '../model/claim.js';
import { hasCertainty, narrowInSteps, type Lens, type Seen } from '../model/lens.js';
import type { Dataset } from '../model/dataset.js';
import { projectInSteps, type Certainty } from '../model/projection.js';
import type { Steps } from '../model/steps.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { EmbeddedStore, inOrder } from './embedded/embedded-store.js';
import type { Held } from './embedded/indexes.js';

/** The graph as seen through a lens: a store in memory, with what it was projected from. */
export class LensView extends EmbeddedStore {
  readonly dataset: Dataset;
  readonly lens: Lens;
  /** The revision of the store that it was made of. */
  readonly madeOf: string;
  private readonly certainty: ReadonlyMap<string, Certainty>;

  constructor(vocabulary: Vocabulary, content: Held, { dataset, options: { certainty = new Map<string, Certainty>() } }: Seen, lens: Lens, madeOf: string) {
    super(vocabulary, content);
    this.madeOf = madeOf;
    this.dataset = dataset;
    this.lens = lens;
    this.certainty = certainty;
  }

  /** How sure a claim is under this lens; null where the lens does not look at time. */
  certaintyOf(claimId: string): Certainty | null {
    return hasCertainty(this.lens) ? (this.certainty.get(claimId) ?? null) : null;
  }
}

interface Made {
  /** The revision of the store that the claims were read from. */
  readonly revision: string;
  /** Claims for which this is false help to date others, and are not shown. */
  readonly isTold?: (claim: Claim) => boolean;
}

/** What a lens shows of a data set. */
export function* lensView(vocabulary: Vocabulary, dataset: Dataset, lens: Lens, { revision, isTold }: Made): Steps<LensView> {
  const { dataset: all, options } = yield* narrowInSteps(vocabulary, dataset, lens);
  const shown = isTold ? { ...all, claims: all.claims.filter(isTold) } : all;
  const graph = yield* projectInSteps(vocabulary, shown, options);
  return new LensView(vocabulary, yield* inOrder({ ...graph, claims: shown.claims }), { dataset: shown, options }, lens, revision);
}
