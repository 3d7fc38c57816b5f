import { compareText } from '../model/text.js';
import { Heap } from '../model/heap.js';
import { AGE, COST, eachStep, type Measure, type Steps } from './path-steps.js';
import type { SeenGraph } from './seen-graph.js';

/** A path by the numbers of its entities. */
export interface Route {
  readonly nodes: readonly number[];
  /** By which paths are ordered: see Prices.ranked. */
  readonly cost: number;
}

interface Partial {
  readonly nodes: readonly number[];
  readonly mask: number;
  readonly cost: number;
  readonly age: number;
  /** In halves of a step. */
  readonly length: number;
  /** What the whole path costs at least. */
  readonly bound: number;
}

/** Partial paths looked at before a search gives up. */
const MOST_PARTIALS = 50_000;

/**
 * Paths without repeated entities among those seen, best first: by cost, then by the ids of their entities in
 * order; ends when `wants` says so. A* over partial paths (Hart, Nilsson and Raphael 1968); what is still to pay is
 * known exactly from a table of the cheapest way on from each entity within so many halves of a step, so it makes detours only
 * where that way meets itself. When dates matter there is a second table of the newest way on: the oldest step and the
 * cost are then two bounds, each right by itself. `cut` says that it gave up after `MOST_PARTIALS`.
 */
export function bestRoutes(graph: SeenGraph, steps: Steps, wants: (route: Route) => boolean): { cut: boolean } {
  const { from, to, longest, through } = steps;
  const all = (1 << through.length) - 1;
  const { prices } = steps;
  const dearer = remaining(graph.nodes.length, steps, COST);
  const older = prices.newestFirst ? remaining(graph.nodes.length, steps, AGE) : () => 0;
  const boundOf = (left: number, node: number, mask: number, cost: number, age: number) =>
    prices.ranked(Math.max(age, older(left, node, mask)), cost + dearer(left, node, mask));
  const heap = new Heap<Partial>((a, b) => a.bound - b.bound || compareIds(graph, a.nodes, b.nodes));
  for (const node of from) {
    const mask = maskOf(steps, node, 0);
    const bound = boundOf(longest, node, mask, 0, 0);
    if (bound < Infinity) heap.push({ nodes: [node], mask, cost: 0, age: 0, length: 0, bound });
  }
  let looked = 0;
  for (let partial = heap.pop(); partial; partial = heap.pop()) {
    const { nodes, mask, cost, age } = partial;
    const last = nodes.at(-1) ?? 0;
    if (to.has(last)) {
      if (mask === all && !wants({ nodes, cost: prices.ranked(age, cost) })) return { cut: false };
      continue;
    }
    looked += 1;
    if (looked > MOST_PARTIALS) return { cut: true };
    eachStep(steps, last, (next, price, stepAge, stepLength) => {
      if (nodes.includes(next) || from.has(next)) return;
      const nextMask = maskOf(steps, next, mask);
      const spent = cost + price;
      const oldest = Math.max(age, stepAge);
      const length = partial.length + stepLength;
      const bound = boundOf(longest - length, next, nextMask, spent, oldest);
      if (bound < Infinity) heap.push({ nodes: [...nodes, next], mask: nextMask, cost: spent, age: oldest, length, bound });
    });
  }
  return { cut: false };
}

function maskOf({ through }: Steps, node: number, mask: number): number {
  const at = through.indexOf(node);
  return at < 0 ? mask : mask | (1 << at);
}

/** The least of a measure from an entity to the far ends within so many halves of a step, given which demanded ones are passed. */
function remaining(count: number, steps: Steps, { of, join }: Measure): (halves: number, node: number, mask: number) => number {
  const { to, from, longest, through, passes } = steps;
  const masks = 1 << through.length;
  const tables = [new Float64Array(count * masks).fill(Infinity)];
  for (const node of to) if (tables[0]) tables[0][node * masks + masks - 1] = 0;
  for (let halves = 1; halves <= longest; halves += 1) {
    const table = tables[halves - 1]?.slice();
    if (!table) break;
    for (let node = 0; node < count; node += 1) {
      if (passes[node] !== 1 && !from.has(node)) continue;
      eachStep(steps, node, (next, cost, age, length) => {
        const before = tables[halves - length];
        if (!before || (passes[next] !== 1 && !to.has(next))) return;
        for (let mask = 0; mask < masks; mask += 1) {
          const total = join(of(cost, age), before[next * masks + maskOf(steps, next, mask)] ?? Infinity);
          if (total < (table[node * masks + mask] ?? Infinity)) table[node * masks + mask] = total;
        }
      });
    }
    tables.push(table);
  }
  return (halves, node, mask) => (halves < 0 ? Infinity : (tables[halves]?.[node * masks + mask] ?? Infinity));
}

function compareIds(graph: SeenGraph, a: readonly number[], b: readonly number[]): number {
  for (const [at, node] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    if (node !== other) return compareText(graph.node(node).id, graph.node(other).id);
  }
  return a.length - b.length;
}
