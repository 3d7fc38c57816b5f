import type { Focus, Parts } from './parts.js';
import type { Set, Test } from './plan.js';
import type { Relate } from './relate.js';
import type { Noun, Phrase, Piece } from './sense.js';
import type { Step } from './senses.js';
import { timeTest, type TimePhrase } from './times.js';
import { ANYTHING, combined, idsOf, idsOfAll, narrowed, otherThan, reverse, some } from './sets.js';

/** How many places within places are looked through. */
const DEEPEST = 3;

/** Who stands where in a clause: subjects and objects, those who take part, times, what something has or lacks. */
export class Roles {
  private readonly relate: Relate;

  constructor(relate: Relate) {
    this.relate = relate;
  }

  /** "Who" and "what" are of whatever kind fits; who is a person where one can be. */
  asked(set: Set, { wh, noun, isGap }: Phrase, kinds: readonly string[]): Set | null {
    const isOpen = (wh === 'who' || wh === 'what') && noun === null && !(isGap && set.kinds.length > 0);
    if (set.kinds.length > 0 && !isOpen) return this.relate.as(set, kinds);
    const persons = wh === 'who' ? kinds.filter((name) => this.relate.isBearer(name)) : [];
    return { kinds: persons.length > 0 ? persons : kinds, tests: set.tests };
  }

  sides(parts: Parts, focus: Focus, isPassive: boolean): (Phrase | undefined)[] {
    const { before, after } = parts;
    const by = parts.links.find(({ word }) => word === 'by')?.phrase;
    const fronted = before.length > 1 ? before[0] : undefined;
    const subject = before.at(-1);
    const object = after[0] ?? (fronted !== subject ? fronted : undefined) ?? parts.links.find(({ word }) => word !== 'by')?.phrase;
    if (isPassive) return [by, subject];
    if (before.length === 0 && after.length > 1) return [after[0], after[1]];
    if (after.length > 1) return [];
    return [subject, object];
  }

  /** Two sides of a relationship, as a set of the near ones. */
  paired(near: Phrase, far: Phrase | undefined, step: Step) {
    const [own, ...rest] = near.members;
    if (!own || !far || rest.length > 0) return [];
    const base = this.asked(own, near, this.relate.near(step));
    if (!base) return [];
    const sets = far.members.flatMap((member) => this.relate.having(base, step, this.asked(member, far, this.relate.far(step)) ?? member) ?? []);
    return sets.length === far.members.length ? [{ set: combined(base, sets, far.join), base }] : [];
  }

  /** Nobody meets himself: those of a set who are not named as taking part in a record, nor lie in the one country that is. */
  apart(base: Set, record: Set): Test[] {
    const types = new Set(this.relate.partaking(record).map(({ step }) => step.type));
    const each = record.tests.flatMap((test) => (test.is === 'any' ? test.tests : [test]));
    // Nor is the French president one of those whom he met.
    const described = each.flatMap((test): Test[] => {
      const { kinds, tests } = test.is === 'some' && types.has(test.type) ? test.set : { kinds: [], tests: [] };
      const isOne = tests.some((own) => this.isPost(own)) && this.relate.common(kinds, base.kinds).length > 0;
      return isOne ? [{ is: 'not', test: { is: 'all', tests } }] : [];
    });
    const named = record.tests.flatMap((test): readonly string[] => {
      if (test.is === 'any')
        return this.apart(base, { ...record, tests: test.tests }).flatMap((own) => (own.is === 'not' && own.test.is === 'id' ? own.test.ids : []));
      if (test.is === 'involves') return test.ids;
      const first = test.is === 'some' && types.has(test.type) && test.set.tests.length === 1 ? test.set.tests[0] : undefined;
      return first?.is === 'id' || first?.is === 'within' ? first.ids : [];
    });
    const ids = [...new Set(named)].filter((id) => this.relate.isOfKind(id, base.kinds));
    const [holder, ...more] = [...new Set(named)].filter((id) => this.relate.isRootOf([id]));
    const isOutside = holder !== undefined && more.length === 0 && base.kinds.some((name) => this.relate.lies(name)) && !JSON.stringify(base).includes(holder);
    return [...described, ...otherThan(ids), ...(isOutside ? [{ is: 'not' as const, test: { is: 'within' as const, ids: [holder] } }] : [])];
  }

