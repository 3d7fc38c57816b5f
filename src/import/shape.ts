import { z } from 'zod';
import { MODALITIES, POLARITIES } from '../model/claim.js';
import { hint } from '../model/text.js';
import { ORDERS } from './dates.js';
import { FORMATS } from './rows/row.js';

/** Text with slots; figures and yes or no may stand without quotes. */
const template = z.union([z.string(), z.number(), z.boolean()]).transform(String);

function choice(values: readonly string[]) {
  return z.string().refine((value) => values.includes(value), { error: ({ input }) => `unknown value "${String(input)}"${hint(String(input), values)}` });
}

/** One template, or several of which the first that is not empty counts. */
const oneOrMore = z.union([template, z.array(template).min(1)]).transform((value) => (Array.isArray(value) ? value : [value]));

/** A name that is not empty; or names with the values they must have, one of a list. */
const condition = z.union([template, z.record(z.string(), z.union([template, z.array(template)]))]);

const conditions = { if: condition.optional(), unless: condition.optional() };

const file = z.strictObject({
  path: z.string(),
  format: choice(FORMATS).optional(),
  rows: z.string().optional(),
  id: template.optional(),
  encoding: z.string().optional(),
  delimiter: z.string().optional(),
  quote: z.string().max(1).optional(),
  header: z.array(z.string()).optional(),
  skip: z.int().min(0).optional(),
  /** For a file that others are joined to: what its rows are found by. */
  key: template.optional(),
});

const timeParts = z.strictObject({ year: template, month: template.optional(), day: template.optional() });

const endOfTime = z.union([template, timeParts]);

export const verbs = {
  time: z.strictObject({
    time: z.union([endOfTime, z.tuple([endOfTime, endOfTime])]),
    order: choice(ORDERS).optional(),
    months: z.string().optional(),
    /** What stands for an end that has not come. */
    open: z.array(template).optional(),
    /** What stands for a time that nobody knows. */
    unknown: z.array(template).optional(),
    ...conditions,
  }),
  values: z.strictObject({
    of: template,
    values: z.record(z.string(), z.union([template, z.null()])),
    else: z.union([template, z.null()]).optional(),
    ...conditions,
  }),
  first: z.strictObject({ first: z.array(template).min(1), ...conditions }),
  text: z.strictObject({ text: template, ...conditions }),
  /** The same list whichever of them a row names first. */
  sorted: z.strictObject({ sorted: z.array(template).min(2), ...conditions }),
  number: z.strictObject({ number: template, decimal: z.enum([',', '.']).optional(), ...conditions }),
  split: z.strictObject({ split: template, by: z.array(z.string().min(1)).min(1), whole: z.array(z.string()).optional(), ...conditions }),
  match: z.strictObject({
    match: template,
    patterns: z.array(z.union([z.string(), z.strictObject({ regex: z.string() })])).min(1),
    all: z.boolean().optional(),
    else: z.enum(['empty', 'refuse', 'doubt']).optional(),
    ...conditions,
  }),
  find: z.strictObject({
    find: z.string(),
    by: oneOrMore.optional(),
    name: oneOrMore.optional(),
    of: oneOrMore.optional(),
    at: template.optional(),
    /** How many years before or after `at` it must have been linked with `of`: for names that several bore one after another. */
    years: z.number().positive().optional(),
    near: z.strictObject({ latitude: template, longitude: template, km: z.number().positive() }).optional(),
    decide: template.optional(),
    else: z
      .union([z.enum(['refuse', 'empty']), z.strictObject({ id: template, label: template, kind: z.string().optional(), lang: z.string().optional() })])
      .optional(),
    ...conditions,
  }),
} as const;

export type Verb = keyof typeof verbs;
export type Spec<V extends Verb> = z.infer<(typeof verbs)[V]>;

/** A value made of a row: a template, or one of the verbs. */
const made = z.union([template, z.looseObject({})]);

const name = z.union([template, z.strictObject({ text: template, lang: z.string() })]);

const entity = z.strictObject({
  kind: z.string(),
  id: template,
  label: template,
  /** What it is called within a sentence, such as "the European Union"; its label where absent or empty. */
  called: template.optional(),
  names: z.array(name).optional(),
  sameAs: z.array(template).optional(),
  ...conditions,
});

const leaf: z.ZodType = z.lazy(() => z.union([z.string(), z.number(), z.boolean(), z.record(z.string(), leaf)]));

const claim = z.strictObject({
  fact: z.string(),
  value: leaf.optional(),
  with: z.record(z.string(), template).optional(),
  when: template.optional(),
  summary: template.optional(),
  by: template.optional(),
  modality: choice(Object.keys(MODALITIES)).optional(),
  polarity: choice(Object.keys(POLARITIES)).optional(),
  inferred: template.optional(),
  doubt: template.optional(),
  /** Begins or ends a spell that other rows end or begin. */
  spell: z.enum(['begins', 'ends']).optional(),
  ...conditions,
});

