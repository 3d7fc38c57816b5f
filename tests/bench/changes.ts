import type { ChangeSet } from '../../src/graph/store.js';
import type { EntityNode, Link } from '../../src/model/graph.js';
import type { Item } from './generate.js';

/** What is to be written so that an empty store holds a generated world. */
export function changesOf(items: Iterable<Item>): ChangeSet {
  const entities: EntityNode[] = [];
  const links = new Map<string, Link>();
  for (const item of items) {
    if ('entity' in item) entities.push(item.entity);
    else links.set(item.link.key, item.link);
  }
  return { entities: { put: entities, remove: [] }, links: { put: [...links.values()], remove: [] }, claims: { put: [], remove: [] } };
}
