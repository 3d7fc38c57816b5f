import type { IncomingMessage, ServerResponse } from 'node:http';
import { refusalAnswer, jsonAnswer, send, textAnswer, type Answer } from './answer.js';
import type { Call } from './call.js';
import type { ExportHandler } from '../export/http.js';
import { aborting } from '../graph/aborting.js';
import type { Config } from './config.js';
import { corsHeaders, preflightHeaders } from './cors.js';
import type { Explorer } from './explorer.js';
import type { GraphQLEndpoint } from './graphql-endpoint.js';
import type { Logger } from './log.js';
import type { McpEndpoint } from './mcp-endpoint.js';
import type { Metrics } from './metrics.js';
import type { Readiness } from './readiness.js';
import { jsonRefusal, queryRefusal, readBody } from './request-body.js';
import { answerType, bodyRefusal, readTarget, requestIdOf, wantsPage, type Refusal, type Target } from './request-head.js';
import type { ServedStore } from './store-hooks.js';

export interface FrontParts {
  readonly config: Config;
  readonly log: Logger;
  readonly endpoint: GraphQLEndpoint;
  readonly mcp: McpEndpoint;
  readonly explorer: Explorer;
  readonly readiness: Readiness;
  readonly metrics: Metrics;
  readonly exports: ExportHandler;
  readonly store: ServedStore;
  readonly isStopping: () => boolean;
}

interface Routed {
  readonly route: string;
  readonly answer: Answer;
}

/** Takes every HTTP request: refuses what is malformed, finds the route, sends the answer, logs and counts it. */
export class Front {
  private readonly parts: FrontParts;

  constructor(parts: FrontParts) {
    this.parts = parts;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { log, metrics, isStopping } = this.parts;
    const began = performance.now();
    const gone = aborting();
    response.once('close', () => {
      if (!response.writableFinished) gone.abort(new Error('the client went away'));
    });
    const id = requestIdOf(request);
    const call: Call = { id, log: log.child({ requestId: id }), signal: gone.signal, notes: { operation: null, nodes: null, codes: new Set() } };
    const { route, answer } = await this.answered(request, call);
    send(request, response, { ...answer, headers: { ...answer.headers, 'x-request-id': id, ...(isStopping() ? { connection: 'close' } : {}) } });
    const milliseconds = performance.now() - began;
    metrics.request(route, answer.status, milliseconds);
    const line = { method: request.method, route, status: answer.status, ms: Math.round(milliseconds * 10) / 10, ...loggedNotes(call) };
    call.log[route === '/graphql' ? 'info' : 'debug'](line, gone.signal.aborted ? 'the client went away' : 'answered');
  }

  private async answered(request: IncomingMessage, call: Call): Promise<Routed> {
    const target = readTarget(request);
    if ('status' in target) return { route: 'refused', answer: refusalAnswer(target) };
    try {
      return await this.routed(request, target, call);
    } catch (error) {
      if (call.signal.aborted || request.destroyed) return { route: target.path === '/graphql' ? target.path : 'other', answer: textAnswer(499, '') };
      call.log.error({ err: error }, 'a request failed');
      return { route: 'failed', answer: refusalAnswer({ status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'something went wrong here' }) };
    }
  }

  private async routed(request: IncomingMessage, target: Target, call: Call): Promise<Routed> {
    const { config, explorer, readiness, metrics, isStopping } = this.parts;
    const route = target.path;
    if (route === '/graphql') return { route, answer: await this.graphql(request, target, call) };
    if (route === '/mcp') return { route, answer: await this.agent(request, call) };
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const isService = route === '/health' || route === '/ready' || route === '/export' || (route === '/metrics' && config.metrics === true);
    if (!isService) {
      const answer = isRead ? await explorer.answer(request, target, call) : null;
      if (answer) return { route: 'page', answer };
      if (isRead || route !== '/') return { route: 'other', answer: textAnswer(404, 'Not found. GraphQL is at /graphql.\n') };
    }
    if (!isRead) return { route, answer: { ...textAnswer(405, 'Only GET is answered here.\n'), headers: { allow: 'GET, HEAD' } } };
    if (route === '/export') return { route, answer: await this.exported(target, call) };
    if (route === '/health') return { route, answer: jsonAnswer(200, { status: 'alive' }) };
    if (route === '/ready') return { route, answer: await readiness.answer(call, isStopping()) };
    return { route, answer: await metrics.answer() };
  }

