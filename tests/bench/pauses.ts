import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { LocalServerImpossible } from '../../src/graph/neo4j/local-jars.js';
import { startLocal, stopLocal } from '../../src/graph/neo4j/local.js';
import { openNeo4jStore } from '../../src/graph/neo4j/neo4j-store.js';
import type { ServedStore } from '../../src/server/store-hooks.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { seeds } from '../ask/asking.js';
import { serve } from '../server/serving.js';

/**
 * `npm run bench:pauses`: the dearest requests that are permitted, one after the other, on the embedded engine and, where
 * Java and Maven are at hand, on a local Neo4j: how long each takes, and the longest pause of the event loop meanwhile. A request that is
 * refused says so. Times inform, nothing is asserted.
 */
const nodes = (field: string, below: string) => `${field} { nodes { ${below} } }`;
const DEAREST: Readonly<Record<string, string>> = {
  'events, who was there, and their events': nodes(
    'events(first: 30)',
    `id ${nodes('participants(first: 12)', `id ... on Person { ${nodes('events(first: 20)', 'id label kind')} }`)}`,
  ),
  'people and their events and places': nodes('people(first: 100)', `id label ${nodes('events(first: 20)', 'id label')}`),
  'countries, their events, who was there': nodes('countries(first: 20)', nodes('events(first: 20)', nodes('participants(first: 20)', 'id label'))),
  'claims of all people': nodes('people(first: 100)', nodes('claims(first: 20)', 'id summary')),
  'claims of all events': nodes('events(first: 100)', nodes('claims(first: 20)', 'id summary')),
  'partnerships with their facts': nodes('partnerships(first: 100)', `id fact(property: "since") { ${nodes('claims(first: 20)', 'id value')} }`),
  'filtered counts': Array.from(
    { length: 20 },
    (_none, at) => `c${String(at)}: events(where: { involves: { all: ["country/fr"] } }, first: ${String(at + 1)}) { totalCount }`,
  ).join(' '),
  facets: Array.from({ length: 10 }, (_none, at) => `f${String(at)}: events { facets(by: WHEN_YEAR, first: ${String(at + 10)}) { nodes { key count } } }`).join(
    ' ',
  ),
  'a first look through a lens': `view(asOf: "2016-06-01") { ${nodes('partnerships(first: 100)', 'id label')} }`,
  'a first look by what was known': `view(knownBy: "2020-01-01") { ${nodes('events(first: 100)', 'id label')} }`,
  'a first look at one side': `view(accordingTo: "city/gyeongju") { ${nodes('partnerships(first: 100)', 'id label')} }`,
  'two lenses side by side': `a: view(asOf: "2001") { events { totalCount } } b: view(asOf: "2002") { events { totalCount } }`,
  'all disputes': 'disputes(first: 100) { nodes { explanation } }',
  'all checks of counts': 'countChecks(first: 100) { totalCount }',
  'paths between two hubs': 'paths(from: ["country/fr"], to: ["country/kr"], first: 10, maxHops: 4) { outcome }',
  'paths of best evidence': 'paths(from: ["person/to-lam"], to: ["person/lee-jae-myung"], first: 10, rankBy: BEST_EVIDENCED) { outcome }',
  'what surrounds a hub': 'subgraph(around: ["country/kr"], hops: 3, first: 200) { truncated nodes { id } }',
  'a timeline of two hubs': 'timeline(of: { any: ["country/fr", "country/kr"] }, first: 100) { nodes { sentence } }',
  'a long question in words':
    'ask(text: "Which cities of France that are twinned with a city of South Korea have a partnership that was signed before 2015 and an event that Emmanuel Macron and Lee Jae Myung took part in in 2025?") { outcome sentence }',
  'a question in words': 'ask(text: "Which calls or meetings took place in 2023?") { outcome sentence }',
  'a search of one letter': `search(text: "a", first: 100) { nodes { id } }`,
};

async function report(store?: ServedStore): Promise<void> {
  const { ask, server } = await serve({ ENTENTE_LOG_LEVEL: 'silent' }, store);
  for (const [name, selection] of Object.entries(DEAREST)) {
    const pauses = monitorEventLoopDelay({ resolution: 1 });
    pauses.enable();
    const began = performance.now();
    const { json } = await ask(`{ ${selection} }`);
    const took = performance.now() - began;
    pauses.disable();
    const told = json.errors?.[0]?.message ?? `cost ${JSON.stringify(json.extensions?.['cost'])}`;
    console.log(`${name.padEnd(42)} ${took.toFixed(0).padStart(6)} ms  longest pause ${(pauses.max / 1e6).toFixed(0).padStart(5)} ms  ${told.slice(0, 90)}`);
  }
  await server.stop();
}

console.log('embedded');
await report();
const folder = mkdtempSync(join(tmpdir(), 'entente-pauses-'));
try {
  const { uri } = await startLocal({ folder });
  const store = openNeo4jStore({ uri, user: 'neo4j', password: '', database: 'neo4j' }, vocabulary);
  await store.apply(seeds());
  console.log('neo4j');
  await report(store);
} catch (error) {
  if (!(error instanceof LocalServerImpossible)) throw error;
  console.log(`neo4j: not measured: ${error.message}`);
} finally {
  await stopLocal(folder);
  rmSync(folder, { recursive: true, force: true });
}
