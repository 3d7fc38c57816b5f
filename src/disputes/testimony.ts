import { compareClaims, isActual, type Claim, type Json } from '../model/claim.js';
import { coveredUntil, timeWithin } from '../model/coverage.js';
import { timeValue, type Time } from '../model/edtf.js';
import type { Dataset } from '../model/dataset.js';
import { publishedDays } from '../model/published.js';
import { wholeKey } from '../model/spells.js';
import { eachInSteps, groupedInSteps, keptInSteps, sortedInSteps, type Steps } from '../model/steps.js';
import { compareText } from '../model/text.js';
import type { Value } from '../model/value.js';
import type { Kind, Relationship, Vocabulary } from '../model/vocabulary.js';
import { groupBy } from '../model/groups.js';

type Groups = ReadonlyMap<string, readonly Claim[]>;

/**
 * All that the sources state, looked up in the ways that rules need. What cannot disagree costs little: claims are put in
 * order where a rule looks at them, and of most facts, which one claim alone tells, none does.
 */
export class Testimony {
  readonly vocabulary: Vocabulary;
  /** The claims of each fact that several claims tell, best first. */
  told: ReadonlyMap<string, readonly Claim[]> = new Map();
  /** Claims of which a curator noted that they do not fit with others. */
  noted: readonly Claim[] = [];
  readonly compare: (a: Claim, b: Claim) => number;
  private readonly kinds: ReadonlyMap<string, Kind>;
  private readonly labels: ReadonlyMap<string, string>;
  private readonly publications: ReadonlyMap<string, Time | null>;
  private readonly coverage: ReadonlyMap<string, string | null>;
  private predicates: Groups = new Map();
  private subjects: Groups = new Map();
  private objects: Groups = new Map();
  private readonly sorted = new WeakMap<readonly Claim[], readonly Claim[]>();

  private constructor(vocabulary: Vocabulary, { identities, sources }: Dataset) {
    this.vocabulary = vocabulary;
    this.compare = compareClaims(publishedDays(sources));
    this.kinds = new Map(
      identities.flatMap(({ id, kind }): [string, Kind][] => {
        const found = vocabulary.kind(kind);
        return found ? [[id, found]] : [];
      }),
    );
    this.labels = new Map(identities.map(({ id, label }) => [id, label]));
    this.publications = new Map(sources.map(({ id, header }) => [id, timeValue(header['published'])]));
    this.coverage = new Map(sources.map(({ id, header }) => [id, coveredUntil(header['covered'])]));
  }

  static *of(vocabulary: Vocabulary, dataset: Dataset): Steps<Testimony> {
    const testimony = new Testimony(vocabulary, dataset);
    const stated = yield* keptInSteps(dataset.claims, ({ basis }) => basis === 'STATED');
    const first = new Map<string, Claim>();
    const several = new Set<string>();
    yield* eachInSteps(stated, (claim) => {
      if (first.has(claim.factKey)) several.add(claim.factKey);
      else first.set(claim.factKey, claim);
    });
    const shared = yield* keptInSteps(stated, ({ factKey }) => several.has(factKey));
    testimony.told = yield* groupedInSteps(yield* sortedInSteps(shared, testimony.compare), ({ factKey }) => factKey);
    testimony.noted = yield* keptInSteps(stated, ({ tensions }) => tensions !== null);
    testimony.predicates = yield* groupedInSteps(stated, ({ predicate }) => predicate);
    testimony.subjects = yield* groupedInSteps(stated, ({ subject }) => subject);
    testimony.objects = yield* groupedInSteps(stated, ({ object }) => object ?? '');
    return testimony;
  }

  kindOf(id: string): Kind | undefined {
    return this.kinds.get(id);
  }

  labelOf(id: string): string {
    return this.labels.get(id) ?? id;
  }

  /** A label inside a sentence: that of a record, which is a phrase of its own, between quotation marks. */
  titleOf(id: string): string {
    const label = this.labelOf(id);
    return this.kindOf(id)?.record === true ? `“${label}”` : label;
  }

