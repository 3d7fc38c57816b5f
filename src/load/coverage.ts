import type { Claim } from '../model/claim.js';
import type { Sentence, Source } from '../model/projection.js';
import { words } from '../model/text.js';
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

/**
 * Why the excuse of a sentence does not hold, or null. Without its text, only a repeated sentence can be checked;
 * with it, no date, figure or name may go unclaimed: each must stand in a claimed sentence too.
 */
export function refusedExcuse(sentence: CoveredSentence, all: readonly CoveredSentence[], text: SourceText | undefined): string | null {
  const { excuse, claims } = sentence;
  if (claims.length > 0) return excuse === null ? null : 'has claims, and so needs no excuse';
  if (excuse === null) return 'no claim stands on this sentence; give an excuse or a claim';
  const repeated = /^REPEATS (\d+)-(\d+)$/.exec(excuse);
  if (repeated && !all.some(({ start, end, claims: own }) => start === Number(repeated[1]) && end === Number(repeated[2]) && own.length > 0)) {
    return `the excuse names no claimed sentence ${repeated[1] ?? ''}-${repeated[2] ?? ''}`;
  }
  if (!text || excuse === 'DEFECT') return null;
  const claimed = new Set(
    words(
      all
        .filter((item) => item.claims.length > 0)
        .map(({ start, end }) => text.slice(start, end))
        .join(' '),
    ),
  );
  const missing = tellingWords(text.slice(sentence.start, sentence.end)).find((telling) => words(telling).some((word) => !claimed.has(word)));
  return missing === undefined ? null : `the excuse ${excuse} is refused: "${missing}" stands in no claimed sentence`;
}

/** Figures, and words with a capital that do not begin a sentence: what may be a date, a number or a name. */
function tellingWords(text: string): string[] {
  const figures = text.match(/\p{N}+/gu) ?? [];
  const names = [...text.matchAll(/(?<=[\p{Ll}\p{N},;] )\p{Lu}[\p{L}]+/gu)].map(([name]) => name);
  return [...figures, ...names];
}
