/** Most alternatives that the full-text engine takes in one query. */
const MOST_WORDS = 1_000;

/** No name has a longer word, and the full-text engine fails at one of 32 kilobytes. */
const LONGEST_WORD = 1_000;

/**
 * Folded words, in one or several cuts of a text, as a full-text query: each word of a cut must begin some word of a
 * name; who has the very words comes first. A cut with a word longer than any is left out. Everything that the query language could read as its own is escaped. Null
 * when there is nothing to look for.
 */
export function searchQuery(cuts: readonly (readonly string[])[]): string | null {
  const isLooked = (words: readonly string[]) => words.length > 0 && words.every(({ length }) => length <= LONGEST_WORD);
  const wanted = cuts.map((words) => [...new Set(words.flatMap((word) => word.split(' ')).filter((word) => word !== ''))]).filter(isLooked);
  if (wanted.length === 0) return null;
  const most = Math.floor(MOST_WORDS / wanted.length / 2);
  return wanted.map((words) => `(${words.slice(0, most).map(clause).join(' ')})`).join(' ');
}

function clause(word: string): string {
  return `+(${escaped(word)}* ${escaped(word)}^2)`;
}

function escaped(word: string): string {
  if (/^(AND|OR|NOT)$/.test(word)) return `\\${word}`;
  return word.replace(/[^\p{L}\p{N}\p{M}]/gu, (sign) => `\\${sign}`);
}
