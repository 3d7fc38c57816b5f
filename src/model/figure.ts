import { inWords } from './text.js';
import { ordinal } from './time-words.js';
import type { Quantity } from './values.js';

const HEDGES: Readonly<Record<string, string>> = {
  ABOUT: 'about ',
  ALMOST: 'almost ',
  LESS_THAN: 'less than ',
  MORE_THAN: 'more than ',
  AT_LEAST: 'at least ',
};

/** From here on a round number is told by its millions. */
const MILLION = 1_000_000;
const ROUND = 10_000;
const millions = new Intl.NumberFormat('en', { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 10 });

/** A number with its hedge: "about 22", "about 40,000", "almost 5 million". */
export function hedged({ amount, comparator }: Pick<Quantity, 'amount' | 'comparator'>): string {
  const isRound = Math.abs(amount) >= MILLION && amount % ROUND === 0;
  const figure = isRound ? millions.format(amount) : amount.toLocaleString('en', { maximumFractionDigits: 10 });
  return `${HEDGES[comparator] ?? ''}${figure}`;
}

/**
 * A figure with what it measures: "6 offices abroad", "fewer than 10 very active partnerships" where the measure names
 * what is counted; "3 days (visit length)" where it does not; "4th (rank among partners)"; "multiplied by 4 (number of
 * partners)".
 */
export function figureInWords({ amount, comparator, unit, measure }: Quantity): string {
  const [one, what] = [inWords(unit), inWords(measure)];
  if (one === 'rank') return `${ordinal(amount)} (${what})`;
  const figure = hedged({ amount, comparator });
  if (one === 'times') return `multiplied by ${figure} (${what})`;
  const many = manyOf(one);
  const noun = amount === 1 ? one : many;
  // "Spending in euros" counts no euros.
  if (!` ${what} `.replace(` in ${many} `, ' ').includes(` ${many} `)) return `${figure} ${noun} (${what})`;
  return `${figure.replace('less than', 'fewer than')} ${what.replace(many, noun)}`;
}

/** Units that are the same for one and for many. */
const UNCHANGED = /^(percent|times\b.*)$/;

/** The plural of a unit. */
function manyOf(noun: string): string {
  if (UNCHANGED.test(noun)) return noun;
  if (noun.includes(' of ')) return noun.replace(/^(.*?) of /, (_whole, head: string) => `${manyOf(head)} of `);
  if (noun.endsWith('person')) return noun.replace(/person$/, 'people');
  if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, 'ies');
  return `${noun}${/(s|x|ch|sh)$/.test(noun) ? 'es' : 's'}`;
}