  /** Whether a test asks for whoever bears something that is told from others: the office of a country. */
  private isPost(test: Test): boolean {
    if (test.is === 'any' || test.is === 'all') return test.tests.some((own) => this.isPost(own));
    return test.is === 'some' && this.relate.bearingOf(test.set) === test.type && test.set.tests.length > 0;
  }

  /** "Are Tours and Suwon partners?" */
  jointly(subject: Phrase, other: Phrase): Set | null {
    const relational = other.noun?.relational;
    const [a, b] = subject.members;
    if (!relational || !a || !b) return null;
    if (relational.over === 'record') {
      const role = this.partakers(relational.record, subject);
      return role ? narrowed(relational.record, ...role.members.map((member) => this.relate.taking(member, role.step))) : null;
    }
    return this.relate.having(a, relational.step, b);
  }

  timed(set: Set, times: readonly TimePhrase[], property: string | null, begins = false): Set | null {
    const dates = times.filter(({ lead }) => lead !== 'asOf');
    if (dates.length === 0) return set;
    const [only, ...more] = dates;
    if (!only || more.length > 0) return null;
    // Records of several families are each dated in their own way.
    const own = property ?? (this.relate.isRecord(set) ? (this.relate.dated(set) ?? '') : null);
    if (own !== null) return narrowed(set, timeTest(only, own));
    const last = set.tests.at(-1);
    if (last?.is !== 'some' || only.others) return null;
    // Who hosted a summit did so when it was.
    const inner = this.relate.isRecord(last.set) && !this.relate.relationship(last.type).lasting ? this.relate.dated(last.set) : null;
    if (inner !== null) return { ...set, tests: [...set.tests.slice(0, -1), { ...last, set: narrowed(last.set, timeTest(only, inner)) }] };
    return { ...set, tests: [...set.tests.slice(0, -1), { ...last, [begins ? 'began' : 'during']: only.days }] };
  }

  linked(set: Set, links: Parts['links']): readonly Set[] {
    return links.reduce<readonly Set[]>((sets, { word, phrase }) => sets.flatMap((own) => this.relate.attached(own, word, phrase)), [set]);
  }

  leadsElsewhere(record: Set, word: string, phrase: Phrase): boolean {
    const own = new Set(this.relate.partaking(record).map(({ step }) => step.type));
    return this.relate
      .attached(record, word, phrase)
      .some((set) => set.tests.slice(record.tests.length).every((test) => test.is === 'some' && !own.has(test.type)));
  }

  /** The relationship by which a phrase takes part in a record, with the phrase's sets made to fit. */
  partakers(record: Set, phrase: Phrase): { step: Step; members: readonly Set[]; far: readonly string[] } | null {
    for (const { step, far } of this.relate.partaking(record)) {
      const members = phrase.members.map((member) => this.asked(member, phrase, far));
      if (members.every((member) => member !== null)) return { step, members, far };
    }
    return null;
  }

  /** Takes part in a record: itself, who bears it, or whoever is there in its name. */
  taking(member: Set, original: Set | undefined, step: Step): Test {
    const test = this.relate.taking(member, step);
    const inName = this.inName(original, step);
    return inName ? { is: 'any', tests: [test, some(inName, { kinds: this.relate.far(step), tests: [] })] } : test;
  }

  /** The way in which somebody takes part in the name of offices; null where it is no offices that are named. */
  inName(offices: Set | undefined, step: Step): Step | null {
    const ids = offices && this.relate.bearingOf(offices) !== null ? idsOf(offices) : null;
    const { capacity } = this.relate.relationship(step.type);
    return ids === null || capacity === null ? null : { ...step, link: { ...step.link, [capacity]: ids } };
  }

