import { FIRST_DAY, isDay, LAST_DAY } from '../model/edtf.js';
import { listed, type Pack, type TimeWords } from './languages/pack.js';
import type { Days, Test } from './plan.js';
import { keyOf, keyOfText, type Token } from './tokens.js';

export type Lead = keyof TimeWords['leads'] | 'plain' | 'span';

/** Words that place a time by another. */
const RELATIVE: ReadonlySet<string> = new Set(['since', 'after', 'before', 'until']);
const ARTICLES: ReadonlySet<string> = new Set(['the', 'le', 'la', 'l', 'les']);

/** Tokens that name a time: the point itself, and the days that the word before it makes of it. */
export interface TimePhrase {
  readonly start: number;
  readonly end: number;
  readonly lead: Lead;
  readonly point: Days;
  readonly days: Days;
  /** Other days that are as good: in 2023 and 2025. */
  readonly others?: readonly Days[];
}

/** What a time asks of what is dated by a property. */
export function timeTest({ days, others = [] }: TimePhrase, property: string): Test {
  const each = [days, ...others].map((own): Test => ({ is: 'time', property, days: own }));
  return each.length === 1 && each[0] ? each[0] : { is: 'any', tests: each };
}

/** What times a text names, and what reads like a day but is none, such as 30 February. */
export interface Times {
  readonly phrases: readonly TimePhrase[];
  readonly impossible: readonly string[];
}

interface Point {
  readonly days: Days;
  readonly size: number;
}

/**
 * Finds times in words: days, months, seasons, years, decades and centuries, with what stands before (or, in Korean,
 * behind) them. Days are text from beginning to end and nothing depends on today, so the same words always mean the
 * same days.
 */
export function timesIn(pack: Pack, tokens: readonly Token[]): Times {
  if (!tokens.some(({ folded }) => /\d/.test(folded))) return { phrases: [], impossible: [] };
  const reader = new Reader(pack, tokens);
  const phrases = tokens.flatMap((_token, at) => reader.phrasesAt(at));
  return { phrases, impossible: [...reader.impossible] };
}

/** A time that a name stands for, by what stands before it: "after the Korean War". Where particles stand behind, there is none. */
export function timesBy(
  pack: Pack,
  tokens: readonly Token[],
  named: readonly { readonly start: number; readonly end: number; readonly days: Days }[],
): readonly TimePhrase[] {
  if (pack.grammar === 'behind') return [];
  const reader = new Reader(pack, tokens);
  return named.flatMap(({ start, end, days }) => reader.leadsTo(start).map(({ lead, at }) => ({ start: at, end, lead, point: days, days: made(lead, days) })));
}

class Reader {
  readonly impossible = new Set<string>();
  private readonly months = new Map<string, number>();
  private readonly leads: readonly (readonly [Lead, string])[];
  private readonly parts: readonly (readonly [string, readonly [number, number]])[];
  private readonly pack: Pack;
  private readonly tokens: readonly Token[];

  constructor(pack: Pack, tokens: readonly Token[]) {
    this.pack = pack;
    this.tokens = tokens;
    pack.times.months.forEach((names, at) => {
      for (const name of listed(names)) this.months.set(keyOfText(name), at + 1);
    });
    this.leads = Object.entries(pack.times.leads).flatMap(([lead, words]) => listed(words).map((word) => [lead as Lead, keyOfText(word)] as const));
    this.parts = Object.entries(pack.times.parts).map(([words, months]) => [keyOfText(words), months] as const);
  }

  phrasesAt(at: number): TimePhrase[] {
    return this.pack.grammar === 'behind' ? this.behind(at) : [...this.between(at), ...this.led(at), ...this.plain(at)];
  }

  /** Words before a place that say when: after, before, since, until; "the" may stand between. */
  leadsTo(end: number): readonly { readonly lead: Lead; readonly at: number }[] {
    return this.leads.flatMap(([lead, word]) => {
      if (!RELATIVE.has(lead)) return [];
      const places = [0, 1].flatMap((gap) => (gap === 0 || ARTICLES.has(this.word(end - 1)) ? [end - gap] : []));
      return places.flatMap((place) =>
        [1, 2, 3].flatMap((size) => (place >= size && this.match(place - size, word) === size ? [{ lead, at: place - size }] : [])),
      );
    });
  }

  private plain(at: number): TimePhrase[] {
    const point = this.point(at);
    return point ? [{ start: at, end: at + point.size, lead: 'plain', point: point.days, days: point.days }] : [];
  }

  /** "since 2010", "before November 2025". */
  private led(at: number): TimePhrase[] {
    return this.leads.flatMap(([lead, word]) => {
      const led = this.match(at, word);
      const bare = led > 0 ? this.point(at + led) : null;
      const isBehindArticle = led > 0 && !bare && (lead !== 'since' || word === 'since') && ARTICLES.has(this.word(at + led));
      const size = led + Number(isBehindArticle);
      const point = isBehindArticle ? this.point(at + size) : bare;
      return point ? [{ start: at, end: at + size + point.size, lead, point: point.days, days: made(lead, point.days) }] : [];
    });
  }

