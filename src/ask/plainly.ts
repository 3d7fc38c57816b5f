import { directOf, orderOf, type Meant, type Parts } from './parts.js';
import type { Lens } from './plan.js';
import { had, type Phrase, type Piece } from './sense.js';
import { idsOf, narrowed } from './sets.js';

/** What a clause says, by the words that the other rules know. */
export function plainly(pieces: readonly Piece[]): readonly Piece[] {
  return considered(lacking(missed(spread(pieces))));
}

/** "How many were signed per year": how many there are of each. */
function spread(pieces: readonly Piece[]): readonly Piece[] {
  const by = pieces.find((piece) => piece.is === 'by');
  const asked = pieces.find((piece) => piece.is === 'phrase' && piece.wh !== null);
  const counted = asked?.is === 'phrase' && asked.noun === null ? pieces.find((piece) => piece.is === 'phrase' && piece.noun !== null) : asked;
  if (by?.is !== 'by' || asked?.is !== 'phrase' || counted?.is !== 'phrase' || counted.noun === null) return pieces;
  const noun = { ...counted.noun, by: by.by };
  return pieces.flatMap((piece) => (piece === counted ? [{ ...counted, wh: asked.wh, noun }] : piece === by || piece === asked ? [] : [piece]));
}

/** "For which partnerships is no date given": which have none. */
function missed(pieces: readonly Piece[]): readonly Piece[] {
  const link = pieces.find((piece) => piece.is === 'link' && piece.phrase !== null && piece.phrase.wh !== null);
  const [none, ...others] = pieces.filter((piece) => piece.is === 'phrase');
  if (link?.is !== 'link' || !link.phrase || !none?.isNone || others.length > 0) return pieces;
  const rest = pieces.filter((piece) => piece !== link && piece !== none && !(piece.is === 'word' && piece.word === 'be'));
  return [link.phrase, { is: 'word', word: 'have' }, none, ...rest];
}

/** "Which countries does France lack relations with": has none of. */
function lacking(pieces: readonly Piece[]): readonly Piece[] {
  const isLacking = pieces.filter(({ is }) => is === 'phrase').length > 0 && pieces.every(({ is }) => is !== 'verb');
  return isLacking && pieces.some((piece) => piece.is === 'word' && piece.word === 'do') ? pieces.flatMap(had) : pieces;
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
  return isThing && more.length === 0 && parts.after.length === 1 && (parts.verbs.length > 0 || !parts.words.has('be'))
    ? { ...parts, before: [...parts.before, ...parts.after], after: [] }
    : parts;
}

/** "Which was twinned first, Nantes or Limoges": one of those that are named. */
export function ofNamed(parts: Parts): Parts {
  const either = parts.after.at(-1);
  const asked = directOf(parts).find(({ wh, noun }) => wh === 'which' && noun !== null);
  const ids = (either?.members ?? []).flatMap((member) => idsOf(member) ?? []);
  const isAlike = either?.members.every(({ kinds }) => kinds.every((kind) => asked?.members[0]?.kinds.includes(kind)));
  if (!either || !asked || !isAlike || either.join !== 'or' || ids.length < 2 || orderOf(parts) === null) return parts;
  const one = { ...asked, members: asked.members.map((member) => narrowed(member, { is: 'id', ids })) };
  const own = (phrases: readonly Phrase[]) => phrases.flatMap((phrase) => (phrase === either ? [] : [phrase === asked ? one : phrase]));
  return { ...parts, before: own(parts.before), after: own(parts.after) };
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
function considered(pieces: readonly Piece[]): readonly Piece[] {
  const at = pieces.findIndex((piece) => piece.is === 'word' && piece.word === 'consider');
  const viewer = pieces[at - 1];
  if (viewer?.is !== 'phrase' || !viewer.isName) return pieces;
  return pieces.flatMap((piece, place): readonly Piece[] => {
    if (piece === viewer) return [{ is: 'lens', phrase: viewer }];
    return place === at ? [{ is: 'word', word: 'be' }] : piece.is === 'word' && piece.word === 'do' ? [] : [piece];
  });
}

/** Words behind which another phrase than that which is asked for does what the verb says. */
const FRONTING = ['do', 'have', 'modal', 'will', 'not'];

/** Whether another does it than who is asked for, where no auxiliary says so; what is signed, no other signs. */
export function isMisplaced({ before: [asked, ...others], verbs, words }: Parts): boolean {
  if (!asked || asked.wh === null || others.length === 0 || verbs.length === 0) return false;
  const isDated = verbs.every(({ does }) => does.by === 'time') || others.length > 1;
  return words.has('be') ? isDated : !FRONTING.some((word) => words.has(word));
}

/** What is meant, from a point of view; whether somebody holds it so is whether he says so. */
export function seenBy(meant: Meant, lens: Lens): Meant {
  const [head] = meant.heads;
  return head?.head === 'yesno' && lens.accordingTo !== undefined
    ? { ...meant, heads: [{ head: 'said', set: head.set, by: lens.accordingTo }] }
    : { ...meant, lens: { ...lens, ...meant.lens } };
}
