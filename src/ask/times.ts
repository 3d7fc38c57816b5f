import { FIRST_DAY, isDay, LAST_DAY } from '../model/edtf.js';
import { TIME_WORDS } from './grammar.js';
import type { Word } from './words.js';

/** Days from and to, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Words that name a time. */
export interface TimePhrase extends Days {
  /** Which words, the second not included. */
  readonly start: number;
  readonly end: number;
  /** The one day that is named, where the words before it make a longer time of it: "by 1 May 2025". */
  readonly day: string | null;
}

/** Something with a time of its own that words name, such as a war. */
export interface Anchor extends Days {
  readonly start: number;
  readonly end: number;
}

/** What times a text names, and what reads like a day but is none, such as 30 February. */
export interface Times {
  readonly phrases: readonly TimePhrase[];
  readonly impossible: readonly string[];
}

const MONTHS = new Map(TIME_WORDS.months.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));

/**
 * Finds times in words: days, months, seasons, years, decades and centuries, with what stands before them. Days are
 * text from beginning to end and nothing depends on today, so the same words always mean the same days; that is why
 * no date library does this, which would give moments in a time zone counted from now.
 */
export function timesIn(text: string, words: readonly Word[], anchors: readonly Anchor[] = []): Times {
  if (anchors.length === 0 && !words.some(({ folded }) => /\d/.test(folded))) return { phrases: [], impossible: [] };
  const reader = new Reader(text, words, anchors);
  const phrases: TimePhrase[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const found = reader.phrase(at);
    if (!found) continue;
    const before = phrases.at(-1);
    // "In the 2000s (2000-2009)" names one time, twice.
    if (before?.end === at && before.from === found.from && before.to === found.to) phrases.splice(-1, 1, { ...before, end: found.end });
    else phrases.push(found);
    at = found.end - 1;
  }
  return { phrases, impossible: [...reader.impossible] };
}

interface Point extends Days {
  readonly size: number;
}

class Reader {
  readonly impossible = new Set<string>();
  private readonly text: string;
  private readonly words: readonly Word[];
  private readonly anchors: readonly Anchor[];

  constructor(text: string, words: readonly Word[], anchors: readonly Anchor[]) {
    this.text = text;
    this.words = words;
    this.anchors = anchors;
  }

  phrase(at: number): TimePhrase | null {
    return this.between(at) ?? this.open(at) ?? this.plain(at);
  }

  /** "between 2015 and 2019", "from 2021 to early 2024", "2015-2019". */
  private between(at: number): TimePhrase | null {
    const lead = this.oneOf(at, ['between', 'from', 'in between', 'in', 'during']);
    const first = this.point(at + lead);
    if (!first) return null;
    const behind = at + lead + first.size;
    const joint = this.oneOf(behind, ['and', 'to', 'until', 'till', 'through', 'up to']);
    const isDash = joint === 0 && behind < this.words.length && /^\s?[-–—/]\s?$/.test(this.gap(behind));
    const isJoined = isDash || (joint > 0 && (lead > 0 || this.word(behind) !== 'and'));
    const second = isJoined ? this.point(behind + joint) : null;
    return second ? { start: at, end: behind + joint + second.size, from: first.from, to: second.to, day: null } : null;
  }

  /** "since 2010", "before the war", "after November 2025". */
  private open(at: number): TimePhrase | null {
    for (const [words, days] of OPEN) {
      // "Dates from 1986" says when, not since when.
      const size = this.word(at) === 'from' && DATING.has(this.word(at - 1)) ? 0 : this.oneOf(at, words);
      const point = size > 0 ? this.point(at + size, true) : null;
      if (point)
        return {
          start: at,
          end: at + size + point.size + this.oneOf(at + size + point.size, ['onwards', 'onward', 'on']),
          ...days(point),
          day: point.from === point.to ? point.from : null,
        };
    }
    return null;
  }

  private plain(at: number): TimePhrase | null {
    const during = this.oneOf(at, ['during', 'at the time of', 'in the course of', 'throughout']);
    const size = Math.max(during, this.oneOf(at, ['in the year', 'in', 'from', 'on', 'on the', 'of', 'for', 'over', 'within', 'as of', 'at']));
    const point = this.point(at + size, during > 0) ?? null;
    return point ? { start: at, end: at + size + point.size, from: point.from, to: point.to, day: null } : null;
  }

  private point(at: number, mayBeAnchor = false): Point | null {
    const article = this.oneOf(at, ['the', 'the year']);
    const point = this.day(at + article) ?? this.partOfYear(at) ?? this.partOfYear(at + article) ?? this.yearOrMore(at + article);
    if (point) return { ...point, size: point.size + (this.partOfYear(at) ? 0 : article) };
    const anchor = mayBeAnchor ? this.anchors.filter(({ start }) => start === at + article || start === at).sort((a, b) => b.end - a.end)[0] : undefined;
    return anchor ? { from: anchor.from, to: anchor.to, size: anchor.end - at } : null;
  }

