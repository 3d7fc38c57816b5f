import type { Link } from '../model/graph.js';
import { compareText } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { GraphReader } from '../graph/store.js';

const BATCH = 200;
/** Relationships read of one entity. */
const MOST_AROUND = 10_000;

export interface Surroundings {
  readonly around: readonly string[];
  readonly hops: number;
  /** Centres first, then ring by ring, by id. */
  readonly ids: readonly string[];
  /** All relationships among them that were read, by key. */
  readonly links: readonly Link[];
  readonly unknown: readonly string[];
  /** What is left out; null when nothing is. */
  readonly truncated: string | null;
}

/**
 * Everything within so many steps of some entities, up to `most` entities, and the relationships among it. Steps run
 * over the types that paths run over; what is planned or hoped for is there too, marked as such.
 */
export async function surroundings(vocabulary: Vocabulary, reader: GraphReader, around: readonly string[], hops: number, most: number): Promise<Surroundings> {
  const types = vocabulary.relationships.filter(({ traversed }) => traversed).map(({ type }) => type);
  const centres = [...new Set(around)];
  const seen = new Set(centres);
  const links = new Map<string, Link>();
  const reasons = new Set<string>();
  const unknown: string[] = [];
  let ring: readonly string[] = centres;
  for (let hop = 0; hop <= hops; hop += 1) {
    const next = new Set<string>();
    for (let at = 0; at < ring.length; at += BATCH) {
      const batch = ring.slice(at, at + BATCH);
      const found = await reader.neighbourhood({ types, intended: 'INCLUDE', limit: MOST_AROUND, beyond: 'NEWEST' }, batch);
      unknown.push(...batch.filter((id) => !found.has(id)));
      for (const [id, { degree, neighbours }] of found) {
        if (degree > neighbours.length) reasons.add(`of the ${String(degree)} relationships of ${id} only the newest ${String(neighbours.length)} were read`);
        for (const { link, far } of neighbours) {
          if (seen.has(far)) links.set(link.key, link);
          else if (hop < hops) {
            next.add(far);
            links.set(link.key, link);
          }
        }
      }
    }
    const room = Math.max(0, most - seen.size);
    if (next.size > room) reasons.add(`there are more than ${String(most)} entities`);
    ring = [...next].sort(compareText).slice(0, room);
    for (const id of ring) seen.add(id);
  }
  for (const id of unknown) seen.delete(id);
  return {
    around: centres,
    hops,
    ids: [...seen],
    links: [...links.values()].filter(({ from, to }) => seen.has(from) && seen.has(to)).sort((a, b) => compareText(a.key, b.key)),
    unknown,
    truncated: reasons.size > 0 ? [...reasons].join('; ') : null,
  };
}
