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
  readonly record?: Set | null;
  readonly property?: string | null;
  readonly cost?: number;
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

/** What it costs that who is no person. */
export const ELSE = 0.3;

/** Prepositions that lead to others who take part. */
export const JOINS: ReadonlySet<string> = new globalThis.Set(['with', 'and', 'between', 'by', 'to', 'avec', 'par', 'a', '와', '과', '에', '에게', '한테']);

const AUXILIARIES = new globalThis.Set(['be', 'do', 'have', 'modal', 'will', 'plan', 'not']);

/** What stands in a clause without a preposition. */
export function directOf({ before, after }: Parts): readonly Phrase[] {
  return [...before, ...after];
}

/** Whether the first or the last is asked for by a word of the clause itself. */
export function orderOf({ words }: { readonly words: ReadonlySet<string> }): 'first' | 'last' | null {
  return words.has('first') ? 'first' : words.has('last') ? 'last' : null;
}

/** Whether a clause says nothing of some sorts. */
export function hasNo(parts: Parts, ...sorts: readonly ('links' | 'times' | 'adjectives' | 'manners' | 'excepts' | 'withouts' | 'verbs')[]): boolean {
  return sorts.every((sort) => parts[sort].length === 0);
}

/** Everything that a clause speaks of. */
export function phrasesOf(parts: Parts): readonly Phrase[] {
  return [...directOf(parts), ...parts.links.map(({ phrase }) => phrase)];
}

/** Whether every noun stands where all that it says is heard: a superlative, a count or a property does not count as its bare noun. */
export function isSayable(parts: Parts, focus: Focus): boolean {
  const has = (parts.words.has('have') && parts.verbs.length === 0) || beginsState(parts, focus);
  if (['path', 'bothWays', 'consider', 'how', 'mention', 'connect', 'share', 'disagree', 'disputed'].some((word) => parts.words.has(word))) return false;
  // What is so now is a state, and no state that was.
  const isNow = ['be', 'have', 'exist'].some((word) => parts.words.has(word)) && !['was', 'do', 'when'].some((word) => parts.words.has(word));
  if (parts.words.has('now') && !isNow) return false;
  if (parts.words.has('both') && !directOf(parts).some(({ members, join }) => members.length === 2 && join === 'and')) return false;
  return phrasesOf(parts).every((phrase) => {
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
export function saysOther(parts: Parts): boolean {
  return parts.excepts.length === 0 && phrasesOf(parts).some(({ noun }) => noun?.isOther);
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
  // "Are they planning to sign": they will. "Who was visiting": who visited. "Is said to have visited": has.
  if (words.delete('plan')) words.add('will');
  const isHeard = words.delete('hearsay');
  if (isHeard) words.add('have');
  const isDoing = isHeard || pieces.some((piece) => (piece.is === 'verb' && piece.isDoing) || (piece.is === 'word' && piece.word === 'plan'));
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

export function focusOf(parts: Parts): Focus | 'several' {
  const all = directOf(parts).map((phrase) => ({ phrase, word: null as string | null }));
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

/** Whether a clause asks for something beside what it describes: nothing answers it there. */
export function asksMore({ words }: Parts): boolean {
  return ['when', 'where', 'howLong', 'howOften', 'stated'].some((word) => words.has(word));
}
