import { LRUCache } from 'lru-cache';
import { joined } from '../model/spellings.js';
import type { GraphReader } from './store.js';

/** How long an id that was found counts as known, in milliseconds. */
const FRESH = 60_000;

/** As many ids are remembered for each store. */
const MOST_REMEMBERED = 10_000;

/** Entities that may share the spelling of a former id. */
const MOST_ALIKE = 100;

/** For each store, what ids that were found a moment ago lead to. */
const remembered = new WeakMap<object, LRUCache<string, string>>();

/**
 * What each id leads to: itself where something has it, or what it has become where it was renamed or merged. An id that
 * leads nowhere is absent. What was found a moment ago is not asked for again.
 */
export async function currentIds(reader: GraphReader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const store = reader.whole ?? reader;
  const seen = remembered.get(store) ?? new LRUCache<string, string>({ max: MOST_REMEMBERED, ttl: FRESH });
  remembered.set(store, seen);
  const known = new Map<string, string>();
  for (const id of ids) {
    const current = seen.get(id);
    if (current !== undefined) known.set(id, current);
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
    seen.set(id, current);
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
