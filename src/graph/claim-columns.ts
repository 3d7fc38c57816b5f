import type { Claim } from '../model/claim.js';
import { columnsOfTime } from '../model/projected-columns.js';
import type { Column, Columns } from '../model/value.js';

/** What of a claim can be filtered by: words, each the value of one of its parts. */
export const CLAIM_WORDS = ['predicate', 'source', 'assertedBy', 'polarity', 'modality', 'rank', 'basis', 'subject', 'object'] as const;

/** Words, and what it says as a sentence. */
const CLAIM_TEXTS = [...CLAIM_WORDS, 'summary'] as const;

/** The bounds of the time when what a claim says held, as filters on times have them. */
const CLAIM_TIMES = ['whenEarliest', 'whenLatest', 'whenHeldFrom', 'whenHeldUntil'] as const;

/** All that a claim can be filtered by. */
export const CLAIM_COLUMNS: readonly string[] = [...CLAIM_TEXTS, ...CLAIM_TIMES];

/** A claim's value in a column that filters name; undefined where it has none. */
export function claimColumn(claim: Claim, column: string): Column | undefined {
  const word = CLAIM_TEXTS.find((name) => name === column);
  if (word !== undefined) return claim[word] ?? undefined;
  return claim.when && CLAIM_TIMES.some((name) => name === column) ? columnsOfTime('when', claim.when)[column] : undefined;
}

/** All its columns that have a value: its time is read once for all of them. */
export function claimColumns(claim: Claim): Columns {
  const columns: Record<string, Column> = {};
  for (const name of CLAIM_TEXTS) {
    const word = claim[name];
    if (word !== null) columns[name] = word;
  }
  if (claim.when === null) return columns;
  const times = columnsOfTime('when', claim.when);
  for (const name of CLAIM_TIMES) {
    const day = times[name];
    if (day !== undefined) columns[name] = day;
  }
  return columns;
}
