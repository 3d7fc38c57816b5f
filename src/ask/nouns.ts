import type { Clauses } from './clause.js';
import type { Relate } from './relate.js';
import { phraseOf, saysMore, nounOf, type Clause, type Noun, type Phrase, type Piece } from './sense.js';
import type { AdjectiveSense } from './senses.js';
import type { Set } from './plan.js';
import { ANYTHING, combined, narrowed } from './sets.js';
import { timeTest, type TimePhrase } from './times.js';

/** A relative clause, before the noun that it describes is known. */
export interface Relative {
  readonly is: 'relative';
  readonly clause: Clause;
  /** Where the noun stands in the clause: first, or behind a preposition. */
  readonly link: string | null;
  /** The noun that it is the owner of: "whose president". */
  readonly owned: Noun | null;
}

export type Added = Piece | Relative;

/** What becomes of nouns by what stands before and behind them: owners, adjectives, times, relative clauses. */
export class Nouns {
  private readonly relate: Relate;
  private readonly clauses: Clauses;

  constructor(relate: Relate, clauses: Clauses) {
    this.relate = relate;
    this.clauses = clauses;
  }

  /** A noun as a phrase: one that wants an owner and has none stands for all that any owner has. */
  phrase(own: Noun, more: Partial<Phrase> = {}): Phrase {
    return phraseOf([this.relate.settled(own, own.set)], { noun: own, ...more });
  }

  /** A noun with its owner: by what the noun means, or by the preposition of owners. */
  owned(own: Noun, owner: Phrase, word: string): Noun[] {
    // "Partnerships with two cities" are as many; the first of whose it is, or what most have, is not heard here.
    const { count = null } = owner.noun ?? {};
    if (count !== null && this.relate.isRecord(own.set) && own.count === null)
      return this.owned(own, { ...owner, noun: null }, word).map((next) => ({ ...next, count }));
    if (!owner.isName && saysMore(owner)) return [];
    const { relational: partner } = owner.noun ?? {};
    if (partner?.over === 'record' && this.relate.common(partner.record.kinds, own.set.kinds).length > 0) {
      // A partner in a partnership is one by it.
      const bare = owner.members.map(({ kinds, tests }) => ({
        kinds,
        tests: tests.filter((test) => test.is !== 'some' || test.set.tests.length > 0 || !this.relate.isRecord(test.set)),
      }));
      return this.owned(own, { ...owner, members: bare, noun: null }, word);
    }
    const [named] = owner.isName && owner.members.length === 1 ? owner.members : [];
    if (named && own.set.kinds.length === 0 && this.relate.isRecord(named)) return [{ ...own, set: named }];
    // "The partnership of Tours and Suwon", where that is its name.
    const same =
      owner.members.length === 1 &&
      own.relational === null &&
      this.relate.lexicon.relation(word) === null &&
      (this.isPostOf(own, owner) || (owner.isName && (this.relate.isRecord(own.set) || this.isNamedSo(own, owner))))
        ? this.relate.both(own.set, owner.members[0] ?? ANYTHING)
        : null;
    if (same && own.property === null) return [{ ...own, set: same }];
    if (own.property !== null) {
      const fits = owner.members.length === 1 ? owner.members.flatMap((member) => this.relate.both(own.set, member) ?? []) : [];
      return fits.length > 0 ? fits.map((set) => ({ ...own, set })) : this.relate.attached(own.set, word, owner).map((set) => ({ ...own, set }));
    }
    if (own.isLink && own.relational?.over === 'link') {
      const { step } = own.relational;
      const [first, second] = owner.members;
      if (owner.join === 'or' || !first) return [];
      const near = own.set.tests.length === 0 ? this.relate.as(first, this.relate.near(step)) : own.set;
      const far = own.set.tests.length === 0 ? second : first;
      if (!near || owner.members.length > 2) return [];
      const set = far ? this.relate.having(near, step, far) : near;
      return set ? [{ ...own, set }] : [];
    }
    if (own.relational && !own.isLink && word !== this.relate.pack.genitive) {
      // "Partners in France" lie there.
      const placed = this.relate.attached(
        { ...own.set, kinds: this.relate.placeable(own.set.kinds.length > 0 ? own.set.kinds : this.relate.meant(own.relational), word) },
        word,
        owner,
      );
      const lying = placed.filter(({ tests }) => tests.at(-1)?.is === 'within').map((set) => ({ ...own, set }));
      if (lying.length > 0) return lying;
    }
    if (own.relational) {
      const relational = own.relational;
      if (owner.members.length > 1 && owner.join === 'or') return [];
      const set = owner.members.reduce<Set | null>((sets, member) => sets && this.relate.owned(relational, sets, member), own.set);
      return set ? [{ ...own, set, relational: null }] : [];
    }
    // "Macron's job": the office that he holds.
    const [bearer, ...others] = owner.members;
    const isBearer = bearer?.kinds.every((kind) => this.relate.isBearer(kind)) === true && others.length === 0;
    const borne = word === this.relate.pack.genitive && isBearer ? this.relate.bearing(own.set, bearer) : null;
    return [...(borne ? [borne] : []), ...this.relate.attached(own.set, word, owner)].map((set) => ({ ...own, set }));
  }

