import { Command, Option } from 'commander';
import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { sourcesOf } from '../graph/dataset-of.js';
import { countsCheck } from '../graphql/check-counts.js';
import { everything } from '../load/plan.js';
import { readConfig } from '../server/config.js';
import { createLog } from '../server/log.js';
import { Filling } from '../server/fill.js';
import { openStore } from '../server/open-store.js';
import { startServer, type ServerParts } from '../server/start.js';
import { stopOnSignals } from '../server/stop-on-signals.js';
import { filesOf, readManifests } from '../load/datasets.js';
import { dataOption, documentsOption, seedOption, tellMissing, textsIn } from './options.js';
import { wantedContent } from './target.js';

interface Options {
  host?: string;
  port?: string;
  seed: string;
  data: string;
  documents: string;
}

/** `entente serve`: answers GraphQL over HTTP until it is told to stop. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('answer GraphQL over HTTP, from Neo4j where NEO4J_URI is set, else from the seeds')
    .addOption(new Option('--host <address>', 'address to listen at (HOST, 127.0.0.1)'))
    .addOption(new Option('--port <number>', 'port to listen at, 0 for a free one (PORT, 4000)'))
    .addOption(seedOption())
    .addOption(dataOption())
    .addOption(documentsOption())
    .action(serve);
}

async function serve({ host, port, seed, data, documents }: Options): Promise<void> {
  const config = readConfig({
    ...process.env,
    ...(host === undefined ? {} : { HOST: host }),
    ...(port === undefined ? {} : { PORT: port }),
    ENTENTE_SEED: seed,
    ENTENTE_DATA: data,
    ENTENTE_DOCUMENTS: documents,
  });
  const log = await createLog({ level: config.logLevel, pretty: !config.isProduction && process.stderr.isTTY });
  const texts = Object.assign(textsIn(config.documents), { files: filesOf(readManifests(config.data)) });
  console.log(config.neo4j ? 'Entente opens Neo4j …' : `Entente reads ${config.seed} …`);
  const store = await openStore(config, vocabulary, texts, countsCheck(schema, vocabulary));
  const filling = config.fill && config.neo4j ? new Filling() : undefined;
  const server = await listening({ config, schema, vocabulary, store, texts, log, filling, isWarmed: true });
  const stopped = stopOnSignals(server, log);
  const ended = new AbortController();
  const filled = filling?.run(store, everything(wantedContent({ seed, data, documents })), log, ended.signal);
  console.log(`Entente answers at ${server.url}/graphql (${store.engine})`);
  // A database that does not answer yet is no reason to wait.
  void sourcesOf(vocabulary, store).then(
    (sources) => {
      tellMissing(sources, texts, config.documents);
    },
    () => undefined,
  );
  log.info({ url: server.url, engine: store.engine, texts: texts.size }, 'listening');
  await stopped;
  ended.abort();
  await filled;
  log.info('stopped');
}

async function listening(parts: ServerParts) {
  try {
    return await startServer(parts);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new Error(`port ${String(parts.config.port)} is in use; take another with --port or PORT`, { cause: error });
    }
    throw error;
  }
}
