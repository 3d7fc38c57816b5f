import { AGE, COST, eachStep, type Measure, type Steps } from './path-steps.js';
import type { SeenGraph } from './seen-graph.js';

/** An entity that is not fully read, and the least that a path over one of its unseen relationships can cost. */
export interface Open {
  readonly node: number;
  readonly bound: number;
}

/** What is still open on both sides of a search. */
export interface Frontier {
  readonly near: readonly Open[];
  readonly far: readonly Open[];
}

/** When a search may stop. */
export interface Stop {
  /** What the last of the paths wanted costs; infinite while some are missing. */
  readonly limit: number;
  /** What a step costs at least when it leads to something that is passed. */
  readonly least: number;
  /** Whether all relationships directly between two entities are known, though neither is fully read. */
  readonly isSettled: (a: number, b: number) => boolean;
}

/**
 * The entities that a path cheaper than `limit` might still run through unseen.
 *
 * A relationship is unseen only when neither of its ends is fully read. So a path that is not wholly seen has a first
 * entity that is not fully read, counted from its start, and a last one, and they differ: it costs at least the way
 * to the first plus the way from the last, both of which are known, and is longer than both together by at least the shortest step.
 * Two that are known not to be joined directly have yet another entity between them. When no two open entities are
 * that near to each other, no better path exists. This is the stopping rule of
 * bidirectional Dijkstra (Pohl 1971) with lengths counted beside costs.
 */
export function frontier(graph: SeenGraph, steps: Steps, { limit, least, isSettled }: Stop): Frontier {
  const open = [...graph.nodes.keys()].filter((node) => graph.node(node).reading !== 'READ');
  const bounds = (measure: Measure, floor: number): Record<Side, readonly number[]> => {
    const near = spread(graph.nodes.length, steps, steps.from, measure);
    const far = spread(graph.nodes.length, steps, steps.to, measure);
    const rules = { measure, least: floor, isSettled, longest: steps.longest, shortest: steps.shortest };
    return { near: within(open, near, far, rules), far: within(open, far, near, rules) };
  };
  const costs = bounds(COST, least);
  const ages = steps.prices.newestFirst ? bounds(AGE, 0) : null;
  const side = (name: Side) =>
    open
      .map((node, at): Open => ({ node, bound: steps.prices.ranked(ages?.[name][at] ?? 0, costs[name][at] ?? Infinity) }))
      .filter(({ bound }) => bound <= limit && bound < Infinity)
      .sort((a, b) => a.bound - b.bound || a.node - b.node);
  return { near: side('near'), far: side('far') };
}

type Side = 'near' | 'far';

interface Rules extends Pick<Stop, 'least' | 'isSettled'> {
  readonly measure: Measure;
  readonly longest: number;
  readonly shortest: number;
}

/** The least of a measure from a side to every entity seen, within 0, 1, 2 … halves of a step, its own included. */
function spread(count: number, steps: Steps, side: ReadonlySet<number>, { of, join }: Measure): readonly Float64Array[] {
  const tables = [new Float64Array(count).fill(Infinity)];
  for (const node of side) if (tables[0]) tables[0][node] = 0;
  const active: Iterable<number>[] = [side];
  for (let halves = 1; halves < steps.longest; halves += 1) {
    const table = tables[halves - 1]?.slice();
    if (!table) break;
    const reached = new Set<number>();
    for (const wanted of [1, 2]) {
      const before = tables[halves - wanted];
      for (const node of active[halves - wanted] ?? []) {
        const spent = before?.[node] ?? Infinity;
        eachStep(steps, node, (next, cost, age, length) => {
          if (length !== wanted || steps.passes[next] !== 1) return;
          const total = join(spent, of(cost, age));
          if (total >= (table[next] ?? Infinity)) return;
          table[next] = total;
          reached.add(next);
        });
      }
    }
    tables.push(table);
    active.push(reached);
  }
  return tables;
}

/** The least measure of a path over each open entity of one side, completed by some open entity of the other. */
function within(open: readonly number[], own: readonly Float64Array[], other: readonly Float64Array[], rules: Rules): number[] {
  const partners = other.map((table) => cheapest(open, table));
  return open.map((node) => {
    let bound = Infinity;
    for (const [halves, table] of own.entries()) {
      const spent = table[node] ?? Infinity;
      if (spent < Infinity) bound = Math.min(bound, rules.measure.join(spent, onward(node, partners, rules.longest - rules.shortest - halves, rules)));
    }
    return bound;
  });
}

/** The least that follows an entity, when its partner lies at most so many halves of a step from the far end. */
function onward(node: number, partners: readonly (readonly Cost[])[], left: number, { measure, least, isSettled, shortest }: Rules): number {
  const at = (halves: number) => (halves < 0 ? [] : (partners[Math.min(halves, partners.length - 1)] ?? []));
  const direct = at(left).find(([id], place) => id !== node && (place === KEPT - 1 || !isSettled(node, id)));
  const beyond = at(left - shortest).find(([id]) => id !== node);
  return Math.min(direct?.[1] ?? Infinity, measure.join(beyond?.[1] ?? Infinity, least));
}

type Cost = readonly [node: number, cost: number];

/** How many partners are kept; the last stands for all that are dearer. */
const KEPT = 24;

function cheapest(open: readonly number[], table: Float64Array): readonly Cost[] {
  const best: Cost[] = [];
  for (const node of open) {
    const cost = table[node] ?? Infinity;
    const worst = best.at(-1);
    if (cost === Infinity || (best.length >= KEPT && worst && worst[1] <= cost)) continue;
    best.push([node, cost]);
    best.sort((a, b) => a[1] - b[1]);
    if (best.length > KEPT) best.pop();
  }
  return best;
}
