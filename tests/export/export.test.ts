import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import { statementsOf } from '../../src/export/cypher.js';
import { FORMATS } from '../../src/export/formats.js';
import { WholeGraph, type GraphSource } from '../../src/export/graph-source.js';
import { exportHandler } from '../../src/export/http.js';
import { sourceOf } from '../../src/export/request.js';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import { fillLocal } from '../../src/graph/neo4j/local-import.js';
import { startLocal, stopLocal } from '../../src/graph/neo4j/local.js';
import { openNeo4jStore } from '../../src/graph/neo4j/neo4j-store.js';
import { claimProperties, entityProperties, linkProperties } from '../../src/graph/neo4j/properties.js';
import { contentOf, digest, everything } from '../../src/load/plan.js';
import { readSeeds } from '../../src/load/seeds.js';
import { openEmptyNeo4j, address, why } from '../contract/stores.js';
import { seeds } from '../graphql/asking.js';
import { Raw } from '../neo4j/raw.js';
import { serve } from '../server/serving.js';
import { randomGraph } from '../paths/random-graph.js';
import { awkward } from './awkward.js';
import { findReaders, readBack } from './readers.js';

const readers = findReaders();
const skipped = 'missing' in readers ? ` (skipped: ${readers.missing})` : '';
const folder = mkdtempSync(join(tmpdir(), 'entente-export-'));
const store = new EmbeddedStore(vocabulary);
const whole: GraphSource = new WholeGraph(vocabulary, store);

beforeAll(() => store.apply(everything(awkward)));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function write(format: string, part: number, source: GraphSource = whole, name = `${format}-${String(part)}`): Promise<string> {
  const path = join(folder, name);
  await pipeline(Readable.from(FORMATS[format]?.parts[part]?.write(source) ?? []), createWriteStream(path));
  return path;
}

async function text(format: string, source: GraphSource = whole): Promise<string> {
  let all = '';
  for await (const chunk of FORMATS[format]?.parts[0]?.write(source) ?? []) all += chunk;
  return all;
}

// eslint-disable-next-line @typescript-eslint/require-await -- the interface is read page by page
async function* pageOf<T>(items: readonly T[]): AsyncGenerator<readonly T[]> {
  yield items;
}

/** XML 1.0 cannot hold most control characters. */
const inXml = (label: string) => label.replace('\u{1}', '\u{FFFD}');
const triples = awkward.links.map(({ from, type, to }) => [from, type, to]).sort();

