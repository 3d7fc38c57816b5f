import { useMemo, useRef, useState } from 'react';
import { geoEqualEarth, geoGraticule10, geoPath } from 'd3-geo';
import { bowed, bundled } from '../data/bundles.ts';
import { clustered, legibleLabels, type Cluster } from '../data/clusters.ts';
import type { Arc, Spot } from '../data/drawn-map.ts';
import { outlines } from '../data/places.ts';
import { useWords } from '../words/words.tsx';
import { useWidth } from './use-width.ts';

/** A drawing's size in pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** How many times nearer one step of the zoom is. */
const STEP = 1.6;

interface Props {
  readonly spots: readonly Spot[];
  readonly arcs: readonly Arc[];
  readonly chosen?: string | null;
  /** Told the key of what joins two places when it is clicked. */
  readonly onChoose: (key: string) => void;
}

/** Places and what joins them, on outlines that come with the page; places too near each other to be told apart are one, with their number. */
export function WorldMap({ spots, arcs, chosen = null, onChoose }: Props) {
  const { map: words, timeline } = useWords();
  const [zoom, setZoom] = useState(1);
  const [middle, setMiddle] = useState<readonly [number, number] | null>(null);
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame);
  const size = { width, height: Math.max(200, width * 0.52) };
  const projection = useMemo(() => projected(spots, zoom, middle, size), [spots, zoom, middle, width]);
  const path = geoPath(projection);
  const drag = useRef<{ x: number; y: number } | null>(null);
  const clusters = clustered(
    spots.flatMap((spot) => {
      const point = projection([...spot.place.point]);
      return point ? [{ spot, x: point[0], y: point[1] }] : [];
    }),
  );
  const bundles = bundled(arcs, clusters);
  // What joins it with others leaves a place on one side.
  const freeSide = (cluster: Cluster) => {
    const ends = bundles.flatMap(({ from, to }) => (from === cluster ? [to.x] : to === cluster ? [from.x] : []));
    return ends.filter((x) => x > cluster.x).length * 2 > ends.length ? 'left' : 'right';
  };
  const legible = legibleLabels(clusters, labelOf, width, freeSide);
  const near = (cluster: Cluster) => {
    setMiddle(projection.invert?.([cluster.x, cluster.y]) ?? middle);
    setZoom(Math.min(40, zoom * STEP * STEP));
  };
  return (
    <figure className="world-map" ref={frame}>
      <div className="row chart-tools">
        <button type="button" className="quiet" onClick={() => setZoom(Math.min(40, zoom * STEP))}>
          {timeline.zoomIn}
        </button>
        <button type="button" className="quiet" onClick={() => setZoom(Math.max(0.2, zoom / STEP))}>
          {timeline.zoomOut}
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() => {
            setZoom(1);
            setMiddle(null);
          }}
        >
          {words.whole}
        </button>
      </div>
      <svg
        width={size.width}
        height={size.height}
        role="img"
        aria-label={words.title}
        onPointerDown={({ clientX, clientY }) => {
          drag.current = { x: clientX, y: clientY };
        }}
        onPointerUp={({ clientX, clientY }) => {
          if (drag.current === null) return;
          const [dx, dy] = [clientX - drag.current.x, clientY - drag.current.y];
          drag.current = null;
          if (Math.hypot(dx, dy) > 6) setMiddle(projection.invert?.([size.width / 2 - dx, size.height / 2 - dy]) ?? middle);
        }}
      >
        <path d={path({ type: 'Sphere' }) ?? ''} className="sea" />
        <path d={path(geoGraticule10()) ?? ''} className="graticule" />
        <path d={path(outlines) ?? ''} className="land" />
        {bundles.map(({ key, from, to, arcs: all }) => (
          <path
            key={key}
            d={bowed(from, to)}
            className="arc"
            data-planned={all.every(({ isPlanned }) => isPlanned)}
            data-chosen={all.some((arc) => arc.key === chosen)}
            strokeWidth={1 + Math.sqrt(all.length)}
            onClick={() => onChoose(all[0].key)}
          >
            <title>{all.map(({ title }) => title).join('\n')}</title>
          </path>
        ))}
        {clusters.map((cluster) => {
          const { x, y, radius, spots: all } = cluster;
          const [{ place }] = all;
          const isMany = all.length > 1;
          const side = legible.get(cluster);
          return (
            <g key={place.id} className="spot" data-exact={isMany || place.isExact} data-many={isMany} onClick={isMany ? () => near(cluster) : undefined}>
              <circle cx={x} cy={y} r={radius} />
              {isMany ? (
                <text className="spot-count" x={x} y={y + 4.5} textAnchor="middle">
                  {all.length}
                </text>
              ) : side ? (
                <text x={side === 'right' ? x + radius + 4 : x - radius - 4} y={y + 4} textAnchor={side === 'right' ? 'start' : 'end'}>
                  {labelOf(cluster)}
                </text>
              ) : null}
              <title>{all.map((spot) => `${spot.names.join(', ')}${spot.place.isExact ? '' : ` (${words.inCountry})`}`).join('\n')}</title>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

function labelOf({ spots: [{ names }] }: Cluster): string {
  return names.length > 2 ? String(names.length) : names.join(', ');
}

function projected(spots: readonly Spot[], zoom: number, middle: readonly [number, number] | null, { width, height }: Size) {
  const longitudes = spots.map(({ place: { point } }) => point[0]);
  const center = spots.length === 0 ? 10 : (Math.min(...longitudes) + Math.max(...longitudes)) / 2;
  const projection = geoEqualEarth().rotate([-(middle?.[0] ?? center), 0]);
  const points = { type: 'MultiPoint' as const, coordinates: spots.map(({ place: { point } }) => [...point]) };
  const room = Math.min(70, width * 0.12);
  if (spots.length > 1)
    projection.fitExtent(
      [
        [room, room],
        [width - room, height - room],
      ],
      points,
    );
  else projection.fitSize([width, height], { type: 'Sphere' });
  const whole = geoEqualEarth().fitSize([width, height], { type: 'Sphere' }).scale();
  const scale = Math.min(Math.max(projection.scale(), whole), whole * 8) * zoom;
  const aim = middle ?? projection.invert?.([width / 2, height / 2]) ?? [center, 20];
  projection.scale(scale).translate([width / 2, height / 2]);
  const [x = 0, y = 0] = projection([aim[0], aim[1]]) ?? [];
  return projection.translate([width - x, height - y]);
}
