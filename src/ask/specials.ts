import type { Focus, Meant, Parts } from './parts.js';
import type { Head, Set, Some } from './plan.js';
import type { Relate } from './relate.js';
import type { Roles } from './roles.js';
import { isEvery, nounOf, phraseOf, type Clause, type Noun, type Phrase } from './sense.js';
import { idsOf, reverse, some } from './sets.js';

/** Reads questions whose verb is the grammar's own: how things are connected, what is disputed, which have most. */
export class Specials {
  private readonly relate: Relate;
  private readonly roles: Roles;

  constructor(relate: Relate, roles: Roles) {
    this.relate = relate;
    this.roles = roles;
  }

  /** Questions whose verb is the grammar's own: how things are connected, what is disputed, who says so. */
  special(parts: Parts, focus: Focus, clause: Clause): Meant[] {
    const { words } = parts;
    if (words.has('stated')) return [];
    const phrases = [...parts.before, ...parts.after, ...parts.links.map(({ phrase }) => phrase)];
    const ids = phrases.flatMap(({ members, noun }) => members.flatMap((member) => idsOf(member) ?? (noun?.isLink ? idsWithin(member) : [])));
    const meant = (head: Head, cost = 0): Meant[] => [{ heads: [head], lens: {}, cost }];
    const isVerbal = clause.more.length === 0 && parts.times.length + parts.adjectives.length + parts.manners.length + parts.excepts.length === 0;
    const isPlain =
      clause.more.length === 0 &&
      parts.times.length + parts.adjectives.length + parts.manners.length + parts.excepts.length + parts.verbs.length === 0 &&
      !words.has('not');
    const alternative = clause.more.length === 0 && !words.has('not') ? this.which(parts, focus) : null;
    if (alternative) return meant(alternative);
    const raised = words.has('raise') && clause.more.length === 0 ? this.raised(parts, focus) : null;
    if (words.has('raise')) return raised ? meant(raised) : [];
    const isHow = words.has('path') || (words.has('connect') && words.has('how'));
    if (clause.more.length === 0 && isHow && !focus) return this.connected(parts, meant);
    // "What links the two".
    if (clause.more.length === 0 && words.has('connect') && focus?.phrase.wh === 'what' && focus.phrase.noun === null)
      return this.connected({ ...parts, before: parts.before.filter((phrase) => phrase !== focus.phrase) }, meant);
    const denied = isVerbal ? this.deniedBy(parts, focus) : null;
    if (denied) return meant(denied);
    const isBare = parts.withouts.length === 0;
    if (words.has('share') && isBare && isPlain && ids.length === 2 && phrases.length <= 3) {
      const [a, b] = ids;
      if (a && b && phrases.every((phrase) => phrase.isName || phrase === focus?.phrase)) return meant({ head: 'between', a, b });
    }
    const others = phrases.filter(
      (phrase) =>
        phrase !== focus?.phrase &&
        !phrase.members.every((member) => idsOf(member) !== null) &&
        !phrase.members.every((member) => this.relate.isSource(member)) &&
        !phrase.noun?.isLink,
    );
    if (
      (words.has('disagree') || words.has('disputed')) &&
      isBare &&
      isPlain &&
      others.length === 0 &&
      ids.length <= 2 &&
      (ids.length > 0 || focus?.phrase.wh === 'what')
    )
      return meant({ head: 'disputes', about: ids, ...this.tieOf(phrases) });
    if (words.has('mention') && isBare && isPlain && ids.length === 1 && phrases.length === 2 && focus) {
      const [id] = ids;
      const [source] = focus.phrase.members;
      // Who speaks of something says it himself, if anybody did.
      if (id && source && (focus.phrase.noun === null || this.relate.isSource(source)))
        return meant({ head: 'mentioned', id }, focus.phrase.noun === null ? 0.6 : 0);
    }
    return this.specialCopular(parts, focus, isPlain, meant);
  }

