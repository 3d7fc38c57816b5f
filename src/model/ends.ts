import type { Claim } from './claim.js';
import type { Relationship, Vocabulary } from './vocabulary.js';

/** The entities that a claim names: its ends, whom it quotes, and what qualifies it. */
export function namedBy(vocabulary: Vocabulary, { subject, object, assertedBy, predicate, qualifiers }: Claim): string[] {
  const references = referencesOf(vocabulary.relationship(predicate)).map((name) => qualifiers[name]);
  return [subject, object, assertedBy, ...references].filter((id) => typeof id === 'string');
}

/** The end that a claim of this type describes. */
export function describedBy(relationship: Relationship, from: string, to: string): string {
  return relationship.describes === 'from' ? from : to;
}

/** Qualifiers that hold the id of an entity. */
export function referencesOf(relationship: Relationship | undefined): readonly string[] {
  if (!relationship) return [];
  const known = references.get(relationship);
  if (known) return known;
  const found = Object.entries(relationship.properties).flatMap(([name, value]) => (value.sort === 'reference' ? [name] : []));
  references.set(relationship, found);
  return found;
}

/** They are asked for with each claim. */
const references = new WeakMap<Relationship, readonly string[]>();
