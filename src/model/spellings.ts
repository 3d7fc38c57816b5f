import { fold, withoutUmlauts, words } from './text.js';

/** Names of at most so many words are held as begun at each of them. */
const MOST_TURNED = 5;

/** Names that are written without a space between family name and given name. */
const UNSPACED = /^[\p{Script=Hangul}\p{Script=Han}]{2,6}$/u;

/** The longest family name and the longest given name in such scripts. */
const LONGEST_PART = 3;

/** A name as one word: with its hyphens, apostrophes and spaces, or without, it is the same. */
export function joined(name: string): string {
  return fold(name).replaceAll(' ', '');
}

/** What a text may be spelt as, each as one word: with marks dropped, and with two letters for an umlaut. */
export function spelt(text: string): string[] {
  return [...new Set([text, withoutUmlauts(text)].map(joined))];
}

/**
 * Everything that a name is also found as, each as one word: the whole name, begun at each of its words, so that the
 * family name may come first or last, and the same with two letters for an umlaut. Of a person's name in Hangul or Han also the given name alone: where the family
 * name ends cannot be seen, so every end that may be right counts.
 */
export function spellings(name: string, isPersonal: boolean): string[] {
  const found = [name, withoutUmlauts(name)].flatMap((one) => turned(words(one)));
  return [...new Set([...found, ...(isPersonal ? givenNames(words(name)) : [])])];
}

function turned(own: readonly string[]): string[] {
  const starts = own.length <= MOST_TURNED ? own.map((_word, at) => at) : [0, 1, own.length - 1];
  return starts.map((at) => [...own.slice(at), ...own.slice(0, at)].join(''));
}

function givenNames([only = '', ...others]: readonly string[]): string[] {
  if (others.length > 0 || !UNSPACED.test(only)) return [];
  const signs = Array.from(only);
  const cuts = signs.map((_sign, at) => at).filter((at) => at > 0 && at <= signs.length / 2 && signs.length - at <= LONGEST_PART);
  return cuts.map((at) => signs.slice(at).join(''));
}

/** The words that a text is looked for by, and other ways to cut and write them: hyphens, apostrophes and umlauts may be there or not. */
export function cutsOf(text: string): { readonly words: readonly string[]; readonly or: readonly (readonly string[])[] } {
  const apart = words(text);
  const together = text
    .split(/\s+/u)
    .map(joined)
    .filter((word) => word !== '');
  const plain = words(withoutUmlauts(text));
  const others = plain.join() === apart.join() ? [] : [plain];
  return { words: apart, or: [[apart.join('')], ...others, ...(together.length < apart.length && together.length > 1 ? [together] : [])] };
}
