import type { FieldNode } from 'graphql';
import { LARGEST_PAGE } from './cursor.js';

/** What a list costs, with all that stands below it. */
export interface Bill {
  readonly name: string;
  /** Where the operation asks for it, perhaps in a fragment that is spread at several places. */
  readonly node: FieldNode;
  readonly size: number;
  /** The argument that asks for less of it; null for what takes no page. */
  readonly page: 'first' | 'last' | null;
  readonly above: Bill | null;
  own: number;
}

/** Pages that are tried: of one list so many, and of no list more than so many. */
export interface Pages {
  readonly of: FieldNode | null;
  readonly most: number;
}

/**
 * What to ask for instead of what costs too much: less of the outermost list that what costs most stands in, which is then
 * read page by page, or of one within it, which cuts what is told of each; where no one list is enough, smaller pages
 * throughout. `isEnough` tries it, so that what is advised is then accepted.
 */
export function advice(bills: readonly Bill[], isEnough: (pages: Pages) => boolean): string {
  const dearest = bills.reduce<Bill | null>((most, bill) => (most && most.own >= bill.own ? most : bill), null);
  const costs = dearest ? `; "${called(dearest, bills)}" costs most of it` : '';
  for (const list of outermostFirst(dearest)) {
    const { node, page, size } = list;
    if (page === null || !isEnough({ of: node, most: 1 })) continue;
    const most = largestEnough(size, (tried) => isEnough({ of: node, most: tried }));
    return `${costs}: ask for "${called(list, bills)}" with ${page}: ${String(most)} or fewer`;
  }
  const most = largestEnough(LARGEST_PAGE + 1, (tried) => isEnough({ of: null, most: tried }));
  return most === 0 ? `${costs}: ask in several requests` : `${costs}: ask for each of its lists with first: ${String(most)} or fewer, or in several requests`;
}

/** The lists that one stands in, and itself. */
function outermostFirst(list: Bill | null): readonly Bill[] {
  return list ? [...outermostFirst(list.above), list] : [];
}

/** A list by its name, and by those that it stands in where another has the same. */
function called(list: Bill, bills: readonly Bill[]): string {
  if (bills.every(({ name, node }) => name !== list.name || node === list.node)) return list.name;
  const names: string[] = [];
  for (let at: Bill | null = list; at; at = at.above) names.unshift(at.name);
  return names.join('.');
}

/** The largest page under one that is too large that is small enough, halving what is not known; 0 where none is. */
function largestEnough(tooLarge: number, isEnough: (most: number) => boolean): number {
  let [enough, tooMany] = [0, tooLarge];
  while (tooMany - enough > 1) {
    const middle = Math.floor((enough + tooMany) / 2);
    if (isEnough(middle)) enough = middle;
    else tooMany = middle;
  }
  return enough;
}
