import { createHash } from 'node:crypto';
import { distance } from 'fastest-levenshtein';

/** Letters that are no other letter with a mark, and what they are written as where a keyboard lacks them. */
const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', đ: 'd', ħ: 'h', ı: 'i', ł: 'l', ø: 'o', ŧ: 't' };
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');

/** Apostrophes that Unicode counts among the letters, as in Hawaiian and in Ukrainian names. */
const APOSTROPHES = /[ʹ-ʿˈˊˋ]/gu;

const UNMARKED = /^[a-z\d]+(?: [a-z\d]+)*$/i;
const SYLLABLES = /^[가-힣]+(?: [가-힣]+)*$/;

/** Whether a text is words in Latin letters without marks, or digits, of which only capitals fold: most that are met are. */
export function isUnmarked(text: string): boolean {
  return UNMARKED.test(text);
}

/** Whether a text is words in whole Hangul syllables, of which nothing folds. */
export function isHangul(text: string): boolean {
  return SYLLABLES.test(text);
}

/**
 * Folds a name for comparison: compatibility decomposition, marks and characters without width dropped, lower case,
 * letters such as ß and æ as they are written without them, everything else that is not a letter or digit becomes one
 * space. `Tô Lâm` and `to lam` fold alike; Hangul is recomposed so syllables stay whole.
 */
export function fold(text: string): string {
  if (isUnmarked(text)) return text.toLowerCase();
  if (isHangul(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .replace(APOSTROPHES, ' ')
    .toLowerCase()
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Letters for which a keyboard without them has two, where `fold` keeps one. */
const IN_TWO: Readonly<Record<string, string>> = { ä: 'ae', å: 'aa', ö: 'oe', ø: 'oe', ü: 'ue' };
const OF_TWO = new RegExp(`[${Object.keys(IN_TWO).join('')}]`, 'giu');

/** A name as it is written without umlauts: `Mueller` for `Müller`, `Aarhus` for `Århus`; the same where it has none. */
export function withoutUmlauts(name: string): string {
  return name.normalize('NFC').replace(OF_TWO, (letter) => IN_TWO[letter.toLowerCase()] ?? letter);
}

/** What ends a line, moves a cursor, or turns round the order of what stands behind it. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu;

/** The first control character or line break of a text, as `\u000a`; null where it has none. */
export function controlIn(text: string): string | null {
  const [found] = text.match(CONTROLS) ?? [];
  return found === undefined ? null : escapedControl(found);
}

/** Text with its control characters written out, so that a terminal shows them and does not obey; those to `keep` stay. */
export function printable(text: string, keep = ''): string {
  return text.replace(CONTROLS, (sign) => (keep.includes(sign) ? sign : escapedControl(sign)));
}

function escapedControl(sign: string): string {
  return `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}

/** The words of a folded text, in order. */
export function words(text: string): string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

const SCRIPTS = {
  Hang: /\p{Script=Hangul}/u,
  Hani: /\p{Script=Han}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Latn: /\p{Script=Latin}/u,
} as const;

/** The ISO 15924 code of the first known script in `text`, or Zyyy. */
export function scriptOf(text: string): string {
  return Object.entries(SCRIPTS).find(([, pattern]) => pattern.test(text))?.[0] ?? 'Zyyy';
}

/** The candidate nearest to `text`, when it is near enough to be a slip of the pen. */
export function nearMiss(text: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  // A text of one or two letters must keep one of them.
  let bestDistance = Math.min(Math.max(3, Math.floor(text.length / 3) + 1), text.length);
  for (const candidate of candidates) {
    const far = distance(text.toLowerCase(), candidate.toLowerCase());
    if (far < bestDistance) [best, bestDistance] = [candidate, far];
  }
  return best;
}

/** `; did you mean "x"?` where there is a near miss, else nothing. */
export function hint(text: string, candidates: Iterable<string>): string {
  const near = nearMiss(text, candidates);
  return near === null ? '' : `; did you mean "${near}"?`;
}

/** How many names are told where none of them is near. */
const MOST_TOLD = 40;

/** The same; where nothing is near, all that there are. */
export function hintOrAll(text: string, candidates: Iterable<string>): string {
  const all = [...candidates];
  return hint(text, all) || (all.length === 0 || all.length > MOST_TOLD ? '' : `; there ${all.length === 1 ? 'is' : 'are'} ${all.join(', ')}`);
}

/** What a constant or the name of a property or a measure reads as: MEMORANDUM_OF_INTENT, partnershipKind, pacts-with-French-towns. */
export function inWords(name: string): string {
  if (/^[A-Z][A-Z_]*$/.test(name)) return name.replace(/_/g, ' ').toLowerCase();
  return /^[a-z][A-Za-z0-9-]*$/.test(name)
    ? name.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`).replace(/-/g, ' ')
    : name;
}

/** A number with its noun, such as `1 claim` or `2 claims`. */
export function numbered(count: number, noun: string): string {
  return `${String(count)} ${count === 1 ? noun : `${noun}s`}`;
}

/** Hex SHA-256 of UTF-8 text. */
export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Orders by Unicode code unit, the same on every machine and in every store. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** JSON with keys in order, so that equal content is equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

/** The same with its keys in order, copied where they are not; a replacer of JSON.stringify would do the same at twice the time. */
export function inOrder<T>(value: T): T {
  return ordered(value) as T;
}

function ordered(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const items = value.map(ordered);
    return items.every((item, at) => item === value[at]) ? value : items;
  }
  const given = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(given);
  const items = names.map((name) => ordered(given[name]));
  if (names.every((name, at) => items[at] === given[name] && (at === 0 || (names[at - 1] ?? '') < name))) return given;
  // Without a prototype, so that a key may have any name.
  const copy = Object.create(null) as Record<string, unknown>;
  for (const name of names.toSorted()) copy[name] = items[names.indexOf(name)];
  return copy;
}
