import { againOf } from './again.js';
import { none, one, type Made } from './chart.js';
import type { Clauses } from './clause.js';
import type { Nouns, Relative } from './nouns.js';
import type { Head, Set } from './plan.js';
import type { Meant } from './parts.js';
import type { Relate } from './relate.js';
import { grouped, propertyOf } from './specials.js';
import { asksLate, had, isSkip, isSpokenOf, phraseOf, resolved, saysMore, spokenOf, type Clause, type Noun, type Phrase, type Piece } from './sense.js';
import type { TimePhrase } from './times.js';
import { ANYTHING, idsOf, idsOfAll, LISTED, namedIn } from './sets.js';

/** How many of those named in a first question a pronoun of the second may stand for, and how much less likely each is than the one before. */
const MOST_SPOKEN_OF = 2;
const LESS_SPOKEN_OF = 0.1;

/** What is made of clauses: longer ones, relative ones, and whole questions. */
export function clauseMakes(relate: Relate, clauses: Clauses, nouns: Nouns, isStart: (at: number) => boolean) {
  const isBehind = relate.isBehind;
  const common = (kinds: readonly string[], others: readonly string[]) => relate.common(kinds, others);

  const relative = (clause: Clause, link: string | null, thing: Noun | null): Made => one({ is: 'relative', clause, link, owned: thing } satisfies Relative);

  /** "Did Macron go there before he met Xi": whoever a pronoun stands for is named before it, outside its own clause. */
  const resolvedIn = (clause: Clause, sense: Meant): Made => {
    const text = JSON.stringify(clause.pieces);
    const spoken = text.indexOf(JSON.stringify(spokenOf([]).members[0]?.tests));
    const isOwn = clause.pieces.some((piece) => piece.is === 'phrase' && isSpokenOf(piece));
    const before = isOwn ? [] : namedIn(clause.pieces).filter(({ tests }) => text.indexOf(JSON.stringify(tests)) < spoken);
    const ways = [null, ...before].map((set) => resolved(sense.heads, set, common));
    const heads = ways.find((way) => way !== null);
    return [{ sense: heads ? { ...sense, heads } : sense, cost: sense.cost }];
  };

  const meant = (heads: readonly Head[], cost = 0): Made => one({ heads, lens: {}, cost: 0 } satisfies Meant, cost);

  /** Whoever may be spoken of after a question: what it lists, and all that it names; who is asked for as a person is no "it". */
  const spokenIn = ({ heads: [told] }: Meant, { pieces }: Clause): readonly Set[] => {
    const listed = told?.head === 'list' ? [listedIn(told)] : [];
    const isWho = pieces.some((piece) => piece.is === 'phrase' && piece.wh === 'who');
    const isElse = isWho && listed.some(({ kinds }) => !kinds.some((name) => relate.isBearer(name)));
    return isElse ? [...namedIn(told), ...listed] : [...listed, ...namedIn(told)];
  };

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

  return {
    /** "The first city to sign": of those that did. */
    infinitive: ([link, clause]: readonly [{ word: string }, Clause]) =>
      link.word === relate.pack.infinitive && clause.more.length === 0 && (clause.pieces[0]?.is === 'verb' || clause.pieces[0]?.is === 'word')
        ? relative(clause, null, null)
        : none,
    whichBe: () => one({ pieces: [phraseOf([ANYTHING], { wh: 'what' }), { is: 'word', word: 'be' }], more: [] } satisfies Clause),
    /** "Which has more partners, Seoul or Busan?" */
    whichHave: () => one({ pieces: [phraseOf([ANYTHING], { wh: 'what' }), { is: 'word', word: 'have' }], more: [] } satisfies Clause),
    /** "Which came first, this or that?" */
    whichFirst: ([, { cat }]: readonly [unknown, { cat: string }]) =>
      one({ pieces: [phraseOf([ANYTHING], { wh: 'what' }), ...['be', cat].map((word): Piece => ({ is: 'word', word }))], more: [] } satisfies Clause),
    /** "Of the partnerships of 2019, which is the oldest": of those it is asked. */
    partitive: ([link, { pieces, more }]: readonly [{ word?: string; phrase: Phrase | null }, Clause]) => {
      const of = relate.pack.among.includes(link.word ?? '') && link.phrase?.wh === null && !link.phrase.isName ? link.phrase : null;
      const asked = pieces.find((piece) => piece.is === 'phrase' && piece.wh !== null);
      const isBare = asked?.is === 'phrase' && asked.members.every(({ kinds, tests }) => kinds.length + tests.length === 0);
      return of?.noun && isBare ? one({ pieces: pieces.map((piece) => (piece === asked ? { ...of, wh: asked.wh === 'howMany' ? asked.wh : 'which' } : piece)), more } satisfies Clause) : none; // prettier-ignore
    },
    /** "On the year in which they were established": about those that the clause names. */
    aboutClause: ([link, clause]: readonly [{ word?: string }, Clause]) => {
      const tie = clause.pieces.find((piece) => piece.is === 'phrase' && piece.noun?.isLink === true);
      const named = namedIn(clause.pieces);
      if (tie && named.length > 0) return one({ is: 'link', word: link.word ?? '', phrase: tie }, 0.1);
      return named.length > 0 ? one({ is: 'link', word: link.word ?? '', phrase: phraseOf(named, { isName: true }) }, 0.1) : none;
    },
    /** "Before he went there": before that. */
    timeClause: ([link, clause]: readonly [{ word?: string }, Clause]) =>
      link.word !== undefined && relate.lexicon.relation(link.word) !== null
        ? clauses.told(clause).map(({ set, cost }) => ({ sense: { is: 'link', word: link.word, phrase: phraseOf([set]) }, cost }))
        : none,
    /** "When it was signed": as of then. */
    asOfClause: ([, clause]: readonly [unknown, Clause]) => clauses.told(clause).map(({ set, cost }) => ({ sense: { is: 'asOf', set } satisfies Piece, cost })),
    bothWays: ([, own]: readonly [unknown, Phrase]) =>
      own.members.every(({ tests }) => tests.some(({ is }) => is === 'intended' || is === 'choice'))
        ? one({ is: 'word', word: 'bothWays' } satisfies Piece)
        : none,
    clause: ([piece]: readonly Piece[], at: { start: number }) =>
      piece?.is === 'verb' || isStart(at.start) ? one({ pieces: piece ? [piece] : [], more: [] } satisfies Clause) : none,
    longer: ([clause, piece]: readonly [Clause, Piece]) => {
      if (clause.more.length > 0 || (relate.pack.opensWithVerb && asksLate(clause, piece))) return none;
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
    /** "Signed in 2019", or what somebody does to it: "the city he visited". */
    reduced: ([clause]: readonly Clause[]) =>
      clause && clause.more.length === 0 && (isBehind ? isVerbal(endOf(clause.pieces)) : isReduced(clause)) ? relative(clause, null, null) : none,
    relative: ([, clause]: readonly [unknown, Clause]) => relative(clause, null, null),
    linkedRelative: ([link, clause]: readonly [{ word: string }, Clause]) => relative(clause, link.word, null),
    whoseRelative: ([thing, clause]: readonly [Noun, Clause]) => relative(clause, null, thing),
    /** "La ville où": in which. */
    whereRelative: ([, clause]: readonly [unknown, Clause]) => one({ is: 'relative', clause, link: relate.pack.place, owned: null } satisfies Relative),
    /** "프랑스 파트너가 가장 많은": having most of them. */
    hadMost: ([own]: readonly [Phrase]) =>
      own.noun && own.wh === null
        ? one({
            pieces: [
              { ...own, noun: { ...own.noun, isMost: true } },
              { is: 'word', word: 'have' },
            ],
            more: [],
          } satisfies Clause)
        : none,
    /** "가장 많이 체결된": of most of them. */
    mostOf: ([own]: readonly [Phrase]) => (own.noun && own.wh === null ? one({ ...own, noun: { ...own.noun, isMost: true } }) : none),
    joinedClause: ([clause, next]: readonly [Clause, Clause]) =>
      clause.more.length === 0 ? one({ pieces: [...clause.pieces, ...next.pieces], more: [] } satisfies Clause) : none,
    /** "북한이 제공한 것은 무엇인가": what did it provide; "북한과 관계가 없는 나라는 어디인가": which country has none. */
    cleft: ([clause, thing]: readonly [Clause, Noun | { cat: string }]) =>
      isVerbal(endOf(clause.pieces)) && clause.more.length === 0
        ? one({
            ...clause,
            pieces: ['set' in thing ? nouns.phrase(thing, { wh: 'which' }) : phraseOf([ANYTHING]), ...clause.pieces.flatMap(had)],
          } satisfies Clause)
        : none,
    cleftAsked: ([
      {
        pieces: [asked, ...pieces],
      },
      word,
    ]: readonly [Clause, { cat: string }]) => {
      if (asked?.is !== 'phrase') return none;
      const isOpen = asked.wh === null;
      const isWord = ['when', 'where'].includes(word.cat);
      const own: readonly Piece[] = !isOpen
        ? [asked, ...pieces]
        : isWord
          ? [...pieces, { is: 'word', word: word.cat }]
          : [{ ...asked, wh: word.cat as 'who' | 'what' }, ...pieces];
      return isOpen || !isWord ? clauses.question({ pieces: own, more: [] }).map((sense) => ({ sense, cost: sense.cost })) : none;
    },
    asked: ([clause]: readonly Clause[]) => (clause ? clauses.question(clause).flatMap((sense) => resolvedIn(clause, sense)) : none),
    assembled: ([clause]: readonly Clause[]) => (clause ? clauses.assembled(clause).flatMap((sense) => resolvedIn(clause, sense)) : none),
    fragment: ([own]: readonly Phrase[]) => (own && !own.isName ? fragment(own) : none),
    /** "How many partnerships per year". */
    spread: ([own, { by }]: readonly [Phrase, Piece & { is: 'by' }]) => (own.noun && !own.isName ? fragment({ ...own, noun: { ...own.noun, by } }) : none),
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
        [null, ...spokenIn(first, clause)]
          .map((set) => resolved(second.heads, set, common))
          .filter((heads) => heads !== null)
          .slice(0, MOST_SPOKEN_OF)
          .flatMap((heads, at) => both(first, { ...second, heads, cost: second.cost + at * LESS_SPOKEN_OF })),
      ),
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
      const [id] = link.phrase?.members.length === 1 ? (idsOf(link.phrase.members[0] ?? ANYTHING) ?? []) : [];
      return piece.time.lead === 'span' && id !== undefined ? meant([changedHead(piece.time, id)]) : none;
    },
    disputes: ([, link]: readonly [unknown, { phrase: Phrase | null }]) => {
      const ids = idsOfAll(link.phrase?.members ?? []);
      return ids.length > 0 && ids.length <= 2 && ids.length === link.phrase?.members.length ? meant([{ head: 'disputes', about: [...ids] }]) : none;
    },
  };
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

/** Whether something is the verb of a clause, or has what stands before it. */
function isVerbal(piece: Piece | undefined): boolean {
  return piece?.is === 'verb' || (piece?.is === 'word' && ['have', 'connect', 'mention'].includes(piece.word)) || piece?.is === 'without';
}

/** Whether a clause may stand behind a noun without a word that joins it: it begins with its verb, or with who does it and a verb. */
function isReduced({ pieces: [first, ...others] }: Clause): boolean {
  const verb = others.find((piece) => piece.is !== 'word' || (piece.word !== 'have' && piece.word !== 'be'));
  return first?.is === 'verb' || (first?.is === 'phrase' && first.isName && verb?.is === 'verb' && others.every(({ is }) => is !== 'phrase'));
}

/** What a clause ends with, but for its negation. */
function endOf(pieces: readonly Piece[]): Piece | undefined {
  return pieces.findLast((piece) => piece.is !== 'word' || piece.word !== 'not');
}
