import { joined } from '../model/spellings.js';
import type { GraphReader } from './store.js';

/** How long an id that was found counts as known, in milliseconds. */
const FRESH = 60_000;

/** As many ids are remembered for each store. */
const MOST_REMEMBERED = 10_000;

/** Entities that may share the spelling of a former id. */
const MOST_ALIKE = 100;

interface Found {
  readonly current: string;
  readonly at: number;
}

const remembered = new WeakMap<object, Map<string, Found>>();

/**
 * What each id leads to: itself where something has it, or what it has become where it was renamed or merged. An id that
 * leads nowhere is absent. What was found a moment ago is not asked for again.
 */
export async function currentIds(reader: GraphReader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const store = reader.whole ?? reader;
  const seen = remembered.get(store) ?? new Map<string, Found>();
  remembered.set(store, seen);
  const now = Date.now();
  const known = new Map<string, string>();
  for (const id of ids) {
    const found = seen.get(id);
    if (found && now - found.at < FRESH) known.set(id, found.current);
  }
  const asked = ids.filter((id) => !known.has(id));
  if (asked.length === 0) return known;
  const there = await reader.entities(asked);
  const former = await formerIds(
    reader,
    asked.filter((id) => !there.has(id)),
  );
  for (const [id, current] of [...[...there.keys()].map((own) => [own, own] as const), ...former]) {
    known.set(id, current);
    remember(seen, id, { current, at: now });
  }
  return known;
}

/** Former ids stand among the spellings of what they have become, where an index finds them. */
async function formerIds(reader: GraphReader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const [words, ...or] = ids.flatMap((id) => (joined(id) === '' ? [] : [[joined(id)]]));
  const found = words ? await reader.search({ words, or, label: '', limit: MOST_ALIKE }) : [];
  const wanted = new Set(ids);
  return new Map(
    found.flatMap(({ id, columns: { was = [] } }) => [was].flat().flatMap((old) => (wanted.has(String(old)) ? [[String(old), id] as const] : []))),
  );
}

function remember(seen: Map<string, Found>, id: string, found: Found): void {
  seen.delete(id);
  seen.set(id, found);
  const [oldest] = seen.keys();
  if (seen.size > MOST_REMEMBERED && oldest !== undefined) seen.delete(oldest);
}
