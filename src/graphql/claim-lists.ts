import { CLAIM_COLUMNS } from '../graph/claim-columns.js';
import type { Filter, Test } from '../graph/filter.js';
import { oneCount, onePage } from '../graph/united.js';
import { placeOf, type ClaimSet, type ClaimSide, type Position } from '../graph/store.js';
import type { Claim } from '../model/claim.js';
import { connection, listOf, type Connection, type Edge } from './connection.js';
import type { PageArgs } from './cursor.js';
import { checkPredicates } from './predicates.js';
import { isNull } from './ranges.js';
import type { ClaimHandle, Scope } from './scope.js';

/** What narrows a list of claims, by the columns of claims. */
export interface ClaimArgs extends PageArgs {
  readonly where?: Readonly<Record<string, readonly string[] | null | undefined>> | null | undefined;
}

export type ClaimList = Connection<Edge<ClaimHandle>>;

/** The filter that the arguments of a list of claims ask for. */
export function claimFilter({ vocabulary }: Scope, { where }: ClaimArgs): Filter {
  checkPredicates(vocabulary, where?.['predicate']);
  return CLAIM_COLUMNS.flatMap((column): Test[][] => {
    const values = where?.[column];
    if (values === null) throw isNull(column);
    return values === undefined ? [] : [[{ column, op: 'IN', values, negated: false }]];
  });
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

/** A list of the claims of some parts, of which no two have one in common, in reading order. */
export function claimList(scope: Scope, list: unknown, args: PageArgs, parts: readonly Part[]): ClaimList {
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
