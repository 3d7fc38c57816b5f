import { fold, isHangul, isUnmarked } from '../model/text.js';

/** A word of a text, or a syllable of Hangul, whose words are not cut by spaces alone. */
export interface Token {
  readonly written: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  readonly isHangul: boolean;
  /** A sign between words that means something: a hyphen, a comma, an apostrophe of possession. */
  readonly sign: '-' | ',' | "'" | null;
}

const TOKEN = /\p{Script=Hangul}|(?:(?!\p{Script=Hangul})[\p{L}\p{N}\p{M}])+|(?<=[\p{L}\p{N}])[-–—](?=[\p{L}\p{N}])|[-–](?=\p{N})|,|'/gu;
/** What an apostrophe stands behind in French: an article or a pronoun that lost its vowel. */
const ELIDED = /(?<=(?:^|[^\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu))'(?=\p{L})/giu;
/** Who does it, once more behind a French verb: "Macron a-t-il", "sont-elles". */
const INVERTED = /(?<=\p{L})-(?:t-)?(?:ils?|elles?|on)(?![\p{L}-])/gu;
/** Who does it, where nothing else says so: "quand a-t-elle". */
const SPOKEN_OF = /(?<!\p{L})(quand|où|année) (\p{L}+)-(?:t-)?(ils?|elles?)(?![\p{L}-])/giu;
/** What denies a French verb, which may be one of several words: "ne font pas partie de". */
const DENIED = /(?<![\p{L}-])(ne? )(\p{L}+) (pas|jamais)(?= \p{L})(?! (?:de|du|des|d|encore)(?!\p{L}))/giu;
/** Digits in groups of three: 40,000. */
const GROUPED = /(?<=\d),(?=\d{3}(?!\d))/g;

/** Text as `ask` reads it: composed, without invisible characters and with plain apostrophes. */
export function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(ELIDED, ' ')
    .replace(SPOKEN_OF, '$1 $3 $2')
    .replace(INVERTED, '')
    .replace(DENIED, '$1$3 $2')
    .replace(GROUPED, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A text with words that are written as one taken apart: who's; and with what a phrase that it begins with says. */
export function unshortened(text: string, short: Readonly<Record<string, string>>): string {
  const apart = text.replace(/[^\s,?!.]+/gu, (word) => short[word.toLowerCase()] ?? word);
  const phrase = Object.keys(short).find((own) => own.includes(' ') && apart.toLowerCase().startsWith(`${own} `));
  return phrase === undefined ? apart : `${short[phrase] ?? ''}${apart.slice(phrase.length)}`;
}

/** Cuts a text into words and the signs between them. */
export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)].flatMap((found): Token[] => {
    const [written] = found;
    const start = found.index;
    const sign = /^[-–—]$/.test(written) ? '-' : written === ',' || written === "'" ? written : null;
    const folded = sign ?? fold(written).replaceAll(' ', '');
    return folded === '' ? [] : [{ written, folded, start, end: start + written.length, isHangul: /^\p{Script=Hangul}$/u.test(written), sign }];
  });
}

/** What a run of tokens is looked up by; signs do not count, and Hangul is written together. */
export function keyOf(tokens: readonly Token[]): string {
  let key = '';
  let wasHangul = false;
  for (const { folded, isHangul, sign } of tokens) {
    if (sign !== null) continue;
    key += key === '' || (isHangul && wasHangul) ? folded : ` ${folded}`;
    wasHangul = isHangul;
  }
  return key;
}

/** The key of a name or word. */
export function keyOfText(text: string): string {
  if (isUnmarked(text)) return fold(text);
  return isHangul(text) ? text.replaceAll(' ', '') : keyOf(tokensOf(cleaned(text)));
}
