import { useEffect, useRef, useState } from 'react';
import { MultiGraph } from 'graphology';
import FA2Layout from 'graphology-layout-forceatlas2/worker';
import Sigma from 'sigma';
import { EdgeLineProgram } from 'sigma/rendering';
import { DashedEdgeProgram } from '../data/dashed-edges.ts';
import { download } from '../data/download.ts';
import { DiscProgram, LineProgram } from '../data/flat-programs.ts';
import { drawnGraph, MANY, settingsFor, svgOf, type DrawnLink, type DrawnNode } from '../data/drawn-graph.ts';
import { LabelDrawer } from '../data/graph-labels.ts';
import type { Point } from '../data/graph-state.ts';
import { linkAt } from '../data/link-at.ts';
import type { GraphLink } from '../data/shown-graph.ts';
import { useWords } from '../words/words.tsx';
import type { Named } from '../data/named.ts';
import { useIsDark } from './use-scheme.ts';

/** How long a large graph is arranged before it holds still, in milliseconds. */
const ARRANGING = 6_000;

/** Below so many nodes, the names of small ones are written too. */
const FEW = 80;

/** How many pixels beside a connection a click may be. */
const REACH = 6;

type Drawn = MultiGraph<DrawnNode, DrawnLink>;
type Drawing = Sigma<DrawnNode, DrawnLink>;

const PICTURE = { width: 1_600, height: 1_100 };

interface Props {
  readonly nodes: readonly Named[];
  readonly links: readonly GraphLink[];
  readonly centers: readonly string[];
  readonly pins: ReadonlyMap<string, Point>;
  /** The id of the thing, or the key of the connection, that is looked at. */
  readonly at: string | null;
  readonly onSelect: (at: string | null) => void;
  /** Told where something was drawn to by hand. */
  readonly onPin: (id: string, point: Point) => void;
}