  relationshipOf(claim: Claim): Relationship | undefined {
    return claim.object === null ? undefined : this.vocabulary.relationship(claim.predicate);
  }

  /** The property that a claim is about. */
  propertyOf(claim: Claim): Value | undefined {
    const kind = claim.object === null ? this.kindOf(claim.subject) : undefined;
    return kind && this.vocabulary.property(kind, claim.predicate);
  }

  /** All claims of a relationship type or property, best first. */
  of(predicate: string): readonly Claim[] {
    return this.inOrder(this.predicates.get(predicate));
  }

  /** The same in no order, for whoever wants few of them. */
  each(predicate: string): readonly Claim[] {
    return this.predicates.get(predicate) ?? [];
  }

  /** All claims of properties of some sort, best first. */
  ofSort(sort: Value['sort']): readonly Claim[] {
    const { kinds } = this.vocabulary;
    const named = kinds.flatMap((kind) => Object.entries(this.vocabulary.properties(kind)).flatMap(([name, value]) => (value.sort === sort ? [name] : [])));
    // Kinds may have a property of one name and of different sorts.
    return this.inOrder([...new Set(named)].flatMap((name) => this.each(name)).filter((claim) => this.propertyOf(claim)?.sort === sort));
  }

  /** The claims of all facts of a relationship or property of which one is denied, all spells together, best first. */
  *denied(): Generator<readonly Claim[]> {
    for (const claims of this.predicates.values()) {
      const wholes = new Set(claims.flatMap(({ polarity, factKey }) => (polarity === 'DENIED' ? [wholeKey(factKey)] : [])));
      if (wholes.size === 0) continue;
      const own = claims.filter(({ factKey }) => wholes.has(wholeKey(factKey)));
      yield* groupBy(this.inOrder(own), ({ factKey }) => wholeKey(factKey)).values();
    }
  }

  /** All claims whose subject is an entity, best first. */
  about(subject: string): readonly Claim[] {
    return this.inOrder(this.subjects.get(subject));
  }

  /** All claims of relationships whose object is an entity, best first. */
  toward(object: string): readonly Claim[] {
    return this.inOrder(this.objects.get(object));
  }

  private inOrder(claims: readonly Claim[] = []): readonly Claim[] {
    const known = this.sorted.get(claims);
    if (known) return known;
    const sorted = [...claims].sort(this.compare);
    this.sorted.set(claims, sorted);
    return sorted;
  }

  /** When a source was published, as far as known. */
  published(source: string): Time | null {
    return this.publications.get(source) ?? null;
  }

  /** When a claim holds, in what its source covers. */
  whenOf(claim: Claim): Time | null {
    return timeWithin(claim, this.coverage.get(claim.source) ?? null);
  }

  /** When a record was, as the same source says, else by its best claim; null for what is no record or undated. */
  timeOf(record: string, source: string | null = null): Time | null {
    const kind = this.kindOf(record);
    if (kind?.record !== true || kind.orderedBy === null) return null;
    const dates = this.about(record).filter((claim) => claim.predicate === kind.orderedBy && isActual(claim) && claim.rank !== 'DEPRECATED');
    const best = dates.find((claim) => claim.source === source) ?? dates[0];
    return best ? timeValue(best.value) : null;
  }

  /** Who says it: the one quoted, else the source. */
  voice({ assertedBy, source }: Claim): string {
    return assertedBy ?? source;
  }

  /** The voices of claims, by label, in one breath. */
  voices(claims: readonly Claim[]): string {
    return inOneBreath([...new Set(claims.map((claim) => this.labelOf(this.voice(claim))))]);
  }
}

/** "A", "A and B", "A, B and C". */
export function inOneBreath(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** Each two of several, once. */
export function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((first, at) => items.slice(at + 1).map((second): [T, T] => [first, second]));
}

/** A value as people read it. */
export function shownValue(value: Json): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** In the order of their ids, each once. */
export function sortedIds(ids: Iterable<string>): string[] {
  return [...new Set(ids)].sort(compareText);
}
