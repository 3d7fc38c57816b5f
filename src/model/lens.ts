import { compareClaims, isActual, isIntended, type Claim, type ClaimTime } from './claim.js';
import { LAST_DAY, overlap, parseTime, type Overlap, type Time } from './edtf.js';
import { describedBy, publishedDays, type Certainty, type Dataset, type ProjectOptions, type Source } from './projection.js';
import type { Kind, Vocabulary } from './vocabulary.js';
import { push } from './groups.js';

/** What happens to facts about which the party of a lens says nothing. */
export const FALLBACKS = {
  NONE: 'They are not there.',
  OTHERS: 'What others say of them is shown.',
} as const;

/** Which claims of a fact a lens shows, by their rank. */
export const LENS_RANKS = {
  BEST: 'Of each fact only the claims of its best rank: the preferred ones where there are any, else the normal ones.',
  ALL: 'All claims, so that what was not chosen shows too. A deprecated claim is evidence and makes nothing so. This is the plain query.',
  STATED_ONLY: 'All claims but those that a rule infers, so that only what sources state shows.',
  WITH_DEPRECATED: 'All claims, and what only deprecated ones say shows as well.',
} as const;

/** The point of view that a query is answered from; null and empty parts leave everything as it is. */
export interface Lens {
  /** What held at some time within this one. */
  readonly asOf: Time | null;
  /** Only what sources published by then say. */
  readonly knownBy: Time | null;
  /** Only what this person, body, country or city says. */
  readonly accordingTo: string | null;
  readonly fallback: keyof typeof FALLBACKS;
  /** Only these sources, when there are any. */
  readonly sources: readonly string[] | null;
  readonly except: readonly string[];
  readonly rank: keyof typeof LENS_RANKS;
}

/** Everything, at all times and from all sources. */
export const NO_LENS: Lens = { asOf: null, knownBy: null, accordingTo: null, fallback: 'NONE', sources: null, except: [], rank: 'ALL' };

/** Whether the lens leaves everything as it is. */
export function isClear(lens: Lens): boolean {
  return lens.asOf === null && lens.knownBy === null && lens.accordingTo === null && lens.sources === null && lens.except.length === 0 && lens.rank === 'ALL';
}

/** Whether what is seen through the lens is CERTAIN or POSSIBLE. */
export function hasCertainty(lens: Lens): boolean {
  return lens.asOf !== null || lens.knownBy !== null;
}

/** The same text for lenses that show the same. */
export function lensKey(lens: Lens): string {
  const list = (ids: readonly string[] | null) => ids && [...new Set(ids)].sort();
  const { asOf, knownBy, accordingTo, fallback, sources, except, rank } = lens;
  return JSON.stringify([asOf?.edtf, knownBy?.edtf, accordingTo, accordingTo && fallback, list(sources), list(except), rank]);
}

/** How surely a source is among those that a lens shows: those asked for, published by the day asked for. */
export function sourceSeen({ sources, except, knownBy }: Lens, { id, header }: Pick<Source, 'id' | 'header'>): Overlap {
  if ((sources !== null && !sources.includes(id)) || except.includes(id)) return 'NO';
  return knownBy === null ? 'CERTAIN' : publishedBy(header['published'], knownBy.latest);
}

/** What is seen through a lens, and how to project it. */
export interface Seen {
  readonly dataset: Dataset;
  readonly options: ProjectOptions;
}

/**
 * Narrows a data set to what a lens shows: a pure function, the same for every store. Identities all stay, so that
 * what a claim refers to keeps its label; an entity that no claim touches any more is not projected.
 */
export function narrow(vocabulary: Vocabulary, dataset: Dataset, lens: Lens): Seen {
  if (isClear(lens)) return { dataset, options: {} };
  return new Narrowing(vocabulary, dataset, lens).seen();
}

class Narrowing {
  private readonly vocabulary: Vocabulary;
  private readonly dataset: Dataset;
  private readonly lens: Lens;
  private readonly kinds: ReadonlyMap<string, Kind>;

  constructor(vocabulary: Vocabulary, dataset: Dataset, lens: Lens) {
    this.vocabulary = vocabulary;
    this.dataset = dataset;
    this.lens = lens;
    this.kinds = new Map(
      dataset.identities.flatMap(({ id, kind }): [string, Kind][] => {
        const found = vocabulary.kind(kind);
        return found ? [[id, found]] : [];
      }),
    );
  }

  seen(): Seen {
    const { lens, dataset } = this;
    const certainty = new Map<string, Certainty>();
    const sources = dataset.sources.filter((source) => note(certainty, source.id, sourceSeen(lens, source)));
    let claims = this.ofSources(certainty);
    claims = this.ofParty(claims);
    claims = this.heldAt(claims, certainty);
    if (lens.rank === 'BEST') claims = bestRanked(claims);
    if (lens.rank === 'STATED_ONLY') claims = claims.filter(({ basis }) => basis === 'STATED');
    const speaking = new Set(claims.map(({ source }) => source));
    const isShown = ({ id }: Source) => lens.accordingTo === null || lens.fallback === 'OTHERS' || speaking.has(id);
    return {
      dataset: { identities: dataset.identities, sources: sources.filter(isShown), claims },
      options: { ...(hasCertainty(lens) ? { certainty } : {}), deprecated: lens.rank === 'WITH_DEPRECATED' },
    };
  }