  /** "The post of mayor" is that post. */
  private isPostOf({ set, count, order }: Noun, { members: [post] }: Phrase): boolean {
    return (
      set.tests.length === 0 &&
      count === null &&
      order === null &&
      post !== undefined &&
      this.relate.bearingOf(set) !== null &&
      this.relate.bearingOf(post) !== null
    );
  }

  /** "The city of Nice" is that city. */
  private isNamedSo({ set, count, order }: Noun, { members }: Phrase): boolean {
    return (
      set.tests.length === 0 &&
      count === null &&
      order === null &&
      set.kinds.every((name) => this.relate.lies(name)) &&
      members.every(({ kinds }) => this.relate.common(kinds, set.kinds).length > 0)
    );
  }

  /** A noun with what a relative clause says of it. */
  relatively(own: Noun, { clause, link, owned: thing }: Relative): { sense: Noun; cost: number }[] {
    const base = this.relate.settled(own, own.set);
    const told = (gap: Phrase) =>
      this.clauses.relative({ ...clause, pieces: [link === null ? gap : { is: 'link', word: link, phrase: gap }, ...clause.pieces] });
    if (!thing)
      return told(phraseOf([base], { isGap: true, noun: own })).map(({ set, cost }) => ({
        sense: { ...own, set, relational: own.isLink ? own.relational : null },
        cost,
      }));
    // "The country whose president …": of holders it is told, and the office is whose it is.
    const type = this.relate.bearingOf(thing.set);
    const described = type === null ? this.relate.settled(thing, thing.set) : { kinds: this.relate.near({ type, way: 'OUT', link: {} }), tests: [] };
    return told(phraseOf([described], { isGap: true })).flatMap(({ set, cost }) => {
      const borne = type === null ? set : this.relate.bearing(thing.set, set);
      const next = thing.relational && borne ? this.relate.owning(base, thing.relational, borne) : null;
      return (next ? [next] : borne ? this.relate.ownersOf(() => base, borne, this.relate.pack.genitive) : []).map((found) => ({
        sense: { ...own, set: found, relational: null },
        cost,
      }));
    });
  }

  /** A noun with an adjective of whose it is: "a Korean partner" is also one of somebody else who is Korean. */
  described(owner: Phrase, own: Noun) {
    const kinds = own.relational?.over === 'record' && own.set.kinds.length === 0 ? (this.relate.partaking(own.relational.record)[0]?.far ?? []) : [];
    const lying =
      kinds.length > 0 ? this.relate.attached({ ...own.set, kinds: kinds.filter((name) => this.relate.lies(name)) }, this.relate.pack.genitive, owner) : [];
    // "Korean leaders" are those who bear an office of the country, too.
    if (own.relational === null && own.set.kinds.length > 0 && own.set.kinds.every((name) => this.relate.isBearer(name))) {
      const bearing = this.relate.bearersFor(own.set, owner);
      const ways = [...this.relate.attached(own.set, this.relate.pack.genitive, owner), ...(bearing ? [bearing] : [])];
      if (bearing) return [{ sense: { ...own, set: combined(own.set, ways, 'or') }, cost: 0 }];
    }
    // "A French partner" is likelier one that is French than one of France.
    const ofOwner = this.owned(own, owner, this.relate.pack.genitive).map((sense) => ({ sense, cost: lying.length > 0 ? 0.12 : 0 }));
    return [...ofOwner, ...lying.map((set) => ({ sense: { ...own, set }, cost: 0.02 }))];
  }

