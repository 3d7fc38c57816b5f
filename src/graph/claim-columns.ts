import type { Claim } from '../model/claim.js';
import type { Column } from '../model/values.js';

/** What of a claim can be filtered by. */
export const CLAIM_COLUMNS = ['predicate', 'source', 'assertedBy', 'polarity', 'modality', 'rank', 'basis', 'subject', 'object'] as const;

/** A claim's value in a column that filters name; undefined where it has none. */
export function claimColumn(claim: Claim, column: string): Column | undefined {
  const known = CLAIM_COLUMNS.find((name) => name === column);
  return known === undefined ? undefined : (claim[known] ?? undefined);
}
