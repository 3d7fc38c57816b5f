import { directOf, JOINS, type Found, type Focus, type Parts } from './parts.js';
import type { Set } from './plan.js';
import type { Relate } from './relate.js';
import type { Roles } from './roles.js';
import { phraseOf, saysMore, type Phrase } from './sense.js';
import type { Step, VerbSense } from './senses.js';
import { narrowed, reverse, some } from './sets.js';

/** What it costs to connect two things in each way. */
const COSTS = { named: 0, told: 0.05, part: 0.1, other: 0.2, far: 0.15 } as const;
/** Connections that cost so much more than the cheapest are no rivals to it. */
const ALIKE = 0.04;
const MOST_THINGS = 5;
const MOST_WAYS = 3;

/** Something that is to be connected. */
interface Thing {
  readonly set: Set;
  readonly phrase: Phrase | null;
  /** The preposition before it. */
  readonly word: string | null;
  /** The qualifiers by which it takes part in what the verb tells of. */
  readonly link: Step['link'];
  /** Whether it does what the verb says, or it is done to it. */
  readonly isSide: boolean;
}

/** A set as connected so far, and what that cost. */
interface Way {
  readonly set: Set;
  readonly cost: number;
}

/**
 * Connects what a clause names where no rule of the grammar does: everything that it says becomes part of one tree, over
 * the relationships that the vocabulary has between kinds. Every phrase, the verb and the time are in it, or it is none.
 */
export class Assembly {
  private readonly relate: Relate;
  private readonly roles: Roles;

  constructor(relate: Relate, roles: Roles) {
    this.relate = relate;
    this.roles = roles;
  }

  /** The cheapest ways to connect the parts of a clause; several where they cost the same. */
  found(parts: Parts, focus: Focus): Found[] {
    const verbs = parts.verbs.length > 0 ? parts.verbs.filter(({ link }) => link === undefined || parts.links.some(({ word }) => word === link)) : [null];
    const all = verbs.flatMap((verb) => this.byVerb(parts, focus, verb)).sort((a, b) => a.cost - b.cost);
    return all.filter(({ cost }) => cost <= (all[0]?.cost ?? 0) + ALIKE).slice(0, MOST_WAYS);
  }

  private byVerb(parts: Parts, focus: Focus, verb: VerbSense | null): (Found & Way)[] {
    const direct = directOf(parts);
    const phrases = [...direct.map((phrase) => ({ phrase, word: null as string | null })), ...parts.links.map(({ phrase, word }) => ({ phrase, word }))];
    const isUnheard = phrases.some(({ phrase }) => phrase.isNone || phrase.noun?.isLink === true || (phrase !== focus?.phrase && saysMore(phrase)));
    if (isUnheard || parts.withouts.length > 0) return [];
    const [subject, object] = this.roles.sides(parts, focus, parts.words.has('be'));
    const doing = verb?.does.by === 'record' ? (verb.does.roles ?? {}) : {};
    const things = phrases.flatMap(({ phrase, word }): Thing[] => {
      const [first] = phrase.members;
      if (!first) return [];
      const link = (phrase === subject ? doing.subject : phrase === object ? doing.object : undefined) ?? {};
      return [{ set: this.relate.settled(phrase.noun, first), phrase, word, link, isSide: phrase === subject || phrase === object }];
    });
    const told = this.telling(things, verb, parts);
    return told.flatMap((own) => {
      if (own.length < 2 || own.length > MOST_THINGS) return [];
      const root = own.find(({ phrase }) => focus !== null && phrase === focus.phrase) ?? own.find(({ set }) => this.relate.isRecord(set)) ?? own[0];
      if (!root) return [];
      return this.trees(
        root,
        own.filter((thing) => thing !== root),
        verb,
      ).flatMap(({ set, cost }) => {
        const record = this.relate.recordIn(set);
        const apart = focus
          ? set.tests.flatMap((test) =>
              test.is === 'some' && this.relate.isRecord(test.set) ? this.roles.apart({ ...root.set, kinds: set.kinds }, test.set) : [],
            )
          : [];
        return [{ set: narrowed(set, ...apart), base: root.set, record, cost }];
      });
    });
  }

  /** The things of a clause with what its verb and its time say: a record of its own, or of one that is named. */
  private telling(things: readonly Thing[], verb: VerbSense | null, parts: Parts): readonly (readonly Thing[])[] {
    const timed = (own: Thing, property: string | null): Thing[] => {
      const set = this.roles.timed(own.set, parts.times, property);
      return set ? [{ ...own, set }] : [];
    };
    const onRecord = (own: readonly Thing[]): readonly (readonly Thing[])[] => {
      if (parts.times.length === 0) return [own];
      return own.flatMap((thing, at) => (this.relate.isRecord(thing.set) ? timed(thing, null).map((next) => own.with(at, next)) : []));
    };
    const does = verb?.does;
    if (!does || does.by === 'link') return onRecord(things);
    if (does.by === 'time') {
      return things.flatMap((thing, at) => {
        const kinds = thing.set.kinds.length === 0 ? does.kinds : this.relate.common(thing.set.kinds, does.kinds);
        if (kinds.length === 0) return [];
        const set = { ...thing.set, kinds };
        const isDated = parts.times.length > 0 || parts.words.has('when') || (this.relate.isRecord(set) && this.relate.dated(set) === does.property);
        const dated = isDated
          ? timed({ ...thing, set }, does.property)
          : [{ ...thing, set: narrowed(set, { is: 'exists', property: does.property, exists: true }) }];
        return dated.map((own) => things.with(at, own));
      });
    }
    const record = does.by === 'record' ? does.record : does.borne;
    const merged = things.flatMap((thing, at) => {
      const both = thing.phrase?.noun ? this.relate.both(record, thing.set) : null;
      return both ? [things.with(at, { ...thing, set: both })] : [];
    });
    return [...merged, ...(merged.length > 0 ? [] : [[...things, { set: record, phrase: null, word: null, link: {}, isSide: false }]])].flatMap(onRecord);
  }

