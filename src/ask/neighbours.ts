import type { Make } from './chart.js';
import type { Clauses } from './clause.js';
import type { Nouns, Relative } from './nouns.js';
import type { Relate } from './relate.js';
import { had, phraseOf, type Clause, type Noun, type Phrase, type Piece } from './sense.js';
import type { NounSense } from './senses.js';

type Made = ReturnType<Make>;

const one = (sense: unknown): Made => [{ sense }];
const none: Made = [];

/** What is made of neighbours that are one thing: a name and its title, a noun and another; and of clauses that stand before what is asked for. */
export function neighboursOf(relate: Relate, clauses: Clauses, nouns: Nouns) {
  return {
    /** "마크롱 대통령": he himself, by name and title. */
    titledName: (parts: readonly (Phrase | NounSense)[]) => {
      const [name] = parts.flatMap((part) => ('is' in part ? [part] : []));
      const [title] = parts.flatMap((part) => ('is' in part ? [] : [part]));
      if (!name || !title || title.property !== null) return none;
      const isBearer = name.members.every(({ kinds }) => kinds.every((kind) => relate.bearers.includes(kind)));
      if (isBearer && relate.bearingOf(title.set) !== null) return one(name);
      // "La région Auvergne-Rhône-Alpes".
      const isKind = !title.relational && !relate.isRecord(title.set) && !title.set.tests.some(({ is }) => is === 'id');
      return isKind && name.members.every((member) => relate.both(title.set, member) !== null) ? one(name) : none;
    },
    /** "La ville coréenne partenaire de Tours": that is one, too. */
    apposedNoun: ([own, other]: readonly [Noun, Noun]) => {
      const isTold = relate.inverts && other.set.tests.some((test) => test.is === 'some' && relate.isRecord(test.set)) && !relate.isRecord(own.set);
      const set = isTold && own.relational === null && other.relational === null && own.property === null ? relate.both(own.set, other.set) : null;
      return set ? one({ ...own, set }) : none;
    },
    /** "북한이 제공한 것은 무엇인가": what did it provide; "북한과 관계가 없는 나라는 어디인가": which country has none. */
    cleft: ([clause, thing]: readonly [Clause, Noun | { cat: string }]) =>
      isVerbal(endOf(clause.pieces)) && clause.more.length === 0
        ? one({
            ...clause,
            pieces: ['set' in thing ? nouns.phrase(thing, { wh: 'which' }) : phraseOf([{ kinds: [], tests: [] }]), ...clause.pieces.flatMap(had)],
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
    /** "La ville où": in which. */
    whereRelative: ([, clause]: readonly [unknown, Clause]) => one({ is: 'relative', clause, link: relate.pack.place, owned: null } satisfies Relative),
    /** "파트너가 없는": without one. */
    withoutBehind: ([own]: readonly [Phrase]) => one({ is: 'without', phrase: own, isDate: false } satisfies Piece),
  };
}

/** Whether something is the verb of a clause, or has what stands before it. */
export function isVerbal(piece: Piece | undefined): boolean {
  return piece?.is === 'verb' || (piece?.is === 'word' && piece.word === 'have') || piece?.is === 'without';
}

/** What a clause ends with, but for its negation. */
export function endOf(pieces: readonly Piece[]): Piece | undefined {
  return pieces.findLast((piece) => piece.is !== 'word' || piece.word !== 'not');
}
