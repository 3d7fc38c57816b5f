import type { Reading } from './mentions.js';
import type { Match } from './match.js';
import { draw } from './patterns.js';
import type { Ran } from './run.js';
import { wordsOf, type Lexicon } from './words.js';

/** Of the items of an answer those that the text names beside its slots, such as one figure out of several; null where it names none of them. */
export function picked(ran: Ran, { question, fillings }: Pick<Match, 'question' | 'fillings'>, { words }: Reading, lexicon: Lexicon): Ran | null {
  const isTaken = (at: number) => fillings.some((filling) => filling && at >= filling.mention.start && at < filling.mention.end);
  const senses = lexicon.senses(words.map(({ folded }, at) => (isTaken(at) ? null : folded)));
  const known = new Set(question.wordings.flatMap((wording) => draw(lexicon, wording).senses.map(({ canon }) => canon)));
  // Words that the question itself does not have say which item is asked for: of "how many tanks" the tanks.
  const own = senses.filter(({ canon }) => !known.has(canon));
  const asked = new Set((own.length > 0 ? own : senses).map(({ canon }) => canon));
  const ranked = ran.items.map((item) => ({
    item,
    hits: new Set(lexicon.senses(wordsOf(item).map(({ folded }) => folded)).flatMap(({ canon }) => (asked.has(canon) ? [canon] : []))).size,
  }));
  const most = Math.max(0, ...ranked.map(({ hits }) => hits));
  if (most === 0) return null;
  const items = ranked.filter(({ hits }) => hits === most).map(({ item }) => item);
  return { ...ran, items, sentence: items.length === ran.items.length ? ran.sentence : `${items.join('; ')}.` };
}
