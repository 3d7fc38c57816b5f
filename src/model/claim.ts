import type { Time } from './edtf.js';
import { canonicalJson, compareText, sha256 } from './text.js';
import type { Relationship } from './vocabulary.js';

/** What each enumeration means; GraphQL shows these texts, the seed check and the stores use the keys. */
export const POLARITIES = {
  AFFIRMED: 'The source says that it is so.',
  DENIED: 'The source says that it is not so.',
} as const;

export const MODALITIES = {
  ASSERTED: "Said as a fact, in the source's own voice or by the one it quotes.",
  REPORTED: 'Passed on as what somebody else said.',
  ESTIMATED: 'Given as an estimate.',
  PLANNED: 'Meant to happen.',
  HOPED: 'Wished for.',
  HYPOTHETICAL: 'Considered, as a condition or a possibility.',
} as const;

export const RANKS = {
  PREFERRED: 'Chosen before the others, for the reason given.',
  NORMAL: 'Neither chosen nor set aside.',
  DEPRECATED: 'Known to be wrong or outdated, kept for the record.',
} as const;

export const BASES = {
  STATED: 'The words say so.',
  INFERRED: "A curator's rule makes it of the words; it raises no dispute and no count.",
} as const;

export type Polarity = keyof typeof POLARITIES;
export type Modality = keyof typeof MODALITIES;
export type Rank = keyof typeof RANKS;
export type Basis = keyof typeof BASES;

/** Start and end (exclusive) of words in a source's text, in Unicode code points. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The place of a claim in a data set that has rows instead of words. */
export interface ClaimRecord {
  /** Name of the file within the data set, and the SHA-256 of its bytes. */
  readonly file: string;
  readonly sha256: string;
  /** Which row of its file it is, counted from 1. */
  readonly row: number;
  /** What the data set itself calls the record; null where it has no name for it. */
  readonly id: string | null;
  /** What stands in the columns that the claim was made from. */
  readonly values: Readonly<Record<string, string>>;
  /** Words within the prose of a column, in Unicode code points of its value. */
  readonly words?: readonly (Span & { readonly column: string })[];
}

