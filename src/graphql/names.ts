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

/** What the types of a relationship's list on one end are named by, such as TookPartEvents. */
export function readingName({ relationship, field }: Reading): string {
  return pascal(relationship.type) + pascal(field);
}

/** The value of EntityKind for a kind. */
export function kindConstant(kind: Kind): string {
  return slug(kind).toUpperCase();
}
