import { FIRST_DAY, LAST_DAY, parseTime, refusedTime, yearOf, type Time } from './edtf.js';
import { controlIn, scriptOf, sha256 } from './text.js';
import { hinted, shown, value, type Parsed, type Value } from './value.js';
import type { Called } from './words.js';

/** One line of text in our own words, or a short name or title. */
export function text(about: string): Value<string> {
  return value({
    sort: 'text',
    about,
    asking: 'TEXT',
    parse: readLine,
    key: (item) => sha256(item).slice(0, 12),
  });
}

/** A text that is asked for as a whole: a code, or the name of a set. */
export function code(about: string): Value<string> {
  return { ...text(about), asking: 'IN' };
}

function readLine(raw: unknown): Parsed<string> {
  if (typeof raw !== 'string' || raw.trim() === '') return { refused: `expected text, got ${shown(raw)}` };
  const control = controlIn(raw.trim());
  return control === null ? { value: raw.normalize('NFC') } : { refused: `expected one line of text, got ${control} in it` };
}

/** An address on the web. */
export function webAddress(about: string): Value<string> {
  const line = text(about);
  return {
    ...line,
    parse: (raw) => {
      const read = readLine(raw);
      return 'refused' in read || isWebAddress(read.value) ? read : { refused: `expected an address that begins with http:// or https://, got ${shown(raw)}` };
    },
  };
}

function isWebAddress(written: string): boolean {
  return URL.canParse(written) && ['http:', 'https:'].includes(new URL(written).protocol) && !/\s/u.test(written);
}

/** The largest whole number that GraphQL's Int holds. */
const LARGEST_INTEGER = 2 ** 31 - 1;

export function integer(about: string): Value<number> {
  return value({
    sort: 'integer',
    about,
    asking: 'RANGE',
    parse: (raw) =>
      Number.isInteger(raw) && Math.abs(raw as number) <= LARGEST_INTEGER
        ? { value: raw as number }
        : { refused: `expected a whole number of at most 2147483647, got ${shown(raw)}` },
  });
}

export function decimal(about: string): Value<number> {
  return value({
    sort: 'decimal',
    about,
    asking: 'RANGE',
    parse: (raw) => (Number.isFinite(raw) ? { value: raw as number } : { refused: `expected a number, got ${shown(raw)}` }),
  });
}

/** One of a closed list; each value comes with what it means, for GraphiQL. */
export function oneOf<const V extends Readonly<Record<string, string>>>(
  name: string,
  about: string,
  values: V,
  called: { readonly [K in keyof V]?: Called } = {},
): Value<keyof V & string> {
  return value<keyof V & string>({
    sort: 'choice',
    about,
    asking: 'IN',
    choice: { name, values, called: called as Readonly<Record<string, Called>> },
    parse: (raw) =>
      typeof raw === 'string' && Object.hasOwn(values, raw)
        ? { value: raw }
        : { refused: `unknown value ${shown(raw)} of ${name}${hinted(raw, Object.keys(values))}` },
  });
}

/** A time in EDTF; kept with its bounds and, for grouping, its year. */
export function time(about: string): Value<Time> {
  return value({
    sort: 'time',
    about,
    asking: 'TIME',
    parse: (raw) => {
      if (typeof raw !== 'string' && typeof raw !== 'number') return { refused: `expected an EDTF date such as 2006-06, got ${shown(raw)}` };
      const parsed = parseTime(String(raw));
      return parsed ? { value: parsed } : { refused: refusedTime(String(raw)) };
    },
    key: (item) => item.edtf,
    columns: timeColumns,
  });
}

/** The columns of a time: its EDTF text, its bounds, from when and until when it held for sure, and the year it is grouped by. */
export function timeColumns(item: Time): Record<'' | 'Earliest' | 'Latest' | 'HeldFrom' | 'HeldUntil' | 'Year', string> {
  return { '': item.edtf, Earliest: item.earliest, Latest: item.latest, HeldFrom: item.heldFrom, HeldUntil: item.heldUntil, Year: yearOf(item) };
}

/** A bound as people see it: an open end is absent. */
export function shownBound(day: string): string | null {
  return day === FIRST_DAY || day === LAST_DAY ? null : day;
}

/** A name as written, with its BCP 47 language and the script it is in. */
export interface Name {
  readonly text: string;
  readonly lang: string;
}

