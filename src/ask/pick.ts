import type { Reading } from './mentions.js';
import type { Match } from './match.js';
import type { Ran } from './run.js';
import { wordsOf, type Lexicon } from './words.js';

/** Of the items of an answer those that the text names beside its slots, such as one figure out of several; null where it names none of them. */
export function picked(ran: Ran, { fillings }: Pick<Match, 'fillings'>, { words }: Reading, lexicon: Lexicon): Ran | null {
  const isTaken = (at: number) => fillings.some((filling) => filling && at >= filling.mention.start && at < filling.mention.end);
  const rest = words.map(({ folded }, at) => (isTaken(at) ? null : folded));
  const asked = new Set(lexicon.senses(rest).map(({ canon }) => canon));
  const ranked = ran.items.map((item) => ({
    item,
    hits: new Set(lexicon.senses(wordsOf(item).map(({ folded }) => folded)).flatMap(({ canon }) => (asked.has(canon) ? [canon] : []))).size,
  }));
  const most = Math.max(0, ...ranked.map(({ hits }) => hits));
  if (most === 0) return null;
  const items = ranked.filter(({ hits }) => hits === most).map(({ item }) => item);
  return { ...ran, items, sentence: items.length === ran.items.length ? ran.sentence : `${items.join('; ')}.` };
}