  /** "between 2015 and 2019", "from 2021 to early 2024", "2015-2019". */
  private between(at: number): TimePhrase[] {
    const [opens, joins] = this.pack.times.between.map(listed);
    return ['', ...(opens ?? [])].flatMap((open) => {
      const lead = open === '' ? 0 : this.match(at, keyOfText(open));
      const first = open !== '' && lead === 0 ? null : this.point(at + lead);
      if (!first) return [];
      const behind = at + lead + first.size;
      return (joins ?? []).flatMap((join) => {
        const size = join === '-' ? Number(this.tokens[behind]?.sign === '-') : lead === 0 && /^(and|et)$/.test(join) ? 0 : this.match(behind, keyOfText(join));
        const again = lead > 0 && size > 0 && isEither(open, join) ? this.match(behind + size, keyOfText(open)) : 0;
        const second = size > 0 ? this.point(behind + size + again) : null;
        const isNext = second && shifted(first.days.to, 1) === second.days.from;
        // "In 2015 and 2019" are two years and no time from the one to the other.
        const days = second && (isNext || !isEither(open, join)) ? { from: first.days.from, to: second.days.to } : null;
        return second && days ? [{ start: at, end: behind + size + again + second.size, lead: 'span' as const, point: days, days }] : [];
      });
    });
  }

  /** 2019년에, 2015년부터 2019년까지, 2000년 이전에. */
  private behind(at: number): TimePhrase[] {
    const point = this.point(at);
    if (!point) return [];
    const end = at + point.size;
    const plain: TimePhrase = { start: at, end, lead: 'plain', point: point.days, days: point.days };
    const led = this.leads.flatMap(([lead, word]): TimePhrase[] => {
      const size = this.match(end, word);
      const second = lead === 'since' && size > 0 ? this.point(end + size) : null;
      const until = second && listed(this.pack.times.leads.until).map((own) => this.match(end + size + second.size, keyOfText(own))).find((own) => own > 0); // prettier-ignore
      if (second && until) {
        const days = { from: point.days.from, to: second.days.to };
        return [{ start: at, end: end + size + second.size + until, lead: 'span', point: days, days }];
      }
      return size > 0 ? [{ ...plain, end: end + size, lead, days: made(lead, point.days) }] : [];
    });
    return [plain, ...led];
  }

  private point(at: number): Point | null {
    return this.written(at) ?? this.worded(at) ?? this.partOfYear(at) ?? this.decade(at) ?? this.korean(at) ?? this.yearOrMore(at);
  }

  /** 2025-11-22, 2025-11. */
  private written(at: number): Point | null {
    const parts = [0, 2, 4].map((step) => this.word(at + step));
    const isDash = (step: number) => this.tokens[at + step]?.sign === '-' && this.tokens[at + step]?.end === this.tokens[at + step + 1]?.start;
    const [year = '', month = '', day = ''] = parts;
    if (!isYear(year) || !isDash(1) || !/^\d{2}$/.test(month)) return null;
    return isDash(3) && /^\d{2}$/.test(day) ? this.day(year, Number(month), Number(day), 5) : this.month(year, Number(month), 3);
  }

  /** 22 November 2025, November 22, 2025, November 2025. */
  private worded(at: number): Point | null {
    const words: { word: string; at: number }[] = [];
    const small = new Set(listed(this.pack.times.of).map(keyOfText));
    for (let place = at; place < this.tokens.length && words.length < 3; place += 1) {
      const token = this.tokens[place];
      if (token && (token.sign !== ',' || words.length === 0) && !(small.has(token.folded) && place > at)) words.push({ word: token.folded, at: place });
      else if (!token || words.length === 0) break;
    }
    const [a, b, c] = words;
    const [first, second] = [this.months.get(a?.word ?? ''), this.months.get(b?.word ?? '')];
    const size = (last: { at: number } | undefined) => (last?.at ?? at) - at + 1;
    if (second !== undefined && isYear(c?.word ?? '') && dayNumber(a?.word ?? '') > 0)
      return this.day(c?.word ?? '', second, dayNumber(a?.word ?? ''), size(c));
    if (first !== undefined && isYear(c?.word ?? '') && dayNumber(b?.word ?? '') > 0) return this.day(c?.word ?? '', first, dayNumber(b?.word ?? ''), size(c));
    return first !== undefined && isYear(b?.word ?? '') ? this.month(b?.word ?? '', first, size(b)) : null;
  }

