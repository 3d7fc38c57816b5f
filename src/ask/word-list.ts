import { createRequire } from 'node:module';

let words: ReadonlySet<string> | null = null;

/** Whether a folded word is one of English: such are never taken for a slip of the pen. Read when first needed. */
export function isEnglishWord(word: string): boolean {
  words ??= new Set(createRequire(import.meta.url)('an-array-of-english-words') as readonly string[]);
  return words.has(word);
}
