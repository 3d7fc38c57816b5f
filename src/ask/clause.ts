import { Assembly } from './assembly.js';
import { Copulars } from './copulars.js';
import { asksMore, beginsState, focusOf, isSayable, lensOf, orderOf, partsOf, saysOther, stateTime, type Focus, type Found, type Meant, type Parts } from './parts.js'; // prettier-ignore
import { asksPairs, flipped, isMisplaced, ofNamed, oneAsked, plainly, seenBy, uninverted } from './plainly.js';
import type { Head, Set, Test } from './plan.js';
import { Records } from './records.js';
import type { Relate } from './relate.js';
import { Roles } from './roles.js';
import { phraseOf, type Clause, type Phrase } from './sense.js';
import { grouped, Specials } from './specials.js';
import { idsOf, narrowed, otherThan, reverse, some } from './sets.js';

/** Words of the grammar that may stand in a clause whose parts are only connected. */
const CONNECTED: ReadonlySet<string> = new globalThis.Set(['be', 'was', 'do', 'have', 'not', 'when', 'where', 'howOften', 'howLong', 'exist', 'share', 'modal', 'first', 'last', 'both']); // prettier-ignore

/** Reads clauses: who does what to whom, and what is asked of it. */
export class Clauses {
  private readonly relate: Relate;
  readonly roles: Roles;
  private readonly records: Records;
  private readonly copulars: Copulars;
  private readonly specials: Specials;
  private readonly assembly: Assembly;

  constructor(relate: Relate) {
    this.relate = relate;
    this.roles = new Roles(relate);
    this.records = new Records(relate, this.roles);
    this.copulars = new Copulars(relate, this.roles, this.records);
    this.specials = new Specials(relate, this.roles);
    this.assembly = new Assembly(relate, this.roles);
  }

  /** What a question asks for. */
  question(clause: Clause): readonly Meant[] {
    const pieces = plainly(clause.pieces);
    const found = partsOf(oneAsked(pieces, this.relate.bearers), this.relate.isBehind);
    const parts = found && this.relate.pack.inverts ? uninverted(found) : found;
    if (!parts || saysOther(parts) || pieces.some(({ is }) => is === 'by')) return [];
    const own = this.asked(parts, clause);
    // "Quelle fonction occupe Kim": where the verb cannot be read so, who does it stands behind it.
    const told = own.length === 0 && this.relate.pack.inverts ? flipped(parts).flatMap((one) => this.asked(one, clause)) : own;
    return asksPairs(pieces) ? told.map((meant) => ({ ...meant, heads: meant.heads.map((head) => this.paired(head)) })) : told;
  }

  /** "Which districts are partnered with which": what joins them, where that is a record that names both; else each with its others. */
  private paired(head: Head): Head {
    if (head.head !== 'list' || head.order) return head;
    const records = this.firstIn(head.set);
    return records ? { head: 'list', set: records } : { ...head, pairs: true };
  }

  /** What a clause asks that no rule understands as a whole: its parts, connected over what the vocabulary has between them. */
  assembled(clause: Clause): readonly Meant[] {
    const parts = partsOf(oneAsked(clause.pieces, this.relate.bearers), true);
    const lens = parts && lensOf(parts, (set) => this.relate.isSource(set));
    const focus = parts && focusOf(parts);
    if (
      !parts ||
      !lens ||
      focus === 'several' ||
      saysOther(parts) ||
      clause.pieces.some(({ is }) => is === 'by') ||
      [...parts.words].some((word) => !CONNECTED.has(word))
    )
      return [];
    const said = { ...parts, words: new globalThis.Set([...parts.words].filter((word) => word !== 'share')) };
    if (!isSayable(said, focus) || parts.manners.length + parts.adjectives.length > 0) return [];
    return this.assembly
      .found(said, focus)
      .flatMap((found) => this.finished(said, focus, found))
      .flatMap((found) => this.headed(said, focus, found, clause))
      .map((meant) => ({ ...meant, lens: { ...lens, ...meant.lens } }));
  }

