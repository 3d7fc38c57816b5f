import { timeInWords } from '../model/time-words.js';
import { parseTime } from '../model/edtf.js';
import type { Language } from '../model/words.js';

/** How a language tells times: what stands around a point of time, or between two. */
interface TimeWords {
  readonly or: string;
  between(first: string, last: string): string;
  fromTo(first: string, last: string): string;
  since(time: string): string;
  until(time: string): string;
  about(time: string): string;
  decade(year: string): string;
  century(number: number): string;
  season(at: number, year: string): string;
  year(year: string): string;
  day(date: Date): string;
  month(date: Date): string;
}

const dates = (language: Language, parts: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(language, { ...parts, timeZone: 'UTC' });
  return (date: Date) => format.format(date);
};
const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const MONTH = { month: 'long', year: 'numeric' } as const;

const WORDS: Readonly<Record<Exclude<Language, 'en'>, TimeWords>> = {
  fr: {
    or: ' ou ',
    between: (first, last) => `entre ${first} et ${last}`,
    fromTo: (first, last) => `de ${first} à ${last}`,
    since: (time) => `depuis ${time}`,
    until: (time) => `jusqu'en ${time}`,
    about: (time) => `vers ${time}`,
    decade: (year) => `les années ${year}`,
    century: (number) => `le ${String(number)}e siècle`,
    season: (at, year) => `${['printemps', 'été', 'automne', 'hiver'][at] ?? ''} ${year}`,
    year: (year) => year,
    day: (date) => dates('fr', DAY)(date).replace(/^1 /, '1er '),
    month: dates('fr', MONTH),
  },
  ko: {
    or: ' 또는 ',
    between: (first, last) => `${first}에서 ${last} 사이`,
    fromTo: (first, last) => `${first} ~ ${last}`,
    since: (time) => `${time}부터`,
    until: (time) => `${time}까지`,
    about: (time) => `${time}경`,
    decade: (year) => `${year}년대`,
    century: (number) => `${String(number)}세기`,
    season: (at, year) => `${year}년 ${['봄', '여름', '가을', '겨울'][at] ?? ''}`,
    year: (year) => `${year}년`,
    day: dates('ko', DAY),
    month: dates('ko', MONTH),
  },
};

/** A time in EDTF as people say it in a language; what is none stays as it is. */
export function spokenTime(edtf: string, language: Language): string {
  if (!parseTime(edtf)) return edtf;
  return language === 'en' ? timeInWords({ edtf }) : told(edtf, WORDS[language]);
}

function told(edtf: string, words: TimeWords): string {
  const set = /^[[{](.*)[\]}]$/.exec(edtf)?.[1]?.split(/,\s*|\.\./);
  if (set)
    return set.length === 2 && !edtf.includes('..')
      ? set.map((part) => told(part, words)).join(words.or)
      : words.between(told(set[0] ?? '', words), told(set.at(-1) ?? '', words));
  const [start = '', end] = edtf.split('/');
  if (end === undefined) return point(start, words);
  if (end === '..' || end === '') return words.since(point(start, words));
  return start === '..' || start === '' ? words.until(point(end, words)) : words.fromTo(point(start, words), point(end, words));
}

function point(edtf: string, words: TimeWords): string {
  const plain = edtf.replace(/[~?%]/g, '');
  if (plain !== edtf) return words.about(point(plain, words));
  if (/^\d{3}X$/.test(plain)) return words.decade(`${plain.slice(0, 3)}0`);
  if (/^\d{2}XX$/.test(plain)) return words.century(Number(plain.slice(0, 2)) + 1);
  const [year = '', month, day] = plain.split('-');
  if (!/^\d{4}$/.test(year)) return plain;
  if (month === undefined) return words.year(year);
  if (Number(month) > 20) return words.season(Number(month) - 21, year);
  const date = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  return day === undefined ? words.month(date) : words.day(date);
}
