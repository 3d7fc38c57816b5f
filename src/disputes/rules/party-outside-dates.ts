import { factKey, isActual, type Claim } from '../../model/claim.js';
import type { Time } from '../../model/edtf.js';
import { timeValue } from '../../model/edtf.js';
import { describedBy } from '../../model/ends.js';
import { joined } from '../joined.js';
import { inEach, type Finding, type Rule } from '../rule.js';
import { sortedIds, type Testimony } from '../testimony.js';
import { timeInWords } from '../../model/time-words.js';
import { begunBy, endpoints, exclude, isInterval } from '../times.js';
import { groupBy } from '../../model/groups.js';

export const partyOutsideDates: Rule = {
  id: 'party-outside-dates',
  about: 'A country or a body is said to have taken part in something, or to stand in a relationship, before it existed or after it ended.',
  leaves:
    'What only concerns or remembers a party; times that may overlap; a foundation in the same year; what is dated otherwise elsewhere, which is a dispute of its own; what is planned, hoped for or denied.',
  find: (testimony) =>
    inEach(lifetimes(testimony), ({ id, time, claims }) => {
      const clashing = engagements(testimony, id).filter((claim) => isOutside(engagedAt(testimony, claim), time) && !isDatedOtherwise(testimony, claim));
      return joined([...groupBy(clashing, (claim) => whole(testimony, claim, id))].map(([key, own]) => found(testimony, id, time, claims, key, own)));
    }),
};

interface Lifetime {
  readonly id: string;
  readonly time: Time;
  readonly claims: readonly Claim[];
}

/** From when to when things lasted that are no records: by their properties that are times. */
function* lifetimes(testimony: Testimony): Generator<Lifetime> {
  const dated = testimony.ofSort('time').filter((claim) => isActual(claim) && claim.rank !== 'DEPRECATED');
  for (const actual of groupBy(dated, ({ factKey }) => factKey).values()) {
    const [best] = actual;
    const time = best && testimony.kindOf(best.subject)?.record === false ? timeValue(best.value) : null;
    if (best && time) yield { id: best.subject, time, claims: actual.filter(({ value }) => value === best.value) };
  }
}

/** What an entity did or stood in, as far as it needs the entity to exist: not what others say, keep or recall of it. */
function engagements(testimony: Testimony, id: string): Claim[] {
  const types = testimony.vocabulary.relationships.map(({ type }) => type);
  const place = ({ predicate }: Claim) => types.indexOf(predicate);
  return [...new Set([...testimony.about(id), ...testimony.toward(id)])]
    .filter((claim) => {
      const relationship = testimony.relationshipOf(claim);
      if (!relationship || !isActual(claim)) return false;
      return relationship.involves ? describedBy(relationship, claim.subject, claim.object ?? '') !== id : relationship.symmetric;
    })
    .sort((a, b) => place(a) - place(b) || testimony.compare(a, b));
}

function engagedAt(testimony: Testimony, claim: Claim): Time | null {
  const relationship = testimony.relationshipOf(claim);
  return claim.when ?? (relationship ? testimony.timeOf(describedBy(relationship, claim.subject, claim.object ?? ''), claim.source) : null);
}

/** Whether the date of a claim, or of the record that it describes, is in dispute itself. */
function isDatedOtherwise(testimony: Testimony, claim: Claim): boolean {
  const when = engagedAt(testimony, claim);
  const relationship = testimony.relationshipOf(claim);
  const described = relationship && describedBy(relationship, claim.subject, claim.object ?? '');
  const property = described === undefined ? null : (testimony.kindOf(described)?.orderedBy ?? null);
  const own = (testimony.told.get(claim.factKey) ?? []).map((other) => other.when);
  const dates =
    property === null ? [] : (testimony.told.get(factKey(property, described ?? '', '', '')) ?? []).filter(isActual).map(({ value }) => timeValue(value));
  return [...own, ...dates].some((other) => when !== null && other !== null && exclude(when, other));
}

function isOutside(when: Time | null, lifetime: Time): boolean {
  if (!when) return false;
  const { first, last } = isInterval(lifetime) ? endpoints(lifetime) : { first: lifetime, last: null };
  const isOpen = isInterval(when) && endpoints(when).first === null;
  return (first !== null && !isOpen && begunBy(when) < first.earliest) || (last !== null && when.earliest > last.latest);
}

/** The record that a claim describes, or its fact. */
function whole(testimony: Testimony, claim: Claim, id: string): string {
  const relationship = testimony.relationshipOf(claim);
  const described = relationship ? describedBy(relationship, claim.subject, claim.object ?? '') : id;
  return described === id || testimony.kindOf(described)?.record !== true ? claim.factKey : described;
}

function found(testimony: Testimony, id: string, lifetime: Time, claims: readonly Claim[], key: string, engaged: readonly Claim[]): Finding {
  const [first] = engaged;
  const when = first && engagedAt(testimony, first);
  const far = sortedIds(engaged.flatMap(({ subject, object }) => [subject, object ?? ''])).filter((other) => other !== id && other !== '');
  const what = testimony.kindOf(key) ? testimony.labelOf(key) : far.map((other) => testimony.labelOf(other)).join(' and ');
  return {
    verdict: 'DISPUTE',
    key: `${id}|${key}`,
    about: sortedIds([id, ...far]),
    sides: [
      { says: `it is bound up with ${what}, ${when ? timeInWords(when) : ''} (${testimony.voices(engaged)})`, claims: engaged },
      { says: `its own time is ${timeInWords(lifetime)} (${testimony.voices(claims)})`, claims },
    ],
    explanation: `${testimony.labelOf(id)} is bound up with ${what}, ${when ? timeInWords(when) : ''} (${testimony.voices(engaged)}), but its own time is ${timeInWords(lifetime)} (${testimony.voices(claims)}).`,
  };
}
