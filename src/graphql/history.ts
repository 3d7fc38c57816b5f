import type { Filter } from '../graph/filter.js';
import { shownValue } from '../disputes/testimony.js';
import { isIntended, makersOf, timeOfClaims, valueText, type Claim } from '../model/claim.js';
import type { Time } from '../model/edtf.js';
import { timeValue } from '../model/edtf.js';
import { wholeKey } from '../model/spells.js';
import { compareText } from '../model/text.js';
import { publishEnum } from './builder.js';
import { listOf } from './connection.js';
import { claimsAtHand } from './claim-lists.js';
import { claimsOfFact, statusOfClaims, type FactHandle } from './evidence.js';
import { publishList } from './list-type.js';
import { priced } from './price.js';
import { publicationsOf, type Publications } from './publications.js';
import type { Publisher } from './publisher.js';
import type { Scope } from './scope.js';
import { groupBy } from '../model/groups.js';

/** Claims about the levels of one relationship are read up to here. */
const MOST_CLAIMS = 1_000;

interface Entry {
  readonly scope: Scope;
  readonly value: string | null;
  readonly property: string;
  readonly when: Time | null;
  readonly known: Time | null;
  readonly claims: readonly Claim[];
  /** All claims known by then, to tell the status. */
  readonly standing: readonly Claim[];
}

/** Publishes how a fact changed over the time in which it held, and over what was known when. */
export function publishHistory(publisher: Publisher): void {
  const { builder, evidence } = publisher;
  const axis = publishEnum(builder, 'HistoryAxis', 'Along which time a history runs.', {
    VALID_TIME: 'When it held: one entry for each value and time, oldest first, undated ones last.',
    KNOWLEDGE:
      'When it became known: one entry for each source that speaks of it, in the order of their publication, with the value that was best known from then on.',
  });
  const entry = builder.objectRef<Entry>('HistoryEntry').implement({
    description: 'A stage in the history of a fact.',
    fields: (t) => ({
      property: t.string({ description: 'The property or relationship type.', resolve: ({ property }) => property }),
      value: t.string({
        nullable: true,
        description:
          'The value of a property, or what tells relationships between the same two apart, such as the level; absent for a relationship that has neither.',
        resolve: ({ value }) => value,
      }),
      when: t.field({ type: evidence.when, nullable: true, description: 'When it held, as said.', resolve: ({ when }) => when }),
      known: t.field({
        type: evidence.when,
        nullable: true,
        description: 'When the first source that says so was published; absent where that is unknown.',
        resolve: ({ known }) => known,
      }),
      status: t.field({ type: evidence.status, description: 'What the claims of this stage come to.', resolve: ({ standing }) => statusOfClaims(standing) }),
      claims: t.field({
        type: evidence.claimConnection,
        description: 'The claims of this stage: who says so.',
        args: t.arg.connectionArgs(),
        resolve: ({ scope, claims }, args) => claimsAtHand(scope, ['history', ...claims.map(({ id }) => id)], args, () => claims),
      }),
    }),
  });
  const entries = publishList<Entry>(builder, { name: 'History', of: 'stages in the history of a fact', type: entry });
  builder.objectField(evidence.fact, 'history', (t) =>
    t.field({
      type: entries,
      extensions: priced(20),
      description:
        'How it changed. For relationships that a level tells apart, the history runs across all levels between the two, but not across the spells of one level; for a record, over its properties that have one value.',
      args: { ...t.arg.connectionArgs(), by: t.arg({ type: axis, required: false, description: 'Along which time; VALID_TIME by default.' }) },
      resolve: (fact, { by, ...args }) => {
        const all = async () => {
          const claims = await claimsOf(publisher, fact);
          const published = await publicationsOf(fact.scope, claims);
          return by === 'KNOWLEDGE' ? byKnowledge(fact.scope, claims, published) : byValidTime(fact.scope, claims, published);
        };
        return listOf<Entry, Entry>({ list: ['history', fact.key, by], args, all, node: (stage) => stage });
      },
    }),
  );
}

