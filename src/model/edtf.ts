import edtf from 'edtf';
import { LRUCache } from 'lru-cache';
import { cached } from './cached.js';

/** The first and last day that any date here may name; open ends are stored as these. */
export const FIRST_DAY = '0001-01-01';
export const LAST_DAY = '9999-12-31';

/**
 * A time as EDTF (ISO 8601-2, Library of Congress profile) with the two ISO days between which it must lie.
 * `heldFrom` is the last day on which it can begin, `heldUntil` the first on which it can end: what began by the one
 * and is not over before the other held in between for sure. For "some time in 1987" they are the last and the first
 * day of 1987. Days are text, never Date objects, so no time zone can move them.
 */
export interface Time {
  readonly edtf: string;
  readonly earliest: string;
  readonly latest: string;
  readonly heldFrom: string;
  readonly heldUntil: string;
}

/** Three-valued answer to "does this time touch those days?". */
export type Overlap = 'CERTAIN' | 'POSSIBLE' | 'NO';

/** What the edtf package gives: milliseconds of the first and the last moment. */
interface Parsed {
  readonly min: number | null;
  readonly max: number | null;
}

/** Texts that were read last, with the time that each is, or none. */
const known = new LRUCache<string, { readonly time: Time | null }>({ max: 10_000 });

/**
 * Parses EDTF level 0 to 2. Returns null for what is not a date, names a day that no calendar has, lies outside the
 * years 1 to 9999, or runs backwards. `2017/..` goes on and `../2017` has always been; of `2017/` and `/2017` the other
 * end is unknown, so that they are sure at the end that is known and possible beyond it. Of a moment with its zone it
 * is the day that is written.
 */
export function parseTime(text: string): Time | null {
  return cached(known, text, () => ({ time: read(text) })).time;
}

interface Days {
  readonly earliest: string;
  readonly latest: string;
}

function read(text: string): Time | null {
  if (/^[[{].*[\]}]$/.test(text)) return readSet(text);
  const slash = text.indexOf('/');
  if (slash >= 0) return readInterval(text, text.slice(0, slash), text.slice(slash + 1));
  return point(text, endpoint(text));
}

/** A moment of some day between two: it may begin, and be over, on any of them. */
function point(edtf: string, days: Days | null): Time | null {
  return days && { edtf, ...days, heldFrom: days.latest, heldUntil: days.earliest };
}

/** One of several times, or all of them; `a..b` within is every time between, `a..` and `..b` are open. */
function readSet(text: string): Time | null {
  if (!parse(text)) return null;
  const members = text
    .slice(1, -1)
    .split(',')
    .flatMap((member) => (member.includes('..') ? readRange(member.trim()) : [endpoint(member.trim())]));
  const times = members.filter((member) => member !== null);
  if (times.length < members.length || times.length === 0) return null;
  const earliest = times.map((time) => time.earliest).reduce((a, b) => (a < b ? a : b));
  const latest = times.map((time) => time.latest).reduce((a, b) => (a > b ? a : b));
  return point(text, { earliest, latest });
}

const FOREVER: Readonly<Record<'from' | 'to', Days>> = {
  from: { earliest: FIRST_DAY, latest: FIRST_DAY },
  to: { earliest: LAST_DAY, latest: LAST_DAY },
};

function readRange(member: string): (Days | null)[] {
  const [from = '', to = ''] = member.split('..');
  const first = from === '' ? FOREVER.from : endpoint(from);
  const last = to === '' ? FOREVER.to : endpoint(to);
  return first && last && first.earliest > last.latest ? [null] : [first, last];
}

