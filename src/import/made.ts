import { parseTime } from '../model/edtf.js';
import { compareText, fold, hint } from '../model/text.js';
import { bad, good, isBad, isEmpty, joint, type Bound, type Good, type Names } from './bound.js';
import { readDate, type Order } from './dates.js';
import type { Maker } from './mapping-values.js';
import { findAll } from './pattern.js';
import type { Spec } from './shape.js';
import { fill, parseTemplate, slotsOf, textOf } from './template.js';

/** What of `{a} of {b}` is looked at first, to tell where a fault lies. */
export function columnOf(text: string): string {
  return slotsOf(parseTemplate(text))[0]?.name ?? text;
}

/** Fills a template that may be empty. */
export function filled(text: string, names: Names): Bound {
  return fill(parseTemplate(text), names);
}

type Make<V extends Maker['verb']> = (
  spec: V extends keyof typeof import('./shape.js').verbs ? Spec<V> : string,
  names: Names,
  maker: Maker,
  language: string,
) => Bound;

/** How a value is made of a row by each verb but `find`. */
export const MAKE: { readonly [V in Exclude<Maker['verb'], 'find'>]: Make<V> } = {
  template: (text, names) => filled(text, names),
  text: ({ text }, names) => filled(text, names),
  first: ({ first }, names) => {
    for (const text of first) {
      const bound = filled(text, names);
      if (isBad(bound) || !isEmpty(bound)) return bound;
    }
    return good('');
  },
  values: (spec, names) => {
    const bound = filled(spec.of, names);
    if (isBad(bound)) return bound;
    const text = textOf(bound);
    const key = Object.hasOwn(spec.values, text) ? text : Object.keys(spec.values).find((known) => fold(known) === fold(text) && fold(text) !== '');
    const value = key === undefined ? undefined : spec.values[key];
    if (value === null) return good('', bound);
    const chosen = value ?? spec.else;
    if (chosen === null) return good('', bound);
    if (chosen === undefined)
      return isEmpty(bound) ? bound : bad(columnOf(spec.of), text, `"${text}" is none of the values of the mapping${hint(text, Object.keys(spec.values))}`);
    const made = filled(chosen, names);
    return isBad(made) ? made : good(made.value, joint([bound, made]));
  },
  number: ({ number, decimal = '.' }, names) => {
    const bound = filled(number, names);
    if (isBad(bound) || isEmpty(bound)) return bound;
    const text = textOf(bound);
    const plain = decimal === ',' ? text.replace(/[.\s ]/g, '').replace(',', '.') : text.replace(/[,\s ]/g, '');
    return /^-?\d+(\.\d+)?$/.test(plain) ? good(Number(plain), bound) : bad(columnOf(number), text, `"${text}" is no number`);
  },
  split: ({ split, by, whole = [] }, names) => {
    const bound = filled(split, names);
    if (isBad(bound)) return bound;
    const items = Array.isArray(bound.value) ? (bound.value as readonly string[]).map(String) : splitText(textOf(bound), by, whole);
    return good([...new Set(items)], bound);
  },
  sorted: ({ sorted }, names) => {
    const read = sorted.map((text) => filled(text, names));
    const fault = read.find(isBad);
    if (fault) return fault;
    const goods = (read as readonly Good[]).filter((item) => !isEmpty(item));
    const texts = [...new Set(goods.map(textOf))].sort(compareText);
    const [only = ''] = texts;
    if (texts.length === 1 && goods.length > 1) return bad(columnOf(sorted[1] ?? ''), only, `"${short(only)}" stands on both sides`);
    return good(texts, joint(goods));
  },
  match: (spec, names, { patterns }) => {
    const bound = filled(spec.match, names);
    if (isBad(bound)) return bound;
    const text = textOf(bound);
    const column = columnOf(spec.match);
    const found = text === '' ? [] : findAll(patterns, text, column);
    const items = found.map(({ groups }) => ({ ...groups }));
    if (found.length === 0 && text !== '' && spec.else !== undefined && spec.else !== 'empty') return bad(column, text, `no pattern fits "${short(text)}"`);
    const words = Object.hasOwn(bound.cells, column) && bound.cells[column] === text ? found.flatMap((hit) => hit.words) : [];
    if (spec.all) return good(items, { cells: bound.cells, words });
    return good(items[0] ?? '', { cells: bound.cells, words: words.slice(0, 1) });
  },
  time: (spec, names, _maker, language) => {
    const ends = Array.isArray(spec.time) ? spec.time : [spec.time];
    const read = ends.map((end) => endOf(end, spec, names, language));
    const fault = read.find((end) => 'fault' in end);
    if (fault && 'fault' in fault) return fault;
    const [from, until] = read as readonly End[];
    if (!from) return good('');
    if (!until) return good(from.edtf ?? '', from.grounds);
    const grounds = joint([from.grounds, until.grounds]);
    if (from.edtf === null && until.edtf === null) return from.state === 'OPEN' && until.state === 'OPEN' ? good('', grounds) : good('', grounds);
    const edtf = from.edtf !== null && from.edtf === until.edtf ? from.edtf : `${startOf(from)}/${stopOf(until)}`;
    return parseTime(edtf)
      ? good(edtf, grounds)
      : bad(
          typeof ends[1] === 'string' ? columnOf(ends[1]) : 'year',
          textOf(until.grounds),
          `ends (${until.edtf ?? ''}) before it begins (${from.edtf ?? ''})`,
        );
  },
};

