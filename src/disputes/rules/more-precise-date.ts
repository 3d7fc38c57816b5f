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
  leaves:
    'Dates that exclude one another, which are a dispute; dates that are the same, or a year and a month or day of it, which agree in all they say; those of which a rank prefers one; what is planned, hoped for or denied.',
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
        if ([...times.keys()].some(({ rank }) => rank === 'PREFERRED')) return [];
        const told = pairs([...times.values()]);
        if (told.some(([a, b]) => exclude(a, b)) || told.every(([a, b]) => isOfSame(a.edtf, b.edtf))) return [];
        const shown = sidesByValue(testimony, [...times.keys()], (claim) => {
          const time = times.get(claim);
          return time ? timeInWords(time) : '';
        });
        return [differing(testimony, 'SIDE_BY_SIDE', shown)];
      },
    ),
};

/** The same date, or a year and a month or a day of it, without a doubt and without others to choose from. */
function isOfSame(a: string, b: string): boolean {
  const [short = '', long = ''] = [a, b].sort((one, other) => one.length - other.length);
  return short === long || (/^\d{4}(-\d{2}){0,2}$/.test(long) && long.startsWith(`${short}-`));
}
