import { slug, type Kind, type Reading } from '../model/vocabulary.js';

/** TOOK_PART becomes TookPart, sister_city becomes SisterCity. */
export function pascal(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .split(/[_\s]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join('');
}

/** sortDate becomes SORT_DATE. */
export function constant(text: string): string {
  return text.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}

/** The GraphQL type of a kind; those of a family that nobody asks for by name are together its others: OtherEvent. */
export function typeName({ name, typed, extends: parent }: Kind): string {
  return typed || !parent ? name : `Other${parent.name}`;
}

/** The field for one entity of a kind, and the key for such entities in a filter: person. */
export function kindField({ name }: Kind): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The value of EntityKind for a kind. */
export function kindConstant(kind: Kind): string {
  return slug(kind).toUpperCase();
}

/** The end of a type of relationship that a reading is told from. */
export function sideOf({ relationship, direction }: Reading): string {
  return `${relationship.type} ${direction}`;
}

/** What one of the relationships of a reading is called, where it has qualifiers: Participant. */
export function nounOf({ relationship, direction }: Reading): string {
  return pascal(relationship.nouns[direction === 'IN' ? 1 : 0]);
}

/** What relationships without qualifiers are called in the names of types: by the kind that they lead to, or as leading to several. */
export function farName({ far: [only, ...others] }: Reading): string {
  return only && others.length === 0 ? `Related${only.name}` : 'RelatedEntity';
}
