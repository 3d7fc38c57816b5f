import type { Claim } from '../model/claim.js';
import { hedged } from '../model/figure.js';
import { hint, inWords } from '../model/text.js';
import type { Quantity } from '../model/values.js';
import { meet, quantityOf, rangeOf, type Range } from './hedge.js';
import type { Finding, Rule } from './rule.js';

/** What comes of comparing a stated figure with the graph's own count. */
export const COUNT_VERDICTS = {
  CONFIRMED: 'The graph counts as many as stated, hedge included.',
  CONTRADICTED: 'The graph counts another number than stated, hedge included.',
  UNDECIDED:
    "The graph cannot tell: dates are only partly known, the documents do not name all that there are, there was nothing to multiply, or nothing but the figure's own sentence bears it out.",
} as const;

export type CountVerdict = keyof typeof COUNT_VERDICTS;

/** What a figure counts, as a seed declares it beside the claim. */
export interface CountSpec {
  /** A root list, such as partnerships. */
  readonly list: string;
  /** The list's own filter. */
  readonly filter: Readonly<Record<string, unknown>> | null;
  readonly intended: boolean;
  /** As of when, by valid time. */
  readonly asOf: string | null;
  /** For a share: the filter of the whole that it is a share of. */
  readonly of: Readonly<Record<string, unknown>> | null;
  /** For how many times as many: the filter of those that it is compared with. */
  readonly against: Readonly<Record<string, unknown>> | null;
  /** For a multiple: from when to when the list grew. */
  readonly times: { readonly from: string; readonly to: string } | null;
  /** Whether the documents name all that are counted; where they name SOME, the count is at least so many. */
  readonly named: 'ALL' | 'SOME';
  /** Whether what is dated nowhere may be among those of a time that the filter asks for. */
  readonly undated: boolean;
}

const KEYS = ['list', 'filter', 'intended', 'asOf', 'of', 'against', 'times', 'named', 'undated'];

/** Reads what a seed declares under `counts`; gives the reason where it cannot be read. */
export function readCountSpec(raw: unknown): CountSpec | { readonly refused: string } {
  if (!isObject(raw)) return { refused: 'expected { list, filter }' };
  const unknown = Object.keys(raw).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) return { refused: `unknown key "${unknown}"${hint(unknown, KEYS)}` };
  const { list, filter = null, intended = false, asOf = null, of = null, against = null, times = null, named = 'ALL', undated = false } = raw;
  if (typeof list !== 'string') return { refused: 'needs the name of a list, such as partnerships' };
  if (filter !== null && !isObject(filter)) return { refused: 'filter: expected the filter of the list' };
  if (of !== null && !isObject(of)) return { refused: 'of: expected the filter of the list' };
  if (against !== null && !isObject(against)) return { refused: 'against: expected the filter of the list' };
  if ([of, against, times].filter((given) => given !== null).length > 1) return { refused: 'of, against and times exclude one another' };
  if (typeof undated !== 'boolean') return { refused: 'undated: expected true or false' };
  if (typeof intended !== 'boolean') return { refused: 'intended: expected true or false' };
  if (asOf !== null && typeof asOf !== 'string') return { refused: 'asOf: expected an EDTF date as text' };
  if (named !== 'ALL' && named !== 'SOME') return { refused: `unknown value "${shown(named)}" of named${hint(shown(named), ['ALL', 'SOME'])}` };
  const spec = { list, filter, intended, asOf, of, against, named, undated } as const;
  if (times === null) return { ...spec, times };
  if (!isObject(times) || typeof times['from'] !== 'string' || typeof times['to'] !== 'string') return { refused: 'times: expected { from, to } as text' };
  return { ...spec, times: { from: times['from'], to: times['to'] } };
}

/** How many the graph holds: for sure, and at most. */
export interface Counted {
  readonly certain: number;
  readonly possible: number;
}

/** A figure that a claim states, with what the graph counts. */
export interface CountCheck {
  readonly claim: Claim;
  readonly spec: CountSpec;
  readonly quantity: Quantity;
  readonly counted: Counted;
  /** What a share is of, or what there was before a multiple. */
  readonly whole: Counted | null;
  /** What is compared with the figure: the count itself, a share, or a multiple; absent where there is none to multiply. */
  readonly range: Range | null;
  readonly verdict: CountVerdict;
  readonly explanation: string;
}

/**
 * Compares a stated figure with counts. `whole` is the set that a share is of, the one that another is compared with,
 * or, for a multiple, the count at its beginning. A count in which not all are named is a lower bound.
 */
export function checkCount(claim: Claim, spec: CountSpec, counted: Counted, whole: Counted | null = null): CountCheck | null {
  const quantity = quantityOf(claim.value);
  if (!quantity) return null;
  const stated = rangeOf(quantity);
  const range = isRatio(spec) ? ratio(counted, whole ?? { certain: 0, possible: 0 }) : { from: counted.certain, to: counted.possible };
  const open = spec.named === 'SOME' ? openRange(spec, range) : range;
  const verdict = open === null ? 'UNDECIDED' : judge(stated, open);
  return { claim, spec, quantity, counted, whole, range, verdict, explanation: explain({ spec, quantity, counted, whole, range, verdict }) };
}

