import type { Roles as Doing, Step, VerbSense } from './senses.js';
import { directOf, ELSE, JOINS, phrasesOf, type Focus, type Found, type Parts } from './parts.js';
import type { Set, Test } from './plan.js';
import { Qualifiers } from './qualifiers.js';
import type { Relate } from './relate.js';
import type { Roles } from './roles.js';
import { phraseOf, type Phrase } from './sense.js';
import { ANYTHING, combined, narrowed, reverse, some } from './sets.js';

/** What a verb tells of: a record, the relationship that it leads over, the property by which it dates, and who is in it in which role. */
interface Deed {
  readonly record: Set;
  readonly leadsTo?: string | null;
  readonly property?: string | null;
  readonly roles?: Doing;
}

/** Reads clauses with a verb of the vocabulary: somebody takes part in a record, stands in a relationship, bears an office; something begins or ends. */
export class Records {
  private readonly relate: Relate;
  private readonly roles: Roles;
  private readonly qualifiers: Qualifiers;

  constructor(relate: Relate, roles: Roles) {
    this.relate = relate;
    this.roles = roles;
    this.qualifiers = new Qualifiers(relate);
  }

  byVerb(parts: Parts, focus: Focus, { does, link, begins }: VerbSense): Found[] {
    const isJoint = does.by === 'link' && does.step.way === 'BOTH' && parts.before.some(({ members }) => members.length === 2);
    const isLed =
      parts.links.some(({ word }) => word === link || this.relate.lexicon.relation(word) === 'either') ||
      (parts.words.has('where') && link === this.relate.pack.place);
    if (link !== undefined && !isJoint && !isLed) return [];
    if (parts.manners.length > 0) {
      const [record] = parts.manners;
      if (does.by !== 'record' || !record || parts.manners.length > 1) return [];
      return this.byRecord({ ...parts, manners: [] }, focus, does.roles?.treats ? { ...does, record } : { record }, link);
    }
    if (does.by === 'record') return this.byRecord(parts, focus, does, link);
    if (does.by === 'time') {
      if (does.isAsked && !parts.words.has('when') && !parts.words.has('howLong')) return [];
      return does.kinds.flatMap((kind) => this.byRecord(parts, focus, { record: { kinds: [kind], tests: [] }, property: does.property }));
    }
    if (does.by === 'borne') return this.byBearer(parts, focus, does.borne);
    const { words } = parts;
    if (words.has('will')) return [];
    return [...this.byLink(this.qualifiers.taken(parts, focus, does.step), focus, begins), ...this.qualifiers.asked(parts, focus, does.step)];
  }

  private byLink({ parts, step: own }: { parts: Parts; step: Step }, focus: Focus, begins: boolean | undefined): Found[] {
    const { words } = parts;
    const isPassive = words.has('be') && parts.links.some(({ word }) => word === 'by');
    const [one, two] = this.roles.sides(parts, focus, isPassive);
    // "Do France and Vietnam cooperate": with one another.
    const isJoint = own.way === 'BOTH' && one && !two && one.join === 'and' && one.members.length === 2;
    const [subject, object] = isJoint ? one.members.map((member) => phraseOf([member], { isName: one.isName })) : [one, two];
    const isWhere = words.has('where') && subject && !object && !focus && subject.members.length === 1;
    if (isWhere && this.relate.far(own).every((name) => this.relate.isPlace(name))) return this.whereTo(subject, own);
    if (!subject || !object || subject.isNone || object.isNone) return [];
    const isObject = focus?.phrase === object;
    const step = isObject ? reverse(own) : own;
    const [near, far] = isObject ? [object, subject] : [subject, object];
    const used = parts.links.filter(({ phrase, word }) => word !== 'by' && phrase !== focus?.phrase && phrase !== object);
    return this.roles.paired(near, far, step).flatMap(({ set, base }) => {
      const dated = this.roles.timed(set, parts.times, null, begins);
      if (!dated) return [];
      // Who was there for a part was there.
      const whole = { ...dated, tests: dated.tests.map((test) => (set.tests.includes(test) && !base.tests.includes(test) ? this.relate.orPart(test) : test)) };
      return this.roles.linked(whole, used).map((own) => ({ set: own, base }));
    });
  }

  /** "Where is it headquartered": the places themselves. */
  private whereTo({ members: [own] }: Phrase, step: Step): Found[] {
    const base = { kinds: this.relate.far(step), tests: [] };
    const set = own && this.relate.having(base, reverse(step), own);
    return set ? [{ set, base }] : [];
  }

