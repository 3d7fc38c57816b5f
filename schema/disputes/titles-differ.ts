import { isActual, type Claim } from '../../src/model/claim.js';
import { inEach, type Finding, type Rule } from '../../src/disputes/rule.js';
import { pairs, sortedIds, type Testimony } from '../../src/disputes/testimony.js';
import { groupBy } from '../../src/model/groups.js';

export const titlesDiffer: Rule = {
  id: 'titles-differ',
  about:
    'A person bears the same title in a body and in a part of that body: director general of an association and of its office abroad. One may stand for the other, so it is shown side by side.',
  leaves: 'Different offices held together; titles whose terms are dated.',
  find: (testimony) =>
    inEach(
      groupBy(
        testimony.of('HELD_OFFICE').filter((claim) => isActual(claim) && claim.when === null),
        ({ subject }) => subject,
      ),
      ([person, claims]) =>
        pairs([...groupBy(claims, ({ object }) => object ?? '')]).flatMap(([[a, own], [b, other]]): Finding[] => {
          if (titleOf(testimony, a) !== titleOf(testimony, b) || !isWithin(testimony, a, b)) return [];
          const sides = [own, other].map((held, at) => ({ says: `${testimony.labelOf(at === 0 ? a : b)} (${testimony.voices(held)})`, claims: held }));
          return [
            {
              verdict: 'SIDE_BY_SIDE',
              key: [person, ...sortedIds([a, b])].join('|'),
              about: sortedIds([person, a, b]),
              sides,
              explanation: `The title of ${testimony.labelOf(person)}: ${sides.map(({ says }) => says).join('; ')}.`,
            },
          ];
        }),
    ),
};

/** "Director General" of "Director General of the GAROK". */
function titleOf(testimony: Testimony, office: string): string {
  return (
    testimony
      .labelOf(office)
      .split(/,| (?:of|in|for|to) /)[0]
      ?.toLowerCase() ?? ''
  );
}

/** Whether the bodies of two offices are one, or one part of the other. */
function isWithin(testimony: Testimony, a: string, b: string): boolean {
  const bodies = (office: string) =>
    testimony.about(office).flatMap((claim: Claim) => (claim.predicate === 'OFFICE_OF' && claim.object !== null ? [claim.object] : []));
  const partsOf = (body: string) =>
    testimony
      .about(body)
      .flatMap(({ predicate, object }) => (predicate === 'UNIT_OF' || predicate === 'SEATED_IN' || predicate === 'LOCATED_IN' ? [object] : []));
  return bodies(a).some((x) => bodies(b).some((y) => x === y || partsOf(x).includes(y) || partsOf(y).includes(x)));
}