  private ofSources(certainty: Map<string, Certainty>): readonly Claim[] {
    const headers = new Set(this.dataset.sources.map(({ id }) => id));
    const strangers = (id: string) => (headers.has(id) ? 'NO' : sourceSeen(this.lens, { id, header: {} }));
    return this.dataset.claims.filter(({ id, source, doubt }) =>
      note(certainty, id, weaker(certainty.get(source) ?? strangers(source), doubt === null ? 'CERTAIN' : 'POSSIBLE')),
    );
  }

  private ofParty(claims: readonly Claim[]): readonly Claim[] {
    const { accordingTo, fallback } = this.lens;
    if (accordingTo === null) return claims;
    const own = worksOf(this.vocabulary, this.dataset, accordingTo);
    const isTheirs = (claim: Claim) => (claim.assertedBy === null ? own.has(claim.source) : claim.assertedBy === accordingTo);
    const theirs = claims.filter(isTheirs);
    if (fallback === 'NONE') return theirs;
    const spoken = new Set(theirs.map(({ factKey }) => factKey));
    return claims.filter((claim) => isTheirs(claim) || !spoken.has(claim.factKey));
  }

  /**
   * What held at the time asked for. A claim's own time decides; without one, those of other claims of the same fact,
   * else the time of the record that it describes; what is dated nowhere is POSSIBLE. A state that goes on, seen on
   * some days, is CERTAIN on these and POSSIBLE from the first of them on. A relationship needs both ends to be there.
   */
  private heldAt(claims: readonly Claim[], certainty: Map<string, Certainty>): readonly Claim[] {
    const { asOf } = this.lens;
    if (asOf === null) return claims;
    const records = this.recordTimes(claims);
    const during = (time: Time) => overlap(time, asOf.earliest, asOf.latest);
    const facts = this.factTimes(claims, records);
    return claims.filter((claim) => {
      const ends = [claim.subject, claim.object].filter((id) => id !== null && this.kinds.get(id)?.record === true);
      const lives = ends.map((id) => records.get(id ?? '')).map((time) => (time ? during(time) : 'POSSIBLE'));
      const times = this.timesOf(claim, facts, records);
      const dated = times.length > 0 ? times.map(during).reduce(stronger) : ends.length > 0 ? 'CERTAIN' : 'POSSIBLE';
      const least = [dated, ...lives, certainty.get(claim.id) ?? 'CERTAIN'].reduce(weaker);
      certainty.delete(claim.id);
      return note(certainty, claim.id, least);
    });
  }

  /** The times that the claims of each fact give it. */
  private factTimes(claims: readonly Claim[], records: ReadonlyMap<string, Time>): ReadonlyMap<string, readonly Time[]> {
    const facts = new Map<string, Time[]>();
    for (const claim of claims) {
      const time = this.ownTime(claim, records);
      if (time && claim.object !== null) push(facts, claim.factKey, time);
    }
    return facts;
  }

  private timesOf(claim: Claim, facts: ReadonlyMap<string, readonly Time[]>, records: ReadonlyMap<string, Time>): readonly Time[] {
    const own = this.ownTime(claim, records);
    const all = facts.get(claim.factKey) ?? [];
    const sightings = this.vocabulary.relationship(claim.predicate)?.lasting === true ? all.filter(({ edtf }) => !edtf.includes('/')) : [];
    const [any] = sightings;
    if (own?.edtf.includes('/') === true || !any) return own ? [own] : all;
    const earliest = sightings.map((time) => time.earliest).reduce((a, b) => (a < b ? a : b));
    return [...(own ? [own] : []), { ...any, earliest, latest: LAST_DAY, heldFrom: null, heldUntil: null }];
  }

  /** When what the claim says held, apart from the record that it describes. */
  private ownTime(claim: Claim, records: ReadonlyMap<string, Time>): Time | null {
    const described = this.described(claim);
    const kind = this.kinds.get(described);
    if (claim.when) return kind?.record === true && endsOf(kind).length > 0 ? lasting(claim.when, records.get(described)) : claim.when;
    const value = kind && claim.object === null ? this.vocabulary.property(kind, claim.predicate) : undefined;
    if (value?.sort !== 'time' || kind?.record === true) return null;
    // That something was founded in 1999 is true from 1999 on.
    const time = timeValue(claim.value);
    return time && { ...time, latest: LAST_DAY, heldFrom: time.latest === LAST_DAY ? time.heldFrom : time.latest, heldUntil: LAST_DAY };
  }

