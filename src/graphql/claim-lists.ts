import { CLAIM_WORDS, claimColumn } from '../graph/claim-columns.js';
import type { Filter } from '../graph/filter.js';
import { normalForm, type Expression } from '../graph/normal-form.js';
import { oneCount, onePage } from '../graph/united.js';
import { placeOf, type ClaimSet, type ClaimSide, type Position } from '../graph/store.js';
import type { Claim } from '../model/claim.js';
import { compareText } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { connection, listOf, type Connection, type Edge } from './connection.js';
import type { PageArgs } from './cursor.js';
import { checkPredicates } from './predicates.js';
import { badInput } from './errors.js';
import { inRange, isNull, test, textTests, type DateRange, type TextInput } from './ranges.js';
import type { ClaimHandle, Scope } from './scope.js';

/** What narrows a list of claims, by the columns of claims. */
export type ClaimInput = Readonly<Partial<Record<(typeof CLAIM_WORDS)[number], readonly string[] | null | undefined>>> & {
  readonly when?: DateRange | null | undefined;
  readonly summary?: TextInput | null | undefined;
};

export interface ClaimArgs extends PageArgs {
  readonly where?: ClaimInput | null | undefined;
  readonly orderBy?: string | null | undefined;
}

/** How many claims are read to be put in another order than they are kept in. */
const MOST_ORDERED = 2_000;

/** What a list of claims costs beside its page when it is put in order, and in words. */
export const PRICE_OF_ORDER = 200;

export type ClaimList = Connection<Edge<ClaimHandle>>;

/** The filter that the arguments of a list of claims ask for. */
export function claimFilter({ vocabulary }: Scope, { where }: ClaimArgs): Filter {
  if (!where) return [];
  checkPredicates(vocabulary, where.predicate);
  const tests = CLAIM_WORDS.filter((column) => column !== 'subject' && column !== 'object').flatMap((column) => tested(column, where[column]));
  if (where.when === null) throw isNull('when');
  if (where.summary === null) throw isNull('summary');
  const texts = where.summary ? textTests('summary', where.summary, {}) : [];
  return normalForm({ all: [...tests, ...texts, ...endTests(vocabulary, where), ...(where.when ? [inRange('when', where.when)] : [])] });
}

function tested(column: string, values: readonly string[] | null | undefined): Expression[] {
  if (values === null) throw isNull(column);
  return values === undefined ? [] : [test(column, 'IN', values)];
}

/** The types of relationship that both ends have alike, of those that are asked for: either end may be the one that a source names first. */
export function eitherWay(vocabulary: Vocabulary, { predicate }: ClaimInput): readonly string[] {
  const types = vocabulary.relationships.filter(({ symmetric }) => symmetric).map(({ type }) => type);
  return predicate ? types.filter((type) => predicate.includes(type)) : types;
}

/** The ends of claims, in either order where the relationship has none. */
function endTests(vocabulary: Vocabulary, where: ClaimInput): Expression[] {
  const { subject, object } = where;
  const stated = [...tested('subject', subject), ...tested('object', object)];
  const types = eitherWay(vocabulary, where);
  if (stated.length === 0 || types.length === 0) return stated;
  return [{ any: [{ all: stated }, { all: [test('predicate', 'IN', types), ...tested('object', subject), ...tested('subject', object)] }] }];
}

/** A page of claims that are at hand; `mark` tells the list from others. */
export function claimsAtHand(scope: Scope, mark: unknown, args: PageArgs, all: () => readonly Claim[] | Promise<readonly Claim[]>): ClaimList {
  return listOf<Claim, ClaimHandle>({ list: ['claims', mark], args, all, id: ({ id }) => id, node: (claim) => ({ scope, claim }) });
}

/** The claims in which an entity stands on one of some sides. */
export function claimsAt(scope: Scope, sides: readonly ClaimSide[], id: string, args: ClaimArgs): ClaimList {
  const filter = claimFilter(scope, args);
  // No claim is in two of these.
  const parts = sides.map((side, at) => ({ set: { side, except: sides.slice(0, at), filter }, id }));
  return claimList(scope, [sides, id, filter], args, parts);
}

interface Part {
  readonly set: ClaimSet;
  readonly id: string;
}

/** Claims by when what they say held, those that say no time last; without an order as they are. */
export function inOrder(claims: readonly Claim[], orderBy: ClaimArgs['orderBy']): readonly Claim[] {
  if (!orderBy) return claims;
  const day = (claim: Claim) => claimColumn(claim, 'whenEarliest') as string | undefined;
  const sign = orderBy === 'DATE_ASC' ? 1 : -1;
  const dated = claims.flatMap((claim) => (day(claim) === undefined ? [] : [{ claim, day: day(claim) ?? '' }]));
  const sorted = dated.sort((a, b) => sign * compareText(a.day, b.day)).map(({ claim }) => claim);
  return [...sorted, ...claims.filter((claim) => day(claim) === undefined)];
}

/** A list of the claims of some parts, of which no two have one in common, in reading order, or by when they held. */
export function claimList(scope: Scope, list: unknown, args: ClaimArgs, parts: readonly Part[]): ClaimList {
  if (args.orderBy) return claimsAtHand(scope, [list, args.orderBy], args, async () => inOrder(await allOf(scope, parts), args.orderBy));
  const position = (item: Claim): Position => ({ sort: placeOf(item), id: item.id });
  return connection<Claim, Edge<ClaimHandle>>({
    list,
    args,
    fetch: ({ size, from, isBackward: descending }) =>
      onePage(
        parts.map(({ set, id }) => scope.claimPage({ ...set, descending, first: size }, { id, after: from })),
        { size, descending, position },
      ),
    count: () => oneCount(parts.map(({ set, id }) => scope.claimCount(set, id))),
    position,
    edge: (item) => ({ node: { scope, claim: item } }),
  });
}

/** All claims of some parts, in reading order. */
async function allOf(scope: Scope, parts: readonly Part[]): Promise<readonly Claim[]> {
  const pages = await Promise.all(parts.map(({ set, id }) => scope.claimPage({ ...set, descending: false, first: MOST_ORDERED }, { id, after: null })));
  const claims = pages.flatMap(({ items }) => items);
  if (claims.length > MOST_ORDERED || pages.some(({ more }) => more))
    throw badInput(`orderBy: at most ${String(MOST_ORDERED)} claims are put in order; narrow them with where`);
  return claims.sort((a, b) => compareText(placeOf(a), placeOf(b)) || compareText(a.id, b.id));
}
