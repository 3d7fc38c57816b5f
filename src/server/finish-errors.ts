import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLErrorOptions } from 'graphql';
import { storeFailure } from '../graphql/errors.js';
import type { Call } from './call.js';

interface HttpHints {
  readonly spec?: boolean;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const MASKED = 'something went wrong here; the log has more under this id';

/** Ids of failures that are logged already: one failure may end many fields. */
const logged = new WeakMap<object, string>();

/**
 * Makes of any error the one that a client sees: a code always, and beside it nothing but what `errors.ts` put there.
 * What is not meant for clients is masked and logged once, under an id that both sides have.
 */
export function finishError(error: unknown, call: Call): GraphQLError {
  const shown = deliberate(error);
  const finished = shown ? readdressed(shown, error) : masked(error, call);
  call.notes.codes.add(String(finished.extensions['code']));
  return finished;
}

/** The error that somebody made for the client, found behind those that wrap it. */
function deliberate(error: unknown): GraphQLError | null {
  const failure = storeFailure(error);
  if (failure) return failure;
  if (!(error instanceof GraphQLError)) return null;
  if (typeof error.extensions['code'] === 'string' && !error.extensions['unexpected']) return error;
  if (error.originalError !== undefined) return deliberate(error.originalError);
  return isOfExecution(error) ? null : error;
}

/** Errors that the executor makes itself at a field tell of a mistake in the server, but for those about arguments. */
function isOfExecution({ path, message }: GraphQLError): boolean {
  return path !== undefined && !message.startsWith('Argument "');
}

function readdressed(shown: GraphQLError, outer: unknown): GraphQLError {
  const placed = outer instanceof GraphQLError ? outer : shown;
  const http = shown.extensions['http'] as HttpHints | undefined;
  return made(placed, shown.message, { code: codeOf(shown), ...(http ? { http } : {}) });
}

function masked(error: unknown, call: Call): GraphQLError {
  const placed = error instanceof GraphQLError ? error : null;
  const cause = placed?.originalError ?? error;
  // Nobody reads this answer, and nothing is broken.
  if (call.signal.aborted) return made(placed, 'the client went away', { code: 'CLIENT_GONE' });
  const key = typeof cause === 'object' && cause !== null ? cause : call;
  const id = logged.get(key) ?? randomUUID();
  if (!logged.has(key)) call.log.error({ errorId: id, err: cause, path: placed?.path }, 'a request failed');
  logged.set(key, id);
  return made(placed, MASKED, { code: 'INTERNAL_SERVER_ERROR', id, http: { status: 500 } });
}

function made(placed: GraphQLError | null, message: string, extensions: Record<string, unknown>): GraphQLError {
  return new GraphQLError(message, { ...(placed ? placeOf(placed) : {}), extensions });
}

/** Where in the document and in the answer an error stands. */
export function placeOf({ nodes, source, positions, path }: GraphQLError): GraphQLErrorOptions {
  return { ...(nodes ? { nodes } : {}), ...(source ? { source } : {}), ...(positions ? { positions } : {}), ...(path ? { path } : {}) };
}

/** Errors that graphql-js makes about arguments and variables have no code. */
function codeOf(error: GraphQLError): string {
  const code = error.extensions['code'];
  return typeof code === 'string' ? code : 'BAD_USER_INPUT';
}
