import { compareClaims, isActual, isIntended, type Claim } from './claim.js';
import { coveredUntil, timeWithin } from './coverage.js';
import { FIRST_DAY, LAST_DAY, overlap, stronger, timeValue, weaker, type Overlap, type Time } from './edtf.js';
import { push } from './groups.js';
import { describedIn, intendedRecords } from './intended.js';
import type { Dataset } from './dataset.js';
import { publishedDays } from './published.js';
import { wholeKey } from './spells.js';
import { eachInSteps, groupedInSteps, keptInSteps, sortedInSteps, type Steps } from './steps.js';
import { compareText } from './text.js';
import type { Kind, Vocabulary } from './vocabulary.js';

/** Bounds that no days but all of them are sure to touch. */
const NEVER_SURE = { heldFrom: LAST_DAY, heldUntil: FIRST_DAY };

/** Bounds of what goes on without an end. */
const ONWARD = { latest: LAST_DAY, heldUntil: LAST_DAY };

/** Whether a record is only planned or hoped for; when it was, and how long it was meant to be. */
interface RecordTimes {
  readonly isMeant: boolean;
  readonly actual: Time | undefined;
  readonly intended: Time | undefined;
}

/**
 * When what claims say held. A claim's own time decides; without one, those of other claims of the same fact, else the
 * time of the record that it describes; what is dated nowhere is possible, while its ends are there. A state that goes
 * on, seen on some days, is sure on these and possible from the first of them on. An intention holds from when it was
 * voiced until its target. A relationship that ends an entity holds from its date on.
 */
export class ValidTimes {
  private readonly vocabulary: Vocabulary;
  private readonly kinds: ReadonlyMap<string, Kind>;
  private readonly voiced: ReadonlyMap<string, Time | null>;
  /** Until when each source knows, where it covers a time of its own. */
  private readonly coverage: ReadonlyMap<string, string | null>;
  private readonly records = new Map<string, RecordTimes>();
  /** Of each relationship the times of its spells, by their keys. */
  private readonly facts = new Map<string, Map<string, Time[]>>();
  /** From when to when things are there that are no records, by each who says so. */
  private lifetimes: ReadonlyMap<string, readonly Time[]> = new Map();

  private constructor(vocabulary: Vocabulary, { identities, sources }: Dataset) {
    this.vocabulary = vocabulary;
    this.kinds = new Map(
      identities.flatMap(({ id, kind }): [string, Kind][] => {
        const found = vocabulary.kind(kind);
        return found ? [[id, found]] : [];
      }),
    );
    this.voiced = new Map(sources.map(({ id, header }) => [id, timeValue(header['published'])]));
    this.coverage = new Map(sources.map(({ id, header }) => [id, coveredUntil(header['covered'])]));
  }

  /** `deprecated`: whether claims that are set aside decide as well. */
  static *of(vocabulary: Vocabulary, dataset: Dataset, deprecated: boolean): Steps<ValidTimes> {
    const times = new ValidTimes(vocabulary, dataset);
    yield* times.read(dataset, deprecated);
    return times;
  }

  private *read({ sources, claims }: Dataset, deprecated: boolean): Steps<void> {
    const standing = yield* keptInSteps(claims, (claim) => deprecated || claim.rank !== 'DEPRECATED');
    const meant = yield* intendedRecords(this.vocabulary, (id) => this.kinds.get(id), standing);
    const making = yield* keptInSteps(standing, (claim) => isActual(claim) || isIntended(claim));
    const best = yield* sortedInSteps(making, compareClaims(publishedDays(sources)));
    const described = yield* groupedInSteps(best, (claim) => describedIn(this.vocabulary, claim));
    yield* eachInSteps(described, ([id, own]) => {
      if (this.kinds.get(id)?.record === true) this.records.set(id, this.recordTimes(id, own, meant.has(id)));
    });
    this.lifetimes = yield* this.lifetimesOf(yield* keptInSteps(standing, isActual));
    yield* eachInSteps(claims, (claim) => {
      const time = claim.object === null ? null : this.ownTime(claim);
      if (!time) return;
      const spells = this.facts.get(wholeOf(claim)) ?? new Map<string, Time[]>();
      this.facts.set(wholeOf(claim), spells);
      push(spells, claim.factKey, time);
    });
  }

  /** Whether what the claim says held on the days from `asOf.earliest` to `asOf.latest`. A relationship needs both ends to be there. */
  holds(claim: Claim, asOf: Time): Overlap {
    const during = (time: Time) => overlap(time, asOf.earliest, asOf.latest);
    const ends = [claim.subject, claim.object].filter((id) => id !== null);
    const records = ends.filter((id) => this.kinds.get(id)?.record === true);
    const times = this.timesOf(claim);
    const dated = times.length > 0 ? times.map(during).reduce(stronger) : records.length > 0 ? 'CERTAIN' : this.undated(claim, ends, asOf);
    const lives = records.map((id) => this.recordTime(id, claim)).map((time) => (time ? during(time) : 'POSSIBLE'));
    return [dated, ...lives].reduce(weaker);
  }

