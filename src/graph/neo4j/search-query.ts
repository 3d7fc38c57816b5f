/** Most alternatives that the full-text engine takes in one query. */
const MOST_WORDS = 1_000;

/**
 * Folded words as a full-text query: each must begin some word of a name. Everything that the query language could
 * read as its own is escaped. Null when there is nothing to look for.
 */
export function searchQuery(words: readonly string[]): string | null {
  const wanted = [...new Set(words.flatMap((word) => word.split(' ')).filter((word) => word !== ''))];
  if (wanted.length === 0) return null;
  return wanted
    .slice(0, MOST_WORDS)
    .map((word) => `+${escaped(word)}*`)
    .join(' ');
}

function escaped(word: string): string {
  return word.replace(/[^\p{L}\p{N}\p{M}]/gu, (sign) => `\\${sign}`);
}
