import type { Claim } from './claim.js';
import type { Named } from './named.js';

/** What a modality short of an assertion puts before what is told. */
export const SURENESS: Readonly<Partial<Record<Claim['modality'], string>>> = {
  REPORTED: 'it is said that ',
  ESTIMATED: 'it is estimated that ',
  HYPOTHETICAL: 'it may be that ',
};

/**
 * What is only meant, in the sentence of what will be: "It is planned that", "Ada would like Bo to come". A wish takes in
 * what somebody asks for or is willing to do, which is not yet a hope.
 */
export function intentOf(by: Named | null, intent: unknown, will: string): { readonly before: string; readonly template: string } {
  if (intent === 'HOPED' && by !== null) return { before: `${by.text} would like `, template: will.replace(/^\{subject\} will /, '{subject} to ') };
  if (intent === 'HOPED') return { before: 'it is hoped that ', template: will };
  return { before: by === null ? 'it is planned that ' : `as ${by.text} ${by.several ? 'say' : 'says'}, it is planned that `, template: will };
}
