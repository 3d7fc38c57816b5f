import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Refusal } from './request-head.js';

/** An answer as it goes out. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How long the rest of a refused body is read and dropped, so that the client sees the answer before the end. */
const DRAIN = 1_000;

/** A refusal in the form of a GraphQL answer, which clients of the endpoint read anyway. */
export function refusalAnswer({ status, code, message, headers }: Refusal, type = 'application/json'): Answer {
  return {
    status,
    type: `${type}; charset=utf-8`,
    body: JSON.stringify({ errors: [{ message, extensions: { code } }] }),
    ...(headers ? { headers } : {}),
  };
}

export function jsonAnswer(status: number, value: unknown): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value), headers: { 'cache-control': 'no-store' } };
}

export function textAnswer(status: number, text: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: text };
}

/** Sends an answer; its length is always known, so no client waits for more. */
export function send(request: IncomingMessage, response: ServerResponse, { status, type, body, headers }: Answer): void {
  if (response.headersSent || response.destroyed) return;
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(status, {
    'content-type': type,
    'content-length': bytes.length,
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
  if (!request.complete) drain(request);
}

function drain(request: IncomingMessage): void {
  request.on('error', () => undefined);
  request.resume();
  const timer = setTimeout(() => request.destroy(), DRAIN);
  timer.unref();
  request.once('close', () => {
    clearTimeout(timer);
  });
}
