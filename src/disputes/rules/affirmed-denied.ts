import { isActual } from '../../model/claim.js';
import { meet } from '../../model/coverage.js';
import { inEach, type Rule } from '../rule.js';
import { differing } from '../values.js';

export const affirmedDenied: Rule = {
  id: 'affirmed-denied',
  about: 'One says that something is so, another that it is not.',
  leaves: 'Hopes, plans and suppositions beside a denial; a denial for another time, or by a source that covers none of it.',
  find: (testimony) =>
    // A denial may reach over several spells of what is affirmed.
    inEach(testimony.denied(), (claims) => {
      const affirmed = claims.filter(isActual);
      const denied = claims.filter((claim) => claim.polarity === 'DENIED' && claim.modality !== 'HYPOTHETICAL');
      const yes = affirmed.filter((claim) => denied.some((other) => meet(testimony.whenOf(claim), testimony.whenOf(other))));
      const no = denied.filter((claim) => affirmed.some((other) => meet(testimony.whenOf(claim), testimony.whenOf(other))));
      const [first] = yes;
      if (!first || no.length === 0) return [];
      const sides = [
        { says: `yes (${testimony.voices(yes)})`, claims: yes },
        { says: `no (${testimony.voices(no)})`, claims: no },
      ];
      return [differing(testimony, 'DISPUTE', sides, `Whether it is so: ${first.summary.replace(/\.$/, '')}`)];
    }),
};
