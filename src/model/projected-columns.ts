import type { Claim } from './claim.js';
import { FIRST_DAY, type Time } from './edtf.js';
import type { Column, Columns, Scalar, Value } from './value.js';
import { timeColumns } from './values.js';
import type { Kind, Relationship } from './vocabulary.js';

/** Adds the columns of a value that is written as in a claim; one that may be had several times is added to a list. Throws where it cannot be read. */
export function add(columns: Record<string, Column>, property: string, value: Value, raw: unknown): void {
  const parsed = value.parse(raw);
  if ('refused' in parsed) throw new Error(`${property}: ${parsed.refused}`);
  for (const [suffix, scalar] of Object.entries(value.columns(parsed.value))) {
    const column = property + suffix;
    columns[column] = value.many ? [...((columns[column] as readonly Scalar[] | undefined) ?? []), scalar] : scalar;
  }
}

/** The columns of a relationship: its qualifiers, as one claim gives them, and its time. */
export function linkColumns(relationship: Relationship, claim: Claim, when: Time | null): Columns {
  const columns: Record<string, Column> = {};
  for (const [property, value] of Object.entries(relationship.properties)) {
    const raw = claim.qualifiers[property];
    if (raw !== undefined) add(columns, property, value, raw);
  }
  return { ...columns, ...(when && columnsOfTime('when', when)) };
}

/** A state that goes on is asked for by all that its claims leave open: from the first day to the last that any of them gives. */
export function boundsOf(makers: readonly Claim[]): Columns {
  const times = makers.flatMap(({ when }) => when ?? []);
  const stretches = times.filter(({ edtf }) => edtf.includes('/'));
  const least = (days: readonly string[]) => days.reduce((a, b) => (a < b ? a : b));
  const most = (days: readonly string[]) => days.reduce((a, b) => (a > b ? a : b));
  if (times.length === 0) return {};
  const outer = { whenEarliest: least(times.map((time) => time.earliest)), whenLatest: most(times.map((time) => time.latest)) };
  if (stretches.length === 0) return outer;
  return { ...outer, whenHeldFrom: least(stretches.map((time) => time.heldFrom)), whenHeldUntil: most(stretches.map((time) => time.heldUntil)) };
}

/** The columns that hold a time, each named after the property. */
export function columnsOfTime(property: string, time: Time): Columns {
  return Object.fromEntries(Object.entries(timeColumns(time)).map(([suffix, scalar]) => [property + suffix, scalar]));
}

/** Of what is only intended: whether it is planned or hoped for, and by whom, as its best claim says. */
export function intentOf({ modality, assertedBy }: Claim): Columns {
  return { intent: modality, ...(assertedBy === null ? {} : { intentOf: assertedBy }) };
}

/** The first day of a time; empty where it has none. */
export function openDay(time: Pick<Time, 'earliest'>): string {
  return time.earliest === FIRST_DAY ? '' : time.earliest;
}

/** The day that an entity is listed by, empty where its time has no first day; undefined where it has no time. */
export function dayOf(kind: Kind, columns: Columns): string | undefined {
  const earliest = kind.orderedBy === null ? undefined : columns[`${kind.orderedBy}Earliest`];
  return typeof earliest === 'string' ? openDay({ earliest }) : undefined;
}
