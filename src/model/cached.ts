import type { LRUCache } from 'lru-cache';

/** What a cache holds under a key, or else what is looked up, which it holds from now on as far as it has room. */
export function cached<K extends object | string | number, V extends object>(cache: LRUCache<K, V>, key: K, look: () => V): V {
  const held = cache.get(key);
  if (held !== undefined) return held;
  const found = look();
  cache.set(key, found);
  return found;
}
