import type { Identity } from '../model/dataset.js';
import type { Path } from './yaml-file.js';

/** What a claim declares that its figure counts, and what it is checked against. */
export interface DeclaredCounts {
  /** The claim's value: only a figure can be compared with a count. */
  readonly value: unknown;
  readonly counts: unknown;
  readonly identities: ReadonlyMap<string, Identity>;
  /** Whether every identity could be read, so that an id which is not among them is a mistake. */
  readonly knowsAll: boolean;
}

/** One mistake in what a claim declares under `counts`; its place is given from the claim on. */
export interface CountsProblem {
  readonly path: Path;
  readonly message: string;
}

/** Finds the mistakes. Lists and filters are the API's, which lies above the loader, so whoever reads seeds hands this in. */
export type CheckCounts = (declared: DeclaredCounts) => readonly CountsProblem[];
