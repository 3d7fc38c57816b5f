import { directOf, orderOf, type Focus, type Found, type Parts } from './parts.js';
import type { Set } from './plan.js';
import type { Relate } from './relate.js';
import type { Records } from './records.js';
import type { Roles } from './roles.js';
import { isEvery, phraseOf, type Noun, type Phrase } from './sense.js';
import type { Step } from './senses.js';
import { ANYTHING, combined, idsOf, narrowed, otherThan, withoutCount } from './sets.js';

/** Reads clauses with "be", "have" and "exist". */
export class Copulars {
  private readonly relate: Relate;
  private readonly roles: Roles;
  private readonly records: Records;

  constructor(relate: Relate, roles: Roles, records: Records) {
    this.relate = relate;
    this.roles = roles;
    this.records = records;
  }

  copular(parts: Parts, focus: Focus, isBegun = false): Found[] {
    const { words } = parts;
    if (parts.manners.length > 0 || words.has('will')) return [];
    if (words.has('exist')) return this.existing(parts, focus);
    if (isBegun || (words.has('have') && !words.has('be'))) return this.had(parts, focus);
    if (!words.has('be') && parts.withouts.length === 0) return [];
    const phrases = directOf(parts);
    if (phrases.length > 2 || phrases.length === 0) return [];
    if (focus && !phrases.includes(focus.phrase)) return this.ofWhat(parts, focus, phrases);
    const present = this.present(parts, focus, phrases);
    if (present.length > 0) return present;
    const subject = focus ? focus.phrase : phrases[0];
    const other = phrases.find((phrase) => phrase !== subject);
    if (!subject) return [];
    if (
      other?.isNone ||
      (other?.isName &&
        !isEvery(other) &&
        subject.noun === null &&
        subject.wh !== null &&
        other.members.every((member) => this.relate.bearingOf(member) === null))
    )
      return [];
    return this.identified(parts, focus, subject, other);
  }

  /** What a preposition leads to: "which city is the summit in", "which country is he the ambassador of", "with which city is Nantes a partner". */
  private ofWhat({ times }: Parts, { phrase, word }: NonNullable<Focus>, [subject, noun]: readonly Phrase[]): Found[] {
    const [own, ...more] = subject?.members ?? [];
    const [asked] = phrase.members;
    if (!own || !asked || more.length > 0 || word === null) return [];
    const found = (set: Set, record: Set | null): Found => ({ set, base: asked, record, isState: noun !== undefined });
    if (!noun) return times.length > 0 ? [] : this.roles.elsewhere({ phrase, word }, own, word, null).map((set) => found(set, own));
    const { relational } = noun.noun ?? {};
    const [thing] = noun.members;
    if (!noun.noun || !thing || noun.members.length > 1) return [];
    if (relational) {
      const base = this.roles.asked(asked, phrase, this.relate.owners(relational));
      const set = base && this.relate.owning(base, relational, { ...own, tests: [...noun.noun.set.tests, ...own.tests] });
      const ids = idsOf(own);
      return set ? [found(relational.over === 'record' ? narrowed(set, ...otherThan(ids)) : set, null)] : [];
    }
    const held = this.relate.bearing(thing, own) ?? this.relate.both(thing, own);
    return held ? this.relate.ownersOf((kinds) => this.roles.asked(asked, phrase, kinds), held, word).map((set) => found(set, null)) : [];
  }

  /** "Where was he on that day", "who was in Hanoi in May": by what they took part in. */
  private present(parts: Parts, focus: Focus, [who, ...others]: readonly Phrase[]): Found[] {
    const isOpen = who?.wh === 'who' && who.noun === null;
    const isSomebody = isOpen || who?.members.every(({ kinds }) => kinds.length > 0 && kinds.every((name) => this.relate.isBearer(name)));
    const isThere = parts.words.has('where') ? parts.links.length === 0 : parts.links.length === 1;
    // "Has been to Hanoi": at some time.
    const isTimed = parts.times.length === 1 || (parts.times.length === 0 && parts.words.has('have'));
    if (!isSomebody || !isThere || others.length > 0 || !isTimed || parts.adjectives.length > 0) return [];
    const links = parts.links.filter(({ phrase }) => phrase === focus?.phrase);
    return this.relate.situated
      .flatMap((kind) =>
        this.roles.linked(
          { kinds: [kind], tests: [] },
          parts.links.filter((link) => !links.includes(link)),
        ),
      ) // prettier-ignore
      .flatMap((record) => this.records.byRecord({ ...parts, links }, focus, { record }));
  }

