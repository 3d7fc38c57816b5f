import { vocabulary } from '../../schema/vocabulary.js';
import { schema } from '../../schema/schema.js';
import { countsCheck } from '../../src/graphql/check-counts.js';
import { readTexts, type Texts } from '../../src/load/texts.js';
import { readConfig } from '../../src/server/config.js';
import { createLog } from '../../src/server/log.js';
import { openStore } from '../../src/server/open-store.js';
import { startServer, type RunningServer } from '../../src/server/start.js';
import type { ServedStore } from '../../src/server/store-hooks.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: GraphQLAnswer;
}

export interface GraphQLAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
  readonly extensions?: Record<string, unknown>;
}

export interface Serving {
  readonly server: RunningServer;
  /** Lines that the server logged. */
  readonly logged: readonly string[];
  /** Sends a GraphQL request as clients do. */
  readonly ask: (query: unknown, more?: Record<string, unknown>) => Promise<Answer>;
  readonly fetch: (path: string, init?: RequestInit) => Promise<Answer>;
}

/** The real server on a free port, over the repository's seeds or another store, with the texts of ENTENTE_DOCUMENTS where it is given. */
export async function serve(environment: Record<string, string> = {}, store?: ServedStore, isWarmed = false): Promise<Serving> {
  const config = readConfig({ PORT: '0', ...environment });
  const logged: string[] = [];
  const to = { write: (line: string) => void logged.push(line) };
  // Texts that happen to lie beside the repository are not what a test is about.
  const texts: Texts = environment['ENTENTE_DOCUMENTS'] === undefined ? new Map() : readTexts(config.documents);
  const parts = { config, schema, vocabulary, texts, store: store ?? (await openStore(config, vocabulary, texts, countsCheck(schema, vocabulary))) };
  const server = await startServer({ ...parts, isWarmed, log: await createLog({ level: 'debug', pretty: false, to }) });
  const fetchAnswer = async (path: string, init?: RequestInit): Promise<Answer> => {
    const response = await fetch(server.url + path, init);
    const text = await response.text();
    const isJson = text !== '' && response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, text, json: isJson === true ? (JSON.parse(text) as GraphQLAnswer) : {} };
  };
  return {
    server,
    logged,
    fetch: fetchAnswer,
    ask: (query, more = {}) =>
      fetchAnswer('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        body: JSON.stringify({ query, ...more }),
      }),
  };
}
