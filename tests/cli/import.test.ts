import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import { openNeo4jStore } from '../../src/graph/neo4j/neo4j-store.js';
import { contentOf, digest } from '../../src/load/plan.js';
import { readAtHand } from '../../src/load/at-hand.js';
import { readGoodSeeds } from '../../src/load/seeds.js';
import { address, why } from '../contract/stores.js';
import { Raw } from '../neo4j/raw.js';
import { folder, run, write } from './running.js';

const neo4j: Record<string, string> = address
  ? { NEO4J_URI: address.uri, NEO4J_USER: address.user, NEO4J_PASSWORD: address.password, NEO4J_DATABASE: address.database }
  : {};

const MAPPING = `
title: Mayors
licence: CC0-1.0
attribution: The archive of Exampleville
files: { mayors: { path: mayors.csv, id: no } }
rows:
  - of: mayors
    let:
      spell: { time: ['{began}', '{ended}'], open: [''] }
      town: { find: City, name: ['{town}'] }
    entities:
      person: { kind: Person, id: 'person/{name}', label: '{name}' }
      office: { kind: Office, id: 'office/mayor-of-{town}', label: 'Mayor of {town.label}' }
    claims:
      - { fact: '{person} HELD_OFFICE {office}', when: '{spell}', summary: '{name} was mayor of {town.label}.' }
      - { fact: '{office} OFFICE_OF {town}' }
expect: { rows: { mayors: 4 }, refused: 0 }
`;

const ROWS = [
  'no,name,town,began,ended',
  '1,Cy Specimen,Exampleville,2001,2005',
  '2,Di Instance,Otherton,2010,2012',
  '3,Cy Specimen,Exampleville,2009,2011',
  '4,Ed Pattern,Otherton,2013,',
];

async function wipe(): Promise<void> {
  if (!address) return;
  const raw = new Raw(address);
  await raw.wipe();
  await raw.close();
}

