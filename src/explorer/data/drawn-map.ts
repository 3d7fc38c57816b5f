import type { Placed } from '../operations/map.ts';
import type { Row } from './map-rows.ts';
import { placeOf, type Place } from './places.ts';

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

/** What is drawn for some rows: a journey goes from each to the next, anything else joins the places of one row. */
export function drawnMap(rows: readonly Row[], isJourney: boolean): { spots: Spot[]; arcs: Arc[]; undrawn: number } {
  const placed = rows.map((row) => ({ ...row, drawn: row.places.flatMap((entity) => ({ entity, place: placeOf(entity) })) }));
  const stops = placed.flatMap(({ entity, isPlanned, drawn }) =>
    drawn.flatMap(({ place }) => (place ? [{ key: entity.id, title: entity.name, isPlanned, place }] : [])),
  );
  const arcs = isJourney
    ? stops.slice(1).map((stop, at) => ({ ...stop, from: stops[at]?.place ?? stop.place, to: stop.place }))
    : placed.flatMap(({ entity, isPlanned, drawn }) => {
        const ends = drawn.flatMap(({ place }) => place ?? []);
        return ends.slice(1).flatMap((to) => (ends[0] ? [{ key: entity.id, title: entity.name, isPlanned, from: ends[0], to }] : []));
      });
  const all = placed.flatMap(({ drawn }, at) => drawn.map(({ entity }) => (isJourney ? { ...entity, name: `${String(at + 1)}. ${entity.name}` } : entity)));
  return { spots: spotsOf(all), arcs, undrawn: all.filter((entity) => placeOf(entity) === null).length };
}

/** Where some entities are drawn; those at one place share a spot. */
export function spotsOf(entities: readonly Placed[]): Spot[] {
  const spots = new Map<string, { place: Place; names: Set<string> }>();
  for (const entity of entities) {
    const place = placeOf(entity);
    if (place) spots.set(place.id, { place, names: (spots.get(place.id)?.names ?? new Set<string>()).add(entity.name) });
  }
  return [...spots.values()].map(({ place, names }) => ({ place, names: [...names] }));
}
