import type { Steps } from '../model/steps.js';

/** How long work goes on, in milliseconds, before whatever else waits gets its turn. */
const SLICE = 10;

/**
 * Divides the process's one event loop: work that may be long asks now and then whether a turn is due, and if so goes
 * on in a later one. Timers, sockets and other requests run in between. Whoever waits is let on in the order of waiting.
 */
class Turns {
  private began = performance.now();
  private waiting: (() => void)[] = [];

  /** Whether the time of the turn that runs now is used up. */
  get areDue(): boolean {
    return performance.now() - this.began > SLICE;
  }

  /** Whether somebody waits for a later turn. */
  get areAwaited(): boolean {
    return this.waiting.length > 0;
  }

  /** Resolves in a later turn; rejects with the signal's reason when it has aborted by then. */
  async next(signal?: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      if (this.waiting.push(resolve) === 1) setImmediate(this.turn);
    });
    signal?.throwIfAborted();
  }

  /** Goes on at once while there is time, else in a later turn; rejects when the signal has aborted. */
  async pause(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (this.areDue) await this.next(signal);
  }

  /** Takes steps while there is time, the others in later turns; rejects when the signal has aborted. */
  async take<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
    for (;;) {
      await this.pause(signal);
      for (;;) {
        const { done, value } = steps.next();
        if (done === true) return value;
        if (this.areDue) break;
      }
    }
  }

  /** Lets those who wait go on, one after the other, until this turn's time is used up. */
  private readonly turn = (): void => {
    this.began = performance.now();
    const release = async () => {
      let at = 0;
      do {
        this.waiting[at]?.();
        at += 1;
        // What was let on runs until it waits again.
        await Promise.resolve();
      } while (at < this.waiting.length && !this.areDue);
      this.waiting = this.waiting.slice(at);
      if (this.waiting.length > 0) setImmediate(this.turn);
    };
    void release();
  };
}

export const turns = new Turns();
