import type { Span } from '../model/claim.js';

/** A full date that a text prints: where, and which day, as YYYY-MM-DD. */
export interface PrintedDate {
  readonly day: string;
  /** In UTF-16 offsets. */
  readonly at: Span;
}

type Read = (groups: Readonly<Record<string, string>>) => readonly [year: number, month: number, day: number];

const YEAR = String.raw`(?<y>[12]\d{3})`;
const DAY = String.raw`(?<d>0?[1-9]|[12]\d|3[01])`;
const MONTH = String.raw`(?<m>0?[1-9]|1[0-2])`;

/** Dates in figures that can be read in one way only, with the signs that some languages put behind each part. */
const IN_FIGURES = [
  String.raw`${YEAR}-${MONTH}-${DAY}(?!\d)`,
  String.raw`${YEAR}[./]\s?${MONTH}[./]\s?${DAY}(?!\d)`,
  String.raw`${YEAR}\s?年\s?${MONTH}\s?月\s?${DAY}\s?日`,
  String.raw`${YEAR}\s?년\s?${MONTH}\s?월\s?${DAY}\s?일`,
  String.raw`${DAY}\s+tháng\s+${MONTH}(?:\s+năm|,)?\s+${YEAR}`,
  String.raw`(?<!\d)(?<d>1[3-9]|2\d|3[01])[./]${MONTH}[./]${YEAR}`,
];

/** The first full date that a text prints, in figures or with the name of a month in its language or in English; null where there is none. */
export function printedDate(text: string, language: string): PrintedDate | null {
  const months = [...new Set([language, 'en'])].flatMap(monthNames);
  const name = [...new Set(months.map(({ name: own }) => escaped(own)))].sort((a, b) => b.length - a.length).join('|');
  const numbered: Read = ({ y, m, d }) => [Number(y), Number(m), Number(d)];
  const inWords: Read = ({ y, m, d }) => [Number(y), months.find(({ name: own }) => own === m?.toLowerCase())?.month ?? 0, Number(d)];
  const patterns: readonly (readonly [string, Read])[] = [
    ...IN_FIGURES.map((pattern) => [pattern, numbered] as const),
    [String.raw`(?<!\d)${DAY}(?:st|nd|rd|th|er|\.|º|ª)?\s+(?:de\s+|of\s+)?(?<m>${name})\.?,?\s+(?:de\s+|del\s+)?${YEAR}(?!\d)`, inWords],
    [String.raw`(?<!\p{L})(?<m>${name})\.?\s+${DAY}(?:st|nd|rd|th)?,?\s+${YEAR}(?!\d)`, inWords],
  ];
  const found = patterns.flatMap(([pattern, read]) => {
    for (const match of text.matchAll(new RegExp(pattern, 'giu'))) {
      const day = dayOf(read(match.groups ?? {}));
      if (day !== null) return [{ day, at: { start: match.index, end: match.index + match[0].length } }];
    }
    return [];
  });
  return found.sort((a, b) => a.at.start - b.at.start)[0] ?? null;
}

function dayOf([year, month, day]: ReturnType<Read>): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

/** What the months are called in a language, in full and in short, in lower case. */
function monthNames(language: string): readonly { name: string; month: number }[] {
  return (['long', 'short'] as const).flatMap((style) => {
    const format = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_none, at) => {
      const part = format.formatToParts(new Date(Date.UTC(2000, at, 1))).find(({ type }) => type === 'month');
      return { name: (part?.value ?? '').toLowerCase().replace(/\.$/u, ''), month: at + 1 };
    }).filter(({ name }) => /^\p{L}/u.test(name));
  });
}

function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, (sign) => (/\s/u.test(sign) ? String.raw`\s` : `\\${sign}`));
}
