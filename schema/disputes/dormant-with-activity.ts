import { isActual } from '../../src/model/claim.js';
import { inEach, type Finding, type Rule } from '../../src/disputes/rule.js';
import { groupBy } from '../../src/model/groups.js';
import { inOneBreath, sortedIds } from '../../src/disputes/testimony.js';

export const dormantWithActivity: Rule = {
  id: 'dormant-with-activity',
  about: 'A partnership is called dormant, and yet something is told that was done within it. Both may hold, so it is shown side by side.',
  leaves:
    'Partnerships that nobody calls dormant; what the very voice tells that calls them so, since it sees no contradiction; agreements and bodies that belong to a partnership; what is planned, hoped for or denied.',
  find: (testimony) =>
    inEach(
      groupBy(
        testimony.of('activity').filter(({ value }) => value === 'DORMANT'),
        ({ subject }) => subject,
      ).values(),
      (dormant): Finding[] => {
        const [status] = dormant;
        if (!status || !isActual(status)) return [];
        const voices = new Set(dormant.map((claim) => testimony.voice(claim)));
        const activities = testimony
          .toward(status.subject)
          .filter((claim) => claim.predicate === 'PART_OF' && isActual(claim) && testimony.kindOf(claim.subject)?.orderedBy === 'when')
          .filter((claim) => !voices.has(testimony.voice(claim)));
        if (activities.length === 0) return [];
        const done = sortedIds(activities.map(({ subject }) => subject));
        const names = inOneBreath(done.map((id) => testimony.titleOf(id)));
        return [
          {
            verdict: 'SIDE_BY_SIDE',
            key: status.subject,
            about: sortedIds([status.subject, ...done]),
            sides: [
              { says: `dormant (${testimony.voices(dormant)})`, claims: dormant },
              { says: `${names} belongs to it (${testimony.voices(activities)})`, claims: activities },
            ],
            explanation: `${testimony.titleOf(status.subject)} is called dormant (${testimony.voices(dormant)}), and ${names} belongs to it (${testimony.voices(activities)}).`,
          },
        ];
      },
    ),
};
