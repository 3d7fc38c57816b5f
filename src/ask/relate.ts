import type { Relationship, Vocabulary } from '../model/vocabulary.js';
import { Kinds } from './kinds.js';
import type { Pack } from './languages/pack.js';
import type { Lexicon } from './lexicon.js';
import type { Relational, Step } from './senses.js';
import type { Set, Some, Test } from './plan.js';
import { isGovernment, type Noun, type Phrase } from './sense.js';
import { ANYTHING, combined, idsOf, narrowed, otherThan, reverse, some } from './sets.js';

/** A relationship that leads to more kinds than this is no place to be in. */
const WIDEST = 6;

/** How sets of a vocabulary can stand to one another: which relationship joins them, and in which words. */
export class Relate extends Kinds {
  readonly lexicon: Lexicon;
  /** The words and forms of the language. */
  readonly pack: Pack;

  constructor(vocabulary: Vocabulary, lexicon: Lexicon) {
    super(vocabulary);
    this.lexicon = lexicon;
    this.pack = lexicon.pack;
  }

  /** A set whose members have a relationship with another set; null where the kinds do not fit. */
  having(set: Set, step: Step, far: Set): Set | null {
    const kinds = this.common(set.kinds, this.near(step));
    const fit = this.as(far, this.far(step));
    const { situates, nests } = this.relationship(step.type);
    if ((situates || nests) && isGovernment(far)) return null;
    return kinds.length === 0 || !fit ? null : narrowed({ ...set, kinds }, some(step, this.spread(fit, step)));
  }

  /**
   * What a preposition leads to: the set narrowed by every relationship that has it among its words. "In Korea" is
   * also what lies within; "between France and Korea" involves both.
   */
  attached(set: Set, word: string, phrase: Phrase): readonly Set[] {
    const { members, join } = phrase;
    if (join === 'and' || members.length < 2)
      return members.reduce<readonly Set[]>((sets, member) => sets.flatMap((own) => this.leading(own, word, member)), [set]);
    const ways = members.flatMap((member) => this.leading(set, word, member).slice(0, 1));
    return ways.length === members.length && ways[0]?.kinds.length !== 0 ? [combined(set, ways, join)] : [];
  }

  private leading(set: Set, word: string, far: Set): readonly Set[] {
    const ids = idsOf(far);
    // "One between two" is a record that involves both.
    const isInvolving = ({ type, involves, describes }: Relationship) => involves && describes === 'to' && this.lexicon.leads(word, type, 'IN');
    if (set.kinds.length === 0 && ids && !this.isRecord(far) && this.vocabulary.relationships.some(isInvolving))
      return [narrowed(set, { is: 'involves', ids }), ...(word === this.pack.genitive ? this.led(set, word, far) : [])];
    const later = this.related(set, word, far);
    return [...(later ? [later] : []), ...this.led(set, word, far)];
  }

  /** What stands before or after another in time; null where a preposition does not say so, or one of both has no time. */
  private related(set: Set, word: string, far: Set): Set | null {
    const how = this.lexicon.relation(word);
    const own = far.kinds.length === 0 ? this.ofKinds(far, set.kinds) : far;
    const isAlike = set.kinds.length > 0 && own !== null && this.common(set.kinds, own.kinds).length > 0;
    if (how === null || own === null || own.tests.length === 0) return null;
    if (this.isRecord(set) ? this.begun(own) === null || !(this.isRecord(own) || isAlike) : !isAlike) return null;
    const property = this.isRecord(set) ? (this.dated(set) ?? '') : this.begun(set);
    return property === null ? null : narrowed(set, { is: 'relative', property, how, set: own, by: this.isRecord(own) ? '' : (this.begun(own) ?? '') });
  }

