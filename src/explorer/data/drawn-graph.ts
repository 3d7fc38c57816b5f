import { MultiGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { Named } from './named.ts';
import type { Point } from './graph-state.ts';
import { colourOf } from './kinds.ts';
import type { GraphLink } from './shown-graph.ts';

/** Beyond this many nodes, arranging is left to a thread of its own. */
export const MANY = 400;

/** Beyond this many connections, they are drawn as thin as can be, which takes half the time and leaves more to see. */
const MANY_LINKS = 2_000;

/** Up to this many connections, they are drawn broader. */
const FEW_LINKS = 60;

/** Rounds of arranging: of a graph that is new, and of one that has grown. */
const ANEW = 240;
const AGAIN = 60;

/** How a node is drawn. */
export interface DrawnNode {
  x: number;
  y: number;
  size: number;
  label: string;
  color: string;
  /** Whether it is held in place. */
  fixed: boolean;
  /** Whether its name is written however many there are. */
  forceLabel: boolean;
}

/** How a connection is drawn. */
export interface DrawnLink {
  size: number;
  color: string;
  type: 'line' | 'thin' | 'dashed';
}

/** Where nodes are to stand: where they are held, else where they stood before. */
interface Places {
  readonly pins: ReadonlyMap<string, Point>;
  readonly before: ReadonlyMap<string, Point>;
}

/** The graph to draw; a node is as large as the root of its connections that are shown. */
export function drawnGraph(
  nodes: readonly Named[],
  links: readonly GraphLink[],
  centers: readonly string[],
  { pins, before }: Places,
): MultiGraph<DrawnNode, DrawnLink> {
  const graph = new MultiGraph<DrawnNode, DrawnLink>();
  const known = (id: string) => pins.get(id) ?? before.get(id);
  const beside = new Map(links.flatMap(({ from, to }) => [[from.id, known(to.id)] as const, [to.id, known(from.id)] as const]).filter(([, place]) => place));
  nodes.forEach(({ id, name, kind }, at) => {
    const angle = at * 2.39996;
    const radius = centers.includes(id) ? 1 : 4 + Math.sqrt(at);
    // What is new begins beside what it hangs on.
    const near = beside.get(id) ?? { x: 0, y: 0 };
    const { x, y } = known(id) ?? { x: near.x + radius * Math.cos(angle), y: near.y + radius * Math.sin(angle) };
    graph.addNode(id, { x, y, size: 4, label: name, color: colourOf(kind), fixed: pins.has(id), forceLabel: centers.includes(id) });
  });
  const solid = links.length > MANY_LINKS ? 'thin' : 'line';
  // Where there are few, they are easily seen and clicked.
  const size = links.length > FEW_LINKS ? 1.5 : 2;
  for (const { key, from, to, intended } of links)
    if (!graph.hasEdge(key)) graph.addEdgeWithKey(key, from.id, to.id, { size, color: '', type: intended ? 'dashed' : solid });
  graph.forEachNode((id) => graph.setNodeAttribute(id, 'size', Math.min(22, (centers.includes(id) ? 6 : 3.5) + 1.6 * Math.sqrt(graph.degree(id)))));
  if (graph.order <= MANY && graph.order > 1)
    forceAtlas2.assign(graph, { iterations: nodes.some(({ id }) => known(id)) ? AGAIN : ANEW, settings: settingsFor(graph) });
  return graph;
}

/** Settings of the layout for a graph of this size. */
export function settingsFor(graph: MultiGraph<DrawnNode, DrawnLink>) {
  return { ...forceAtlas2.inferSettings(graph), adjustSizes: graph.order <= MANY, gravity: 0.6, scalingRatio: 14, slowDown: 4 };
}

/** The drawing as SVG, as large as `width` by `height`. */
export function svgOf(graph: MultiGraph<DrawnNode, DrawnLink>, width: number, height: number, colours: { ink: string; paper: string; line: string }): string {
  const xs = graph.mapNodes((_, { x }) => x);
  const ys = graph.mapNodes((_, { y }) => y);
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((width - 160) / Math.max(1e-9, right - left), (height - 80) / Math.max(1e-9, top - bottom));
  const place = ({ x, y }: { x: number; y: number }) =>
    [((x - (left + right) / 2) * scale + width / 2).toFixed(1), (height / 2 - (y - (top + bottom) / 2) * scale).toFixed(1)] as const;
  const lines = graph.mapEdges((_, { type }, _from, _to, from, to) => {
    const [x1, y1] = place(from);
    const [x2, y2] = place(to);
    return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${colours.line}"${type === 'dashed' ? ' stroke-dasharray="4 3"' : ''}/>`;
  });
  const dots = graph.mapNodes((_, { x, y, size, color, label }) => {
    const [cx, cy] = place({ x, y });
    return `<circle cx="${cx}" cy="${cy}" r="${size.toFixed(1)}" fill="${color}"/><text x="${String(Number(cx) + size + 3)}" y="${String(Number(cy) + 4)}" fill="${colours.ink}">${escaped(label)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="${colours.paper}"/>${lines.join('')}${dots.join('')}</svg>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
