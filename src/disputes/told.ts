import type { Claim } from '../model/claim.js';
import { compareText } from '../model/text.js';
import type { ToldDispute } from '../model/told-dispute.js';
import type { Dispute } from './find.js';
import type { Rule, Verdict } from './rule.js';

/** Disputes to be written down; `involvedIn` gives whoever is involved in an entity. */
export function toldOf(disputes: readonly Dispute[], involvedIn: (id: string) => readonly string[]): readonly ToldDispute[] {
  const sorted = (ids: Iterable<string>) => [...new Set(ids)].sort(compareText);
  return disputes.map(({ id, rule, verdict, about, sides, explanation, resolution }) => ({
    id,
    rule: rule.id,
    verdict,
    isOpen: resolution === null,
    about,
    concerns: sorted(about.flatMap((one) => [one, ...involvedIn(one)])),
    sources: sorted([...about, ...sides.flatMap(({ claims }) => claims.map(({ source }) => source))]),
    sides: sides.map(({ says, claims }) => ({ says, claims: claims.map((claim) => claim.id) })),
    explanation,
    resolution: resolution && { claim: resolution.claim.id, reason: resolution.reason },
  }));
}

/** The ids of the claims that a dispute stands on. */
export function claimsOfTold({ sides, resolution }: ToldDispute): readonly string[] {
  return [...sides.flatMap(({ claims }) => claims), ...(resolution ? [resolution.claim] : [])];
}

/** A dispute as it was written down, with its claims; null where its rule is gone. */
export function readTold(told: ToldDispute, rules: readonly Rule[], claims: ReadonlyMap<string, Claim>): Dispute | null {
  const rule = rules.find(({ id }) => id === told.rule);
  const { resolution } = told;
  const decided = resolution ? claims.get(resolution.claim) : undefined;
  if (!rule) return null;
  return {
    id: told.id,
    rule,
    verdict: told.verdict as Verdict,
    key: told.id,
    about: told.about,
    sides: told.sides.map(({ says, claims: ids }) => ({ says, claims: ids.flatMap((id) => claims.get(id) ?? []) })),
    explanation: told.explanation,
    resolution: resolution && decided ? { claim: decided, reason: resolution.reason } : null,
  };
}
