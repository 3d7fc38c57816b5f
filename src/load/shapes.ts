import { z } from 'zod';
import { MODALITIES, POLARITIES, RANKS } from '../model/claim.js';
import { TENSION_KINDS } from '../model/tension.js';
import { controlIn, hint } from '../model/text.js';

const EXCUSES = ['NO_FACT', 'DEFECT', 'NAVIGATION'] as const;

function choice(values: readonly string[]) {
  return z.string().refine((value) => values.includes(value), {
    error: ({ input }) => `unknown value "${String(input)}"${hint(String(input), values)}`,
  });
}

/** Text that is more than space. */
const written = z
  .string()
  .refine((value) => value.trim() !== '', { error: 'expected text, got nothing but space' })
  .refine((value) => controlIn(value.trim()) === null, {
    error: ({ input }) => `expected one line of text, got ${controlIn(String(input).trim()) ?? 'a control character'} in it`,
  });

/** Short enough for a cursor, which holds what a list is ordered by. */
const label = written.max(300, { error: 'a label has at most 300 characters' });

const spanText = z.string().regex(/^\d+-\d+$/, { error: ({ input }) => `expected a span such as 12-34, got ${JSON.stringify(input)}` });

const when = z.union([
  z.string(),
  z.number(),
  z.strictObject({ edtf: z.union([z.string(), z.number()]), asWritten: z.string().max(80).optional(), rule: z.string().optional() }),
]);

/** A claim as a seed writes it. */
export const claimShape = z.strictObject({
  /** `subject TYPE object`, or `subject property` with a value. */
  fact: z.string(),
  value: z.unknown().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  when: when.optional(),
  at: z.union([spanText, z.array(spanText).min(1).max(8)]).optional(),
  summary: written.max(400),
  by: z.string().optional(),
  modality: choice(Object.keys(MODALITIES)).optional(),
  polarity: choice(Object.keys(POLARITIES)).optional(),
  rank: choice(Object.keys(RANKS)).optional(),
  reason: z.string().optional(),
  inferred: written.max(200).optional(),
  doubt: written.max(300).optional(),
  counts: z.unknown().optional(),
});

export const sentenceShape = z.strictObject({
  at: spanText,
  claims: z.array(claimShape).optional(),
  excuse: z
    .string()
    .refine((value) => (EXCUSES as readonly string[]).includes(value) || /^REPEATS \d+-\d+$/.test(value), {
      error: ({ input }) => `unknown excuse "${String(input)}"; expected one of ${EXCUSES.join(', ')}, or REPEATS and a sentence's span`,
    })
    .optional(),
});

/** What a curator saw that does not fit together; a claim is named as `12-34 subject PREDICATE object`, after its source where that is another. */
export const tensionShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'expected lower-case words joined by hyphens' }),
  kind: choice(Object.keys(TENSION_KINDS)),
  says: written.max(400),
  sides: z.array(z.strictObject({ says: written.max(200), claims: z.array(z.string()).min(1) })).min(2),
});

export const sourceFileShape = z.strictObject({
  source: z.looseObject({ id: z.string() }),
  sentences: z.array(sentenceShape).optional(),
  claims: z.array(claimShape).optional(),
  tensions: z.array(tensionShape).optional(),
});

/** What stands behind an id in a file of entities: its label, or its kind, its label, what it is called within a sentence and whether that is several, and the ids that it had before. */
export const entityShape = z.union([
  label,
  z.strictObject({
    kind: z.string().optional(),
    label,
    called: label.optional(),
    several: z.literal(true).optional(),
    was: z.array(z.string()).min(1).optional(),
  }),
]);

export type ClaimSeed = z.infer<typeof claimShape>;
export type SourceFile = z.infer<typeof sourceFileShape>;