  /** "Who leads China": somebody bears an office of it. */
  byBearer(parts: Parts, focus: Focus, thing: Set): Found[] {
    const isPassive = parts.words.has('be') && parts.links.some(({ word }) => word === this.relate.pack.agent);
    const [subject, object] = this.roles.sides(parts, focus, isPassive);
    const type = this.relate.bearingOf(thing);
    const links = parts.links.filter(({ phrase }) => phrase !== subject && phrase !== object);
    if (!subject || !object || type === null || subject.members.length > 1 || parts.words.has('will')) return [];
    const [own] = subject.members;
    // "Whom does he represent": whose the office is that he bears.
    const held = focus?.phrase === object && own && links.length === 0 ? this.relate.bearing(thing, own) : null;
    if (held)
      return this.relate
        .ownersOf((kinds) => this.roles.asked(object.members[0] ?? ANYTHING, object, kinds), held, this.relate.pack.genitive)
        .map((set) => ({ set, base: object.members[0] ?? ANYTHING, isState: true }));
    if (focus?.phrase === object) return [];
    const step = { type, way: 'OUT' as const, link: {} };
    const base = this.roles.asked(subject.members[0] ?? ANYTHING, subject, this.relate.near(step));
    if (!base) return [];
    const ways = this.relate.attached(thing, this.relate.pack.genitive, object).flatMap((borne) => this.roles.linked(borne, links));
    return ways.flatMap((borne): Found[] => {
      const set = this.relate.having(base, step, borne);
      return set ? [{ set, base, isState: true }] : [];
    });
  }

