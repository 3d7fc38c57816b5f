import { isActual, type Claim } from './claim.js';
import { timeValue, weaker, type Overlap, type Time } from './edtf.js';
import type { Dataset, Source } from './dataset.js';
import type { Certainty, ProjectOptions } from './projection.js';
import { atOnce, eachInSteps, keptInSteps, type Steps } from './steps.js';
import { ValidTimes } from './valid-time.js';
import type { Vocabulary } from './vocabulary.js';

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
  return atOnce(narrowInSteps(vocabulary, dataset, lens));
}

/** The same in steps, see `narrow`. */
export function* narrowInSteps(vocabulary: Vocabulary, dataset: Dataset, lens: Lens): Steps<Seen> {
  if (isClear(lens)) return { dataset, options: {} };
  return yield* new Narrowing(vocabulary, dataset, lens).seen();
}

class Narrowing {
  private readonly vocabulary: Vocabulary;
  private readonly dataset: Dataset;
  private readonly lens: Lens;

  constructor(vocabulary: Vocabulary, dataset: Dataset, lens: Lens) {
    this.vocabulary = vocabulary;
    this.dataset = dataset;
    this.lens = lens;
  }

  *seen(): Steps<Seen> {
    const { lens, dataset } = this;
    const certainty = new Map<string, Certainty>();
    const sources = dataset.sources.filter((source) => note(certainty, source.id, sourceSeen(lens, source)));
    let claims = yield* this.ofSources(certainty);
    claims = yield* this.ofParty(claims);
    const { claims: held, over } = yield* this.heldAt(claims, certainty);
    claims = held;
    if (lens.rank === 'BEST') claims = yield* bestRanked(claims);
    if (lens.rank === 'STATED_ONLY') claims = yield* keptInSteps(claims, ({ basis }) => basis === 'STATED');
    const speaking = new Set<string>();
    yield* eachInSteps(claims, ({ source }) => speaking.add(source));
    const isShown = ({ id }: Source) => lens.accordingTo === null || lens.fallback === 'OTHERS' || speaking.has(id);
    return {
      dataset: { identities: dataset.identities, sources: sources.filter(isShown), claims },
      options: { ...(hasCertainty(lens) ? { certainty, over } : {}), deprecated: lens.rank === 'WITH_DEPRECATED' },
    };
  }

  private *ofSources(certainty: Map<string, Certainty>): Steps<readonly Claim[]> {
    const headers = new Set(this.dataset.sources.map(({ id }) => id));
    const strangers = (id: string) => (headers.has(id) ? 'NO' : sourceSeen(this.lens, { id, header: {} }));
    return yield* keptInSteps(this.dataset.claims, ({ id, source, doubt }) =>
      note(certainty, id, weaker(certainty.get(source) ?? strangers(source), doubt === null ? 'CERTAIN' : 'POSSIBLE')),
    );
  }

  private *ofParty(claims: readonly Claim[]): Steps<readonly Claim[]> {
    const { accordingTo, fallback } = this.lens;
    if (accordingTo === null) return claims;
    const own = worksOf(this.vocabulary, this.dataset, accordingTo);
    const isTheirs = (claim: Claim) => (claim.assertedBy === null ? own.has(claim.source) : claim.assertedBy === accordingTo);
    const theirs = yield* keptInSteps(claims, isTheirs);
    if (fallback === 'NONE') return theirs;
    const spoken = new Set(theirs.map(({ factKey }) => factKey));
    return yield* keptInSteps(claims, (claim) => isTheirs(claim) || !spoken.has(claim.factKey));
  }

  /** What held at the time asked for; tells besides what had ended by then, or not begun. */
  private *heldAt(
    claims: readonly Claim[],
    certainty: Map<string, Certainty>,
  ): Steps<{ readonly claims: readonly Claim[]; readonly over: ReadonlySet<string> }> {
    const { asOf, rank } = this.lens;
    if (asOf === null) return { claims, over: new Set() };
    const times = yield* ValidTimes.of(this.vocabulary, { ...this.dataset, claims }, rank === 'WITH_DEPRECATED');
    const held = yield* keptInSteps(claims, (claim) => {
      const known = certainty.get(claim.id) ?? 'CERTAIN';
      certainty.delete(claim.id);
      return note(certainty, claim.id, weaker(known, times.holds(claim, asOf)));
    });
    return { claims: held, over: times.over(asOf) };
  }
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

function* bestRanked(claims: readonly Claim[]): Steps<readonly Claim[]> {
  const best = new Map<string, number>();
  yield* eachInSteps(claims, ({ factKey, rank }) => best.set(factKey, Math.min(RANKED.indexOf(rank), best.get(factKey) ?? RANKED.length)));
  return yield* keptInSteps(claims, ({ factKey, rank }) => rank !== 'DEPRECATED' && RANKED.indexOf(rank) === best.get(factKey));
}

/** Notes how sure something is; tells whether it is there at all. */
function note(certainty: Map<string, Certainty>, id: string, how: Overlap): boolean {
  if (how === 'NO') return false;
  certainty.set(id, how);
  return true;
}
