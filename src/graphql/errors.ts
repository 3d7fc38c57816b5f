import { GraphQLError } from 'graphql';

/** Codes that a client can test; listed in docs/errors.md. */
export type ErrorCode =
  | 'BAD_REQUEST'
  | 'GRAPHQL_PARSE_FAILED'
  | 'BAD_USER_INPUT'
  | 'BAD_CURSOR'
  | 'UNKNOWN_ID'
  | 'QUERY_TOO_COMPLEX'
  | 'DATABASE_UNAVAILABLE'
  | 'OVERLOADED'
  | 'TIMEOUT';

const STATUS: Readonly<Record<ErrorCode, number>> = {
  BAD_REQUEST: 400,
  GRAPHQL_PARSE_FAILED: 400,
  BAD_USER_INPUT: 200,
  BAD_CURSOR: 200,
  UNKNOWN_ID: 200,
  QUERY_TOO_COMPLEX: 400,
  DATABASE_UNAVAILABLE: 503,
  OVERLOADED: 503,
  TIMEOUT: 503,
};

function coded(code: ErrorCode, message: string, cause?: unknown): GraphQLError {
  const status = STATUS[code];
  const headers = status === 503 ? { headers: { 'retry-after': '1' } } : {};
  return new GraphQLError(message, {
    extensions: { code, ...(status === 200 ? {} : { http: { status, ...headers } }) },
    ...(cause instanceof Error ? { originalError: cause } : {}),
  });
}

/** The document is no GraphQL; keeps the place that the parser names. The status of a well-formed request stays 200 for clients that accept only application/json, as GraphQL over HTTP wants it. */
export function parseFailed(error: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, {
    ...(error.source ? { source: error.source } : {}),
    ...(error.positions ? { positions: error.positions } : {}),
    extensions: { code: 'GRAPHQL_PARSE_FAILED' satisfies ErrorCode, http: { spec: true, status: STATUS.GRAPHQL_PARSE_FAILED } },
  });
}

/** An argument has a value that cannot be used; the message says what would do. */
export function badInput(message: string): GraphQLError {
  return coded('BAD_USER_INPUT', message);
}

export function badCursor(cursor: string): GraphQLError {
  return coded('BAD_CURSOR', `the cursor "${cursor.slice(0, 40)}" does not belong to this list; take one from its own pageInfo or edges`);
}

/** An argument names an entity that is not there. */
export function unknownId(id: string, suggestion: string): GraphQLError {
  return coded('UNKNOWN_ID', `there is no "${id.slice(0, 80)}"${suggestion}`);
}

export function tooComplex(message: string): GraphQLError {
  return coded('QUERY_TOO_COMPLEX', message);
}

export function databaseUnavailable(cause: unknown): GraphQLError {
  return coded('DATABASE_UNAVAILABLE', 'the database cannot be reached just now', cause);
}

export function overloaded(cause?: unknown): GraphQLError {
  return coded('OVERLOADED', 'too many requests at once; try again in a second', cause);
}

/** The server ends; whoever asks again finds another one. */
export function stopping(): GraphQLError {
  return coded('OVERLOADED', 'the server is stopping; ask again in a second');
}

export function timedOut(cause?: unknown): GraphQLError {
  return coded('TIMEOUT', 'the request took longer than its deadline', cause);
}

/** What a store throws when it cannot answer, by the name of its class; a store needs no knowledge of GraphQL. */
const STORE_FAILURES: Readonly<Record<string, (cause: unknown) => GraphQLError>> = {
  StoreUnavailable: databaseUnavailable,
  StoreOverloaded: overloaded,
  StoreTimeout: timedOut,
  LensUnavailable: (cause) => tooComplex(cause instanceof Error ? cause.message : 'the lens shows too much'),
  FilterTooBroad: (cause) => badInput(cause instanceof Error ? cause.message : 'the filter matches too much'),
};

/** The error that a client sees for a store's failure; null for any other error. */
export function storeFailure(error: unknown): GraphQLError | null {
  if (!(error instanceof Error)) return null;
  const made = STORE_FAILURES[error.name] ?? STORE_FAILURES[error.constructor.name];
  return made ? made(error) : null;
}
