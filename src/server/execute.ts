import { execute, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { aborting } from '../graph/aborting.js';
import { costOf } from '../graphql/cost.js';
import { overloaded, tooComplex } from '../graphql/errors.js';
import { Scope } from '../graphql/scope.js';
import { toldBeside } from '../graphql/told-beside.js';
import type { Texts } from '../load/texts.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { isLargerThan } from './answer-size.js';
import { callOf, type Call } from './call.js';
import type { Limits } from './config.js';
import type { Gate } from './gate.js';
import type { ServedStore } from './store-hooks.js';
import { withinTime } from './within-time.js';

export interface ExecutionParts {
  readonly vocabulary: Vocabulary;
  readonly store: ServedStore;
  readonly texts: Texts;
  readonly limits: Limits;
  readonly gate: Gate;
}

/** How often a request is read at most while others write. */
const MOST_READS = 5;

/**
 * Runs operations: cost first, then a place among those that run at once, then execution until the deadline. The
 * executor is graphql-js' own, which keeps the fields of an answer in the order in which they were asked for.
 */
export function executeWithin(parts: ExecutionParts): Plugin {
  return {
    onExecute({ args, setExecuteFn }) {
      const call = callOf(args.contextValue);
      setExecuteFn(() => executeIn(parts, call, args));
    },
  };
}

async function executeIn(parts: ExecutionParts, call: Call, args: ExecutionArgs): Promise<ExecutionResult> {
  const { gate, limits } = parts;
  const cost = costOf(args.schema, args.document, args.operationName, args.variableValues ?? {}, limits);
  call.notes.nodes = cost?.nodes ?? null;
  if (gate.isFull) throw overloaded();
  const extensions = cost ? { cost: { nodes: cost.nodes, most: limits.nodes } } : {};
  const { end, unlink } = endingWith(call.signal);
  const { signal } = end;
  const work = readWhole(parts, async (scope) => execute({ ...args, contextValue: scope }), signal);
  const ended = new Promise<never>((_resolve, reject) => {
    gate.hold(work, limits.deadline + limits.statementTimeout, reject);
  });
  try {
    const { result, told } = await withinTime(Promise.race([work, ended]), limits.deadline);
    if (isLargerThan(limits.answer, result.data))
      throw tooComplex(`the answer has more than ${String(limits.answer)} bytes; ask for fewer fields or smaller pages`);
    return { ...result, extensions: { ...result.extensions, ...extensions, ...told } };
  } catch (error) {
    // Whatever is still running for this request ends with it.
    end.abort(error);
    throw error;
  } finally {
    unlink();
  }
}

/** Reads again where somebody wrote in between, so that an answer is of one state of the content. */
async function readWhole({ vocabulary, store, texts }: ExecutionParts, read: (scope: Scope) => Promise<ExecutionResult>, signal: AbortSignal) {
  for (let attempt = 1; ; attempt += 1) {
    const reader = store.within(signal);
    const scope = new Scope(vocabulary, reader, texts);
    const result = await read(scope);
    if (attempt < MOST_READS && (await reader.isWhole?.()) === false) continue;
    return { result, told: await toldBeside(scope, result.data) };
  }
}

/** Linked by hand: AbortSignal.any keeps a signal for ever that somebody listens to, as the executor does. */
function endingWith(signal: AbortSignal): { readonly end: AbortController; readonly unlink: () => void } {
  const end = aborting();
  const follow = () => {
    end.abort(signal.reason);
  };
  signal.addEventListener('abort', follow, { once: true });
  // The signal of an agent's session outlives each of its requests.
  const unlink = () => {
    signal.removeEventListener('abort', follow);
  };
  return { end, unlink };
}
