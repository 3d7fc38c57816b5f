import { isActual, isIntended, type Claim } from '../../model/claim.js';
import { timeValue } from '../../model/edtf.js';
import { inEach, type Finding, type Rule } from '../rule.js';
import type { Testimony } from '../testimony.js';
import { timeInWords } from '../../model/time-words.js';
import { groupBy } from '../../model/groups.js';

export const plannedPast: Rule = {
  id: 'planned-past',
  about: 'A source tells of something as planned or hoped for whose day had passed when the source was published.',
  leaves:
    'Plans whose day may still have been ahead; plans of somebody whom the source quotes, who may have made them known before; sources of unknown date; what the same source also tells as having happened.',
  find: (testimony) =>
    inEach(planned(testimony), (claims) => {
      const [first] = claims;
      if (!first || testimony.kindOf(first.subject)?.orderedBy !== first.predicate) return [];
      return [
        ...groupBy(
          claims.filter((claim) => isIntended(claim) && claim.assertedBy === null),
          ({ source }) => source,
        ),
      ].flatMap(([source, own]): Finding[] => {
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

/** The claims of each time that some source plans or hopes for. */
function* planned(testimony: Testimony): Generator<readonly Claim[]> {
  const times = testimony.ofSort('time');
  const facts = new Set(times.filter(isIntended).map(({ factKey }) => factKey));
  yield* groupBy(
    times.filter(({ factKey }) => facts.has(factKey)),
    ({ factKey }) => factKey,
  ).values();
}
