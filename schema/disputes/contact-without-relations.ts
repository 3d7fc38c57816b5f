import { isActual, type Claim } from '../../src/model/claim.js';
import type { Finding, Rule } from '../../src/disputes/rule.js';
import { sortedIds, type Testimony } from '../../src/disputes/testimony.js';
import { groupBy } from '../../src/model/groups.js';

const NO_TIES = /\bno (existing )?(ties|contacts?)\b/i;
const IN_TOUCH = /\b(communicat\w*|in touch|in contact|talk\w* with|negotiat\w* with)\b/i;

export const contactWithoutRelations: Rule = {
  id: 'contact-without-relations',
  about:
    'Two countries are said to have no diplomatic relations, and yet to be in touch or to have taken part in something together. A dispute where somebody says that they have no ties at all, else side by side.',
  leaves: 'Countries whose relations nobody denies; gatherings of more than three countries; wars; what is planned, hoped for or denied.',
  find: (testimony) => {
    const denied = testimony.of('DIPLOMATIC_RELATION').filter(({ polarity }) => polarity === 'DENIED');
    return [...groupBy(denied, ({ subject, object }) => `${subject}|${object ?? ''}`)].flatMap(([key, claims]) => judged(testimony, key, claims));
  },
};

function judged(testimony: Testimony, key: string, denied: readonly Claim[]): Finding[] {
  const [one = '', other = ''] = key.split('|');
  const told = (pattern: RegExp) => [...describing(testimony, one, other, pattern), ...describing(testimony, other, one, pattern)];
  const noTies = told(NO_TIES);
  const contact = [...told(IN_TOUCH), ...together(testimony, one, other)];
  if (contact.length === 0) return [];
  const apart = [...noTies, ...denied];
  const names = `${testimony.labelOf(one)} and ${testimony.labelOf(other)}`;
  const without = noTies.length > 0 ? 'no ties at all' : 'no diplomatic relations';
  return [
    {
      verdict: noTies.length > 0 ? 'DISPUTE' : 'SIDE_BY_SIDE',
      key,
      about: sortedIds([one, other]),
      sides: [
        { says: `${without} (${testimony.voices(apart)})`, claims: apart },
        { says: `contact all the same (${testimony.voices(contact)})`, claims: contact },
      ],
      explanation: `${names} are said to have ${without} (${testimony.voices(apart)}), and to be in contact all the same (${testimony.voices(contact)}).`,
    },
  ];
}

/** Descriptions of one that name the other. */
function describing(testimony: Testimony, one: string, other: string, pattern: RegExp): Claim[] {
  return testimony
    .about(one)
    .filter(
      ({ predicate, value, polarity }) =>
        predicate === 'description' && polarity === 'AFFIRMED' && typeof value === 'string' && value.includes(testimony.labelOf(other)) && pattern.test(value),
    );
}

/** Acts by which countries are in touch, unlike those by which they fight. */
const FRIENDLY: readonly unknown[] = ['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE'];

/** What both took part in as an act of being in touch, with at most one more country. */
function together(testimony: Testimony, one: string, other: string): Claim[] {
  const byEvent = groupBy(testimony.of('TOOK_PART').filter(isActual), ({ object }) => object ?? '');
  return [...byEvent].flatMap(([event, claims]) => {
    if (!testimony.about(event).some(({ predicate, value }) => predicate === 'ploverType' && FRIENDLY.includes(value))) return [];
    const countries = new Set(claims.map(({ subject }) => subject).filter((id) => testimony.kindOf(id) === testimony.kindOf(one)));
    return countries.has(one) && countries.has(other) && countries.size <= 3 ? claims.filter(({ subject }) => subject === one || subject === other) : [];
  });
}
