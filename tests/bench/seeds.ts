import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extensions, schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { printed } from '../../src/graphql/printed.js';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import { LocalServerImpossible } from '../../src/graph/neo4j/local-jars.js';
import { startLocal, stopLocal } from '../../src/graph/neo4j/local.js';
import { openNeo4jStore } from '../../src/graph/neo4j/neo4j-store.js';
import type { GraphStore } from '../../src/graph/store.js';
import { publish } from '../../src/graphql/publish.js';
import { contentOf, everything } from '../../src/load/plan.js';
import { readGoodSeeds } from '../../src/load/seeds.js';
import { measureAnswers, measureFirstLooks, measureLens, measureRelations, measureStart, type Measure } from './answers.js';

/**
 * `npm run bench`: with the seeds of this repository, on the embedded engine and on a local Neo4j where Java and
 * Maven are at hand: the size of the schema and how long it takes to build, start to first answer, resident memory, the operations of the catalogue with their round trips, what a lens
 * costs beside the plain question, paths, subgraph, timeline, and questions in words. Needs `npm run build`. `npm run bench:world` measures generated graphs.
 */
const content = everything(contentOf(vocabulary, readGoodSeeds(vocabulary, 'seed', new Map())));

async function report(store: GraphStore, trips: () => number, environment: NodeJS.ProcessEnv): Promise<void> {
  const { milliseconds, megabytes } = await measureStart(environment);
  console.log(`\n${store.engine}: first answer after ${milliseconds.toFixed(0)} ms, ${String(megabytes)} MB resident`);
  for (const measures of [measureAnswers, measureLens, measureFirstLooks, measureRelations]) {
    for (const measured of [await measures(store, trips)].flat()) console.log(line(measured));
  }
}

function line({ name, p50, p99, roundTrips }: Measure): string {
  return `${name.padEnd(42)} p50 ${p50.toFixed(2).padStart(7)} ms  p99 ${p99.toFixed(2).padStart(7)} ms  ${String(roundTrips)} round trips`;
}

/** How much processor it takes to build the schema: at first, and once the code is warm. */
function buildSchemas(): readonly number[] {
  return Array.from({ length: 10 }, () => {
    const before = process.cpuUsage();
    publish(vocabulary, extensions);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
}

const built = buildSchemas();
const warm = [...built].sort((a, b) => a - b)[Math.floor(built.length / 2)] ?? 0;
console.log(
  `schema: ${String(printed(schema).length)} characters, built in ${String(Math.round(warm))} ms of processor, at first ${String(Math.round(built[0] ?? 0))} ms`,
);

const embedded = new EmbeddedStore(vocabulary);
await embedded.apply(content);
await report(embedded, () => 0, {});

const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
try {
  const { uri } = await startLocal({ folder });
  let statements = 0;
  const store = openNeo4jStore({ uri, user: 'neo4j', password: '', database: 'neo4j', onStatement: () => (statements += 1) }, vocabulary);
  await store.apply(content);
  await report(store, () => statements, { NEO4J_URI: uri });
  await store.close();
} catch (error) {
  if (!(error instanceof LocalServerImpossible)) throw error;
  console.log(`\nneo4j: not measured: ${error.message}`);
} finally {
  await stopLocal(folder);
  rmSync(folder, { recursive: true, force: true });
}