  private led(set: Set, word: string, far: Set): readonly Set[] {
    const ids = idsOf(far);
    const steps = this.leadingSteps(set, word);
    const direct = steps.flatMap((step): readonly Set[] => {
      const item = this.relationship(step.type);
      const own: Set = { ...set, kinds: this.common(set.kinds, this.near(step)) };
      const fit = this.as(far, this.far(step));
      if (item.nests && isGovernment(far)) return [];
      // What is about anything is about something: "on a state visit" names no theme.
      if (item.loose && far.tests.length === 0) return [];
      if (item.nests && step.way === 'OUT' && ids) {
        // Nothing lies in two countries at once.
        const isElsewhere = this.isContainer(far) && set.tests.some((test) => test.is === 'within' && test.ids[0] !== ids[0] && this.isRootOf(test.ids));
        return fit && !isElsewhere ? [narrowed(own, { is: 'within', ids })] : [];
      }
      const isInvolved = item.involves && item.describes === 'to' && step.way === 'IN' && ids !== null;
      if (isInvolved && fit && this.common(far.kinds, this.far(step)).length > 0) return [narrowed(own, { is: 'involves', ids })];
      const narrow = this.having(set, step, far);
      return narrow ? [narrow] : [];
    });
    // What takes place in a place is there only where nothing else can be.
    return direct.length > 0 || !this.isRecord(set)
      ? direct
      : steps.filter(({ type }) => !this.relationship(type).loose).flatMap((step) => this.having(set, step, this.at(far, this.far(step))) ?? []);
  }

  /** What takes place in a place: said at Johannesburg is said at what was held there. */
  private at(place: Set, kinds: readonly string[]): Set {
    const item = this.vocabulary.relationships.find(({ situates }) => situates);
    const held = item ? this.having({ kinds, tests: [] }, { type: item.type, way: 'OUT', link: {} }, place) : null;
    return held ?? ANYTHING;
  }

  /** Relationships from things of a set that a preposition leads over. */
  leadingSteps({ kinds }: Set, word: string): readonly Step[] {
    const own = kinds.map((name) => this.kind(name));
    // Of "one" all that is known is where it lies.
    const isOf = (step: Step) => (kinds.length === 0 ? this.relationship(step.type).nests : this.common(kinds, this.near(step)).length === kinds.length);
    return this.steps.filter((step) => this.lexicon.leads(word, step.type, step.way, own) && isOf(step));
  }

