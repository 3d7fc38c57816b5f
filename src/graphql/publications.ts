import { compareClaims, type Claim } from '../model/claim.js';
import type { Time } from '../model/edtf.js';
import { publishedDay } from '../model/published.js';
import type { Scope } from './scope.js';
import { scalarIn, timeIn } from './values.js';

/** When the sources of some claims were published, as far as their headers say. */
export interface Publications {
  readonly of: (claim: Claim) => Time | null;
  /** Best claim first, in the one order that stores use as well. */
  readonly compare: (a: Claim, b: Claim) => number;
}

/** Reads the headers of the sources that claims stand in. */
export async function publicationsOf(scope: Scope, claims: readonly Claim[]): Promise<Publications> {
  const ids = [...new Set(claims.map(({ source }) => source))];
  const sources = await Promise.all(ids.map((id) => scope.entity(id)));
  const columns = new Map(ids.map((id, at) => [id, sources[at]?.entity.columns ?? {}]));
  return {
    of: ({ source }) => timeIn(columns.get(source) ?? {}, 'published'),
    compare: compareClaims((source) => publishedDay(scalarIn(columns.get(source) ?? {}, 'published'))),
  };
}
