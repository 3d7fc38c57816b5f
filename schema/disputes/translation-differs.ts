import { isActual } from '../../src/model/claim.js';
import type { Finding, Rule } from '../../src/disputes/rule.js';
import { shownValue } from '../../src/disputes/testimony.js';

/** What a note on two texts calls them by. */
const LANGUAGES = ['English', 'French', 'Korean', 'Vietnamese', 'Chinese'];

export const translationDiffers: Rule = {
  id: 'translation-differs',
  about:
    'A document gives the same words in two languages, as in its text and in a note, and they do not say the same. Which of them was meant is not told, so both places are shown side by side.',
  leaves: 'What is wrong with one text alone: a doubled mark, a missing word.',
  find: (testimony) =>
    testimony.of('defect').flatMap((claim): Finding[] => {
      const says = shownValue(claim.value).replace(/\.$/, '');
      const isOfTwo = claim.spans.length > 1 && LANGUAGES.filter((name) => says.includes(name)).length > 1;
      if (!isActual(claim) || !isOfTwo) return [];
      return [
        {
          verdict: 'SIDE_BY_SIDE',
          key: claim.id,
          about: [claim.subject],
          sides: [
            { says: 'the one text', claims: [claim] },
            { says: 'the other, further on', claims: [claim] },
          ],
          explanation: `${testimony.labelOf(claim.source)}: ${says}.`,
        },
      ];
    }),
};