export function name(about: string): Value<Name> {
  return value<Name>({
    sort: 'name',
    about,
    asking: 'NONE',
    parse: (raw) => {
      const { text: written, lang } = (raw ?? {}) as Partial<Name>;
      if (typeof written !== 'string' || written.trim() === '') return { refused: `expected { text, lang }, got ${shown(raw)}` };
      const control = controlIn(written.trim());
      if (control !== null) return { refused: `expected one line of text, got ${control} in it` };
      if (typeof lang !== 'string' || !isLanguageTag(lang)) return { refused: `expected a language such as fr, got ${shown(lang)}` };
      return { value: { text: written.normalize('NFC'), lang } };
    },
    key: (item) => `${item.text}@${item.lang}`,
    columns: (item) => ({ '': item.text, Lang: item.lang, Script: scriptOf(item.text) }),
  });
}

/** Whether a tag has the form of BCP 47, such as fr or zh-Hant. */
export function isLanguageTag(tag: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(tag);
}

/** A number with its hedge, and what it measures. */
export interface Quantity {
  readonly measure: string;
  readonly amount: number;
  readonly unit: string;
  readonly comparator: string;
}

export const COMPARATORS = {
  EXACTLY: 'The number itself.',
  ABOUT: 'Near the number, on either side.',
  ALMOST: 'A little under the number.',
  LESS_THAN: 'Under the number.',
  MORE_THAN: 'Over the number.',
  AT_LEAST: 'The number or more: "several", "one or more".',
} as const;

export function quantity(about: string): Value<Quantity> {
  return value<Quantity>({
    sort: 'quantity',
    about,
    asking: 'NONE',
    parse: (raw) => {
      const { measure, amount, unit, comparator } = (raw ?? {}) as Partial<Quantity>;
      if (typeof measure !== 'string' || !/^[a-z0-9]+(-[A-Za-z0-9]+)*$/.test(measure))
        return { refused: `expected a measure such as troops-sent, got ${shown(measure)}` };
      if (typeof amount !== 'number' || !Number.isFinite(amount)) return { refused: `expected an amount, got ${shown(amount)}` };
      if (typeof unit !== 'string' || unit === '') return { refused: `expected a unit, got ${shown(unit)}` };
      const scale = /^(hundreds?|thousands?|millions?|billions?|trillions?)\b/i.exec(unit)?.[0];
      if (scale !== undefined) return { refused: `the unit is counted one by one: write the ${scale} into the amount, so that figures can be compared` };
      if (typeof comparator !== 'string' || !Object.hasOwn(COMPARATORS, comparator)) {
        const known = Object.keys(COMPARATORS);
        return { refused: `expected a comparator, one of ${known.join(', ')}; got ${shown(comparator)}${hinted(comparator, known)}` };
      }
      return { value: { measure, amount, unit, comparator } };
    },
    key: (item) => item.measure,
    columns: (item) => ({ '': item.measure, Amount: item.amount, Unit: item.unit, Comparator: item.comparator }),
  });
}

/** The id of another entity, of one of some kinds or of any: what qualifies a relationship, such as the office in which somebody took part. */
export function reference(about: string, refersTo?: Value['refersTo']): Value<string> {
  const parsed = value({
    sort: 'reference',
    about,
    asking: 'IN',
    parse: (raw) => (typeof raw === 'string' && isEntityId(raw) ? { value: raw } : { refused: `expected an id such as country/fr, got ${shown(raw)}` }),
  });
  return refersTo ? { ...parsed, refersTo } : parsed;
}

/** Readable ids: the kind's slug, a stroke, and lower-case words. */
export function isEntityId(id: string): boolean {
  return /^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 120;
}

/** A property that may have several values at once, each a fact of its own. */
export function many<T>(single: Value<T>): Value<T> {
  return { ...single, many: true };
}

/** A property that has a value where nothing is stated: so much is said once for all that have no other. */
export function otherwise<T>(single: Value<T>, value: string): Value<T> {
  return { ...single, otherwise: value };
}

/** A property that a source's header states: it is about the text at hand, not said in it. */
export function given<T>(single: Value<T>): Value<T> {
  return { ...single, given: true };
}

/** A qualifier that follows from other facts. */
export function derived<T>(single: Value<T>): Value<T> {
  return { ...single, derived: true };
}

/** A property that a curator codes by a rule: its claims are INFERRED. */
export function coded<T>(rule: string, single: Value<T>): Value<T> {
  return { ...single, coded: rule };
}

/** A property with what people call it. */
export function called<T>(own: Value<T>, words: Called): Value<T> {
  return { ...own, called: words };
}

/** A property with the sentence that it is told in, and that of what is to be where its verb has no future of its own. */
export function told<T>(says: string, own: Value<T>, will?: string): Value<T> {
  return { ...own, says, ...(will === undefined ? {} : { will }) };
}

/** A text that speaks of its subject, so that its sentence begins with the subject where the text does. */
export function ofSubject<T>(own: Value<T>): Value<T> {
  return { ...own, ofSubject: true };
}
