import type { Claim } from './claim.js';

/** The data set that documents belong to, and all that names no other. */
export const SEEDS = 'seeds';

/** An identity: the id, the kind, and the label it is shown by. */
export interface Identity {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  /** What it is called within a sentence, such as "the French Embassy"; its label where absent. */
  readonly called?: string;
  /** Whether that stands for several, so that the verb after it does too; absent where it does not, or its kind says so. */
  readonly several?: boolean;
  /** Ids that it had before it was renamed, or that were merged into it. */
  readonly was?: readonly string[];
}

/** A document: its identity's id, the properties its header states, and its sentences. */
export interface Source {
  readonly id: string;
  readonly header: Readonly<Record<string, unknown>>;
  readonly sentences: readonly Sentence[];
}

/** A sentence of a source; one that no claim stands on has an excuse. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly excuse: string | null;
}

/** All that the seeds say: what a graph is projected from. */
export interface Dataset {
  readonly identities: readonly Identity[];
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
}
