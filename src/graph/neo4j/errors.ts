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

const UNAVAILABLE = ['ServiceUnavailable', 'SessionExpired', 'Neo.TransientError.General.DatabaseUnavailable'];
const MEMORY = ['Neo.TransientError.General.MemoryPoolOutOfMemoryError', 'Neo.TransientError.General.OutOfMemoryError'];

/** What a driver's error means to the rest of the program; errors that mean a mistake of ours stay as they are. */
export function classified(error: unknown): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const { code, message } = error;
  const cause = { cause: error };
  if (message.startsWith('Connection acquisition timed out')) return new StoreOverloaded('no free connection to the database', cause);
  if (MEMORY.includes(code)) return new StoreOverloaded('the database has no memory left for this question', cause);
  if (code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut')) return new StoreTimeout('the database gave up: out of time', cause);
  if (UNAVAILABLE.includes(code) || code.startsWith('Neo.ClientError.Security.') || code.startsWith('Neo.ClientError.Database.')) {
    return new StoreUnavailable(`the database is not available: ${message}`, cause);
  }
  return error;
}

/** Whether asking once more may help. Running out of memory is called transient, but would happen again. */
export function isWorthRetrying(error: unknown): boolean {
  return error instanceof Neo4jError && error.retryable && !MEMORY.includes(error.code) && !error.message.startsWith('Connection acquisition');
}

/** Whether a write met something that another writer made first. */
export function isConflict(error: unknown): boolean {
  return error instanceof Neo4jError && error.code === 'Neo.ClientError.Schema.ConstraintValidationFailed';
}

/** Whether the full-text index is not there, as in a database that nothing was written to yet. */
export function isMissingIndex(error: unknown): boolean {
  return error instanceof Neo4jError && error.code.startsWith('Neo.ClientError.Procedure.') && error.message.includes('no such fulltext');
}
