import { parseTime } from '../model/edtf.js';
import { fold } from '../model/text.js';
import type { ClaimRecord } from '../model/claim.js';
import { isEntityId, isLanguageTag } from '../model/values.js';
import { isBad, isEmpty, type Fault, type Names } from './bound.js';
import { readDate } from './dates.js';
import { otherLanguage } from './language-of.js';
import { kilometres } from './distance.js';
import type { Lookup } from './lookup.js';
import { columnOf, filled } from './made.js';
import type { OneAtATime } from './one-at-a-time.js';
import type { CheckSpec } from './shape.js';
import { isSameSum, shownSum } from './sums.js';
import { textOf } from './template.js';
import { Towns } from './towns.js';

type Place = Pick<ClaimRecord, 'file' | 'sha256' | 'row' | 'id'>;

interface Side {
  readonly place: Place;
  readonly same: string;
  readonly value: string;
}

/** Rows that tell one thing from two sides, kept until both have come. */
export class Mirrors {
  private readonly sides = new Map<string, Side>();

  /** Notes one side; gives the other where it differs. */
  note(that: string, ends: readonly [string, string], side: Side): Side | null {
    const other = this.sides.get([that, ends[1], ends[0]].join('|'));
    this.sides.set([that, ends[0], ends[1]].join('|'), side);
    return other && other.same !== side.same ? other : null;
  }

  /** Sides whose other side never came. */
  alone(): readonly { readonly that: string; readonly ends: string; readonly place: Place }[] {
    return [...this.sides].flatMap(([key, { place }]) => {
      const [that = '', from = '', to = ''] = key.split('|');
      return this.sides.has([that, to, from].join('|')) ? [] : [{ that, ends: `${from}, ${to}`, place }];
    });
  }
}

/** What rows are checked against beside themselves. */
export interface Beside {
  readonly mirrors: Mirrors;
  readonly lookup: Lookup;
  readonly holders: OneAtATime;
}

/** What a check of a row goes by. */
interface At extends Beside {
  readonly that: string;
  readonly place: Place;
}

/** Which part of a check fails, by its template, and why. */
interface Failed {
  readonly at: string;
  readonly value: string;
  readonly detail: string;
}

type Texts = (...templates: string[]) => string[];