  /** The agents' door: the same limits and origins as GraphQL, only POST and only JSON. */
  private async agent(request: IncomingMessage, call: Call): Promise<Answer> {
    const { config, mcp, metrics } = this.parts;
    const cors = corsHeaders(request, config.cors);
    if (request.method === 'OPTIONS') {
      const headers = preflightHeaders(request, config.cors);
      if (headers) return { ...textAnswer(204, ''), headers };
    }
    if (request.method !== 'POST') return { ...textAnswer(405, 'Agents ask with POST.\n'), headers: { allow: 'POST', ...cors } };
    const { origin } = request.headers;
    // Pages of foreign origins may not reach a server of this machine through a browser.
    if (origin !== undefined && !('access-control-allow-origin' in cors))
      return { ...refusalAnswer({ status: 403, code: 'BAD_REQUEST', message: 'this origin is not allowed' }), headers: cors };
    const refused = bodyRefusal(request);
    const body = refused ?? (await readBody(request, config.limits.body));
    const unread = typeof body === 'string' ? jsonRefusal(body, 'the body', config.limits.depth) : body;
    if (typeof body !== 'string' || unread) return { ...refusalAnswer(unread ?? (body as Refusal)), headers: cors };
    // Each message of a batch would be priced alone, and all of them answered at once.
    if (body.trimStart().startsWith('['))
      return { ...refusalAnswer({ status: 400, code: 'BAD_REQUEST', message: 'send one message at a time' }), headers: cors };
    const answer = await mcp(
      body,
      new Headers({ accept: 'application/json, text/event-stream', 'content-type': 'application/json', ...protocolHeader(request) }),
      call,
    );
    metrics.execution(call.notes.nodes, call.notes.codes);
    return { ...answer, headers: { ...answer.headers, ...cors } };
  }

  private async exported({ query }: Target, { signal }: Call): Promise<Answer> {
    const { exports, store } = this.parts;
    const { status, type, headers, body, done } = await exports(new URLSearchParams(query), store.within(signal));
    return typeof body === 'string' ? { status, type, headers, body } : { status, type, headers, body: '', stream: { chunks: body, done } };
  }

  private async graphql(request: IncomingMessage, { path, query }: Target, call: Call): Promise<Answer> {
    const { config, explorer, endpoint, metrics } = this.parts;
    const { method = '' } = request;
    const cors = corsHeaders(request, config.cors);
    if (method === 'OPTIONS') {
      const headers = preflightHeaders(request, config.cors);
      return headers ? { ...textAnswer(204, ''), headers } : methodRefusal();
    }
    if (method !== 'GET' && method !== 'POST') return methodRefusal();
    if (method === 'GET' && config.graphiql && wantsPage(request)) return explorer.graphiql();
    const accept = answerType(request.headers.accept);
    if (accept === null)
      return refusalAnswer({ status: 406, code: 'NOT_ACCEPTABLE', message: 'answers are application/graphql-response+json or application/json' });
    const refused = method === 'POST' ? bodyRefusal(request) : queryRefusal(query, config.limits.depth);
    if (refused) return { ...refusalAnswer(refused, accept), headers: { ...refused.headers, ...cors } };
    const body = method === 'POST' ? await readBody(request, config.limits.body) : null;
    const unread = typeof body === 'string' ? jsonRefusal(body, 'the body', config.limits.depth) : body;
    if (unread) return { ...refusalAnswer(unread, accept), headers: { ...unread.headers, ...cors } };
    const { status, headers, body: text } = await endpoint({ method, target: path + query, accept, body: typeof body === 'string' ? body : null }, call);
    metrics.execution(call.notes.nodes, call.notes.codes);
    const retry = headers['retry-after'];
    return {
      status,
      type: `${accept}; charset=utf-8`,
      body: text,
      headers: { ...cors, 'cache-control': 'no-store', ...(retry === undefined ? {} : { 'retry-after': retry }) },
    };
  }
}

function protocolHeader({ headers }: IncomingMessage): Record<string, string> {
  const version = headers['mcp-protocol-version'];
  return typeof version === 'string' ? { 'mcp-protocol-version': version } : {};
}

function methodRefusal(): Answer {
  return refusalAnswer({ status: 405, code: 'METHOD_NOT_ALLOWED', message: 'GraphQL is asked with GET or POST', headers: { allow: 'GET, POST' } });
}

function loggedNotes({ notes }: Call): Record<string, unknown> {
  const { operation, nodes, codes } = notes;
  return { ...(operation === null ? {} : { operation }), ...(nodes === null ? {} : { nodes }), ...(codes.size === 0 ? {} : { codes: [...codes] }) };
}