  private asked(all: Parts, clause: Clause): readonly Meant[] {
    const parts = ofNamed(all);
    const seen = lensOf(parts, (set) => this.relate.isSource(set));
    const [when, ...others] = clause.pieces.flatMap((piece) => (piece.is === 'asOf' ? [piece.set] : []));
    if (!seen || others.length > 0 || (when && parts.times.length > 0)) return [];
    const lens = when ? { ...seen, when } : seen;
    const [focus, whole] = [focusOf(parts), focusOf(all)];
    if (focus === 'several' || whole === 'several') return [];
    if (this.relate.pack.opensWithVerb && isMisplaced(parts)) return [];
    // "Which one" asks of what was spoken of.
    const isOne = focus?.phrase.noun && focus.phrase.noun.relational === null && focus.phrase.members.every(({ kinds }) => kinds.length === 0);
    const meant = (isOne ? [] : this.found(parts, focus)).flatMap((told) => {
      const found = this.begun(told, parts);
      if (when && !(found.isState === true && this.relate.holds(found.set))) return [];
      const asOf = found.isState === true ? stateTime(parts) : {};
      const cost = asOf && Object.keys(asOf).length > 0 ? 0.1 : 0;
      return asOf
        ? this.headed(parts, focus, found, clause).map((meant) => ({
            ...meant,
            ...(found.isAhead ? { intended: true } : {}),
            lens: asOf,
            cost: meant.cost + cost,
          }))
        : [];
    });
    const special = this.specials.special(all, whole, clause);
    const isTold = special.some(({ heads }) => heads.some(({ head }) => head === 'compare'));
    return [...special, ...(isTold ? [] : meant)].map((meant) => seenBy(meant, lens));
  }

  /** A noun's set with what a relative clause says of it; the gap stands for it. */
  relative(clause: Clause): readonly { readonly set: Set; readonly cost: number }[] {
    const parts = partsOf(clause.pieces, this.relate.isBehind);
    if (!parts || parts.lenses.length > 0 || asksMore(parts) || orderOf(parts) !== null) return [];
    const focus = focusOf(parts);
    if (focus === 'several' || !focus?.phrase.isGap) return [];
    return this.found(parts, focus)
      .filter(({ isState }) => isState !== true || parts.times.length === 0)
      .flatMap((found) => this.continued(found, clause, focus.phrase.wh));
  }

  /** The records that a clause tells of. */
  told(clause: Clause): readonly { readonly set: Set; readonly cost: number }[] {
    const parts = clause.more.length === 0 ? partsOf(clause.pieces, this.relate.isBehind) : null;
    if (!parts || parts.verbs.length === 0 || parts.lenses.length > 0 || asksMore(parts) || focusOf(parts) !== null) return [];
    return this.found(parts, null).flatMap(({ record, cost = 0 }) => (record ? [{ set: record, cost }] : []));
  }

  /** Clauses that share the subject: "who visited Vietnam and met To Lam". */
  continued(found: Found, { pieces: own, more }: Clause, wh: Phrase['wh']): { set: Set; cost: number; found: Found }[] {
    const verb = own.findIndex(({ is }) => is === 'verb');
    const [first, ...others] = own.slice(0, Math.max(0, verb)).filter((piece) => piece.is === 'phrase');
    const shared = first?.is === 'phrase' && first.wh !== null ? others : [];
    return more.reduce<{ set: Set; cost: number; found: Found }[]>(
      (sets, pieces) =>
        sets.flatMap(({ set, cost, found: first }) => {
          // "Whom he met but never phoned": who does it is said once.
          const subject = pieces.some(({ is }) => is === 'phrase' || is === 'link') ? [] : shared;
          const parts = partsOf([phraseOf([set], { isGap: true, wh }), ...subject, ...pieces], this.relate.isBehind);
          const focus = parts ? focusOf(parts) : null;
          if (!parts || asksMore(parts) || focus === 'several' || focus === null) return [];
          return this.found(parts, focus).map((next) => ({ set: next.set, cost: cost + (next.cost ?? 0), found: first }));
        }),
      [{ set: found.set, cost: found.cost ?? 0, found }],
    );
  }

  /** A state that has lasted since a time began then: "partners since 2016". */
  private begun(found: Found, { times }: Parts): Found {
    const [time] = times;
    const at = found.set.tests.findLastIndex(({ is }) => is === 'some');
    const test = found.set.tests[at];
    if (found.isState !== true || times.length !== 1 || time?.lead !== 'since') return found;
    const own = this.relate.isRecord(found.set) ? this.relate.dated(found.set) : null;
    if (own !== null) return { ...found, isState: false, set: narrowed(found.set, { is: 'time', property: own, days: time.point }) };
    if (test?.is !== 'some') return found;
    const property = this.relate.isRecord(test.set) ? this.relate.dated(test.set) : null;
    const since =
      property === null ? { ...test, during: time.days } : { ...test, set: narrowed(test.set, { is: 'time' as const, property, days: time.point }) };
    return { ...found, isState: false, set: { ...found.set, tests: found.set.tests.with(at, since) } };
  }