  /** "early 2024", "the summer of 2024". */
  private partOfYear(at: number): Point | null {
    for (const [words, [from, to]] of this.parts) {
      const size = this.match(at, words);
      const year = this.word(at + size);
      if (size > 0 && isYear(year)) return { days: { from: `${year}-${two(from)}-01`, to: lastOfMonth(year, to) }, size: size + 1 };
    }
    return null;
  }

  /** 2025년 11월 22일. */
  private korean(at: number): Point | null {
    const year = this.word(at);
    if (!isYear(year) || this.word(at + 1) !== '년') return null;
    const month = this.word(at + 3) === '월' ? Number(this.word(at + 2)) : 0;
    const day = month > 0 && this.word(at + 5) === '일' ? Number(this.word(at + 4)) : 0;
    if (day > 0) return this.day(year, month, day, 6);
    return month > 0 ? this.month(year, month, 4) : { days: { from: `${year}-01-01`, to: `${year}-12-31` }, size: 2 };
  }

  private yearOrMore(at: number): Point | null {
    const before = listed(this.pack.times.years).some((own) => this.word(at) === keyOfText(own)) && isYear(this.word(at + 1));
    if (before) return { days: { from: `${this.word(at + 1)}-01-01`, to: `${this.word(at + 1)}-12-31` }, size: 2 };
    const word = this.word(at);
    if (isYear(word)) return { days: { from: `${word}-01-01`, to: `${word}-12-31` }, size: 1 };
    const century = /^(\d{1,2})(?:st|nd|rd|th|e)$/.exec(word)?.[1];
    if (century === undefined || !/^(century|siecle)$/.test(this.word(at + 1))) return null;
    const start = (Number(century) - 1) * 100;
    return { days: { from: `${four(start + 1)}-01-01`, to: `${four(start + 100)}-12-31` }, size: 2 };
  }

  /** 1990s, années 1990, 1990년대. */
  private decade(at: number): Point | null {
    const before = this.pack.times.decades ?? '';
    const size = [...listed(before)].map((own) => this.match(at, keyOfText(own))).find((own) => own > 0) ?? 0;
    const year = /^([12]\d{2})0(s?)$/.exec(this.word(at + size));
    const isBehind = year !== null && this.word(at + 1) === '년' && this.word(at + 2) === '대';
    if (!year || !(size > 0 || year[2] === 's' || isBehind)) return null;
    return { days: { from: `${year[1] ?? ''}0-01-01`, to: `${year[1] ?? ''}9-12-31` }, size: size + (isBehind ? 3 : 1) };
  }

  private day(year: string, month: number, day: number, size: number): Point | null {
    const text = `${year}-${two(month)}-${two(day)}`;
    if (isDay(text)) return { days: { from: text, to: text }, size };
    this.impossible.add(text);
    return null;
  }

  private month(year: string, month: number, size: number): Point | null {
    return month >= 1 && month <= 12 ? { days: { from: `${year}-${two(month)}-01`, to: lastOfMonth(year, month) }, size } : null;
  }

  private word(at: number): string {
    return this.tokens[at]?.folded ?? '';
  }

  /** How many tokens a phrase takes here; 0 when it does not stand here. */
  private match(at: number, key: string): number {
    for (let size = 1; size <= 8 && at + size <= this.tokens.length; size += 1) {
      const here = keyOf(this.tokens.slice(at, at + size));
      if (here === key) return size;
      if (!key.startsWith(here)) return 0;
    }
    return 0;
  }
}

/** Whether two times are named one by one, not from the one to the other. */
function isEither(open: string, join: string): boolean {
  return join === 'or' || join === 'ou' || ((open === 'in' || open === 'en') && (join === 'and' || join === 'et'));
}

export function made(lead: Lead, { from, to }: Days): Days {
  if (lead === 'since') return { from, to: LAST_DAY };
  if (lead === 'after') return { from: shifted(to, 1), to: LAST_DAY };
  if (lead === 'before') return { from: FIRST_DAY, to: shifted(from, -1) };
  return lead === 'until' ? { from: FIRST_DAY, to } : { from, to };
}

function isYear(word: string): boolean {
  return /^[12]\d{3}$/.test(word);
}

function dayNumber(word: string): number {
  return Number(/^(\d{1,2})(st|nd|rd|th|er)?$/.exec(word)?.[1] ?? 0);
}

function lastOfMonth(year: string, month: number): string {
  return new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10);
}

/** The day before another. */
export function dayBefore(day: string): string {
  return shifted(day, -1);
}

function shifted(day: string, by: number): string {
  if (day === FIRST_DAY || day === LAST_DAY) return day;
  return new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function four(number: number): string {
  return String(number).padStart(4, '0');
}

/** A period as EDTF, for a lens: a day, a month or a year where it is one. */
export function edtfOf({ from, to }: Days): string {
  const month = from.slice(0, 7);
  if (from === to) return from;
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  return from.endsWith('-01') && to === lastOfMonth(from.slice(0, 4), Number(from.slice(5, 7))) ? month : `${from}/${to}`;
}
