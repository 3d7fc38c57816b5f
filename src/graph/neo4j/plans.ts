import { setTimeout as pause } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Parameters } from '../statements.js';

/** How many texts are remembered as planned: more than the database holds by default. */
const MOST_PLANS = 2_000;

/** How many texts are planned again when the database is back, and how many of them at once. */
const MOST_AGAIN = 100;
const AT_ONCE = 2;

/** Milliseconds until questions are let in, whether all that is planned or not. */
const LONGEST = 2_500;

/** Has the database plan a text; rejects where it could not. */
export type Planner = (text: string, parameters: Parameters) => Promise<unknown>;

/**
 * What the database has planned. Each text is planned once for all who ask, and the plan outlives the request that asked
 * first: otherwise a database that has just started, and plans slowly, would begin again with each request, for ever. One
 * that was gone comes back without its plans; then what was asked last is planned again at once, not when it is asked.
 */
export class Plans {
  private readonly plan: Planner;
  private plans = noPlans();
  /** The parameters that came last with a text, whose types a plan depends on; what was asked last comes first. */
  private readonly asked = new LRUCache<string, Parameters>({ max: MOST_AGAIN });

  constructor(plan: Planner) {
    this.plan = plan;
  }

  /** Resolves when the database has planned a text, or could not: then it fails when it is run. */
  planned(text: string, parameters: Parameters): Promise<unknown> {
    this.asked.set(text, parameters);
    return this.once(text, parameters);
  }

  /** Notes that the database is gone. */
  lost(): void {
    this.plans = noPlans();
  }

  /** Plans again what was asked last; resolves when that is done, or has taken long enough. */
  async again(): Promise<void> {
    // One list for all that plan: each takes what comes next.
    const texts = [...this.asked.entries()].values();
    const some = async () => {
      for (const [text, parameters] of texts) await this.once(text, parameters);
    };
    await Promise.race([Promise.all(Array.from({ length: AT_ONCE }, some)), pause(LONGEST, undefined, { ref: false })]);
  }

  private once(text: string, parameters: Parameters): Promise<unknown> {
    const known = this.plans.get(text);
    if (known) return known;
    const { plans } = this;
    const plan = this.plan(text, parameters).catch(() => plans.delete(text));
    plans.set(text, plan);
    return plan;
  }
}

function noPlans(): LRUCache<string, Promise<unknown>> {
  return new LRUCache({ max: MOST_PLANS });
}