/** Valid time of a claim: when what it says held; with the words it was written in and the rule that resolved them. */
export interface ClaimTime extends Time {
  readonly asWritten: string | null;
  readonly rule: string | null;
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One source saying that a relationship, or a property value, holds or does not hold. */
export interface Claim {
  readonly id: string;
  readonly factKey: string;
  readonly subject: string;
  /** A relationship type or a property name. */
  readonly predicate: string;
  /** The far end of a relationship. */
  readonly object: string | null;
  /** The value of a property, as a seed writes it. */
  readonly value: Json;
  /** Qualifiers of a relationship, such as the role. */
  readonly qualifiers: Readonly<Record<string, Json>>;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly rank: Rank;
  readonly rankReason: string | null;
  /** Whether the words say so, or a rule makes it of them. */
  readonly basis: Basis;
  /** The rule of what is INFERRED; null for what is STATED. */
  readonly basisRule: string | null;
  /** Why a curator doubts it, though the source says so; null where nothing speaks against it. */
  readonly doubt: string | null;
  /** The person or body that the source quotes; null when it speaks for itself. */
  readonly assertedBy: string | null;
  readonly when: ClaimTime | null;
  readonly source: string;
  /** The words it stands on, the main ones first; empty for a source without a text. */
  readonly spans: readonly Span[];
  /** The rows it stands on, for a source that has rows instead of words. */
  readonly records?: readonly ClaimRecord[];
  readonly summary: string;
  /** What a stated figure counts, for comparison with the graph's own count. */
  readonly counts: Json;
  /** What a curator saw that this claim does not fit together with; null for most. */
  readonly tensions: Json;
}

/** `TYPE|subject|object|discriminator`: names the fact that a claim is about. */
export function factKey(predicate: string, subject: string, object: string, discriminator: string): string {
  return [predicate, subject, object, discriminator].join('|');
}

/** Qualifier values that tell facts between the same ends apart, joined by a plus sign. */
export function discriminatorOf(relationship: Relationship, qualifiers: Claim['qualifiers']): string {
  return relationship.distinguishedBy
    .map((name) => qualifiers[name])
    .filter((value) => typeof value === 'string')
    .join('+');
}

/** Ends of a symmetric relationship in the one order that it is stored in. */
export function storedEnds(relationship: Relationship, subject: string, object: string): [string, string] {
  return relationship.symmetric && compareText(subject, object) > 0 ? [object, subject] : [subject, object];
}

/**
 * Gives a claim its id: a hash of its content, so that the same claim always has the same id. What only follows from
 * the content, the fact that it is about and the days that its time may mean, is left out; so are the rows it stands on:
 * two rows of a data set that say the same are one claim. Its properties come in the order of canonical JSON, so that
 * nothing has to bring them into it again wherever a million claims are written or compared.
 */
export function identified(claim: Omit<Claim, 'id'>): Claim {
  const { when } = claim;
  const ordered: Claim = {
    assertedBy: claim.assertedBy,
    basis: claim.basis,
    basisRule: claim.basisRule,
    counts: claim.counts,
    doubt: claim.doubt,
    factKey: claim.factKey,
    id: '',
    modality: claim.modality,
    object: claim.object,
    polarity: claim.polarity,
    predicate: claim.predicate,
    qualifiers: claim.qualifiers,
    rank: claim.rank,
    rankReason: claim.rankReason,
    ...(claim.records ? { records: claim.records } : {}),
    source: claim.source,
    spans: claim.spans,
    subject: claim.subject,
    summary: claim.summary,
    tensions: claim.tensions,
    value: claim.value,
    when,
  };
  const time = when && { asWritten: when.asWritten, edtf: when.edtf, rule: when.rule };
  const hashed = { ...ordered, id: undefined, factKey: null, when: time, ...(claim.records ? { records: undefined } : {}) };
  return { ...ordered, id: `claim/${sha256(canonicalJson(hashed)).slice(0, 20)}` };
}

/** A claim that says more than it did, with the id that follows. */
export function reidentified(claim: Claim): Claim {
  const content: Omit<Claim, 'id'> & { id?: string } = { ...claim };
  delete content.id;
  return identified(content);
}

/** Whether the claim, taken alone, makes something so: affirmed, and said, reported or estimated. */
export function isActual(claim: Claim): boolean {
  return claim.polarity === 'AFFIRMED' && (claim.modality === 'ASSERTED' || claim.modality === 'REPORTED' || claim.modality === 'ESTIMATED');
}

/** Whether the claim says that something is planned or hoped for. */
export function isIntended(claim: Pick<Claim, 'polarity' | 'modality'>): boolean {
  return claim.polarity === 'AFFIRMED' && (claim.modality === 'PLANNED' || claim.modality === 'HOPED');
}

const RANK_ORDER: Readonly<Record<Rank, number>> = { PREFERRED: 0, NORMAL: 1, DEPRECATED: 2 };
const MODALITY_ORDER: Readonly<Record<Modality, number>> = {
  ASSERTED: 0,
  REPORTED: 1,
  ESTIMATED: 2,
  PLANNED: 3,
  HOPED: 4,
  HYPOTHETICAL: 5,
};

/**
 * Best claim first: by rank, then what nobody doubts, then what is stated, then by how firmly it is said, then the one from the source published last, then
 * by place in it, then by id, so that the order is total.
 */
export function compareClaims(published: (source: string) => string): (a: Claim, b: Claim) => number {
  return (a, b) =>
    RANK_ORDER[a.rank] - RANK_ORDER[b.rank] ||
    Number(a.doubt !== null) - Number(b.doubt !== null) ||
    Number(a.basis === 'INFERRED') - Number(b.basis === 'INFERRED') ||
    MODALITY_ORDER[a.modality] - MODALITY_ORDER[b.modality] ||
    compareText(published(b.source), published(a.source)) ||
    (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0) ||
    compareText(a.id, b.id);
}

/**
 * Of the claims of a fact those that make it so, else those that intend it, in their order; none where it is only denied
 * or considered. Claims that are set aside count only where `deprecated` says so.
 */
export function makersOf(claims: readonly Claim[], deprecated: boolean): readonly Claim[] {
  const standing = claims.filter(({ rank }) => deprecated || rank !== 'DEPRECATED');
  const actual = standing.filter(isActual);
  return actual.length > 0 ? actual : standing.filter(isIntended);
}

/**
 * When a fact held, by the best of its claims that says so; claims come best first. Of a state that goes on, the best
 * that tells from when or until when comes before one that tells when it was seen.
 */
export function timeOfClaims(claims: readonly Claim[], relationship: Relationship | undefined): ClaimTime | null {
  const times = claims.flatMap(({ when }) => when ?? []);
  return (relationship?.lasting === true ? times.find(({ edtf }) => edtf.includes('/')) : undefined) ?? times[0] ?? null;
}

/** A claim's value as text: the value itself, the text of a name, or JSON for what has parts. */
export function valueText(value: Json): string | null {
  if (value === null) return null;
  if (typeof value !== 'object') return String(value);
  return 'text' in value && typeof value.text === 'string' ? value.text : canonicalJson(value);
}
