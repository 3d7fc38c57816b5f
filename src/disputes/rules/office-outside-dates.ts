import { isActual, type Claim } from '../../model/claim.js';
import type { Time } from '../../model/edtf.js';
import { describedBy } from '../../model/projection.js';
import { inEach, type Finding, type Rule } from '../rule.js';
import { sortedIds, type Testimony } from '../testimony.js';
import { timeInWords } from '../../model/time-words.js';
import { begunBy, endpoints, isInterval } from '../times.js';

export const officeOutsideDates: Rule = {
  id: 'office-outside-dates',
  about: 'Somebody acted in an office at a time when, as others say, the person did not hold it.',
  leaves: 'Offices whose terms nobody dates, or dates only by a moment; times that may overlap; what is planned, hoped for or denied.',
  find: (testimony) =>
    inEach(testimony.facts.values(), (claims) =>
      claims.filter(isActual).flatMap((claim): Finding[] => {
        const when = timeOf(testimony, claim);
        const references = Object.entries(testimony.relationshipOf(claim)?.properties ?? {}).filter(([, { sort }]) => sort === 'reference');
        return references.flatMap(([name]) => {
          const office = claim.qualifiers[name];
          const terms = typeof office === 'string' ? holding(testimony, claim.subject, office) : [];
          return when && typeof office === 'string' && terms.length > 0 && terms.every(isTerm) && terms.every((term) => isOutside(when, testimony.whenOf(term)))
            ? [found(testimony, claim, office, when, terms)]
            : [];
        });
      }),
    ),
};

type Term = Claim & { readonly when: Time };

function isTerm(claim: Claim): claim is Claim & { readonly when: NonNullable<Claim['when']> } {
  return claim.when !== null && isInterval(claim.when);
}

function timeOf(testimony: Testimony, claim: Claim): Time | null {
  const relationship = testimony.relationshipOf(claim);
  return claim.when ?? (relationship ? testimony.timeOf(describedBy(relationship, claim.subject, claim.object ?? ''), claim.source) : null);
}

/** The claims that join the person to the office itself. */
function holding(testimony: Testimony, person: string, office: string): readonly Claim[] {
  return testimony.about(person).filter((claim) => claim.object === office && isActual(claim) && claim.rank !== 'DEPRECATED');
}

function isOutside(when: Time, term: Time | null): boolean {
  if (!term) return false;
  const { first, last } = endpoints(term);
  return (first !== null && begunBy(when) < first.earliest) || (last !== null && when.earliest > last.latest);
}

function found(testimony: Testimony, claim: Claim, office: string, when: Time, terms: readonly (Claim | Term)[]): Finding {
  const spans = terms.map((term) => (term.when ? timeInWords(term.when) : '')).join(', ');
  return {
    verdict: 'DISPUTE',
    key: `${claim.factKey}|${office}`,
    about: sortedIds([claim.subject, office, ...(claim.object === null ? [] : [claim.object])]),
    sides: [
      { says: `acted in the office at ${timeInWords(when)} (${testimony.voices([claim])})`, claims: [claim] },
      { says: `held it ${spans} (${testimony.voices(terms)})`, claims: terms },
    ],
    explanation: `${testimony.labelOf(claim.subject)} acted as ${testimony.labelOf(office)} at ${timeInWords(when)} (${testimony.voices([claim])}), but held that office ${spans} (${testimony.voices(terms)}).`,
  };
}