  /** When or where that was which a question asks for, or how often: asked of it once more. */
  more({ heads: [told] }: Meant, words: ReadonlySet<string>): Meant | undefined {
    if (!told || !('set' in told)) return undefined;
    const set = this.relate.toldBy(told.set);
    const heads = this.circumstances({ set, base: set, record: this.relate.recordIn(set) }, words, true);
    return heads ? { heads, lens: {}, cost: 0 } : undefined;
  }

  /** What words of the grammar ask of a record or a state: when and where it was, how often; a place that is described is told itself. Null where one of them asks what is not known of such. */
  private circumstances({ set, record = null, property = null }: Found, words: ReadonlySet<string>, isWhole: boolean): Head[] | null {
    const order = orderOf({ words });
    const ordered: { order?: 'first' | 'last' } = order ? { order } : {};
    const when = (): Head | null => {
      // Partners are so since their partnership is.
      const own = record ?? this.relate.recordIn(this.relate.toldBy(set));
      const by = property ?? (own && this.relate.dated(own));
      if (!own) return { head: 'when', set };
      return by === null ? null : { head: 'when', set: own, property: by, ...ordered };
    };
    const isPlaces = isWhole && set.kinds.every((name) => this.relate.isPlace(name)) && idsOf(set) === null;
    const ways: Readonly<Record<string, () => Head | null>> = {
      when,
      // "How long has he been president": since when.
      howLong: () => (words.has('have') || record ? when() : null),
      where: () => (isPlaces ? { head: 'list', set } : record && { head: 'where', set: record, ...ordered }),
      howOften: () => record && { head: 'count', set: this.relate.eachOnce(record) },
    };
    const heads = Object.entries(ways).flatMap(([word, way]) => (words.has(word) ? [way()] : []));
    return heads.includes(null) ? null : heads.flatMap((head) => head ?? []);
  }

  headed(parts: Parts, focus: Focus, found: Found, clause: Clause): Meant[] {
    const { words } = parts;
    const meant = (head: Head | null, cost = 0): Meant[] => (head ? [{ heads: [head], lens: {}, cost: (found.cost ?? 0) + cost }] : []);
    const by = found.set.tests.at(-1);
    if (found.by !== undefined)
      return by?.is === 'some' && clause.more.length === 0 && words.size === Number(words.has('do')) + Number(words.has('be'))
        ? meant({ head: 'qualified', set: found.base, by, property: found.by })
        : [];
    const superlative = orderOf(parts);
    if (superlative && (!found.record || this.relate.dated(found.record) === null || words.has('howOften'))) return [];
    if (!focus) {
      if (words.has('stated') || clause.more.length > 0) return [];
      const heads = this.circumstances(found, words, true);
      if (heads === null) return [];
      if (heads.length > 0) return [{ heads, lens: {}, cost: found.cost ?? 0 }];
      const isAsked = (parts.isBeFirst || !this.relate.pack.opensWithVerb) && !words.has('not') && !superlative;
      return isAsked ? meant(this.specials.earlier(found.record ?? found.set) ?? { head: 'yesno', set: found.set }) : [];
    }
    const extra = this.circumstances(found, new globalThis.Set([...words].filter((word) => word !== 'howLong' && word !== 'howOften')), false);
    if (extra === null) return [];
    return this.continued(found, clause, focus.phrase.wh).flatMap(({ set, cost }): Meant[] => {
      const main = focus.phrase.owner ? this.ownersOf(focus.phrase.owner, focus.phrase, set) : this.listed(focus.phrase, set, found.order ?? superlative);
      // Nobody asks who it is of whom he gives the name: "Xi and who met Macron" are not one.
      if (!main || (main.head === 'list' && main.set.tests.length > 1 && main.set.tests.some((test) => test.is === 'id' && test.ids.length === 1))) return [];
      const isNow = found.isState === true && parts.words.has('be') && !parts.words.has('was') && parts.times.length === 0;
      const own: Head = main.head === 'list' && !main.order && isNow ? { ...main, current: true } : main;
      if (main.head === 'count' && extra.length > 0 && !found.record) return [];
      const isStated = words.has('stated');
      if (isStated && main.head !== 'count') return [];
      return [{ heads: [own, ...extra, ...(isStated ? [{ head: 'stated' as const, set }] : [])], lens: {}, cost }];
    });
  }