/** The graph, drawn; the table below it says the same in sentences. */
export function GraphCanvas({ nodes, links, centers, pins, at, onSelect, onPin }: Props) {
  const { graph: words } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const places = useRef(new Map<string, { x: number; y: number }>());
  const sigma = useRef<Drawing | null>(null);
  const chosen = useRef(at);
  const held = useRef(pins);
  const told = useRef({ onSelect, onPin });
  told.current = { onSelect, onPin };
  const isDark = useIsDark();
  const [failure, setFailure] = useState<string | null>(null);

  // One drawing for as long as it is shown in these colours: to make what draws takes longer than to draw.
  useEffect(() => {
    if (!place.current) return undefined;
    try {
      const drawing = drawingIn(place.current, chosen, told);
      sigma.current = drawing;
      return () => {
        drawing.kill();
        sigma.current = null;
      };
    } catch (error) {
      // Browsers without WebGL have the table.
      setFailure(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }, [isDark]);

  useEffect(() => {
    const graph = drawnGraph(nodes, links, centers, { pins: held.current, before: places.current });
    if (!sigma.current) return undefined;
    sigma.current.setCustomBBox(null);
    sigma.current.setSetting('labelRenderedSizeThreshold', graph.order < FEW ? 3 : 6);
    sigma.current.setGraph(graph);
    const stop = arranged(graph);
    return () => {
      graph.forEachNode((id, { x, y }) => places.current.set(id, { x, y }));
      stop();
    };
  }, [nodes, links, centers.join(), isDark]);

  useEffect(() => {
    chosen.current = at;
    sigma.current?.refresh({ skipIndexation: true });
  }, [at]);

  useEffect(() => {
    held.current = pins;
    const graph = sigma.current?.getGraph();
    graph?.forEachNode((id, { fixed }) => {
      const pin = pins.get(id);
      if (pin) graph.mergeNodeAttributes(id, { ...pin, fixed: true });
      else if (fixed) graph.setNodeAttribute(id, 'fixed', false);
    });
  }, [[...pins.keys()].join(), [...pins.values()].map(({ x, y }) => `${String(x)} ${String(y)}`).join()]);

  const picture = (): string => {
    const style = getComputedStyle(document.documentElement);
    const colours = { ink: colour(style, '--ink'), paper: colour(style, '--paper'), line: colour(style, '--strong-rule') };
    return sigma.current ? svgOf(sigma.current.getGraph(), PICTURE.width, PICTURE.height, colours) : '';
  };
  return (
    <>
      <div ref={place} className="graph-canvas" role="img" aria-label={words.title} />
      {failure === null ? null : <p className="note">{failure}</p>}
      <p className="row graph-pictures">
        <span className="note labelled">{words.picture}</span>
        <button type="button" className="quiet" onClick={() => download('entente.svg', new Blob([picture()], { type: 'image/svg+xml' }))}>
          SVG
        </button>
        <button type="button" className="quiet" onClick={() => void png(picture()).then((blob) => blob && download('entente.png', blob))}>
          PNG
        </button>
      </p>
    </>
  );
}

/** An empty drawing; what is drawn in it may be changed. */
function drawingIn(place: HTMLElement, chosen: { readonly current: string | null }, told: { readonly current: Pick<Props, 'onSelect' | 'onPin'> }): Drawing {
  const style = getComputedStyle(document.documentElement);
  const [ink, line, lead, planned] = [colour(style, '--ink'), colour(style, '--strong-rule'), colour(style, '--lead'), colour(style, '--planned')];
  const labels = new LabelDrawer(ink, colour(style, '--paper'));
  const sigma: Drawing = new Sigma<DrawnNode, DrawnLink>(new MultiGraph<DrawnNode, DrawnLink>(), place, {
    defaultDrawNodeLabel: labels.label,
    defaultDrawNodeHover: labels.hover,
    nodeProgramClasses: { circle: DiscProgram },
    edgeProgramClasses: { line: LineProgram, thin: EdgeLineProgram, dashed: DashedEdgeProgram },
    defaultEdgeType: 'line',
    labelFont: getComputedStyle(place).fontFamily,
    labelSize: 13,
    labelDensity: 0.9,
    labelGridCellSize: 90,
    minEdgeThickness: 1.2,
    defaultEdgeColor: line,
    zIndex: true,
    nodeReducer: (id, data) => (chosen.current === id ? { ...data, highlighted: true, zIndex: 2 } : data),
    edgeReducer: (key, data) =>
      chosen.current === key
        ? { ...data, type: data.type === 'thin' ? 'line' : data.type, size: 4, color: lead }
        : { ...data, color: data.type === 'dashed' ? planned : line },
  });
  sigma.on('beforeRender', labels.begin);
  sigma.on('afterRender', labels.end);
  sigma.on('clickNode', ({ node }) => told.current.onSelect(node));
  sigma.on('clickStage', ({ event }) => {
    const [point, beside] = [sigma.viewportToGraph(event), sigma.viewportToGraph({ x: event.x + REACH, y: event.y })];
    told.current.onSelect(linkAt(sigma.getGraph(), point, Math.hypot(beside.x - point.x, beside.y - point.y)));
  });
  let dragged: string | null = null;
  let isMoved = false;
  sigma.on('downNode', ({ node }) => {
    dragged = node;
    isMoved = false;
    sigma.setCustomBBox(sigma.getCustomBBox() ?? sigma.getBBox());
  });
  sigma.on('moveBody', ({ event }) => {
    if (dragged === null) return;
    isMoved = true;
    sigma.getGraph().mergeNodeAttributes(dragged, sigma.viewportToGraph(event));
    event.preventSigmaDefault();
  });
  const release = () => {
    if (dragged !== null && isMoved) {
      const { x, y } = sigma.getGraph().getNodeAttributes(dragged);
      told.current.onPin(dragged, { x, y });
    }
    dragged = null;
  };
  sigma.on('upNode', release);
  sigma.on('upStage', release);
  return sigma;
}

/** Arranges a large graph for a while, in a thread of its own; to be stopped when another is drawn. */
function arranged(graph: Drawn): () => void {
  if (graph.order <= MANY) return () => undefined;
  const layout = new FA2Layout(graph, { settings: settingsFor(graph) });
  layout.start();
  const timer = setTimeout(() => layout.stop(), ARRANGING);
  return () => {
    clearTimeout(timer);
    layout.kill();
  };
}

/** A custom property as a colour that WebGL understands. */
function colour(style: CSSStyleDeclaration, name: string): string {
  const canvas = document.createElement('canvas').getContext('2d');
  if (!canvas) return '#888888';
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  canvas.fillStyle = getComputedStyle(probe).color || style.color;
  probe.remove();
  return canvas.fillStyle;
}

async function png(svg: string): Promise<Blob | null> {
  const image = new Image(PICTURE.width, PICTURE.height);
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = PICTURE.width;
  canvas.height = PICTURE.height;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  URL.revokeObjectURL(image.src);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
