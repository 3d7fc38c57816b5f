import { isActual, isIntended } from '../../model/claim.js';
import { timeValue } from '../../model/edtf.js';
import { inEach, type Finding, type Rule } from '../rule.js';
import { timeInWords } from '../../model/time-words.js';
import { groupBy } from '../../model/groups.js';

export const plannedPast: Rule = {
  id: 'planned-past',
  about: 'A source tells of something as planned or hoped for whose day had passed when the source was published.',
  leaves: 'Plans whose day may still have been ahead; sources of unknown date; what the same source also tells as having happened.',
  find: (testimony) =>
    inEach(testimony.facts.values(), (claims) => {
      const [first] = claims;
      const kind = first && testimony.kindOf(first.subject);
      if (!first || first.object !== null || kind?.orderedBy !== first.predicate) return [];
      return [...groupBy(claims.filter(isIntended), ({ source }) => source)].flatMap(([source, own]): Finding[] => {
        const published = testimony.published(source);
        const late = own.filter(({ value }) => published !== null && (timeValue(value)?.latest ?? '9') < published.earliest);
        const time = late[0] && timeValue(late[0].value);
        if (!published || !time || claims.some((claim) => claim.source === source && isActual(claim))) return [];
        return [
          {
            verdict: 'STALE_PLAN',
            key: `${first.factKey}|${source}`,
            about: [first.subject, source],
            sides: [
              { says: `it is planned for ${timeInWords(time)} (${testimony.voices(late)})`, claims: late },
              { says: `that was before ${timeInWords(published)}, when ${testimony.labelOf(source)} was published`, claims: [] },
            ],
            explanation: `${testimony.labelOf(source)}, published ${timeInWords(published)}, tells of ${testimony.labelOf(first.subject)} as planned for ${timeInWords(time)}, which had passed.`,
          },
        ];
      });
    }),
};
