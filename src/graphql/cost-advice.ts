import { LARGEST_PAGE } from './cursor.js';

/** What a list costs, with all that stands below it. */
export interface Bill {
  readonly name: string;
  readonly size: number;
  /** Whether it can be asked for less: it takes `first`. */
  readonly isPage: boolean;
  readonly above: Bill | null;
  own: number;
  total: number;
}

/**
 * What to ask for instead of what costs so much too much: less of the list that costs most, or of one that it stands in;
 * where no one list is enough, smaller pages throughout. `isEnough` tells whether pages of at most so many are.
 */
export function advice(bills: readonly Bill[], excess: number, isEnough: (largest: number) => boolean): string {
  const [dearest] = [...bills].sort((a, b) => b.own - a.own);
  const costs = dearest ? `; "${dearest.name}" costs most of it` : '';
  for (let list = dearest ?? null; list; list = list.above) {
    const first = Math.floor((list.size * (list.total - excess)) / list.total);
    if (list.isPage && first >= 1 && first < list.size) return `${costs}: ask for "${list.name}" with first: ${String(first)} or fewer`;
  }
  const first = largestEnough(isEnough);
  return first === 0
    ? `${costs}: ask in several requests`
    : `${costs}: ask for each of its lists with first: ${String(first)} or fewer, or in several requests`;
}

/** The largest page that is small enough, halving what is not known; 0 where none is. */
function largestEnough(isEnough: (largest: number) => boolean): number {
  let [enough, tooMany] = [0, LARGEST_PAGE + 1];
  while (tooMany - enough > 1) {
    const middle = Math.floor((enough + tooMany) / 2);
    if (isEnough(middle)) enough = middle;
    else tooMany = middle;
  }
  return enough;
}
