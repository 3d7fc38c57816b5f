import { isActual, type Claim } from '../../src/model/claim.js';
import { inEach, type Finding, type Rule } from '../../src/disputes/rule.js';
import { pairs, shownValue, sortedIds } from '../../src/disputes/testimony.js';
import { groupBy } from '../../src/model/groups.js';
import { inWords } from '../../src/model/text.js';

export const levelByViewer: Rule = {
  id: 'level-by-viewer',
  about: 'What two countries are to one another: one voice calls them allies, another partners. Several may hold, so it is shown side by side.',
  leaves:
    'Plain diplomatic relations, which every level presupposes; a partnership of no stated sort beside one of a stated sort; levels that one voice gives; what is planned, hoped for or denied.',
  find: (testimony) => {
    const levels = testimony.of('DIPLOMATIC_RELATION').filter((claim) => isActual(claim) && claim.qualifiers['level'] !== 'DIPLOMATIC_RELATIONS');
    return inEach(
      groupBy(levels, ({ subject, object }) => `${subject}|${object ?? ''}`),
      ([key, claims]): Finding[] => {
        const byLevel = [...groupBy(claims, levelOf)];
        const isClash = pairs(claims).some(([a, b]) => testimony.voice(a) !== testimony.voice(b) && !isCompatible(levelOf(a), levelOf(b)));
        if (!isClash) return [];
        const ends = key.split('|');
        const sides = byLevel.map(([level, own]) => ({ says: `${inWords(level)} (${testimony.voices(own)})`, claims: own }));
        return [
          {
            verdict: 'SIDE_BY_SIDE',
            key,
            about: sortedIds(ends),
            sides,
            explanation: `What ${ends.map((id) => testimony.labelOf(id)).join(' and ')} are to one another: ${sides.map(({ says }) => says).join('; ')}.`,
          },
        ];
      },
    );
  },
};

function levelOf({ qualifiers }: Claim): string {
  return shownValue(qualifiers['level'] ?? null);
}

/** "Partners" leaves open of which sort. */
function isCompatible(a: string, b: string): boolean {
  const isVague = a === 'PARTNERSHIP' || b === 'PARTNERSHIP';
  return a === b || (isVague && a !== 'ALLIANCE' && b !== 'ALLIANCE');
}