  /** "Which countries' presidents": the owners of what the set is of. */
  ownersOf(owner: Set, { noun, members }: Phrase, set: Set): Head | null {
    const [thing] = members;
    if (!noun || !thing) return null;
    const borne = this.relate.bearingOf(noun.set) !== null ? this.relate.bearing(noun.set, set) : this.relate.both(thing, set);
    const steps = this.relate.isRecord(noun.set)
      ? this.relate.partaking(noun.set).map(({ step }) => step)
      : this.relate.leadingSteps(noun.set, this.relate.pack.genitive);
    const found = steps.flatMap((step) => {
      // "Whose partnership with Bucheon": not Bucheon's.
      const named = noun.set.tests.flatMap((test) =>
        test.is === 'involves' ? test.ids : test.is === 'some' && test.type === step.type ? (idsOf(test.set) ?? []) : [],
      );
      const own = owner.kinds.length > 0 ? owner : { kinds: this.relate.far(step), tests: [] };
      const having = borne && this.relate.having(own, reverse(step), borne);
      return having ? [narrowed(having, ...otherThan(named))] : [];
    });
    return found[0] ? { head: 'list', set: found[0] } : null;
  }

  listed({ wh, noun }: Phrase, set: Set, order: 'first' | 'last' | null): Head | null {
    const sort = noun?.by === 'sort' ? this.relate.sortOf(set) : null;
    if (sort !== null && set.tests.length > 0) return { head: 'value', set, property: sort };
    if (noun?.by === 'kind' || noun?.by === 'year') return grouped(this.relate, set, noun.by, false);
    if (wh === 'howMany') return { head: 'count', set: this.relate.eachOnce(set) };
    const first = noun?.order ?? order;
    // Only what is dated has a first: itself, or the record that somebody is in.
    const far = first && this.relate.dated(set) === null ? this.firstIn(set) : null;
    if (first && far) return { head: 'list', set: far, order: first, far: true };
    return first && this.relate.dated(set) === null ? null : { head: 'list', set, ...(first ? { order: first } : {}) };
  }

  /** The records by which things are in a set, with these at the far end of the last test; null where none are dated. */
  private firstIn({ kinds, tests }: Set): Set | null {
    const test = tests.findLast(({ is }) => is === 'some');
    if (test?.is !== 'some' || this.relate.dated(test.set) === null || !this.relate.isRecord(test.set)) return null;
    const back = some(reverse(test), { kinds, tests: tests.filter((own) => own !== test) });
    // Of two that are described alike, both have to be there.
    const isSame = (own: Test) => JSON.stringify(own) === JSON.stringify(back);
    const others = test.set.tests.filter((own) => !isSame(own));
    return narrowed({ ...test.set, tests: others }, others.length < test.set.tests.length ? { ...back, count: { from: 2 } } : back);
  }

  found(parts: Parts, focus: Focus): Found[] {
    // What stands by itself is said of something only by "is".
    if (!isSayable(parts, focus) || (parts.verbs.length > 0 && parts.adjectives.length > 0)) return [];
    const isBegun = beginsState(parts, focus);
    const ways =
      parts.verbs.length > 0 && !isBegun
        ? parts.verbs.flatMap((verb) => this.records.byVerb(parts, focus, verb))
        : this.copulars.copular(parts, focus, isBegun);
    return ways.flatMap((found) => this.finished(parts, focus, found));
  }

  /** Negation, "except", "without" and what is left of adjectives, in that order. */
  finished(parts: Parts, focus: Focus, found: Found): Found[] {
    let { set } = found;
    if (parts.words.has('not') && found.isDenied !== true) {
      if (!focus) return [];
      const added = set.tests.slice(found.base.tests.length);
      // What has not happened is meant to.
      if (added.length === 0 && found.record && parts.verbs.length > 0) return [{ ...found, set: narrowed(set, { is: 'intended' }) }];
      if (added.length === 0 || added.some((test) => test.is === 'some' && this.relate.isDeniable(test.type))) return [];
      // Nobody is asked about himself.
      const apart = added.filter((test) => test.is === 'not' && test.test.is === 'id');
      // What has not been signed is meant to be: what has no date may well have been.
      const isUndated = parts.verbs.length > 0 && added.every((test) => test.is === 'exists' && test.property === this.relate.dated(set));
      if (isUndated && this.relate.isRecord(set)) return [{ ...found, set: narrowed({ kinds: set.kinds, tests: found.base.tests }, { is: 'intended' }) }];
      const denied = added.filter((test) => !apart.includes(test));
      if (denied.length === 0) return [];
      set = narrowed({ kinds: set.kinds, tests: [...found.base.tests, ...apart] }, { is: 'not', test: { is: 'all', tests: denied } });
    }
    if (parts.excepts.length > 0 && (!focus || parts.verbs.length === 0)) return [];
    const but = parts.excepts.reduce<Set | null>((own, phrase) => own && this.roles.except(own, phrase), set);
    const left = parts.withouts.reduce<Set | null>((own, without) => own && this.roles.without(own, without), but);
    return left ? [{ ...found, set: left }] : [];
  }
}
