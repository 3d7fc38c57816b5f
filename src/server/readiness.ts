import { finishError } from './finish-errors.js';
import { jsonAnswer, type Answer } from './answer.js';
import type { Call } from './call.js';
import type { Filling } from './fill.js';
import { reasonOf, type Logger } from './log.js';
import type { ServedStore } from './store-hooks.js';
import { withinTime } from './within-time.js';

/** How long a store may take to say whether it is ready. */
const LONGEST = 1_000;

/** How long until it is asked again, unasked. */
const INTERVAL = 1_000;

/**
 * Tells at /ready whether questions can be answered; one question to the store at a time, however many ask. It asks by
 * itself now and then: so a store that comes back is warm before somebody waits for it, and the log says why it is away.
 */
export class Readiness {
  private readonly store: ServedStore;
  private readonly log: Logger;
  private readonly filling: Filling | undefined;
  private asked: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  /** Why it was away when it was last asked; null when it answered. */
  private reason: string | null = null;

  constructor(store: ServedStore, log: Logger, filling?: Filling) {
    this.store = store;
    this.log = log;
    this.filling = filling;
  }

  async answer(call: Call, isStopping: boolean): Promise<Answer> {
    if (isStopping) return jsonAnswer(503, { status: 'stopping' });
    if (this.filling?.isUnderWay === true) return jsonAnswer(503, { status: 'filling', engine: this.store.engine });
    try {
      await this.ask();
      return jsonAnswer(200, { status: 'ready', engine: this.store.engine });
    } catch (error) {
      return jsonAnswer(503, { status: 'not ready', engine: this.store.engine, code: finishError(error, call).extensions['code'] });
    }
  }

  /** Asks now and then, until it is told to stop. */
  watch(): void {
    void this.ask().catch(() => undefined);
    this.timer ??= setInterval(() => {
      this.watch();
    }, INTERVAL).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private ask(): Promise<void> {
    this.asked ??= this.store
      .ready()
      .then(
        () => {
          this.note(null);
        },
        (error: unknown) => {
          this.note(reasonOf(error));
          throw error;
        },
      )
      .finally(() => {
        this.asked = undefined;
      });
    return withinTime(this.asked, LONGEST);
  }

  /** Logs once for each change. */
  private note(reason: string | null): void {
    if (reason === this.reason) return;
    this.reason = reason;
    if (reason === null) this.log.info({ engine: this.store.engine }, 'the database answers again');
    else this.log.warn({ engine: this.store.engine }, reason);
  }
}
