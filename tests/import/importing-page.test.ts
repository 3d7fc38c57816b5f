import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphql } from 'graphql';
import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import { Scope } from '../../src/graphql/scope.js';
import { readDecisions } from '../../src/import/decisions.js';
import { readMapping } from '../../src/import/mapping.js';
import { runImport, type Imported } from '../../src/import/run.js';
import { readDataset, together } from '../../src/load/datasets.js';
import { contentOf, everything } from '../../src/load/plan.js';
import { seeds } from '../graphql/asking.js';

const page = readFileSync('docs/importing.md', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'entente-page-'));
let imported: Imported;

/** The first block of the page in a language. */
function block(language: string): string {
  return new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? '';
}

beforeAll(async () => {
  mkdirSync(join(folder, 'envoys'));
  writeFileSync(join(folder, 'envoys', 'mapping.yml'), block('yaml'));
  writeFileSync(join(folder, 'envoys.csv'), block('csv'));
  const { mapping, problems } = readMapping(join(folder, 'envoys'), 'envoys', vocabulary);
  expect(problems).toEqual([]);
  if (!mapping) throw new Error('the mapping is wrong');
  const { book } = readDecisions(join(folder, 'none.yml'), vocabulary);
  imported = await runImport({ mapping, from: folder, vocabulary, known: [seeds], book, today: '2026-01-01', into: join(folder, 'data', 'envoys') });
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('gets the counts that the page prints', () => {
  const { read, taken, refused, left, doubtful } = imported.manifest.records;
  const line = `${String(read)} rows: ${String(taken)} taken, ${String(refused)} refused, ${String(left)} left out by the mapping; ${String(doubtful)} of those taken have something refused or doubtful`;
  expect(block('text').trim()).toBe(line);
});

it('tells what the page says it tells', () => {
  const told = readFileSync(join(folder, 'data', 'envoys', 'told.csv'), 'utf8').split('\n');
  expect(told.slice(1, -1).map((line) => line.split(',').slice(0, 5).join(','))).toEqual(['refused,envoys.csv,5,5,post', 'refused,envoys.csv,6,6,ended']);
  expect(told[1]).toContain('no Country is known as');
  expect(told[2]).toContain('ends (2017) before it begins (2019)');
});

it('answers as the page shows, over the documents and the table at once', async () => {
  const store = new EmbeddedStore(vocabulary);
  await store.apply(everything(contentOf(vocabulary, together([seeds, readDataset(join(folder, 'data'), imported.manifest)]))));
  const answer = await graphql({ schema, source: block('graphql'), contextValue: new Scope(vocabulary, store, new Map()) });
  expect(JSON.parse(JSON.stringify(answer))).toEqual({ data: JSON.parse(block('json')) as unknown });
});

it('lists data sets with their licence, and shows each through a view of its own', async () => {
  const store = new EmbeddedStore(vocabulary);
  await store.apply(everything(contentOf(vocabulary, together([seeds, readDataset(join(folder, 'data'), imported.manifest)]))));
  const source = `{
    datasets { name licence attribution covered claimCount }
    documents: view(dataset: ["seeds"]) { person(id: "person/di-instance") { label } country(id: "country/kr") { label } }
    table: view(dataset: ["envoys"]) { person(id: "person/di-instance") { label } people { totalCount } }
  }`;
  const { data, errors } = await graphql({ schema, source, contextValue: new Scope(vocabulary, store, new Map()) });
  expect(errors).toBeUndefined();
  expect(JSON.parse(JSON.stringify(data))).toEqual({
    datasets: [
      { name: 'seeds', licence: null, attribution: null, covered: null, claimCount: seeds.claims.length },
      { name: 'envoys', licence: 'CC0-1.0', attribution: 'The archive of Exampleland', covered: '2010/2020', claimCount: imported.manifest.claims },
    ],
    documents: { person: null, country: { label: 'South Korea' } },
    table: { person: { label: 'Di Instance' }, people: { totalCount: 7 } },
  });
  const wrong = await graphql({
    schema,
    source: '{ view(dataset: ["envoi"]) { people { totalCount } } }',
    contextValue: new Scope(vocabulary, store, new Map()),
  });
  expect(wrong.errors?.[0]?.message).toBe('there is no data set "envoi"; did you mean "envoys"?');
});

it('reads every form of date that the page has', () => {
  const lines = readFileSync(join(folder, 'data', 'envoys', 'claims.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const whens = lines.flatMap((line) => {
    const { predicate, when } = JSON.parse(line) as { predicate: string; when: { edtf: string } | null };
    return predicate === 'HELD_OFFICE' && when ? [when.edtf] : [];
  });
  expect(whens.sort()).toEqual([
    '/2020-02',
    '2011-05-03/2014-06-12',
    '2012-09/..',
    '2014-06-13/2018',
    '2015-02-27/2019-08-01',
    '2015-04-03/2017-04-05',
    '2015-10/',
  ]);
});
