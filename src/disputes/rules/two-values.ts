import { isActual } from '../../model/claim.js';
import { inEach, type Rule } from '../rule.js';
import { shownValue } from '../testimony.js';
import { differing, sidesByValue, singleFacts } from '../values.js';

const CODE = /^[A-Z0-9-]+$/;

export const twoValues: Rule = {
  id: 'two-values',
  about: 'A property that has one value is given two: a number, a code, a coordinate.',
  leaves:
    'Descriptions in our own words, which never match letter by letter; times and choices, which have rules of their own; what is planned, hoped for or denied.',
  find: (testimony) =>
    inEach(
      singleFacts(testimony, () => true),
      (claims) => {
        const sort = claims[0] && testimony.propertyOf(claims[0])?.sort;
        const isCode = sort === 'text' && claims.every(({ value }) => CODE.test(shownValue(value)));
        if (sort !== 'integer' && sort !== 'decimal' && !isCode) return [];
        const sides = sidesByValue(testimony, claims.filter(isActual));
        return sides.length > 1 ? [differing(testimony, 'DISPUTE', sides)] : [];
      },
    ),
};