  /** The relationship that phrases speak of: "on their diplomatic relations". */
  private tieOf(phrases: readonly Phrase[]): { readonly over?: Some } {
    const [step] = phrases.flatMap(({ noun }) => (noun?.isLink && noun.relational?.over === 'link' ? [noun.relational.step] : []));
    return step ? { over: some(step, { kinds: this.relate.far(step), tests: [] }) } : {};
  }

  /** Whether something of a set is the earlier or the later one, where a yes would need that. */
  earlier(set: Set): Head | null {
    const test = set.tests.find(({ is }) => is === 'relative');
    if (test?.is !== 'relative') return null;
    const own = { ...set, tests: set.tests.filter((other) => other !== test) };
    return this.compared([own, test.set], test.how === 'before' ? 'first' : 'last', test.how === 'either' ? 'order' : 'whether');
  }

  private compared(sets: readonly Set[], order: 'first' | 'last', asks: 'which' | 'whether' | 'order'): Head | null {
    const of = sets.flatMap((set) => {
      const property = this.relate.begun(set);
      return property === null ? [] : [{ set, property }];
    });
    return of.length === sets.length ? { head: 'compare', of, order, asks } : null;
  }

  /** "Which is older, this or that": of those that are named. */
  private which(parts: Parts, focus: Focus): Head | null {
    const direct = [...parts.before, ...parts.after].filter((phrase) => phrase !== focus?.phrase);
    const either = direct.find(({ join, members }) => join === 'or' && members.length > 1);
    const told = direct.find((phrase) => phrase !== either);
    const order = parts.words.has('first') ? 'first' : parts.words.has('last') ? 'last' : ((told ?? focus?.phrase)?.noun?.order ?? null);
    const isBare =
      parts.links.length + parts.times.length + parts.adjectives.length + parts.manners.length + parts.excepts.length + parts.withouts.length === 0;
    const isTiming = parts.verbs.every(({ does }) => does.by === 'time' || (does.by === 'record' && does.record.tests.length === 0));
    const [asked] = (told ?? focus?.phrase)?.members ?? [];
    if (!focus || !asked || !either || direct.length > 2 || order === null || !isBare || !isTiming) return null;
    const kinds = asked.kinds.length > 0 ? asked.kinds : (either.members.find((member) => member.kinds.length > 0)?.kinds ?? []);
    const sets = either.members.flatMap(
      (member) => (asked.kinds.length > 0 && member.kinds.length > 0 ? this.relate.both(asked, member) : this.relate.ofKinds(member, kinds)) ?? [],
    );
    return sets.length === either.members.length ? this.compared(sets, order, 'which') : null;
  }

  /** "When were ties of the two raised to an alliance": since when they have that. */
  private raised({ before, after, links, words }: Parts, focus: Focus): Head | null {
    const [to, ...more] = links.filter(({ phrase }) => phrase.noun?.isLink);
    const next = to?.phrase.noun?.relational;
    const [thing, ...others] = [...before, ...after].filter((phrase) => !(phrase.noun?.isLink && phrase.noun.set.tests.length === 0));
    const [ends, named] = [thing?.noun?.isLink ? thing.members[0] : undefined, thing?.isName ? thing.members : []];
    if (focus || !words.has('when') || next?.over !== 'link' || more.length + others.length > 0 || links.length > 1) return null;
    const test = ends?.tests.at(-1);
    if (ends && test?.is === 'some') return { head: 'when', set: { ...ends, tests: [...ends.tests.slice(0, -1), { ...test, link: next.step.link }] } };
    const [a, b] = named;
    const set = a && b ? this.relate.having(a, next.step, b) : null;
    return set && { head: 'when', set };
  }

