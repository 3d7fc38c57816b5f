import type { VerbSense } from './senses.js';
import type { Head, Lens, Set } from './plan.js';
import type { Phrase, Piece } from './sense.js';
import { edtfOf, type TimePhrase } from './times.js';
import { idsOf } from './sets.js';

/** What a clause was understood as. */
export interface Meant {
  readonly heads: readonly Head[];
  readonly lens: Lens;
  readonly cost: number;
  /** It takes in what is only planned. */
  readonly intended?: boolean;
}

/** The parts of a clause by what they do. */
export interface Parts {
  readonly before: readonly Phrase[];
  readonly after: readonly Phrase[];
  readonly links: readonly { readonly word: string; readonly phrase: Phrase }[];
  readonly times: readonly TimePhrase[];
  readonly manners: readonly Set[];
  readonly adjectives: readonly (Piece & { is: 'adjective' })[];
  readonly withouts: readonly (Piece & { is: 'without' })[];
  readonly lenses: readonly Phrase[];
  readonly excepts: readonly Phrase[];
  readonly words: ReadonlySet<string>;
  readonly verbs: readonly VerbSense[];
  readonly isBeFirst: boolean;
}

/** What stands open in a clause: what is asked for, or what a relative clause describes. */
export type Focus = { readonly phrase: Phrase; readonly word: string | null } | null;

/** A set that a clause is about, and for a record or a relationship what it was made of. */
export interface Found {
  /** What the focus comes to; without a focus, what must be there for a yes. */
  readonly set: Set;
  /** The tests that the clause adds to the focus: what a "not" denies. */
  readonly base: Set;
  /** The record that the clause tells of. */
  readonly record: Set | null;
  readonly property: string | null;
  readonly cost: number;
  readonly order?: 'first' | 'last' | null;
  /** It may be of what lies ahead: one is invited before one comes. */
  readonly isAhead?: boolean;
  /** What a "no" denies is denied already: "n'ont aucun partenaire" denies once. */
  readonly isDenied?: boolean;
  /** What is asked for qualifies the last test of the set: the field of a cooperation. */
  readonly by?: string;
  /** It is a state: a time of the clause says as of when. */
  readonly isState?: boolean;
}

const AUXILIARIES = new globalThis.Set(['be', 'do', 'have', 'modal', 'will', 'plan', 'not']);

/** Whether every noun stands where all that it says is heard: a superlative, a count or a property does not count as its bare noun. */
export function isSayable(parts: Parts, focus: Focus): boolean {
  const has = (parts.words.has('have') && parts.verbs.length === 0) || beginsState(parts, focus);
  if (['path', 'bothWays', 'consider', 'how', 'mention', 'connect', 'share', 'disagree', 'disputed'].some((word) => parts.words.has(word))) return false;
  // What is so now is a state, and no state that was.
  const isNow = ['be', 'have', 'exist'].some((word) => parts.words.has(word)) && !['was', 'do', 'when'].some((word) => parts.words.has(word));
  if (parts.words.has('now') && !isNow) return false;
  if (parts.words.has('both') && ![...parts.before, ...parts.after].some(({ members, join }) => members.length === 2 && join === 'and')) return false;
  return [...parts.before, ...parts.after, ...parts.links.map(({ phrase }) => phrase)].every((phrase) => {
    const { noun } = phrase;
    if (!noun || phrase.isName) return true;
    const isFocus = phrase === focus?.phrase;
    const isCopular = parts.words.has('be') && parts.verbs.length === 0 && focus !== null;
    return (
      !noun.isMost &&
      (isFocus || ((isCopular || noun.order === null) && noun.by === null)) &&
      (has || (noun.property === null && !noun.isLink && (noun.count === null || (isFocus && phrase.wh === 'which')))) &&
      !(isFocus && noun.count !== null && phrase.wh !== 'which')
    );
  });
}

/** Whether others are spoken of, and nothing says than whom. */
export function saysOther({ before, after, links, excepts }: Parts): boolean {
  return excepts.length === 0 && [...before, ...after, ...links.map(({ phrase }) => phrase)].some(({ noun }) => noun?.isOther);
}

/** "Establish relations" is to have them from then on, for those who do. */
export function beginsState({ before, after, times, verbs, words }: Parts, focus: Focus): boolean {
  const isSomebody = focus === null ? !words.has('where') : focus.phrase.noun !== null;
  return isSomebody && before.length === 1 && times.length === 0 && after.some(({ noun }) => noun?.isLink) && verbs.some(({ does }) => does.by === 'time');
}

function isNoun(piece: Piece | undefined): boolean {
  return piece?.is === 'phrase' && piece.noun !== null && !piece.isName;
}

function isThing(piece: Piece | undefined): boolean {
  return piece?.is === 'phrase' || (piece?.is === 'time' && piece.time.lead === 'plain');
}