  private day(at: number): Point | null {
    const [a, b, c] = [this.word(at), this.word(at + 1), this.word(at + 2)];
    if (/^\d{4}$/.test(a) && /^\d{2}$/.test(b) && this.gap(at + 1) === '-') {
      const isFull = /^\d{2}$/.test(c) && this.gap(at + 2) === '-';
      return isFull ? this.dayOf(a, Number(b), Number(c), 3) : this.monthOf(a, Number(b), 2);
    }
    const of = this.word(at + 1) === 'of' ? 1 : 0;
    const [month, year] = [MONTHS.get(this.word(at + 1 + of)), this.word(at + 2 + of)];
    if (month !== undefined && isYear(year) && dayNumber(a) > 0) return this.dayOf(year, month, dayNumber(a), 3 + of);
    const first = MONTHS.get(a);
    if (first !== undefined && isYear(c) && dayNumber(b) > 0) return this.dayOf(c, first, dayNumber(b), 3);
    const named = b === 'of' ? c : b;
    return first !== undefined && isYear(named) ? this.monthOf(named, first, b === 'of' ? 3 : 2) : null;
  }

  /** "early 2024", "summer of 2024", "the end of 1999". */
  private partOfYear(at: number): Point | null {
    for (const [phrases, [from, to]] of PARTS) {
      const size = this.oneOf(at, phrases);
      const year = this.word(at + size);
      if (size > 0 && isYear(year)) return { from: `${year}-${two(from)}-01`, to: lastOfMonth(year, to), size: size + 1 };
    }
    return null;
  }

  private yearOrMore(at: number): Point | null {
    const word = this.word(at);
    if (isYear(word)) return { from: `${word}-01-01`, to: `${word}-12-31`, size: 1 };
    const decade = /^([12]\d{2})0s$/.exec(word)?.[1];
    if (decade !== undefined) return { from: `${decade}0-01-01`, to: `${decade}9-12-31`, size: 1 };
    const century = /^(\d{1,2})(st|nd|rd|th)$/.exec(word)?.[1];
    if (century === undefined || this.word(at + 1) !== 'century') return null;
    const start = (Number(century) - 1) * 100;
    return { from: `${four(start + 1)}-01-01`, to: `${four(start + 100)}-12-31`, size: 2 };
  }

  private dayOf(year: string, month: number, day: number, size: number): Point | null {
    const text = `${year}-${two(month)}-${two(day)}`;
    if (isDay(text)) return { from: text, to: text, size };
    this.impossible.add(text);
    return null;
  }

  private monthOf(year: string, month: number, size: number): Point | null {
    return month >= 1 && month <= 12 ? { from: `${year}-${two(month)}-01`, to: lastOfMonth(year, month), size } : null;
  }

  private word(at: number): string {
    return this.words[at]?.folded ?? '';
  }

  /** What stands between a word and the one before it. */
  private gap(at: number): string {
    return this.text.slice(this.words[at - 1]?.end ?? 0, this.words[at]?.start ?? 0);
  }

  /** How many words the longest of these phrases takes here; 0 when none stands here. */
  private oneOf(at: number, phrases: readonly string[]): number {
    const first = this.word(at);
    let longest = 0;
    for (const phrase of phrases) {
      if (!phrase.startsWith(first)) continue;
      const words = phrase.split(' ');
      if (words.length > longest && words.every((word, index) => this.word(at + index) === word)) longest = words.length;
    }
    return longest;
  }
}

const PARTS = Object.entries({ ...TIME_WORDS.parts, ...TIME_WORDS.seasons }).map(([name, months]) => [[name, `${name} of`, `${name} in`], months] as const);

/** Words behind which "from" begins no period. */
const DATING: ReadonlySet<string> = new Set(['date', 'dates', 'dated', 'dating', 'stem', 'stems']);

/** Words that a record can stand behind to name a time. */
export const BEFORE_RECORDS: ReadonlySet<string> = new Set([
  'before',
  'after',
  'since',
  'during',
  'until',
  'till',
  'throughout',
  'following',
  'preceding',
  'to',
  'than',
  'of',
]);

const OPEN: readonly (readonly [readonly string[], (days: Days) => Days])[] = [
  [['since', 'from', 'starting in', 'as from'], ({ from }) => ({ from, to: LAST_DAY })],
  [['after', 'later than', 'following'], ({ to }) => ({ from: shifted(to, 1), to: LAST_DAY })],
  [['before', 'prior to', 'earlier than', 'preceding'], ({ from }) => ({ from: FIRST_DAY, to: shifted(from, -1) })],
  [['until', 'till', 'up to', 'by', 'through'], ({ to }) => ({ from: FIRST_DAY, to })],
];

function isYear(word: string): boolean {
  return /^[12]\d{3}$/.test(word);
}

function dayNumber(word: string): number {
  return Number(/^(\d{1,2})(st|nd|rd|th)?$/.exec(word)?.[1] ?? 0);
}

function lastOfMonth(year: string, month: number): string {
  return new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10);
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

/** A period as people write it: 2019, November 2025, 22 November 2025, since 2010, 2015 to 2019. */
export function shownDays({ from, to }: Days): string {
  if (from === FIRST_DAY && to === LAST_DAY) return 'any time';
  if (from === FIRST_DAY) return `until ${shownDay(to, 'end')}`;
  if (to === LAST_DAY) return `since ${shownDay(from, 'start')}`;
  if (from === to) return from;
  const month = from.slice(0, 7);
  if (from.endsWith('-01') && month === to.slice(0, 7) && to === lastOfMonth(from.slice(0, 4), Number(from.slice(5, 7)))) return month;
  const [start, end] = [shownDay(from, 'start'), shownDay(to, 'end')];
  return start === end ? start : `${start} to ${end}`;
}

/** A day that begins or ends a year stands for the year. */
function shownDay(day: string, side: 'start' | 'end'): string {
  return day.endsWith(side === 'start' ? '-01-01' : '-12-31') ? day.slice(0, 4) : day;
}
