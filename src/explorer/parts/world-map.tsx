import { useMemo, useState } from 'react';
import { geoEqualEarth, geoGraticule10, geoPath } from 'd3-geo';
import { outlines, type Place } from '../data/places.ts';
import { useWords } from '../words/words.tsx';

const WIDTH = 1_000;
const HEIGHT = 520;

/** What joins two places: a partnership, a step of a journey. */
export interface Arc {
  readonly key: string;
  readonly from: Place;
  readonly to: Place;
  readonly title: string;
  readonly isPlanned: boolean;
}

/** A place with everything that is drawn at it. */
export interface Spot {
  readonly place: Place;
  readonly names: readonly string[];
}

/** Places and what joins them, on outlines that come with the page. */
export function WorldMap({
  spots,
  arcs,
  chosen,
  onChoose,
}: {
  spots: readonly Spot[];
  arcs: readonly Arc[];
  chosen: string | null;
  onChoose: (key: string) => void;
}) {
  const { map: words, timeline } = useWords();
  const [zoom, setZoom] = useState(1);
  const [middle, setMiddle] = useState<readonly [number, number] | null>(null);
  const projection = useMemo(() => projected(spots, zoom, middle), [spots, zoom, middle]);
  const path = geoPath(projection);
  const bundles = bundled(arcs);
  const [drag, setDrag] = useState<{ x: number; y: number } | null>(null);
  return (
    <figure className="world-map">
      <div className="row chart-tools">
        <button type="button" className="quiet" onClick={() => setZoom(Math.min(40, zoom * 1.6))}>
          {timeline.zoomIn}
        </button>
        <button type="button" className="quiet" onClick={() => setZoom(Math.max(0.2, zoom / 1.6))}>
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
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
        role="img"
        aria-label={words.title}
        onPointerDown={({ clientX, clientY }) => setDrag({ x: clientX, y: clientY })}
        onPointerUp={({ clientX, clientY, currentTarget }) => {
          if (drag === null) return;
          const scale = WIDTH / currentTarget.clientWidth;
          const [dx, dy] = [(clientX - drag.x) * scale, (clientY - drag.y) * scale];
          setDrag(null);
          if (Math.hypot(dx, dy) > 6) setMiddle(projection.invert?.([WIDTH / 2 - dx, HEIGHT / 2 - dy]) ?? middle);
        }}
      >
        <path d={path({ type: 'Sphere' }) ?? ''} className="sea" />
        <path d={path(geoGraticule10()) ?? ''} className="graticule" />
        <path d={path(outlines) ?? ''} className="land" />
        {bundles.map(({ key, arcs: all }) => {
          const [first] = all;
          if (!first) return null;
          return (
            <path
              key={key}
              d={path({ type: 'LineString', coordinates: [[...first.from.point], [...first.to.point]] }) ?? ''}
              className="arc"
              data-planned={all.every(({ isPlanned }) => isPlanned)}
              data-chosen={all.some((arc) => arc.key === chosen)}
              strokeWidth={1 + Math.sqrt(all.length)}
              onClick={() => onChoose(first.key)}
            >
              <title>{all.map(({ title }) => title).join('\n')}</title>
            </path>
          );
        })}
        {spots.map(({ place, names }) => {
          const [x = 0, y = 0] = projection([...place.point]) ?? [];
          return (
            <g key={place.id} className="spot" data-exact={place.isExact}>
              <circle cx={x} cy={y} r={3 + Math.sqrt(names.length)} />
              <text x={x + 6 + Math.sqrt(names.length)} y={y + 4}>
                {names.length > 2 ? String(names.length) : names.join(', ')}
              </text>
              <title>{`${names.join(', ')}${place.isExact ? '' : ` (${words.inCountry})`}`}</title>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

function projected(spots: readonly Spot[], zoom: number, middle: readonly [number, number] | null) {
  const longitudes = spots.map(({ place: { point } }) => point[0]);
  const center = spots.length === 0 ? 10 : (Math.min(...longitudes) + Math.max(...longitudes)) / 2;
  const projection = geoEqualEarth().rotate([-(middle?.[0] ?? center), 0]);
  const points = { type: 'MultiPoint' as const, coordinates: spots.map(({ place: { point } }) => [...point]) };
  const room = 70;
  if (spots.length > 1)
    projection.fitExtent(
      [
        [room, room],
        [WIDTH - room, HEIGHT - room],
      ],
      points,
    );
  else projection.fitSize([WIDTH, HEIGHT], { type: 'Sphere' });
  const whole = geoEqualEarth().fitSize([WIDTH, HEIGHT], { type: 'Sphere' }).scale();
  const scale = Math.min(Math.max(projection.scale(), whole), whole * 8) * zoom;
  const aim = middle ?? projection.invert?.([WIDTH / 2, HEIGHT / 2]) ?? [center, 20];
  projection.scale(scale).translate([WIDTH / 2, HEIGHT / 2]);
  const [x = 0, y = 0] = projection([aim[0], aim[1]]) ?? [];
  return projection.translate([WIDTH - x, HEIGHT - y]);
}

function bundled(arcs: readonly Arc[]): { key: string; arcs: Arc[] }[] {
  const groups = new Map<string, Arc[]>();
  for (const arc of arcs.filter(({ from, to }) => from.id !== to.id)) {
    const key = [arc.from.id, arc.to.id].sort().join(' ');
    groups.set(key, [...(groups.get(key) ?? []), arc]);
  }
  return [...groups].map(([key, all]) => ({ key, arcs: all }));
}
