import type { Logger } from './log.js';

/** One HTTP request to /graphql, as it goes through the server. */
export interface Call {
  readonly id: string;
  readonly log: Logger;
  /** Aborts when the client goes away. */
  readonly signal: AbortSignal;
  /** Filled in as the request is understood, for the log and the metrics. */
  readonly notes: CallNotes;
}

export interface CallNotes {
  operation: string | null;
  nodes: number | null;
  readonly codes: Set<string>;
}

/** What Yoga hands on to its plugins. */
export interface ServerContext {
  readonly call: Call;
}

/** The request that a context is of; Yoga's hooks do not know the type of the context that they are given. */
export function callOf(context: unknown): Call {
  return (context as ServerContext).call;
}
