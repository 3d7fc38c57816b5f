import type { Claim } from '../model/claim.js';
import type { Testimony } from './testimony.js';

/** What a finding amounts to. */
export const VERDICTS = {
  DISPUTE: 'The claims cannot all hold.',
  STALE_PLAN: 'A source tells of a plan whose day had passed when it was published; nothing contradicts it.',
  SIDE_BY_SIDE: 'The claims differ, and all of them may hold: each is the view of somebody, or a part of the whole.',
} as const;

export type Verdict = keyof typeof VERDICTS;

/** One side of a disagreement: what it says, and the claims that say so. A side may stand on a header or a count instead. */
export interface Side {
  readonly says: string;
  readonly claims: readonly Claim[];
}

/** Claims that differ, as a rule found them. */
export interface Finding {
  readonly verdict: Verdict;
  /** Tells the findings of one rule apart; stays the same while the same things disagree. */
  readonly key: string;
  /** The entities that it is about. */
  readonly about: readonly string[];
  readonly sides: readonly Side[];
  /** One sentence, made from the data. */
  readonly explanation: string;
}

/** A small declared reason why claims cannot all hold, or only seem so. */
export interface Rule {
  readonly id: string;
  /** What it looks for. */
  readonly about: string;
  /** What it leaves alone, so that it does not cry wolf. */
  readonly leaves: string;
  /** What it finds, in any order; null where it may be let go on later. */
  find(testimony: Testimony): Iterable<Finding | null>;
}

/** What is found in each of several, with a stop before each. */
export function* inEach<T>(items: Iterable<T>, find: (item: T) => Iterable<Finding | null>): Generator<Finding | null> {
  for (const item of items) {
    yield null;
    yield* find(item);
  }
}
