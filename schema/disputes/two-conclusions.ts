import { isActual } from '../../src/model/claim.js';
import type { Finding, Rule } from '../../src/disputes/rule.js';
import { inOneBreath, shownValue, sortedIds } from '../../src/disputes/testimony.js';
import { groupBy } from '../../src/model/groups.js';

export const twoConclusions: Rule = {
  id: 'two-conclusions',
  about:
    'A document that quotes nobody comes to more than one verdict about the very same things. Verdicts may add to one another, so they are shown side by side.',
  leaves: 'What somebody is said to have said; verdicts about different things; acts other than an assessment.',
  find: (testimony) => {
    const spoken = new Set(testimony.of('SAID').map(({ object }) => object));
    const verdicts = [...testimony.of('act'), ...testimony.of('gist')].filter((claim) => isActual(claim) && !spoken.has(claim.subject));
    const assessed = new Set(verdicts.filter(({ predicate, value }) => predicate === 'act' && value === 'ASSESS').map(({ subject }) => subject));
    const gists = verdicts.filter(({ predicate, subject }) => predicate === 'gist' && assessed.has(subject));
    const things = (statement: string) =>
      sortedIds(testimony.about(statement).flatMap(({ predicate, object }) => (predicate === 'CONCERNS' && object !== null ? [object] : [])));
    return [...groupBy(gists, ({ subject, source }) => [source, ...things(subject)].join('|'))].flatMap(([key, claims]): Finding[] => {
      const byStatement = [...groupBy(claims, ({ subject }) => subject).values()];
      const [first] = claims;
      const about = first ? things(first.subject) : [];
      if (byStatement.length < 2 || !first || about.length === 0) return [];
      const sides = byStatement.map((own) => ({ says: shownValue(own[0]?.value ?? null), claims: own }));
      return [
        {
          verdict: 'SIDE_BY_SIDE',
          key,
          about: sortedIds([first.source, ...about, ...claims.map(({ subject }) => subject)]),
          sides,
          explanation: `${testimony.labelOf(first.source)} comes to ${String(sides.length)} verdicts about ${inOneBreath(about.map((id) => testimony.labelOf(id)))}: ${sides.map(({ says }) => says.replace(/\.$/, '')).join('; ')}.`,
        },
      ];
    });
  },
};
