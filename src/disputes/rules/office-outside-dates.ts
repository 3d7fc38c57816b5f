import { isActual, type Claim } from '../../model/claim.js';
import type { Time } from '../../model/edtf.js';
import { describedBy } from '../../model/ends.js';
import { inEach, type Finding, type Rule } from '../rule.js';
import { sortedIds, type Testimony } from '../testimony.js';
import { timeInWords } from '../../model/time-words.js';
import { begunBy, endpoints, isInterval } from '../times.js';

export const officeOutsideDates: Rule = {
  id: 'office-outside-dates',
  about: 'Somebody acted in an office at a time when, as others say, the person did not hold it.',
  leaves: 'Offices whose terms nobody dates, or dates only by a moment; times that may overlap; what is planned, hoped for or denied.',
  find: (testimony) =>
    inEach(acting(testimony), ({ claim, office }): Finding[] => {
      const terms = holding(testimony, claim.subject, office);
      const when = terms.length > 0 && terms.every(isTerm) ? timeOf(testimony, claim) : null;
      return when && terms.every((term) => isOutside(when, testimony.whenOf(term))) ? [found(testimony, claim, office, when, terms)] : [];
    }),
};

interface Acting {
  readonly claim: Claim;
  readonly office: string;
}

/** Who did something in which office, as the qualifiers of a claim name it. */
function* acting(testimony: Testimony): Generator<Acting> {
  for (const { type, properties } of testimony.vocabulary.relationships) {
    const references = Object.keys(properties).filter((name) => properties[name]?.sort === 'reference');
    if (references.length === 0) continue;
    for (const claim of testimony.each(type).filter(isActual)) {
      for (const name of references) {
        const office = claim.qualifiers[name];
        if (typeof office === 'string') yield { claim, office };
      }
    }
  }
}

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
