import type { IncomingMessage } from 'node:http';
import { jsonDepth } from './depth.js';
import type { Refusal } from './request-head.js';

/** Reads a body up to a number of bytes; what is announced as longer is refused before any of it is read. */
export async function readBody(request: IncomingMessage, most: number): Promise<string | Refusal> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > most) return tooLarge(most);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) return tooLarge(most);
    chunks.push(chunk);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    return badRequest('the body is not UTF-8');
  }
}

/** Why a JSON text cannot be a GraphQL request or a part of one; null when it may be. */
export function jsonRefusal(text: string, what: string, depth: number): Refusal | null {
  // The request itself is one object around variables.
  if (jsonDepth(text) > depth + 1) return { status: 400, code: 'QUERY_TOO_COMPLEX', message: `${what} may nest ${String(depth)} deep` };
  try {
    JSON.parse(text);
    return null;
  } catch {
    return badRequest(`${what} must be JSON`);
  }
}

/** The same for the parameters of a GET request. */
export function queryRefusal(query: string, depth: number): Refusal | null {
  const parameters = new URLSearchParams(query);
  for (const name of ['variables', 'extensions']) {
    const text = parameters.get(name);
    const refusal = text === null || text === '' ? null : jsonRefusal(text, name, depth);
    if (refusal) return refusal;
  }
  return null;
}

function tooLarge(most: number): Refusal {
  return { status: 413, code: 'PAYLOAD_TOO_LARGE', message: `a request may have ${String(most)} bytes`, headers: { connection: 'close' } };
}

function badRequest(message: string): Refusal {
  return { status: 400, code: 'BAD_REQUEST', message };
}
