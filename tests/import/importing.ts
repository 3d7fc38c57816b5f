import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import { readDecisions } from '../../src/import/decisions.js';
import { readMapping } from '../../src/import/mapping.js';
import { runImport } from '../../src/import/run.js';
import { readDataset } from '../../src/load/datasets.js';
import { formatProblem } from '../../src/load/problem.js';
import type { Dataset } from '../../src/model/dataset.js';
import { seeds } from '../graphql/asking.js';

export const folder = mkdtempSync(join(inject('scratch').apart, 'import-'));
let made = 0;

export interface Made {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly mapping: string;
  readonly decisions?: string;
  readonly known?: Dataset;
}

export const HEAD = 'title: A set\nlicence: CC0-1.0\nattribution: Somebody\n';

export function problemsOf(mapping: string): string[] {
  made += 1;
  const home = join(folder, `wrong-${String(made)}`);
  mkdirSync(home);
  writeFileSync(join(home, 'mapping.yml'), HEAD + mapping);
  return readMapping(home, 'set', vocabulary).problems.map((problem) => formatProblem(problem).replace(`${home}/`, ''));
}

export async function imported({ files, mapping, decisions, known = seeds }: Made) {
  made += 1;
  const home = join(folder, String(made));
  mkdirSync(join(home, 'set'), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(home, name), content);
  writeFileSync(join(home, 'set', 'mapping.yml'), HEAD + mapping);
  if (decisions !== undefined) writeFileSync(join(home, 'set', 'decisions.yml'), decisions);
  const read = readMapping(join(home, 'set'), 'set', vocabulary);
  expect(read.problems.map(formatProblem)).toEqual([]);
  const { book, problems } = readDecisions(join(home, 'set', 'decisions.yml'), vocabulary);
  expect(problems).toEqual([]);
  if (!read.mapping) throw new Error('no mapping');
  const into = join(home, 'data', 'set');
  const result = await runImport({ mapping: read.mapping, from: home, vocabulary, known: [known], book, today: '2026-01-01', into });
  const dataset = readDataset(join(home, 'data'), result.manifest);
  const told = readFileSync(join(into, 'told.csv'), 'utf8').trim().split('\n').slice(1);
  return { ...result, dataset, told, into };
}

export const TWINS = `
files: { towns: { path: towns.csv, id: no } }
rows:
  - of: towns
    let: { since: { time: '{since}', order: DMY } }
    entities:
      a: { kind: City, id: 'city/{town}-x', label: '{town}' }
      b: { kind: City, id: 'city/{partner}-y', label: '{partner}' }
      pact: { kind: Partnership, id: 'partnership/{town}-{partner}', label: '{town} and {partner}' }
    claims:
      - { fact: '{a} PARTNER_IN {pact}' }
      - { fact: '{b} PARTNER_IN {pact}' }
      - { fact: '{pact} since', value: '{since}' }
`;
