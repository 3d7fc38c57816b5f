import type { Kind, Relationship, Vocabulary } from '../model/vocabulary.js';
import type { Lexicon, Relational, Step } from './lexicon.js';
import type { Set, Some, Test } from './plan.js';
import { narrowed, type Phrase } from './sense.js';

type Way = Some['way'];

/** A relationship that leads to more kinds than this is no place to be in. */
const WIDEST = 6;

/** How sets of a vocabulary can stand to one another: which relationship joins them, and in which words. */
export class Relate {
  private readonly vocabulary: Vocabulary;
  private readonly lexicon: Lexicon;

  constructor(vocabulary: Vocabulary, lexicon: Lexicon) {
    this.vocabulary = vocabulary;
    this.lexicon = lexicon;
  }

  kind(name: string): Kind {
    const found = this.vocabulary.kind(name);
    if (!found) throw new Error(`no kind ${name}`);
    return found;
  }

  isRecord(set: Set): boolean {
    return set.kinds.length > 0 && set.kinds.every((name) => this.kind(name).record);
  }

  /** The property by which things of a set are dated. */
  dated(set: Set): string | null {
    const [first, ...others] = set.kinds.map((name) => this.kind(name).orderedBy);
    return first !== undefined && others.every((own) => own === first) ? first : null;
  }

  /** Whether things of a set go on, as a partnership does and a meeting does not: they have another time than their first. */
  lasts(set: Set): boolean {
    return set.kinds.every((name) => {
      const kind = this.kind(name);
      return !kind.record || Object.entries(kind.properties).some(([property, value]) => value.sort === 'time' && property !== kind.orderedBy);
    });
  }

  /** Whether two kinds of record belong to one family: a summit is a meeting too. */
  isFamily(a: string, b: string): boolean {
    const root = (name: string) => this.vocabulary.lineage(this.kind(name)).at(-1);
    return this.kind(a).record && root(a) === root(b);
  }

  /** Kinds of what can bear something: persons, who hold offices. */
  get bearers(): readonly string[] {
    return this.vocabulary.kinds.filter(({ labels }) => labels.length > 0).map(({ name }) => name);
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
    const borne = set.kinds.map((name) => this.kind(name).borneBy)[0];
    const relationship = borne ? this.vocabulary.relationship(borne) : undefined;
    const bearers = this.common(relationship?.from.map(({ name }) => name) ?? [], kinds);
    return relationship && bearers.length > 0 ? { kinds: bearers, tests: [some({ type: relationship.type, way: 'OUT', link: {} }, set)] } : null;
  }