  /** What is dated nowhere may have been as long as its ends were; a name stays. */
  private undated(claim: Claim, ends: readonly string[], asOf: Time): Overlap {
    if (claim.predicate === 'name') return 'POSSIBLE';
    const lives = ends.flatMap((id) => (this.lifetimes.has(id) ? [this.lived(id, asOf)] : []));
    return ['POSSIBLE' as const, ...lives].reduce(weaker);
  }

  /** What had ended by then, or not begun, whoever says so. */
  over(asOf: Time): ReadonlySet<string> {
    return new Set([...this.lifetimes.keys()].filter((id) => this.lived(id, asOf) === 'NO'));
  }

  /** When a record was, as what is said of it that is so has it; absent where nobody says. */
  lifeOf(id: string): Time | undefined {
    return this.records.get(id)?.actual;
  }

  /** From when to when something was there that is no record, by each who says so. */
  lifetimesFor(id: string): readonly Time[] {
    return this.lifetimes.get(id) ?? [];
  }

  private lived(id: string, asOf: Time): Overlap {
    return (this.lifetimes.get(id) ?? []).map((time) => overlap(time, asOf.earliest, asOf.latest)).reduce<Overlap>(stronger, 'NO');
  }

  /** The times that decide when what a claim says held, apart from how long its ends were there. */
  timesOf(claim: Claim): readonly Time[] {
    const own = this.ownTime(claim);
    if (own?.edtf.includes('/') === true) return [own];
    const spells = this.facts.get(wholeOf(claim)) ?? new Map<string, readonly Time[]>();
    const isLasting = this.vocabulary.relationship(claim.predicate)?.lasting === true;
    if (own) return isLasting ? [own, ...onFromSeen(spells, claim.factKey)] : [own];
    return [...spells].flatMap(([key, times]) => (isLasting ? [...times, ...onFromSeen(spells, key)] : times));
  }

  /** When what the claim says held, apart from the record that it describes. */
  private ownTime(claim: Claim): Time | null {
    const described = describedIn(this.vocabulary, claim);
    const kind = this.kinds.get(described);
    const value = kind && claim.object === null ? this.vocabulary.property(kind, claim.predicate) : undefined;
    const stated = value?.sort === 'time' ? timeValue(claim.value) : null;
    if (isIntended(claim)) return intention([this.voiced.get(claim.source) ?? null], claim.when ?? stated ?? this.records.get(described)?.intended);
    if (claim.polarity === 'DENIED' && claim.object !== null) {
      const until = this.coverage.get(claim.source) ?? null;
      if (until !== null) return timeWithin(claim, until);
    }
    if (claim.when) return this.lasting(claim.predicate, claim.when, kind, described);
    // That something was founded in 1999 is true from 1999 on.
    return stated && kind?.record !== true ? { ...stated, ...ONWARD } : null;
  }

  /** A point at which something began to belong to a lasting record, or at which something ended, holds from then on. */
  private lasting(predicate: string, when: Time, kind: Kind | undefined, described: string): Time {
    if (when.edtf.includes('/')) return when;
    const record = this.records.get(described);
    const isOfLastingRecord = kind?.record === true && endsOf(kind).length > 0 && (record?.actual ?? record?.intended) !== undefined;
    return isOfLastingRecord || typeof this.vocabulary.relationship(predicate)?.ends === 'string' ? { ...when, ...ONWARD } : when;
  }

  private recordTime(id: string, claim: Claim): Time | undefined {
    const times = this.records.get(id);
    return isIntended(claim) ? (times?.intended ?? times?.actual) : times?.isMeant === true ? times.intended : times?.actual;
  }

  /** Whether the claim says when a record was, or until when it lasted. */
  private isDating({ subject, predicate }: Claim): boolean {
    const kind = this.kinds.get(subject);
    return kind?.record === true && (predicate === kind.orderedBy || endsOf(kind).includes(predicate));
  }

