import edtf from 'edtf';

/** The first and last day that any date here may name; open ends are stored as these. */
export const FIRST_DAY = '0001-01-01';
export const LAST_DAY = '9999-12-31';

/**
 * A time as EDTF (ISO 8601-2, Library of Congress profile) with the two ISO days between which it must lie.
 * `heldFrom` and `heldUntil` bound the days that certainly belong to it: all of a day or of a closed interval's
 * core, none for "some time in 1987". Days are text, never Date objects, so no time zone can move them.
 */
export interface Time {
  readonly edtf: string;
  readonly earliest: string;
  readonly latest: string;
  readonly heldFrom: string | null;
  readonly heldUntil: string | null;
}

/** Three-valued answer to "does this time touch those days?". */
export type Overlap = 'CERTAIN' | 'POSSIBLE' | 'NO';

/** What the edtf package gives: milliseconds of the first and the last moment. */
interface Parsed {
  readonly min: number | null;
  readonly max: number | null;
}

const DAY = 86_400_000;

function isoDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function inRange(milliseconds: number): boolean {
  return milliseconds >= Date.parse(FIRST_DAY) && milliseconds < Date.parse(LAST_DAY) + DAY;
}

function bounds(part: Parsed): { earliest: string; latest: string } | null {
  const { min, max } = part;
  if (min === null || max === null || Number.isNaN(min) || Number.isNaN(max)) return null;
  if (!inRange(min) || !inRange(max)) return null;
  return { earliest: isoDay(min), latest: isoDay(max) };
}

const cache = new Map<string, Time | null>();

/**
 * Parses EDTF level 0 to 2. Returns null for what is not a date, lies outside the years 1 to 9999, or runs
 * backwards. `2017/..` and `2017/` are open to the right, `../2017` to the left.
 */
export function parseTime(text: string): Time | null {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const time = read(text);
  if (cache.size < 10_000) cache.set(text, time);
  return time;
}

function read(text: string): Time | null {
  if (/^[[{].*[\]}]$/.test(text)) return readSet(text);
  const slash = text.indexOf('/');
  if (slash >= 0) return readInterval(text, text.slice(0, slash), text.slice(slash + 1));
  const span = endpoint(text);
  if (!span) return null;
  const isDay = span.earliest === span.latest;
  return { edtf: text, ...span, heldFrom: isDay ? span.earliest : null, heldUntil: isDay ? span.latest : null };
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
  return { edtf: text, earliest, latest, heldFrom: null, heldUntil: null };
}

function readRange(member: string): ({ earliest: string; latest: string } | null)[] {
  const [from = '', to = ''] = member.split('..');
  const first = from === '' ? { earliest: FIRST_DAY, latest: FIRST_DAY } : endpoint(from);
  const last = to === '' ? { earliest: LAST_DAY, latest: LAST_DAY } : endpoint(to);
  return first && last && first.earliest > last.latest ? [null] : [first, last];
}

function readInterval(text: string, left: string, right: string): Time | null {
  const isOpen = (end: string) => end === '' || end === '..';
  const from = isOpen(left) ? { earliest: FIRST_DAY, latest: FIRST_DAY } : endpoint(left);
  const to = isOpen(right) ? { earliest: LAST_DAY, latest: LAST_DAY } : endpoint(right);
  if (!from || !to || (isOpen(left) && isOpen(right)) || from.earliest > to.latest) return null;
  const hasCore = from.latest <= to.earliest;
  return {
    edtf: text,
    earliest: from.earliest,
    latest: to.latest,
    heldFrom: hasCore ? from.latest : null,
    heldUntil: hasCore ? to.earliest : null,
  };
}

/**
 * Seasons (level 1) with bounds wide enough for every calendar's and both ways of counting: EDTF itself does not
 * say which months a northern summer has, and winter may begin or end the year.
 */
const SEASONS: Readonly<Record<string, readonly [string, string]>> = {
  '21': ['03-01', '06-30'],
  '22': ['06-01', '09-30'],
  '23': ['09-01', '12-31'],
  '24': ['01-01', '12-31'],
};

function endpoint(text: string): { earliest: string; latest: string } | null {
  const parsed = parse(text);
  const season = SEASONS[/^\d{4}-(2[1-4])$/.exec(text)?.[1] ?? ''];
  if (parsed && season) return { earliest: `${text.slice(0, 4)}-${season[0]}`, latest: `${text.slice(0, 4)}-${season[1]}` };
  return parsed && bounds(parsed);
}

function parse(text: string): Parsed | null {
  // Centuries and decades written short, such as 12 or 198, are as good as always a slip of the pen.
  if (text === '' || text.length > 60 || /^\d{1,3}$/.test(text)) return null;
  try {
    return edtf(text) as Parsed;
  } catch {
    return null;
  }
}

/** Whether `time` touches the days `from` to `to`, both included; an absent bound is open. */
export function overlap(time: Time, from: string | null, to: string | null): Overlap {
  const first = from ?? FIRST_DAY;
  const last = to ?? LAST_DAY;
  if (time.earliest > last || time.latest < first) return 'NO';
  if (time.earliest >= first && time.latest <= last) return 'CERTAIN';
  const { heldFrom, heldUntil } = time;
  return heldFrom !== null && heldUntil !== null && heldFrom <= last && heldUntil >= first ? 'CERTAIN' : 'POSSIBLE';
}

/** What to say of text that `parseTime` refuses: what was expected, what came, and the rule where it is known. */
export function refusedTime(text: string): string {
  const [from = '', to] = text.split('/');
  const rule =
    to !== undefined && endpoint(from) && endpoint(to) ? '; it ends before it begins' : /^\d{4}-\d{2}-\d{2}$/.test(text) ? '; there is no such day' : '';
  return `expected an EDTF date such as 2006-06, got "${text.slice(0, 60)}"${rule}`;
}

/** The year where `time` lies within one, else its EDTF text: what lists are grouped by. */
export function yearOf(time: Time): string {
  const year = time.earliest.slice(0, 4);
  return year === time.latest.slice(0, 4) ? year : time.edtf;
}

/** Whether `text` is a calendar day such as 2025-11-22. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && parseTime(text) !== null;
}
