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
import { overlap, parseTime, type Overlap, type Time } from '../src/model/edtf.js';
import { atOnce } from '../src/model/steps.js';
import { compareText } from '../src/model/text.js';
import { ValidTimes } from '../src/model/valid-time.js';

const BASES = {
  STATED: 'A source places the person in the office at that time.',
  BETWEEN: 'Sources place the person in the office before and after, and say nothing of that day.',
  ONWARD: 'Sources place the person in the office before, and none says that this had ended by then.',
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
        'Who held the office on a day, or at some time in a month or year: for sure where a source says so for that time, possibly where the sources leave it open, as in a view with `asOf`. Sure ones first.',
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

/** Who held it, as a view of that time shows it: by the same rule, told by what it rests on. */
async function holdings({ scope, entity }: Subject, time: Time): Promise<Holding[]> {
  const question = { type: HeldOffice.type, direction: 'IN' as const, intended: false, linkFilter: [], farFilter: [], descending: true, first: MOST };
  const { items } = await scope.expand(question, { id: entity.id, after: null });
  const found = await Promise.all(items.map(async ({ link, far }) => ({ far, claims: (await scope.claims(link.key)).filter(isStanding) })));
  const identities = [entity, ...found.map(({ far }) => far)].map(({ id, kind, label }) => ({ id, kind, label }));
  const times = atOnce(ValidTimes.of(scope.vocabulary, { identities, sources: [], claims: found.flatMap(({ claims }) => claims) }, false));
  const all = found.flatMap(({ far, claims }) => holdingOf({ scope, holder: scope.subject(far) }, claims, times, time) ?? []);
  return all.sort((a, b) => compareText(a.certainty, b.certainty) || compareText(a.holder.entity.id, b.holder.entity.id));
}

function isStanding(claim: Claim): boolean {
  return isActual(claim) && claim.rank !== 'DEPRECATED';
}

function holdingOf(held: Pick<Holding, 'scope' | 'holder'>, claims: readonly Claim[], times: ValidTimes, time: Time): Holding | null {
  const { earliest, latest } = time;
  const dated = claims.filter(({ when }) => when !== null);
  // Without a time of its own a claim stands by others for the same, in every spell.
  const holds = (wanted: Overlap) => (dated.length > 0 ? dated : claims).filter((claim) => times.holds(claim, time) === wanted);
  const certainty = holds('CERTAIN').length > 0 ? 'CERTAIN' : 'POSSIBLE';
  const on = holds(certainty);
  if (on.length === 0) return null;
  const stated = on.filter(({ when }) => when !== null && overlap(when, earliest, latest) === certainty);
  if (stated.length > 0) return { ...held, certainty, basis: 'STATED', claims: stated };
  if (dated.length === 0) return { ...held, certainty, basis: 'UNDATED', claims: on };
  const after = dated.filter(({ when }) => when !== null && when.earliest > latest);
  const before = dated.filter((claim) => !after.includes(claim));
  return { ...held, certainty, basis: after.length > 0 ? 'BETWEEN' : 'ONWARD', claims: [...before, ...after] };
}
