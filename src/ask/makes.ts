import { none, one, type Made, type Make } from './chart.js';
import { Clauses } from './clause.js';
import { clauseMakes } from './clause-makes.js';
import { Nouns, unowned, type Added, type Relative } from './nouns.js';
import type { AdjectiveSense, NounSense, VerbSense } from './senses.js';
import type { Relate } from './relate.js';
import { every, isEvery, saysMore, nounOf, phraseOf, spokenOf, type Noun, type Phrase, type Piece } from './sense.js';
import type { TimePhrase } from './times.js';
import type { Set as Described } from './plan.js';
import { ANYTHING, idsOf, narrowed } from './sets.js';

/** What the rules of the grammars make of the meanings of their parts. `isStart` tells where a clause may begin. */
export function makesOf(relate: Relate, isStart: (at: number) => boolean): Readonly<Record<string, Make>> {
  const clauses = new Clauses(relate);
  const nouns = new Nouns(relate, clauses);
  // Each takes the parts that its rules have, which only the table of rules tells.
  return { ...phraseMakes(relate, nouns), ...clauseMakes(relate, clauses, nouns, isStart) } as unknown as Readonly<Record<string, Make>>;
}

/** What is made of nouns, names and what stands beside them. */
function phraseMakes(relate: Relate, nouns: Nouns) {
  const joined = (first: Phrase, second: Phrase, how: 'and' | 'or'): Made => {
    const both = nouns.join(first, second, how);
    return both ? one(both) : none;
  };

  const among = ({ members, isName, wh }: Phrase, asked: Described): readonly Noun[] => {
    const named = members.flatMap((member) => idsOf(member) ?? []);
    const all = [...new Set(members.flatMap(({ kinds }) => kinds))];
    const kinds = asked.kinds.length > 0 ? relate.common(all, asked.kinds) : all;
    const isOne = isName && wh === null && members.length > 1 && named.length === members.length && kinds.length > 0;
    return isOne ? [nounOf({ kinds, tests: [{ is: 'id', ids: named }, ...asked.tests] })] : [];
  };
  const asWhich = (own: Noun) => ({ sense: nouns.phrase(own, { wh: 'which' }) });

  return {
    noun: ([sense]: readonly NounSense[]) =>
      sense ? one(nounOf(sense.set, { relational: sense.relational, isLink: sense.isLink, property: sense.property })) : none,
    ones: () => one(nounOf(ANYTHING)),
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
      const members = owner.members.flatMap((member) => relate.attached({ ...own.set, kinds }, relate.pack.genitive, phraseOf([member])).slice(0, 1));
      return members.length === owner.members.length ? one(phraseOf(members, { noun: own })) : none;
    },
    adjectiveNoun: ([own, next]: readonly [AdjectiveSense, Noun]) => nouns.adjective(next, own).map((sense) => ({ sense })),
    joined: ([a, b]: readonly [Phrase, Phrase]) => joined(a, b, 'and'),
    ownedBefore: ([owner, own]: readonly [Phrase, Noun]) => nouns.described(owner, own),
    ownedBy: ([owner, own]: readonly [Phrase, Noun]) =>
      owner.noun?.isLink || owner.wh !== null
        ? none
        : nouns.owned(own, owner, relate.pack.genitive).map((sense) => ({ sense: { ...sense, owner: owner.isName ? null : (owner.members[0] ?? null) } })),
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
    apposed: ([own, name]: readonly [Noun, Phrase]) => {
      const [member] = name.members;
      const set = member && name.members.length === 1 && (relate.isRecord(own.set) || isEvery(name)) ? relate.both(own.set, member) : null;
      return set ? one({ ...own, set }) : none;
    },
    was: () => one({ is: 'word', word: 'be', isPast: true } satisfies Piece),
    /** "The latest of the signed partnerships". */
    orderedOf: ([order, { word, phrase }]: readonly [{ cat: 'first' | 'last' }, { word: string; phrase: Phrase | null }]) =>
      word === relate.pack.genitive && phrase?.noun && !saysMore(phrase) && phrase.wh === null ? one({ ...phrase.noun, order: order.cat }) : none,
    orderedOnes: ([order, added]: readonly [{ cat: 'first' | 'last' }, Relative]) => nouns.relatively(nounOf(ANYTHING, { order: order.cat }), added),
    /** "Called Halden": everything of that name. */
    called: ([, name]: readonly [unknown, Phrase]) => one({ ...name, members: name.members.map(every) }),
    plannedPiece: () => one({ is: 'adjective', kinds: [], tests: [{ is: 'intended' }] }),
    addedNoun: ([own, addition]: readonly [Noun, Added]) => nouns.added(own, addition),
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
    /** "Which of Nantes and Limoges", "낭트와 리모주 중 어느 도시": one of those that are named. */
    among: ([, own]: readonly [unknown, Phrase | (Piece & { is: 'link' })]) =>
      (own.is === 'phrase' ? among(own, ANYTHING) : own.phrase && own.word === relate.pack.genitive ? among(own.phrase, ANYTHING) : []).map(asWhich),
    askedAmong: ([own, asked]: readonly [Phrase, Phrase]) => (saysMore(asked) ? [] : among(own, asked.members[0] ?? ANYTHING)).map(asWhich),
    nounAmong: ([own, noun]: readonly [Phrase, Noun]) => among(own, noun.set).map(({ set }) => ({ sense: { ...noun, set } })),
    /** "The mayor of which city": whose mayor. */
    askedOwner: ([own, { word, phrase }]: readonly [Noun, { word: string; phrase: Phrase | null }]) => {
      const [owner] = phrase?.wh === 'which' && word === relate.pack.genitive ? phrase.members : [];
      return owner && own.owner === null && own.property === null ? one(nouns.phrase(own, { wh: 'which', owner }), unowned(own)) : none;
    },
    /** "Whose partnership": which have it is asked. */
    whose: ([, own]: readonly [unknown, Noun]) =>
      own.owner || own.property !== null ? none : one(nouns.phrase(own, { wh: 'which', owner: ANYTHING }), unowned(own)),
    open: ([word]: readonly { cat: Exclude<Phrase['wh'], null> }[]) => (word ? one(phraseOf([ANYTHING], { wh: word.cat })) : none),
    pronoun: () => one(spokenOf(relate.bearers)),
    it: () => one(spokenOf(relate.others)),
    they: () => one(spokenOf([...relate.bearers, ...relate.others])),
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
    /** "In 2023 and 2025": in either of them. */
    eitherTime: ([a, b]: readonly (Piece & { is: 'time' })[]) =>
      a && b && ['in', 'plain'].includes(a.time.lead) && [a.time.lead, 'plain'].includes(b.time.lead)
        ? one({ ...a, time: { ...a.time, others: [...(a.time.others ?? []), b.time.days, ...(b.time.others ?? [])] } } satisfies Piece)
        : none,
    asObject: ([own]: readonly Phrase[]) => one({ ...own, isObject: true }),
    describedBefore: ([addition, own]: readonly [Added, Noun]) => nouns.added(own, addition),
    by: ([word]: readonly { cat: string }[]) => one({ is: 'by', by: word?.cat === 'year' ? 'year' : 'kind' }),
    without: ([, own]: readonly [unknown, Phrase]) => one({ is: 'without', phrase: own } satisfies Piece),
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
    lens: ([, own]: readonly [unknown, Phrase]) =>
      own.members.length === 1 && own.members.every(({ kinds }) => kinds.every((kind) => relate.acts(kind) || relate.publishes(kind)))
        ? one({ is: 'lens', phrase: own })
        : none,
    word: (senses: readonly unknown[]) => {
      const { cat } = senses.at(-1) as { cat: string };
      return one({ is: 'word', word: cat === 'comma' ? 'skip' : cat } satisfies Piece);
    },
    joinedWord: ([, { cat }]: readonly [unknown, { cat: string }]) => one({ is: 'word', word: cat, isJoined: true } satisfies Piece),
    take: (senses: readonly unknown[]) => one(senses.at(-1)),
    keep: ([sense]: readonly unknown[]) => one(sense),
    /** "마크롱 대통령": he himself, by name and title. */
    titledName: (parts: readonly (Phrase | NounSense)[]) => {
      const [name] = parts.flatMap((part) => ('is' in part ? [part] : []));
      const [title] = parts.flatMap((part) => ('is' in part ? [] : [part]));
      if (!name || !title || title.property !== null) return none;
      const isBearer = name.members.every(({ kinds }) => kinds.every((kind) => relate.isBearer(kind)));
      if (isBearer && relate.bearingOf(title.set) !== null) return one(name);
      // "La région Auvergne-Rhône-Alpes".
      const isKind = !title.relational && !relate.isRecord(title.set) && !title.set.tests.some(({ is }) => is === 'id');
      return isKind && name.members.every((member) => relate.both(title.set, member) !== null) ? one(name) : none;
    },
    /** "La ville coréenne partenaire de Tours": that is one, too. "Town twinnings": of towns. */
    apposedNoun: ([own, other]: readonly [Noun, Noun]) => {
      const among = relate.pack.inverts || own.order !== null || own.count !== null || own.relational ? null : relate.among(other.set, own.set);
      if (among) return one({ ...other, set: among }, -0.06);
      const isTold = relate.pack.inverts && other.set.tests.some((test) => test.is === 'some' && relate.isRecord(test.set)) && !relate.isRecord(own.set);
      const set = isTold && own.relational === null && other.relational === null && own.property === null ? relate.both(own.set, other.set) : null;
      return set ? one({ ...own, set }) : none;
    },
    /** "파트너가 없는": without one. */
    withoutBehind: ([own]: readonly [Phrase]) => one({ is: 'without', phrase: own } satisfies Piece),
  };
}
