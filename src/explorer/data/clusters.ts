import type { Spot } from './drawn-map.ts';

/** A place on the drawing, in its own units. */
export interface Dot {
  readonly spot: Spot;
  readonly x: number;
  readonly y: number;
}

/** Places drawn as one. */
export interface Cluster {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly spots: readonly [Spot, ...Spot[]];
}

/** Places nearer to each other than this are drawn as one. */
const NEAR = 24;

/** Joins places that are too near each other to be told apart; each cluster stands in the middle of its own. */
export function clustered(dots: readonly Dot[]): Cluster[] {
  let groups: readonly Group[] = dots.map((dot) => ({ x: dot.x, y: dot.y, dots: [dot] }));
  // Joining moves the middles, which may bring two groups near each other that were not.
  for (let before = groups.length + 1; groups.length < before;) {
    before = groups.length;
    groups = joined(groups);
  }
  return groups.flatMap(({ x, y, dots: [first, ...rest] }): Cluster[] => {
    if (!first) return [];
    const radius = rest.length > 0 ? 8 + Math.sqrt(rest.length) : 3 + Math.sqrt(first.spot.names.length);
    return [{ x, y, radius, spots: [first.spot, ...rest.map(({ spot }) => spot)] }];
  });
}

interface Group {
  readonly x: number;
  readonly y: number;
  readonly dots: readonly Dot[];
}

function joined(groups: readonly Group[]): Group[] {
  const all: Group[] = [];
  for (const group of groups) {
    const at = all.findIndex(({ x, y }) => Math.hypot(x - group.x, y - group.y) < NEAR);
    const dots = [...(all[at]?.dots ?? []), ...group.dots];
    const one = { x: mean(dots.map(({ x }) => x)), y: mean(dots.map(({ y }) => y)), dots };
    if (at < 0) all.push(one);
    else all[at] = one;
  }
  return all;
}

/** A side of a dot. */
export type Side = 'right' | 'left';

/** On which side of their dot labels stand, rather on the one that is free; those that would lie on something else, or outside, have none. */
export function legibleLabels(
  clusters: readonly Cluster[],
  labelOf: (cluster: Cluster) => string,
  width: number,
  freeSide: (cluster: Cluster) => Side,
): ReadonlyMap<Cluster, Side> {
  const taken = clusters.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
  const legible = new Map<Cluster, Side>();
  for (const cluster of clusters.filter(({ spots }) => spots.length === 1)) {
    const { x, y, radius } = cluster;
    const [gap, length] = [radius + 3, labelOf(cluster).length * 7 + 2];
    for (const side of freeSide(cluster) === 'right' ? (['right', 'left'] as const) : (['left', 'right'] as const)) {
      const start = side === 'right' ? x + gap : x - gap - length;
      const box = { left: start, right: start + length, top: y - 8, bottom: y + 8 };
      if (box.left < 0 || box.right > width || taken.some((other) => isOver(box, other))) continue;
      taken.push(box);
      legible.set(cluster, side);
      break;
    }
  }
  return legible;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function isOver(one: Box, other: Box): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
