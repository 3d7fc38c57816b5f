import type { Claim } from '../model/claim.js';
import type { Finding, Side, Verdict } from './rule.js';
import { shownValue, sortedIds, type Testimony } from './testimony.js';
import { groupBy } from '../model/groups.js';
import { inWords } from '../model/text.js';

/** Facts about properties with one value that several claims tell, each with them, those set aside included. */
export function* singleFacts(testimony: Testimony, wanted: (claim: Claim) => boolean): Generator<readonly Claim[]> {
  for (const claims of testimony.told.values()) {
    const [first] = claims;
    const property = first && testimony.propertyOf(first);
    if (property && !property.many && wanted(first)) yield claims;
  }
}

/** One side for each value. */
export function sidesByValue(testimony: Testimony, claims: readonly Claim[], value: (claim: Claim) => string = (claim) => shownValue(claim.value)): Side[] {
  return [...groupBy(claims, value)].map(([says, own]) => ({ says: `${says} (${testimony.voices(own)})`, claims: own }));
}

/** "property of thing: one (voice), or other (voice)." */
export function differing(testimony: Testimony, verdict: Verdict, sides: readonly Side[], what?: string): Finding {
  const claims = sides.flatMap((side) => side.claims);
  const [first] = claims;
  const name = what ?? (first ? `“${inWords(first.predicate)}” of ${testimony.labelOf(first.subject)}` : '');
  return {
    verdict,
    key: first?.factKey ?? name,
    about: sortedIds(claims.flatMap(({ subject, object }) => (object === null ? [subject] : [subject, object]))),
    sides,
    explanation: `${name}: ${sides.map(({ says }) => says).join(verdict === 'DISPUTE' ? ', or ' : '; ')}.`,
  };
}