/** Years that no set tells of: 2899, 2999 and 9999 stand for an end that has not come. */
const FAR_FUTURE = /(^|\/)(2[2-9]|[3-9]\d)\d\d/;

interface End {
  readonly edtf: string | null;
  readonly state: 'KNOWN' | 'OPEN' | 'UNKNOWN';
  readonly grounds: Good;
}

function endOf(end: Spec<'time'>['time'], spec: Spec<'time'>, names: Names, language: string): End | Bound {
  const bound = typeof end === 'string' ? filled(end, names) : partsOf(end as { year: string; month?: string; day?: string }, names);
  if (isBad(bound)) return bound;
  const text = textOf(bound);
  if (spec.open?.some((mark) => fold(mark) === fold(text) && mark !== '') || (text === '' && spec.open?.includes('')))
    return { edtf: null, state: 'OPEN', grounds: bound };
  if (text === '' || spec.unknown?.some((mark) => mark === text || (fold(mark) !== '' && fold(mark) === fold(text))))
    return { edtf: null, state: 'UNKNOWN', grounds: bound };
  const edtf = readDate(text, { order: spec.order as Order | undefined, language: spec.months ?? language });
  const column = typeof end === 'string' ? columnOf(end) : 'year';
  if (edtf === null)
    return bad(
      column,
      text,
      spec.order === undefined && /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/.test(text)
        ? `"${short(text)}" is no date that can be read; say under order: whether the day or the month comes first`
        : `"${short(text)}" is no date that can be read, or no day of the calendar`,
    );
  if (FAR_FUTURE.test(edtf)) return bad(column, text, `"${text}" is a mark and no date; say under open: or unknown: what it stands for`);
  return { edtf, state: 'KNOWN', grounds: bound };
}

/** A date of several columns; what is empty, 0 or 00 behind the year is not known. */
function partsOf(parts: { readonly year: string; readonly month?: string | undefined; readonly day?: string | undefined }, names: Names): Bound {
  const read = [parts.year, parts.month ?? '', parts.day ?? ''].map((text) => filled(text, names));
  const fault = read.find(isBad);
  if (fault) return fault;
  const goods = read as readonly Good[];
  const [year = '', month = '', day = ''] = goods.map(textOf);
  const isKnown = (text: string) => text !== '' && !/^0+$/.test(text);
  const text = [year, ...(isKnown(month) ? [month.padStart(2, '0'), ...(isKnown(day) ? [day.padStart(2, '0')] : [])] : [])].join('-');
  return good(text, joint(goods));
}

function startOf({ edtf, state }: End): string {
  return edtf === null ? (state === 'OPEN' ? '..' : '') : (edtf.split('/')[0] ?? '');
}

function stopOf({ edtf, state }: End): string {
  return edtf === null ? (state === 'OPEN' ? '..' : '') : (edtf.split('/').at(-1) ?? '');
}

/** Cuts text at marks; what is named `whole` is not cut within. */
function splitText(text: string, by: readonly string[], whole: readonly string[]): string[] {
  const kept = whole.filter((phrase) => text.includes(phrase));
  let guarded = text;
  for (const [at, phrase] of kept.entries()) guarded = guarded.replaceAll(phrase, `\u0000${String(at)}\u0000`);
  const pieces = by.reduce<string[]>((parts, mark) => parts.flatMap((part) => part.split(mark)), [guarded]);
  return pieces.map((piece) => piece.replace(/\u0000(\d+)\u0000/g, (_mark, at: string) => kept[Number(at)] ?? '').trim()).filter((piece) => piece !== '');
}

export function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