describe(`exports read by other people's readers${skipped}`, () => {
  const at = 'missing' in readers;

  it.skipIf(at).each(['graphml', 'gexf'])('%s holds every entity and relationship for networkx', async (format) => {
    const found = readBack(readers, format, await write(format, 0));
    expect(found['nodes']).toEqual(Object.fromEntries(awkward.entities.map(({ id, label }) => [id, inXml(label)])));
    expect(found['edges']).toEqual(triples);
    expect(found['intended']).toBe(awkward.links.filter(({ intended }) => intended).length);
  });

  it.skipIf(at)('Turtle and JSON-LD are the same graph for rdflib, and state only what is so', async () => {
    const found = readBack(readers, 'rdf', await write('turtle', 0), await write('jsonld', 0));
    expect(found['same']).toBe(true);
    expect(found['labels']).toEqual(Object.fromEntries(awkward.entities.map(({ id, label }) => [id, label])));
    expect(found['claims']).toBe(awkward.claims.length);
    const stated = awkward.links.filter(({ intended }) => !intended).map(({ from, type, to }) => [from, type, to]);
    expect(found['links']).toEqual([...new Set(stated.map((item) => JSON.stringify(item)))].map((item) => JSON.parse(item) as string[]).sort());
  });

  it.skipIf(at)('sheets hold every row, and nothing that a spreadsheet would run', async () => {
    const entities = readBack(readers, 'csv', await write('csv', 0))['rows'] as Record<string, string>[];
    expect(entities.map(({ id }) => id).sort()).toEqual(awkward.entities.map(({ id }) => id).sort());
    expect(entities.find(({ id }) => id === 'country/xb')?.['label']).toMatch(/^'=HYPERLINK/);
    const links = readBack(readers, 'csv', await write('csv', 1))['rows'] as Record<string, string>[];
    expect(links.map(({ from, type, to }) => [from, type, to]).sort()).toEqual(triples);
    expect(readBack(readers, 'csv', await write('csv', 2))['rows']).toHaveLength(awkward.claims.length);
  });
});

it('files for neo4j-admin have a column for every property that the store writes, of its type', async () => {
  const { entities, links, claims } = contentOf(vocabulary, seeds);
  const source: GraphSource = {
    vocabulary,
    about: '',
    entities: () => pageOf(entities),
    links: () => pageOf(links),
    claims: () => pageOf(claims),
  };
  const written = [
    entities.map((entity) => entityProperties(entity)),
    links.map((link) => linkProperties(link)),
    claims.map((claim) => claimProperties(vocabulary, claim)),
  ];
  for (const [at, items] of written.entries()) {
    let head = '';
    for await (const chunk of FORMATS['neo4j-csv']?.parts[at]?.write(source) ?? []) head ||= chunk;
    const types = new Map(
      head
        .trim()
        .split(',')
        .map((column) => column.split(':') as [string, string]),
    );
    const wrong = items.flatMap((properties) =>
      Object.entries(properties).flatMap(([name, value]) => {
        const [first = ''] = [value].flat();
        const type = `${typeof first === 'number' ? 'double' : typeof first}${typeof value === 'object' ? '[]' : ''}`;
        return name === 'id' || types.get(name) === type ? [] : [`${name} is ${type}, not ${types.get(name) ?? 'there'}`];
      }),
    );
    expect([...new Set(wrong)]).toEqual([]);
  }
});

describe(`exports that Neo4j reads${why}`, () => {
  it.skipIf(!address)('the script makes a database that the store takes for its own', async () => {
    const neo4j = await openEmptyNeo4j(vocabulary);
    if (!address) return;
    const raw = new Raw(address);
    try {
      const statements = statementsOf(await text('cypher'));
      for (const statement of [...statements, ...statements]) await raw.run(statement);
      expect(digest(await neo4j.content())).toBe(digest(awkward));
      const [row] = await raw.run('MATCH (n:Entity) RETURN count(n) AS count');
      expect(row?.['count']).toBe(awkward.entities.length);
    } finally {
      await raw.close();
      await neo4j.close();
    }
  });

  it.skipIf(!address)(
    'neo4j-admin imports the files into a database that the store takes for its own',
    async () => {
      const home = join(folder, 'neo4j');
      const [entities, links, claims] = [await write('neo4j-csv', 0), await write('neo4j-csv', 1), await write('neo4j-csv', 2)];
      const server = await fillLocal(await startLocal({ folder: home }), home, { nodes: [entities, claims], relationships: [links] });
      const imported = openNeo4jStore({ uri: server.uri, user: 'neo4j', password: '', database: 'neo4j', statementTimeout: 30_000 }, vocabulary);
      try {
        await imported.prepare();
        expect(digest(await imported.content())).toBe(digest(awkward));
        expect(await imported.problems()).toEqual([]);
      } finally {
        await imported.close();
        await stopLocal(home);
      }
    },
    240_000,
  );
});

describe('the server', () => {
  it('streams an export at /export', async () => {
    const { server, fetch } = await serve({}, store);
    try {
      const good = await fetch('/export?format=turtle&around=country/xa');
      expect(good).toMatchObject({ status: 200, text: expect.stringContaining('urn:entente:country/xa') as string });
      expect(good.headers.get('content-type')).toBe('text/turtle; charset=utf-8');
      expect(good.headers.get('x-content-type-options')).toBe('nosniff');
      expect((await fetch('/export', { method: 'HEAD' })).status).toBe(400);
      expect((await fetch('/export?format=turtle&around=country/xa', { method: 'HEAD' })).text).toBe('');
      expect((await fetch('/export?format=turtle', { method: 'POST' })).status).toBe(405);
      expect(await fetch('/export?format=turtle&around=%00')).toMatchObject({ status: 400 });
      for (let at = 0; at < 10; at += 1) expect((await fetch('/export?format=gexf')).status).toBe(200);
    } finally {
      await server.stop();
    }
  });
});

describe('an export', () => {
  it('reads a hub page by page and brings each relationship once', async () => {
    const content = randomGraph(4, 400);
    const large = new EmbeddedStore(vocabulary);
    await large.apply(everything(content));
    const keys: string[] = [];
    for await (const links of new WholeGraph(vocabulary, large).links()) keys.push(...links.map(({ key }) => key));
    expect(keys.sort()).toEqual(content.links.map(({ key }) => key).sort());
  });

  it('holds what surrounds an entity, and says when that is not all', async () => {
    const source = await sourceOf(vocabulary, store, { format: 'graphml', around: ['country/xa'], hops: 1 }, 100);
    const ids: string[] = [];
    for await (const entities of source.entities()) ids.push(...entities.map(({ id }) => id));
    expect(ids[0]).toBe('country/xa');
    expect(ids).toContain('city/xa-port');
    expect(ids).not.toContain('city/xb-bay');
    for await (const links of source.links()) for (const { from, to } of links) expect(ids).toEqual(expect.arrayContaining([from, to]));
    const small = await sourceOf(vocabulary, store, { format: 'graphml', around: ['country/xa'], hops: 1 }, 3);
    expect(small.truncated).toBe('there are more than 3 entities');
    expect(await text('graphml', small)).toContain('Not complete: there are more than 3 entities.');
  });

  it('is what a lens shows, and says so', async () => {
    const seeds = new EmbeddedStore(vocabulary);
    await seeds.apply(everything(contentOf(vocabulary, readSeeds(vocabulary, 'seed', new Map()).dataset)));
    const ask = async (query: string) => {
      const { status, body, done } = await exportHandler(vocabulary)(new URLSearchParams(`format=csv&part=claims&around=person/to-lam&${query}`), seeds);
      let all = '';
      for await (const chunk of typeof body === 'string' ? [body] : body) all += chunk;
      done();
      return { status, all };
    };
    const [plain, one, before, of] = [
      await ask(''),
      await ask('source=source/vna-to-lam-macron-2025'),
      await ask('known-by=2024'),
      await ask('as-of=2025-05-26'),
    ];
    expect([plain.status, one.status, of.status]).toEqual([200, 200, 200]);
    expect(one.all).toContain('source/vna-to-lam-macron-2025');
    expect(before).toMatchObject({ status: 400, all: expect.stringContaining('there is no "person/to-lam" as known by 2024') as string });
    const source = await sourceOf(vocabulary, seeds, { format: 'gexf', around: ['country/kr'], hops: 1, asOf: '1995', accordingTo: 'country/kr' }, 5_000);
    expect(source.about).toContain(' Seen as of 1995, according to country/kr.');
    const unknown = await ask('source=source/vna-to-lam-macron-2026');
    expect(unknown.all).toBe('there is no "source/vna-to-lam-macron-2026" among the sources; did you mean "source/vna-to-lam-macron-2025"?\n');
  });

  it('is answered over HTTP, or refused with what would do', async () => {
    const handle = exportHandler(vocabulary, 8);
    const ask = (query: string) => handle(new URLSearchParams(query), store);
    expect(await ask('format=gexf')).toMatchObject({ status: 400, body: expect.stringContaining('more than 8') as string });
    expect(await ask('format=gefx&around=country/xa')).toMatchObject({ status: 400, body: expect.stringContaining('did you mean "gexf"') as string });
    expect(await ask('format=csv&around=country/xa')).toMatchObject({ status: 400, body: 'name the part: entities, relationships, claims\n' });
    expect(await ask('format=gexf&around=person/ada-oka')).toMatchObject({
      status: 400,
      body: 'there is no "person/ada-oka"; did you mean "person/ada-oak"?\n',
    });
    expect(await ask('format=gexf&around=country/xa&hops=99')).toMatchObject({ status: 400 });
    expect(await ask('format=gexf&around=country/xa&hops=-1')).toMatchObject({ status: 400 });
    expect(await ask('format=__proto__')).toMatchObject({ status: 400 });
    expect(await ask('format=gexf&arround=country/xa')).toMatchObject({ status: 400, body: expect.stringContaining('did you mean "around"') as string });
    expect(await ask('format=gexf&format=csv')).toMatchObject({ status: 400, body: 'format is given more than once\n' });
    expect(await ask('format=gexf&hops=2')).toMatchObject({ status: 400, body: 'hops says how far around an entity; name one with around\n' });
    expect(await ask('format=gexf&around=country/xa&as-of=yesterday')).toMatchObject({
      status: 400,
      body: 'as-of: expected an EDTF date such as 2006-06, got "yesterday"\n',
    });
    expect(await ask('format=gexf&around=country/xa&source=country/xa')).toMatchObject({ status: 400, body: 'there is no "country/xa" among the sources\n' });
    expect(await ask('format=gexf&around=country/xa&according-to=country/nowhere')).toMatchObject({ status: 400 });
    const good = await ask('format=csv&part=claims&around=country/xa');
    expect(good).toMatchObject({ status: 200, headers: { 'content-disposition': 'attachment; filename="claims.csv"', 'x-entente-truncated': 'true' } });
    const open = [good, await ask('format=gexf&around=country/xa'), await ask('format=gexf&around=country/xa'), await ask('format=gexf&around=country/xa')];
    expect(await ask('format=gexf&around=country/xa')).toMatchObject({ status: 503 });
    for (const { body, done } of open) {
      if (typeof body !== 'string') for await (const chunk of body) expect(chunk).toBeTypeOf('string');
      done();
      done();
    }
    expect(await ask('format=gexf&around=country/xa')).toMatchObject({ status: 200 });
  });
});
