import type { Page, Position } from '../graph/store.js';
import { CLAIM_COLUMNS } from '../graph/claim-columns.js';
import type { Filter, Test } from '../graph/filter.js';
import { placeOf, type ClaimSide } from '../graph/store.js';
import {
  BASES,
  isActual,
  isIntended,
  makersOf,
  MODALITIES,
  POLARITIES,
  RANKS,
  timeOfClaims,
  valueText,
  type Claim,
  type ClaimTime,
  type Span,
} from '../model/claim.js';
import type { Time } from '../model/edtf.js';
import { shownBound } from '../model/values.js';
import type { Builder } from './builder.js';
import { connection, type Connection } from './connection.js';
import { publishList, type Edge } from './list-type.js';
import { pageSize, signature } from './cursor.js';
import { publicationsOf } from './publications.js';
import { publishRecords } from './record-type.js';
import type { Scope, Subject } from './scope.js';

/** A fact: all claims about one relationship or property, or all that describe a record. */
export interface FactHandle {
  readonly scope: Scope;
  readonly key: string;
  /** For a record: the entity whose describing claims are meant. */
  readonly record: Subject | null;
}

export interface ClaimHandle {
  readonly scope: Scope;
  readonly claim: Claim;
}

export interface SpanHandle {
  readonly scope: Scope;
  readonly source: string;
  readonly span: Span;
}

/** A record's describing claims are read up to here; `claims` on the entity pages through all of them. */
const RECORD_CLAIMS = 100;

export async function claimsOfFact({ scope, key, record }: FactHandle): Promise<readonly Claim[]> {
  if (record === null) return scope.claims(key);
  const { items } = await scope.claimPage({ side: 'describes', filter: [], first: RECORD_CLAIMS }, { id: record.entity.id, after: null });
  return [...items].sort((await publicationsOf(scope, items)).compare);
}

async function statusOf(fact: FactHandle): Promise<string> {
  if (fact.record) return fact.record.entity.intended ? 'INTENDED' : 'ASSERTED';
  return statusOfClaims(await claimsOfFact(fact));
}

/** What claims about one fact come to; those set aside do not count. */
export function statusOfClaims(all: readonly Claim[]): string {
  const claims = all.filter((claim) => claim.rank !== 'DEPRECATED');
  const denied = claims.some((claim) => claim.polarity === 'DENIED');
  if (claims.some(isActual)) return denied ? 'DISPUTED' : 'ASSERTED';
  if (denied) return 'DENIED';
  return claims.some(isIntended) ? 'INTENDED' : 'HYPOTHETICAL';
}

/** When a fact held: by the claims that make it so, else by those that say something else of it. */
function whenOf({ vocabulary, lens }: Scope, claims: readonly Claim[]): ClaimTime | null {
  const makers = makersOf(claims, lens.rank === 'WITH_DEPRECATED');
  return timeOfClaims(makers.length > 0 ? makers : claims, vocabulary.relationship(claims[0]?.predicate ?? ''));
}

interface ClaimArgs {
  readonly predicate?: readonly string[] | null | undefined;
  readonly source?: readonly string[] | null | undefined;
  readonly assertedBy?: readonly string[] | null | undefined;
  readonly polarity?: string | null | undefined;
  readonly modality?: readonly string[] | null | undefined;
  readonly rank?: readonly string[] | null | undefined;
  readonly basis?: string | null | undefined;
}

function claimFilter(args: ClaimArgs): Filter {
  return CLAIM_COLUMNS.flatMap((column): Test[][] => {
    const wanted = args[column as keyof ClaimArgs];
    if (wanted === null || wanted === undefined) return [];
    return [[{ column, op: 'IN', values: typeof wanted === 'string' ? [wanted] : wanted, negated: false }]];
  });
}

export type Evidence = ReturnType<typeof publishEvidence>;

