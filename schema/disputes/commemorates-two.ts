import { isActual } from '../../src/model/claim.js';
import { inEach, type Finding, type Rule } from '../../src/disputes/rule.js';
import { sortedIds } from '../../src/disputes/testimony.js';
import { groupBy } from '../../src/model/groups.js';

export const commemoratesTwo: Rule = {
  id: 'commemorates-two',
  about: 'A partnership, a body or an event is said to commemorate one thing in one place and another elsewhere. Both may hold, so it is shown side by side.',
  leaves: 'Several things named in one sentence; what is planned, hoped for or denied.',
  find: (testimony) =>
    inEach(
      groupBy(testimony.of('COMMEMORATES').filter(isActual), ({ subject }) => subject),
      ([subject, claims]): Finding[] => {
        const objects = [...groupBy(claims, ({ object }) => object ?? '')];
        const starts = new Set(claims.map(({ source, spans }) => `${source}|${String(spans[0]?.start ?? 0)}`));
        if (objects.length < 2 || starts.size < 2) return [];
        const sides = objects.map(([object, own]) => ({ says: `${testimony.titleOf(object)} (${testimony.voices(own)})`, claims: own }));
        return [
          {
            verdict: 'SIDE_BY_SIDE',
            key: subject,
            about: sortedIds([subject, ...objects.map(([object]) => object)]),
            sides,
            explanation: `What ${testimony.titleOf(subject)} commemorates: ${sides.map(({ says }) => says).join('; ')}.`,
          },
        ];
      },
    ),
};
