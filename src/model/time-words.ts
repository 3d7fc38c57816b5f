import type { Time } from './edtf.js';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const SEASONS: Readonly<Record<string, string>> = { '21': 'spring', '22': 'summer', '23': 'autumn', '24': 'winter' };

/** A time as people read it: "22 November 2025", "the 1860s", "1986 or 1987", "some time between 1950 and 1953", "22 or 23 November 2025", "since 1886", "2015 to 2016", "27 March 2025, as it seems". */
export function timeInWords({ edtf }: Pick<Time, 'edtf'>): string {
  const plain = edtf.replace(/[?%]/g, '');
  if (plain !== edtf) return `${timeInWords({ edtf: plain })}, as it seems`;
  const set = /^[[{](.*)[\]}]$/.exec(plain)?.[1];
  if (set !== undefined) {
    const stretch = plain.startsWith('[') ? stretchOf(set) : null;
    if (stretch !== null) return isNextDay(stretch) ? daysInWords(stretch) : `some time between ${stretch.map(pointInWords).join(' and ')}`;
    const joined = set.split(',').map((part) =>
      part
        .split('..')
        .filter((end) => end !== '')
        .map((end) => pointInWords(end.trim()))
        .join(' to '),
    );
    return joined.join(plain.startsWith('[') ? ' or ' : ' and ');
  }
  const [first = '', last] = plain.split('/');
  if (last === undefined) return pointInWords(first);
  const end = (text: string) => (text === '' || text === '..' ? null : pointInWords(text));
  const [from, to] = [end(first), end(last)];
  if (from === null) return `until ${to ?? ''}`;
  return to === null ? `since ${from}` : `${from} to ${to}`;
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
function daysInWords(days: readonly [string, string]): string {
  const [first, last] = days.map((day) => pointInWords(day).split(' ')) as [string[], string[]];
  const shared = first.slice(1).join(' ') === last.slice(1).join(' ');
  return `${(shared ? first.slice(0, 1) : first).join(' ')} or ${last.join(' ')}`;
}

function pointInWords(point: string): string {
  if (point.startsWith('~') || point.endsWith('~')) return `about ${pointInWords(point.replaceAll('~', ''))}`;
  if (/^\d{3}X$/.test(point)) return `the ${point.slice(0, 3)}0s`;
  if (/^\d{2}XX$/.test(point)) return `the ${ordinal(Number(point.slice(0, 2)) + 1)} century`;
  const [year = '', month, day] = point.split('-');
  if (!/^\d{4}$/.test(year) || month === undefined) return point;
  const season = SEASONS[month];
  const name = season ?? MONTHS[Number(month) - 1] ?? month;
  return day === undefined
    ? `${season === undefined ? '' : 'the '}${name}${season === undefined ? '' : ' of'} ${year}`
    : `${String(Number(day))} ${name} ${year}`;
}

/** A number as one of a row: 1st, 22nd, 13th. */
export function ordinal(number: number): string {
  const suffix = number % 100 >= 11 && number % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${String(number)}${suffix}`;
}
