import type { Claim } from './claim.js';
import type { Named } from './named.js';

/** What a modality short of an assertion puts before what is told. */
export const SURENESS: Readonly<Partial<Record<Claim['modality'], string>>> = {
  REPORTED: 'it is said that ',
  ESTIMATED: 'it is estimated that ',
  HYPOTHETICAL: 'it may be that ',
};

/** "Ada Example hopes that", "It is planned that": as far as is told. */
export function intentOf(by: Named | null, intent: unknown): string {
  if (intent === 'HOPED') return by === null ? 'it is hoped that ' : `${by.text} ${by.several ? 'hope' : 'hopes'} that `;
  return by === null ? 'it is planned that ' : `as ${by.text} ${by.several ? 'say' : 'says'}, it is planned that `;
}
