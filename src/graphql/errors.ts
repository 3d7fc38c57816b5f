import { GraphQLError } from 'graphql';

/** Codes that a client can test; listed in docs/errors.md. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'BAD_CURSOR'
  | 'UNKNOWN_ID'
  | 'QUERY_TOO_COMPLEX'
  | 'DATABASE_UNAVAILABLE'
  | 'OVERLOADED'
  | 'TIMEOUT';

const STATUS: Readonly<Record<ErrorCode, number>> = {
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
  return new GraphQLError(message, {
    extensions: { code, ...(status === 200 ? {} : { http: { status, ...(status === 503 ? { headers: { 'retry-after': '1' } } : {}) } }) },
    ...(cause instanceof Error ? { originalError: cause } : {}),
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

export function overloaded(): GraphQLError {
  return coded('OVERLOADED', 'too many requests at once; try again in a second');
}

export function timedOut(): GraphQLError {
  return coded('TIMEOUT', 'the request took longer than its deadline');
}
