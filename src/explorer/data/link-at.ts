import type { MultiGraph } from 'graphology';
import type { Attributes } from 'graphology-types';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The connection that runs nearest to a point, no farther than `reach` from it; null where none does. */
export function linkAt<N extends Point & Attributes, E extends Attributes>(graph: MultiGraph<N, E>, point: Point, reach: number): string | null {
  let nearest: { readonly key: string; readonly away: number } | null = null;
  graph.forEachEdge((key, _link, _from, _to, from, to) => {
    const away = distance(point, from, to);
    if (away <= (nearest?.away ?? reach)) nearest = { key, away };
  });
  return (nearest as { readonly key: string } | null)?.key ?? null;
}

/** How far a point is from the line between two others. */
function distance({ x, y }: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / square));
  return Math.hypot(x - from.x - share * dx, y - from.y - share * dy);
}
