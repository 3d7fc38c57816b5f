import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { Command } from 'commander';
import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { aborting } from '../graph/aborting.js';
import { countsCheck } from '../graphql/check-counts.js';
import { filesOf, readManifests } from '../load/datasets.js';
import { mcpServer } from '../mcp/server.js';
import { readConfig } from '../server/config.js';
import { Gate } from '../server/gate.js';
import { createEndpoint } from '../server/graphql-endpoint.js';
import { createLog } from '../server/log.js';
import { mcpParts } from '../server/mcp-endpoint.js';
import { openStore } from '../server/open-store.js';
import { dataOption, documentsOption, seedOption, textsIn } from './options.js';

interface Options {
  seed: string;
  data: string;
  documents: string;
}

/** `entente mcp`: answers agents over standard input and output until its input ends. */
export function mcpCommand(): Command {
  return new Command('mcp')
    .description('answer agents over standard input and output (Model Context Protocol), from Neo4j where NEO4J_URI is set, else from the seeds')
    .addOption(seedOption())
    .addOption(dataOption())
    .addOption(documentsOption())
    .action(async ({ seed, data, documents }: Options) => {
      const config = readConfig({ ...process.env, ENTENTE_SEED: seed, ENTENTE_DATA: data, ENTENTE_DOCUMENTS: documents });
      const log = await createLog({ level: 'silent', pretty: false });
      const texts = Object.assign(textsIn(config.documents), { files: filesOf(readManifests(config.data)) });
      const store = await openStore(config, vocabulary, texts, countsCheck(schema, vocabulary));
      const endpoint = createEndpoint(schema, config, { vocabulary, store, texts, limits: config.limits, gate: new Gate(config.limits.executions) });
      const call = { id: 'mcp', log, signal: aborting().signal, notes: { operation: null, nodes: null, codes: new Set<string>() } };
      const server = mcpServer(mcpParts(schema, vocabulary, endpoint, call));
      const ended = new Promise<void>((resolve) => {
        process.stdin.once('end', resolve);
        server.server.onclose = resolve;
      });
      await server.connect(new StdioServerTransport());
      await ended;
      await server.close();
      await store.close();
    });
}