  get isBehind(): boolean {
    return this.pack.grammar === 'behind';
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
      const others: readonly Test[] = ids && this.isContainer(fit) ? [{ is: 'not', test: { is: 'within', ids } }] : otherThan(ids);
      return narrowed({ kinds, tests: set.tests }, some(reverse(step), record), ...others);
    }
    return null;
  }

  /** A noun that wants an owner and has none stands for all that any owner has; any other for its own set. */
  settled(noun: Noun | null, set: Set): Set {
    return noun?.relational && !noun.isLink ? (this.owned(noun.relational, noun.set, null) ?? set) : set;
  }

  /** Those whose a thing is, by a preposition: what is asked for, made to fit the kinds that it leads to. */
  ownersOf(asked: (kinds: readonly string[]) => Set | null, thing: Set, word: string): readonly Set[] {
    return this.leadingSteps(thing, word).flatMap((step) => {
      const base = asked(this.far(step));
      return (base && this.having(base, reverse(step), thing)) ?? [];
    });
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
      const ids = idsOf(owner);
      // A partner other than Seoul is not the city itself either: of whom nobody says which he is, it cannot be told apart.
      const isOther = !isAny && thing.tests.every(({ is }) => is === 'not');
      if (isOther && !ids) continue;
      const inner = some(step, { kinds: others, tests: [...thing.tests, ...otherThan(ids)] });
      const record = isAny ? relational.record : narrowed(relational.record, inner);
      return narrowed({ ...owner, kinds }, { ...some(reverse(step), record), count });
    }
    return null;
  }

  /** The kinds of what can have what a relational noun means. */
  owners(relational: Relational): readonly string[] {
    return relational.over === 'link' ? this.near(relational.step) : this.meant(relational);
  }

  /** Things of a set that somebody bears: the offices that he holds; null where they are borne by nobody. */
  bearing(set: Set, bearer: Set): Set | null {
    const type = this.bearingOf(set);
    return type ? this.having(set, { type, way: 'IN', link: {} }, bearer) : null;
  }

  /** Those of a set who bear something of an owner: an office of a country. */
  bearersFor(set: Set, owner: Phrase): Set | null {
    const ways = this.vocabulary.roots.flatMap(({ name, borneBy }) => {
      const borne = borneBy === null ? [] : this.attached({ kinds: [name], tests: [] }, this.pack.genitive, owner);
      return borne.flatMap((own) => (borneBy === null ? [] : (this.having(set, { type: borneBy, way: 'OUT', link: {} }, own) ?? [])));
    });
    return ways[0] ?? null;
  }

  /** Records that are about something; null where they are about nothing. */
  treating(set: Set, thing: Set): Set | null {
    const item = this.vocabulary.relationships.find(({ treats, from }) => treats && set.kinds.every((name) => this.vocabulary.fits(this.kind(name), from)));
    return item ? this.having(set, { type: item.type, way: 'OUT', link: {} }, thing) : null;
  }

  /** Takes part in a record, or in a part of it; or is where it took place, or a part of it. */
  orPart(test: Test): Test {
    const item = test.is === 'some' ? this.relationship(test.type) : undefined;
    const part = this.composing;
    const isThere = test.is === 'some' && item?.situates === true;
    if (test.is !== 'some' || !item || !part || !(isThere || (item.involves && item.describes === 'to'))) return test;
    const kinds = this.common((isThere ? item.from : item.to).map(({ name }) => name), part.from.map(({ name }) => name)); // prettier-ignore
    const inPart: Test =
      (test.way === 'IN') !== isThere
        ? some({ type: part.type, way: 'IN', link: {} }, { kinds, tests: [test] })
        : { ...test, set: { kinds, tests: [some({ type: part.type, way: 'OUT', link: {} }, test.set)] } };
    return { is: 'any', tests: [test, inPart] };
  }

  /** Records, each counted once: what is a part of another of them is one with it. */
  eachOnce(set: Set): Set {
    const types = this.isRecord(set) ? new globalThis.Set(this.partaking(set).map(({ step }) => step.type)) : null;
    const isTaking = set.tests.some((test) => test.is === 'involves' || (test.is === 'some' && types?.has(test.type) === true));
    const fits = this.composing && this.common(set.kinds, this.composing.from.map(({ name }) => name)).length === set.kinds.length; // prettier-ignore
    return types && isTaking && fits ? narrowed(set, { is: 'whole' }) : set;
  }

  private get composing() {
    return this.vocabulary.relationships.find(({ composes }) => composes);
  }

  /** "Received on a state visit": the records that were the visit. */
  occasions(record: Set, word: string, { members, noun, wh, isName }: Phrase): readonly Set[] {
    return word === this.pack.occasion && noun && wh === null && !isName ? members.flatMap((member) => this.both(record, member) ?? []) : [];
  }

  /** Records in which things of a sort, told by nothing else, take part; null where they cannot. */
  among(record: Set, sort: Set): Set | null {
    const isSort = !this.isRecord(sort) && !this.isContainer(sort) && sort.tests.every(({ is }) => is === 'choice');
    const [way] = this.isRecord(record) && isSort ? this.partaking(record).filter(({ far }) => this.common(sort.kinds, far).length > 0) : [];
    return way ? narrowed(record, some(way.step, sort)) : null;
  }

  /** Takes part in a record: a country with all that lies in it. */
  taking(set: Set, step: Step): Test {
    const ids = idsOf(set);
    if (Object.keys(step.link).length > 0) return some(step, set);
    // Whom something is said to is involved in it, too, and does not say it.
    const near = this.near(step).map((name) => this.kind(name));
    const isOnly = !this.vocabulary.relationships.some(
      ({ type, involves, from }) => type !== step.type && involves && near.every((kind) => this.vocabulary.fits(kind, from)),
    );
    if (!isOnly) return some(step, this.spread(set, step));
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

  /** Kinds of which some may lie somewhere, where a preposition says where; all of them else. */
  placeable(kinds: readonly string[], word: string): readonly string[] {
    const lying = kinds.filter((name) => this.lies(name));
    const isPlacing = this.vocabulary.relationships.some((item) => item.nests && this.lexicon.leads(word, item.type, 'OUT'));
    return isPlacing && lying.length > 0 && word !== this.pack.genitive ? lying : kinds;
  }
}
