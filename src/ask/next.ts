import type { Chart, Rule } from './chart.js';

/** Categories of words that may come behind a text, by the rules that something at its end could go on with. */
export function expectedAfter(chart: Chart, size: number, rules: readonly Rule[]): ReadonlySet<string> {
  const made = new Set(rules.map(({ cat }) => cat));
  const ended = chart.endingAt(size);
  const wanted = new Set(size === 0 ? ['Q'] : rules.flatMap(({ of: [first, second] }) => (second !== undefined && ended.has(first) ? [second] : [])));
  for (let before = -1; before !== wanted.size;) {
    before = wanted.size;
    for (const rule of rules) if (wanted.has(rule.cat)) wanted.add(rule.of[0]);
  }
  return new Set([...wanted].filter((cat) => !made.has(cat)));
}

/** What mostly comes behind a noun or a name, and what behind anything else, the likeliest first. */
const BEHIND_NOUNS = ['be', 'do', 'have', 'verb', 'link', 'rel', 'and'];
const ELSEWHERE = ['which', 'who', 'when', 'where', 'howMany', 'noun', 'det', 'verb', 'link'];
const MOST_OF_A_SORT = 4;

interface Word {
  readonly word: string;
  readonly cats: readonly string[];
}

/** Words that may come next, a few of each sort, the likeliest sorts first. */
export function ranked(words: readonly Word[], expected: ReadonlySet<string>, isBehindNoun: boolean, hasLetters: boolean): readonly string[] {
  const fits = words.filter(({ cats }) => cats.some((cat) => expected.has(cat)));
  if (hasLetters) return fits.map(({ word }) => word).sort((a, b) => a.length - b.length);
  const sorts = isBehindNoun ? BEHIND_NOUNS : ELSEWHERE;
  return sorts.filter((cat) => expected.has(cat)).flatMap((cat) => fits.filter(({ cats }) => cats.includes(cat)).slice(0, MOST_OF_A_SORT).map(({ word }) => word)); // prettier-ignore
}
