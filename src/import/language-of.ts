import { createRequire } from 'node:module';

/** Fewer letters than this tell no language. */
const FEWEST = 12;

/** Languages that a label in Latin letters is told from, unless the mapping names others. */
const USUAL = ['en', 'fr', 'de', 'es'];

/** Scripts that stand for several, by the name that a language's likely script has. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani'],
  Hant: ['Hani'],
  Jpan: ['Hani', 'Hira', 'Kana'],
};

interface Guess {
  readonly lang: string;
  readonly accuracy: number;
}

type Detect = (text: string, options: { readonly only: readonly string[] }) => readonly Guess[];
let detect: Detect | undefined;

/** Another language must be so many times as likely as the one that is expected. */
const CLEARLY = 2;

/** Which other language or script a text seems to be in; null where it may well be in the one that is expected, or is too short to tell. */
export function otherLanguage(text: string, expected: string, among: readonly string[] = USUAL): string | null {
  const script = new Intl.Locale(expected).maximize().script ?? 'Latn';
  const letters = text.match(/\p{L}/gu) ?? [];
  const own = new RegExp(`[${(SCRIPTS[script] ?? [script]).map((name) => `\\p{Script=${name}}`).join('')}]`, 'u');
  const strange = letters.filter((letter) => !own.test(letter) && !/\p{Script=Common}|\p{Script=Inherited}/u.test(letter));
  if (letters.length > 0 && strange.length * 2 > letters.length) return 'another script';
  if (letters.length < FEWEST || script !== 'Latn') return null;
  // Its tables take time to load, and only a mapping that asks needs them.
  detect ??= (createRequire(import.meta.url)('tinyld') as { readonly detectAll: Detect }).detectAll;
  const found = detect(text, { only: [...new Set([expected, ...among])] });
  const [best] = found;
  const meant = found.find(({ lang }) => lang === expected)?.accuracy ?? 0;
  return best && best.lang !== expected && best.accuracy >= CLEARLY * meant ? best.lang : null;
}