/** A check that nothing bears out but the sentence that states the figure: a sentence is no witness of itself. */
export function onItsOwn(check: CountCheck): CountCheck {
  const verdict = 'UNDECIDED';
  return { ...check, verdict, explanation: explain({ ...check, verdict, own: true }) };
}

/** Of a list that is not named in full, nothing is known but that there are so many at least; of its shares, nothing. */
function openRange(spec: CountSpec, range: Range | null): Range | null {
  if (isRatio(spec) || range === null) return { from: 0, to: Infinity };
  return { from: range.from, to: Infinity };
}

function judge(stated: Range, counted: Range): CountVerdict {
  if (!meet(stated, counted)) return 'CONTRADICTED';
  return stated.from <= counted.from && counted.to <= stated.to ? 'CONFIRMED' : 'UNDECIDED';
}

/** Whether the figure is no count but what comes of two. */
function isRatio({ of, against, times }: CountSpec): boolean {
  return of !== null || against !== null || times !== null;
}

function ratio(part: Counted, whole: Counted): Range | null {
  if (whole.possible === 0) return null;
  return { from: part.certain / whole.possible, to: whole.certain === 0 ? Infinity : part.possible / whole.certain };
}

const VERDICT_WORDS: Readonly<Record<CountVerdict, string>> = {
  CONFIRMED: 'the two agree',
  CONTRADICTED: 'the two do not agree',
  UNDECIDED: 'whether they agree cannot be told',
};

/** What the graph holds, in words, with what is made of it where the figure is a ratio. */
function held({ spec, counted, whole, range }: Held): string {
  const shown = ({ certain, possible }: Counted) => (spec.named === 'SOME' ? shownLeast({ certain, possible }) : shownRange(certain, possible));
  const number = shown(counted);
  const plain = whole ? shownRange(whole.certain, whole.possible) : '0';
  const made = range === null ? null : shownRange(round(range.from), round(range.to));
  if (spec.times) {
    const multiple = made === null ? 'so that there was nothing to multiply' : `which is ${made} times as many`;
    return `${plain} up to ${spec.times.from} and ${number} up to ${spec.times.to}, ${multiple}`;
  }
  if (spec.of) return `${number} of ${plain}${made === null ? '' : `, a share of ${made}`}`;
  if (spec.against) return `${number} against ${whole ? shown(whole) : '0'}${made === null ? '' : `, ${made} times as many`}`;
  return number;
}

interface Explained extends Held {
  readonly quantity: Quantity;
  readonly verdict: CountVerdict;
  /** Whether only the figure's own sentence bears it out. */
  readonly own?: boolean;
}

function explain({ quantity, verdict, own = false, ...parts }: Explained): string {
  const figure = `${hedged(quantity)}${isRatio(parts.spec) ? ` (unit: ${inWords(quantity.unit)})` : ''}`;
  const than = parts.spec.named === 'SOME' ? ' (the documents do not name all)' : '';
  const by = own ? ", and not so many without the figure's own sentence" : '';
  return `Stated is ${figure}; the graph holds ${held(parts)}${than}${by}: ${VERDICT_WORDS[verdict]}.`;
}

/** A lower bound, and how many more there may be by what is known of their dates. */
function shownLeast({ certain, possible }: Counted): string {
  const more = possible - certain;
  return `at least ${String(certain)}${more === 0 ? '' : `, and ${String(more)} more whose dates leave it open`}`;
}

interface Held {
  readonly spec: CountSpec;
  readonly counted: Counted;
  readonly whole: Counted | null;
  readonly range: Range | null;
}

function shownRange(from: number, to: number): string {
  return from === to ? String(from) : to === Infinity ? `${String(from)} or more` : `${String(from)} to ${String(to)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The rule that turns contradicted figures into disputes; the counts are made elsewhere, by asking the graph. */
export function countNotBorneOut(checks: readonly CountCheck[]): Rule {
  return {
    id: 'count-not-borne-out',
    about:
      'A figure states how many there are of something that the graph can count, and the graph counts another number, hedges and partly known dates included.',
    leaves:
      'Figures that nobody links to what they count; counts that partly known dates leave open; lists of which the documents name only some, unless more are named than stated.',
    find: (testimony) =>
      checks.flatMap((check): Finding[] =>
        check.verdict === 'CONTRADICTED' && testimony.about(check.claim.subject).some(({ id }) => id === check.claim.id)
          ? [
              {
                verdict: 'DISPUTE',
                key: check.claim.id,
                about: [check.claim.subject],
                sides: [
                  { says: `${hedged(check.quantity)} (${testimony.voices([check.claim])})`, claims: [check.claim] },
                  { says: `the graph holds ${held(check)}`, claims: [] },
                ],
                explanation: `${testimony.voices([check.claim])} on ${testimony.labelOf(check.claim.subject)}. ${check.explanation}`,
              },
            ]
          : [],
      ),
  };
}
