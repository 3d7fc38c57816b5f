import type { Link } from '../model/graph.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { SeenNode } from './seen-graph.js';

/** Beyond this many relationships an entity is a hub: it is counted, not read, and a record is priced like any other. */
export const HUB = 200;

/** What a loose relationship costs: as much as passing an entity of twenty relationships. */
const LOOSE = thousandths(20);

/** What a loose relationship costs that an end has of itself: as much as passing an entity of a hundred. */
const OWN_LOOSE = thousandths(100);

const PRICE_FIRST = 16;
const HOPS_FIRST = 2 ** 30;

/** Days in whole numbers, from the latest there is; what has no day is older than all. */
const LATEST = 9999 * 372 + 12 * 31 + 31;
const UNDATED = LATEST + 1;
const AGE_FIRST = 2 ** 30;

/**
 * The price of paths: each entity passed costs the square root of the number of its relationships of the types asked
 * for, ends cost nothing. A degree to a negative power below 1 is how well an entity conducts in the degree-weighted
 * path count of Himmelstein and Baranzini (PLOS Computational Biology 11, 2015, e1004259); here what stands in a row
 * adds its resistance, so that one hub outweighs several small steps. With their product, a sum of logarithms, a
 * country of two hundred costs less than two towns of fifteen. Three departures, because the graph knows more than degrees:
 * a record (an event, an agreement) costs by the number of those involved in it, since one that is well described is
 * no hub; a step over a loose relationship costs as much again as an entity of twenty; and one as an entity of a hundred
 * when an end is its first side, since it only says what the end is (it lies there, it belongs to those).
 *
 * Prices are whole thousandths, so that sums are exact whatever their order, and both engines agree on ties.
 */
export class Prices {
  private readonly vocabulary: Vocabulary;
  private readonly loose: ReadonlySet<string>;
  private readonly involving: ReadonlySet<string>;
  private readonly hopsFirst: boolean;
  readonly newestFirst: boolean;
  private readonly hub: number;

  constructor(vocabulary: Vocabulary, order: 'PRICE' | 'HOPS' | 'NEWEST', hub: number = HUB) {
    this.vocabulary = vocabulary;
    this.loose = new Set(vocabulary.relationships.filter((item) => item.loose).map(({ type }) => type));
    this.involving = new Set(vocabulary.relationships.filter((item) => item.involves).map(({ type }) => type));
    this.hopsFirst = order === 'HOPS';
    this.newestFirst = order === 'NEWEST';
    this.hub = hub;
  }

  /** What passing an entity costs; of one that is not read yet, what it costs at least. */
  passing(node: SeenNode): number {
    const known = node.reading === 'UNREAD' ? node.seen : node.degree;
    const isRecord = this.vocabulary.kind(node.kind)?.record === true && known <= this.hub;
    return thousandths(isRecord ? this.involved(node) : known);
  }

  /** The least that a step to something passed can cost. */
  get least(): number {
    return this.total(thousandths(2), 1);
  }

  /** What a step costs beside the entity that it leads to. */
  over(links: readonly Link[], isEnd: (id: string) => boolean): number {
    if (!links.every(({ type }) => this.loose.has(type))) return 0;
    return links.some(({ from }) => isEnd(from)) ? OWN_LOOSE : LOOSE;
  }

  /** How old the newest of the relationships of a step is, from the latest day there is; 0 when dates do not matter. */
  age(links: readonly Link[]): number {
    if (!this.newestFirst) return 0;
    return links.reduce((least, { at }) => Math.min(least, ageOf(at)), UNDATED);
  }

  /** The age of a path's oldest step and its total as one number, by which paths are ordered. */
  ranked(age: number, total: number): number {
    return age * AGE_FIRST + total;
  }

  /** Length and price as one number, by which paths are ordered: the price first, or the length. */
  total(price: number, length: number): number {
    return this.hopsFirst ? HOPS_FIRST * length + price : PRICE_FIRST * price + length;
  }

  private involved({ links }: SeenNode): number {
    let count = 0;
    for (const between of links.values()) if (between.some(({ type }) => this.involving.has(type))) count += 1;
    return count;
  }
}

function thousandths(count: number): number {
  return Math.round(1_000 * Math.sqrt(Math.max(2, count)));
}

function ageOf(day: string): number {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(day) ?? [];
  return year === undefined ? UNDATED : LATEST - (Number(year) * 372 + Number(month) * 31 + Number(date));
}
