import { directOf, hasNo, orderOf, phrasesOf, type Focus, type Meant, type Parts } from './parts.js';
import type { Head, Set, Some } from './plan.js';
import type { Relate } from './relate.js';
import type { Roles } from './roles.js';
import { isEvery, nounOf, phraseOf, type Clause, type Noun, type Phrase } from './sense.js';
import { ANYTHING, idsOf, idsOfAll, reverse, some, testsIn } from './sets.js';

/** What is to be told, and what it costs to read it so. */
interface Told {
  readonly head: Head;
  readonly cost?: number;
}

const meant = (told: readonly Told[]): Meant[] => told.map(({ head, cost = 0 }) => ({ heads: [head], lens: {}, cost }));

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
    const isOne = clause.more.length === 0;
    const isSimple = isOne && hasNo(parts, 'times', 'adjectives', 'manners', 'excepts');
    const isPlain = isSimple && hasNo(parts, 'verbs') && !words.has('not');
    const alternative = isOne && !words.has('not') ? this.which(parts, focus) : null;
    if (alternative) return meant([{ head: alternative }]);
    const raised = words.has('raise') && isOne ? this.raised(parts, focus) : null;
    if (words.has('raise')) return meant(raised ? [{ head: raised }] : []);
    // "How are they connected", "what links the two".
    const isWhat = words.has('connect') && focus?.phrase.wh === 'what' && focus.phrase.noun === null;
    if (isWhat || (!focus && (words.has('path') || (words.has('connect') && words.has('how')))))
      return isPlain ? this.connected({ ...parts, before: parts.before.filter((phrase) => phrase !== focus?.phrase) }) : [];
    const denied = isSimple ? this.deniedBy(parts, focus) : null;
    if (denied) return meant([{ head: denied }]);
    const verbal = isPlain && hasNo(parts, 'withouts') ? this.told(parts, focus) : null;
    return meant(verbal ? [verbal] : this.ofOne(parts, focus, isSimple));
  }

  /** What two share, what is disputed of somebody, which documents name him. */
  private told(parts: Parts, focus: Focus): Told | null {
    const { words } = parts;
    const phrases = phrasesOf(parts);
    const ids = phrases.flatMap(({ members, noun }) =>
      members.flatMap((member) => idsOf(member) ?? (noun?.isLink ? testsIn(member, 'id').flatMap(({ ids }) => ids) : [])),
    );
    const [a, b, ...more] = ids;
    const isNamed = phrases.every((phrase) => phrase.isName || phrase === focus?.phrase);
    if (words.has('share') && a && b && more.length === 0 && phrases.length <= 3 && isNamed) return { head: { head: 'between', a, b } };
    const isHeard = (phrase: Phrase) =>
      phrase === focus?.phrase ||
      phrase.noun?.isLink ||
      [(own: Set) => idsOf(own) !== null, (own: Set) => this.relate.isSource(own)].some((is) => phrase.members.every(is));
    const isDispute = words.has('disagree') || words.has('disputed');
    if (isDispute && more.length === 0 && phrases.every(isHeard) && (ids.length > 0 || focus?.phrase.wh === 'what'))
      return { head: { head: 'disputes', about: ids, ...this.tieOf(phrases) } };
    const [source] = focus?.phrase.members ?? [];
    const isOpen = focus?.phrase.noun === null;
    // Who speaks of something says it himself, if anybody did.
    return words.has('mention') && a && b === undefined && phrases.length === 2 && source && (isOpen || this.relate.isSource(source))
      ? { head: { head: 'mentioned', id: a }, cost: isOpen ? 0.6 : 0 }
      : null;
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
    const direct = directOf(parts).filter((phrase) => phrase !== focus?.phrase);
    const either = direct.find(({ join, members }) => join === 'or' && members.length > 1);
    const told = direct.find((phrase) => phrase !== either);
    const order = orderOf(parts) ?? (told ?? focus?.phrase)?.noun?.order ?? null;
    const isBare = hasNo(parts, 'links', 'times', 'adjectives', 'manners', 'excepts', 'withouts');
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
    const test = ends?.tests.at(-1);
    // To what they were raised need not be said: to another sort than they have by their name.
    const link = next?.over === 'link' ? next.step.link : links.length === 0 && test?.is === 'some' ? this.otherSorts(test) : null;
    if (focus || !words.has('when') || !link || more.length + others.length > 0 || links.length > 1) return null;
    if (ends && test?.is === 'some') return { head: 'when', set: { ...ends, tests: [...ends.tests.slice(0, -1), { ...test, link }] } };
    const [a, b] = named;
    const set = a && b && next?.over === 'link' ? this.relate.having(a, next.step, b) : null;
    return set && { head: 'when', set };
  }

  /** The values of what tells sorts of a relationship apart, but for those that are asked for. */
  private otherSorts({ type, link }: Some): Some['link'] {
    const { properties } = this.relate.relationship(type);
    const others = (name: string) => Object.keys(properties[name]?.choice?.values ?? {}).filter((value) => link[name]?.includes(value) !== true);
    return Object.fromEntries(Object.keys(link).map((name) => [name, others(name)]));
  }

  /** How two are connected: through whom, through which sort of record, without whom, and over what is only planned. */
  private connected(parts: Parts): Meant[] {
    const { words, links, withouts } = parts;
    const named = (phrase: Phrase) => phrase.isName && idsOfAll(phrase.members).length === phrase.members.length;
    const own = [...directOf(parts), ...links.filter(({ word, phrase }) => word !== 'through' && named(phrase)).map(({ phrase }) => phrase)];
    const over = [...own.filter((phrase) => !named(phrase)), ...links.filter(({ phrase }) => !named(phrase)).map(({ phrase }) => phrase)];
    const through = links.filter(({ word, phrase }) => word === 'through' && named(phrase)).flatMap(({ phrase }) => idsOfAll(phrase.members));
    const [from, to, ...rest] = own.filter(named).flatMap(({ members }) => idsOfAll(members));
    const avoided = withouts.filter(({ phrase }) => !isPlanned(phrase));
    const avoid = avoided.flatMap(({ phrase }) => idsOfAll(phrase.members));
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
    return [{ heads: words.has('bothWays') ? [path, { ...path, intended: true }] : [path], lens: {}, cost: 0 }];
  }

  /** Whom somebody does not recognize, as a source says: what no source says is no denial. */
  private deniedBy(parts: Parts, focus: Focus): Head | null {
    const verb = parts.verbs.find(({ does }) => does.by === 'link' && this.relate.isDeniable(does.step.type));
    if (!parts.words.has('not') || verb?.does.by !== 'link' || !focus || parts.links.some(({ word }) => word !== this.relate.pack.agent)) return null;
    const [subject, object] = this.roles.sides(parts, focus, parts.words.has('be'));
    const other = focus.phrase === subject ? object : subject;
    const [id, ...more] = idsOfAll(other?.members ?? []);
    const { type, way } = focus.phrase === subject ? reverse(verb.does.step) : verb.does.step;
    const [asked] = focus.phrase.members;
    const base = asked ? this.roles.asked(asked, focus.phrase, this.relate.far({ type, way, link: {} })) : null;
    return id !== undefined && more.length === 0 && base ? { head: 'denied', id, type, way, set: base } : null;
  }

  /** What is told of one thing by itself: who it is, when and where it was, a property of it; and what "have" says by a superlative or a negation. */
  private ofOne(parts: Parts, focus: Focus, isSimple: boolean): readonly Told[] {
    const { words, verbs } = parts;
    const direct = directOf(parts);
    const [one, two] = direct;
    const most = direct.find(({ noun }) => noun?.isMost);
    if (most) return words.has('have') || verbs.length > 0 ? this.withMost(parts, focus, most, one === most ? two : one) : [];
    const isAlone = isSimple && !words.has('not') && hasNo(parts, 'links', 'withouts');
    const isBe = isAlone && words.has('be') && verbs.length === 0;
    const named = direct.find(({ isName }) => isName);
    if (isBe && focus && named && direct.length === 2 && this.isBriefed(focus.phrase, named)) return [{ head: { head: 'brief', sets: [...named.members] } }];
    const [set, ...others] = direct.length === 1 && isAlone && one ? one.members : [];
    if (set && others.length === 0 && words.has('when')) {
      // "When were diplomatic relations between France and South Korea established?"
      const isLink = one?.noun?.isLink === true && set.kinds.length > 0;
      if (isLink && (verbs.length === 0 ? isBe : set.tests.length > 0 && verbs.every(({ does }) => does.by === 'time')))
        return [{ head: { head: 'when', set } }];
      const property = isBe ? this.relate.dated(set) : null;
      if (property !== null) return [{ head: { head: 'when', set, property } }];
    }
    // A word that asks where may ask which, too.
    if (set && others.length === 0 && isBe && words.has('where')) return [{ head: { head: 'where', set }, cost: this.relate.isBehind && one?.noun ? 0.2 : 0 }];
    // "What is the purpose of the partnership of Tours and Suwon?"
    const property = direct.map(({ noun }) => noun && propertyOf(this.relate, noun)).find((head) => head !== null);
    if (isBe && property && focus && direct.length <= 2) return [{ head: property }];
    const denied = words.has('have') ? this.denied(parts, focus, direct) : null;
    return denied ? [{ head: denied }] : [];
  }

  /** Whether it is asked who or what one is who is named: of an office, who bears it is asked. */
  private isBriefed({ wh, noun }: Phrase, named: Phrase): boolean {
    const [own, ...more] = named.members;
    if (!own || more.length > 0 || idsOf(own) === null || isEvery(named) || noun !== null) return false;
    return wh === 'what' || (wh === 'who' && own.kinds.every((name) => this.relate.kind(name).borneBy === null));
  }

  /** "Which city has the most partners?", "In which year did most partnerships begin?" */
  private withMost(parts: Parts, focus: Focus, most: Phrase, other: Phrase | undefined): readonly Told[] {
    const { noun } = most;
    if (!noun) return [];
    const isWhether = !focus && parts.isBeFirst && parts.links.length === 1;
    const compared = focus || isWhether ? this.rivals(parts, most) : null;
    if (compared)
      return this.withMost({ ...parts, before: [compared], after: [most], links: [] }, { phrase: compared, word: null }, most, compared).map(({ head }) => ({
        head: isWhether && head.head === 'most' ? { ...head, whether: true } : head,
      }));
    if (parts.words.has('when') && !other) {
      const [set] = most.members;
      const isDating = parts.verbs.some(({ does }) => does.by === 'time' && set && does.property === this.relate.dated(set)) || parts.words.has('have');
      const head = set && isDating ? grouped(this.relate, set, 'year', true) : null;
      return head ? [{ head }] : [];
    }
    const [owner] = other?.members ?? [];
    if (!owner || other !== focus?.phrase || !parts.words.has('have') || parts.times.length > 0) return [];
    const base = other?.noun === null ? { ...owner, kinds: noun.relational ? this.relate.meant(noun.relational) : [] } : owner;
    const withs = this.roles.linked(this.roles.opened(noun, parts.links), parts.links);
    return withs.flatMap((set): readonly Told[] => {
      const has = this.roles.having(base, { ...noun, set });
      const by = has?.tests.at(-1);
      return has && by?.is === 'some' ? [{ head: { head: 'most', set: { kinds: has.kinds, tests: base.tests }, by } }] : [];
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
  private denied(parts: Parts, focus: Focus, direct: readonly Phrase[]): Head | null {
    const thing = direct.find(({ noun, isNone }) => noun?.isLink && (isNone || parts.words.has('not')));
    const relational = thing?.noun?.relational;
    const owner = direct.find((phrase) => phrase !== thing && phrase !== focus?.phrase) ?? parts.links.find(({ phrase }) => phrase !== focus?.phrase)?.phrase;
    const [id] = owner?.members.length === 1 ? (idsOf(owner.members[0] ?? ANYTHING) ?? []) : [];
    const [asked] = focus?.phrase.members ?? [];
    const inner = thing?.noun && thing.noun.set.tests.length > 0 ? idsOf(thing.noun.set)?.[0] : undefined;
    const about = inner ?? id;
    if (!thing || relational?.over !== 'link' || about === undefined || !asked || parts.times.length > 0 || (inner !== undefined && id !== undefined))
      return null;
    const base = this.roles.asked(asked, focus?.phrase ?? thing, this.relate.far(relational.step));
    const set = parts.excepts.reduce<Set | null>((own, phrase) => own && this.roles.except(own, phrase), base);
    return set && { head: 'denied', id: about, type: relational.step.type, way: 'BOTH', set };
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
function isPlanned(phrase: Phrase): boolean {
  return phrase.members.every(({ tests }) => tests.length > 0 && tests.every((test) => test.is === 'intended' || test.is === 'choice'));
}
