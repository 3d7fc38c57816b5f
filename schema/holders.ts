import { HeldOffice, Office } from './office.js';
import { Person } from './person.js';
import { publishEnum } from '../src/graphql/builder.js';
import { listOf } from '../src/graphql/connection.js';
import { signature } from '../src/graphql/cursor.js';
import { claimsAtHand } from '../src/graphql/claim-lists.js';
import { publishList } from '../src/graphql/list-type.js';
import { priced } from '../src/graphql/price.js';
import { extension } from '../src/graphql/publish.js';
import type { Scope, Subject } from '../src/graphql/scope.js';
import { isActual, type Claim } from '../src/model/claim.js';
import { overlap, parseTime, type Time } from '../src/model/edtf.js';
import { compareText } from '../src/model/text.js';

const BASES = {
  STATED: 'A source places the person in the office at that time.',
  BETWEEN: 'Sources place the person in the office before and after, and say nothing of that day.',
  UNDATED: 'A source names the person as holder and does not say when.',
};

type Basis = keyof typeof BASES;

interface Holding {
  readonly scope: Scope;
  readonly holder: Subject;
  readonly certainty: 'CERTAIN' | 'POSSIBLE';
  readonly basis: Basis;
  readonly claims: readonly Claim[];
}

/** How many people an office has had at most. */
const MOST = 100;

export const holdersOn = extension((publisher) => {
  const { builder, evidence } = publisher;
  const basis = publishEnum(builder, 'HoldingBasis', 'On what it rests that somebody held an office on a day.', BASES);
  const holding = builder.objectRef<Holding>('Holding').implement({
    description: 'Somebody who held an office at a time, or may have.',
    fields: (t) => ({
      holder: t.field({ type: publisher.ref(Person), description: 'Who held it.', resolve: ({ holder }) => holder }),
      certainty: t.field({ type: publisher.wheres.certainty, description: 'Whether it is sure for that time.', resolve: (item) => item.certainty }),
      basis: t.field({ type: basis, description: 'What it rests on.', resolve: (item) => item.basis }),
      claims: t.field({
        type: evidence.claimConnection,
        description: 'The claims that it rests on.',
        args: t.arg.connectionArgs(),
        resolve: ({ scope, holder, claims }, args) => claimsAtHand(scope, ['holding', holder.entity.id, ...claims.map(({ id }) => id)], args, () => claims),
      }),
    }),
  });
  const held = publishList<Holding>(builder, { name: 'Holding', of: 'those who held an office', type: holding });
  publisher.fields(Office, (t) => ({
    holdersOn: t.field({
      type: held,
      extensions: priced(20),
      description:
        'Who held the office on a day, or at some time in a month or year: for sure where a source says so for that time, possibly where the sources leave it open. Sure ones first.',
      args: {
        ...t.arg.connectionArgs(),
        day: t.arg({ type: 'EDTF', required: true, description: 'The day, such as 2025-11-22, or a month, a year, or days from and to.' }),
      },
      resolve: (office, { day, ...args }) =>
        listOf<Holding, Holding>({
          list: signature(['holdersOn', office.entity.id, day]),
          args,
          all: () => holdings(office, timeOf(day)),
          id: ({ holder }) => holder.entity.id,
          node: (item) => item,
        }),
    }),
  }));
});

/** What the scalar let through is a time. */
function timeOf(text: string): Time {
  const time = parseTime(text);
  if (!time) throw new Error(`${text} is no time`);
  return time;
}

async function holdings({ scope, entity }: Subject, time: Time): Promise<Holding[]> {
  const question = { type: HeldOffice.type, direction: 'IN' as const, intended: false, linkFilter: [], farFilter: [], descending: true, first: MOST };
  const { items } = await scope.expand(question, { id: entity.id, after: null });
  const all = await Promise.all(items.map(async ({ link, far }) => holdingOf(scope, scope.subject(far), await scope.claims(link.key), time)));
  return all.filter((item) => item !== null).sort((a, b) => compareText(a.certainty, b.certainty) || compareText(a.holder.entity.id, b.holder.entity.id));
}

function holdingOf(scope: Scope, holder: Subject, claims: readonly Claim[], { earliest, latest }: Time): Holding | null {
  const actual = claims.filter((claim) => isActual(claim) && claim.rank !== 'DEPRECATED');
  const found = (certainty: Holding['certainty'], basis: Basis, on: readonly Claim[]) => ({ scope, holder, certainty, basis, claims: on });
  const touching = (wanted: string) => actual.filter(({ when }) => when !== null && overlap(when, earliest, latest) === wanted);
  const certain = touching('CERTAIN');
  if (certain.length > 0) return found('CERTAIN', 'STATED', certain);
  const possible = touching('POSSIBLE');
  if (possible.length > 0) return found('POSSIBLE', 'STATED', possible);
  const before = actual.filter(({ when }) => when !== null && when.latest < earliest);
  const after = actual.filter(({ when }) => when !== null && when.earliest > latest);
  if (before.length > 0 && after.length > 0) return found('POSSIBLE', 'BETWEEN', [...before, ...after]);
  return actual.some(({ when }) => when !== null) || actual.length === 0 ? null : found('POSSIBLE', 'UNDATED', actual);
}