  /** The focus as the place or topic of a record: "in which city", "about what". */
  elsewhere({ phrase }: NonNullable<Focus>, record: Set, word: string | null, placed: string | null): Set[] {
    const [member] = phrase.members;
    if (!member) return [];
    if (placed !== null) {
      const step = { type: placed, way: 'IN' as const, link: {} };
      const base = this.asked(member, phrase, this.relate.near(step));
      const set = base && this.relate.having(base, step, record);
      // Who it was said to may be a country where it is no person.
      const bodies = this.relate.near(step).filter((name) => !base?.kinds.includes(name));
      const elses = phrase.wh === 'who' && phrase.noun === null && bodies.length > 0 ? this.relate.having({ ...member, kinds: bodies }, step, record) : null;
      const isNarrow = base !== null && base.kinds.every((name) => this.relate.lies(name));
      return set
        ? [
            isNarrow ? { ...set, tests: set.tests.map((test, at) => (at < base.tests.length ? test : this.relate.orPart(test))) } : set,
            ...(elses ? [elses] : []),
          ]
        : [];
    }
    if (word === null) return [];
    return this.relate.leadingSteps(record, word).flatMap((step) => {
      const base = this.asked(member, phrase, this.relate.far(step));
      // What is talked of takes no part.
      const { involves, describes, nests } = this.relate.relationship(step.type);
      if (!base || (phrase.wh === 'what' && phrase.noun === null && involves && describes === 'to')) return [];
      if (!nests) return this.relate.having(base, reverse(step), record) ?? [];
      // What lies in a district lies in its country too.
      const between = this.relate.common(this.relate.near(step), this.relate.far(step));
      const holders = Array.from({ length: DEEPEST }).reduce<Set[]>(
        (inner) => [...inner, { kinds: between, tests: [some(reverse(step), inner.at(-1) ?? record)] }],
        [],
      );
      const tests = [record, ...holders.slice(0, -1)].map((inner) => some(reverse(step), inner));
      return narrowed(base, { is: 'any', tests });
    });
  }

  /** Owners of a set that have what a noun means. */
  having(owner: Set, noun: Noun): Set | null {
    if (noun.property !== null) {
      const kinds = this.relate.common(owner.kinds, noun.set.kinds);
      const isTime = noun.set.kinds.every((name) => this.relate.kind(name).properties[noun.property ?? '']?.sort === 'time');
      const property = kinds.length > 0 ? noun.property : isTime ? this.relate.dated(owner) : null;
      return property === null ? null : narrowed(kinds.length > 0 ? { ...owner, kinds } : owner, { is: 'exists', property, exists: true });
    }
    if (noun.relational && !noun.isLink) return this.relate.owning(owner, noun.relational, noun.set, noun.count ?? undefined);
    if (noun.relational) return this.relate.owning(owner, noun.relational, noun.set.tests.length > 0 ? noun.set : ANYTHING, noun.count ?? undefined);
    for (const { step, far } of this.relate.isRecord(noun.set) ? this.relate.partaking(noun.set) : []) {
      const kinds = this.relate.common(owner.kinds, far);
      if (kinds.length > 0) return narrowed({ ...owner, kinds }, { ...some(reverse(step), noun.set), count: noun.count ?? undefined });
    }
    return null;
  }

  /** A set of those that lack something: a date, a partnership, a participant. */
  without(set: Set, { phrase }: Piece & { is: 'without' }): Set | null {
    // Of what a source may deny, only what it does deny is none.
    const relational = phrase.noun?.relational;
    const isDeniable = phrase.noun?.isLink === true && relational?.over === 'link' && this.relate.isDeniable(relational.step.type);
    if (isDeniable && this.relate.isBehind) return null;
    const thing = phrase.members[0];
    const has = phrase.noun && !phrase.isName ? this.having(set, phrase.noun) : thing ? this.relate.attached(set, 'with', phrase)[0] : null;
    const added = has?.tests.slice(set.tests.length) ?? [];
    return has && added.length > 0 ? narrowed({ ...set, kinds: has.kinds }, { is: 'not', test: { is: 'all', tests: added } }) : null;
  }

  /** A set but for somebody, or for those of a sort; what is only planned is left out of itself. */
  except(set: Set, phrase: Phrase): Set | null {
    const ids = idsOfAll(phrase.members);
    if (ids.length === phrase.members.length && ids.length > 0) return narrowed(set, ...otherThan(ids));
    const [member] = phrase.members;
    if (!member || phrase.members.length > 1 || member.tests.length === 0 || phrase.noun?.relational) return null;
    if (member.tests.some(({ is }) => is === 'time') && !this.relate.isRecord(set)) return null;
    const fits = member.kinds.length === 0 || this.relate.common(set.kinds, member.kinds).length > 0;
    return fits ? narrowed(set, { is: 'not', test: { is: 'all', tests: member.tests } }) : null;
  }

  /** What a relational noun can be, as far as it lies where a preposition says. */
  opened({ set, relational }: Noun, links: Parts['links']): Set {
    if (set.kinds.length > 0 || links.length === 0 || !relational) return set;
    return { ...set, kinds: links.reduce((kinds, { word }) => this.relate.placeable(kinds, word), this.relate.meant(relational)) };
  }
}
