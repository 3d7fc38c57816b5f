import type { Claim } from '../model/claim.js';
import { LARGEST_PAGE } from './cursor.js';
import { badInput } from './errors.js';
import type { ClaimHandle } from './evidence.js';
import type { Scope, Subject } from './scope.js';

/** The GraphQL type of what `node` finds. */
export function typeOfNode(node: unknown): string {
  return (node as Partial<Subject>).entity?.kind ?? 'Claim';
}

/** Entities and claims by their ids, in the order of the ids; null for what is not there. */
export async function nodesWithIds(scope: Scope, ids: readonly string[]): Promise<(ClaimHandle | Subject | null)[]> {
  if (ids.length > LARGEST_PAGE) throw badInput(`ids: at most ${String(LARGEST_PAGE)} at once, got ${String(ids.length)}`);
  const claimIds = ids.filter((id) => id.startsWith('claim/'));
  const claims = claimIds.length > 0 ? await scope.reader.claimsById(claimIds) : new Map<string, Claim>();
  return Promise.all(
    ids.map(async (id) => {
      const claim = claims.get(id);
      return claim ? { scope, claim } : scope.entity(id);
    }),
  );
}
