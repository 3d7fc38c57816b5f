import { POLARITIES } from '../model/claim.js';
import { claimFilter, claimList, PRICE_OF_ORDER, eitherWay, type ClaimArgs, type ClaimList } from './claim-lists.js';
import { test } from './ranges.js';
import { normalForm } from '../graph/normal-form.js';
import { priced } from './price.js';
import type { Publisher } from './publisher.js';
import { scopeOf, type Scope } from './scope.js';

/** By what claims are looked up, what leads to fewest first. */
const LOOKED_UP = ['subject', 'object', 'assertedBy', 'predicate', 'source', 'polarity'] as const;

/** All claims that pass a filter; every claim affirms or denies. */
function claimsWhere(scope: Scope, args: ClaimArgs): ClaimList {
  const filter = claimFilter(scope, args);
  const side = LOOKED_UP.find((name) => args.where?.[name]) ?? 'polarity';
  const ids = [...new Set(args.where?.[side] ?? Object.keys(POLARITIES))];
  const parts = ids.map((id) => ({ set: { side, filter }, id }));
  if ((side !== 'subject' && side !== 'object') || eitherWay(scope.vocabulary, args.where ?? {}).length === 0)
    return claimList(scope, ['all', filter], args, parts);
  // Those of relationships that both ends have alike also stand at their other end.
  const other = side === 'subject' ? 'object' : 'subject';
  const others = [...filter, ...normalForm({ not: test(side, 'IN', ids) })];
  return claimList(scope, ['all', filter], args, [...parts, ...ids.map((id) => ({ set: { side: other, filter: others } as const, id }))]);
}

/** Publishes the list of all claims. */
export function publishClaims({ builder, evidence }: Publisher): void {
  builder.queryField('claims', (t) =>
    t.field({
      type: evidence.claimConnection,
      extensions: priced(({ orderBy }) => (orderBy ? PRICE_OF_ORDER : 20)),
      description:
        'All claims, source by source in the order of its words: who says what of whom, and, with polarity DENIED, what is said not to be so. Within a view, those that it shows.',
      args: evidence.claimArgs(t),
      resolve: (root, args, request) => claimsWhere(scopeOf(root, request), args),
    }),
  );
}
