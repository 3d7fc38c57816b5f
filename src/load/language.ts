/** So many characters are enough to tell a language by. */
const ENOUGH = 5_000;

/** The language that a text seems to be in, as its two-letter code; `und` where it cannot be told. */
export async function languageIn(text: string): Promise<string> {
  // Its tables take time to load, and only who writes a new seed needs them.
  const { detect } = await import('tinyld');
  return detect(text.slice(0, ENOUGH)) || 'und';
}
