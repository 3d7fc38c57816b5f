import { GraphQLError, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { ErrorCode } from '../graphql/errors.js';
import { finishError, placeOf } from './finish-errors.js';
import { callOf, type Call, type ServerContext } from './call.js';
import { rewriteWith } from '../ask/rewriter.js';
import type { Config } from './config.js';
import { executeWithin, type ExecutionParts } from './execute.js';
import { documentCache, limitDocuments } from './limit-documents.js';
import { persistedOperations } from './persisted.js';

/** A GraphQL request as it came over HTTP, its body read and checked. */
export interface GraphQLRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly accept: string;
  readonly body: string | null;
}

export interface GraphQLAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The most errors that a refused request is told, and one that is answered in part. */
const MOST_REFUSALS = 5;
const MOST_FAILURES = 100;

export type GraphQLEndpoint = (request: GraphQLRequest, call: Call) => Promise<GraphQLAnswer>;

/** The GraphQL side of the server: Yoga, told to do nothing but GraphQL over HTTP, within limits. */
export function createEndpoint(schema: GraphQLSchema, config: Config, parts: ExecutionParts): GraphQLEndpoint {
  rewriteWith(schema, config.model);
  const yoga = createYoga<ServerContext>({
    schema,
    plugins: [persistedOperations(), ...limitDocuments(config), executeWithin(parts), finishErrors()],
    parserAndValidationCache: { documentCache: documentCache(), errorCache: documentCache() },
    maskedErrors: false,
    logging: false,
    graphiql: false,
    landingPage: false,
    multipart: false,
    batching: false,
    cors: false,
    maxRequestBodySize: config.limits.body,
  });
  return async ({ method, target, accept, body }, call) => {
    const response = await yoga.fetch(
      `http://localhost${target}`,
      {
        method,
        headers: { accept, ...(body === null ? {} : { 'content-type': 'application/json' }) },
        signal: call.signal,
        ...(body === null ? {} : { body }),
      },
      { call },
    );
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
  };
}

/** The last word on every result: each error has a code and shows no more than it should. */
function finishErrors(): Plugin {
  return {
    onParams({ params, context }) {
      const call = callOf(context);
      call.notes.operation = typeof params.operationName === 'string' ? params.operationName.slice(0, 80) : null;
    },
    onResultProcess(hook) {
      const call = callOf(hook.serverContext);
      const { errors, data, extensions } = hook.result as ExecutionResult;
      if (!errors) return;
      const shown = errors.slice(0, data === undefined ? MOST_REFUSALS : MOST_FAILURES);
      const finished = shown.map((error) => withStatus(finishError(error, call), data));
      hook.setResult({ ...(data === undefined ? {} : { data }), errors: finished, ...(extensions ? { extensions } : {}) });
    },
  };
}

/**
 * Refused as a whole, a request is answered 400 (200 for clients that accept only application/json, as GraphQL over
 * HTTP wants it); answered in part, 200 whatever failed beside.
 */
function withStatus(error: GraphQLError, data: ExecutionResult['data']): GraphQLError {
  const { http, ...rest } = error.extensions;
  if (rest['code'] === ('BAD_REQUEST' satisfies ErrorCode)) return changed(error, { ...rest, http: { status: 400 } });
  if (data === undefined) return http ? error : changed(error, { ...rest, http: { spec: true, status: 400 } });
  const isPartlyAnswered = data !== null && Object.values(data).some((value) => value !== null);
  return isPartlyAnswered && http ? changed(error, rest) : error;
}

function changed(error: GraphQLError, extensions: Record<string, unknown>): GraphQLError {
  return new GraphQLError(error.message, { ...placeOf(error), extensions });
}
