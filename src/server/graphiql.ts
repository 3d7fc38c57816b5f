import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { gunzip } from 'node:zlib';
import type { Answer } from './answer.js';
import { readExamples, type Example } from './examples.js';

interface Page {
  readonly packed: Buffer;
  readonly tag: string;
}

/** A browser that obeys cannot reach anything but this server, whatever the page holds. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const WELCOME: Example = { variables: null, query: '# Ask here; Ctrl+Space shows what can be asked.\n{ __typename }\n' };

/** GraphiQL with everything that it needs in one page, made when a browser first asks for it and kept compressed. */
export class GraphiQL {
  private page: Promise<Page> | undefined;

  async answer(request: IncomingMessage): Promise<Answer> {
    this.page ??= makePage();
    this.page.catch(() => (this.page = undefined));
    const { packed, tag } = await this.page;
    const headers = {
      etag: tag,
      'cache-control': 'no-cache',
      vary: 'Accept, Accept-Encoding',
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
    };
    const type = 'text/html; charset=utf-8';
    if (request.headers['if-none-match'] === tag) return { status: 304, type, body: '', headers };
    if (/\bgzip\b/.test(request.headers['accept-encoding'] ?? ''))
      return { status: 200, type, body: packed, headers: { ...headers, 'content-encoding': 'gzip' } };
    return { status: 200, type, body: await promisify(gunzip)(packed), headers };
  }
}

/** Runs in a thread of its own, whose end gives back some 60 MB that the page's parts take. */
const RENDER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { gzipSync } = require('node:zlib');
  const { renderGraphiQL } = require(workerData.module);
  const html = renderGraphiQL(workerData.options).replace('<div id="root"></div>', (root) => root + workerData.script);
  parentPort.postMessage(gzipSync(html));
`;

async function makePage(): Promise<Page> {
  const examples = readExamples();
  const tabs = examples.length > 0 ? examples : [WELCOME];
  const options = { title: 'Entente', endpoint: '/graphql', defaultTabs: tabs, defaultQuery: tabs[0]?.query ?? WELCOME.query, shouldPersistHeaders: false };
  const script = `<script>${firstVisit(tabs[0] ?? WELCOME)}</script>`;
  const require = createRequire(import.meta.url);
  const module = require.resolve('@graphql-yoga/render-graphiql');
  const worker = new Worker(RENDER, { eval: true, workerData: { module, options, script } });
  const [rendered] = (await once(worker, 'message')) as [Uint8Array];
  const packed = Buffer.from(rendered);
  return { packed, tag: `"${createHash('sha256').update(packed).digest('base64url')}"` };
}

/** GraphiQL gives the first tab the variables of its last visit; on the first visit, these are made to fit. */
function firstVisit({ query, variables }: Example): string {
  const seen = { 'graphiql:query': query, 'graphiql:variables': variables ?? '' };
  const values = JSON.stringify(seen).replaceAll('<', '\\u003c');
  return `if (localStorage.getItem('graphiql:tabState') === null) for (const [key, value] of Object.entries(${values})) localStorage.setItem(key, value);`;
}