  identified(parts: Parts, focus: Focus, subject: Phrase, other: Phrase | undefined): Found[] {
    let sets: readonly Set[];
    const [own] = subject.members;
    if (!own) return [];
    const base = own;
    if (other) {
      const joint = !focus && subject.members.length === 2 && subject.join === 'and' ? this.roles.jointly(subject, other) : null;
      if (joint) return [{ set: joint, base: joint, record: this.relate.recordIn(joint) }];
      if (subject.members.length > 1) return [];
      // Nothing is somebody who is named and another as well.
      if (other.members.length > 1 && other.join === 'and' && other.members.some((member) => idsOf(member) !== null)) return [];
      const meant = other.members.flatMap((member) => this.identity(own, subject, this.relate.settled(other.noun, member)) ?? []);
      if (meant.length === 0 || meant.length < other.members.length) return [];
      sets = [combined(own, meant, other.join)];
    } else {
      const isPlan = own.kinds.length === 0 && parts.adjectives.some(({ kinds }) => kinds.length === 0);
      const planned = parts.links.length > 0 ? this.relate.records.map((kind) => ({ ...own, kinds: [kind] })) : [{ ...own, kinds: this.relate.records }];
      sets = subject.members.length === 1 ? (isPlan ? planned : [own]) : [];
    }
    if (subject.wh === 'who' && subject.noun === null && !other) return [];
    for (const { tests, kinds } of parts.adjectives) {
      sets = sets.flatMap((set) => {
        const both = this.relate.common(set.kinds, kinds.length > 0 ? kinds : set.kinds);
        return both.length > 0 ? [narrowed({ ...set, kinds: both }, ...tests)] : [];
      });
    }
    if (other && !other.isName && parts.links.some(({ word }) => word === this.relate.pack.genitive)) return [];
    const added = sets.flatMap((set) =>
      this.roles.linked(
        set,
        parts.links.filter(({ phrase }) => phrase !== focus?.phrase),
      ),
    );
    const superlative = orderOf(parts);
    const isAsked =
      other !== undefined ||
      superlative !== null ||
      parts.adjectives.length + parts.links.length + parts.times.length + parts.withouts.length > 0 ||
      subject.noun !== null;
    if (!isAsked) return [];
    return added.flatMap((set) => {
      const lasting = this.relate.lasts(set) && !set.tests.some(({ is }) => is === 'intended');
      const timed = lasting ? set : this.roles.timed(set, parts.times, null);
      if (!timed || timed.kinds.length === 0) return [];
      return [
        {
          set: timed,
          base,
          record: this.relate.recordIn(timed),
          isState: lasting,
          order: other?.noun?.order ?? superlative,
        },
      ];
    });
  }

  identity(own: Set, subject: Phrase, member: Set): Set | null {
    const isOpen = subject.wh !== null && subject.wh !== 'which' && subject.noun === null && own.kinds.length === 0;
    if (!isOpen) {
      // "The one between …" is of the kind that is asked for; a record lies in no place.
      if (member.kinds.length === 0 && this.relate.isRecord(own) && member.tests.some(({ is }) => is === 'within')) return null;
      const fit = this.relate.ofKinds(member, own.kinds);
      return fit ? this.relate.both(own, fit) : null;
    }
    if (subject.wh !== 'who') return member;
    const person = this.relate.as(
      member,
      member.kinds.flatMap((name) => this.relate.kind(name).borneBy ?? []).flatMap((type) => this.relate.relationship(type).from.map(({ name }) => name)),
    );
    const bearers = member.kinds.filter((name) => this.relate.isBearer(name));
    return person ?? (bearers.length > 0 ? { ...member, kinds: bearers } : member);
  }

  /** What stood on a day: partnerships that existed, agreements in force. */
  existing(parts: Parts, focus: Focus): Found[] {
    const phrases = directOf(parts);
    const [phrase] = phrases;
    const [own] = phrase?.members ?? [];
    if (phrases.length !== 1 || !phrase || !own || phrase.members.length > 1 || own.kinds.length === 0) return [];
    return this.roles.linked(own, parts.links).map((set) => ({
      set,
      base: own,
      record: this.relate.recordIn(set),
      cost: focus ? 0 : 0.05,
      isState: true,
    }));
  }

