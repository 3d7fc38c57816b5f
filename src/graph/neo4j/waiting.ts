import { StoreTimeout } from './errors.js';

/** Milliseconds that closing may take. */
const CLOSING = 1_000;

/** The promise's value; StoreTimeout after so many milliseconds, the signal's reason when it aborts. */
export async function within<T>(promise: PromiseLike<T>, milliseconds: number, what: string, signal?: AbortSignal): Promise<T> {
  const { promise: stopped, reject } = withRejection();
  const timer = setTimeout(() => {
    reject(new StoreTimeout(`${what}: no answer from the database in time`));
  }, milliseconds);
  const abort = () => {
    reject(signal?.reason);
  };
  signal?.addEventListener('abort', abort);
  try {
    return await Promise.race([promise, stopped]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

function withRejection(): { promise: Promise<never>; reject: (reason: unknown) => void } {
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<never>((_resolve, given) => {
    reject = given;
  });
  return { promise, reject };
}

/** Waits for something to close, but not for ever; whether it did. */
export async function settled(closing: Promise<unknown>): Promise<boolean> {
  try {
    await within(closing, CLOSING, 'closing');
    return true;
  } catch (error) {
    return !(error instanceof StoreTimeout);
  }
}
