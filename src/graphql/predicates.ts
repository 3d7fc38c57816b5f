import { hint, hintOrAll } from '../model/text.js';
import { COMMON, type Kind, type Vocabulary } from '../model/vocabulary.js';
import { keyOf } from './called-elsewhere.js';
import { badInput } from './errors.js';

/**
 * Refuses what no claim can say: neither a type of relationship nor a property. These are no enumeration of GraphQL, since
 * a property is called as its field is, in small letters, and `said` is another predicate than SAID.
 */
export function checkPredicates(vocabulary: Vocabulary, names: readonly string[] | null | undefined): void {
  const wrong = names?.find((name) => !known(vocabulary).has(name));
  if (wrong === undefined) return;
  const meant = meantBy(vocabulary, wrong);
  const near = meant.length > 0 ? `; did you mean ${meant.map((name) => JSON.stringify(name)).join(' or ')}?` : hint(wrong, known(vocabulary));
  throw badInput(
    `predicate: "${wrong.slice(0, 40)}" is no type of relationship and no property${near || `, such as ${[...known(vocabulary)][0] ?? ''} or name`}`,
  );
}

/** Refuses a property that entities of a kind do not have, or of which they may have several values. */
export function checkProperty(vocabulary: Vocabulary, kind: Kind, property: string): void {
  const single = Object.entries(vocabulary.properties(kind)).flatMap(([name, { many, given }]) => (many || given ? [] : [name]));
  if (single.includes(property)) return;
  const alike = single.find((name) => keyOf(name) === keyOf(property));
  throw badInput(
    `unknown property "${property.slice(0, 40)}" of ${kind.name}${alike === undefined ? hintOrAll(property, single) : `; did you mean "${alike}"?`}`,
  );
}

const predicates = new WeakMap<Vocabulary, ReadonlySet<string>>();

function known(vocabulary: Vocabulary): ReadonlySet<string> {
  const known = predicates.get(vocabulary);
  if (known) return known;
  const properties = [COMMON, ...vocabulary.kinds.map((kind) => kind.properties)].flatMap((all) => Object.keys(all));
  const made = new Set([...vocabulary.relationships.map(({ type }) => type), ...properties]);
  predicates.set(vocabulary, made);
  return made;
}

/** What is spelt otherwise here, and the types of relationship that a field of this name lists. */
function meantBy(vocabulary: Vocabulary, name: string): string[] {
  const alike = [...known(vocabulary)].filter((own) => keyOf(own) === keyOf(name));
  const listed = vocabulary.relationships.filter(({ reads, readsBack }) => [reads, readsBack].some((field) => keyOf(field) === keyOf(name)));
  return [...new Set([...alike, ...listed.map(({ type }) => type)])].slice(0, 3);
}
