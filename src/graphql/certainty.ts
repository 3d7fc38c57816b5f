import type { FieldRef } from '@pothos/core';
import { LensView } from '../graph/lens-view.js';
import { NearView } from '../graph/near-view.js';
import { isActual, isIntended, type Claim } from '../model/claim.js';
import { hasCertainty } from '../model/lens.js';
import type { Certainty } from '../model/projection.js';
import type { Columns } from '../model/value.js';
import type { Types } from './builder.js';
import { claimsOfFact, type FactHandle } from './evidence.js';
import type { FieldBuilder, Publisher } from './publisher.js';
import type { Scope } from './scope.js';
import { scalarIn } from './values.js';

/** What every field of the name tells. */
export const CERTAINTY_OF_ITEM = 'How sure it is within a view with asOf or knownBy; absent outside one.';

/** How sure an entity or a relationship is by its columns, which carry that within a view that looks at time. */
export function certaintyIn(columns: Columns): Certainty | null {
  return scalarIn(columns, 'certainty') as Certainty | null;
}

/** As sure as the least sure of several things that must all hold. */
export function leastSure(all: readonly (Certainty | null)[]): Certainty | null {
  return all.length === 0 || all.includes(null) ? null : all.includes('POSSIBLE') ? 'POSSIBLE' : 'CERTAIN';
}

/** As sure as the surest of several things of which one is enough. */
export function mostSure(all: readonly (Certainty | null)[]): Certainty | null {
  return all.includes('CERTAIN') ? 'CERTAIN' : all.includes('POSSIBLE') ? 'POSSIBLE' : null;
}

/** As sure as the surest of the claims that decide: those that say it is so, else that it is not, else that it is intended. */
export function certaintyOfClaims({ seen }: Scope, claims: readonly Claim[]): Certainty | null {
  if (!(seen instanceof LensView || seen instanceof NearView) || !hasCertainty(seen.lens) || claims.length === 0) return null;
  const isDenied = ({ polarity }: Claim) => polarity === 'DENIED';
  const deciding = [isActual, isDenied, isIntended].map((says) => claims.filter(says)).find((found) => found.length > 0) ?? claims;
  return deciding.some(({ id }) => seen.certaintyOf(id) === 'CERTAIN') ? 'CERTAIN' : 'POSSIBLE';
}

/** How sure a fact is; claims that are set aside do not decide, unless the lens lets them. */
async function certaintyOfFact(fact: FactHandle): Promise<Certainty | null> {
  const { lens } = fact.scope;
  if (!hasCertainty(lens)) return null;
  const all = await claimsOfFact(fact);
  const claims = all.filter(({ rank }) => rank !== 'DEPRECATED' || lens.rank === 'WITH_DEPRECATED');
  return certaintyOfClaims(fact.scope, claims.length > 0 ? claims : all);
}

/** The field that tells how sure something is, by its columns. */
export function certaintyField<P>({ wheres }: Publisher, t: FieldBuilder<P>, columns: (parent: P) => Columns): FieldRef<Types> {
  return t.field({ type: wheres.certainty, nullable: true, resolve: (parent) => certaintyIn(columns(parent)) });
}

/** Publishes how sure entities, facts and claims are; edges and relationships have fields of their own. */
export function publishCertainty({ builder, entity, evidence, wheres }: Publisher): void {
  builder.interfaceField(entity, 'certainty', (t) =>
    t.field({
      type: wheres.certainty,
      nullable: true,
      description: `${CERTAINTY_OF_ITEM} Of an entity: how sure it is that something sure is said of it.`,
      resolve: (subject) => certaintyIn(subject.entity.columns),
    }),
  );
  builder.objectField(evidence.fact, 'certainty', (t) =>
    t.field({ type: wheres.certainty, nullable: true, description: CERTAINTY_OF_ITEM, resolve: (fact) => certaintyOfFact(fact) }),
  );
  builder.objectField(evidence.claim, 'certainty', (t) =>
    t.field({
      type: wheres.certainty,
      nullable: true,
      description: CERTAINTY_OF_ITEM,
      resolve: ({ scope, claim }) => certaintyOfClaims(scope, [claim]),
    }),
  );
}
