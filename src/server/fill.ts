import { setTimeout as pause } from 'node:timers/promises';
import type { ChangeSet } from '../graph/store.js';
import { reasonOf, type Logger } from './log.js';
import type { ServedStore } from './store-hooks.js';

const RETRY = 500;

/** Fills a database that holds fewer claims than the seeds, once it can be reached; `/ready` says that it is being filled meanwhile. */
export class Filling {
  /** Whether readers would see a part only. */
  isUnderWay = true;
  /** Why it was cut short last. */
  private reason = '';

  /** Ends when the database holds as many claims as are wanted, as after a filling that was cut short, or the signal aborts. */
  async run(store: ServedStore, wanted: ChangeSet, log: Logger, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await store.ready();
        if ((await store.claimTotal()) < wanted.claims.put.length) await this.fill(store, wanted, log);
        break;
      } catch (error) {
        log.debug({ err: error }, 'the database is not filled yet');
        await pause(RETRY, undefined, { signal }).catch(() => undefined);
      }
    }
    this.isUnderWay = false;
  }

  private async fill(store: ServedStore, wanted: ChangeSet, log: Logger): Promise<void> {
    if (this.reason === '') log.info('the database is empty, or its filling was cut short: filling it from the seeds');
    await store.apply(wanted, progressIn(log)).catch((error: unknown) => {
      this.note(reasonOf(error), log);
      throw error;
    });
    log.info('the database is filled');
  }

  /** Logs once for each change. */
  private note(reason: string, log: Logger): void {
    if (reason === this.reason) return;
    this.reason = reason;
    log.warn(`the filling was cut short, and is tried again: ${reason}`);
  }
}

/** Logs each tenth of a long write. */
function progressIn(log: Logger): (done: number, total: number, what: string) => void {
  let told = 0;
  return (done, total, what) => {
    const tenth = Math.floor((10 * done) / Math.max(1, total));
    if (tenth > told) log.info({ done, total, what }, 'filling');
    told = Math.max(told, tenth);
  };
}
