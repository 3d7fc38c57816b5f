import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GraphQLSchema } from 'graphql';
import { exportHandler } from '../export/http.js';
import { aborting } from '../graph/aborting.js';
import { stopping } from '../graphql/errors.js';
import type { Texts } from '../load/texts.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { send, textAnswer } from './answer.js';
import type { Address, Config } from './config.js';
import { Connections } from './connections.js';
import { Explorer } from './explorer.js';
import type { Filling } from './fill.js';
import { Front } from './front.js';
import { Gate } from './gate.js';
import { createEndpoint } from './graphql-endpoint.js';
import { createMcpEndpoint } from './mcp-endpoint.js';
import type { Logger } from './log.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';
import type { ServedStore } from './store-hooks.js';
import { answerUnread } from './unread.js';
import { warm } from './warm.js';
import { withinTime } from './within-time.js';

export interface ServerParts {
  readonly config: Config;
  readonly schema: GraphQLSchema;
  readonly vocabulary: Vocabulary;
  readonly store: ServedStore;
  readonly texts: Texts;
  readonly log: Logger;
  /** Under way while the database is being filled. */
  readonly filling?: Filling | undefined;
  /** Whether what takes longest to find is found before somebody waits for it. */
  readonly isWarmed?: boolean;
}

export interface RunningServer {
  /** Where it listens, such as http://127.0.0.1:4000. */
  readonly url: string;
  /** Takes no new requests, lets those in flight end, closes the store; resolves when all is closed. */
  stop(): Promise<void>;
}

const HEAD_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 15_000;
const CHECK_INTERVAL = 1_000;
const STORE_CLOSE = 500;

/** Of the time to stop, the share after which requests that still run are ended, so that they are answered. */
const LAST_CALL = 0.9;

/** Starts the server; rejects when it cannot listen. The store need not be reachable. */
export async function startServer({ config, schema, vocabulary, store, texts, log, filling, isWarmed = false }: ServerParts): Promise<RunningServer> {
  const gate = new Gate(config.limits.executions);
  const metrics = new Metrics(gate);
  store.observe?.((note) => {
    metrics.statement(note);
  });
  let isStopping = false;
  const readiness = new Readiness(store, log, filling);
  const endpoint = createEndpoint(schema, config, { vocabulary, store, texts, limits: config.limits, gate });
  const front = new Front({
    config,
    log,
    endpoint,
    mcp: createMcpEndpoint(schema, vocabulary, endpoint),
    explorer: new Explorer(vocabulary, endpoint),
    readiness,
    metrics,
    exports: exportHandler(vocabulary),
    store,
    isStopping: () => isStopping,
  });
  const server = createServer(
    { headersTimeout: HEAD_TIMEOUT, requestTimeout: REQUEST_TIMEOUT, connectionsCheckingInterval: CHECK_INTERVAL },
    (request, response) => {
      front.handle(request, response).catch((error: unknown) => {
        log.error({ err: error }, 'an answer could not be sent');
        response.destroy();
      });
    },
  );
  server.on('clientError', answerUnread);
  const connections = new Connections(server);
  await listening(server, config);
  readiness.watch();
  const warming = aborting();
  if (isWarmed) void warm(endpoint, gate, log, warming.signal);
  const counters = typeof config.metrics === 'object' ? await metricsServer(metrics, config.metrics) : null;
  const stop = async () => {
    isStopping = true;
    warming.abort(stopping());
    readiness.stop();
    counters?.close();
    await ended({ server, connections, gate, stopTimeout: config.limits.stopTimeout });
    await withinTime(store.close(), STORE_CLOSE).catch((error: unknown) => {
      log.warn({ err: error }, 'the store did not close in time');
    });
  };
  let stopped: Promise<void> | undefined;
  return { url: urlOf(server.address() as AddressInfo), stop: () => (stopped ??= stop()) };
}

interface Ending {
  readonly server: Server;
  readonly connections: Connections;
  readonly gate: Gate;
  readonly stopTimeout: number;
}

/** Resolves when the requests in flight have ended; those that still run when the time is nearly over are ended, and what is left after it is cut. */
async function ended({ server, connections, gate, stopTimeout }: Ending): Promise<void> {
  const last = setTimeout(() => {
    gate.endAll(stopping());
  }, stopTimeout * LAST_CALL);
  const late = setTimeout(() => {
    server.closeAllConnections();
  }, stopTimeout);
  await connections.areRead(stopTimeout * LAST_CALL);
  const closed = once(server, 'close');
  server.close();
  connections.closeUnused();
  await closed;
  clearTimeout(last);
  clearTimeout(late);
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${String(port)}`;
}

async function listening(server: Server, { host, port }: Address): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

/** Answers /metrics, and nothing else, at an address of its own. */
async function metricsServer(metrics: Metrics, at: Address): Promise<Server> {
  const server = createServer((request, response) => {
    const asked = request.url === '/metrics' ? metrics.answer() : Promise.resolve(textAnswer(404, 'Not found. Metrics are at /metrics.\n'));
    asked.then(
      (answer) => {
        send(request, response, answer);
      },
      () => response.destroy(),
    );
  });
  await listening(server, at);
  return server.unref();
}