  /** A noun with what stands before or behind it. */
  added(own: Noun, addition: Added): { sense: Noun; cost?: number }[] {
    return addition.is === 'relative' ? this.relatively(own, addition) : this.pieced(own, addition).map((sense) => ({ sense }));
  }

  private pieced(own: Noun, addition: Piece): Noun[] {
    // What is asked for is not heard within a noun.
    if (addition.is === 'link') {
      const { phrase, word } = addition;
      if (phrase?.wh !== null) return [];
      const owned = this.owned(own, phrase, word);
      // "A province with a French partner" has one.
      const { noun } = phrase;
      const isHad = word === this.relate.pack.having && !phrase.isName && !own.relational && noun?.order === null && !noun.isMost && noun.property === null;
      const has = isHad ? this.clauses.roles.having(own.set, noun) : null;
      return has ? [...owned, { ...own, set: has }] : owned;
    }
    if (addition.is === 'time') return this.timed(own, addition.time);
    if (addition.is === 'adjective') return this.adjective(own, addition);
    const { roles } = this.clauses;
    const set = addition.is === 'except' ? roles.except(own.set, addition.phrase) : addition.is === 'without' ? roles.without(own.set, addition) : null;
    return set ? [{ ...own, set }] : [];
  }

  timed(own: Noun, time: TimePhrase): Noun[] {
    const property = this.relate.isRecord(own.set) ? this.relate.dated(own.set) : null;
    return property === null || time.lead === 'asOf' ? [] : [{ ...own, set: narrowed(own.set, timeTest(time, property)) }];
  }

  adjective(own: Noun, { kinds, tests }: Omit<AdjectiveSense, 'cat'>): Noun[] {
    const common = kinds.length === 0 ? own.set.kinds : own.set.kinds.length === 0 ? kinds : this.relate.common(own.set.kinds, kinds);
    return common.length > 0 ? [{ ...own, set: narrowed({ ...own.set, kinds: common }, ...tests) }] : [];
  }

  /** Two phrases in one; null where they cannot be. */
  join(first: Phrase, second: Phrase, how: 'and' | 'or'): Phrase | null {
    if (first.isGap || second.isGap || first.isNone || second.isNone || second.wh !== null) return null;
    if (first.members.length > 1 && first.join !== how) return null;
    if (second.members.length > 1 || saysMore(first) || saysMore(second)) return null;
    const [a, b] = [first.members[0], second.members[0]];
    // "Macron and the Korean president": who bears an office stands for himself.
    const bearer =
      a && b && first.isName && !second.isName && this.relate.common(a.kinds, b.kinds).length === 0 && this.relate.bearingOf(b) !== null
        ? this.relate.as(b, a.kinds)
        : null;
    if (bearer) return this.join(first, { ...second, members: [bearer], noun: null }, how);
    if (!a || !b || (a.kinds.length > 0 && b.kinds.length > 0 && first.isName !== second.isName && this.relate.common(a.kinds, b.kinds).length === 0))
      return null;
    // "Meetings and summits" are of either kind.
    if (first.noun && second.noun && (first.wh !== null || how === 'or')) {
      if (first.noun.relational || second.noun.relational) return null;
      const isBare = a.tests.length === 0 && b.tests.length === 0;
      if (isBare && a.kinds.every((kind) => this.relate.isRecord({ kinds: [kind], tests: [] })))
        return { ...first, members: [{ kinds: [...a.kinds, ...b.kinds], tests: [] }], noun: nounOf({ kinds: [...a.kinds, ...b.kinds], tests: [] }) };
      const isAlike = b.kinds.length === 0 || a.kinds.join(' ') === b.kinds.join(' ');
      if (how === 'and' || first.wh !== null || !isAlike) return null;
      // "That of Lille" is of the sort that stands before it.
      const sorts = b.kinds.length === 0 ? a.tests.filter(({ is }) => is === 'choice') : [];
      const own = b.tests.length > 0 ? this.relate.ofKinds(narrowed(b, ...sorts), a.kinds) : null;
      return own && { ...first, members: [...first.members, own], join: how };
    }
    return {
      ...first,
      members: [...first.members, ...second.members],
      join: how,
      isName: first.isName && second.isName,
      noun: first.noun && second.noun ? first.noun : null,
    };
  }
}

/** What it costs that a noun which wants an owner has none. */
export function unowned({ relational, isLink }: Noun): number {
  return relational && !isLink ? 0.1 : 0;
}
