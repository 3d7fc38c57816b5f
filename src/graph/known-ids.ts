import type { GraphReader } from './store.js';

/** How long an id that was found counts as known, in milliseconds. */
const FRESH = 60_000;

/** As many ids are remembered for each store. */
const MOST_REMEMBERED = 10_000;

/** When each id was last found. */
type Remembered = Map<string, number>;

const remembered = new WeakMap<object, Remembered>();

/** Those of some ids that something in a store has. What was found a moment ago is not asked for again. */
export async function knownIds(reader: GraphReader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const store = reader.whole ?? reader;
  const seen: Remembered = remembered.get(store) ?? new Map<string, number>();
  remembered.set(store, seen);
  const now = Date.now();
  const known = new Set(ids.filter((id) => now - (seen.get(id) ?? -Infinity) < FRESH));
  const asked = ids.filter((id) => !known.has(id));
  if (asked.length === 0) return known;
  for (const id of (await reader.entities(asked)).keys()) {
    known.add(id);
    remember(seen, id, now);
  }
  return known;
}

function remember(seen: Remembered, id: string, now: number): void {
  seen.delete(id);
  seen.set(id, now);
  const [oldest] = seen.keys();
  if (seen.size > MOST_REMEMBERED && oldest !== undefined) seen.delete(oldest);
}
