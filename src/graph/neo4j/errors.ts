import { Neo4jError } from 'neo4j-driver';

/** The database cannot be reached, or refuses the user or the database name. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The database is reached but has no connection or memory left for the question. */
export class StoreOverloaded extends Error {
  override readonly name = 'StoreOverloaded';
}

/** The question took longer than it may. */
export class StoreTimeout extends Error {
  override readonly name = 'StoreTimeout';
}

/** Something was removed while a statement read it. */
export class Vanished extends Error {
  override readonly name = 'Vanished';
}

const MEMORY = ['Neo.TransientError.General.MemoryPoolOutOfMemoryError', 'Neo.TransientError.General.OutOfMemoryError'];

/** What an operator reads about a database that is not available, by what the driver says; the first that fits. */
const REASONS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/ECONNREFUSED/, 'nobody listens there (connection refused)'],
  [/ENOTFOUND|EAI_AGAIN/, 'there is no such host'],
  [/Security\.(Unauthorized|CredentialsExpired|TokenExpired)/, 'the user or the password is wrong'],
  [/Security\.AuthenticationRateLimit/, 'too many wrong passwords; it refuses all for some seconds'],
  [/Security\./, 'the user may not do this'],
  [/TLS|SSL|certificate|self.signed|CERT_|EPROTO/, 'TLS fails; bolt+s:// needs a server with a trusted certificate, bolt+ssc:// any, bolt:// one without TLS'],
  [/responded HTTP/, 'an HTTP server listens there; Bolt has a port of its own, 7687 by default'],
  [/DatabaseNotFound/, 'there is no database of this name'],
  [/ReadOnly|NotALeader/, 'it takes no writes (read only)'],
  [/DatabaseUnavailable|Neo\.ClientError\.Database\./, 'it starts or stops'],
  [/ETIMEDOUT|timed? ?out/i, 'no answer in time'],
  [/ServiceUnavailable|SessionExpired|ECONNRESET|closed by server/, 'it closes the connection: it stops, or speaks TLS alone'],
];

/** What a driver's error means to the rest of the program; errors that mean a mistake of ours stay as they are. */
export function classified(error: unknown): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const { code, message } = error;
  const cause = { cause: error };
  if (message.startsWith('Connection acquisition timed out')) return new StoreOverloaded('no free connection to the database', cause);
  if (MEMORY.includes(code)) return new StoreOverloaded('the database has no memory left for this question', cause);
  if (code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut')) return new StoreTimeout('the database gave up: out of time', cause);
  const told = [code, message, error.cause instanceof Error ? error.cause.message : ''].join(' ');
  const reason = REASONS.find(([pattern]) => pattern.test(told))?.[1];
  return reason === undefined || isMistake(code) ? error : new StoreUnavailable(`the database is not available: ${reason}`, cause);
}

/** Errors about a statement are ours, whatever words they quote. */
function isMistake(code: string): boolean {
  return /^Neo\.ClientError\.(Statement|Schema|Procedure)\./.test(code);
}

/** Whether asking once more may help. Running out of memory is called transient, but would happen again. */
export function isWorthRetrying(error: unknown): boolean {
  if (error instanceof Vanished) return true;
  if (!(error instanceof Neo4jError)) return false;
  if (error.code === 'Neo.ClientError.Statement.EntityNotFound') return true;
  return error.retryable && !MEMORY.includes(error.code) && !error.message.startsWith('Connection acquisition');
}

/** Whether a write met something that another writer made first. */
export function isConflict(error: unknown): boolean {
  return error instanceof Neo4jError && error.code === 'Neo.ClientError.Schema.ConstraintValidationFailed';
}

/** Whether the full-text index is not there, as in a database that nothing was written to yet. */
export function isMissingIndex(error: unknown): boolean {
  return error instanceof Neo4jError && error.code.startsWith('Neo.ClientError.Procedure.') && error.message.includes('no such fulltext');
}
