import type { Claim } from '../../model/claim.js';
import { TENSION_KINDS, tensionsOf, type ClaimReference, type TensionKind } from '../../model/tension.js';
import { inEach, type Finding, type Rule } from '../rule.js';
import { sortedIds, type Testimony } from '../testimony.js';

/** Makes the rule that shows what curators saw of one kind. */
function curatedTension(kind: TensionKind): Rule {
  const { about, verdict } = TENSION_KINDS[kind];
  return {
    id: `tension-${kind.toLowerCase().replaceAll('_', '-')}`,
    about: `${about} A curator saw it; no rule of values does.`,
    leaves: 'What no curator noted; tensions with a side that is not seen.',
    find: (testimony) =>
      inEach(testimony.noted, (noted) =>
        tensionsOf(noted)
          .filter((tension) => tension.kind === kind)
          .flatMap(({ id, says, sides }): Finding[] => {
            const found = sides.map((side) => ({ says: side.says, claims: side.claims.flatMap((reference) => referred(testimony, reference)) }));
            const claims = found.flatMap((side) => side.claims);
            if (found.some((side) => side.claims.length === 0)) return [];
            const about = sortedIds(claims.flatMap(({ subject, object }) => (object === null ? [subject] : [subject, object])));
            return [{ verdict, key: id, about, sides: found, explanation: says }];
          }),
      ),
  };
}

function referred(testimony: Testimony, { source, start, end, subject, predicate, object }: ClaimReference): Claim[] {
  return testimony
    .about(subject)
    .filter(
      (claim) =>
        claim.predicate === predicate && claim.object === object && claim.source === source && claim.spans[0]?.start === start && claim.spans[0].end === end,
    );
}

export const curatedTensions: readonly Rule[] = (Object.keys(TENSION_KINDS) as TensionKind[]).map(curatedTension);
