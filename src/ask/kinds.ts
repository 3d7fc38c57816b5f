import type { Kind, Relationship, Vocabulary } from '../model/vocabulary.js';
import type { Set } from './plan.js';
import { SPOKEN_OF } from './sense.js';
import type { Relational, Step } from './senses.js';
import { some } from './sets.js';
import { kindOf } from './where.js';

/** What a vocabulary says of sets by their kinds alone: what is a record, what lies where, what can be at the end of a relationship. */
export class Kinds {
  protected readonly vocabulary: Vocabulary;
  /** Every relationship, seen from either of its ends. */
  protected readonly steps: readonly Step[];

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.steps = vocabulary.relationships.flatMap(({ type, symmetric }) => (symmetric ? (['BOTH'] as const) : (['OUT', 'IN'] as const)).map((way) => ({ type, way, link: {} }))); // prettier-ignore
  }

  kind(name: string): Kind {
    return kindOf(this.vocabulary, name);
  }

  isRecord(set: Set): boolean {
    return set.kinds.length > 0 && set.kinds.every((name) => this.kind(name).record);
  }

  /** A set of records; null for another. */
  recordIn(set: Set): Set | null {
    return this.isRecord(set) ? set : null;
  }

  /** The record that a set is told by, where it is none itself: the meeting of those who met. */
  toldBy(set: Set): Set {
    const test = this.isRecord(set) ? undefined : set.tests.find((own) => own.is === 'some' && this.isRecord(own.set));
    return test?.is === 'some' ? test.set : set;
  }

  /** The property by which things of a set are dated. */
  dated(set: Set): string | null {
    const [first, ...others] = set.kinds.map((name) => this.kind(name).orderedBy);
    return first !== undefined && others.every((own) => own === first) ? first : null;
  }

  /** The property by which things of a set are older or younger: what dates them, or else their first time, such as a founding. */
  begun(set: Set): string | null {
    const own = this.dated(set);
    const [first, ...others] = set.kinds.map(
      (name) => Object.entries(this.kind(name).properties).find(([, value]) => value.sort === 'time' && !value.given)?.[0],
    );
    return own ?? (first !== undefined && others.every((other) => other === first) ? first : null);
  }

  /** The property that says of which sort things of a set are. */
  sortOf({ kinds: [name = ''] }: Set): string | null {
    const own = this.vocabulary.kind(name);
    const isSort = (property: string) => own !== undefined && this.vocabulary.lineage(own).some((kind) => property.toLowerCase().startsWith(kind.name.toLowerCase())); // prettier-ignore
    return (
      Object.entries(own?.properties ?? {}).find(([property, value]) => value.choice !== undefined && value.coded === null && isSort(property))?.[0] ?? null
    );
  }

  /** Whether things of a set go on, as a partnership does and a meeting does not: they have another time than their first. */
  lasts(set: Set): boolean {
    return set.kinds.every((name) => {
      const kind = this.kind(name);
      return !kind.record || Object.entries(kind.properties).some(([property, value]) => value.sort === 'time' && property !== kind.orderedBy);
    });
  }

  /** Whether two kinds of record belong to one family, as a summit is a meeting too, or two kinds are both of places in others. */
  isFamily(a: string, b: string): boolean {
    if ([a, b].every((name) => this.lies(name) && this.isPlace(name))) return true;
    const root = (name: string) => this.vocabulary.lineage(this.kind(name)).at(-1);
    return this.kind(a).record && root(a) === root(b);
  }

  /** The relationship by which things of a set are borne, as an office is held; null where they are not. */
  bearingOf({ kinds }: Set): string | null {
    return kinds.map((name) => this.kind(name).borneBy)[0] ?? null;
  }

  /** Whether something is borne by a relationship, as an office is held. */
  isBearing(type: string): boolean {
    return this.vocabulary.kinds.some(({ borneBy }) => borneBy === type);
  }

  /** Whether things are in a set for as long as something lasts: an office, a membership. */
  holds(set: Set): boolean {
    return (this.isRecord(set) && this.lasts(set)) || set.tests.some((test) => test.is === 'some' && (this.relationship(test.type).lasting || (this.isRecord(test.set) && this.lasts(test.set)))); // prettier-ignore
  }

  /** Kinds of record that take place somewhere, with somebody. */
  get situated(): readonly string[] {
    return this.records.filter((name) => this.vocabulary.relationships.some((item) => item.situates && this.vocabulary.fits(this.kind(name), item.from)));
  }

  /** Kinds of what can bear something: persons, who hold offices. */
  get bearers(): readonly string[] {
    return this.vocabulary.kinds.map(({ name }) => name).filter((name) => this.isBearer(name));
  }

  isBearer(name: string): boolean {
    return this.kind(name).labels.length > 0;
  }

  /** Kinds of all that is no person. */
  get others(): readonly string[] {
    return this.vocabulary.roots.filter(({ name }) => !this.isBearer(name)).map(({ name }) => name);
  }

  /** All kinds of record that somebody takes part in and that can lie ahead. */
  get records(): readonly string[] {
    return this.vocabulary.roots.filter((kind) => kind.record && this.partaking({ kinds: [kind.name], tests: [] }).length > 0).map(({ name }) => name);
  }

  /** Whether a kind, or whom it stands for, may be at the far end of a relationship. */
  fitsFar(set: Set, step: Step): boolean {
    return set.kinds.length > 0 && this.as(set, this.far(step)) !== null;
  }

  /** Whether a kind is, or is a sort of, another, or takes it in. */
  overlaps(a: string, b: string): boolean {
    const [one, two] = [this.kind(a), this.kind(b)];
    return this.vocabulary.lineage(one).includes(two) || this.vocabulary.lineage(two).includes(one);
  }

  /** The kinds of one list that are among another, the narrower of each pair. */
  common(kinds: readonly string[], others: readonly string[]): readonly string[] {
    const pairs = kinds.flatMap((a) =>
      others.filter((b) => this.overlaps(a, b)).map((b) => (this.vocabulary.lineage(this.kind(a)).includes(this.kind(b)) ? a : b)),
    );
    return [...new Set(pairs)];
  }

  /** What is in both sets; null where nothing can be. */
  both(a: Set, b: Set): Set | null {
    const kinds = this.common(a.kinds, b.kinds);
    return kinds.length === 0 ? null : { kinds, tests: [...a.tests, ...b.tests] };
  }

  /** A set as things of some kinds: itself, or whom it stands for, as an office does for its holders; null where it is neither. */
  as(set: Set, kinds: readonly string[]): Set | null {
    const own = this.common(set.kinds, kinds);
    if (own.length > 0) return { ...set, kinds: own };
    const borne = this.bearingOf(set);
    const relationship = borne === null ? undefined : this.relationship(borne);
    const bearers = this.common(relationship?.from.map(({ name }) => name) ?? [], kinds);
    return relationship && bearers.length > 0 ? { kinds: bearers, tests: [some({ type: relationship.type, way: 'OUT', link: {} }, set)] } : null;
  }

  /** "The one of Lille" as things of some kinds; null where what is said of it can not be said of them. */
  ofKinds(set: Set, kinds: readonly string[]): Set | null {
    if (set.kinds.length > 0) return this.as(set, kinds);
    const isPlaced = set.tests.some((test) => test.is === 'within');
    return isPlaced && !kinds.every((name) => this.lies(name)) ? null : { ...set, kinds };
  }

  /** The kinds that a relational noun can be of. */
  meant(relational: Relational): readonly string[] {
    return relational.over === 'link' ? this.far(relational.step) : (this.partaking(relational.record)[0]?.far ?? []);
  }

  /** Relationships by which somebody takes part in records of a set, seen from the record. */
  partaking(set: Set): readonly { readonly step: Step; readonly far: readonly string[] }[] {
    return this.vocabulary.relationships
      .filter((item) => item.involves && item.describes === 'to' && set.kinds.every((name) => this.vocabulary.fits(this.kind(name), item.to)))
      .map((item) => ({ step: { type: item.type, way: 'IN' as const, link: {} }, far: item.from.map(({ name }) => name) }));
  }

  /** Relationships that may lead from things of one set to those of another, but for those by which somebody takes part in a record. */
  stepsBetween(set: Set, other: Set): readonly Step[] {
    return this.steps.filter((step) => {
      const { involves, describes } = this.relationship(step.type);
      const isJoining = this.common(set.kinds, this.near(step)).length > 0 && this.common(other.kinds, this.far(step)).length > 0;
      return isJoining && !(involves && describes === 'to');
    });
  }

  far(step: Step): readonly string[] {
    const item = this.relationship(step.type);
    return (step.way === 'IN' ? item.from : item.to).map(({ name }) => name);
  }

  near(step: Step): readonly string[] {
    const item = this.relationship(step.type);
    return (step.way === 'IN' ? item.to : item.from).map(({ name }) => name);
  }

  relationship(type: string): Relationship {
    const found = this.vocabulary.relationship(type);
    if (!found) throw new Error(`no relationship ${type}`);
    return found;
  }

  /** Whether the set holds things that contain others and lie in none: countries. */
  isContainer(set: Set | null): boolean {
    return (
      set !== null &&
      set.kinds.every(
        (name) => this.isPlace(name) && !this.vocabulary.relationships.some((item) => item.nests && this.vocabulary.fits(this.kind(name), item.from)),
      )
    );
  }

  /** Whether the family of an id, or of the mention that stands for one, lies in nothing. */
  isRootOf([id = '']: readonly string[]): boolean {
    const kind = this.rootOf(id);
    return kind !== undefined && this.isContainer({ kinds: [kind.name], tests: [] });
  }

  /** Whether an id, or the mention that stands for one, may be of one of some kinds. */
  isOfKind(id: string, kinds: readonly string[]): boolean {
    if (id === SPOKEN_OF) return true;
    const kind = this.rootOf(id);
    return kind !== undefined && this.common([kind.name], kinds).length > 0;
  }

  private rootOf(id: string): Kind | undefined {
    return id.startsWith('?') ? this.vocabulary.kind(/[A-Z]\w*/.exec(id)?.[0] ?? '') : this.vocabulary.rootOf(id);
  }

  /** Whether a source may deny the relationship of two: both ends are of the same kinds, and it lasts. */
  isDeniable(type: string): boolean {
    const item = this.relationship(type);
    return item.lasting && !item.nests && item.from.length === item.to.length && item.from.every((kind) => item.to.includes(kind));
  }

  /** Whether a set is of documents: what they say of themselves needs no source. */
  isSource({ kinds, tests }: Set): boolean {
    return tests.length === 0 && kinds.every((name) => Object.values(this.kind(name).properties).some((value) => value.given));
  }

  /** Whether things of a kind are documents, or can have published some. */
  publishes(name: string): boolean {
    const isSource = (kind: Kind) => this.isSource({ kinds: [kind.name], tests: [] });
    return isSource(this.kind(name)) || this.vocabulary.relationships.some(({ from, to }) => from.every(isSource) && to.some((kind) => kind.name === name));
  }

  /** Whether things of a kind take part in records, or say something. */
  acts(name: string): boolean {
    return this.vocabulary.relationships.some(({ involves, describes, from }) => involves && describes === 'to' && this.vocabulary.fits(this.kind(name), from));
  }

  /** Whether things of a kind lie within others. */
  lies(name: string): boolean {
    return this.vocabulary.relationships.some((item) => item.nests && this.vocabulary.fits(this.kind(name), item.from));
  }

  isPlace(name: string): boolean {
    return this.vocabulary.relationships.some((item) => item.nests && this.vocabulary.fits(this.kind(name), item.to));
  }
}
