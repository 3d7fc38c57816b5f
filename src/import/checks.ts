import { parseTime } from '../model/edtf.js';
import { fold } from '../model/text.js';
import type { ClaimRecord } from '../model/claim.js';
import { isBad, isEmpty, type Fault } from './bound.js';
import { otherLanguage } from './language-of.js';
import { kilometres, type Lookup } from './lookup.js';
import { columnOf, filled } from './made.js';
import type { CheckSpec } from './shape.js';
import { textOf, type Names } from './template.js';
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
}

/** Why a row fails a check; null where it passes, or has not what is checked. */
export function failedCheck(check: CheckSpec, names: Names, { mirrors, lookup }: Beside, place: Place): Fault | null {
  const texts = (templates: readonly string[]) =>
    templates.map((text) => filled(text, names)).map((bound) => (isBad(bound) || isEmpty(bound) ? '' : textOf(bound)));
  const fault = (column: string, value: string, detail: string): Fault => ({
    column: columnOf(column),
    value,
    reason: `${check.that}: ${detail}`,
    candidates: [],
  });
  if (check.given) {
    const missing = check.given.find((_text, at) => texts(check.given ?? [])[at] === '');
    return missing === undefined ? null : fault(missing, '', `"${columnOf(missing)}" is empty`);
  }
  if (check.ordered) {
    const [first = '', second = ''] = texts(check.ordered);
    const [earlier, later] = [parseTime(first), parseTime(second)];
    const isWrong = earlier && later ? later.latest < earlier.earliest : first !== '' && second !== '' && Number(second) < Number(first);
    return isWrong ? fault(check.ordered[1], second, `${second} comes before ${first}`) : null;
  }
  if (check.equal) {
    const [first = '', second = ''] = texts(check.equal);
    return first !== '' && second !== '' && fold(first) !== fold(second) ? fault(check.equal[1], second, `${first} here, ${second} there`) : null;
  }
  if (check.near) {
    const [latitude, longitude] = texts([check.near.latitude, check.near.longitude]).map((text) => (text === '' ? Number.NaN : Number(text)));
    const [north, east] = (texts([check.near.to])[0] ?? '').split(/[,;]\s*/).map(Number);
    if ([latitude, longitude, north, east].some((number) => number === undefined || Number.isNaN(number))) return null;
    const far = kilometres({ latitude: latitude ?? 0, longitude: longitude ?? 0 }, { latitude: north ?? 0, longitude: east ?? 0 });
    return far > check.near.km ? fault(check.near.latitude, `${String(latitude)}, ${String(longitude)}`, `${far.toFixed(0)} km away`) : null;
  }
  if (check.inside) {
    const [latitude = '', longitude = '', country = ''] = texts([check.inside.latitude, check.inside.longitude, check.inside.country]);
    const code = country.replace(/^.*\//, '').toUpperCase();
    if (latitude === '' || longitude === '' || !/^[A-Z]{2}$/.test(code)) return null;
    const at = { latitude: Number(latitude), longitude: Number(longitude) };
    const outside = Number.isNaN(at.latitude + at.longitude) ? 'these are no numbers' : Towns.atHand()?.outside(code, at);
    return outside ? fault(check.inside.latitude, `${latitude}, ${longitude}`, outside) : null;
  }
  if (check.known) {
    const [from = '', to = '', at = ''] = texts([...check.known.ends, check.known.at]);
    const told = lookup.otherTimes(from, to, parseTime(at));
    return told.length === 0 ? null : fault(check.known.ends[0], at, `${from} and ${to} are known to be linked ${told.join(', ')}, not ${at}`);
  }
  if (check.language) {
    const [text = ''] = texts([check.language.of]);
    const other = otherLanguage(text, check.language.is, check.language.among);
    return other === null ? null : fault(check.language.of, text, `it seems to be in ${other}, not in ${check.language.is}`);
  }
  if (check.mirror) {
    const [from = '', to = ''] = texts(check.mirror.ends);
    if (from === '' || to === '') return null;
    const value = texts(check.mirror.same ?? []).join(', ');
    const other = mirrors.note(check.that, [from, to], { place, same: fold(value), value });
    return other ? fault(check.mirror.ends[0], value, `"${value}" here, "${other.value}" in row ${String(other.place.row)} of ${other.place.file}`) : null;
  }
  // What is checked stands in its condition alone, which holds.
  return { column: '', value: place.id ?? '', reason: check.that, candidates: [] };
}
