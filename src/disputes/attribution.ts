import type { Claim } from '../model/claim.js';
import { inEach, type Finding, type Rule } from './rule.js';
import { inOneBreath, sortedIds, type Testimony } from './testimony.js';
import { groupBy } from '../model/groups.js';

/** Words farther apart than this, in code points, stand in different places of a text. */
const ONE_PLACE = 400;

interface Attribution {
  readonly id: string;
  readonly about: string;
  readonly leaves: string;
  /** The relationship type that joins a speaker or author to the work. */
  readonly type: string;
  /** Which end the work is. */
  readonly work: 'subject' | 'object';
  /** The question that the places of a text answer differently. */
  readonly asks: (work: string) => string;
}

/**
 * Makes a rule that finds works credited to different people in different places of one text: in the running text
 * and in a footnote, in the byline and at the end. People named in one place are named together.
 */
export function attribution({ id, about, leaves, type, work, asks }: Attribution): Rule {
  return {
    id,
    about,
    leaves,
    find: (testimony) => {
      const claims = testimony.of(type).filter(({ polarity }) => polarity === 'AFFIRMED');
      const far = (claim: Claim) => (work === 'subject' ? (claim.object ?? '') : claim.subject);
      const same = (claim: Claim) => [work === 'subject' ? claim.subject : claim.object, claim.source, testimony.kindOf(far(claim))?.name].join('|');
      return inEach(groupBy(claims, same), ([key, own]): Finding[] => {
        const credited = [...groupBy(places(own), (place) => sortedIds(place.map(far)).join('|')).values()].map((group) => group.flat());
        const groups = credited.map((group) => new Set(group.map(far)));
        const isSplit = groups.some((a, at) => groups.slice(at + 1).some((b) => ![...a].some((who) => b.has(who))));
        const [first] = own;
        if (!isSplit || !first) return [];
        const what = (work === 'subject' ? first.subject : first.object) ?? '';
        return [
          {
            verdict: 'DISPUTE',
            key,
            about: sortedIds([what, ...own.map(far)]),
            sides: credited.map((group) => ({ says: people(testimony, group, far), claims: group })),
            explanation: `${asks(testimony.labelOf(what))}: in one place it is ${credited.map((group) => people(testimony, group, far)).join(', in another ')}.`,
          },
        ];
      });
    },
  };
}

function people(testimony: Testimony, claims: readonly Claim[], far: (claim: Claim) => string): string {
  return inOneBreath(sortedIds(claims.map(far)).map((who) => testimony.labelOf(who)));
}

/** Claims cut where their words stand far apart; claims set aside stand for a place of their own. */
function places(claims: readonly Claim[]): Claim[][] {
  const sorted = [...claims].sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
  const result: Claim[][] = [];
  let end = -Infinity;
  for (const claim of sorted) {
    const start = claim.spans[0]?.start ?? 0;
    const current = result.at(-1);
    const isAside = claim.rank === 'DEPRECATED' || current?.at(-1)?.rank === 'DEPRECATED';
    if (current && start - end < ONE_PLACE && !isAside) current.push(claim);
    else result.push([claim]);
    end = claim.spans[0]?.end ?? 0;
  }
  return result;
}
