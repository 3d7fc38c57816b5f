import type { Dispute } from '../disputes/find.js';
import type { Rule } from '../disputes/rule.js';
import { claimsOfTold, readTold } from '../disputes/told.js';
import type { Position, ToldDisputes } from '../graph/store.js';
import { oneCount, onePage } from '../graph/united.js';
import type { ToldDispute } from '../model/told-dispute.js';
import { isClear } from '../model/lens.js';
import { connection, type Connection, type Edge } from './connection.js';
import type { PageArgs } from './cursor.js';
import type { Scope } from './scope.js';

/** What was found to disagree when the content was written, where there is too much to look for it now; else null. */
export async function toldIn({ lens, plain, views }: Scope): Promise<ToldDisputes | null> {
  const { told } = plain;
  if (!told || !isClear(lens) || (await views.isSmall())) return null;
  return (await told.isCurrent()) ? told : null;
}

interface Asked extends PageArgs {
  readonly verdict: readonly string[];
  readonly about?: string | null | undefined;
  readonly rule?: readonly string[] | null | undefined;
  readonly source?: readonly string[] | null | undefined;
}

interface Handle {
  readonly scope: Scope;
  readonly dispute: Dispute;
}

/** A page of what was found to disagree, with its claims. */
export function toldPage(
  told: ToldDisputes,
  scope: Scope,
  rules: readonly Rule[],
  { verdict: verdicts, about, rule, source, ...args }: Asked,
): Connection<Edge<Handle>> {
  const sets = [...new Set(verdicts)].map((verdict) => ({ verdict, concerns: about ? [about] : null, rules: rule ?? null, sources: source ?? null }));
  const position = (item: ToldDispute): Position => ({ sort: item.rule, id: item.id });
  return connection<ToldDispute & { readonly dispute: Dispute }, Edge<Handle>>({
    list: ['disputes', verdicts, about, rule, source],
    args,
    fetch: async ({ size, from, isBackward: descending }) => {
      const pages = sets.map((set) => told.page({ ...set, first: size, descending, after: from && `${from.sort}\t${from.id}` }));
      const { items, more } = await onePage(pages, { size, descending, position });
      const claims = await scope.reader.claimsById([...new Set(items.flatMap(claimsOfTold))]);
      return {
        items: items.flatMap((item) => {
          const dispute = readTold(item, rules, claims);
          return dispute ? [{ ...item, dispute }] : [];
        }),
        more,
      };
    },
    count: () => oneCount(sets.map((set) => told.count(set))),
    position,
    edge: ({ dispute }) => ({ node: { scope, dispute } }),
  });
}
