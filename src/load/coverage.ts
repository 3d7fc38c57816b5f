import type { Claim } from '../model/claim.js';
import type { Sentence, Source } from '../model/dataset.js';
import { words } from '../model/text.js';
import { tellingWords } from './telling-words.js';
import type { SourceText } from './texts.js';

/** A sentence of a source with the claims whose main words stand in it. */
export interface CoveredSentence extends Sentence {
  readonly claims: readonly Claim[];
}

/** Each sentence of a source with its claims. */
export function coverage(source: Source, claims: readonly Claim[]): CoveredSentence[] {
  const own = claims.filter((claim) => claim.source === source.id);
  return source.sentences.map((sentence) => ({
    ...sentence,
    claims: own.filter(({ spans: [main] }) => main !== undefined && main.start >= sentence.start && main.start < sentence.end),
  }));
}

/** What is known of a text: the language that it is in, and all names that are claimed anywhere. */
interface Known {
  readonly language: string;
  readonly names: readonly string[];
}

/**
 * Why the excuse of a sentence does not hold, or null. Without its text, only a repeated sentence can be checked;
 * with it, no date, figure or name may go unclaimed: each must stand in a claimed sentence too.
 */
export function refusedExcuse(
  sentence: CoveredSentence,
  all: readonly CoveredSentence[],
  text: SourceText | undefined,
  { language, names }: Known = { language: 'und', names: [] },
): string | null {
  const { excuse, claims } = sentence;
  if (claims.length > 0) return excuse === null ? null : 'has claims, and so needs no excuse';
  if (excuse === null) return 'no claim stands on this sentence; give an excuse or a claim';
  const repeated = /^REPEATS (\d+)-(\d+)$/.exec(excuse);
  if (repeated && !all.some(({ start, end, claims: own }) => start === Number(repeated[1]) && end === Number(repeated[2]) && own.length > 0)) {
    return `the excuse names no claimed sentence ${repeated[1] ?? ''}-${repeated[2] ?? ''}`;
  }
  if (!text || excuse === 'DEFECT') return null;
  const claimed = all
    .filter((item) => item.claims.length > 0)
    .map(({ start, end }) => text.slice(start, end))
    .join(' ');
  const claimedWords = new Set([...words(claimed), ...(claimed.match(/\p{N}+|[\p{Lu}\p{Ll}\p{M}]+/gu) ?? []).flatMap(words)]);
  // Where words are glued to others, a name or a figure stands in a sentence without being a word of it.
  const isClaimed = (telling: string) => words(telling).every((word) => claimedWords.has(word)) || (/\p{Lo}/u.test(telling) && claimed.includes(telling));
  const missing = tellingWords(text.slice(sentence.start, sentence.end), language, names).find((telling) => !isClaimed(telling));
  return missing === undefined ? null : `the excuse ${excuse} is refused: "${missing}" stands in no claimed sentence`;
}