const check = z.strictObject({
  that: z.string(),
  ordered: z.tuple([template, template]).optional(),
  equal: z.tuple([template, template]).optional(),
  given: z.array(template).optional(),
  /** One of them at least is not empty. */
  some: z.array(template).min(1).optional(),
  near: z.strictObject({ latitude: template, longitude: template, to: template, km: z.number().positive() }).optional(),
  /** The place lies in the country: an id such as country/fr, or a two-letter code. */
  inside: z.strictObject({ latitude: template, longitude: template, country: template }).optional(),
  /** What is known already of these two being linked does not rule it out at that time. */
  known: z.strictObject({ ends: z.tuple([template, template]), at: template }).optional(),
  /** Where other sets link the second with others of its kind, the first is among them. */
  listed: z.strictObject({ ends: z.tuple([template, template]) }).optional(),
  /** Of what one has at a time, such as an office, no other row says that somebody else had it then. */
  single: z.strictObject({ of: template, who: template, when: template }).optional(),
  /** Numbers that make another together. */
  sum: z.strictObject({ of: z.array(template).min(1), is: template }).optional(),
  /** A label is in the language that it is said to be in. */
  language: z.strictObject({ of: template, is: template, among: z.array(z.string()).optional() }).optional(),
  mirror: z.strictObject({ ends: z.tuple([template, template]), same: z.array(template).optional() }).optional(),
  else: z.enum(['refuse', 'doubt']).optional(),
  ...conditions,
});

const part = {
  ...conditions,
  let: z.record(z.string(), made).optional(),
  checks: z.array(check).optional(),
  entities: z.record(z.string(), entity).optional(),
  claims: z.array(claim).optional(),
};

// zod cannot infer a type that holds itself.
const parts: z.ZodType<Part> = z.lazy(() => z.strictObject({ in: z.string(), as: z.string(), ...part, each: z.array(parts).optional() }) as never);

export interface Part {
  readonly in?: string;
  readonly as?: string;
  readonly if?: Condition | undefined;
  readonly unless?: Condition | undefined;
  readonly let?: Readonly<Record<string, unknown>> | undefined;
  readonly checks?: readonly z.infer<typeof check>[] | undefined;
  readonly entities?: Readonly<Record<string, EntitySpec>> | undefined;
  readonly claims?: readonly ClaimSpec[] | undefined;
  readonly each?: readonly Part[] | undefined;
}

export const mappingShape = z.strictObject({
  title: z.string(),
  about: z.string().optional(),
  language: z.string().optional(),
  published: z.union([z.string(), z.number()]).transform(String).optional(),
  url: z.string().optional(),
  licence: z.string(),
  attribution: z.string(),
  /** The folder that the files lie in, seen from that of the mapping, unless the command names one. */
  from: z.string().optional(),
  covered: z.union([z.string(), z.number()]).transform(String).optional(),
  /** Look-ups see the seeds and the data set itself, and no other data set. */
  alone: z.boolean().optional(),
  lists: z.record(z.string(), z.array(z.string())).optional(),
  files: z.record(z.string(), file),
  rows: z
    .array(
      z.strictObject({
        of: z.string(),
        join: z.record(z.string(), z.strictObject({ file: z.string(), by: template })).optional(),
        ...part,
        each: z.array(parts).optional(),
      }),
    )
    .min(1),
  expect: z
    .strictObject({
      rows: z.record(z.string(), z.union([z.number(), z.string()]).transform(String)).optional(),
      refused: z.int().min(0).optional(),
      doubtful: z.int().min(0).optional(),
      values: z.record(z.string(), z.record(z.string(), z.array(template))).optional(),
      /** Of a file, columns of which the sum over all rows is that of another. */
      sums: z.record(z.string(), z.record(z.string(), z.string())).optional(),
    })
    .optional(),
});

const decision = z.strictObject({
  same: z.string().optional(),
  label: z.string().optional(),
  not: z.array(z.string()).optional(),
  because: z.string(),
});

/** Decisions: of each kind, what was looked up, and what it is or is not. */
export const decisionsShape = z.record(z.string(), z.record(z.string(), decision));

export type MappingFile = z.infer<typeof mappingShape>;
export type FileSpec = z.infer<typeof file>;
export type EntitySpec = z.infer<typeof entity>;
export type ClaimSpec = z.infer<typeof claim>;
export type CheckSpec = z.infer<typeof check>;
export type Condition = z.infer<typeof condition>;
export type Decision = z.infer<typeof decision>;

/** Every key that a mapping may have somewhere, for hints. */
export const KEYS: readonly string[] = [
  ...new Set([
    ...Object.keys(mappingShape.shape),
    ...Object.keys(file.shape),
    ...Object.keys(part),
    ...Object.keys(entity.shape),
    ...Object.keys(claim.shape),
    ...Object.keys(check.shape),
    'country',
    'ends',
    'same',
    'is',
    'among',
    'who',
    'when',
    'sums',
    ...Object.values(verbs).flatMap((verb) => Object.keys(verb.shape)),
    'each',
    'in',
    'as',
    'of',
    'join',
  ]),
];
