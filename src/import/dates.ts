import { parseTime } from '../model/edtf.js';

/** In which order figures such as 3/4/2019 stand. */
export const ORDERS = ['DMY', 'MDY', 'YMD'] as const;
export type Order = (typeof ORDERS)[number];

const PART = String.raw`(?:the\s+)?`;
const MONTHS = new Map<string, ReadonlyMap<string, number>>();

/** Names of months in a language, whole and short, without marks and full stops. */
function monthsOf(language: string): ReadonlyMap<string, number> {
  const ready = MONTHS.get(language);
  if (ready) return ready;
  const months = new Map<string, number>();
  for (const lang of [language, 'en']) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(lang, { month: style, day: 'numeric', timeZone: 'UTC' });
      for (let month = 0; month < 12; month += 1) {
        const name = format.formatToParts(new Date(Date.UTC(2001, month, 2))).find(({ type }) => type === 'month')?.value ?? '';
        const key = plain(name);
        if (/\p{L}/u.test(key) && !months.has(key)) months.set(key, month + 1);
        if (lang === 'en') months.set(key.slice(0, 3), month + 1);
      }
    }
  }
  months.set('sept', 9);
  MONTHS.set(language, months);
  return months;
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}

/**
 * Reads a date or a span of dates as people write them: `2019-02-27`, `20190227`, EDTF, `February 27, 2019`,
 * `27 Feb. 2019`, `Feb. 27–28, 2019`, `Feb. 27 – March 1, 2019`, `March 1995`, `c. 1850`, `1865-71`, `27.02.2019`.
 * Figures alone, such as 3/4/2019, need an order unless only one order can be meant. Null for what is no date.
 */
export function readDate(written: string, { order, language = 'en' }: { order?: Order | undefined; language?: string } = {}): string | null {
  const text = written.trim().replace(/\s+/g, ' ');
  const iso = /^(\d{4}-\d{2}-\d{2})(?:T.*| \d{1,2}:.*)$/.exec(text)?.[1] ?? text;
  if (/^\d{8}$/.test(iso)) return checked(`${iso.slice(0, 4)}-${iso.slice(4, 6)}-${iso.slice(6)}`);
  const years = /^(\d{4})\s*[-–—/]\s*(\d{2}|\d{4})$/.exec(iso);
  if (years && (years[2]?.length === 4 || Number(years[2]) > 12))
    return checked(`${years[1] ?? ''}/${(years[1] ?? '').slice(0, 4 - (years[2]?.length ?? 4))}${years[2] ?? ''}`);
  if (/^[-\d~?%X.[\]{},/]+$/.test(iso) && !/^\d{1,3}$/.test(iso) && parseTime(iso)) return iso;
  return figures(iso, order) ?? inWords(iso, monthsOf(language));
}

function figures(text: string, order: Order | undefined): string | null {
  const [, first = '', second = '', third = ''] = /^(\d{1,4})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{1,4})$/.exec(text) ?? [];
  if (first === '') return null;
  const readings: Readonly<Record<Order, string | null>> = {
    YMD: day(first, second, third),
    DMY: day(third, second, first),
    MDY: day(third, first, second),
  };
  if (order) return readings[order];
  const possible = [...new Set(Object.values(readings).filter((reading) => reading !== null))];
  return possible.length === 1 ? (possible[0] ?? null) : null;
}

function inWords(text: string, months: ReadonlyMap<string, number>): string | null {
  const about = /^(?:c\.?|ca\.?|circa|about|around|approx\.?)\s+(.*)$/i.exec(text)?.[1];
  if (about !== undefined) {
    const read = readDate(about);
    return read !== null && /^[\d-]+$/.test(read) ? checked(`${read}~`) : null;
  }
  const span = /^(.*?\p{L}.*?)\s*(?:[–—]|-|\bto\b|\buntil\b)\s*(.*)$/u.exec(text);
  const single = oneInWords(text, months);
  if (single !== null) return single;
  if (!span) return dayRange(text, months);
  const [, left = '', right = ''] = span;
  // "Feb. 27–28, 2019": the second part has what the first leaves out.
  const year = /\b(\d{4})\b/.exec(right)?.[1] ?? '';
  const month = /\p{L}[\p{L}.]*/u.exec(left)?.[0] ?? '';
  const until = oneInWords(right, months) ?? oneInWords(`${month} ${right}`, months) ?? readDate(right);
  const from = oneInWords(left, months) ?? oneInWords(`${left}, ${year}`, months);
  const last = until ?? null;
  return from !== null && last !== null ? checked(from === last ? from : `${from}/${last}`) : dayRange(text, months);
}

/** "27–28 February 2019": the days come first. */
function dayRange(text: string, months: ReadonlyMap<string, number>): string | null {
  const [, first = '', second = '', rest = ''] = /^(\d{1,2})\s*[-–—]\s*(\d{1,2})\s+(.*)$/u.exec(text) ?? [];
  const [from, until] = [first, second].map((one) => oneInWords(`${one} ${rest}`, months));
  return from && until ? checked(`${from}/${until}`) : null;
}

function oneInWords(text: string, months: ReadonlyMap<string, number>): string | null {
  const name = String.raw`(\p{L}[\p{L}\p{M}.]*)`;
  const forms: readonly [RegExp, number, number, number][] = [
    [new RegExp(`^${PART}${name}\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+(\\d{4})$`, 'iu'), 3, 1, 2],
    [new RegExp(`^${PART}(\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s+(?:of\\s+|de\\s+)?${name}\\s*,?\\s*(?:de\\s+)?(\\d{4})$`, 'iu'), 3, 2, 1],
    [new RegExp(`^(\\d{1,2})-${name}-(\\d{4})$`, 'iu'), 3, 2, 1],
    [new RegExp(`^${name}\\s*,?\\s+(?:of\\s+)?(\\d{4})$`, 'iu'), 2, 1, 0],
  ];
  for (const [form, year, month, at] of forms) {
    const found = form.exec(text);
    const number = months.get(plain(found?.[month] ?? ''));
    if (found && number !== undefined) {
      const start = `${found[year] ?? ''}-${padded(number)}`;
      return checked(at === 0 ? start : `${start}-${padded(found[at] ?? '')}`);
    }
  }
  return null;
}

function day(year: string, month: string, date: string): string | null {
  return year.length === 4 ? checked(`${year}-${padded(month)}-${padded(date)}`) : null;
}

function checked(edtf: string): string | null {
  return parseTime(edtf) ? edtf : null;
}

function padded(number: string | number): string {
  return String(number).padStart(2, '0');
}
