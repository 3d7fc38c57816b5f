import { isActual, isIntended } from '../../src/model/claim.js';
import { inEach, type Rule } from '../../src/disputes/rule.js';
import { shownValue } from '../../src/disputes/testimony.js';
import { differing } from '../../src/disputes/values.js';
import { inWords } from '../../src/model/text.js';

export const relationHopedFor: Rule = {
  id: 'relation-hoped-for',
  about: 'Two countries are said to stand in a relation of some level already, while somebody later hopes for or plans that very level.',
  leaves: 'A hope that was published before the relation is said to have begun; relations that nobody dates; hopes for closer cooperation in a field.',
  find: (testimony) =>
    inEach(testimony.told.values(), (claims) => {
      if (claims[0]?.predicate !== 'DIPLOMATIC_RELATION') return [];
      const held = claims.filter((claim) => isActual(claim) && claim.when !== null);
      const begun = held.map(({ when }) => when?.earliest ?? '').sort()[0];
      const hoped = claims.filter((claim) => isIntended(claim) && begun !== undefined && (testimony.published(claim.source)?.latest ?? '9') > begun);
      if (begun === undefined || hoped.length === 0) return [];
      const [first] = held;
      const name = first
        ? `${testimony.labelOf(first.subject)} and ${testimony.labelOf(first.object ?? '')}, ${inWords(shownValue(first.qualifiers['level'] ?? null))}`
        : '';
      const sides = [
        { says: `it has been so since ${begun.slice(0, 4)} (${testimony.voices(held)})`, claims: held },
        { says: `it is still hoped for or planned (${testimony.voices(hoped)})`, claims: hoped },
      ];
      return [differing(testimony, 'DISPUTE', sides, name)];
    }),
};
