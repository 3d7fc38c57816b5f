import type { Claim } from '../model/claim.js';
import type { Dataset } from '../model/dataset.js';
import { atOnce, eachInSteps, sortedInSteps, type Steps } from '../model/steps.js';
import { compareText, sha256 } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { Finding, Rule } from './rule.js';
import { Testimony } from './testimony.js';

/** What a rank decides: the claim that was chosen or set aside, and why. */
export interface Resolution {
  readonly claim: Claim;
  readonly reason: string;
}

/** A finding with the rule that made it, an id that stays, and what a rank decides. */
export interface Dispute extends Finding {
  readonly id: string;
  readonly rule: Rule;
  readonly resolution: Resolution | null;
}

/** All that disagrees in a data set, by rule and key: a pure function. */
export function disputesOf(vocabulary: Vocabulary, dataset: Dataset, rules: readonly Rule[]): readonly Dispute[] {
  return atOnce(disputesInSteps(vocabulary, dataset, rules));
}

/** The same in steps, see `disputesOf`. */
export function* disputesInSteps(vocabulary: Vocabulary, dataset: Dataset, rules: readonly Rule[]): Steps<readonly Dispute[]> {
  const testimony = yield* Testimony.of(vocabulary, dataset);
  const disputes: Dispute[] = [];
  for (const rule of rules) {
    const found: Finding[] = [];
    for (const finding of rule.find(testimony)) {
      if (finding === null) yield;
      else found.push(finding);
    }
    yield* eachInSteps(yield* sortedInSteps(found, (a, b) => compareText(a.key, b.key)), (finding) => disputes.push(disputeOf(rule, finding)));
  }
  return disputes;
}

/** A finding as a dispute. */
function disputeOf(rule: Rule, finding: Finding): Dispute {
  return { ...finding, rule, id: `dispute/${rule.id}-${sha256(finding.key).slice(0, 10)}`, resolution: resolutionOf(finding) };
}

/** What a change creates and what it settles: disputes that are there on one side only, or whose resolution turns. */
export function compareDisputes(
  before: readonly Dispute[],
  after: readonly Dispute[],
): { readonly created: readonly Dispute[]; readonly settled: readonly Dispute[] } {
  const open = (disputes: readonly Dispute[]) => disputes.filter(({ verdict, resolution }) => verdict === 'DISPUTE' && resolution === null);
  const missing = (from: readonly Dispute[], other: readonly Dispute[]) => {
    const ids = new Set(open(other).map(({ id }) => id));
    return open(from).filter(({ id }) => !ids.has(id));
  };
  return { created: missing(after, before), settled: missing(before, after) };
}

/** A rank decides where one side alone is preferred, or all sides but one are set aside. */
function resolutionOf({ verdict, sides }: Finding): Resolution | null {
  if (verdict !== 'DISPUTE') return null;
  const preferred = sides.flatMap(({ claims }) => claims.find(({ rank }) => rank === 'PREFERRED') ?? []);
  const aside = sides.filter(({ claims }) => claims.length > 0 && claims.every(({ rank }) => rank === 'DEPRECATED'));
  const [chosen, another] = preferred;
  if (chosen && !another) return { claim: chosen, reason: chosen.rankReason ?? '' };
  const deprecated = aside.length > 0 && aside.length === sides.length - 1 ? aside[0]?.claims[0] : undefined;
  return deprecated ? { claim: deprecated, reason: deprecated.rankReason ?? '' } : null;
}