  private described({ predicate, subject, object }: Claim): string {
    const relationship = this.vocabulary.relationship(predicate);
    return relationship && object !== null ? describedBy(relationship, subject, object) : subject;
  }

  /** The time of each record by its best claims; records without a time are absent. */
  private recordTimes(claims: readonly Claim[]): ReadonlyMap<string, Time> {
    const compare = compareClaims(publishedDays(this.dataset.sources));
    const best = new Map<string, Claim>();
    for (const claim of claims) {
      const kind = this.kinds.get(claim.subject);
      if (kind?.record !== true || (claim.predicate !== kind.orderedBy && !endsOf(kind).includes(claim.predicate))) continue;
      if (!(isActual(claim) || isIntended(claim)) || (claim.rank === 'DEPRECATED' && this.lens.rank !== 'WITH_DEPRECATED')) continue;
      const known = best.get(claim.factKey);
      if (!known || compare(claim, known) < 0) best.set(claim.factKey, claim);
    }
    const begins = new Map<string, Time>();
    const ends = new Map<string, Time>();
    const doubted = new Set<string>();
    for (const { subject, predicate, value, doubt } of best.values()) {
      const time = timeValue(value);
      if (doubt !== null) doubted.add(subject);
      if (time) (predicate === this.kinds.get(subject)?.orderedBy ? begins : ends).set(subject, time);
    }
    const times = new Map<string, Time>();
    for (const id of new Set([...begins.keys(), ...ends.keys()])) {
      const kind = this.kinds.get(id);
      const begin = begins.get(id);
      const end = ends.get(id);
      const time = kind && endsOf(kind).length > 0 ? span(begin, end) : begin;
      if (time) times.set(id, doubted.has(id) ? { ...time, heldFrom: null, heldUntil: null } : time);
    }
    return times;
  }
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
  if (!first) return end;
  const until = end ? { latest: end.latest, heldUntil: end.edtf.includes('/') ? end.heldUntil : end.earliest } : { latest: LAST_DAY, heldUntil: LAST_DAY };
  const heldFrom = first.edtf.includes('/') ? first.heldFrom : first.latest;
  const hasCore = heldFrom !== null && until.heldUntil !== null && heldFrom <= until.heldUntil;
  return { edtf: first.edtf, earliest: first.earliest, latest: until.latest, heldFrom: hasCore ? heldFrom : null, heldUntil: hasCore ? until.heldUntil : null };
}

/** A point at which something began to belong to a lasting record holds until the record ends. */
function lasting(when: ClaimTime, record: Time | undefined): Time {
  if (when.edtf.includes('/') || !record) return when;
  return span(when, undefined) ?? when;
}

/** The time that a value stands for, as a seed writes it. */
export function timeValue(value: unknown): Time | null {
  return typeof value === 'string' || typeof value === 'number' ? parseTime(String(value)) : null;
}

function publishedBy(published: unknown, day: string): Overlap {
  const time = timeValue(published);
  if (!time) return 'POSSIBLE';
  if (time.earliest > day) return 'NO';
  return time.latest <= day && !/[?~%]/.test(time.edtf) ? 'CERTAIN' : 'POSSIBLE';
}

/** Documents that a party published or wrote, by the relationships that stand for schema.org's publisher and author. */
export function worksOf(vocabulary: Vocabulary, { claims }: Pick<Dataset, 'claims'>, party: string): ReadonlySet<string> {
  const types = new Set(authorships(vocabulary));
  return new Set(claims.filter((claim) => types.has(claim.predicate) && claim.object === party && isActual(claim)).map(({ subject }) => subject));
}

/** The types of relationship that say who published or wrote a document. */
export function authorships(vocabulary: Vocabulary): readonly string[] {
  return vocabulary.relationships.filter(({ mapping }) => mapping.includes('schema:publisher') || mapping.includes('schema:author')).map(({ type }) => type);
}

const RANKED = ['PREFERRED', 'NORMAL', 'DEPRECATED'] as const;

function bestRanked(claims: readonly Claim[]): readonly Claim[] {
  const best = new Map<string, number>();
  for (const { factKey, rank } of claims) best.set(factKey, Math.min(RANKED.indexOf(rank), best.get(factKey) ?? RANKED.length));
  return claims.filter(({ factKey, rank }) => rank !== 'DEPRECATED' && RANKED.indexOf(rank) === best.get(factKey));
}

function stronger(a: Overlap, b: Overlap): Overlap {
  return a === 'CERTAIN' || b === 'CERTAIN' ? 'CERTAIN' : a === 'NO' ? b : a;
}

function weaker(a: Overlap, b: Overlap): Overlap {
  return a === 'NO' || b === 'NO' ? 'NO' : a === 'CERTAIN' ? b : a;
}

/** Notes how sure something is; tells whether it is there at all. */
function note(certainty: Map<string, Certainty>, id: string, how: Overlap): boolean {
  if (how === 'NO') return false;
  certainty.set(id, how);
  return true;
}
