import type { Claim } from '../model/claim.js';
import { describedBy } from '../model/projection.js';
import type { Column } from '../model/values.js';
import type { Vocabulary } from '../model/vocabulary.js';

/** The entity that a claim describes: its subject, or the end that its relationship type describes. */
export function describedEntity(vocabulary: Vocabulary, claim: Claim): string {
  const relationship = vocabulary.relationship(claim.predicate);
  return relationship && claim.object !== null ? describedBy(relationship, claim.subject, claim.object) : claim.subject;
}

/** What of a claim can be filtered by. */
export const CLAIM_COLUMNS = ['predicate', 'source', 'assertedBy', 'polarity', 'modality', 'rank', 'basis', 'subject', 'object'] as const;

/** A claim's value in a column that filters name; undefined where it has none. */
export function claimColumn(claim: Claim, column: string): Column | undefined {
  const known = CLAIM_COLUMNS.find((name) => name === column);
  return known === undefined ? undefined : (claim[known] ?? undefined);
}
