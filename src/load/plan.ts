import type { ChangeSet, Changes, Content } from '../graph/store.js';
import { withDays } from '../model/days.js';
import { project, type Dataset } from '../model/projection.js';
import { inSpells } from '../model/spells.js';
import { canonicalJson, compareText, sha256 } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';

/** All that a store should hold for a data set: what stands in it together decides the spells. */
export function contentOf(vocabulary: Vocabulary, dataset: Dataset): Content {
  const claims = inSpells(vocabulary, dataset.claims);
  const { entities, links } = project(vocabulary, { ...dataset, claims });
  return { entities: withDays(vocabulary, { ...dataset, claims }, entities), links, claims };
}

/** What turns `now` into `wanted`; empty when they are equal. */
export function difference(now: Content, wanted: Content): ChangeSet {
  return {
    entities: changes(now.entities, wanted.entities, ({ id }) => id),
    links: changes(now.links, wanted.links, ({ key }) => key),
    claims: changes(now.claims, wanted.claims, ({ id }) => id),
  };
}

/** Everything, as changes for an empty store. */
export function everything({ entities, links, claims }: Content): ChangeSet {
  return { entities: { put: entities, remove: [] }, links: { put: links, remove: [] }, claims: { put: claims, remove: [] } };
}

export function isEmpty({ entities, links, claims }: ChangeSet): boolean {
  return [entities, links, claims].every(({ put, remove }) => put.length === 0 && remove.length === 0);
}

/** SHA-256 over all content in order: equal for two stores that hold the same. */
export function digest({ entities, links, claims }: Content): string {
  const lines = [entities, links, claims].flatMap((part) => part.map((item) => sha256(canonicalJson(item))).sort(compareText));
  return sha256(lines.join('\n'));
}

function changes<T>(now: readonly T[], wanted: readonly T[], key: (item: T) => string): Changes<T> {
  const held = new Map(now.map((item) => [key(item), canonicalJson(item)]));
  const put = wanted.filter((item) => held.get(key(item)) !== canonicalJson(item));
  for (const item of wanted) held.delete(key(item));
  return { put, remove: [...held.keys()] };
}