  /** Somebody takes part in a record, or something of a kind begins, ends, is signed. */
  byRecord(parts: Parts, focus: Focus, deed: Deed, left?: string): Found[] {
    const { record, leadsTo = null, property = null, roles: doing = {} } = deed;
    const { links } = parts;
    const fronted = (asked: NonNullable<Focus>): Found[] => {
      const others = links.filter(({ phrase }) => phrase !== asked.phrase);
      return this.byRecord({ ...parts, links: others, before: [asked.phrase, ...parts.before] }, { ...asked, word: null }, deed);
    };
    // "About what did they talk": what it treats.
    if (doing.treats === true && focus && left !== undefined && focus.word === left) return fronted(focus);
    const phrases = directOf(parts);
    if (phrases.length > 3 || phrases.some(({ isNone }) => isNone)) return [];
    let own = record;
    const partaking: Phrase[] = [];
    const inRole = new Map<Phrase, Step['link']>();
    let placed: { phrase: Phrase; type: string } | null = null;
    let merged: Phrase | null = null;
    const isPassive = parts.words.has('be');
    for (const phrase of phrases) {
      const [first] = phrase.members;
      if (!first) return [];
      const isOpen = phrase.wh !== null && phrase.noun === null && phrase.wh !== 'which';
      const same = isOpen ? (phrase.wh === 'what' ? record : null) : this.relate.both(record, first);
      const isFronted = parts.before.length > 1 && phrase === parts.before[0] && (phrase.wh !== null || phrase.isGap);
      const isObject = parts.after.includes(phrase) || isFronted;
      const isTreated = doing.treats === true && isObject && phrase.wh === 'what' && leadsTo !== null;
      // Whom somebody thanks does not say it: it is said to him.
      const isToldTo = isOpen && phrase.wh === 'who' && isObject && leadsTo !== null && this.relate.relationship(leadsTo).involves;
      if (isTreated || isToldTo) placed = { phrase, type: leadsTo };
      else if (same && phrase.members.length === 1 && merged === null) {
        merged = phrase;
        own = this.relate.both(own, first) ?? same;
      } else if (leadsTo !== null && isObject && this.relate.fitsFar(first, { type: leadsTo, way: 'OUT', link: {} })) placed = { phrase, type: leadsTo };
      else {
        partaking.push(phrase);
        inRole.set(phrase, (isObject !== isPassive ? doing.object : doing.subject) ?? {});
      }
    }
    // "Promettre quelque chose au Vietnam": whom a preposition says that it is told.
    const told = leadsTo !== null && placed === null && this.relate.relationship(leadsTo).involves ? leadsTo : null;
    const toWhom = told === null ? undefined : links.find(({ word, phrase }) => phrase !== focus?.phrase && this.relate.lexicon.leads(word, told, 'OUT'));
    if (told !== null && toWhom) placed = { phrase: toWhom.phrase, type: told };
    // A verb that dates a thing which is no record has nobody taking part; one that joins needs somebody.
    if (property !== null && !merged && !this.relate.isRecord(record)) return [];
    // "What was discussed at the summit": what that was about.
    const [occasion, ...more] = links;
    if (doing.treats === true && isPassive) {
      const [own] = occasion && more.length === 0 && focus?.phrase.wh === 'what' ? occasion.phrase.members : [];
      return own && leadsTo !== null && focus ? this.roles.elsewhere(focus, own, null, leadsTo).map((set) => ({ set, base: set })) : [];
    }
    // "What did Lee thank France for": what was said.
    const isLeft = focus?.phrase.wh === 'what' && focus.word !== null && !merged && this.relate.leadingSteps(record, focus.word).length === 0;
    if (isLeft && property === null) return fronted(focus);
    // "Pay" says nothing without the visit that is paid, "invite" nothing without one who is invited.
    const isDoer = merged !== null && parts.before.length === 1 && merged === parts.before[0] && parts.after.length > 0;
    if (doing.isLight === true && (!merged?.noun || isDoer)) return [];
    // To meet takes two, or a time or a place.
    const isAlone = phrases.every(({ members }) => members.length < 2) && phrases.length + links.length + parts.times.length < 2;
    if (property === null && isAlone && !isPassive && !merged && parts.verbs.length > 0) return [];
    if (doing.object && ![...inRole.values()].includes(doing.object)) return [];
    for (const { word, phrase } of isPassive ? links : []) if (word === this.relate.pack.agent) inRole.set(phrase, doing.subject ?? {});
    // Who has been twinned since 2015 was so from then on.
    const isLasting = property === null && isPassive && parts.words.has('have') && this.relate.lasts(own);
    const times = parts.times.map((time) => (isLasting && time.lead === 'since' ? { ...time, days: time.point } : time));
    return this.linkedWays(
      own,
      links.filter((link) => link !== toWhom),
      focus,
      partaking,
    ).flatMap(({ set, takers, cost }) => {
      const focusLink = focus && links.find(({ phrase }) => phrase === focus.phrase && !takers.includes(phrase));
      const timed = this.roles.timed(set, times, property);
      if (!timed) return [];
      // What will be at a time that is given is not only what is called planned.
      const isAhead = parts.words.has('will') && parts.times.length > 0;
      let told = parts.words.has('will') && !isAhead ? narrowed(timed, { is: 'intended' }) : timed;
      if (property !== null && this.relate.lasts(told) && parts.times.length === 0 && takers.length === 0 && !parts.words.has('when'))
        told = narrowed(told, { is: 'exists', property, exists: true });
      if (placed && placed.phrase !== focus?.phrase) {
        const step = { type: placed.type, way: 'OUT' as const, link: {} };
        const [member, ...others] = placed.phrase.members;
        const next = member && this.relate.having(told, step, member);
        if (!next || others.length > 0) return [];
        told = this.orElse(told, next, member, record);
      }
      const isOpen = merged?.wh === 'what' && merged.noun === null;
      // A partnership that was signed is likelier what was signed than who signed.
      const isThing = isPassive && takers.some(({ members }) => members.some((member) => this.relate.isRecord(member)));
      const own = isThing ? ELSE : property !== null && !merged ? 0.15 : isOpen ? 0.1 : 0;
      return this.partaken(parts, focus, told, {
        partaking: takers,
        inRole,
        merged,
        property,
        focusLink: focusLink?.word ?? null,
        placed: placed?.phrase === focus?.phrase ? (placed?.type ?? null) : null,
      }).map((found) => ({ ...found, cost: (found.cost ?? 0) + own + cost, ...(doing.object || isAhead ? { isAhead: true } : {}) }));
    });
  }

  /** What a verb leads to, said otherwise: whom one thanks may be whom it is about, and what was held in a place for a part was there. */
  private orElse(base: Set, next: Set, member: Set, record: Set): Set {
    const added = next.tests.slice(base.tests.length);
    const about = record.tests.some(({ is }) => is === 'choice') ? this.relate.treating(next, member) : null;
    const ways = [...added, ...(about ? about.tests.slice(next.tests.length) : [])];
    const tests = ways.length > 1 ? [{ is: 'any' as const, tests: ways }] : added.map((test) => this.relate.orPart(test));
    return narrowed({ ...next, tests: base.tests }, ...tests);
  }