  /** How two are connected: through whom, through which sort of record, without whom, and over what is only planned. */
  private connected(parts: Parts, meant: (head: Head) => Meant[]): Meant[] {
    const { words, links, withouts } = parts;
    if (parts.times.length + parts.adjectives.length + parts.manners.length + parts.excepts.length + parts.verbs.length > 0 || words.has('not')) return [];
    const idOf = (phrase: Phrase | null) => phrase?.members.flatMap((member) => idsOf(member) ?? []) ?? [];
    const named = (phrase: Phrase) => phrase.isName && idOf(phrase).length === phrase.members.length;
    const own = [...parts.before, ...parts.after, ...links.filter(({ word, phrase }) => word !== 'through' && named(phrase)).map(({ phrase }) => phrase)];
    const over = [...own.filter((phrase) => !named(phrase)), ...links.filter(({ phrase }) => !named(phrase)).map(({ phrase }) => phrase)];
    const through = links.filter(({ word, phrase }) => word === 'through' && named(phrase)).flatMap(({ phrase }) => idOf(phrase));
    const [from, to, ...rest] = own.filter(named).flatMap(idOf);
    const avoided = withouts.filter(({ phrase }) => !isPlanned(phrase));
    const avoid = avoided.flatMap(({ phrase }) => idOf(phrase));
    const [record, ...more] = over.map(({ members }) => members[0]);
    const steps = record && this.relate.isRecord(record) ? this.relate.partaking(record) : [];
    if (!from || !to || rest.length + more.length > 0 || avoid.length < avoided.length || (over.length > 0 && steps.length === 0)) return [];
    // "Through meetings between persons": only by way of these.
    const far = record?.tests.flatMap((test) => (test.is === 'some' && steps.some(({ step }) => step.type === test.type) ? test.set.kinds : [])) ?? [];
    const isNarrower = record !== undefined && record.tests.length > far.length / Math.max(1, far.length);
    if (isNarrower) return [];
    const kinds = record && steps.length > 0 ? [...record.kinds, ...(far.length > 0 ? far : steps.flatMap((step) => step.far))] : [];
    const path: Head = {
      head: 'paths',
      from,
      to,
      types: [...new Set(steps.map(({ step }) => step.type))],
      avoid,
      through,
      kinds: [...new Set(kinds)],
      intended: false,
    };
    const [first] = meant(path);
    const isBoth = words.has('bothWays') || withouts.length > avoided.length;
    return first ? [isBoth && words.has('bothWays') ? { ...first, heads: [path, { ...path, intended: true }] } : first] : [];
  }

  /** Whom somebody does not recognize, as a source says: what no source says is no denial. */
  private deniedBy(parts: Parts, focus: Focus): Head | null {
    const verb = parts.verbs.find(({ does }) => does.by === 'link' && this.relate.isDeniable(does.step.type));
    if (!parts.words.has('not') || verb?.does.by !== 'link' || !focus || parts.links.some(({ word }) => word !== this.relate.agent)) return null;
    const [subject, object] = this.roles.sides(parts, focus, parts.words.has('be'));
    const other = focus.phrase === subject ? object : subject;
    const [id, ...more] = other?.members.flatMap((member) => idsOf(member) ?? []) ?? [];
    const { type, way } = focus.phrase === subject ? reverse(verb.does.step) : verb.does.step;
    const [asked] = focus.phrase.members;
    const base = asked ? this.roles.asked(asked, focus.phrase, this.relate.far({ type, way, link: {} })) : null;
    return id !== undefined && more.length === 0 && base ? { head: 'denied', id, type, way, set: base } : null;
  }

