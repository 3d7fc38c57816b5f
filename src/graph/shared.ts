import { aborting } from './aborting.js';

/**
 * Work that several may wait for: it goes on as long as one of them does. When all have left, it is told to end, so that
 * nothing is worked out for nobody.
 */
export class Shared<T> {
  private readonly ending = aborting();
  /** What comes of it. */
  readonly result: Promise<T>;
  private waiting = 0;

  constructor(work: (signal: AbortSignal) => Promise<T>) {
    this.result = work(this.ending.signal);
  }

  /** Whether all who waited for it left before it was done. */
  get isGivenUp(): boolean {
    return this.ending.signal.aborted;
  }

  /** What comes of it; rejects with the signal's reason as soon as it aborts. Who gives no signal waits to the end. */
  async by(signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    this.waiting += 1;
    if (!signal) return this.result;
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        this.waiting -= 1;
        reject(signal.reason as Error);
        if (this.waiting === 0) this.ending.abort(signal.reason);
      };
      const stay = () => {
        signal.removeEventListener('abort', leave);
      };
      signal.addEventListener('abort', leave);
      this.result.finally(stay).then(resolve, reject);
    });
  }
}

/** Where shared work is kept, by what it is about. */
interface Kept<K, T> {
  get(key: K): Shared<T> | undefined;
  set(key: K, work: Shared<T>): unknown;
  delete(key: K): unknown;
}

/** The work that is kept under a key, or else new work; what fails or is given up is not kept. */
export function shared<K, T>(kept: Kept<K, T>, key: K, work: (signal: AbortSignal) => Promise<T>): Shared<T> {
  const known = kept.get(key);
  if (known && !known.isGivenUp) return known;
  const made = new Shared(work);
  kept.set(key, made);
  made.result.catch(() => {
    if (kept.get(key) === made) kept.delete(key);
  });
  return made;
}