  /** The times of a record by its best claims, and how long it was meant; absent where nobody says. */
  private recordTimes(id: string, claims: readonly Claim[], isMeant: boolean): RecordTimes {
    const kind = this.kinds.get(id);
    const ends = kind ? endsOf(kind) : [];
    const dating = claims.filter((claim) => this.isDating(claim));
    const best = (isRight: (claim: Claim) => boolean) => {
      const claim = dating.find(isRight);
      const time = claim ? timeValue(claim.value) : null;
      return time && claim ? (claim.doubt === null ? time : { ...time, ...NEVER_SURE }) : undefined;
    };
    const isBegin = (claim: Claim) => claim.predicate === kind?.orderedBy;
    const end = best((claim) => !isBegin(claim));
    const whole = (begin: Time | undefined) => (ends.length > 0 ? span(begin, end) : begin);
    const [begun, planned] = [best((claim) => isBegin(claim) && isActual(claim)), best((claim) => isBegin(claim) && isIntended(claim))];
    const isEndActual = dating.some((claim) => !isBegin(claim) && isActual(claim));
    const actual = begun !== undefined || (planned === undefined && isEndActual) ? whole(begun) : undefined;
    const voices = claims.filter(isIntended).map(({ source }) => this.voiced.get(source) ?? null);
    return { isMeant, actual, intended: voices.length > 0 ? (intention(voices, planned ?? end) ?? undefined) : undefined };
  }

  /** By its own time, such as when a state existed, else until it was succeeded last. */
  private *lifetimesOf(claims: readonly Claim[]): Steps<ReadonlyMap<string, readonly Time[]>> {
    const lifetimes = new Map<string, Time[]>();
    const ended = new Map<string, Time>();
    yield* eachInSteps(claims, ({ subject, predicate, object, value, when }) => {
      const kind = this.kinds.get(subject);
      const property = kind && object === null && !kind.record ? this.vocabulary.property(kind, predicate) : undefined;
      const time = property?.sort === 'time' && !property.given ? timeValue(value) : null;
      if (time) push(lifetimes, subject, time.edtf.includes('/') ? time : { ...time, ...ONWARD });
      if (when && typeof this.vocabulary.relationship(predicate)?.ends === 'string' && (ended.get(subject)?.latest ?? '') < when.heldFrom) {
        ended.set(subject, { ...when, earliest: FIRST_DAY, latest: when.heldFrom, ...NEVER_SURE });
      }
    });
    return new Map([...[...ended].map(([id, time]): [string, Time[]] => [id, [time]]), ...lifetimes]);
  }
}

/** Claims that date one another: those of one relationship or property that are alike in what they say of it. */
function wholeOf(claim: Claim): string {
  return `${isActual(claim) ? 'A' : isIntended(claim) ? 'I' : claim.polarity}|${wholeKey(claim.factKey)}`;
}

/** A state that was seen may go on: until the end that others give its spell, else until the next spell begins. */
function onFromSeen(spells: ReadonlyMap<string, readonly Time[]>, key: string): readonly Time[] {
  const times = spells.get(key) ?? [];
  const isStretch = ({ edtf }: Time) => edtf.includes('/');
  const [first] = times.filter((time) => !isStretch(time)).sort(byBeginning);
  if (!first) return [];
  const ends = times.filter(isStretch).map(({ latest }) => latest);
  const next = [...spells.values()].flatMap((others) => [...others].sort(byBeginning)[0]?.earliest ?? []).filter((day) => day > first.earliest);
  const latest = ends.length > 0 ? ends.reduce((a, b) => (a > b ? a : b)) : next.reduce((a, b) => (a < b ? a : b), LAST_DAY);
  return [{ ...first, latest, ...NEVER_SURE }];
}

function byBeginning(a: Time, b: Time): number {
  return compareText(a.earliest, b.earliest);
}

/**
 * From when it was voiced first until its target is over. Where nobody knows when that was, or it was told late, it
 * holds for the time of its target; where it has none, it may hold on.
 */
function intention(voices: readonly (Time | null)[], target: Time | null | undefined): Time | null {
  const [first] = voices.filter((time) => time !== null).sort((a, b) => (a.earliest < b.earliest ? -1 : 1));
  if (!first) return target ?? null;
  const edtf = `${first.edtf}/${target?.edtf ?? ''}`;
  if (!target) return { edtf, earliest: first.earliest, heldFrom: first.latest, heldUntil: first.earliest, latest: LAST_DAY };
  const least = (a: string, b: string) => (a < b ? a : b);
  return { ...target, edtf, earliest: least(first.earliest, target.earliest), heldFrom: least(first.latest, target.heldFrom) };
}

/**
 * The properties that say until when a record lasts: its times other than the one it is listed by. A record without
 * such a property (an event, a statement) is over when its time is; one with it (a partnership) lasts until then, or on.
 */
function endsOf(kind: Kind): readonly string[] {
  return Object.entries(kind.properties)
    .filter(([name, value]) => value.sort === 'time' && !value.given && name !== kind.orderedBy)
    .map(([name]) => name);
}

/** From the beginning until the end; an end that nobody states is open. An interval among the ends is the time in force. */
function span(begin: Time | undefined, end: Time | undefined): Time | undefined {
  const first = begin ?? (end?.edtf.includes('/') === true ? end : undefined);
  return first ? { ...first, ...(end ? { latest: end.latest, heldUntil: end.heldUntil } : ONWARD) } : end;
}