  had(parts: Parts, focus: Focus): Found[] {
    const phrases = directOf(parts);
    const [one, two] = phrases;
    if (phrases.length !== 2 || !one || !two) return [];
    // "What partners does Nantes have": the thing stands first, "which cities have partners": the owner.
    const isFronted = focus?.phrase === one && parts.after.length === 0 && !(this.relate.isBehind && two.noun?.relational);
    const [owner, thing] = isFronted ? [two, one] : [one, two];
    const [own] = owner.members;
    const noun = thing.noun;
    if (!own || !noun || (thing.members.length > 1 && !noun.isLink)) return [];
    if (noun.isMost || noun.order !== null) return [];
    const withs = parts.links.filter(({ phrase }) => phrase !== focus?.phrase);
    if (focus?.phrase === thing && withs.some(({ phrase }) => phrase.noun?.count)) return [];
    if (focus?.phrase === thing) return this.ownedBy(parts, owner, noun, withs);
    const focusLink = parts.links.find(({ phrase }) => phrase === focus?.phrase);
    // "Partnerships with two cities" are as many.
    const [count = null, ...more] = withs.flatMap(({ phrase }) => phrase.noun?.count ?? []);
    if (more.length > 0 || (count && (noun.count || !this.relate.isRecord(noun.set)))) return [];
    if (noun.isLink && noun.relational?.over === 'link') return thing.isNone ? [] : this.tied(parts, owner, noun.relational.step, withs, focusLink?.phrase);
    return focusLink ? [] : this.havingWith(parts, focus, owner, thing, { ...noun, count: count ?? noun.count }, withs);
  }

  ownedBy(parts: Parts, owner: Phrase, noun: Noun, withs: Parts['links']): Found[] {
    const [member, ...others] = owner.members;
    const { relational } = noun;
    if (!member || (relational && others.length > 0)) return [];
    // "Which office does he have": one that he bears.
    const borne = relational || others.length > 0 ? null : this.relate.bearing(noun.set, member);
    const owned =
      relational && !noun.isLink
        ? [this.relate.owned(relational, this.roles.opened(noun, withs), member)]
        : [borne, ...(this.relate.isRecord(member) ? [this.relate.both(noun.set, member)] : this.relate.attached(noun.set, this.relate.pack.genitive, owner))];
    return owned
      .flatMap((set) => set ?? [])
      .flatMap((set) => this.roles.linked(set, withs))
      .flatMap((set): Found[] => {
        const isState = this.relate.lasts(set);
        const timed = isState ? set : this.roles.timed(set, parts.times, null);
        return timed ? [{ set: timed, base: noun.set, record: this.relate.recordIn(timed), isState }] : [];
      });
  }

  /** A relationship that somebody has: "with whom", or which two have it with one another. */
  private tied(parts: Parts, owner: Phrase, step: Step, withs: Parts['links'], asked: Phrase | undefined): Found[] {
    const [one, two, ...others] = owner.members;
    const [only, ...more] = withs;
    if (more.length > 0 || parts.words.has('not')) return [];
    // "When have France and Korea had relations?"
    const isPair = !only && !asked && one && two && others.length === 0 && owner.join === 'and';
    const anybody = phraseOf([{ kinds: this.relate.far(step), tests: [] }]);
    const [near, far] = isPair ? [phraseOf([one]), phraseOf([two])] : asked ? [asked, owner] : [owner, only?.phrase ?? anybody];
    return this.roles.paired(near, far, step).flatMap(({ set, base }) => {
      const timed = this.roles.timed(set, parts.times, null);
      return timed ? [{ set: timed, base }] : [];
    });
  }

  private havingWith(parts: Parts, focus: Focus, phrase: Phrase, thing: Phrase, noun: Noun, withs: Parts['links']): Found[] {
    const { isNone } = thing;
    const [owner = ANYTHING] = phrase.members;
    const wanted = isNone ? { ...noun, count: { to: 0 } } : noun;
    const owners = noun.relational ? this.relate.owners(noun.relational) : (this.relate.partaking(noun.set)[0]?.far ?? []);
    const base = this.roles.asked(owner, phrase, owner.kinds.length > 0 ? owner.kinds : owners) ?? owner;
    const narrow = withs.length > 0 && !noun.relational ? this.roles.linked(noun.set, withs)[0] : undefined;
    if (withs.length > 0 && !noun.relational && (!narrow || noun.property !== null)) return [];
    const relational = withs.length > 0 && noun.relational ? this.roles.linked(this.roles.opened(noun, withs), withs)[0] : undefined;
    if (withs.length > 0 && noun.relational && !relational) return [];
    const has = this.roles.having(base, { ...wanted, set: narrow ?? relational ?? wanted.set });
    if (!has) return [];
    const isWith = has.tests
      .slice(base.tests.length)
      .flatMap((test) => (test.is === 'some' && this.relate.isRecord(test.set) ? this.roles.apart(base, test.set) : []));
    const set = isNone ? withoutCount(has, base) : narrowed(has, ...isWith);
    return [{ set, base, record: focus ? null : set, isState: true, isDenied: isNone }];
  }
}
