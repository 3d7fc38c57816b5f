import { isSpokenOf, type Clause, type Phrase, type Piece } from './sense.js';

type Word = Piece & { readonly is: 'word' };

/** Words of the grammar that ask by themselves, or say which of several is asked for. */
const ASKING: ReadonlySet<string> = new Set(['when', 'where', 'howOften', 'howLong', 'first', 'last']);
const SILENT: ReadonlySet<string> = new Set(['be', 'do', 'have', 'skip']);

/**
 * A second question that says only what is new in it, as a clause of its own: "and where", "to whom", "and how many with
 * China"; where it only asks when or where that was, the words by which it does. Null where it is none.
 */
export function againOf(first: Clause, second: Clause): Clause | { readonly words: ReadonlySet<string> } | null {
  const verb = JSON.stringify(first.pieces.find(({ is }) => is === 'verb'));
  const isWord = (piece: Piece): piece is Word => piece.is === 'word';
  const said = second.pieces.filter((piece) => !isWord(piece) && !(piece.is === 'phrase' && isSpokenOf(piece)) && JSON.stringify(piece) !== verb);
  const words = second.pieces.filter(isWord).map(({ word }) => word);
  const asking = words.filter((word) => ASKING.has(word));
  if (first.more.length + second.more.length > 0 || words.some((word) => !ASKING.has(word) && !SILENT.has(word))) return null;
  if (said.length === 0) return asking.length > 0 ? { words: new Set(asking) } : null;
  if (asking.length > 0 || said.some(({ is }) => is === 'verb') || words.includes('be') || words.includes('do')) return null;
  const asked = said.flatMap((piece) => phraseIn(piece) ?? []).filter(({ wh }) => wh !== null);
  if (asked.length !== 1) return null;
  const old = first.pieces.flatMap((piece) => phraseIn(piece) ?? []).find(({ wh }) => wh !== null);
  // "Which one", "how many": of what was asked for before.
  const isSame = old !== undefined && said.some((piece) => piece.is === 'phrase' && piece.wh !== null && isBare(piece));
  const fresh = said.filter((piece) => !(isSame && piece.is === 'phrase' && piece.wh !== null));
  const isOver = (piece: Piece) =>
    fresh.some((other) => other.is === piece.is && (piece.is === 'time' || (piece.is === 'link' && other.is === 'link' && other.word === piece.word)));
  const kept = first.pieces.flatMap((piece): readonly Piece[] => (isOver(piece) ? [] : [isSame ? piece : told(piece)].flatMap((own) => own ?? [])));
  return { pieces: isSame ? [...kept, ...fresh] : [...fresh, ...kept], more: [] };
}

function phraseIn(piece: Piece): Phrase | null {
  return piece.is === 'phrase' ? piece : piece.is === 'link' ? piece.phrase : null;
}

/** Whether a phrase says only what is asked, not of what. */
function isBare({ members: [set], wh, noun }: Phrase): boolean {
  return set !== undefined && set.kinds.length + set.tests.length === 0 && (wh === 'howMany' || noun !== null);
}

/** A piece with nothing asked of it; null where it says nothing then. */
function told(piece: Piece): Piece | null {
  const phrase = phraseIn(piece);
  if (!phrase || phrase.wh === null) return piece;
  if (phrase.noun === null) return null;
  const bare = { ...phrase, wh: null };
  return piece.is === 'link' ? { ...piece, phrase: bare } : bare;
}
