import { isActual, type Claim } from '../../model/claim.js';
import { inWords } from '../../model/text.js';
import { inEach, type Rule } from '../rule.js';
import { pairs, shownValue } from '../testimony.js';
import { differing, sidesByValue, singleFacts } from '../values.js';

/** Values that say no more than that nothing closer is known. */
const VAGUE: ReadonlySet<string> = new Set(['UNSPECIFIED', 'OTHER']);

/** For a closed list of values, by its name: those that go together. A star stands for every other value. */
export type GoTogether = Readonly<Record<string, readonly (readonly [string, string])[]>>;

/** Makes the rule, given which values of which lists exclude nothing. */
export function kindByViewer(goTogether: GoTogether): Rule {
  const isCompatible = (list: string, a: string, b: string) =>
    VAGUE.has(a) || VAGUE.has(b) || (goTogether[list] ?? []).some(([x, y]) => (x === a && (y === b || y === '*')) || (x === b && (y === a || y === '*')));
  return {
    id: 'kind-by-viewer',
    about:
      'One viewer calls a thing this, another that: a twinning or a memorandum, active or dormant. A dispute where one and the same viewer says both, else side by side.',
    leaves:
      'Values that say nothing closer (UNSPECIFIED, OTHER); values declared to go together; values said of different times; what is planned, hoped for or denied.',
    find: (testimony) =>
      inEach(
        singleFacts(testimony, (claim) => testimony.propertyOf(claim)?.sort === 'choice'),
        (claims) => {
          const list = (claims[0] && testimony.propertyOf(claims[0])?.choice?.name) ?? '';
          const actual = claims.filter((claim) => isActual(claim) && !VAGUE.has(shownValue(claim.value)));
          const clashing = pairs(actual).filter(
            ([a, b]) => a.value !== b.value && !isCompatible(list, shownValue(a.value), shownValue(b.value)) && isSameTime(a, b),
          );
          if (clashing.length === 0) return [];
          const isOneViewer = clashing.some(([a, b]) => testimony.voice(a) === testimony.voice(b));
          const involved = new Set(clashing.flat());
          return [
            differing(
              testimony,
              isOneViewer ? 'DISPUTE' : 'SIDE_BY_SIDE',
              sidesByValue(
                testimony,
                actual.filter((claim) => involved.has(claim)),
                ({ value }) => inWords(shownValue(value)),
              ),
            ),
          ];
        },
      ),
  };
}

function isSameTime(a: Claim, b: Claim): boolean {
  return a.when === null || b.when === null || (a.when.earliest <= b.when.latest && b.when.earliest <= a.when.latest);
}
