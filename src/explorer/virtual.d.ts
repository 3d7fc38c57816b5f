declare module 'virtual:vocabulary' {
  import type { KindList, Term } from './data/vocabulary.ts';
  export const lists: readonly KindList[];
  /** Names of all properties that have a value of their own. */
  export const properties: readonly string[];
  export const relationshipTypes: readonly Term[];
  /** What each property means. */
  export const terms: Readonly<Record<string, string>>;
}
