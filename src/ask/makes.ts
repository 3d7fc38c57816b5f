import type { Make } from './chart.js';
import { Clauses } from './clause.js';
import { againOf } from './again.js';
import { endOf, isVerbal, neighboursOf } from './neighbours.js';
import { Nouns, unowned, type Added, type Relative } from './nouns.js';
import type { AdjectiveSense, NounSense, VerbSense } from './senses.js';
import type { Head, Set } from './plan.js';
import type { Meant } from './parts.js';
import type { Relate } from './relate.js';
import { grouped, propertyOf } from './specials.js';
import {
  asksLate,
  every,
  isEvery,
  isSpokenOf,
  isSkip,
  saysMore,
  nounOf,
  phraseOf,
  resolved,
  spokenOf,
  type Clause,
  type Noun,
  type Phrase,
  type Piece,
} from './sense.js';
import type { TimePhrase } from './times.js';
import { idsOf, LISTED, namedIn, narrowed } from './sets.js';

type Made = ReturnType<Make>;

const OPEN: Set = { kinds: [], tests: [] };
const one = (sense: unknown, cost = 0): Made => [{ sense, cost }];
const none: Made = [];

/** What the rules of the grammars make of the meanings of their parts. `isStart` tells where a clause may begin. */
export function makesOf(relate: Relate, isStart: (at: number) => boolean): Readonly<Record<string, Make>> {
  const clauses = new Clauses(relate);
  const isBehind = relate.isBehind;
  const common = (kinds: readonly string[], others: readonly string[]) => relate.common(kinds, others);

  const noun = (sense: NounSense): Noun => nounOf(sense.set, { relational: sense.relational, isLink: sense.isLink, property: sense.property });

  const nouns = new Nouns(relate, clauses);

  const joined = (first: Phrase, second: Phrase, how: 'and' | 'or'): Made => {
    const both = nouns.join(first, second, how);
    return both ? one(both) : none;
  };

  const relative = (clause: Clause, link: string | null, thing: Noun | null): Made => one({ is: 'relative', clause, link, owned: thing } satisfies Relative);

  /** "Did Macron go there before he met Xi": whoever a pronoun stands for is named in the same question. */
  const resolvedIn = (clause: Clause, sense: Meant): Made => {
    const ways = [null, ...namedIn(clause.pieces).filter((set) => !isSpokenOf(phraseOf([set])))].map((set) => resolved(sense.heads, set, common));
    const heads = ways.find((way) => way !== null);
    return [{ sense: heads ? { ...sense, heads } : sense, cost: sense.cost }];
  };

  const meant = (heads: readonly Head[], cost = 0): Made => one({ heads, lens: {}, cost: 0 } satisfies Meant, cost);

  const plain = {
    noun: ([sense]: readonly NounSense[]) => (sense ? one(noun(sense)) : none),
    ones: () => one(nounOf(OPEN)),
    /** "Signed partnerships": not only planned. */
    participle: ([{ verbs }, own]: readonly [{ verbs: readonly VerbSense[] }, Noun]) =>
      verbs.some(({ does }) => does.by === 'time' && relate.common(own.set.kinds, does.kinds).length > 0 && relate.isRecord(own.set))
        ? one({ ...own, set: narrowed(own.set, { is: 'not', test: { is: 'intended' } }) })
        : none,
    /** "French and Korean cities" are of either. */
    eachOf: ([owner, own]: readonly [Phrase, Noun]) => {
      const isPartner = own.relational?.over === 'record' && own.set.kinds.length === 0;
      const kinds = isPartner ? relate.meant(own.relational).filter((name) => relate.lies(name)) : own.set.kinds;
      if (
        owner.members.length < 2 ||
        owner.join !== 'and' ||
        (own.relational && !isPartner) ||
        !kinds.every((name) => relate.lies(name) || relate.kind(name).borneBy !== null)
      )
        return none;
      const members = owner.members.flatMap((member) => relate.attached({ ...own.set, kinds }, relate.genitive, phraseOf([member])).slice(0, 1));
      return members.length === owner.members.length ? one(phraseOf(members, { noun: own })) : none;
    },
    adjectiveNoun: ([own, next]: readonly [AdjectiveSense, Noun]) => nouns.adjective(next, own).map((sense) => ({ sense })),
    joined: ([a, b]: readonly [Phrase, Phrase]) => joined(a, b, 'and'),
    ownedBefore: ([owner, own]: readonly [Phrase, Noun]) => nouns.described(owner, own),
    ownedBy: ([owner, own]: readonly [Phrase, Noun]) =>
      owner.noun?.isLink || owner.wh !== null
        ? none
        : nouns.owned(own, owner, relate.genitive).map((sense) => ({ sense: { ...sense, owner: owner.isName ? null : (owner.members[0] ?? null) } })),
    timedNoun: ([piece, own]: readonly [{ time: TimePhrase }, Noun]) =>
      piece.time.lead === 'plain' ? nouns.timed(own, piece.time).map((sense) => ({ sense })) : none,
    modified: ([word, own]: readonly [{ cat: string; range?: Noun['count'] }, Noun]): Made => {
      switch (word.cat) {
        case 'first':
        case 'last':
          return own.order === null ? one({ ...own, order: word.cat }) : none;
        case 'most':
          return own.isMost ? none : one({ ...own, isMost: true });
        case 'planned':
          return relate.isRecord(own.set) || own.set.kinds.length === 0 ? one({ ...own, set: narrowed(own.set, { is: 'intended' }) }, 0.01) : none;
        case 'other':
          return own.relational?.over === 'record' ? one(own) : own.set.kinds.length > 0 ? one({ ...own, isOther: true }) : none;
        default:
          return own.count === null ? one({ ...own, count: word.range ?? null }) : none;
      }
    },
    ownedAfter: ([own, owner]: readonly [Noun, Phrase]) => nouns.described(owner, own),
    ...neighboursOf(relate, clauses, nouns),
    apposed: ([own, name]: readonly [Noun, Phrase]) => {
      const [member] = name.members;
      const set = member && name.members.length === 1 && (relate.isRecord(own.set) || isEvery(name)) ? relate.both(own.set, member) : null;
      return set ? one({ ...own, set }) : none;
    },
    was: () => one({ is: 'word', word: 'be', isPast: true } satisfies Piece),
    /** "The first city to sign": of those that did. */
    infinitive: ([link, clause]: readonly [{ word: string }, Clause]) =>
      link.word === relate.pack.infinitive && clause.more.length === 0 && (clause.pieces[0]?.is === 'verb' || clause.pieces[0]?.is === 'word')
        ? relative(clause, null, null)
        : none,
    /** "The latest of the signed partnerships". */
    orderedOf: ([order, { word, phrase }]: readonly [{ cat: 'first' | 'last' }, { word: string; phrase: Phrase | null }]) =>
      word === relate.genitive && phrase?.noun && !saysMore(phrase) && phrase.wh === null ? one({ ...phrase.noun, order: order.cat }) : none,
    orderedOnes: ([order, added]: readonly [{ cat: 'first' | 'last' }, Relative]) =>
      nouns.relatively(nounOf(OPEN, { order: order.cat }), added).map((sense) => ({ sense })),
    /** "Called Halden": everything of that name. */
    called: ([, name]: readonly [unknown, Phrase]) => one({ ...name, members: name.members.map(every) }),
    whichBe: () => one({ pieces: [phraseOf([OPEN], { wh: 'what' }), { is: 'word', word: 'be' }], more: [] } satisfies Clause),
    plannedPiece: () => one({ is: 'adjective', kinds: [], tests: [{ is: 'intended' }] }),
    addedNoun: ([own, addition]: readonly [Noun, Added]) => nouns.added(own, addition).map((sense) => ({ sense })),
    phrase: ([own]: readonly Noun[]) => (own ? one(nouns.phrase(own), unowned(own)) : none),
    asking: ([word, own]: readonly [{ cat: string }, Noun]) =>
      one(
        word.cat === 'no'
          ? nouns.phrase(own, { isNone: true })
          : word.cat === 'sortOf'
            ? nouns.phrase({ ...own, by: 'sort' }, { wh: 'which' })
            : nouns.phrase(own, { wh: word.cat as Phrase['wh'], ...(word.cat === 'which' && own.owner ? { owner: own.owner } : {}) }),
        unowned(own),
      ),
    /** "서울 어느 구": which of those that lie there. */
    askedOf: ([owner, own]: readonly [Phrase, Phrase]) =>
      (own.noun ? nouns.described(owner, own.noun) : []).map(({ sense, cost }) => ({ sense: nouns.phrase(sense, { wh: own.wh }), cost })),
    /** "The mayor of which city": whose mayor. */
    askedOwner: ([own, { word, phrase }]: readonly [Noun, { word: string; phrase: Phrase | null }]) => {
      const [owner] = phrase?.wh === 'which' && word === relate.genitive ? phrase.members : [];
      return owner && own.owner === null && own.property === null ? one(nouns.phrase(own, { wh: 'which', owner }), unowned(own)) : none;
    },
    /** "Whose partnership": which have it is asked. */
    whose: ([, own]: readonly [unknown, Noun]) =>
      own.owner || own.property !== null ? none : one(nouns.phrase(own, { wh: 'which', owner: OPEN }), unowned(own)),
    open: ([word]: readonly { cat: Exclude<Phrase['wh'], null> }[]) => (word ? one(phraseOf([OPEN], { wh: word.cat })) : none),
    /** "Which has more partners, Seoul or Busan?" */
    whichHave: () => one({ pieces: [phraseOf([OPEN], { wh: 'what' }), { is: 'word', word: 'have' }], more: [] } satisfies Clause),
    pronoun: () => one(spokenOf(relate.bearers)),
    it: () => one(spokenOf(relate.others)),
    they: () => one(spokenOf([...relate.bearers, ...relate.others])),
    bothOf: ([, own]: readonly [unknown, Phrase]) => (own.members.length === 2 && own.join === 'and' ? one(own) : none),
    placedName: ([own, addition]: readonly [Phrase, Added]) => {
      const [member] = own.members;
      if (addition.is !== 'link' || !addition.phrase || !member || addition.phrase.wh !== null) return none;
      return relate
        .attached(member, addition.word, addition.phrase)
        .flatMap((set) => (set.tests.at(-1)?.is === 'within' ? [{ sense: { ...own, members: [set] } }] : []));
    },
    andPhrase: ([a, b]: readonly [Phrase, Phrase]) => joined(a, b, 'and'),
    orPhrase: ([a, b]: readonly [Phrase, Phrase]) => joined(a, b, 'or'),
    linked: ([link, own]: readonly [{ word?: string; cat?: string }, Phrase]) => one({ is: 'link', word: link.word ?? link.cat ?? '', phrase: own }),
    /** "In Paris or in Seoul". */
    orLinks: ([a, b]: readonly { word?: string; phrase?: Phrase }[]) =>
      a?.phrase && b?.phrase && a.word === b.word ? joined(a.phrase, b.phrase, 'or').map(({ sense }) => ({ sense: { ...a, phrase: sense } })) : none,
    linkedBehind: ([own, link]: readonly [Phrase, { word: string }]) => one({ is: 'link', word: link.word, phrase: own }),
    stranded: ([link]: readonly { word: string }[]) => one({ is: 'link', word: link?.word ?? '', phrase: null }, 0.1),
    /** "On the year in which they were established": about those that the clause names. */
    aboutClause: ([link, clause]: readonly [{ word?: string }, Clause]) => {
      const tie = clause.pieces.find((piece) => piece.is === 'phrase' && piece.noun?.isLink === true);
      const named = namedIn(clause.pieces);
      if (tie && named.length > 0) return one({ is: 'link', word: link.word ?? '', phrase: tie }, 0.1);
      return named.length > 0 ? one({ is: 'link', word: link.word ?? '', phrase: phraseOf(named, { isName: true }) }, 0.1) : none;
    },
    /** "Before he went there": before that. */
    timeClause: ([link, clause]: readonly [{ word?: string }, Clause]) =>
      link.word !== undefined && relate.relation(link.word) !== null
        ? clauses.told(clause).map(({ set, cost }) => ({ sense: { is: 'link', word: link.word, phrase: phraseOf([set]) }, cost }))
        : none,
    /** "When it was signed": as of then. */
    asOfClause: ([, clause]: readonly [unknown, Clause]) => clauses.told(clause).map(({ set, cost }) => ({ sense: { is: 'asOf', set } satisfies Piece, cost })),
    bothWays: ([, own]: readonly [unknown, Phrase]) =>
      own.members.every(({ tests }) => tests.some(({ is }) => is === 'intended' || is === 'choice'))
        ? one({ is: 'word', word: 'bothWays' } satisfies Piece)
        : none,
    /** "In 2023 and 2025": in either of them. */
    eitherTime: ([a, b]: readonly (Piece & { is: 'time' })[]) =>
      a && b && ['in', 'plain'].includes(a.time.lead) && [a.time.lead, 'plain'].includes(b.time.lead)
        ? one({ ...a, time: { ...a.time, others: [...(a.time.others ?? []), b.time.days, ...(b.time.others ?? [])] } } satisfies Piece)
        : none,
    asObject: ([own]: readonly Phrase[]) => one({ ...own, isObject: true }),
    clause: ([piece]: readonly Piece[], at: { start: number }) =>
      piece?.is === 'verb' || isStart(at.start) ? one({ pieces: piece ? [piece] : [], more: [] } satisfies Clause) : none,
    longer: ([clause, piece]: readonly [Clause, Piece]) => {
      if (clause.more.length > 0 || (relate.opensWithVerb && asksLate(clause, piece))) return none;
      const verbs = [...clause.pieces, piece].filter(({ is }) => is === 'verb');
      // Where particles stand behind nouns, a verb ends its clause.
      if (isBehind && piece.is !== 'word' && clause.pieces.some(isVerbal)) return none;
      return verbs.length > 1 ? none : one({ pieces: [...clause.pieces, piece].filter((own) => !isSkip(own)), more: [] });
    },
    shared: ([first, second]: readonly [Clause, Clause]) => {
      const [head] = second.pieces;
      return first.more.length < 2 && head && head.is !== 'phrase' && !second.pieces.some((piece) => piece.is === 'phrase' && piece.wh !== null)
        ? one({ pieces: first.pieces, more: [...first.more, second.pieces, ...second.more] })
        : none;
    },
    /** "Met Macron but not Putin": and did not do so to Putin. */
    butNot: ([clause, own]: readonly [Clause, Phrase]) => {
      const verb = clause.pieces.find(({ is }) => is === 'verb');
      const asked = clause.pieces[0];
      const pieces = verb && asked?.is === 'phrase' && asked.wh !== null ? [verb, { is: 'word', word: 'not' } satisfies Piece, own] : null;
      return pieces && clause.more.length === 0 ? one({ pieces: clause.pieces, more: [pieces] }) : none;
    },
    reduced: ([clause]: readonly Clause[]) =>
      clause && clause.more.length === 0 && (isBehind ? isVerbal(endOf(clause.pieces)) : clause.pieces[0]?.is === 'verb') ? relative(clause, null, null) : none,
    relative: ([, clause]: readonly [unknown, Clause]) => relative(clause, null, null),
    linkedRelative: ([link, clause]: readonly [{ word: string }, Clause]) => relative(clause, link.word, null),
    whoseRelative: ([thing, clause]: readonly [Noun, Clause]) => relative(clause, null, thing),
    describedBefore: ([addition, own]: readonly [Added, Noun]) => nouns.added(own, addition).map((sense) => ({ sense })),
    by: ([word]: readonly { cat: string }[]) => one({ is: 'by', by: word?.cat === 'year' ? 'year' : 'kind' }),
    without: ([, own]: readonly [unknown, Phrase | { cat: string }]) => one({ is: 'without', phrase: 'is' in own ? own : null, isDate: !('is' in own) }),
    except: ([, own]: readonly [unknown, Phrase]) => (saysMore(own) ? none : one({ is: 'except', phrase: own })),
    /** "But not in 2019". */
    exceptTime: ([, { time }]: readonly [unknown, { time: TimePhrase }]) =>
      one({ is: 'except', phrase: phraseOf([{ kinds: [], tests: [{ is: 'time', property: '', days: time.days }] }]) }),
    /** "The sister cities article". */
    source: ([name, own]: readonly [Phrase, NounSense]) => {
      const [set] = relate.isSource(own.set) ? name.members : [];
      // What a paper's article says, the paper says.
      return set?.kinds.every((kind) => relate.publishes(kind)) ? one(name) : none;
    },
    document: ([own]: readonly Phrase[]) => (own?.members.every((member) => relate.isSource({ ...member, tests: [] })) ? one(own) : none),
    lens: ([, own]: readonly [unknown, Phrase]) => (own.members.length === 1 ? one({ is: 'lens', phrase: own }) : none),
    asked: ([clause]: readonly Clause[]) => (clause ? clauses.question(clause).flatMap((sense) => resolvedIn(clause, sense)) : none),
    assembled: ([clause]: readonly Clause[]) => (clause ? clauses.assembled(clause).flatMap((sense) => resolvedIn(clause, sense)) : none),
    listed: ([, own]: readonly [unknown, Phrase]) => fragment(own),
    fragment: ([own]: readonly Phrase[]) => (own && !own.isName ? fragment(own) : none),
    brief: ([, own]: readonly [unknown, Phrase]) => {
      const isTold = own.isName || (own.noun !== null && !saysMore(own) && own.members.every(({ kinds, tests }) => kinds.length > 0 && tests.length > 0));
      return isTold && own.wh === null && own.members.length <= 2 ? meant([{ head: 'brief', sets: [...own.members] }]) : none;
    },
    /** "According to whom", "according to which source": who says so. */
    askedBy: ([, own]: readonly [unknown, Phrase]) =>
      own.wh !== null && own.members.every((member) => own.noun === null || relate.isSource(member)) ? one({}) : none,
    said: ([, clause]: readonly [unknown, Clause]) =>
      clauses
        .question({ ...clause, pieces: [{ is: 'word', word: 'be' }, ...clause.pieces.filter((piece) => piece.is !== 'word' || piece.word !== 'do')] })
        .flatMap(({ heads, lens, cost }) =>
          heads[0]?.head === 'yesno' ? [{ sense: { heads: [{ head: 'said' as const, set: heads[0].set }], lens, cost }, cost }] : [],
        ),
    two: ([clause, second]: readonly [Clause, Meant]) =>
      clauses.question(clause).flatMap((first) =>
        both(
          first,
          [null, ...spokenIn(first)].map((set) => ({ ...second, heads: resolved(second.heads, set, common) ?? [] })).find(({ heads }) => heads.length > 0),
        ),
      ),
    gaps: ([a, b]: readonly [Clause, Clause]) => one({ pieces: [...a.pieces, ...b.pieces], more: [] } satisfies Clause),
    /** "How many masks did it send, to whom": asked again of the same clause. */
    gapped: ([clause, second]: readonly [Clause, Clause]) =>
      clauses.question(clause).flatMap((first) => {
        // The number of the greatest is told with it.
        if (asksNumber(second) && first.heads.every(({ head }) => head === 'group' || head === 'most')) return [{ sense: first, cost: first.cost }];
        const again = againOf(clause, second);
        if (!again) return [];
        if ('words' in again) return both(first, clauses.more(first, again.words));
        return clauses.question(again).flatMap((next) => both(first, next));
      }),
    /** "And in which document", "and who says so". */
    sourced: ([link]: readonly [Piece & { is: 'link' }]) =>
      link.phrase?.wh === 'which' && link.phrase.members.every((member) => relate.isSource(member)) ? one({}) : none,
    withSources: ([clause]: readonly Clause[]) =>
      (clause ? clauses.question(clause) : []).flatMap((first) => {
        const [head] = first.heads;
        return head && 'set' in head ? both(first, { heads: [{ head: 'said', set: head.set }], lens: {}, cost: 0 }) : none;
      }),
    changed: ([, piece]: readonly [unknown, { time: TimePhrase }]) => (piece.time.lead === 'span' ? meant([changedHead(piece.time, undefined)]) : none),
    changedAbout: ([piece, link]: readonly [{ time: TimePhrase }, { phrase: Phrase | null }]) => {
      const [id] = link.phrase?.members.length === 1 ? (idsOf(link.phrase.members[0] ?? OPEN) ?? []) : [];
      return piece.time.lead === 'span' && id !== undefined ? meant([changedHead(piece.time, id)]) : none;
    },
    disputes: ([, link]: readonly [unknown, { phrase: Phrase | null }]) => {
      const ids = link.phrase?.members.flatMap((member) => idsOf(member) ?? []) ?? [];
      return ids.length > 0 && ids.length <= 2 && ids.length === link.phrase?.members.length ? meant([{ head: 'disputes', about: ids }]) : none;
    },
    word: (senses: readonly unknown[]) => {
      const { cat } = senses.at(-1) as { cat: string };
      return one({ is: 'word', word: cat === 'comma' ? 'skip' : cat } satisfies Piece);
    },
    joinedWord: ([, { cat }]: readonly [unknown, { cat: string }]) => one({ is: 'word', word: cat, isJoined: true } satisfies Piece),
    take: (senses: readonly unknown[]) => one(senses.at(-1)),
    keep: ([sense]: readonly unknown[]) => one(sense),
  };

  /** Whoever may be spoken of after a question: what it lists, and all that it names. */
  const spokenIn = ({ heads: [told] }: Meant): readonly Set[] => [...(told?.head === 'list' ? [listedIn(told)] : []), ...namedIn(told)];

  /** Two questions under one lens. */
  const both = (first: Meant, second: Meant | undefined): Made => {
    const isSame = second && (Object.keys(second.lens).length === 0 || JSON.stringify(first.lens) === JSON.stringify(second.lens));
    const heads = [...first.heads, ...(second?.heads ?? [])];
    return second && isSame && second.heads.length > 0 && heads.length <= 3 ? [{ sense: { ...first, heads }, cost: first.cost + second.cost }] : none;
  };

  const fragment = (own: Phrase): Made => {
    const [set] = own.members;
    const noun = own.noun;
    if (!set || own.members.length > 1 || !noun || noun.isLink || own.isNone || noun.isMost || noun.isOther || noun.count) return none;
    if (noun.by === 'sort') return none;
    if (noun.by !== null) {
      const head = grouped(relate, set, noun.by, false);
      return head ? meant([head]) : none;
    }
    if (own.wh === 'howMany') return meant([{ head: 'count', set }]);
    if (own.wh !== null && set.tests.length === 0) return none;
    const told = propertyOf(relate, noun);
    if (told) return meant([told]);
    if (noun.property !== null) return none;
    return set.kinds.length > 0 ? meant([{ head: 'list', set, ...(noun.order ? { order: noun.order } : {}) }]) : none;
  };

  // Each takes the parts that its rules have, which only the table of rules tells.
  return plain as unknown as Readonly<Record<string, Make>>;
}

/** "And how many": of what is told before. */
function asksNumber({ pieces: [own, ...others], more }: Clause): boolean {
  return own?.is === 'phrase' && own.wh === 'howMany' && own.noun === null && others.length + more.length === 0;
}

function changedHead({ point }: TimePhrase, id: string | undefined): Head {
  return { head: 'changed', ...(id === undefined ? {} : { id }), from: point.from, to: point.to };
}

/** Those that a list tells of; of the first or the last, which that is has to be asked first. */
function listedIn({ set, order, far }: Head & { head: 'list' }): Set {
  return order && far !== true ? { kinds: set.kinds, tests: [{ is: 'id', ids: [LISTED] }] } : set;
}
