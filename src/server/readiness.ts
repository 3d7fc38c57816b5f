import { finishError } from './finish-errors.js';
import { jsonAnswer, type Answer } from './answer.js';
import type { Call } from './call.js';
import type { Filling } from './fill.js';
import type { ServedStore } from './store-hooks.js';
import { withinTime } from './within-time.js';

/** How long a store may take to say whether it is ready. */
const LONGEST = 1_000;

/** Tells at /ready whether questions can be answered; one question to the store at a time, however many ask. */
export class Readiness {
  private readonly store: ServedStore;
  private readonly filling: Filling | undefined;
  private asked: Promise<void> | undefined;

  constructor(store: ServedStore, filling?: Filling) {
    this.store = store;
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

  private ask(): Promise<void> {
    this.asked ??= withinTime(this.store.ready(), LONGEST).finally(() => {
      this.asked = undefined;
    });
    return this.asked;
  }
}
