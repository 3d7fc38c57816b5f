import type { IncomingMessage } from 'node:http';

/** Headers that let the pages of allowed origins read an answer. Own code: Yoga answers foreign origins with the origin "null", which sandboxed pages have. */
export function corsHeaders({ headers }: IncomingMessage, allowed: readonly string[]): Record<string, string> {
  if (allowed.length === 0) return {};
  const { origin } = headers;
  return { vary: 'Origin', ...(origin !== undefined && allowed.includes(origin) ? { 'access-control-allow-origin': origin } : {}) };
}

/** The answer's headers to a browser that asks whether it may send a request; null where it may not. */
export function preflightHeaders(request: IncomingMessage, allowed: readonly string[]): Record<string, string> | null {
  const headers = corsHeaders(request, allowed);
  if (request.headers['access-control-request-method'] === undefined || !('access-control-allow-origin' in headers)) return null;
  return {
    ...headers,
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'content-type, x-request-id, mcp-protocol-version',
    'access-control-max-age': '600',
  };
}
