import { geoArea, geoCentroid, type ExtendedFeature, type ExtendedFeatureCollection, type GeoGeometryObjects } from 'd3-geo';
import codes from 'i18n-iso-countries/codes.json';
import { feature } from 'topojson-client';
import world from 'world-atlas/countries-110m.json?url';
import type { Placed } from '../operations/map.ts';

/** Where something is drawn: degrees east and north; `isExact` unless only its country is known. */
export interface Place {
  readonly id: string;
  readonly point: readonly [number, number];
  readonly isExact: boolean;
}

const topology = (await (await fetch(world)).json()) as { readonly objects: { readonly countries: never } };

/** The outlines of all countries, fetched as what they are: data. */
export const outlines = feature(topology as never, topology.objects.countries) as unknown as ExtendedFeatureCollection;

const numeric = new Map(codes.map(([alpha2 = '', , number = '']) => [alpha2, number]));

/** Where an entity is drawn; null where neither it nor its country is known. */
export function placeOf(entity: Placed): Place | null {
  if (entity.__typename === 'City' && entity.latitude !== null && entity.longitude !== null)
    return { id: entity.id, point: [entity.longitude, entity.latitude], isExact: true };
  const iso2 = countryOf(entity);
  const point = iso2 === null ? null : middleOf(iso2);
  return point && { id: `country ${iso2 ?? ''}`, point, isExact: entity.__typename === 'Country' };
}

function countryOf(entity: Placed): string | null {
  if (entity.__typename === 'Country') return entity.iso2;
  if (entity.__typename !== 'City' && entity.__typename !== 'Region') return null;
  for (const { node } of entity.locatedIn.edges) {
    if (node.__typename === 'Country' && node.iso2 !== null) return node.iso2;
    if (node.__typename === 'Region' && 'locatedIn' in node) {
      for (const { node: outer } of node.locatedIn.edges) if (outer.__typename === 'Country' && outer.iso2 !== null) return outer.iso2;
    }
  }
  return null;
}

const middles = new Map<string, readonly [number, number] | null>();

/** The middle of the largest part of a country: that of France is not drawn towards Guiana. */
function middleOf(iso2: string): readonly [number, number] | null {
  const known = middles.get(iso2);
  if (known !== undefined) return known;
  const found = outlines.features.find(({ id }) => id !== undefined && Number(id) === Number(numeric.get(iso2.toUpperCase()) ?? Number.NaN));
  const middle = found ? geoCentroid(largest(found)) : null;
  middles.set(iso2, middle);
  return middle;
}

function largest({ geometry }: ExtendedFeature): GeoGeometryObjects {
  if (geometry?.type !== 'MultiPolygon') return geometry ?? { type: 'Sphere' };
  const parts = geometry.coordinates.map((coordinates) => ({ type: 'Polygon' as const, coordinates }));
  return parts.reduce((best, part) => (geoArea(part) > geoArea(best) ? part : best));
}
