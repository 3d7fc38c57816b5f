import { isActual } from '../../model/claim.js';
import { timeValue } from '../../model/edtf.js';
import { inEach, type Rule } from '../rule.js';
import { pairs } from '../testimony.js';
import { timeInWords } from '../../model/time-words.js';
import { exclude } from '../times.js';
import { differing, sidesByValue, singleFacts } from '../values.js';

export const morePreciseDate: Rule = {
  id: 'more-precise-date',
  about: 'One dates a thing more precisely than another, and the dates agree. Both hold, so it is shown side by side.',
  leaves: 'Dates that exclude one another, which are a dispute; dates that are the same; what is planned, hoped for or denied.',
  find: (testimony) =>
    inEach(
      singleFacts(testimony, (claim) => testimony.propertyOf(claim)?.sort === 'time'),
      (claims) => {
        const times = new Map(
          claims.filter(isActual).flatMap((claim) => {
            const time = timeValue(claim.value);
            return time ? [[claim, time] as const] : [];
          }),
        );
        if (new Set([...times.values()].map(({ edtf }) => edtf)).size < 2 || pairs([...times.values()]).some(([a, b]) => exclude(a, b))) return [];
        const shown = sidesByValue(testimony, [...times.keys()], (claim) => {
          const time = times.get(claim);
          return time ? timeInWords(time) : '';
        });
        return [differing(testimony, 'SIDE_BY_SIDE', shown)];
      },
    ),
};
