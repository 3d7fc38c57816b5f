import { compareClaims, isActual, type Claim, type Json } from '../model/claim.js';
import { coveredUntil, timeWithin } from '../model/coverage.js';
import { timeValue, type Time } from '../model/edtf.js';
import { publishedDays, type Dataset } from '../model/projection.js';
import { wholeKey } from '../model/spells.js';
import { eachInSteps, groupedInSteps, keptInSteps, sortedInSteps, type Steps } from '../model/steps.js';
import { compareText } from '../model/text.js';
import type { Value } from '../model/values.js';
import type { Kind, Relationship, Vocabulary } from '../model/vocabulary.js';
import { push } from '../model/groups.js';

/** All that the sources state, looked up in the ways that rules need. */
export class Testimony {
  readonly vocabulary: Vocabulary;
  /** The claims of each fact, best first. */
  facts: ReadonlyMap<string, readonly Claim[]> = new Map();
  /** The claims of each relationship, all its spells together, and of each property. */
  wholes: ReadonlyMap<string, readonly Claim[]> = new Map();
  readonly compare: (a: Claim, b: Claim) => number;
  private readonly kinds: ReadonlyMap<string, Kind>;
  private readonly labels: ReadonlyMap<string, string>;
  private readonly publications: ReadonlyMap<string, Time | null>;
  private readonly coverage: ReadonlyMap<string, string | null>;
  private predicates: ReadonlyMap<string, readonly Claim[]> = new Map();
  private subjects: ReadonlyMap<string, readonly Claim[]> = new Map();
  private objects: ReadonlyMap<string, readonly Claim[]> = new Map();

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
    const sorted = yield* sortedInSteps(stated, testimony.compare);
    testimony.facts = yield* groupedInSteps(sorted, ({ factKey }) => factKey);
    testimony.predicates = yield* groupedInSteps(sorted, ({ predicate }) => predicate);
    testimony.subjects = yield* groupedInSteps(sorted, ({ subject }) => subject);
    testimony.objects = yield* groupedInSteps(sorted, ({ object }) => object ?? '');
    const wholes = new Map<string, Claim[]>();
    yield* eachInSteps(testimony.facts, ([key, claims]) => {
      for (const claim of claims) push(wholes, wholeKey(key), claim);
    });
    testimony.wholes = wholes;
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
    return this.predicates.get(predicate) ?? [];
  }

  /** All claims whose subject is an entity, best first. */
  about(subject: string): readonly Claim[] {
    return this.subjects.get(subject) ?? [];
  }

  /** The same of each entity that is a subject. */
  each(): Iterable<readonly Claim[]> {
    return this.subjects.values();
  }

  /** All claims of relationships whose object is an entity, best first. */
  toward(object: string): readonly Claim[] {
    return this.objects.get(object) ?? [];
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
