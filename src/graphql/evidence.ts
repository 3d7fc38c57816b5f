import type { ArgBuilder, ObjectRef } from '@pothos/core';
import { claimColumn } from '../graph/claim-columns.js';
import { passes } from '../graph/filter.js';
import { BASES, isActual, isIntended, makersOf, MODALITIES, POLARITIES, RANKS, timeOfClaims, valueText, type Claim, type ClaimTime } from '../model/claim.js';
import { publishEnum, type Builder, type ChoiceRef, type EntityRef, type Types } from './builder.js';
import { claimValue, publishClaimValue } from './claim-value.js';
import { claimFilter, claimsAtHand, inOrder } from './claim-lists.js';
import { publishList } from './list-type.js';
import { atMost } from './price.js';
import { publicationsOf } from './publications.js';
import { publishRecords } from './record-type.js';
import type { ClaimHandle, Scope, Subject } from './scope.js';
import type { idsOf } from './ids-of.js';
import { publishSpans } from './spans.js';
import { publishWhen } from './times.js';
import type { Wheres } from './where.js';

/** A fact: all claims about one relationship or property, or all that describe a record. */
export interface FactHandle {
  readonly scope: Scope;
  readonly key: string;
  /** For a record: the entity whose describing claims are meant. */
  readonly record: Subject | null;
}

/** A record's describing claims are read up to here; `claims` on the entity pages through all of them. */
const RECORD_CLAIMS = 100;

