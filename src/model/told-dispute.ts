/** A disagreement as it was found when the content was written, for a graph too large to look for it when it is asked. */
export interface ToldDispute {
  readonly id: string;
  readonly rule: string;
  readonly verdict: string;
  /** Whether no rank decides it. */
  readonly isOpen: boolean;
  readonly about: readonly string[];
  /** What it is about, and whoever is involved in a record among these. */
  readonly concerns: readonly string[];
  /** What says it on either side, and what it is about. */
  readonly sources: readonly string[];
  readonly sides: readonly { readonly says: string; readonly claims: readonly string[] }[];
  readonly explanation: string;
  readonly resolution: { readonly claim: string; readonly reason: string } | null;
}
