import { distance } from 'fastest-levenshtein';
import { compareText } from '../model/text.js';

/** The nearest of some words, when it is near enough to be a slip: one letter from five on, two from eight on, or two letters that changed places. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const most = word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0;
  let best: { word: string; far: number } | null = null;
  for (const candidate of candidates) {
    if (candidate.length < 4 || Math.abs(candidate.length - word.length) > most || candidate.charAt(0) !== word.charAt(0)) continue;
    const far = isSwapped(word, candidate) ? 1 : distance(word, candidate);
    if (far > most || far === 0) continue;
    if (!best || far < best.far || (far === best.far && compareText(candidate, best.word) < 0)) best = { word: candidate, far };
  }
  return best?.word ?? null;
}

/** Whether two neighbouring letters changed places. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  const at = Array.from(a).findIndex((letter, place) => letter !== b.charAt(place));
  return a.charAt(at) === b.charAt(at + 1) && a.charAt(at + 1) === b.charAt(at) && a.slice(at + 2) === b.slice(at + 2);
}
