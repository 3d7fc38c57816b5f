import type { ToldDispute } from '../model/told-dispute.js';
import type { Page } from './store.js';

/** Disagreements of one verdict, narrowed. */
export interface DisputeSet {
  readonly verdict: string;
  readonly concerns: readonly string[] | null;
  readonly rules: readonly string[] | null;
  readonly sources: readonly string[] | null;
}

export interface DisputeQuestion extends DisputeSet {
  readonly first: number;
  readonly descending: boolean;
  readonly after: string | null;
}

/** What was found to disagree when the content was written. */
export interface ToldDisputes {
  /** Whether it was found in the content as it is now; if not, it is not to be relied on. */
  isCurrent(): Promise<boolean>;
  page(question: DisputeQuestion): Promise<Page<ToldDispute>>;
  count(set: DisputeSet): Promise<number>;
  /** Which of some claims stand on a side of a dispute that nothing decides. */
  isDisputed(claims: readonly string[]): Promise<boolean>;
}

/** Where a disagreement stands in the list of those of its verdict. */
export function placeOfDispute({ rule, id }: Pick<ToldDispute, 'rule' | 'id'>): string {
  return `${rule}\t${id}`;
}
