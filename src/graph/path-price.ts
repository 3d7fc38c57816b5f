import type { Link } from '../model/projection.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { SeenNode } from './seen-graph.js';

/** Beyond this many relationships an entity is a hub: it is counted, not read, and a record is priced like any other. */
export const HUB = 200;

/** What a loose relationship costs: as much as passing an entity of twenty relationships. */
const LOOSE = thousandths(20);

const PRICE_FIRST = 16;
const HOPS_FIRST = 1 << 20;

/**
 * The price of paths: each entity passed costs the natural logarithm of the number of its relationships of the types
 * asked for, ends cost nothing. Minus the logarithm of the degree-weighted path count of Himmelstein and Baranzini
 * (PLOS Computational Biology 11, 2015, e1004259: a product of degrees to a negative power) is such a sum; with the
 * power 1 it is also minus the logarithm of the chance that somebody who picks a relationship at random at each
 * entity passed walks this very path. Two departures, because the graph knows more than degrees: a record (an event,
 * an agreement) costs by the number of those involved in it, since one that is well described is no hub; and a step
 * over a loose relationship costs as much again as an entity of twenty.
 *
 * Prices are whole thousandths, so that sums are exact whatever their order, and both engines agree on ties.
 */
export class Prices {
  private readonly vocabulary: Vocabulary;
  private readonly loose: ReadonlySet<string>;
  private readonly involving: ReadonlySet<string>;
  private readonly hopsFirst: boolean;
  private readonly hub: number;

  constructor(vocabulary: Vocabulary, hopsFirst: boolean, hub: number = HUB) {
    this.vocabulary = vocabulary;
    this.loose = new Set(vocabulary.relationships.filter((item) => item.loose).map(({ type }) => type));
    this.involving = new Set(vocabulary.relationships.filter((item) => item.involves).map(({ type }) => type));
    this.hopsFirst = hopsFirst;
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
    return this.total(thousandths(2));
  }

  /** What a step costs beside the entity that it leads to. */
  over(links: readonly Link[]): number {
    return links.every(({ type }) => this.loose.has(type)) ? LOOSE : 0;
  }

  /** Hops and price as one number, by which paths are ordered: the price first, or the hops. */
  total(price: number): number {
    return this.hopsFirst ? HOPS_FIRST + price : PRICE_FIRST * price + 1;
  }

  private involved({ links }: SeenNode): number {
    let count = 0;
    for (const between of links.values()) if (between.some(({ type }) => this.involving.has(type))) count += 1;
    return count;
  }
}

function thousandths(count: number): number {
  return Math.round(1_000 * Math.log(Math.max(2, count)));
}
