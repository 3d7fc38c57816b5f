import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Refusal } from './request-head.js';

/** An answer as it goes out. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of the body: written as fast as the client reads. */
  readonly stream?: Stream;
}

interface Stream {
  readonly chunks: AsyncIterable<string>;
  readonly done: () => void;
}

/** How long a client may take to read a stream. */
const LONGEST_STREAM = 120_000;

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

/** Sends an answer; its length is known unless it is a stream, so no client waits for more. */
export function send(request: IncomingMessage, response: ServerResponse, { status, type, body, headers, stream }: Answer): void {
  if (response.headersSent || response.destroyed) {
    stream?.done();
    return;
  }
  if (stream) {
    response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff', ...headers });
    sendStream(request, response, stream);
    return;
  }
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

/** A failure in mid-stream ends the connection, so that the client sees that the file is not whole. */
function sendStream(request: IncomingMessage, response: ServerResponse, { chunks, done }: Stream): void {
  if (request.method === 'HEAD') {
    response.end();
    done();
    return;
  }
  const late = setTimeout(() => response.destroy(), LONGEST_STREAM);
  late.unref();
  void pipeline(Readable.from(chunks), response)
    .catch(() => response.destroy())
    .finally(() => {
      clearTimeout(late);
      done();
    });
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
