import { useEffect, useRef, useState } from 'react';
import type { MultiGraph } from 'graphology';
import FA2Layout from 'graphology-layout-forceatlas2/worker';
import Sigma from 'sigma';
import { download } from '../data/download.ts';
import { drawnGraph, MANY, settingsFor, svgOf, type DrawnLink, type DrawnNode } from '../data/drawn-graph.ts';
import type { LinkRef } from '../operations/entity.ts';
import type { Selection } from '../pages/graph.tsx';
import { useWords } from '../words/words.tsx';
import type { Named } from './entity-link.tsx';

/** How long a large graph is arranged before it holds still, in milliseconds. */
const ARRANGING = 6_000;

const PICTURE = { width: 1_600, height: 1_100 };

interface Props {
  readonly nodes: readonly Named[];
  readonly links: readonly LinkRef[];
  readonly centers: readonly string[];
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
}

/** The graph, drawn; the table below it says the same in sentences. */
export function GraphCanvas({ nodes, links, centers, selection, onSelect }: Props) {
  const { graph: words } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const places = useRef(new Map<string, { x: number; y: number }>());
  const drawn = useRef<{ graph: MultiGraph<DrawnNode, DrawnLink>; sigma: Sigma<DrawnNode, DrawnLink> } | null>(null);
  const chosen = useRef<Selection>(selection);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    if (!place.current) return undefined;
    const graph = drawnGraph(nodes, links, centers, places.current);
    try {
      const { sigma, stop } = draw(graph, place.current, chosen, onSelect);
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
  }, [nodes, links, centers.join(), onSelect]);

  useEffect(() => {
    chosen.current = selection;
    drawn.current?.sigma.refresh({ skipIndexation: true });
  }, [selection]);

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
        <span className="note">{words.picture}:</span>
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

function draw(graph: MultiGraph<DrawnNode, DrawnLink>, place: HTMLElement, chosen: { readonly current: Selection }, onSelect: (selection: Selection) => void) {
  const style = getComputedStyle(document.documentElement);
  const [ink, line, lead, planned] = [colour(style, '--ink'), colour(style, '--strong-rule'), colour(style, '--lead'), colour(style, '--planned')];
  const sigma = new Sigma(graph, place, {
    enableEdgeEvents: true,
    labelColor: { color: ink },
    labelFont: getComputedStyle(place).fontFamily,
    labelSize: 13,
    labelDensity: 0.9,
    labelGridCellSize: 90,
    labelRenderedSizeThreshold: graph.order < 80 ? 3 : 6,
    minEdgeThickness: 1.2,
    defaultEdgeColor: line,
    zIndex: true,
    nodeReducer: (id, data) => (isChosen(chosen.current, 'node', id) ? { ...data, highlighted: true, zIndex: 2 } : data),
    edgeReducer: (key, data) => ({
      ...data,
      size: isChosen(chosen.current, 'link', key) ? 4 : data.size,
      color: isChosen(chosen.current, 'link', key) ? lead : data.isPlanned ? planned : line,
    }),
  });
  sigma.on('clickNode', ({ node }) => onSelect({ node }));
  sigma.on('clickEdge', ({ edge }) => onSelect({ link: edge }));
  sigma.on('clickStage', () => onSelect(null));
  let dragged: string | null = null;
  sigma.on('downNode', ({ node }) => {
    dragged = node;
    sigma.setCustomBBox(sigma.getCustomBBox() ?? sigma.getBBox());
  });
  sigma.on('moveBody', ({ event }) => {
    if (dragged === null) return;
    graph.mergeNodeAttributes(dragged, sigma.viewportToGraph(event));
    event.preventSigmaDefault();
  });
  const release = () => (dragged = null);
  sigma.on('upNode', release);
  sigma.on('upStage', release);
  if (graph.order <= MANY) return { sigma, stop: release };
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

function isChosen(selection: Selection, sort: 'node' | 'link', key: string): boolean {
  return selection !== null && sort in selection && Object.values(selection).includes(key);
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
