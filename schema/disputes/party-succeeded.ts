import { timeInWords } from '../../src/model/time-words.js';
import { isActual } from '../../src/model/claim.js';
import { inEach, type Finding, type Rule } from '../../src/disputes/rule.js';
import { sortedIds } from '../../src/disputes/testimony.js';

export const partySucceeded: Rule = {
  id: 'party-succeeded',
  about:
    'A partnership is told without an end, although one of its parties has since been taken over by another. The successor may have kept it up, so it is shown side by side.',
  leaves: 'Partnerships that ended before; partnerships begun by the successor; parties that nobody dates the end of.',
  find: (testimony) =>
    inEach(testimony.of('SUCCEEDED_BY').filter(isActual), (succession) => {
      const { subject: party, object: successor, when } = succession;
      if (!when || successor === null) return [];
      return testimony.about(party).flatMap((membership): Finding[] => {
        if (membership.predicate !== 'PARTNER_IN' || membership.object === null || !isActual(membership)) return [];
        const partnership = membership.object;
        const since = testimony.timeOf(partnership);
        const hasEnded = testimony.about(partnership).some(({ predicate }) => predicate === 'until');
        if (!since || since.earliest > when.latest || hasEnded) return [];
        return [
          {
            verdict: 'SIDE_BY_SIDE',
            key: `${partnership}|${party}|${membership.id}`,
            about: sortedIds([partnership, party, successor]),
            sides: [
              {
                says: `${testimony.labelOf(party)} has been a partner since ${timeInWords(since)} (${testimony.voices([membership])})`,
                claims: [membership],
              },
              {
                says: `${testimony.labelOf(party)} was succeeded by ${testimony.labelOf(successor)} in ${timeInWords(when)} (${testimony.voices([succession])})`,
                claims: [succession],
              },
            ],
            explanation: `${testimony.labelOf(party)}, a partner in ${testimony.titleOf(partnership)} since ${timeInWords(since)}, was succeeded by ${testimony.labelOf(successor)} in ${timeInWords(when)}, and no end of the partnership is told.`,
          },
        ];
      });
    }),
};