/** What stands where; where particles stand behind nouns, "be" may stand behind a verb. */
export function partsOf(pieces: readonly Piece[], isLate = false): Parts | null {
  const words = new globalThis.Set(pieces.flatMap((piece) => (piece.is === 'word' ? [piece.word, ...(piece.isPast ? ['was'] : [])] : [])));
  // "Are they planning to sign": they will. "Who was visiting": who visited.
  if (words.delete('plan')) words.add('will');
  const isDoing = pieces.some((piece) => piece.is === 'verb' && piece.isDoing) || pieces.some((piece) => piece.is === 'word' && piece.word === 'plan');
  if (isDoing) for (const word of ['be', 'was']) words.delete(word);
  const verbs = pieces.flatMap((piece, at) => (piece.is === 'verb' ? [{ piece, at }] : []));
  // A preposition that something stands behind is not left behind.
  const isTaken = pieces.some((piece, at) => piece.is === 'link' && !piece.phrase && isThing(pieces[at + 1]));
  // "Is said to be" is no clause of its own.
  const isNested = verbs[0] !== undefined && pieces.slice(verbs[0].at).some((piece) => piece.is === 'word' && piece.word === 'be');
  if (verbs.length > 1 || isTaken || (isNested && !isLate)) return null;
  const own = ['connect', 'share', 'disagree', 'mention', 'exist', 'disputed'];
  const mainAt = verbs[0]?.at ?? pieces.findIndex((piece) => piece.is === 'word' && own.includes(piece.word));
  const lastAuxiliary = pieces.map((piece) => piece.is === 'word' && AUXILIARIES.has(piece.word)).lastIndexOf(true);
  const turn = mainAt >= 0 ? mainAt : lastAuxiliary;
  // What stands behind the noun of a subject is the noun's own.
  const isOwned = pieces.slice(0, Math.max(0, turn)).some((piece, at) => piece.is === 'link' && piece.phrase && isNoun(pieces[at - 1]));
  if (isOwned && !isLate) return null;
  const isPhrase = (piece: Piece): piece is Phrase => piece.is === 'phrase';
  const [first, second] = [pieces.slice(0, Math.max(0, turn)), pieces.slice(Math.max(0, turn))].map((own) => own.filter(isPhrase));
  const [open, ...others] = (first ?? []).filter(({ isObject }) => isObject !== true || (first ?? []).length < 2);
  const [stranded, ...more] = pieces.flatMap((piece) => (piece.is === 'link' && !piece.phrase ? [piece.word] : []));
  const isOpen = open !== undefined && (open.wh !== null || open.isGap);
  if (more.length > 0 || (stranded !== undefined && !isOpen)) return null;
  // A preposition left behind leads to what stands first: "which country is he the ambassador of".
  const behind = stranded !== undefined && open ? [{ word: stranded, phrase: open }] : [];
  const firstMeaning = pieces.find((piece) => piece.is !== 'time' && piece.is !== 'lens');
  return {
    before: behind.length > 0 || !open ? others : [open, ...others],
    after: [...(first ?? []).filter(({ isObject }) => isObject === true && (first ?? []).length > 1), ...(second ?? [])],
    links: [...pieces.flatMap((piece) => (piece.is === 'link' && piece.phrase ? [{ word: piece.word, phrase: piece.phrase }] : [])), ...behind],
    times: pieces.flatMap((piece) => (piece.is === 'time' ? [piece.time] : [])),
    manners: pieces.flatMap((piece) => (piece.is === 'manner' ? [piece.record] : [])),
    adjectives: pieces.filter((piece) => piece.is === 'adjective'),
    withouts: pieces.filter((piece) => piece.is === 'without'),
    lenses: pieces.flatMap((piece) => (piece.is === 'lens' ? [piece.phrase] : [])),
    excepts: pieces.flatMap((piece) => (piece.is === 'except' ? [piece.phrase] : [])),
    words,
    verbs: verbs[0]?.piece.is === 'verb' ? verbs[0].piece.verbs : [],
    isBeFirst: firstMeaning?.is === 'word' && AUXILIARIES.has(firstMeaning.word),
  };
}

/** Parts whose one phrase behind the verb does it, and what is asked for is done to. */
export function flipped(parts: Parts): readonly Parts[] {
  const [asked, ...more] = parts.before;
  const isAsked = asked?.wh === 'which' && more.length === 0 && parts.after.length === 1 && parts.verbs.length > 0;
  return isAsked ? [{ ...parts, before: [asked, ...parts.after], after: [] }] : [];
}

