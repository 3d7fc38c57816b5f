import { useEffect, useRef, useState } from 'react';
import type { MultiGraph } from 'graphology';
import FA2Layout from 'graphology-layout-forceatlas2/worker';
import Sigma from 'sigma';
import { EdgeRectangleProgram } from 'sigma/rendering';
import { DashedEdgeProgram } from '../data/dashed-edges.ts';
import { download } from '../data/download.ts';
import { drawnGraph, MANY, settingsFor, svgOf, type DrawnLink, type DrawnNode } from '../data/drawn-graph.ts';
import { LabelDrawer } from '../data/graph-labels.ts';
import type { Point } from '../data/graph-state.ts';
import type { LinkRef } from '../operations/entity.ts';
import { useWords } from '../words/words.tsx';
import type { Named } from './entity-link.tsx';

/** How long a large graph is arranged before it holds still, in milliseconds. */
const ARRANGING = 6_000;

const PICTURE = { width: 1_600, height: 1_100 };

interface Props {
  readonly nodes: readonly Named[];
  readonly links: readonly LinkRef[];
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
  const drawn = useRef<{ graph: MultiGraph<DrawnNode, DrawnLink>; sigma: Sigma<DrawnNode, DrawnLink> } | null>(null);
  const chosen = useRef(at);
  const held = useRef(pins);
  const told = useRef({ onSelect, onPin });
  told.current = { onSelect, onPin };
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    if (!place.current) return undefined;
    const graph = drawnGraph(nodes, links, centers, { pins: held.current, before: places.current });
    try {
      const { sigma, stop } = draw(graph, place.current, chosen, told);
      drawn.current = { graph, sigma };
      return () => {
        graph.forEachNode((id, { x, y }) => places.current.set(id, { x, y }));
        stop();
        sigma.kill();
        drawn.current = null;
      };
    } catch (error) {
      // Browsers without WebGL have the table.
      setFailure(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }, [nodes, links, centers.join()]);

  useEffect(() => {
    chosen.current = at;
    drawn.current?.sigma.refresh({ skipIndexation: true });
  }, [at]);

  useEffect(() => {
    held.current = pins;
    const graph = drawn.current?.graph;
    graph?.forEachNode((id, { fixed }) => {
      const pin = pins.get(id);
      if (pin) graph.mergeNodeAttributes(id, { ...pin, fixed: true });
      else if (fixed) graph.setNodeAttribute(id, 'fixed', false);
    });
  }, [[...pins.keys()].join(), [...pins.values()].map(({ x, y }) => `${String(x)} ${String(y)}`).join()]);

  const picture = (): string => {
    const style = getComputedStyle(document.documentElement);
    const colours = { ink: colour(style, '--ink'), paper: colour(style, '--paper'), line: colour(style, '--strong-rule') };
    return drawn.current ? svgOf(drawn.current.graph, PICTURE.width, PICTURE.height, colours) : '';
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

function draw(
  graph: MultiGraph<DrawnNode, DrawnLink>,
  place: HTMLElement,
  chosen: { readonly current: string | null },
  told: { readonly current: Pick<Props, 'onSelect' | 'onPin'> },
) {
  const style = getComputedStyle(document.documentElement);
  const [ink, line, lead, planned] = [colour(style, '--ink'), colour(style, '--strong-rule'), colour(style, '--lead'), colour(style, '--planned')];
  const labels = new LabelDrawer(ink, colour(style, '--paper'));
  const sigma = new Sigma<DrawnNode, DrawnLink>(graph, place, {
    enableEdgeEvents: true,
    defaultDrawNodeLabel: labels.label,
    defaultDrawNodeHover: labels.hover,
    edgeProgramClasses: { line: EdgeRectangleProgram, dashed: DashedEdgeProgram },
    defaultEdgeType: 'line',
    labelFont: getComputedStyle(place).fontFamily,
    labelSize: 13,
    labelDensity: 0.9,
    labelGridCellSize: 90,
    labelRenderedSizeThreshold: graph.order < 80 ? 3 : 6,
    minEdgeThickness: 1.2,
    defaultEdgeColor: line,
    zIndex: true,
    nodeReducer: (id, data) => (chosen.current === id ? { ...data, highlighted: true, zIndex: 2 } : data),
    edgeReducer: (key, data) => ({
      ...data,
      size: chosen.current === key ? 4 : data.size,
      color: chosen.current === key ? lead : data.type === 'dashed' ? planned : line,
    }),
  });
  sigma.on('beforeRender', labels.begin);
  sigma.on('clickNode', ({ node }) => told.current.onSelect(node));
  sigma.on('clickEdge', ({ edge }) => told.current.onSelect(edge));
  sigma.on('clickStage', () => told.current.onSelect(null));
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
    graph.mergeNodeAttributes(dragged, sigma.viewportToGraph(event));
    event.preventSigmaDefault();
  });
  const release = () => {
    if (dragged !== null && isMoved) {
      const { x, y } = graph.getNodeAttributes(dragged);
      told.current.onPin(dragged, { x, y });
    }
    dragged = null;
  };
  sigma.on('upNode', release);
  sigma.on('upStage', release);
  if (graph.order <= MANY) return { sigma, stop: () => undefined };
  const layout = new FA2Layout(graph, { settings: settingsFor(graph) });
  layout.start();
  const timer = setTimeout(() => layout.stop(), ARRANGING);
  return {
    sigma,
    stop: () => {
      clearTimeout(timer);
      layout.kill();
    },
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