  specialCopular(parts: Parts, focus: Focus, isPlain: boolean, meant: (head: Head, cost?: number) => Meant[]): Meant[] {
    const { words } = parts;
    const direct = [...parts.before, ...parts.after];
    const [one, two] = direct;
    const most = direct.find(({ noun }) => noun?.isMost);
    if (most) return words.has('have') || parts.verbs.length > 0 ? this.withMost(parts, focus, most, one === most ? two : one) : [];
    const named = direct.find(({ isName }) => isName);
    const [id] = named ? (idsOf(named.members[0] ?? { kinds: [], tests: [] }) ?? []) : [];
    const isBe = words.has('be') && parts.verbs.length === 0;
    if (
      isBe &&
      isPlain &&
      focus &&
      direct.length === 2 &&
      id !== undefined &&
      named &&
      !isEvery(named) &&
      named.members.length === 1 &&
      !(focus.phrase.wh === 'who' && named.members[0]?.kinds.some((name) => this.relate.kind(name).borneBy !== null)) &&
      focus.phrase.noun === null &&
      (focus.phrase.wh === 'who' || focus.phrase.wh === 'what') &&
      parts.links.length === 0
    )
      return meant({ head: 'brief', sets: [...named.members] });
    const isOnly = direct.length === 1 && isPlain && parts.links.length + parts.withouts.length === 0;
    if (isBe && words.has('when') && isOnly && one && one.members.length === 1) {
      const [set] = one.members;
      const noun = one.noun;
      if (set && noun?.isLink && set.kinds.length > 0) return meant({ head: 'when', set });
      const property = set ? this.relate.dated(set) : null;
      if (set && property !== null) return meant({ head: 'when', set, property });
    }
    // "When were diplomatic relations between France and South Korea established?"
    const isBegun = parts.verbs.length > 0 && parts.verbs.every(({ does }) => does.by === 'time');
    if (
      isBegun &&
      words.has('when') &&
      one?.noun?.isLink &&
      direct.length === 1 &&
      parts.links.length + parts.withouts.length + parts.times.length + parts.adjectives.length === 0 &&
      !words.has('not')
    ) {
      const [set] = one.members;
      if (set && set.tests.length > 0) return meant({ head: 'when', set });
    }
    if (isBe && words.has('where') && isOnly && one && one.members.length === 1) {
      const [set] = one.members;
      // A word that asks where may ask which, too.
      if (set) return meant({ head: 'where', set }, this.relate.isBehind && one.noun ? 0.2 : 0);
    }
    // "What is the purpose of the partnership of Tours and Suwon?"
    const property = direct.map(({ noun }) => noun && propertyOf(this.relate, noun)).find((head) => head !== null);
    if (isBe && isPlain && property && focus && direct.length <= 2 && parts.links.length + parts.withouts.length === 0) return meant(property);
    if (words.has('have')) return this.denied(parts, focus, direct, meant);
    return [];
  }

  /** "Which city has the most partners?", "In which year did most partnerships begin?" */
  withMost(parts: Parts, focus: Focus, most: Phrase, other: Phrase | undefined): Meant[] {
    const { noun } = most;
    if (!noun) return [];
    const isWhether = !focus && parts.isBeFirst && parts.links.length === 1;
    const compared = focus || isWhether ? this.rivals(parts, most) : null;
    if (compared)
      return this.withMost({ ...parts, before: [compared], after: [most], links: [] }, { phrase: compared, word: null }, most, compared).map((meant) =>
        isWhether ? { ...meant, heads: meant.heads.map((head) => (head.head === 'most' ? { ...head, whether: true } : head)) } : meant,
      );
    if (parts.words.has('when') && !other) {
      const [set] = most.members;
      const isDating = parts.verbs.some(({ does }) => does.by === 'time' && set && does.property === this.relate.dated(set)) || parts.words.has('have');
      const head = set && isDating ? grouped(this.relate, set, 'year', true) : null;
      return head ? [{ heads: [head], lens: {}, cost: 0 }] : [];
    }
    const [owner] = other?.members ?? [];
    if (!owner || other !== focus?.phrase || !parts.words.has('have') || parts.times.length > 0) return [];
    const base = other?.noun === null ? { ...owner, kinds: this.roles.kindsOf(noun) } : owner;
    const withs = this.roles.linked(
      noun.set.kinds.length > 0 || parts.links.length === 0 ? noun.set : { ...noun.set, kinds: this.roles.kindsOf(noun) },
      parts.links,
    );
    return withs.flatMap((set) => {
      const has = this.roles.having(base, { ...noun, set });
      const by = has?.tests.at(-1);
      return has && by?.is === 'some' ? [{ heads: [{ head: 'most' as const, set: { kinds: has.kinds, tests: base.tests }, by }], lens: {}, cost: 0 }] : [];
    });
  }

