import { timeInWords } from '../../src/model/time-words.js';
import { isActual, type Claim } from '../../src/model/claim.js';
import { inEach, type Finding, type Rule } from '../../src/disputes/rule.js';
import { sortedIds, type Testimony } from '../../src/disputes/testimony.js';
import { endpoints, isInterval } from '../../src/disputes/times.js';
import { groupBy } from '../../src/model/groups.js';

export const treatyBeforeRelations: Rule = {
  id: 'treaty-before-relations',
  about: 'Two countries, or states called by the same name, are said to have signed an agreement before their relations are said to have begun.',
  leaves:
    'Agreements that may have been signed in the year when relations began; agreements of more than two. Both may hold, so it is shown side by side: a treaty may come before relations.',
  find: (testimony) => {
    const parties = groupBy(testimony.of('PARTY_TO').filter(isActual), ({ object }) => object ?? '');
    return inEach(beginnings(testimony), ({ pair, earliest, claims }) => {
      const earlier = treaties(testimony, parties, pair).filter(({ latest }) => latest < earliest);
      if (earlier.length === 0) return [];
      const names = pair.map((id) => testimony.labelOf(id)).join(' and ');
      return earlier.map(({ id, claims: own, when }): Finding => ({
        verdict: 'SIDE_BY_SIDE',
        key: `${pair.join('|')}|${id}`,
        about: sortedIds([...pair, id]),
        sides: [
          { says: `${testimony.labelOf(id)} is dated ${when} (${testimony.voices(own)})`, claims: own },
          { says: `relations began at the earliest in ${earliest.slice(0, 4)} (${testimony.voices(claims)})`, claims },
        ],
        explanation: `${testimony.labelOf(id)} is dated ${when} (${testimony.voices(own)}), while the relations of ${names} are said to have begun in ${earliest.slice(0, 4)} or later (${testimony.voices(claims)}).`,
      }));
    });
  },
};

interface Beginning {
  readonly pair: readonly [string, string];
  readonly earliest: string;
  readonly claims: readonly Claim[];
}

/** When the relations of each two countries are said to have begun, at the earliest. */
function beginnings(testimony: Testimony): Beginning[] {
  const dated = testimony.of('DIPLOMATIC_RELATION').filter((claim) => isActual(claim) && claim.when !== null && isInterval(claim.when));
  const basic = dated.filter(({ qualifiers }) => qualifiers['level'] === 'DIPLOMATIC_RELATIONS');
  return [...groupBy(basic, ({ subject, object }) => `${subject}|${object ?? ''}`).values()].map((claims) => {
    const [first] = claims;
    const starts = claims.map(({ when }) => (when ? (endpoints(when).first?.earliest ?? when.earliest) : ''));
    return { pair: [first?.subject ?? '', first?.object ?? ''], earliest: starts.sort()[0] ?? '', claims };
  });
}

interface Earlier {
  readonly id: string;
  readonly when: string;
  readonly latest: string;
  readonly claims: readonly Claim[];
}

/** Agreements of just these two, or of states called as they are. */
function treaties(testimony: Testimony, agreements: ReadonlyMap<string, readonly Claim[]>, pair: readonly [string, string]): Earlier[] {
  return [...agreements].flatMap(([id, claims]): Earlier[] => {
    const parties = sortedIds(claims.map(({ subject }) => subject));
    const time = testimony.timeOf(id);
    const isTheirs = parties.length === 2 && pair.every((one) => parties.some((party) => isCalledAs(testimony, party, one)));
    return isTheirs && time
      ? [{ id, when: timeInWords(time), latest: time.latest, claims: [...testimony.about(id).filter(({ predicate }) => predicate === 'signed'), ...claims] }]
      : [];
  });
}

/** Whether two are the same, or share a name: Korea was one state and became two. */
function isCalledAs(testimony: Testimony, one: string, other: string): boolean {
  if (one === other) return true;
  const names = (id: string) => new Set(testimony.about(id).flatMap(({ predicate, value }) => (predicate === 'name' ? [JSON.stringify(value)] : [])));
  const own = names(one);
  return testimony.kindOf(one) === testimony.kindOf(other) && [...names(other)].some((name) => own.has(name));
}
