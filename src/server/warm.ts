import { setTimeout as sleep } from 'node:timers/promises';
import type { Gate } from './gate.js';
import type { GraphQLEndpoint } from './graphql-endpoint.js';
import type { Logger } from './log.js';

/** What the first page asks for that follows from the whole graph. */
const FIRST_PAGE = '{ disputes(first: 1) { totalCount } events(first: 1, orderBy: DATE_DESC) { totalCount } partnerships(first: 1) { totalCount } }';

/** A question in words, for which the words of the graph are gathered. */
const FIRST_QUESTION = '{ ask(text: "How many countries are there?") { sentence } }';

/** Milliseconds without a request after which nobody is taken to be opening the page. */
const PAUSE = 1_000;

/** Milliseconds between two looks at who asks. */
const STEP = 50;

/**
 * Asks what takes longest at first, so that what follows from the whole graph is at hand: for the first page at once, and
 * for questions in words when nobody asks anything, who would wait for both.
 */
export async function warm(endpoint: GraphQLEndpoint, gate: Gate, log: Logger, signal: AbortSignal): Promise<void> {
  const call = { id: 'warming', log, signal, notes: { operation: null, nodes: null, codes: new Set<string>() } };
  const ask = (query: string) =>
    // Where it cannot be asked, whoever asks next is told why.
    endpoint({ method: 'POST', target: '/graphql', accept: 'application/json', body: JSON.stringify({ query }) }, call).catch(() => undefined);
  await ask(FIRST_PAGE);
  await untilQuiet(gate, PAUSE, signal);
  if (!signal.aborted) await ask(FIRST_QUESTION);
}

/** Waits until nothing was asked for so many milliseconds, or the signal comes. */
export async function untilQuiet(gate: Gate, pause: number, signal: AbortSignal): Promise<void> {
  let quietSince = performance.now();
  while (!signal.aborted && performance.now() - quietSince < pause) {
    await sleep(STEP, undefined, { ref: false });
    if (gate.inFlight > 0) quietSince = performance.now();
  }
}