function readInterval(edtf: string, left: string, right: string): Time | null {
  const known = { from: left === '..' ? FOREVER.from : endpoint(left), to: right === '..' ? FOREVER.to : endpoint(right) };
  const from = left === '' && known.to ? { earliest: FIRST_DAY, latest: known.to.latest } : known.from;
  const to = right === '' && known.from ? { earliest: known.from.earliest, latest: LAST_DAY } : known.to;
  if (!from || !to || (left === '..' && right === '..') || from.earliest > to.latest) return null;
  return { edtf, earliest: from.earliest, latest: to.latest, heldFrom: from.latest, heldUntil: to.earliest };
}

/**
 * Seasons with bounds wide enough for every calendar's and both ways of counting: EDTF itself does not say which months
 * a summer has, and winter may begin or end the year. 21 to 24 name no hemisphere, 25 to 28 are northern, 29 to 32 southern.
 */
const SEASONS: Readonly<Record<string, readonly [string, string]>> = {
  '21': ['03-01', '06-30'],
  '22': ['06-01', '09-30'],
  '23': ['09-01', '12-31'],
  '24': ['01-01', '12-31'],
  '25': ['03-01', '06-30'],
  '26': ['06-01', '09-30'],
  '27': ['09-01', '12-31'],
  '28': ['01-01', '12-31'],
  '29': ['09-01', '12-31'],
  '30': ['01-01', '12-31'],
  '31': ['03-01', '06-30'],
  '32': ['06-01', '09-30'],
};

/** A year, a month, a day or a moment of it, as nearly all are written: read without a parser, and without a clock. */
const PLAIN = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2})(T.+)?)?)?$/;

function endpoint(text: string): Days | null {
  const plain = PLAIN.exec(text);
  if (plain) return daysOf(text, plain);
  const [, year = '', season = ''] = /^(\d{4})-(2[1-9]|3[0-2])$/.exec(text) ?? [];
  const months = SEASONS[season];
  if (months) return year === '0000' ? null : { earliest: `${year}-${months[0]}`, latest: `${year}-${months[1]}` };
  // The parser reads a day that is not there as the next.
  const parsed = hasNoSuchDay(text) ? null : parse(text.replace(/^(\d*X+\d*-02)-29$/, '$1'));
  return parsed && bounds(parsed);
}

function daysOf(text: string, [, year = '', month, day, moment]: RegExpExecArray): Days | null {
  if (year === '0000' || (moment !== undefined && !parse(text))) return null;
  if (month === undefined) return { earliest: `${year}-01-01`, latest: `${year}-12-31` };
  const last = String(lastDay(Number(year), Number(month)));
  if (day === undefined) return { earliest: `${year}-${month}-01`, latest: `${year}-${month}-${last}` };
  const only = `${year}-${month}-${day}`;
  return day === '00' || day > last ? null : { earliest: only, latest: only };
}

/** The number of days in a month of the Gregorian calendar. */
function lastDay(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether a day is named, marked as uncertain or not, that no calendar has: 30 February, or 29 in the wrong year. */
function hasNoSuchDay(text: string): boolean {
  return [...text.replace(/[?~%]/g, '').matchAll(/(\d{4})-(\d{2})-(\d{2})/g)].some(
    ([, year, month, day]) => Number(day) > lastDay(Number(year), Number(month)),
  );
}

/** What the edtf package gives: milliseconds of the first and the last moment. */
interface Parsed {
  readonly min: number | null;
  readonly max: number | null;
}

/** A sign that no EDTF has: of a name the parser would need milliseconds to say so. */
const STRANGE = /[^-\d %+,./:?ESTXYZ[\]{}~−]/;

function parse(text: string): Parsed | null {
  // Centuries and decades written short, such as 12 or 198, are as good as always a slip of the pen; other numbers
  // without a stroke the parser takes for milliseconds.
  if (text === '' || text.length > 60 || STRANGE.test(text) || /^\d+$/.test(text)) return null;
  try {
    return edtf(text) as Parsed;
  } catch {
    return null;
  }
}

function bounds({ min, max }: Parsed): Days | null {
  if (min === null || max === null || !(min >= Date.parse(FIRST_DAY)) || !(max < Date.parse(LAST_DAY) + 86_400_000)) return null;
  const isoDay = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);
  return { earliest: isoDay(min), latest: isoDay(max) };
}