describe.each([
  { engine: 'embedded', isMissing: false, env: {} },
  { engine: `Neo4j${why}`, isMissing: address === null, env: neo4j },
])('entente import, $engine', ({ engine, isMissing, env }) => {
  const data = engine.slice(0, 5);
  const isNeo4j = env === neo4j;
  beforeAll(async () => {
    await wipe();
    if (isNeo4j && address) await run(['apply', '--seed', 'good', '--data', data], env);
  });
  afterAll(wipe);

  const files = (rows: readonly string[]) => {
    write({ [`${data}-files/mayors.csv`]: `${rows.join('\n')}\n`, 'imports/mayors/mapping.yml': MAPPING });
  };
  const importing = (...more: string[]) =>
    run(['import', 'mayors', '--from', `${data}-files`, '--mappings', 'imports', '--seed', 'good', '--data', data, ...more], env);
  const held = async () => {
    if (!isNeo4j || !address) return null;
    const store = openNeo4jStore(address, vocabulary);
    try {
      return digest(await store.content());
    } finally {
      await store.close();
    }
  };
  const atHand = () => digest(contentOf(vocabulary, readAtHand({ seed: join(folder, 'good'), data: join(folder, data) }, vocabulary, new Map())));
  /** The lines of what a command printed that tell of rows. */
  const ofRows = (printed: string) => printed.split('\n').filter((line) => line.startsWith('mayors.csv row'));

  it.skipIf(isMissing)('plans without keeping anything, and keeps what it planned', async () => {
    files(ROWS);
    const before = await held();
    const plan = await importing('--plan');
    expect([plan.code, plan.stderr]).toEqual([0, '']);
    expect(plan.stdout).toContain('4 rows: 4 taken, 0 refused');
    expect(plan.stdout).toContain('  + Cy Specimen');
    // The second time that Cy Specimen held the office is a fact of its own.
    expect(plan.stdout).toContain('  + HELD_OFFICE|person/cy-specimen|office/mayor-of-exampleville||2009-01-01');
    const [, added] = /^(\d+) added, 0 changed, 0 removed$/m.exec(plan.stdout) ?? [];
    expect([existsSync(join(folder, data, 'mayors')), await held()]).toEqual([false, before]);

    const first = await importing();
    expect(first.code).toBe(0);
    if (isNeo4j) expect(first.stdout).toContain(`${added ?? '?'} written, 0 removed`);
    if (isNeo4j) expect(first.stdout).toContain(`digest ${atHand()}`);
    expect((await importing('--plan')).stdout).toMatch(/^0 added, 0 changed, 0 removed$/m);
  });

  it.skipIf(isMissing)('has nothing to do with the same file', async () => {
    const again = await importing();
    expect([again.code, again.stdout.match(/nothing to do/g)?.length]).toEqual([0, isNeo4j ? 2 : 1]);
    expect(ofRows(again.stdout)).toEqual([]);
  });

  it.skipIf(isMissing)('reads nothing while all that it followed from is the same, unless it is forced to or what it wrote was touched', async () => {
    const same = 'nothing to do: it was made of the same files by the same mapping, beside the same; --force reads them all the same';
    const again = await importing();
    expect([again.code, again.stderr]).toEqual([0, '']);
    expect(again.stdout).toContain(`4 rows: 4 taken, 0 refused, 0 left out by the mapping; 0 of those taken have something refused or doubtful\n`);
    expect(again.stdout).toContain(same);
    if (isNeo4j) expect(again.stdout).toContain('nothing to do: the database holds what the same files said');
    if (isNeo4j) expect(again.stdout).toContain(`digest ${atHand()}`);
    const forced = await importing('--force');
    expect([forced.code, forced.stdout.includes(same), forced.stdout.match(/^nothing to do$/gm)?.length]).toEqual([0, false, isNeo4j ? 2 : 1]);

    const claims = join(folder, data, 'mayors', 'claims.jsonl');
    const whole = readFileSync(claims);
    writeFileSync(claims, whole.subarray(0, whole.length / 2));
    const mended = await importing();
    expect([mended.code, mended.stdout.includes(same), readFileSync(claims).equals(whole)]).toEqual([0, false, true]);

    write({ 'imports/mayors/decisions.yml': 'City:\n  Thirdton: { same: city/otherton, because: A test. }\n' });
    expect((await importing()).stdout).toContain('decision without use: City: thirdton');
    expect((await importing()).stdout).toContain(same);
    rmSync(join(folder, 'imports/mayors/decisions.yml'));
  });

  it.skipIf(isMissing || !isNeo4j)('compares all with a database that somebody else has written to', async () => {
    const skipped = 'nothing to do: the database holds';
    expect((await importing()).stdout).toContain(skipped);
    const {
      claims: [claim],
    } = readAtHand({ seed: join(folder, 'good'), data: join(folder, data) }, vocabulary, new Map());
    const store = openNeo4jStore(address ?? { uri: '', user: '', password: '', database: '' }, vocabulary);
    await store.apply({ entities: { put: [], remove: [] }, links: { put: [], remove: [] }, claims: { put: [], remove: [claim?.id ?? ''] } });
    await store.close();
    const mended = await importing();
    expect([mended.stdout.includes(skipped), mended.stdout.includes('1 written, 0 removed'), await held()]).toEqual([false, true, atHand()]);
    expect((await importing()).stdout).toContain(skipped);
  });

  it.skipIf(isMissing)('tells row by row what a newer file changes, also where it parts a spell anew', async () => {
    files(ROWS.map((row) => row.replace('3,Cy Specimen,Exampleville,2009,2011', '3,Cy Specimen,Exampleville,1990,1994')));
    const plan = await importing('--plan');
    // What comes first keeps the key of the relationship, so the one of 2001 moves.
    expect(plan.stdout).toContain('  + HELD_OFFICE|person/cy-specimen|office/mayor-of-exampleville||2001-01-01');
    expect(plan.stdout).toContain('  - HELD_OFFICE|person/cy-specimen|office/mayor-of-exampleville||2009-01-01');
    const newer = await importing();
    expect(newer.code).toBe(0);
    expect(ofRows(newer.stdout)).toEqual([
      'mayors.csv row 3 (3): - Cy Specimen was mayor of Exampleville.',
      'mayors.csv row 3 (3): + Cy Specimen was mayor of Exampleville.',
    ]);
    expect(newer.stdout).toContain('1 claims added, 0 changed, 1 removed');
    if (isNeo4j) expect(await held()).toBe(atHand());
  });

  it.skipIf(isMissing)('keeps the hash of a file that only looks otherwise, so that its rows are still found in it', async () => {
    files(['no,name,town,began,ended', ...ROWS.slice(1).reverse()].map((row) => row.replace('2009,2011', '1990,1994')));
    const moved = await importing();
    expect([moved.code, ofRows(moved.stdout)]).toEqual([0, []]);
    expect(moved.stdout).toContain('0 claims added, 0 changed, 0 removed');
    const [claim = ''] = readFileSync(join(folder, data, 'mayors', 'claims.jsonl'), 'utf8').split('\n');
    const manifest = JSON.parse(readFileSync(join(folder, data, 'mayors', 'dataset.json'), 'utf8')) as { files: { sha256: string }[] };
    expect((JSON.parse(claim) as { records: { sha256: string }[] }).records[0]?.sha256).toBe(manifest.files[0]?.sha256);
    if (isNeo4j) expect(await held()).toBe(atHand());
  });

  it.skipIf(isMissing)('keeps nothing where an expectation fails, unless it is forced to; one fault leaves the other rows', async () => {
    const many = Array.from({ length: 300 }, (_none, at) => `${String(at + 5)},Person ${String(at)},Otherton,${String(1700 + (at % 300))},`);
    files([...ROWS, ...many.slice(0, 150), '9999,"broken,row', ...many.slice(150)].map((row) => row.replace('"broken', 'a "broken" cell')));
    const before = await held();
    const refused = await importing();
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain('expectation not met: "mayors" has 305 rows; 4 were expected');
    expect(refused.stdout).toContain('nothing is kept');
    expect(await held()).toBe(before);
    expect(readFileSync(join(folder, data, 'mayors-told.csv'), 'utf8')).toContain('refused,mayors.csv,155');

    const forced = await importing('--force');
    expect(forced.code).toBe(0);
    expect(forced.stdout).toContain('305 rows: 304 taken, 1 refused');
    if (isNeo4j) expect(await held()).toBe(atHand());
  });

  it.skipIf(isMissing)('is taken out again without touching the seeds', async () => {
    expect((await run(['datasets', '--data', data, '--seed', 'good', '--remove', 'mayors'], env)).code).toBe(0);
    if (isNeo4j) expect((await run(['apply', '--seed', 'good', '--data', data, '--dataset', 'mayors'], env)).code).toBe(0);
    if (isNeo4j) expect(await held()).toBe(atHand());
    expect(atHand()).toBe(digest(contentOf(vocabulary, readGoodSeeds(vocabulary, join(folder, 'good'), new Map()))));
  });
});

describe('the files of a data set', () => {
  it('are told where there are none, in one line', async () => {
    write({ 'imports/mayors/mapping.yml': MAPPING, 'none/readme': '' });
    const { code, stderr } = await run(['import', 'mayors', '--from', 'none', '--mappings', 'imports', '--seed', 'good', '--data', 'none-data']);
    expect([code, stderr]).toEqual([1, 'none has no file like mayors.csv\n']);
  });

  it('of packages are found from wherever the command runs', async () => {
    const { code, stdout } = await run(['import', 'reference', '--sample', '1', '--data', 'reference-data']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('iso-numeric:020')]);
  });
});
