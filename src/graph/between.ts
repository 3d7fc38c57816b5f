import type { Intended } from './filter.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { findPaths, MOST_PATHS, type PathAnswer, type PathStep } from './paths.js';
import type { GraphReader } from './store.js';

export interface BetweenQuestion {
  readonly a: string;
  readonly b: string;
  readonly types: readonly string[];
  readonly kinds: ReadonlySet<string> | null;
  readonly intended: Intended;
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
    byLinks: true,
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

/** Somebody whom records join to both: both met them, spoke to them, signed with them. */
export interface Counterpart {
  readonly id: string;
  /** The records that join it to each. */
  readonly withA: readonly string[];
  readonly withB: readonly string[];
  readonly price: number;
}

export interface Counterparts extends Pick<PathAnswer, 'truncated' | 'reason'> {
  readonly counterparts: readonly Counterpart[];
}

/** Entities of the kind of both that a record joins to the first and another to the second, those that avoid hubs first. */
export async function counterparts(
  vocabulary: Vocabulary,
  reader: GraphReader,
  { a, b, types, kinds, intended, first }: BetweenQuestion,
): Promise<Counterparts> {
  const root = vocabulary.rootOf(a);
  if (!root || root.record || vocabulary.rootOf(b) !== root) return { counterparts: [], truncated: false, reason: 'the two are not of one kind' };
  const names = (wanted: readonly { readonly name: string }[]) => wanted.map(({ name }) => name);
  const alike = new Set(names(vocabulary.concrete(root)).filter((name) => kinds === null || kinds.has(name)));
  const records = names(vocabulary.kinds.filter(({ record }) => record));
  const { paths, truncated, reason } = await findPaths(vocabulary, reader, {
    from: [a],
    to: [b],
    types: types.filter((type) => vocabulary.relationship(type)?.involves === true),
    kinds: new Set([...alike, ...records]),
    through: [],
    avoid: [],
    maxHops: 4,
    byLinks: true,
    // One for what joins them directly, one to see whether there are more.
    k: Math.min(first, MOST_PATHS) + 2,
    rankBy: 'AVOID_HUBS',
    intended,
    distinctBy: alike,
  });
  const found = paths.flatMap(({ entities, price, variants }): Counterpart[] => {
    const id = entities[2];
    if (id === undefined || entities.length !== 5) return [];
    const at = (place: number) => [...new Set([entities, ...variants.map((variant) => variant.entities)].flatMap((ids) => ids[place] ?? []))];
    return [{ id, withA: at(1), withB: at(3), price }];
  });
  const isMore = found.length > first;
  return {
    counterparts: found.slice(0, first),
    truncated: truncated || isMore,
    reason: reason ?? (isMore ? `there are more than ${String(first)}` : null),
  };
}