  /** Every tree of things below a root, as the root narrowed by what hangs on it: the cheapest of them. */
  private trees(root: Thing, things: readonly Thing[], verb: VerbSense | null): readonly Way[] {
    const needed = verb?.does.by === 'link' ? verb.does.step.type : null;
    let trees: readonly { readonly parents: ReadonlyMap<Thing, Thing> }[] = [{ parents: new Map() }];
    for (const thing of things)
      trees = trees.flatMap(({ parents }) =>
        [root, ...things].filter((parent) => parent !== thing).map((parent) => ({ parents: new Map(parents).set(thing, parent) })),
      );
    const isTree = (parents: ReadonlyMap<Thing, Thing>) => things.every((thing) => {
      let at: Thing | undefined = thing;
      for (let depth = 0; at && at !== root && depth <= things.length; depth += 1) at = parents.get(at);
      return at === root;
    }); // prettier-ignore
    const ways = trees.filter(({ parents }) => isTree(parents)).flatMap(({ parents }) => this.grown(root, parents, [root, ...things], needed));
    const whole = ways.filter(({ set }) => needed === null || JSON.stringify(set).includes(`"type":"${needed}"`)).sort((a, b) => a.cost - b.cost);
    return whole.filter(({ cost }) => cost <= (whole[0]?.cost ?? 0) + ALIKE).slice(0, MOST_WAYS);
  }

  private grown(own: Thing, parents: ReadonlyMap<Thing, Thing>, order: readonly Thing[], needed: string | null): readonly Way[] {
    const children = [...parents].filter(([, parent]) => parent === own).map(([child]) => child);
    return children.reduce<readonly Way[]>(
      (ways, child) => {
        const inner = this.grown(child, parents, order, needed);
        return ways.flatMap((way) =>
          inner.flatMap((grown) => {
            const edges = this.edges(own, way.set, child, grown.set, needed);
            const least = Math.min(...edges.map(({ cost }) => cost));
            const far = order.indexOf(child) - order.indexOf(own) === 1 || own.phrase === null || child.phrase === null ? 0 : COSTS.far;
            return edges.filter(({ cost }) => cost <= least).slice(0, MOST_WAYS).map(({ set, cost }) => ({ set, cost: way.cost + grown.cost + cost + far })); // prettier-ignore
          }),
        );
      },
      [{ set: own.set, cost: 0 }],
    );
  }

  /** Every way in which a set may be narrowed by something: by its preposition, as who takes part, over a relationship of the vocabulary. */
  private edges(own: Thing, set: Set, child: Thing, inner: Set, needed: string | null): readonly Way[] {
    const members = child.phrase && child.phrase.members.length > 1 ? child.phrase.members : [inner];
    const join = child.phrase?.join ?? 'and';
    const asked = members.map((member) => ({ member, phrase: child.phrase }));
    const found: Way[] = [];
    const add = (make: (to: Set, member: Set) => Set | null, cost: number) => {
      const made = asked.reduce<Set | null>((to, { member }) => to && make(to, member), set);
      if (made && (join === 'and' || members.length < 2)) found.push({ set: made, cost });
    };
    if (child.word !== null) for (const next of this.relate.attached(set, child.word, phraseOf([...members], { join, isName: child.phrase?.isName ?? false }))) found.push({ set: next, cost: COSTS.named }); // prettier-ignore
    const { noun } = child.phrase ?? {};
    const ownRelational = own.phrase?.noun?.relational;
    if (ownRelational) add((to, member) => this.relate.owned(ownRelational, to, member), COSTS.told);
    if (noun?.relational && !noun.isLink) {
      const { relational } = noun;
      add(
        (to) =>
          this.relate.owning(to, relational, {
            kinds: noun.set.kinds,
            tests: inner.tests.slice(this.relate.settled(noun, noun.set).tests.length),
          }),
        COSTS.part,
      );
    }
    for (const { step, far } of this.relate.isRecord(set) && this.isTaker(child) ? this.relate.partaking(set) : []) {
      add((to, member) => {
        const fit = child.phrase ? this.roles.asked(member, child.phrase, far) : this.relate.as(member, far);
        return fit && narrowed(to, this.roles.taking(fit, member, { ...step, link: child.link }));
      }, COSTS.told);
    }
    for (const { step, far } of this.relate.isRecord(inner) &&
    members.length === 1 &&
    this.isTaker(own) &&
    (child.word === null || child.word === this.relate.pack.place)
      ? this.relate.partaking(inner)
      : []) {
      const near = own.phrase ? this.roles.asked(set, own.phrase, far) : this.relate.as(set, far);
      if (near) found.push({ set: narrowed(near, some({ ...reverse(step), link: own.link }, inner)), cost: COSTS.told });
    }
    for (const step of this.relate.stepsBetween(set, inner)) {
      const isVerbs = step.type === needed && (own.isSide || child.isSide);
      if (isVerbs || (child.word === null && this.relate.isBearing(step.type))) add((to, member) => this.relate.having(to, step, member), isVerbs ? COSTS.named : COSTS.other); // prettier-ignore
    }
    return found;
  }

  /** Whether something can be said to take part: not what nothing is known of, nor what a preposition leads to elsewhere. */
  private isTaker({ phrase, word }: Thing): boolean {
    const isOpen = phrase?.wh === 'what' && phrase.noun === null;
    return !isOpen && (word === null || JOINS.has(word));
  }
}
