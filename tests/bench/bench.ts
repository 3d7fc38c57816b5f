import { vocabulary } from '../../schema/vocabulary.js';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import { openNeo4jStore } from '../../src/graph/neo4j/neo4j-store.js';
import type { ChangeSet, GraphStore } from '../../src/graph/store.js';
import { changesOf } from './changes.js';
import { generate, generateHubs, random, WORLDS, type Item, type World } from './generate.js';
import { measure, type Bench } from './registry.js';
import { hubs, relations } from './relations.js';

/**
 * `npm run bench:world -- [small|medium|large|hubs] [part of a name]`: asks every benchmark's questions of the embedded
 * engine and, when NEO4J_URI is set, of Neo4j; BENCH_LOAD=1 fills an empty Neo4j first, BENCH_ENGINE=neo4j leaves the
 * embedded one out. Times inform, nothing is asserted.
 */
interface Setting {
  readonly world: World;
  readonly items: () => Iterable<Item>;
  readonly benches: readonly Bench[];
}

const HUB = 1_000_000;
const SETTINGS = new Map<string, Setting>([
  ...Object.entries(WORLDS).map(([name, world]): [string, Setting] => [name, { world, items: () => generate(world), benches: relations }]),
  ['hubs', { world: { size: HUB, seed: 6, countries: 2 }, items: () => generateHubs(HUB, 6), benches: hubs }],
]);

const [size = 'medium', part = ''] = process.argv.slice(2);
const setting = SETTINGS.get(size);
if (!setting) throw new Error(`unknown world ${size}; there are ${[...SETTINGS.keys()].join(', ')}`);
const { world, items, benches } = setting;

function changes(): ChangeSet {
  const made = changesOf(items());
  console.log(`${size}: ${String(made.entities.put.length)} entities, ${String(made.links.put.length)} relationships`);
  return made;
}

async function run(store: GraphStore): Promise<void> {
  for (const bench of benches.filter(({ name }) => name.includes(part))) {
    const { name, p50, p99, roundTrips, outcomes } = await measure(bench, { vocabulary, reader: store, world, next: random(99) });
    const told = Object.entries(outcomes).map(([outcome, count]) => `${String(count)} ${outcome}`);
    console.log(
      [
        store.engine.padEnd(9),
        name.padEnd(36),
        `p50 ${p50.toFixed(1)} ms`.padEnd(14),
        `p99 ${p99.toFixed(1)} ms`.padEnd(15),
        `${String(roundTrips)} round trips`.padEnd(15),
        told.join(', '),
      ].join(' '),
    );
  }
}

if (process.env['BENCH_ENGINE'] !== 'neo4j') {
  const embedded = new EmbeddedStore(vocabulary);
  await embedded.apply(changes());
  await run(embedded);
}
const uri = process.env['NEO4J_URI'];
if (uri !== undefined) {
  const store = openNeo4jStore(
    { uri, user: process.env['NEO4J_USER'] ?? 'neo4j', password: process.env['NEO4J_PASSWORD'] ?? '', database: process.env['NEO4J_DATABASE'] ?? 'neo4j' },
    vocabulary,
  );
  if (process.env['BENCH_LOAD'] === '1') await store.apply(changes());
  await run(store);
  await store.close();
}
