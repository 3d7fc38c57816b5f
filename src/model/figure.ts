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

/** A number with its hedge: "about 22", "almost 5,000,000". */
export function hedged({ amount, comparator }: Pick<Quantity, 'amount' | 'comparator'>): string {
  return `${HEDGES[comparator] ?? ''}${amount.toLocaleString('en', { maximumFractionDigits: 10 })}`;
}

/**
 * A figure with what it measures: "6 offices abroad", "fewer than 10 very active partnerships" where the measure names
 * what is counted; "3 days (visit length)" where it does not; "4th (rank among partners)".
 */
export function figureInWords({ amount, comparator, unit, measure }: Quantity): string {
  const [one, what] = [inWords(unit), inWords(measure)];
  if (one === 'rank') return `${ordinal(amount)} (${what})`;
  const figure = hedged({ amount, comparator });
  const many = manyOf(one);
  const noun = amount === 1 ? one : many;
  if (!` ${what} `.includes(` ${many} `)) return `${figure} ${noun} (${what})`;
  return `${figure.replace('less than', 'fewer than')} ${what.replace(many, noun)}`;
}

/** Units that are the same for one and for many. */
const UNCHANGED = /^(percent|(times|million|billion)\b.*)$/;

/** The plural of a unit. */
function manyOf(noun: string): string {
  if (UNCHANGED.test(noun)) return noun;
  if (noun.endsWith('person')) return noun.replace(/person$/, 'people');
  if (/[^aeiou]y$/.test(noun)) return noun.replace(/y$/, 'ies');
  return `${noun}${/(s|x|ch|sh)$/.test(noun) ? 'es' : 's'}`;
}
