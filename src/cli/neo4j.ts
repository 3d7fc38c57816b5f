import { Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_VERSION, LocalServerImpossible } from '../graph/neo4j/local-jars.js';
/** The driver comes with it, and is loaded where it is needed only. */
const local = () => import('../graph/neo4j/local.js');

/** `entente neo4j start|stop|status`: a local server, where Java and Maven are at hand. */
export function neo4jCommand(): Command {
  const command = new Command('neo4j').description('a local Neo4j server without Docker, made from its Maven artifacts; needs Java and Maven');
  command
    .command('start')
    .description('start it in the background, wait until it answers and print its address')
    .addOption(new Option('--release <version>', 'which release of Neo4j').default(DEFAULT_VERSION))
    .option('--port <number>', 'Bolt port; a free one by default', portOf)
    .action(async ({ release, port }: { release: string; port?: number }) => {
      const { startLocal } = await local();
      try {
        const { uri } = await startLocal({ version: release, ...(port === undefined ? {} : { port }) });
        console.log(uri);
        console.error(`export NEO4J_URI=${uri} and run: entente apply`);
      } catch (error) {
        if (!(error instanceof LocalServerImpossible)) throw error;
        throw new Error(`${error.message}; install a JDK (17 for Neo4j 5) and Maven, or use docker compose up neo4j`, { cause: error });
      }
    });
  command
    .command('stop')
    .description('stop it')
    .action(async () => {
      const { stopLocal } = await local();
      console.log((await stopLocal()) ? 'stopped' : 'not running');
    });
  command
    .command('status')
    .description('print its address, or that it does not run')
    .action(async () => {
      const { localStatus } = await local();
      const server = localStatus();
      console.log(server ? `${server.uri} (Neo4j ${server.version}, process ${String(server.pid)})` : 'not running');
    });
  return command;
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new InvalidArgumentError('expected a port from 1 to 65535');
  return port;
}
