import type { Filter } from '../graph/filter.js';
import { isActual, isIntended, type Claim } from '../model/claim.js';
import type { Relationship } from '../model/vocabulary.js';
import { CERTAINTY_OF_ITEM, certaintyOfClaims } from './certainty.js';
import { badInput } from './errors.js';
import { publishEnum, type ChoiceRef } from './builder.js';
import { claimsAtHand } from './claim-lists.js';
import { priced } from './price.js';
import type { Publisher } from './publisher.js';
import { scopeOf, type Scope } from './scope.js';
import { coveredUntil, meet, timeWithin } from '../model/coverage.js';
import type { Time } from '../model/edtf.js';
import { groupBy } from '../model/groups.js';
import { scalarIn } from './values.js';

/** More claims about two entities than this are not read. */
const MOST_CLAIMS = 1_000;

const STATUSES = {
  AFFIRMED: 'Somebody says that it is so, and nobody denies it.',
  DENIED: 'Somebody says that it is not so, and nobody that it is.',
  DISPUTED: 'Some say that it is so, some that it is not.',
  INTENDED: 'Nobody says that it is so; it is planned or hoped for.',
  UNKNOWN: 'Nobody says anything of it, or it is only considered.',
} as const;

interface Handle {
  readonly scope: Scope;
  readonly from: string;
  readonly to: string;
  readonly type: string | null;
  readonly claims: readonly Claim[];
  /** When each claim holds, in what its source covers. */
  readonly when: (claim: Claim) => Time | null;
}

/** Claims that are not set aside and consider nothing only. */
function counting(all: readonly Claim[]): readonly Claim[] {
  return all.filter(({ rank, modality }) => rank !== 'DEPRECATED' && modality !== 'HYPOTHETICAL');
}

/**
 * What the claims about one relationship, or any, come to. A level denied does not deny the others, and a source does
 * not deny what began when all that it covers was over.
 */
function statusOf({ claims: all, when }: Pick<Handle, 'claims' | 'when'>): keyof typeof STATUSES {
  const claims = counting(all);
  const facts = [...groupBy(claims, ({ factKey }) => factKey).values()].map((own) => {
    const yes = own.filter(isActual);
    const no = own.filter(({ polarity }) => polarity === 'DENIED');
    const isOpen = (claim: Claim) => yes.length === 0 || yes.some((other) => meet(when(claim), when(other)));
    return { yes: yes.length > 0, no: no.some((claim) => claim.when !== null || isOpen(claim)) };
  });
  if (facts.some(({ yes, no }) => yes && no)) return 'DISPUTED';
  if (facts.some(({ yes }) => yes)) return 'AFFIRMED';
  if (facts.some(({ no }) => no)) return 'DENIED';
  return claims.some(isIntended) ? 'INTENDED' : 'UNKNOWN';
}

/** Publishes `relation`: whether two entities are related, or are said not to be, or nobody says. */
export function publishRelation(publisher: Publisher, types: ChoiceRef): void {
  const { builder, evidence, entity, vocabulary } = publisher;
  const status = publishEnum(builder, 'RelationStatus', 'What is known of a relationship between two entities.', STATUSES);
  const relation = builder.objectRef<Handle>('Relation').implement({
    description: 'What is known of a relationship between two entities: "no" and "not known" are different answers.',
    fields: (t) => ({
      status: t.field({ type: status, description: 'What the claims come to.', resolve: statusOf }),
      certainty: t.field({
        type: publisher.wheres.certainty,
        nullable: true,
        description: `${CERTAINTY_OF_ITEM} As sure as the surest claim that says what the status says; absent where it is UNKNOWN.`,
        resolve: ({ scope, claims }) => certaintyOfClaims(scope, counting(claims)),
      }),
      type: t.field({ type: types, nullable: true, description: 'The type that was asked for; absent for any.', resolve: (handle) => handle.type }),
      from: t.field({
        type: entity,
        nullable: true,
        description: 'The first end; absent where it is not there under the lens.',
        resolve: ({ scope, from }) => scope.entity(from),
      }),
      to: t.field({
        type: entity,
        nullable: true,
        description: 'The second end; absent where it is not there under the lens.',
        resolve: ({ scope, to }) => scope.entity(to),
      }),
      claims: t.field({
        type: evidence.claimConnection,
        args: t.arg.connectionArgs(),
        description: `All that is claimed of it, at most ${String(MOST_CLAIMS)} in each direction.`,
        resolve: ({ scope, from, to, type, claims }, args) => claimsAtHand(scope, ['relation', from, to, type], args, () => claims),
      }),
    }),
  });
  builder.queryField('relation', (t) =>
    t.field({
      type: relation,
      extensions: priced(50),
      description: 'Whether one entity stands in a relationship to another: AFFIRMED, DENIED, DISPUTED, INTENDED or UNKNOWN, with the claims.',
      args: {
        from: t.arg.id({ required: true, description: 'The first end.' }),
        to: t.arg.id({ required: true, description: 'The second end. For a symmetric type, and for any, the order does not matter.' }),
        type: t.arg({ type: types, required: false, description: 'The type; any when left out.' }),
      },
      resolve: async (root, { from, to, type }, request) => {
        const scope = scopeOf(root, request);
        if (from === to) throw badInput('from and to are the same entity');
        const relationship = type ? vocabulary.relationship(type) : null;
        const claims = await claimsBetween(scope, from, to, relationship ?? null);
        return { scope, from, to, type: relationship?.type ?? null, claims, when: await withinCoverage(scope, claims) };
      },
    }),
  );
}

async function claimsBetween(scope: Scope, from: string, to: string, relationship: Relationship | null): Promise<readonly Claim[]> {
  const of = async (subject: string, object: string) => {
    const filter: Filter = [
      [{ column: 'object', op: 'IN', values: [object], negated: false }],
      ...(relationship ? ([[{ column: 'predicate', op: 'IN', values: [relationship.type], negated: false }]] as const) : []),
    ];
    return (await scope.claimPage({ side: 'subject', filter, descending: false, first: MOST_CLAIMS }, { id: subject, after: null })).items;
  };
  const isEitherWay = relationship?.symmetric !== false;
  return [...(await of(from, to)), ...(isEitherWay ? await of(to, from) : [])];
}

/** Reads what the sources of denials cover. */
async function withinCoverage(scope: Scope, claims: readonly Claim[]): Promise<Handle['when']> {
  const ids = [...new Set(claims.filter(({ polarity }) => polarity === 'DENIED').map(({ source }) => source))];
  const sources = await Promise.all(ids.map((id) => scope.entity(id)));
  const until = new Map(ids.map((id, at) => [id, coveredUntil(scalarIn(sources[at]?.entity.columns ?? {}, 'covered'))]));
  return (claim) => timeWithin(claim, until.get(claim.source) ?? null);
}
