/** What `build/vocabulary-module.ts` makes of the printed schema; `data/vocabulary.ts` gives it its types. */
declare module 'virtual:vocabulary' {
  export const lists: unknown;
}