/**
 * Whether `time` touches the days `from` to `to`, both included; an absent bound is open. It does for sure when it
 * begins by the last of them and ends no sooner than the first, whenever within its bounds it begins and ends.
 */
export function overlap({ earliest, latest, heldFrom, heldUntil }: Time, from: string | null, to: string | null): Overlap {
  const first = from ?? FIRST_DAY;
  const last = to ?? LAST_DAY;
  if (earliest > last || latest < first) return 'NO';
  return heldFrom <= last && heldUntil >= first ? 'CERTAIN' : 'POSSIBLE';
}

/** The surer of two answers of which one is enough. */
export function stronger(a: Overlap, b: Overlap): Overlap {
  return a === 'CERTAIN' || b === 'CERTAIN' ? 'CERTAIN' : a === 'NO' ? b : a;
}

/** The less sure of two answers that must both hold. */
export function weaker(a: Overlap, b: Overlap): Overlap {
  return a === 'NO' || b === 'NO' ? 'NO' : a === 'CERTAIN' ? b : a;
}

/** The time that a value stands for, as a seed writes it. */
export function timeValue(value: unknown): Time | null {
  return typeof value === 'string' || typeof value === 'number' ? parseTime(String(value)) : null;
}

/** What to say of text that `parseTime` refuses: what was expected, what came, and the rule or the near miss where it is known. */
export function refusedTime(text: string, expected = 'an EDTF date such as 2006-06'): string {
  return `expected ${expected}, got "${text.slice(0, 60)}"${refusal(text)}`;
}

function refusal(text: string): string {
  const near = nearTime(text);
  if (near !== null) return `; did you mean ${near}?`;
  if (hasNoSuchDay(text)) return '; there is no such day';
  const time = parseTime(text);
  // Refused for what is expected here alone: a day with its hour is that day.
  if (time) return time.earliest === time.latest && time.earliest !== text ? `; did you mean ${time.earliest}?` : '';
  const [from = '', to] = text.split('/');
  if (to !== undefined && endpoint(from) && endpoint(to)) return '; it ends before it begins';
  const isYear = (end: string) => /^(Y?[-+]?\d{5,}|-\d{4}|0000)(-|$)/.test(end) || (!/^\d+$/.test(end) && parse(end) !== null && !endpoint(end));
  return [from, to ?? ''].some(isYear) ? `; the years from ${FIRST_DAY.slice(0, 4)} to ${LAST_DAY.slice(0, 4)} can be held` : '';
}

/** The date that was meant where its parts are not joined by hyphens, or a month or day is not written with two digits. */
function nearTime(text: string): string | null {
  const parts = /^(\d{4})(\d{2})(\d{2})?$/.exec(text) ?? /^(\d{4})[-./ ](\d{1,2})(?:[-./ ](\d{1,2}))?$/.exec(text) ?? [];
  const meant = parts
    .slice(1)
    .flatMap((part?: string) => part?.padStart(2, '0') ?? [])
    .join('-');
  return meant !== text && PLAIN.test(meant) && endpoint(meant) ? meant : null;
}

/** The year where `time` lies within one, else its EDTF text: what lists are grouped by. */
export function yearOf(time: Time): string {
  const year = time.earliest.slice(0, 4);
  return year === time.latest.slice(0, 4) ? year : time.edtf;
}

/** Whether `text` is a calendar day such as 2025-11-22. */
export function isDay(text: string): boolean {
  return text.length === 10 && PLAIN.test(text) && endpoint(text) !== null;
}

/** Whether `text` is a calendar day, or a month or year for all of its days. */
export function isDays(text: string): boolean {
  return text.length <= 10 && PLAIN.test(text) && endpoint(text) !== null;
}