async function claimsOf({ vocabulary }: Publisher, fact: FactHandle): Promise<readonly Claim[]> {
  const own = await claimsOfFact(fact);
  const [first] = own;
  if (fact.record) {
    const kind = vocabulary.kind(fact.record.entity.kind);
    return own.filter(({ object, predicate }) => object === null && kind && vocabulary.property(kind, predicate)?.many === false);
  }
  const relationship = first?.object === null ? undefined : vocabulary.relationship(first?.predicate ?? '');
  if (!first || !relationship || relationship.distinguishedBy.length === 0) return own;
  const filter: Filter = [
    [{ column: 'predicate', op: 'IN', values: [first.predicate], negated: false }],
    [{ column: 'object', op: 'IN', values: [first.object ?? ''], negated: false }],
  ];
  const { items } = await fact.scope.claimPage({ side: 'subject', filter, descending: false, first: MOST_CLAIMS }, { id: first.subject, after: null });
  const ids = new Set(own.map(({ id }) => id));
  return items.filter((claim) => wholeKey(claim.factKey) !== wholeKey(fact.key) || ids.has(claim.id));
}

function byValidTime(scope: Scope, claims: readonly Claim[], published: Publications): Entry[] {
  const groups = groupBy(claims, (claim) =>
    JSON.stringify([claim.predicate, valueOf(claim), whenOf(claim)?.edtf ?? null, claim.polarity === 'DENIED', isIntended(claim)]),
  );
  return [...groups.values()]
    .flatMap((own): Entry[] => {
      const [first] = own;
      return first
        ? [{ scope, value: valueOf(first), property: first.predicate, when: whenOf(first), known: earliest(own.map(published.of)), claims: own, standing: own }]
        : [];
    })
    .sort((a, b) => compareText(a.when?.earliest ?? '~', b.when?.earliest ?? '~') || compareText(a.known?.earliest ?? '~', b.known?.earliest ?? '~'));
}

/** What was known when; for relationships of several levels, each level on its own. */
function byKnowledge(scope: Scope, claims: readonly Claim[], published: Publications): Entry[] {
  return [...groupBy(claims, ({ factKey }) => wholeKey(factKey)).values()]
    .flatMap((own) => knowledgeOf(scope, own, published))
    .sort((a, b) => compareText(a.known?.earliest ?? '~', b.known?.earliest ?? '~') || compareText(a.value ?? '', b.value ?? ''));
}

function knowledgeOf(scope: Scope, claims: readonly Claim[], published: Publications): Entry[] {
  const bySource = [...groupBy(claims, (claim) => published.of(claim)?.edtf ?? '').values()].sort((a, b) =>
    compareText(sortDay(a, published), sortDay(b, published)),
  );
  const standing: Claim[] = [];
  return bySource.map((own) => {
    standing.push(...own);
    standing.sort(published.compare);
    const makers = makersOf(standing, scope.lens.rank === 'WITH_DEPRECATED');
    const best = makers[0] ?? standing[0];
    return {
      scope,
      value: best ? valueOf(best) : null,
      property: own[0]?.predicate ?? '',
      when: best?.object === null ? whenOf(best) : timeOfClaims(makers, scope.vocabulary.relationship(best?.predicate ?? '')),
      known: earliest(own.map(published.of)),
      claims: own,
      standing: [...standing],
    };
  });
}

function sortDay(claims: readonly Claim[], published: Publications): string {
  return (claims[0] && published.of(claims[0])?.earliest) ?? '~';
}

/** A property's value; for a relationship, what tells it from others between the same two. */
function valueOf(claim: Claim): string | null {
  return claim.object === null ? valueText(claim.value) : claim.factKey.split('|')[3] || null;
}

function whenOf(claim: Claim): Time | null {
  return claim.when ?? (claim.object === null && /^\d|^\[|^\.\./.test(shownValue(claim.value)) ? timeValue(claim.value) : null);
}

function earliest(times: readonly (Time | null)[]): Time | null {
  return times.reduce<Time | null>((first, time) => (time && (first === null || time.earliest < first.earliest) ? time : first), null);
}