/** "Que dit Macron", "combien de membres compte l'association": who does it stands behind the verb. */
export function uninverted(parts: Parts): Parts {
  const [asked, ...more] = parts.before;
  const [other] = parts.after;
  const isHad = asked?.wh === 'howMany' && parts.words.has('have') && (other?.isName === true || Boolean(asked.noun?.relational));
  // "Sur quoi porte la coopération": what stands behind the verb does it.
  if (
    !asked &&
    other &&
    parts.after.length === 1 &&
    parts.verbs.length > 0 &&
    (parts.words.has('where') || parts.links.some(({ phrase }) => phrase.wh !== null))
  )
    return { ...parts, before: parts.after, after: [] };
  const isThing = asked?.wh === 'what' || isHad;
  return isThing && more.length === 0 && parts.after.length === 1 && !parts.words.has('be')
    ? { ...parts, before: [...parts.before, ...parts.after], after: [] }
    : parts;
}

/** What may be asked for twice in one clause, and is told together then. */
const PAIRED: ReadonlySet<string> = new Set(['which', 'who']);

/** "Which districts are partnered with which districts", "who met whom": the first is asked for, the second only described. */
export function oneAsked(pieces: readonly Piece[], bearers: readonly string[]): readonly Piece[] {
  let first: Phrase['wh'] = null;
  const bare = (phrase: Phrase): Phrase => {
    const isSecond = phrase.wh === 'which' ? first !== null : phrase.wh === 'who' && phrase.noun === null && PAIRED.has(first ?? '');
    first ??= phrase.wh;
    return isSecond ? { ...phrase, wh: null, members: phrase.noun === null ? [{ kinds: bearers, tests: [] }] : phrase.members } : phrase;
  };
  return pieces.map((piece) => (piece.is === 'phrase' ? bare(piece) : piece.is === 'link' && piece.phrase ? { ...piece, phrase: bare(piece.phrase) } : piece));
}

/** Whether a clause asks for two things together. */
export function asksPairs(pieces: readonly Piece[]): boolean {
  const phrases = pieces.flatMap((piece) => (piece.is === 'phrase' ? [piece] : piece.is === 'link' && piece.phrase ? [piece.phrase] : []));
  return phrases.filter(({ wh }) => PAIRED.has(wh ?? '')).length > 1;
}

/** "Which does Kim call dormant": which are so, according to Kim. */
export function considered(pieces: readonly Piece[]): readonly Piece[] {
  const at = pieces.findIndex((piece) => piece.is === 'word' && piece.word === 'consider');
  const viewer = pieces[at - 1];
  if (viewer?.is !== 'phrase' || !viewer.isName) return pieces;
  return pieces.flatMap((piece, place): readonly Piece[] => {
    if (piece === viewer) return [{ is: 'lens', phrase: viewer }];
    return place === at ? [{ is: 'word', word: 'be' }] : piece.is === 'word' && piece.word === 'do' ? [] : [piece];
  });
}

export function focusOf(parts: Parts): Focus | 'several' {
  const all = [...parts.before, ...parts.after].map((phrase) => ({ phrase, word: null as string | null }));
  const found = [...all, ...parts.links.map(({ word, phrase }) => ({ phrase, word: word }))].filter(({ phrase }) => phrase.wh !== null || phrase.isGap);
  return found.length > 1 ? 'several' : (found[0] ?? null);
}

/** The lens of a clause: "according to", "as of", and for what lasts the time itself; null where there are too many. */
export function lensOf(parts: Parts, isSource: (set: Set) => boolean): Lens | null {
  const asOf = parts.times.filter(({ lead }) => lead === 'asOf');
  if (asOf.length > 1 || parts.lenses.length > 1) return null;
  const [day] = asOf;
  const [viewer] = parts.lenses;
  const [own] = viewer?.members ?? [];
  const ids = own && viewer?.members.length === 1 ? idsOf(own) : null;
  if (viewer && !ids) return null;
  const seen = own && ids?.[0] ? (isSource({ ...own, tests: [] }) ? { sources: [ids[0]] } : { accordingTo: ids[0] }) : {};
  return { ...(day ? { asOf: edtfOf(day.point) } : {}), ...seen };
}

/** As of when a state is asked for: the one time of its clause; null where that is no time to stand at. */
export function stateTime({ times, words }: Parts): Lens | null {
  const [only, ...more] = times.filter(({ lead }) => lead !== 'asOf');
  if (!only) return {};
  // What stood before a time stood on the day before it.
  if (more.length === 0 && only.lead === 'before' && words.has('exist')) return { asOf: only.days.to };
  // What one had between two times may have begun or ended then.
  if (more.length > 0 || only.others || !['plain', 'in', 'until', ...(words.has('exist') ? ['span'] : [])].includes(only.lead)) return null;
  // By the end of a year is on its last day.
  return { asOf: edtfOf(only.lead === 'until' ? { from: only.point.to, to: only.point.to } : only.point) };
}
