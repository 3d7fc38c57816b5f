import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What is wrong with a request before anything of it is read. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Target {
  readonly path: string;
  /** With its question mark, or empty. */
  readonly query: string;
}

const HOST = /^([\w.-]+|\[[0-9a-fA-F:.]+\])(:\d{1,5})?$/;
const REQUEST_ID = /^[\w.:-]{1,64}$/;
const ANSWER_TYPES = ['application/graphql-response+json', 'application/json'];

/** The path and query of a request; a refusal for the Host headers and targets that only proxies and attacks send. */
export function readTarget({ url, headers }: IncomingMessage): Target | Refusal {
  if (headers.host !== undefined && !HOST.test(headers.host)) return badHead('the Host header is no host');
  if (url?.startsWith('/') !== true || !URL.canParse(`http://localhost${url}`)) return badHead('the request target is no path');
  const at = url.indexOf('?');
  return at < 0 ? { path: url, query: '' } : { path: url.slice(0, at), query: url.slice(at) };
}

/** The id that a client gave the request, where it is one that logs can hold; else a new one. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

/** Whether a browser asks for a page. */
export function wantsPage({ headers }: IncomingMessage): boolean {
  return headers.accept?.includes('text/html') === true;
}

/** The type that a GraphQL answer is given in; null where the client takes none of them. The last choice of equal weight wins, `q=0` excludes. */
export function answerType(accept: string | undefined): string | null {
  const ranges = (accept ?? '*/*').split(',').map(readRange);
  const best = ranges
    .flatMap(({ type, weight, isUtf8 }) => {
      const found = type === '*/*' || type === 'application/*' ? 'application/json' : ANSWER_TYPES.find((known) => known === type);
      return found !== undefined && weight > 0 && isUtf8 ? [{ found, weight, isExact: found === type }] : [];
    })
    .sort((a, b) => b.weight - a.weight || Number(b.isExact) - Number(a.isExact));
  return best[0]?.found ?? null;
}

/** Why the body of a POST to /graphql cannot be taken; null when it can. */
export function bodyRefusal({ headers }: IncomingMessage): Refusal | null {
  const [type = '', ...parameters] = (headers['content-type'] ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  // Only JSON: browsers send forms and plain text to other origins unasked, JSON never.
  if (type !== 'application/json') return unsupported('send the request as application/json');
  if (parameters.some((part) => part.startsWith('charset=') && !/^charset="?utf-?8"?$/.test(part))) return unsupported('send the request in UTF-8');
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity') return unsupported('send the request uncompressed');
  return null;
}

function badHead(message: string): Refusal {
  return { status: 400, code: 'BAD_REQUEST', message, headers: { connection: 'close' } };
}

function unsupported(message: string): Refusal {
  return { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', message, headers: { accept: 'application/json' } };
}

function readRange(range: string): { type: string; weight: number; isUtf8: boolean } {
  const [type = '', ...parameters] = range
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const weight = Number(parameters.find((part) => part.startsWith('q='))?.slice(2) ?? 1);
  const charset = parameters.find((part) => part.startsWith('charset='));
  return { type, weight: Number.isFinite(weight) ? weight : 0, isUtf8: charset === undefined || /^charset="?utf-?8"?$/.test(charset) };
}
