import { discriminatorOf, factKey, isActual, type Claim } from './claim.js';
import { FIRST_DAY, overlap, stronger, type Overlap, type Time } from './edtf.js';
import { groupBy } from './groups.js';
import { compareText } from './text.js';
import type { Vocabulary } from './vocabulary.js';

/** One stretch of time for which a lasting relationship holds, or is said to: the times that its claims give. */
interface Spell {
  readonly earliest: string;
  readonly latest: string;
  readonly times: ReadonlyMap<string, Time>;
  /** For a spell of moments alone: behind how many others of stretches it lies. */
  readonly gap: number | null;
}

/**
 * Parts the claims about one lasting relationship into its spells, each a fact of its own with a key of its own: the
 * first has the key of the relationship itself, a further one has the day it begins behind it. Claims without a time
 * keep the first key and support all. The same whatever the order; what is no lasting relationship stays as it is.
 * See docs/decisions/spells.md.
 */
export function inSpells(vocabulary: Vocabulary, claims: readonly Claim[]): readonly Claim[] {
  const lasting = new Map<string, string>();
  for (const claim of claims) {
    const relationship = claim.object === null ? undefined : vocabulary.relationship(claim.predicate);
    if (relationship?.lasting !== true) continue;
    lasting.set(claim.id, factKey(claim.predicate, claim.subject, claim.object ?? '', discriminatorOf(relationship, claim.qualifiers)));
  }
  const facts = groupBy(
    claims.filter(({ id, when }) => when !== null && lasting.has(id)),
    ({ id }) => lasting.get(id) ?? '',
  );
  const keys = new Map([...facts].flatMap(([key, own]) => (isAlike(own) ? [] : [...keysOf(key, own)])));
  return claims.map((claim) => {
    const key = keys.get(claim.id) ?? lasting.get(claim.id) ?? claim.factKey;
    return key === claim.factKey ? claim : { ...claim, factKey: key };
  });
}

/** Most relationships are dated alike by all that date them. */
function isAlike(claims: readonly Claim[]): boolean {
  return claims.every(({ when }) => when?.edtf === claims[0]?.when?.edtf);
}

/** The key of the relationship that a spell is one of; any other key is its own. */
export function wholeKey(key: string): string {
  return /^([A-Z_]+(?:\|[^|]*){3})\|\d{4}-\d{2}-\d{2}$/.exec(key)?.[1] ?? key;
}

/** The claims that bear on a fact: its own, and for a further spell those without a time of the relationship itself. */
export function claimsOfSpell(key: string, ofKey: (key: string) => readonly Claim[]): readonly Claim[] {
  const whole = wholeKey(key);
  return whole === key ? ofKey(key) : [...ofKey(key), ...ofKey(whole).filter(({ when }) => when === null)];
}

/** What makes it so parts it; other claims join the spell that they touch, or else make spells of their own behind. */
function keysOf(whole: string, claims: readonly Claim[]): ReadonlyMap<string, string> {
  const isMaker = (claim: Claim) => isActual(claim) && claim.rank !== 'DEPRECATED';
  const made = spellsOf(timesOf(claims.filter(isMaker)));
  const others = claims.filter((claim) => !isMaker(claim));
  const spells = [...made, ...spellsOf(timesOf(others.filter(({ when }) => when !== null && spellWith(made, when) === null)))];
  const keyOf = (spell: Spell) => (spell === spells[0] ? whole : `${whole}|${spell.earliest}`);
  return new Map(
    claims.flatMap((claim): [string, string][] => {
      const { when } = claim;
      const own = when && (spellWith(made, when) ?? spells.find(({ times }) => times.has(when.edtf)));
      return own ? [[claim.id, keyOf(own)]] : [];
    }),
  );
}

function timesOf(claims: readonly Claim[]): readonly Time[] {
  return [...byText(claims.flatMap(({ when }) => when ?? [])).values()].sort((a, b) => compareText(a.edtf, b.edtf));
}

/**
 * Stretches that surely have days in common beyond a day of handing over, or that begin alike, are one spell. A moment at
 * which it was seen belongs to the spell that it touches most surely, the later of two; those between two spells, before
 * the first or after the last are one spell together: nobody says that it was broken off between them.
 */
function spellsOf(times: readonly Time[]): readonly Spell[] {
  const stretches = joined(times.filter(isStretch)).map(spellOf).sort(byBeginning);
  const seen = groupBy(
    times.filter((time) => !isStretch(time)),
    (time) => touched(stretches, time) ?? gapOf(stretches, time),
  );
  const grown = stretches.map((spell) => ({ ...spell, times: byText([...spell.times.values(), ...(seen.get(spell) ?? [])]) }));
  const between = [...seen].flatMap(([where, own]) => (typeof where === 'number' ? [{ ...spellOf(own), gap: where }] : []));
  return [...grown, ...between].sort(byBeginning);
}

function isStretch({ edtf }: Time): boolean {
  return edtf.includes('/');
}

function byBeginning(a: Spell, b: Spell): number {
  return compareText(a.earliest, b.earliest) || compareText(a.latest, b.latest);
}

function gapOf(spells: readonly Spell[], time: Time): number {
  return spells.filter(({ earliest, gap }) => gap === null && earliest < time.earliest).length;
}

function byText(times: readonly Time[]): ReadonlyMap<string, Time> {
  return new Map(times.map((time) => [time.edtf, time]));
}

function spellOf(times: readonly Time[]): Spell {
  const earliest = times.map((time) => time.earliest).reduce((a, b) => (a < b ? a : b));
  const latest = times.map((time) => time.latest).reduce((a, b) => (a > b ? a : b));
  return { earliest, latest, times: byText(times), gap: null };
}

/** The spell that a time is of, or would be. */
function spellWith(spells: readonly Spell[], time: Time): Spell | null {
  const own = spells.find(({ times }) => times.has(time.edtf));
  if (own || !isStretch(time)) return own ?? touched(spells, time) ?? spells.find(({ gap }) => gap === gapOf(spells, time)) ?? null;
  return spells.find(({ times }) => [...times.values()].some((other) => isOne(time, other))) ?? null;
}

/** The spell that a time touches most surely, the later of two; null when it touches none. */
function touched(spells: readonly Spell[], time: Time): Spell | null {
  const how = (spell: Spell) => [...spell.times.values()].map((other) => overlap(other, time.earliest, time.latest)).reduce<Overlap>(stronger, 'NO');
  const answers = spells.map((spell) => ({ spell, how: how(spell) })).reverse();
  return (answers.find((answer) => answer.how === 'CERTAIN') ?? answers.find((answer) => answer.how === 'POSSIBLE'))?.spell ?? null;
}

/** Stretches that belong together, however many lie between them. */
function joined(times: readonly Time[]): Time[][] {
  const groups: Time[][] = [];
  for (const time of times) {
    const found = groups.filter((group) => group.some((other) => isOne(time, other)));
    for (const group of found) groups.splice(groups.indexOf(group), 1);
    groups.push([...found.flat(), time]);
  }
  return groups;
}

function isOne(a: Time, b: Time): boolean {
  if (a.heldFrom < b.heldUntil && b.heldFrom < a.heldUntil) return true;
  const isKnown = ({ earliest }: Time) => earliest !== FIRST_DAY;
  return isKnown(a) === isKnown(b) && a.earliest <= b.heldFrom && b.earliest <= a.heldFrom;
}