/** The ways to check a row. What cannot be compared at all fails as well: a check is never passed over in silence. */
const CHECKS: { readonly [W in Way]: (spec: NonNullable<CheckSpec[W]>, texts: Texts, at: At) => Failed | null } = {
  given: (spec, texts) => {
    const missing = spec.find((_text, at) => texts(...spec)[at] === '');
    return missing === undefined ? null : { at: missing, value: '', detail: `"${columnOf(missing)}" is empty` };
  },
  some: (spec, texts) => {
    const isEmptyAll = texts(...spec).every((text) => text === '');
    return isEmptyAll ? { at: spec[0] ?? '', value: '', detail: `nothing stands in ${spec.map(columnOf).join(', ')}` } : null;
  },
  sum: ({ of, is }, texts) => {
    const [whole = '', ...parts] = texts(is, ...of);
    if (whole === '' || parts.every((text) => text === '')) return null;
    const sum = parts.reduce((total, text) => total + Number(text), 0);
    if (Number.isNaN(sum - Number(whole))) return { at: is, value: whole, detail: NO_NUMBERS };
    return isSameSum(sum, Number(whole)) ? null : { at: is, value: whole, detail: `${parts.join(' + ')} is ${shownSum(sum)}, not ${whole}` };
  },
  ordered: (spec, texts) => {
    const [first = '', second = ''] = texts(...spec);
    if (first === '' || second === '') return null;
    const order = compared(first, second);
    if (order === null)
      return {
        at: spec[1],
        value: second,
        detail: `"${first}" and "${second}" are no dates and no numbers that can be compared; check what the verb time or number makes of them`,
      };
    return order > 0 ? { at: spec[1], value: second, detail: `${second} comes before ${first}` } : null;
  },
  equal: (spec, texts) => {
    const [first = '', second = ''] = texts(...spec);
    if (fold(first) === fold(second)) return null;
    return { at: spec[1], value: second, detail: `${first || 'nothing'} here, ${second || 'nothing'} there` };
  },
  near: ({ latitude, longitude, to, km }, texts) => {
    const [north = '', east = '', there = ''] = texts(latitude, longitude, to);
    if (north === '' || east === '' || there === '') return null;
    const [from, ends] = [placeOf(north, east), placeOf(...(there.split(/[,;]\s*/) as [string, string]))];
    if (!from || !ends) return { at: latitude, value: `${north}, ${east}`, detail: NO_NUMBERS };
    const far = kilometres(from, ends);
    return far > km ? { at: latitude, value: `${north}, ${east}`, detail: `${far.toFixed(0)} km away` } : null;
  },
  inside: ({ latitude, longitude, country }, texts) => {
    const [north = '', east = '', land = ''] = texts(latitude, longitude, country);
    if (north === '' || east === '' || land === '') return null;
    const code = land.replace(/^.*\//, '').toUpperCase();
    if (!/^[A-Z]{2}$/.test(code)) {
      // A state of the past has towns that lie elsewhere today.
      return land.includes('/') ? null : { at: country, value: land, detail: `"${land}" is no code of two letters` };
    }
    const at = placeOf(north, east);
    const outside = at ? Towns.atHand()?.outside(code, at) : NO_NUMBERS;
    return outside ? { at: latitude, value: `${north}, ${east}`, detail: outside } : null;
  },
  known: ({ ends, at }, texts, { lookup }) => {
    const [from = '', to = '', then = ''] = texts(...ends, at);
    if (from === '' || to === '' || then === '') return null;
    const strange = notFound(ends[0], from, to);
    if (strange) return strange;
    const time = parseTime(then);
    if (!time) return noDate(at, then);
    const told = lookup.links.otherTimes(from, to, time);
    return told.length === 0 ? null : { at: ends[0], value: then, detail: `${from} and ${to} are known to be linked ${told.join(', ')}, not ${then}` };
  },
  listed: ({ ends }, texts, { lookup }) => {
    const [from = '', to = ''] = texts(...ends);
    if (from === '' || to === '') return null;
    const strange = notFound(ends[0], from, to);
    if (strange) return strange;
    const isListed = lookup.links.isListed(from, to);
    if (isListed === null) return { at: ends[0], value: from, detail: `so much is linked with both ${from} and ${to} that it cannot be told` };
    return isListed ? null : { at: ends[0], value: from, detail: `others are known to be linked with ${to}, ${from} never` };
  },
  single: ({ of, who, when }, texts, { that, place, holders }) => {
    const [thing = '', holder = '', then = ''] = texts(of, who, when);
    if (thing === '' || holder === '' || then === '') return null;
    const time = parseTime(then);
    if (!time) return noDate(when, then);
    holders.note(that, thing, holder, time, place);
    return null;
  },
  language: ({ of, is, among }, texts) => {
    const [text = '', said = ''] = texts(of, is);
    if (text === '') return null;
    if (!isLanguageTag(said)) return { at: is, value: said, detail: `"${said}" is no language such as fr` };
    const other = otherLanguage(text, said, among);
    return other === null ? null : { at: of, value: text, detail: `it seems to be in ${other}, not in ${said}` };
  },
  mirror: ({ ends, same = [] }, texts, { that, place, mirrors }) => {
    const [from = '', to = ''] = texts(...ends);
    if (from === '' || to === '') return null;
    const value = texts(...same).join(', ');
    const other = mirrors.note(that, [from, to], { place, same: fold(value), value });
    return other ? { at: ends[0], value, detail: `"${value}" here, "${other.value}" in row ${String(other.place.row)} of ${other.place.file}` } : null;
  },
};

/** The ways to check a row, by the key of a mapping. */
export const WAYS = Object.keys(CHECKS) as readonly Way[];
type Way = Exclude<keyof CheckSpec, 'that' | 'else' | 'if' | 'unless'>;

const NO_NUMBERS = 'these are no numbers';

function notFound(at: string, ...ids: readonly string[]): Failed | null {
  const strange = ids.find((id) => !isEntityId(id));
  return strange === undefined ? null : { at, value: strange, detail: `"${strange}" is nothing that was found` };
}

function noDate(at: string, then: string): Failed {
  return { at, value: then, detail: `"${then}" is no date; check what the verb time makes of it` };
}

/** Why a row fails a check, or cannot be checked; null where it passes, or has not what is checked. */
export function failedCheck(check: CheckSpec, names: Names, beside: Beside, place: Place): Fault | null {
  const way = WAYS.find((key) => check[key] !== undefined);
  // What is checked stands in its condition alone, which holds.
  if (way === undefined) return { column: '', value: place.id ?? '', reason: check.that, candidates: [] };
  const unread: Fault[] = [];
  const texts: Texts = (...templates) =>
    templates.map((text) => {
      const bound = filled(text, names);
      if (isBad(bound) && bound.fault.value !== '') unread.push(bound.fault);
      return isBad(bound) || isEmpty(bound) ? '' : textOf(bound);
    });
  const make = CHECKS[way] as (spec: unknown, texts: Texts, at: At) => Failed | null;
  const failed = make(check[way], texts, { ...beside, that: check.that, place });
  return unread[0] ?? (failed && { column: columnOf(failed.at), value: failed.value, reason: `${check.that}: ${failed.detail}`, candidates: [] });
}

/** Whether the first comes after the second (above 0), as dates or as numbers; null where they are neither. Of a span its beginning counts, where it is known. */
function compared(first: string, second: string): number | null {
  const [earlier, later] = [first, second].map((text) => {
    const time = parseTime(readDate(text) ?? '');
    return time && (parseTime(time.edtf.split('/')[0] ?? '') ?? time);
  });
  if (earlier && later) return later.latest < earlier.earliest ? 1 : 0;
  const difference = Number(first) - Number(second);
  return Number.isNaN(difference) ? null : difference;
}

function placeOf(latitude: string, longitude = ''): { readonly latitude: number; readonly longitude: number } | null {
  const at = { latitude: Number(latitude), longitude: longitude === '' ? Number.NaN : Number(longitude) };
  return Number.isNaN(at.latitude + at.longitude) ? null : at;
}
