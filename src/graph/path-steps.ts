import type { Prices } from './path-price.js';
import type { SeenGraph } from './seen-graph.js';

/** How long what joins two entities is, by their kinds, in halves of a step: to a record and on from it is one step. */
export interface Lengths {
  readonly of: (kind: string, next: string) => number;
  /** The least that there is. */
  readonly least: number;
}

/** The steps that paths may take among the entities seen, as arrays: entity n's lie from starts[n] to starts[n + 1]. */
export interface Steps {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** What each step costs, with the entity that it leads to when that is passed; whole and positive. */
  readonly costs: Float64Array;
  /** How old each step is; all 0 when dates do not matter. */
  readonly ages: Float64Array;
  /** How long each is, in halves. */
  readonly lengths: Uint8Array;
  /** The least that one not seen yet can be long. */
  readonly shortest: number;
  readonly prices: Prices;
  readonly from: ReadonlySet<number>;
  readonly to: ReadonlySet<number>;
  /** Entities that every path must pass or end at. */
  readonly through: readonly number[];
  /** How long paths may be, in halves. */
  readonly longest: number;
  /** 1 for what may be passed: neither an end nor shut out. */
  readonly passes: Uint8Array;
}

interface Rules {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly through: readonly string[];
  readonly maxHops: number;
  readonly lengths: Lengths;
  readonly passes: (id: string, kind: string) => boolean;
}

/** Flattens what has been seen, so that the tables below it are filled without looking anything up. */
export function stepsOf(graph: SeenGraph, prices: Prices, rules: Rules): Steps {
  const numbers = (ids: readonly string[]) => ids.flatMap((id) => graph.number(id) ?? []);
  const [from, to] = [new Set(numbers(rules.from)), new Set(numbers(rules.to))];
  const isEnd = (node: number) => from.has(node) || to.has(node);
  const endIds = new Set([...rules.from, ...rules.to]);
  const isEndId = (id: string) => endIds.has(id);
  const passes = Uint8Array.from(graph.nodes, ({ id, kind }, node) => (!isEnd(node) && rules.passes(id, kind) ? 1 : 0));
  const passing = Float64Array.from(graph.nodes, (node, number) => (passes[number] === 1 ? prices.passing(node) : 0));
  const size = graph.nodes.reduce((sum, { links }) => sum + links.size, 0);
  const starts = new Int32Array(graph.nodes.length + 1);
  const ends = new Int32Array(size);
  const costs = new Float64Array(size);
  const ages = new Float64Array(size);
  const lengths = new Uint8Array(size);
  let at = 0;
  for (const [node, { kind, links }] of graph.nodes.entries()) {
    if (passes[node] === 1 || isEnd(node)) {
      for (const [next, between] of links) {
        if (passes[next] !== 1 && !isEnd(next)) continue;
        ends[at] = next;
        const length = rules.lengths.of(kind, graph.node(next).kind);
        lengths[at] = length;
        costs[at] = prices.total(prices.over(between, isEndId) + (passing[next] ?? 0), length);
        ages[at] = prices.age(between);
        at += 1;
      }
    }
    starts[node + 1] = at;
  }
  return {
    starts,
    ends: ends.subarray(0, at),
    costs: costs.subarray(0, at),
    ages: ages.subarray(0, at),
    lengths: lengths.subarray(0, at),
    shortest: rules.lengths.least,
    prices,
    from,
    to,
    through: numbers(rules.through),
    longest: 2 * rules.maxHops,
    passes,
  };
}

/** What adds up along a path, or the most of what its steps have; both only grow with each step. */
export interface Measure {
  readonly of: (cost: number, age: number) => number;
  readonly join: (a: number, b: number) => number;
}

/** What a path costs. */
export const COST: Measure = { of: (cost) => cost, join: (a, b) => a + b };

/** How old its oldest step is. */
export const AGE: Measure = { of: (_cost, age) => age, join: Math.max };

/** Calls back with each step from an entity. */
export function eachStep(steps: Steps, node: number, visit: (next: number, cost: number, age: number, length: number) => void): void {
  const { starts, ends, costs, ages, lengths } = steps;
  const end = starts[node + 1] ?? 0;
  for (let at = starts[node] ?? 0; at < end; at += 1) visit(ends[at] ?? 0, costs[at] ?? 0, ages[at] ?? 0, lengths[at] ?? 2);
}
