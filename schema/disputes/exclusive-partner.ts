import { isActual } from '../../src/model/claim.js';
import type { Finding, Rule } from '../../src/disputes/rule.js';
import { inOneBreath, shownValue, sortedIds } from '../../src/disputes/testimony.js';

const EXCLUSIVE = /^(an? )?exclusive\b/i;

export const exclusivePartner: Rule = {
  id: 'exclusive-partner',
  about: 'A partnership is called exclusive, and yet one of its parties has other partners. What is exclusive may be its sort, so it is shown side by side.',
  leaves: 'Parties without another partnership; what is planned, hoped for or denied.',
  find: (testimony) =>
    testimony.of('description').flatMap((claim): Finding[] => {
      if (!isActual(claim) || !EXCLUSIVE.test(shownValue(claim.value)) || testimony.kindOf(claim.subject)?.orderedBy !== 'since') return [];
      const memberships = testimony.of('PARTNER_IN').filter(isActual);
      return sortedIds(memberships.filter(({ object }) => object === claim.subject).map(({ subject }) => subject)).flatMap((party): Finding[] => {
        const others = memberships.filter(({ subject, object }) => subject === party && object !== claim.subject);
        if (others.length === 0) return [];
        const partnerships = sortedIds(others.map(({ object }) => object ?? ''));
        const names = inOneBreath(partnerships.map((id) => testimony.labelOf(id)));
        return [
          {
            verdict: 'SIDE_BY_SIDE',
            key: `${claim.subject}|${party}`,
            about: sortedIds([claim.subject, party, ...partnerships]),
            sides: [
              { says: `${testimony.labelOf(claim.subject)} is exclusive (${testimony.voices([claim])})`, claims: [claim] },
              { says: `${testimony.labelOf(party)} is a partner in ${names} too (${testimony.voices(others)})`, claims: others },
            ],
            explanation: `${testimony.labelOf(claim.subject)} is called exclusive (${testimony.voices([claim])}), and ${testimony.labelOf(party)} is a partner in ${names} too (${testimony.voices(others)}).`,
          },
        ];
      });
    }),
};
