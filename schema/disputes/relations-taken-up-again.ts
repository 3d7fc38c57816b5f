import { isActual, type Claim } from '../../src/model/claim.js';
import type { Finding, Rule } from '../../src/disputes/rule.js';
import { shownValue, sortedIds, type Testimony } from '../../src/disputes/testimony.js';
import { groupBy } from '../../src/model/groups.js';

const AGAIN = /\b(re-?establish\w*|restor\w*|resum\w*)\b/i;

export const relationsTakenUpAgain: Rule = {
  id: 'relations-taken-up-again',
  about:
    'The relations of two countries are said to have been restored, which presupposes earlier ones, while a date is given for their beginning. Both may hold, so it is shown side by side.',
  leaves: 'Countries for whose relations nobody gives a beginning; restorations that may be of another pair.',
  find: (testimony) => {
    const begun = testimony
      .of('DIPLOMATIC_RELATION')
      .filter((claim) => isActual(claim) && claim.when !== null && claim.qualifiers['level'] === 'DIPLOMATIC_RELATIONS');
    const restored = [...groupBy(testimony.of('TOOK_PART').filter(isActual), ({ object }) => object ?? '')].filter(([event]) => isRestoring(testimony, event));
    return [...groupBy(begun, ({ subject, object }) => `${subject}|${object ?? ''}`)].flatMap(([key, claims]) =>
      restored.flatMap(([event, parts]): Finding[] => {
        const ends = key.split('|');
        if (!ends.every((end) => parts.some(({ subject }) => subject === end))) return [];
        const told = [...testimony.about(event).filter(({ predicate, value }) => predicate === 'description' && AGAIN.test(shownValue(value))), ...parts];
        const starts = [...new Set(claims.map(({ when }) => when?.earliest.slice(0, 4) ?? ''))].sort().join(' or ');
        return [
          {
            verdict: 'SIDE_BY_SIDE',
            key: `${key}|${event}`,
            about: sortedIds([...ends, event]),
            sides: [
              { says: `they were restored: ${testimony.labelOf(event)} (${testimony.voices(told)})`, claims: told },
              { says: `they began in ${starts} (${testimony.voices(claims)})`, claims },
            ],
            explanation: `The relations of ${ends.map((id) => testimony.labelOf(id)).join(' and ')} are said to have been restored (${testimony.voices(told)}), and to have begun in ${starts} (${testimony.voices(claims)}).`,
          },
        ];
      }),
    );
  },
};

function isRestoring(testimony: Testimony, event: string): boolean {
  return (
    AGAIN.test(testimony.labelOf(event)) ||
    testimony.about(event).some(({ predicate, value }: Claim) => predicate === 'description' && AGAIN.test(shownValue(value)))
  );
}
