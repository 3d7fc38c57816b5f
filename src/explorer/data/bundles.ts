/** What joins two places of a drawing, drawn as one line. */
interface Bundle<Arc, Cluster> {
  readonly key: string;
  readonly from: Cluster;
  readonly to: Cluster;
  readonly arcs: readonly [Arc, ...Arc[]];
}

interface Named {
  readonly id: string;
}

/** How far a line bows out, of its length. */
const BOW = 0.22;

/** Least room above a line, in the drawing's own units. */
const ROOM = 6;

/** Arcs by the clusters that they join; those within one are not drawn. */
export function bundled<Arc extends { readonly from: Named; readonly to: Named }, Cluster extends { readonly spots: readonly { readonly place: Named }[] }>(
  arcs: readonly Arc[],
  clusters: readonly Cluster[],
): Bundle<Arc, Cluster>[] {
  const drawnAt = new Map(clusters.flatMap((cluster, at) => cluster.spots.map(({ place }) => [place.id, { cluster, at }] as const)));
  const bundles = new Map<string, Bundle<Arc, Cluster> & { readonly arcs: [Arc, ...Arc[]] }>();
  for (const arc of arcs) {
    const [from, to] = [drawnAt.get(arc.from.id), drawnAt.get(arc.to.id)];
    if (!from || !to || from.at === to.at) continue;
    const key = [from.at, to.at].sort((a, b) => a - b).join(' ');
    const known = bundles.get(key);
    if (known) known.arcs.push(arc);
    else bundles.set(key, { key, from: from.cluster, to: to.cluster, arcs: [arc] });
  }
  return [...bundles.values()];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The path of a line that bows upward and stays within the drawing: the shortest way over the earth may leave the map at
 * one end and come in at another.
 */
export function bowed(from: Point, to: Point): string {
  const [left, right] = from.x <= to.x ? [from, to] : [to, from];
  const x = (left.x + right.x) / 2 + (right.y - left.y) * BOW;
  const y = (left.y + right.y) / 2 - (right.x - left.x) * BOW;
  // A curve of this sort goes half as far as the point that bends it.
  const highest = 2 * ROOM - (left.y + right.y) / 2;
  return `M${point(from)}Q${point({ x, y: Math.max(y, highest) })} ${point(to)}`;
}

function point({ x, y }: Point): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
