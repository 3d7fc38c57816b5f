import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { Answer } from './answer.js';
import { readExamples } from './examples.js';

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

const WELCOME = { query: '# Ask here; Ctrl+Space shows what can be asked.\n{ __typename }\n' };

/** GraphiQL with everything that it needs in one page, made when a browser first asks for it and kept compressed. */
export class GraphiQL {
  private page: Promise<Page> | undefined;

  async answer(request: IncomingMessage): Promise<Answer> {
    const { packed, tag } = await (this.page ??= makePage());
    const headers = { etag: tag, 'cache-control': 'no-cache', vary: 'Accept, Accept-Encoding', 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' };
    const type = 'text/html; charset=utf-8';
    if (request.headers['if-none-match'] === tag) return { status: 304, type, body: '', headers };
    if (/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return { status: 200, type, body: packed, headers: { ...headers, 'content-encoding': 'gzip' } };
    const { gunzipSync } = await import('node:zlib');
    return { status: 200, type, body: gunzipSync(packed), headers };
  }
}

async function makePage(): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const examples = readExamples();
  const tabs = examples.length > 0 ? examples.map(({ query }) => ({ query })) : [WELCOME];
  const html = renderGraphiQL({ title: 'Entente', endpoint: '/graphql', defaultTabs: tabs, defaultQuery: tabs[0]?.query ?? WELCOME.query, shouldPersistHeaders: false });
  const packed = await promisify(gzip)(html, { level: constants.Z_BEST_SPEED });
  return { packed, tag: `"${createHash('sha256').update(packed).digest('base64url')}"` };
}
