import { isActual, type Claim } from '../../model/claim.js';
import type { Time } from '../../model/edtf.js';
import { timeValue } from '../../model/edtf.js';
import { filled, unnamed } from '../../model/sentence.js';
import { joined } from '../joined.js';
import { inEach, type Finding, type Rule } from '../rule.js';
import { pairs, type Testimony } from '../testimony.js';
import { timeInWords } from '../../model/time-words.js';
import { exclude, isInterval } from '../times.js';
import { differing, sidesByValue, singleFacts } from '../values.js';

interface Dated {
  readonly claim: Claim;
  readonly time: Time;
}

export const excludingDates: Rule = {
  id: 'excluding-dates',
  about: 'Two times for one thing that cannot both be right: a beginning in 1886 and one in 1949, a fair in 2014 and one from 2015 to 2016.',
  leaves:
    'A more precise date (June 2023 and 2023; 2021 and "2021 or 2022"); a year within several; relationships seen at several moments; what is planned, hoped for or denied; an end on the last day that a source covers.',
  find: (testimony) => joined(clashes(testimony)),
};

function* clashes(testimony: Testimony): Iterable<Finding | null> {
  yield* ofRelationships(testimony);
  yield* ofProperties(testimony);
}

function ofProperties(testimony: Testimony): Iterable<Finding | null> {
  const times = singleFacts(testimony, (claim) => testimony.propertyOf(claim)?.sort === 'time');
  return inEach(times, (claims) =>
    clash(
      testimony,
      claims.filter(isActual).flatMap((claim) => {
        const time = timeValue(claim.value);
        return time ? [{ claim, time }] : [];
      }),
    ),
  );
}

/** Since when, or until when, two ends stood in a relationship; at which moments they did excludes nothing. */
function ofRelationships(testimony: Testimony): Iterable<Finding | null> {
  return inEach(testimony.told.values(), (claims) => {
    const relationship = claims[0] && testimony.relationshipOf(claims[0]);
    const [first] = claims;
    if (!relationship || !first) return [];
    const dated = claims.filter(isActual).flatMap((claim) => {
      const time = testimony.whenOf(claim);
      return time && isInterval(time) ? [{ claim, time }] : [];
    });
    const ends = { subject: testimony.labelOf(first.subject), object: testimony.labelOf(first.object ?? '') };
    const name = filled(relationship.says, relationship, { ...ends, qualifiers: first.qualifiers });
    const level = unnamed(relationship)
      .map((qualifier) => first.qualifiers[qualifier])
      .filter((value) => typeof value === 'string');
    return clash(testimony, dated, `${name}${level.length > 0 ? ` (${level.join(', ')})` : ''}`);
  });
}

function clash(testimony: Testimony, dated: readonly Dated[], what?: string): Finding[] {
  const involved = new Set(pairs(dated).flatMap(([a, b]) => (exclude(a.time, b.time) ? [a, b] : [])));
  if (involved.size === 0) return [];
  const times = new Map([...involved].map(({ claim, time }) => [claim, timeInWords(time)]));
  const sides = sidesByValue(testimony, [...times.keys()], (claim) => times.get(claim) ?? '');
  return [differing(testimony, 'DISPUTE', sides, what)];
}