export async function claimsOfFact({ scope, key, record }: FactHandle): Promise<readonly Claim[]> {
  if (record === null) return scope.claims(key);
  const { items } = await scope.claimPage({ side: 'describes', filter: [], descending: false, first: RECORD_CLAIMS }, { id: record.entity.id, after: null });
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

export type Evidence = ReturnType<typeof publishEvidence>;

/** How many words a claim stands on at most, and what qualifies it. */
const MOST_SPANS = 20;
const MOST_QUALIFIERS = 10;
const MOST_RECORDS = 20;

/** What a claim stands in: always there, whatever the lens. */
export async function sourceOf(scope: Scope, id: string): Promise<Subject> {
  const found = await scope.entityAnyway(id);
  if (!found) throw new Error(`a claim stands in ${id}, which is not there`);
  return found;
}

/** What evidence is published with. */
interface Shared {
  readonly builder: Builder;
  readonly entity: EntityRef;
  readonly wheres: Wheres;
  readonly linkOrder: ChoiceRef;
  readonly ofSources: { readonly extensions?: ReturnType<typeof idsOf> };
}

/** Publishes how evidence is spelled everywhere: Fact, Claim, Span, When and the enumerations they use. */
export function publishEvidence({ builder, entity, wheres, ofSources, linkOrder }: Shared, source: EntityRef) {
  const polarity = publishEnum(builder, 'Polarity', 'Whether a claim says that something is or is not so.', POLARITIES);
  const modality = publishEnum(builder, 'Modality', 'How firmly a claim is made.', MODALITIES);
  const rank = publishEnum(builder, 'Rank', 'How a claim stands among the others about its fact; a rank other than NORMAL has a reason.', RANKS);
  const basis = publishEnum(builder, 'Basis', 'What a claim rests on.', BASES);
  const status = publishEnum(builder, 'FactStatus', 'What the claims about a fact come to.', {
    ASSERTED: 'Said to be so, and nobody denies it.',
    DENIED: 'Said not to be so.',
    DISPUTED: 'Said to be so and not to be so.',
    INTENDED: 'Planned or hoped for.',
    HYPOTHETICAL: 'Only considered.',
  });
  const when = publishWhen(builder);
  const { value, comparator } = publishClaimValue({ builder, entity }, when);
  const span = publishSpans(builder);
  const record = publishRecords(builder);
  const fact = builder.objectRef<FactHandle>('Fact');
  const claim = builder.objectRef<ClaimHandle>('Claim');
  const claimConnection = publishList<ClaimHandle>(builder, { name: 'Claim', of: 'claims', type: claim });
  const byId = ({ scope }: { scope: Scope }, id: string | null) => (id === null ? null : scope.entity(id));
  const claimWhere = builder.inputType('ClaimWhere', {
    description: 'Narrows claims: all that is given must hold.',
    fields: (t) => ({
      predicate: t.stringList({
        required: false,
        description:
          'Only claims of these types of relationship, as in RelationshipType, or of these properties, as their fields are called; also name, description, figure, sameAs.',
      }),
      subject: t.idList({
        required: false,
        description: 'Only claims about these: of a relationship its first end, of a symmetric one, such as a border, either.',
      }),
      object: t.idList({
        required: false,
        description: 'Only claims whose far end is one of these; with `subject`, claims between these, a symmetric relationship in either order.',
      }),
      source: t.idList({ required: false, description: 'Only claims from these sources.', ...ofSources }),
      assertedBy: t.idList({ required: false, description: 'Only what these are quoted as saying.' }),
      when: t.field({
        type: wheres.dateRange,
        required: false,
        description: 'When what they say held, as they say it themselves; `exists: false` for those that say no time.',
      }),
      summary: t.field({ type: wheres.texts, required: false }),
      polarity: t.field({ type: [polarity], required: false }),
      modality: t.field({ type: [modality], required: false }),
      rank: t.field({ type: [rank], required: false }),
      basis: t.field({ type: [basis], required: false }),
    }),
  });
  const claimArgs = (t: { readonly arg: ArgBuilder<Types> }) => ({
    ...t.arg.connectionArgs(),
    where: t.arg({ type: claimWhere, required: false }),
    orderBy: t.arg({ type: linkOrder, required: false }),
  });
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
      subject: t.field({
        type: entity,
        nullable: true,
        description: 'What it is about: the first end of a relationship, or what has the property; null where a lens does not show it.',
        resolve: (handle) => byId(handle, handle.claim.subject),
      }),
      predicate: t.string({ description: 'The relationship type or the property.', resolve: (handle) => handle.claim.predicate }),
      object: t.field({
        type: entity,
        nullable: true,
        description: 'The far end of a relationship; null for a property.',
        resolve: (handle) => byId(handle, handle.claim.object),
      }),
      value: t.string({
        nullable: true,
        description: 'The value, for a property, as a text; JSON where it has parts.',
        resolve: (handle) => valueText(handle.claim.value),
      }),
      typedValue: t.field({
        type: value,
        nullable: true,
        description: 'The value, for a property, by its parts.',
        resolve: ({ scope, claim: stated }) => claimValue(scope, stated),
      }),
      qualifiers: t.field({
        type: [qualifierRef(builder)],
        extensions: atMost(MOST_QUALIFIERS),
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
        type: entity,
        nullable: true,
        description: 'Whom the source quotes; absent when it speaks for itself.',
        resolve: (handle) => byId(handle, handle.claim.assertedBy),
      }),
      when: t.field({ type: when, nullable: true, description: 'When what it says held; null where it says no time.', resolve: (handle) => handle.claim.when }),
      source: t.field({
        type: source,
        description: 'The document or data set that it stands in; told whole, even where a lens shows nothing of it.',
        resolve: (handle) => sourceOf(handle.scope, handle.claim.source),
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
        extensions: atMost(MOST_SPANS),
        description: 'All words that it stands on, the main ones first; further ones are what a pronoun stands for, or an original in another language.',
        resolve: ({ scope, claim: { source, spans } }) => spans.slice(0, MOST_SPANS).map((item) => ({ scope, source, span: item })),
      }),
      record: t.field({
        type: record,
        nullable: true,
        description: 'The row that it stands on, for a data set; the first where several rows say the same.',
        resolve: ({ scope, claim: { records } }) => (records?.[0] ? { scope, record: records[0] } : null),
      }),
      records: t.field({
        type: [record],
        extensions: atMost(MOST_RECORDS),
        description: 'All rows that it stands on: several where a data set says the same twice.',
        resolve: ({ scope, claim: { records } }) => (records ?? []).slice(0, MOST_RECORDS).map((item) => ({ scope, record: item })),
      }),
    }),
  });

  fact.implement({
    description:
      'What one or more claims are about. Hangs on records (events, agreements, partnerships, statements) and on the edges of every relationship alike.',
    fields: (t) => ({
      key: t.string({
        description:
          'Names the fact: TYPE|subject|object|discriminator, for a further spell of a lasting relationship with the day it begins behind it; or the id of a record.',
        resolve: ({ key }) => key,
      }),
      status: t.field({ type: status, description: 'What the claims come to.', resolve: statusOf }),
      when: t.field({
        type: when,
        nullable: true,
        description: 'When it held, by its best claim that says so.',
        resolve: async (handle) => whenOf(handle.scope, await claimsOfFact(handle)),
      }),
      claims: t.field({
        type: claimConnection,
        description: 'Who says so, best claim first.',
        args: claimArgs(t),
        resolve: (handle, args) => {
          const filter = claimFilter(handle.scope, args);
          return claimsAtHand(handle.scope, [handle.key, filter, args.orderBy], args, async () =>
            inOrder(
              (await claimsOfFact(handle)).filter((item) => passes(filter, (column) => claimColumn(item, column))),
              args.orderBy,
            ),
          );
        },
      }),
    }),
  });

  return { when, comparator, span, status, fact, claim, claimConnection, claimArgs };
}

function qualifierRef(builder: Builder): ObjectRef<Types, { name: string; value: string }> {
  return builder.objectRef<{ name: string; value: string }>('Qualifier').implement({
    description: 'Something that qualifies a relationship in a claim.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'What it is, such as role.' }),
      value: t.exposeString('value', { description: 'The value, or the id of an entity.' }),
    }),
  });
}