  /** Relationships by which somebody takes part in records of a set, seen from the record. */
  partaking(set: Set): readonly { readonly step: Step; readonly far: readonly string[] }[] {
    return this.vocabulary.relationships
      .filter((item) => item.involves && item.describes === 'to' && set.kinds.every((name) => this.vocabulary.fits(this.kind(name), item.to)))
      .map((item) => ({ step: { type: item.type, way: 'IN' as const, link: {} }, far: item.from.map(({ name }) => name) }));
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

  /** A set whose members have a relationship with another set; null where the kinds do not fit. */
  having(set: Set, step: Step, far: Set): Set | null {
    const kinds = this.common(set.kinds, this.near(step));
    const fit = this.as(far, this.far(step));
    return kinds.length === 0 || !fit ? null : narrowed({ ...set, kinds }, some(step, this.spread(fit, step)));
  }

  /**
   * What a preposition leads to: the set narrowed by every relationship that has it among its words. "In Korea" is
   * also what lies within; "between France and Korea" involves both.
   */
  attached(set: Set, word: string, phrase: Phrase): readonly Set[] {
    const each = (narrow: (own: Set, member: Set) => readonly Set[]): readonly Set[] => {
      if (phrase.join === 'or' && phrase.members.length > 1) {
        const parts = phrase.members.map((member) => narrow(set, member)[0]);
        const added = parts.flatMap((part) => (part ? [part.tests.slice(set.tests.length)] : []));
        const kinds = parts[0]?.kinds ?? [];
        return parts.every((part) => part !== undefined) && kinds.length > 0
          ? [narrowed({ ...set, kinds }, { is: 'any', tests: added.map((tests) => ({ is: 'all', tests })) })]
          : [];
      }
      return phrase.members.reduce<readonly Set[]>((sets, member) => sets.flatMap((own) => narrow(own, member)), [set]);
    };
    return each((own, member) => this.leading(own, word, member));
  }

  private leading(set: Set, word: string, far: Set): readonly Set[] {
    const ids = idsOf(far);
    const found: Set[] = [];
    const own = set.kinds.map((name) => this.kind(name));
    for (const item of this.vocabulary.relationships) {
      const ways: readonly Way[] = item.symmetric ? ['BOTH'] : ['OUT', 'IN'];
      for (const way of ways) {
        if (!this.lexicon.leads(word, item.type, way, own)) continue;
        const step: Step = { type: item.type, way, link: {} };
        if (item.nests && way === 'OUT' && ids) {
          const kinds = this.common(set.kinds, this.near(step));
          // Nothing lies in two countries at once.
          const isElsewhere = this.isContainer(far) && set.tests.some((test) => test.is === 'within' && test.ids[0] !== ids[0] && this.isRootOf(test.ids));
          if (kinds.length === set.kinds.length && this.as(far, this.far(step)) && !isElsewhere) found.push(narrowed({ ...set, kinds }, { is: 'within', ids }));
          continue;
        }
        const kinds = this.common(set.kinds, this.near(step));
        const isInvolved = item.involves && item.describes === 'to' && way === 'IN' && ids !== null && kinds.length === set.kinds.length;
        if (isInvolved && this.as(far, this.far(step)) && this.common(far.kinds, this.far(step)).length > 0)
          found.push(narrowed({ ...set, kinds }, { is: 'involves', ids }));
        else {
          const narrow = kinds.length === set.kinds.length ? this.having(set, step, far) : null;
          if (narrow) found.push(narrow);
        }
      }
    }
    return found;
  }

  /** Relationships from records of a set that a preposition leads over. */
  leadingSteps(set: Set, word: string): readonly Step[] {
    return this.vocabulary.relationships.flatMap((item) => {
      const ways: readonly Way[] = item.symmetric ? ['BOTH'] : ['OUT', 'IN'];
      return ways
        .filter((way) =>
          this.lexicon.leads(
            word,
            item.type,
            way,
            set.kinds.map((name) => this.kind(name)),
          ),
        )
        .map((way): Step => ({ type: item.type, way, link: {} }))
        .filter((step) => this.common(set.kinds, this.near(step)).length === set.kinds.length);
    });
  }

  get isBehind(): boolean {
    return this.lexicon.pack.grammar === 'behind';
  }

  get inverts(): boolean {
    return this.lexicon.pack.inverts;
  }

  /** The preposition of who did it. */
  get agent(): string {
    return this.lexicon.pack.agent;
  }

  /** The preposition of an owner. */
  get genitive(): string {
    return this.lexicon.pack.genitive;
  }

  /** What a relational noun means of an owner: the partners of a city, the capital of a country. */
  owned(relational: Relational, set: Set, owner: Set | null): Set | null {
    if (relational.over === 'link') {
      const { step } = relational;
      const own = this.common(set.kinds.length > 0 ? set.kinds : this.far(step), this.far(step));
      if (own.length === 0) return null;
      const fit = owner ? this.as(owner, this.near(step)) : { kinds: this.near(step), tests: [] };
      return fit ? narrowed({ kinds: own, tests: set.tests }, some(reverse(step), fit)) : null;
    }
    for (const { step, far } of this.partaking(relational.record)) {
      const kinds = set.kinds.length > 0 ? this.common(set.kinds, far) : far;
      const fit = owner ? this.as(owner, far) : null;
      if (kinds.length === 0 || (owner && !fit)) continue;
      const record = fit ? narrowed(relational.record, some(step, this.spread(fit, step))) : relational.record;
      const ids = fit ? idsOf(fit) : null;
      const others: Test[] = ids ? [{ is: 'not', test: { is: 'within', ids } }] : [];
      return narrowed(
        { kinds, tests: set.tests },
        some(reverse(step), record),
        ...(ids && this.isContainer(fit) ? others : ids ? [{ is: 'not' as const, test: { is: 'id' as const, ids } }] : []),
      );
    }
    return null;
  }

  /** Owners that have such a thing: the cities with partners in a set. */
  owning(owner: Set, relational: Relational, thing: Set, count?: Some['count']): Set | null {
    if (relational.over === 'link') {
      const { step } = relational;
      const kinds = this.common(owner.kinds, this.near(step));
      const far = thing.kinds.length > 0 ? this.as(thing, this.far(step)) : { ...thing, kinds: this.far(step) };
      return kinds.length > 0 && far ? narrowed({ ...owner, kinds }, { ...some(step, this.spread(far, step)), count }) : null;
    }
    for (const { step, far } of this.partaking(relational.record)) {
      const kinds = this.common(owner.kinds, far);
      const others = thing.kinds.length > 0 ? this.common(thing.kinds, far) : far;
      if (kinds.length === 0 || others.length === 0) continue;
      const isAny = thing.kinds.length === 0 && thing.tests.length === 0;
      const record = isAny ? relational.record : narrowed(relational.record, some(step, { kinds: others, tests: thing.tests }));
      return narrowed({ ...owner, kinds }, { ...some(reverse(step), record), count });
    }
    return null;
  }

  /** Takes part in a record: a country with all that lies in it. */
  taking(set: Set, step: Step): Test {
    const ids = idsOf(set);
    if (Object.keys(step.link).length > 0) return some(step, set);
    return ids && this.isContainer(set) ? { is: 'involves', ids } : some(step, this.spread(set, step));
  }

  /** Named places of a record, or those that take part for a country, count with all that lies in them. */
  spread(set: Set, step: Step): Set {
    const ids = idsOf(set);
    const item = this.relationship(step.type);
    const isOfRecord = this.near(step).every((name) => this.kind(name).record) && !item.loose;
    const isPart = item.involves && item.describes === 'to';
    const holds = isPart ? this.isContainer(set) : set.kinds.some((name) => this.isPlace(name));
    // What may be about anything is about the thing itself.
    if (!ids || !isOfRecord || !holds || this.far(step).length > WIDEST) return set;
    return {
      kinds: isPart ? this.far(step) : [...new Set([...set.kinds, ...this.far(step)])],
      tests: [...set.tests.filter(({ is }) => is !== 'id'), { is: 'within', ids }],
    };
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
  private isRootOf([id = '']: readonly string[]): boolean {
    const kind = id.startsWith('?') ? this.vocabulary.kind(id.split('-').at(-1) ?? '') : this.vocabulary.rootOf(id);
    return kind !== undefined && this.isContainer({ kinds: [kind.name], tests: [] });
  }

  /** The kinds that a relational noun can be of. */
  meant(relational: Relational): readonly string[] {
    return relational.over === 'link' ? this.far(relational.step) : (this.partaking(relational.record)[0]?.far ?? []);
  }

  /** Kinds of which some may lie somewhere, where a preposition says where; all of them else. */
  placeable(kinds: readonly string[], word: string): readonly string[] {
    const lying = kinds.filter((name) => this.lies(name));
    const isPlacing = this.vocabulary.relationships.some((item) => item.nests && this.lexicon.leads(word, item.type, 'OUT'));
    return isPlacing && lying.length > 0 && word !== this.genitive ? lying : kinds;
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

  /** Whether things of a kind lie within others. */
  lies(name: string): boolean {
    return this.vocabulary.relationships.some((item) => item.nests && this.vocabulary.fits(this.kind(name), item.from));
  }

  isPlace(name: string): boolean {
    return this.vocabulary.relationships.some((item) => item.nests && this.vocabulary.fits(this.kind(name), item.to));
  }
}

export function some(step: Step, set: Set): Some {
  return { is: 'some', type: step.type, way: step.way, link: step.link, set };
}

export function reverse(step: Step): Step {
  return { ...step, way: step.way === 'OUT' ? 'IN' : step.way === 'IN' ? 'OUT' : 'BOTH' };
}

/** The ids of a set that is given by nothing else; null otherwise. */
export function idsOf(set: Set): readonly string[] | null {
  const [first, ...others] = set.tests;
  return first?.is === 'id' && others.length === 0 ? first.ids : null;
}
