import type { Vocabulary } from '../model/vocabulary.js';
import { findPaths, type PathAnswer, type PathStep } from './paths.js';
import type { GraphReader } from './store.js';

export interface BetweenQuestion {
  readonly a: string;
  readonly b: string;
  readonly types: readonly string[];
  readonly kinds: ReadonlySet<string> | null;
  readonly intended: boolean;
  readonly first: number;
}

/** An entity that both have to do with, and how each does. */
export interface Shared {
  readonly id: string;
  readonly withA: PathStep;
  readonly withB: PathStep;
  readonly price: number;
}

export interface Between extends Pick<PathAnswer, 'outcome' | 'unknown' | 'explored' | 'truncated' | 'reason'> {
  /** What joins the two themselves. */
  readonly direct: PathStep | null;
  readonly shared: readonly Shared[];
}

/** What two entities have in common: all paths of at most two steps, those that avoid hubs first. */
export async function between(vocabulary: Vocabulary, reader: GraphReader, { a, b, types, kinds, intended, first }: BetweenQuestion): Promise<Between> {
  const { paths, outcome, unknown, explored, truncated, reason } = await findPaths(vocabulary, reader, {
    from: [a],
    to: [b],
    types,
    kinds,
    through: [],
    avoid: [],
    maxHops: 2,
    // One for what joins them directly, one to see whether there are more.
    k: first + 2,
    rankBy: 'AVOID_HUBS',
    intended,
    distinctBy: null,
  });
  const direct = paths.find(({ steps }) => steps.length === 1)?.steps[0] ?? null;
  const shared = paths.flatMap(({ entities, steps: [withA, withB], price }): Shared[] => {
    const id = entities[1];
    return withA && withB && id !== undefined ? [{ id, withA, withB, price }] : [];
  });
  const isMore = shared.length > first;
  return {
    outcome,
    unknown,
    explored,
    truncated: truncated || isMore,
    reason: reason ?? (isMore ? `there are more than ${String(first)}` : null),
    direct,
    shared: shared.slice(0, first),
  };
}
