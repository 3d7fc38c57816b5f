/** Words that a written time needs. */
export interface TimeWords {
  readonly since: (day: string) => string;
  readonly until: (day: string) => string;
  readonly about: (day: string) => string;
  readonly between: (from: string, to: string) => string;
  /** A decade by its first year, with its article where there is one. */
  readonly decade: (year: string) => string;
  /** A century by its number, with its article where there is one. */
  readonly century: (number: number) => string;
}

/** A time in words of a language, never more precise than it is: "since 1987", "between 1986 and 1987", "22 November 2025". */
export function spoken(edtf: string, lang: string, words: TimeWords): string {
  const either = /^[[{](.+)[\]}]$/.exec(edtf)?.[1];
  if (either !== undefined) {
    const days = either.split(/,|\.\./);
    return words.between(day(days[0] ?? '', lang, words), day(days.at(-1) ?? '', lang, words));
  }
  if (!edtf.includes('/')) return day(edtf, lang, words);
  const [from = '', to = ''] = edtf.split('/');
  if (isOpenEnd(to)) return words.since(day(from, lang, words));
  if (isOpenEnd(from)) return words.until(day(to, lang, words));
  return from === to ? day(from, lang, words) : `${day(from, lang, words)} – ${day(to, lang, words)}`;
}

function isOpenEnd(bound: string): boolean {
  return bound === '' || bound === '..';
}

/** A year, a month or a day where there is little room: "2025", "Jul 2025", "5 Jul 2025". */
export function shortDay(text: string, lang: string): string {
  return written(text, lang, 'short');
}

function day(text: string, lang: string, words: TimeWords): string {
  const hedged = /^(.*)[~?%]$/.exec(text)?.[1];
  if (hedged !== undefined) return words.about(day(hedged, lang, words));
  const [, century, ten] = /^(\d\d)(\dX|XX)$/.exec(text) ?? [];
  if (century === undefined) return written(text, lang, 'long');
  return ten === 'XX' ? words.century(Number(century) + 1) : words.decade(text.replace('X', '0'));
}

function written(text: string, lang: string, length: 'long' | 'short'): string {
  const [, year, month, date] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text) ?? [];
  if (year === undefined) return text;
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    timeZone: 'UTC',
    ...(month === undefined ? {} : { month: length }),
    ...(date === undefined ? {} : { day: 'numeric' }),
  };
  // The sentences of the API put the day before the month.
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, options);
  const said = format.format(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(date ?? 1)));
  return lang === 'fr' ? said.replace(/^1 /, '1er ') : said;
}
