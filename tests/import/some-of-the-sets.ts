import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { together } from '../../src/load/datasets.js';
import type { Dataset } from '../../src/model/dataset.js';
import { importedBy, writeReference } from './by-mapping.js';

/** Where the four sets lie; they are no part of this repository. */
const SETS = process.env['ENTENTE_SETS'] ?? '../shared/data/historyatstate';

/** Why a test of the sets is skipped; empty where they are at hand. */
export const whyNoSets = existsSync(join(SETS, 'visits', 'data')) ? '' : ` (skipped: no ${SETS}; ENTENTE_SETS names the folder of the sets)`;

const MISSIONS = ['france', 'korea', 'vietnam', 'china', 'italy', 'japan', 'mexico', 'russia', 'united-kingdom'];
const ARTICLES = ['france', 'korea', 'korea-south', 'korea-north', 'vietnam', 'china', 'japan', 'ukraine', 'russia', 'italy'];
const TRAVELLERS = [
  'president-travels/obama-barack',
  'president-travels/trump-donald-j',
  'president-travels/biden-joseph-r',
  'secretary-travels/kerry-john-forbes',
  'secretary-travels/blinken-antony-j',
];

/** Writes the part of each set that questions are about into a folder. */
function writeSome(folder: string): void {
  const copy = (set: string, path: string) => {
    mkdirSync(dirname(join(folder, set, path)), { recursive: true });
    cpSync(join(SETS, set, path), join(folder, set, path), { recursive: true });
  };
  for (const decade of ['2010', '2020']) copy('visits', `data/${decade}.xml`);
  copy('travels', 'presidents');
  for (const path of TRAVELLERS) copy('travels', `${path}.xml`);
  for (const name of ARTICLES) if (existsSync(join(SETS, 'rdcr', 'articles', `${name}.xml`))) copy('rdcr', `articles/${name}.xml`);
  copy('pocom', 'roles-country-chiefs');
  for (const name of MISSIONS) copy('pocom', `missions-countries/${name}.xml`);
  copy('pocom', 'missions-orgs');
  copy('pocom', 'positions-principals/secretary.xml');
  const served = ['missions-countries', 'missions-orgs', 'positions-principals'].flatMap((part) =>
    readdirSync(join(folder, 'pocom', part)).map((file) => readFileSync(join(folder, 'pocom', part, file), 'utf8')),
  );
  const people = new Set(served.flatMap((text) => [...text.matchAll(/<person-id>([^<]+)</g)].map(([, id = '']) => id)));
  for (const letter of readdirSync(join(SETS, 'pocom', 'people'))) {
    for (const file of readdirSync(join(SETS, 'pocom', 'people', letter)))
      if (people.has(file.replace(/\.xml$/, ''))) copy('pocom', `people/${letter}/${file}`);
  }
  writeReference(folder);
}

/** The seeds with part of the reference data and of each of the four sets, imported by the mappings of this project. */
export async function seedsWithSets(seeds: Dataset): Promise<Dataset> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-sets-'));
  try {
    writeSome(folder);
    const all = [seeds];
    for (const name of ['reference', 'pocom', 'visits', 'travels', 'rdcr']) all.push(await importedBy(name, folder, all));
    return together(all);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
