import type { ChangeSet, Changes, Content } from '../graph/store.js';
import type { Claim } from '../model/claim.js';
import { withDays } from '../model/days.js';
import { describedByLink, describedIn } from '../model/intended.js';
import type { Dataset } from '../model/dataset.js';
import { project } from '../model/projection.js';
import { inSpells } from '../model/spells.js';
import { canonicalJson, compareText, sha256 } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';

/** A part of a data set, with what stands around it. */
export interface PartOf {
  /** The entities of the part. */
  readonly ids: ReadonlySet<string>;
  /** Those of them that claims name which are not about them, in whatever part. */
  readonly aside: ReadonlySet<string>;
  /** Entities of which all is at hand that others hang on. */
  readonly dated: ReadonlySet<string>;
}

/**
 * All that a store should hold for a data set: what stands in it together decides the spells. Of a part, its entities
 * and what describes them.
 */
export function contentOf(vocabulary: Vocabulary, dataset: Dataset, part?: PartOf): Content {
  const claims = inSpells(vocabulary, dataset.claims);
  const isTold = ({ subject, object }: Claim) => part?.dated.has(subject) === true && (object === null || part.dated.has(object));
  const isOwn = (id: string) => part?.ids.has(id) !== false;
  const { entities, links } = project(vocabulary, { ...dataset, claims: part ? claims.filter(isTold) : claims });
  const own = entities.filter(({ id }) => isOwn(id));
  return {
    entities: withDays(vocabulary, { ...dataset, claims }, own, part?.aside),
    links: links.filter((link) => isOwn(describedByLink(vocabulary, link))),
    claims: claims.filter((claim) => isOwn(describedIn(vocabulary, claim))),
  };
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
