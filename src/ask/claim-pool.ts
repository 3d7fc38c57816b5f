import { describedIn } from '../model/intended.js';
import type { ExpandKey, GraphReader } from '../graph/store.js';
import type { Claim } from '../model/claim.js';
import { namedBy, type EntityNode } from '../model/projection.js';
import type { Vocabulary } from '../model/vocabulary.js';

/** How many claims that touch an entity are looked at, how many records beside it, and how many claims of each. */
const MOST_TOUCHING = 1_000;
const MOST_RECORDS = 300;
const MOST_OF_RECORD = 100;

/** Claims that a question may be about, with the entities that they name. */
export interface ClaimPool {
  readonly claims: readonly Claim[];
  readonly entities: ReadonlyMap<string, EntityNode>;
}

/**
 * Gathers the claims around some entities: those that name one as an end or as who says it, and those that describe the
 * records which stand beside them. Bounded; six round trips.
 */
export async function poolAround(vocabulary: Vocabulary, reader: GraphReader, about: readonly string[]): Promise<ClaimPool> {
  const keys = about.map((id): ExpandKey => ({ id, after: null }));
  const touching = (side: 'subject' | 'object' | 'assertedBy') => reader.claimPages({ side, filter: [], descending: false, first: MOST_TOUCHING }, keys);
  const [pages, around] = await Promise.all([
    Promise.all([touching('subject'), touching('object'), touching('assertedBy')]),
    reader.neighbourhood({ types: vocabulary.relationships.map(({ type }) => type), intended: true, limit: MOST_RECORDS, beyond: 'NEWEST' }, about),
  ]);
  const beside = [...around.values()].flatMap(({ neighbours }) => neighbours.filter(({ kind }) => vocabulary.kind(kind)?.record).map(({ far }) => far));
  const records = mostNamed(beside, MOST_RECORDS);
  const described = await reader.claimPages(
    { side: 'describes', filter: [], descending: false, first: MOST_OF_RECORD },
    records.map((id): ExpandKey => ({ id, after: null })),
  );
  const claims = new Map([...pages.flat(), ...described].flatMap(({ items }) => items.map((claim) => [claim.id, claim])));
  const ids = new Set([...claims.values()].flatMap((claim) => [claim.source, describedIn(vocabulary, claim), ...namedBy(vocabulary, claim)]));
  return { claims: [...claims.values()], entities: await reader.entities([...ids]) };
}

/** Those that come most often first: what stands beside several of the entities. */
function mostNamed(ids: readonly string[], most: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([id]) => id);
}
