import type { Claim } from '../model/claim.js';
import { batches } from '../model/groups.js';
import type { Filter } from './filter.js';
import { placeOf, type ClaimSet, type ExpandKey, type GraphReader } from './store.js';

/** How many items one round trip brings, for each id that is asked for. */
const PAGE = 2_000;

/** Of how many ids at once. */
const IDS = 20;

/** Thrown when a view would have to be made of more claims than may be read. */
export class LensUnavailable extends Error {
  override readonly name = 'LensUnavailable';
}

/** Claims of some sides, such as all of a source, that pass a filter. */
export interface Wanted extends ClaimSet {
  readonly ids: readonly string[];
}

/** A filter on one column: any of some values. */
export function among(column: string, values: readonly string[]): Filter {
  return [[{ column, op: 'IN', values, negated: false }]];
}

/** All pages of some claims; every round trip brings the next page of each id that has more. Throws LensUnavailable beyond `most`. */
export async function readClaims(reader: Pick<GraphReader, 'claimPages'>, { ids, ...set }: Wanted, most = Infinity): Promise<Claim[]> {
  const claims: Claim[] = [];
  for (const batch of batches(ids, IDS)) {
    const first = Math.min(PAGE, Math.max(1, most - claims.length));
    for (let keys = batch.map((id): ExpandKey => ({ id, after: null })); keys.length > 0;) {
      const pages = await reader.claimPages({ ...set, descending: false, first }, keys);
      for (const { items } of pages) for (const claim of items) claims.push(claim);
      keys = keys.flatMap(({ id }, at) => {
        const last = pages[at]?.items.at(-1);
        return pages[at]?.more === true && last ? [{ id, after: { sort: placeOf(last), id: last.id } }] : [];
      });
      if (claims.length > most || (claims.length === most && keys.length > 0)) throw tooMany(most);
    }
  }
  return claims;
}

/** What is said where more claims bear on a part of a view than may be read for it. */
export function tooMany(most: number): LensUnavailable {
  return new LensUnavailable(`this part of the view hangs on more than ${String(most)} claims; ask for less at once, or in a view with sources`);
}
