import { parseTime, type Time } from './edtf.js';
import type { Language } from './words.js';

/** How a language says times: what stands around a point of time, or between two. */
interface TimeWords {
  readonly or: string;
  readonly and: string;
  fromTo(first: string, last: string): string;
  between(first: string, last: string): string;
  since(time: string): string;
  until(time: string): string;
  about(time: string): string;
  seems(time: string): string;
  decade(year: string): string;
  century(number: number): string;
  season(at: number, year: string): string;
  year(year: string): string;
  month(date: Date): string;
  day(date: Date): string;
}

const dates = (language: string, parts: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(language, { ...parts, timeZone: 'UTC' });
  return (date: Date) => format.format(date);
};
const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const MONTH = { month: 'long', year: 'numeric' } as const;
const frenchDay = dates('fr', DAY);

const WORDS: Readonly<Record<Language, TimeWords>> = {
  en: {
    or: ' or ',
    and: ' and ',
    fromTo: (first, last) => `${first} to ${last}`,
    between: (first, last) => `some time between ${first} and ${last}`,
    since: (time) => `since ${time}`,
    until: (time) => `until ${time}`,
    about: (time) => `about ${time}`,
    seems: (time) => `${time}, as it seems`,
    decade: (year) => `the ${year}s`,
    century: (number) => `the ${ordinal(number)} century`,
    season: (at, year) => `the ${['spring', 'summer', 'autumn', 'winter'][at] ?? ''} of ${year}`,
    year: (year) => year,
    month: dates('en-GB', MONTH),
    day: dates('en-GB', DAY),
  },
  fr: {
    or: ' ou ',
    and: ' et ',
    fromTo: (first, last) => `de ${first} à ${last}`,
    between: (first, last) => `entre ${first} et ${last}`,
    since: (time) => `depuis ${time}`,
    until: (time) => `jusqu'en ${time}`,
    about: (time) => `vers ${time}`,
    seems: (time) => `${time}, semble-t-il`,
    decade: (year) => `les années ${year}`,
    century: (number) => `le ${String(number)}e siècle`,
    season: (at, year) => `${['printemps', 'été', 'automne', 'hiver'][at] ?? ''} ${year}`,
    year: (year) => year,
    month: dates('fr', MONTH),
    day: (date) => frenchDay(date).replace(/^1 /, '1er '),
  },
  ko: {
    or: ' 또는 ',
    and: ' 및 ',
    fromTo: (first, last) => `${first} ~ ${last}`,
    between: (first, last) => `${first}에서 ${last} 사이`,
    since: (time) => `${time}부터`,
    until: (time) => `${time}까지`,
    about: (time) => `${time}경`,
    seems: (time) => `${time}(추정)`,
    decade: (year) => `${year}년대`,
    century: (number) => `${String(number)}세기`,
    season: (at, year) => `${year}년 ${['봄', '여름', '가을', '겨울'][at] ?? ''}`,
    year: (year) => `${year}년`,
    month: dates('ko', MONTH),
    day: dates('ko', DAY),
  },
};

/**
 * A time as people read it: "22 November 2025", "the 1860s", "1986 or 1987", "some time between 1950 and 1953",
 * "22 or 23 November 2025", "since 1886", "2015 to 2016", "27 March 2025, as it seems". What is no time stays as it is.
 */
export function timeInWords({ edtf }: Pick<Time, 'edtf'>, language: Language = 'en'): string {
  return parseTime(edtf) ? told(edtf, WORDS[language]) : edtf;
}

function told(edtf: string, words: TimeWords): string {
  const plain = edtf.replace(/[?%]/g, '');
  if (plain !== edtf) return words.seems(told(plain, words));
  const set = /^[[{](.*)[\]}]$/.exec(plain)?.[1];
  if (set !== undefined) {
    const stretch = plain.startsWith('[') ? stretchOf(set) : null;
    if (stretch !== null) return isNextDay(stretch) ? daysInWords(stretch, words) : words.between(point(stretch[0], words), point(stretch[1], words));
    const parts = set.split(',').map((part) => {
      const [from = '', to = ''] = part.split('..').map((end) => (end === '' ? '' : point(end.trim(), words)));
      return from !== '' && to !== '' ? words.fromTo(from, to) : `${from}${to}`;
    });
    return parts.join(plain.startsWith('[') ? words.or : words.and);
  }
  const [first = '', last] = plain.split('/');
  if (last === undefined) return point(first, words);
  const [from, to] = [first, last].map((end) => (end === '' || end === '..' ? null : point(end, words)));
  if (from === null || from === undefined) return words.until(to ?? '');
  return to === null || to === undefined ? words.since(from) : words.fromTo(from, to);
}

/** A preposition before a time in words: "on 22 November 2025", "in the 1860s", "since 1886". */
export function whenInWords({ edtf }: Pick<Time, 'edtf'>): string {
  const words = timeInWords({ edtf });
  if (words.startsWith('some time')) return `at ${words}`;
  if (edtf.includes('/')) return words.startsWith('since') || words.startsWith('until') ? words : `from ${words}`;
  return `${/^[[{]?\d{4}-\d{2}-\d{2}/.test(edtf) ? 'on' : 'in'} ${words}`;
}

/** First and last of a set that leaves no gap: "1950..1953", or three years and more in a row. */
function stretchOf(set: string): readonly [string, string] | null {
  const [from = '', to, ...more] = set.split('..').map((end) => end.trim());
  if (to !== undefined && more.length === 0 && ![from, to].some((end) => end === '' || end.includes(','))) return [from, to];
  const years = set.split(',').map((part) => part.trim());
  const inRow = years.every((year, at) => /^\d{4}$/.test(year) && (at === 0 || Number(year) === Number(years[at - 1]) + 1));
  return years.length > 2 && inRow ? [years[0] ?? '', years.at(-1) ?? ''] : null;
}

function isNextDay([first, last]: readonly [string, string]): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(first) && Date.parse(last) - Date.parse(first) === 24 * 60 * 60 * 1000;
}

/** Two days, with what they have in common once: "22 or 23 November 2025". */
function daysInWords(days: readonly [string, string], words: TimeWords): string {
  const [first, last] = days.map((day) => point(day, words).split(' ')) as [string[], string[]];
  const shared = first.slice(1).join(' ') === last.slice(1).join(' ');
  return `${(shared ? first.slice(0, 1) : first).join(' ')}${words.or}${last.join(' ')}`;
}

function point(edtf: string, words: TimeWords): string {
  if (edtf.includes('~')) return words.about(point(edtf.replaceAll('~', ''), words));
  if (/^\d{3}X$/.test(edtf)) return words.decade(`${edtf.slice(0, 3)}0`);
  if (/^\d{2}XX$/.test(edtf)) return words.century(Number(edtf.slice(0, 2)) + 1);
  const [year = '', month, day] = edtf.split('-');
  if (!/^\d{4}$/.test(year)) return edtf;
  if (month === undefined) return words.year(year);
  if (Number(month) > 20) return words.season(Number(month) - 21, year);
  const date = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return edtf;
  return day === undefined ? words.month(date) : words.day(date);
}

/** A number as one of a row: 1st, 22nd, 13th. */
export function ordinal(number: number): string {
  const suffix = number % 100 >= 11 && number % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${String(number)}${suffix}`;
}