/** Publishes how evidence is spelled everywhere: Fact, Claim, Span, When and the enumerations they use. */
export function publishEvidence(builder: Builder, entityRef: () => ReturnType<Builder['interfaceRef']>) {
  const choices = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(values).map(([value, description]) => [value, { description }]));
  const polarity = builder.enumType('Polarity', { description: 'Whether a claim says that something is or is not so.', values: choices(POLARITIES) });
  const modality = builder.enumType('Modality', { description: 'How firmly a claim is made.', values: choices(MODALITIES) });
  const rank = builder.enumType('Rank', {
    description: 'How a claim stands among the others about its fact; a rank other than NORMAL has a reason.',
    values: choices(RANKS),
  });
  const basis = builder.enumType('Basis', { description: 'What a claim rests on.', values: choices(BASES) });
  const status = builder.enumType('FactStatus', {
    description: 'What the claims about a fact come to.',
    values: choices({
      ASSERTED: 'Said to be so, and nobody denies it.',
      DENIED: 'Said not to be so.',
      DISPUTED: 'Said to be so and not to be so.',
      INTENDED: 'Planned or hoped for.',
      HYPOTHETICAL: 'Only considered.',
    }),
  });

  const when = builder.objectRef<Time & Partial<Pick<ClaimTime, 'asWritten' | 'rule'>>>('When').implement({
    description: 'A time, no more precise than its source.',
    fields: (t) => ({
      edtf: t.expose('edtf', { type: 'EDTF', description: 'The time in EDTF.' }),
      earliest: t.field({
        type: 'Date',
        nullable: true,
        description: 'The first day it can be; absent when open.',
        resolve: (time) => shownBound(time.earliest),
      }),
      latest: t.field({ type: 'Date', nullable: true, description: 'The last day it can be; absent when open.', resolve: (time) => shownBound(time.latest) }),
      asWritten: t.string({
        nullable: true,
        description: 'The words of the source, where they say it in another way.',
        resolve: (time) => time.asWritten ?? null,
      }),
      rule: t.string({ nullable: true, description: 'How the words were resolved to a date.', resolve: (time) => time.rule ?? null }),
    }),
  });

  const textOf = async ({ scope, source }: SpanHandle) => {
    const subject = await scope.entity(source);
    return scope.texts.get(String(subject?.entity.columns['sha256']));
  };
  const span = builder.objectRef<SpanHandle>('Span').implement({
    description: "The words of a source that a claim stands on. The words themselves show where the server has the source's text.",
    fields: (t) => ({
      start: t.int({ description: "Where they start, in Unicode code points of the source's text.", resolve: ({ span: { start } }) => start }),
      end: t.int({ description: 'Where they end; this code point is no longer part of them.', resolve: ({ span: { end } }) => end }),
      text: t.string({
        nullable: true,
        description: 'The exact words; absent where the text is not at hand.',
        resolve: async (handle) => (await textOf(handle))?.slice(handle.span.start, handle.span.end) ?? null,
      }),
      before: t.string({
        nullable: true,
        description: 'What stands before them.',
        args: { characters: t.arg.int({ defaultValue: 60, description: 'How much, at most 400.' }) },
        resolve: async (handle, { characters }) => (await textOf(handle))?.slice(handle.span.start - bounded(characters), handle.span.start) ?? null,
      }),
      after: t.string({
        nullable: true,
        description: 'What stands behind them.',
        args: { characters: t.arg.int({ defaultValue: 60, description: 'How much, at most 400.' }) },
        resolve: async (handle, { characters }) => (await textOf(handle))?.slice(handle.span.end, handle.span.end + bounded(characters)) ?? null,
      }),
      verified: t.boolean({
        description: 'Whether the text at hand has the hash that the source states.',
        resolve: async (handle) => (await textOf(handle)) !== undefined,
      }),
    }),
  });

  const record = publishRecords(builder);
  const fact = builder.objectRef<FactHandle>('Fact');
  const claim = builder.objectRef<ClaimHandle>('Claim');
  const byId = ({ scope }: { scope: Scope }, id: string | null) => (id === null ? null : scope.entity(id));
  claim.implement({
    description: 'One source saying that a relationship or a property value holds, or does not hold.',
    interfaces: [builder.nodeInterfaceRef()],
    isTypeOf: (value) => typeof value === 'object' && value !== null && 'claim' in value,
    fields: (t) => ({
      id: t.id({ description: "A hash of the claim's content: the same claim always has the same id.", resolve: (handle) => handle.claim.id }),
      summary: t.string({ description: 'What it says, as one plain sentence.', resolve: (handle) => handle.claim.summary }),
      factKey: t.string({ description: 'Names the fact that it is about.', resolve: (handle) => handle.claim.factKey }),
      fact: t.field({
        type: fact,
        description: 'The fact that it is about, with all claims about it.',
        resolve: (handle) => ({ scope: handle.scope, key: handle.claim.factKey, record: null }),
      }),
      subject: t.field({ type: entityRef(), nullable: true, description: 'What it is about.', resolve: (handle) => byId(handle, handle.claim.subject) }),
      predicate: t.string({ description: 'The relationship type or the property.', resolve: (handle) => handle.claim.predicate }),
      object: t.field({
        type: entityRef(),
        nullable: true,
        description: 'The far end, for a relationship.',
        resolve: (handle) => byId(handle, handle.claim.object),
      }),
      value: t.string({
        nullable: true,
        description: 'The value, for a property; JSON where it has parts.',
        resolve: (handle) => valueText(handle.claim.value),
      }),
      qualifiers: t.field({
        type: [qualifierRef(builder)],
        description: 'What qualifies a relationship, such as the role.',
        resolve: (handle) => Object.entries(handle.claim.qualifiers).map(([name, value]) => ({ name, value: valueText(value) ?? '' })),
      }),
      polarity: t.field({ type: polarity, description: 'Whether it affirms or denies.', resolve: (handle) => handle.claim.polarity }),
      modality: t.field({ type: modality, description: 'How firmly it is said.', resolve: (handle) => handle.claim.modality }),
      rank: t.field({ type: rank, description: 'How it stands among the claims about the fact.', resolve: (handle) => handle.claim.rank }),
      rankReason: t.string({ nullable: true, description: 'Why it has a rank other than NORMAL.', resolve: (handle) => handle.claim.rankReason }),
      basis: t.field({ type: basis, description: 'Whether the words say so, or a rule makes it of them.', resolve: (handle) => handle.claim.basis }),
      basisRule: t.string({ nullable: true, description: 'The rule by which it is INFERRED.', resolve: (handle) => handle.claim.basisRule }),
      doubt: t.string({
        nullable: true,
        description: 'Why it is doubted though the source says so; under a lens it is POSSIBLE at best.',
        resolve: (handle) => handle.claim.doubt,
      }),
      assertedBy: t.field({
        type: entityRef(),
        nullable: true,
        description: 'Whom the source quotes; absent when it speaks for itself.',
        resolve: (handle) => byId(handle, handle.claim.assertedBy),
      }),
      when: t.field({ type: when, nullable: true, description: 'When what it says held.', resolve: (handle) => handle.claim.when }),
      source: t.field({
        type: entityRef(),
        nullable: true,
        description: 'The document that it stands in.',
        resolve: (handle) => byId(handle, handle.claim.source),
      }),
      span: t.field({
        type: span,
        nullable: true,
        description: 'The main words that it stands on; absent for a source without a text.',
        resolve: ({
          scope,
          claim: {
            source,
            spans: [main],
          },
        }) => (main ? { scope, source, span: main } : null),
      }),
      spans: t.field({
        type: [span],
        description: 'All words that it stands on, the main ones first; further ones are what a pronoun stands for, or an original in another language.',
        resolve: ({ scope, claim: { source, spans } }) => spans.map((item) => ({ scope, source, span: item })),
      }),
      record: t.field({
        type: record,
        nullable: true,
        description: 'The row that it stands on, for a data set; the first where several rows say the same.',
        resolve: ({ scope, claim: { records } }) => (records?.[0] ? { scope, record: records[0] } : null),
      }),
      records: t.field({
        type: [record],
        description: 'All rows that it stands on: several where a data set says the same twice.',
        resolve: ({ scope, claim: { records } }) => (records ?? []).map((item) => ({ scope, record: item })),
      }),
    }),
  });

  fact.implement({
    description:
      'What one or more claims are about. Hangs on records (events, agreements, partnerships, statements) and on the edges of every relationship alike.',
    fields: (t) => ({
      key: t.string({ description: 'Names the fact: TYPE|subject|object|discriminator, or the id of a record.', resolve: ({ key }) => key }),
      status: t.field({ type: status, description: 'What the claims come to.', resolve: statusOf }),
      when: t.field({
        type: when,
        nullable: true,
        description: 'When it held, by its best claim that says so.',
        resolve: async (handle) => whenOf(handle.scope, await claimsOfFact(handle)),
      }),
      claims: t.field({
        type: [claim],
        description: 'Who says so, best claim first.',
        args: {
          first: t.arg.int({ defaultValue: 20, description: 'How many, at most 100.' }),
          rank: t.arg({ type: [rank], required: false, description: 'Only claims of these ranks.' }),
          polarity: t.arg({ type: polarity, required: false, description: 'Only what affirms, or only what denies.' }),
          basis: t.arg({ type: basis, required: false, description: 'Only what is stated, or only what is inferred.' }),
        },
        resolve: async (handle, { first, rank: ranks, polarity: wanted, basis: resting }) =>
          (await claimsOfFact(handle))
            .filter((item) => (!ranks || ranks.includes(item.rank)) && (!wanted || item.polarity === wanted) && (!resting || item.basis === resting))
            .slice(0, pageSize(first))
            .map((item) => ({ scope: handle.scope, claim: item })),
      }),
    }),
  });

  const { list: claimConnection } = publishList<ClaimHandle>(builder, {
    name: 'Claim',
    about: 'A list of claims, in the order of their sources and of the words in them.',
    edge: 'A claim in a list.',
    node: 'The claim.',
    type: claim,
  });

  const claimArgs = (t: Parameters<Parameters<Builder['queryField']>[1]>[0]) => ({
    first: t.arg.int({ required: false, description: 'How many, 20 by default, at most 100.' }),
    after: t.arg.string({ required: false, description: 'Read on behind this cursor.' }),
    predicate: t.arg.stringList({ required: false, description: 'Only claims of these relationship types or properties.' }),
    source: t.arg.idList({ required: false, description: 'Only claims from these sources.' }),
    assertedBy: t.arg.idList({ required: false, description: 'Only what these are quoted as saying.' }),
    polarity: t.arg({ type: polarity, required: false, description: 'Only what affirms, or only what denies.' }),
    modality: t.arg({ type: [modality], required: false, description: 'Only claims made in these ways.' }),
    rank: t.arg({ type: [rank], required: false, description: 'Only claims of these ranks.' }),
    basis: t.arg({ type: basis, required: false, description: 'Only what is stated, or only what is inferred.' }),
  });

  const claimList = (
    scope: Scope,
    side: ClaimSide,
    id: string,
    args: ClaimArgs & { first?: number | null | undefined; after?: string | null | undefined },
  ): Connection<Edge<ClaimHandle>> => {
    const filter = claimFilter(args);
    return connection<Claim, Edge<ClaimHandle>>({
      list: signature([side, id, filter]),
      first: args.first,
      after: args.after,
      fetch: (first, after): Promise<Page<Claim>> => scope.claimPage({ side, filter, first }, { id, after }),
      count: () => scope.claimCount(side, filter, id),
      position: (item): Position => ({ sort: placeOf(item), id: item.id }),
      edge: (item, cursor) => ({ cursor, node: { scope, claim: item } }),
    });
  };

  return { when, span, status, fact, claim, claimConnection, claimArgs, claimList };
}

function qualifierRef(builder: Builder) {
  return builder.objectRef<{ name: string; value: string }>('Qualifier').implement({
    description: 'Something that qualifies a relationship in a claim.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'What it is, such as role.' }),
      value: t.exposeString('value', { description: 'The value, or the id of an entity.' }),
    }),
  });
}

function bounded(characters: number | null | undefined): number {
  return Math.min(Math.max(characters ?? 60, 0), 400);
}