  /** What prepositions say of a record: who else takes part, where it was, what it is about; "to" may be whom or where. */
  private linkedWays(record: Set, links: Parts['links'], focus: Focus, partaking: readonly Phrase[]) {
    let ways: { set: Set; takers: readonly Phrase[]; cost: number }[] = [{ set: record, takers: partaking, cost: 0 }];
    for (const { word, phrase } of links) {
      ways = ways.flatMap((way) => {
        const merged = this.relate.occasions(way.set, word, phrase);
        if (merged.length > 0) return merged.map((set) => ({ ...way, set }));
        const joins = JOINS.has(word) && this.roles.partakers(way.set, phrase) !== null;
        const isElsewhere = joins && this.roles.leadsElsewhere(way.set, word, phrase);
        const joined = joins ? [{ ...way, takers: [...way.takers, phrase], cost: way.cost + (isElsewhere ? 0.03 : 0) }] : [];
        if (joins && !isElsewhere) return joined;
        if (phrase === focus?.phrase) return [way, ...joined];
        return [...this.relate.attached(way.set, word, phrase).map((set) => ({ ...way, set })), ...joined];
      });
    }
    return ways;
  }

  partaken(
    parts: Parts,
    focus: Focus,
    record: Set,
    roles: {
      partaking: readonly Phrase[];
      inRole: ReadonlyMap<Phrase, Step['link']>;
      merged: Phrase | null;
      property: string | null;
      focusLink: string | null;
      placed: string | null;
    },
  ): Found[] {
    const { partaking, merged, property, inRole } = roles;
    const others = partaking.filter((phrase) => phrase !== focus?.phrase);
    const isFocusIn = focus !== null && partaking.includes(focus.phrase);
    // "Who met Xi and To Lam" asks for somebody who met each, not for one meeting of all three.
    const groups =
      isFocusIn && others.length === 1 && others[0] && others[0].members.length > 1
        ? others[0].members.map((member) => [{ phrase: phraseOf([member]), link: inRole.get(others[0] ?? focus.phrase) }])
        : [others.map((phrase) => ({ phrase, link: inRole.get(phrase) }))];
    const isAny = isFocusIn && others.length === 1 && others[0]?.join === 'or';
    const records: Set[] = [];
    for (const group of groups) {
      let own = record;
      for (const { phrase, link } of group) {
        const role = this.roles.partakers(own, phrase);
        if (!role) return [];
        const tests = role.members.map((member, at) => this.roles.taking(member, phrase.members[at], { ...role.step, link: link ?? {} }));
        own = narrowed(own, ...(phrase.join === 'or' && tests.length > 1 ? [{ is: 'any' as const, tests }] : tests));
      }
      records.push(own);
    }
    const [own = record] = records;
    if (!focus) return phrasesOf(parts).length === 0 ? [] : [{ set: own, base: record, record: own, property }];
    if (merged === focus.phrase) return [{ set: own, base: focus.phrase.members[0] ?? own, record: own, property }];
    if (isFocusIn) {
      const role = this.roles.partakers(record, focus.phrase);
      const [base] = role?.members ?? [];
      if (!role || !base || focus.phrase.members.length > 1) return [];
      const back = { ...reverse(role.step), link: inRole.get(focus.phrase) ?? {} };
      const has: Test[] = records.map((one) => some(back, one));
      // Who met one of several may be another of them.
      const ways = records.map((one) => narrowed(base, some(back, one), ...this.roles.apart(base, one)));
      if (isAny && ways.length > 1) return [{ set: combined(base, ways, 'or'), base, property }];
      const apart = records.flatMap((one) => this.roles.apart(base, one));
      const main = { set: narrowed(base, ...has, ...apart), base: narrowed(base), record: own, property };
      const bodies = role.far.filter((name) => !base.kinds.includes(name));
      // Who did it may be a city or a body where it is no person, but not beside a mayor, who came in its name.
      const isInName = others.some(({ members }) => members.some((member) => this.roles.inName(member, back) !== null));
      const isOpen = focus.phrase.wh === 'who' && focus.phrase.noun === null && bodies.length > 0 && !isInName;
      // A mayor whom no source names is there as whom he stood for.
      const inName = this.roles.inName(focus.phrase.members[0], back);
      const elses = { kinds: inName ? role.far : bodies, tests: inName ? [] : base.tests };
      const tests = inName ? records.map((one) => some(inName, one)) : [...has, ...records.flatMap((one) => this.roles.apart(elses, one))];
      return isOpen || inName ? [main, { ...main, set: narrowed(elses, ...tests), base: elses, cost: ELSE }] : [main];
    }
    return this.roles.elsewhere(focus, own, roles.focusLink, roles.placed).map((set, at) => ({
      set,
      base: focus.phrase.members[0] ?? set,
      record: own,
      property,
      cost: at === 0 || roles.placed === null ? 0 : ELSE,
    }));
  }
}