  /** "More partners than Busan", "Seoul or Busan": those of whom one has more, as what is asked for. */
  private rivals({ before, after, links, words }: Parts, most: Phrase): Phrase | null {
    const named = [...before, ...after, ...links.flatMap(({ word, phrase }) => (word === 'than' ? [phrase] : []))].filter(({ isName }) => isName);
    const others = [...before, ...after].filter((phrase) => phrase !== most && !phrase.isName && phrase.noun !== null);
    const ids = named.flatMap(({ members }) => members.map((member) => idsOf(member)));
    if (!words.has('have') || others.length > 0 || ids.length < 2 || ids.includes(null) || links.some(({ word }) => word !== 'than')) return null;
    const kinds = [...new globalThis.Set(named.flatMap(({ members }) => members.flatMap((member) => member.kinds)))];
    return phraseOf([{ kinds, tests: [{ is: 'id', ids: ids.flatMap((own) => own ?? []) }] }], { wh: 'which', noun: nounOf({ kinds, tests: [] }) });
  }

  /** With whom somebody has no relations, as a source says. */
  denied(parts: Parts, focus: Focus, direct: readonly Phrase[], meant: (head: Head) => Meant[]): Meant[] {
    const thing = direct.find(({ noun, isNone }) => noun?.isLink && (isNone || parts.words.has('not')));
    const relational = thing?.noun?.relational;
    const owner = direct.find((phrase) => phrase !== thing && phrase !== focus?.phrase) ?? parts.links.find(({ phrase }) => phrase !== focus?.phrase)?.phrase;
    const [id] = owner?.members.length === 1 ? (idsOf(owner.members[0] ?? { kinds: [], tests: [] }) ?? []) : [];
    const [asked] = focus?.phrase.members ?? [];
    const inner = thing?.noun && thing.noun.set.tests.length > 0 ? idsOf(thing.noun.set)?.[0] : undefined;
    const about = inner ?? id;
    if (!thing || relational?.over !== 'link' || about === undefined || !asked || parts.times.length > 0 || (inner !== undefined && id !== undefined))
      return [];
    const base = this.roles.asked(asked, focus?.phrase ?? thing, this.relate.far(relational.step));
    const set = parts.excepts.reduce<Set | null>((own, phrase) => own && this.roles.except(own, phrase), base);
    return set ? meant({ head: 'denied', id: about, type: relational.step.type, way: 'BOTH', set }) : [];
  }
}

/** What is told of a property of what a noun says; null where it says none, or not of what. */
export function propertyOf(relate: Relate, { property, set }: Noun): Head | null {
  if (property === null || set.tests.length === 0) return null;
  const isTime = set.kinds.every((name) => relate.kind(name).properties[property]?.sort === 'time');
  return isTime ? { head: 'when', set, property } : { head: 'value', set, property };
}

/** How many of each kind, or of each year. */
export function grouped(relate: Relate, set: Set, by: 'kind' | 'year', most: boolean): Head | null {
  if (by === 'year') return relate.dated(set) === null ? null : { head: 'group', set, by: 'year', most };
  const [kind] = set.kinds.map((name) => relate.kind(name));
  const property = Object.entries(kind?.properties ?? {}).find(([, value]) => value.choice !== undefined)?.[0];
  return property === undefined ? null : { head: 'group', set, by: property, most };
}

/** Whether a phrase speaks only of what is planned. */
function isPlanned(phrase: Phrase | null): boolean {
  return phrase !== null && phrase.members.every(({ tests }) => tests.length > 0 && tests.every((test) => test.is === 'intended' || test.is === 'choice'));
}

/** Every id that a set names, at any depth. */
function idsWithin(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(idsWithin);
  const { is, ids } = value as { is?: unknown; ids?: readonly string[] };
  return is === 'id' ? [...(ids ?? [])] : Object.values(value).flatMap(idsWithin);
}
