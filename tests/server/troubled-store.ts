import { vocabulary } from '../../schema/vocabulary.js';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import { contentOf, everything } from '../../src/load/plan.js';
import { readGoodSeeds } from '../../src/load/seeds.js';
import type { EntityNode } from '../../src/model/graph.js';

/** The embedded store with the trouble that a database can have: it is held up, or fails, before it gives entities. */
export class TroubledStore extends EmbeddedStore {
  private jam: Promise<void> | null = null;
  private letGo: () => void = () => undefined;
  failure: Error | null = null;
  /** Signals of the requests that were answered from it. */
  readonly signals: AbortSignal[] = [];

  static async filled(): Promise<TroubledStore> {
    const store = new TroubledStore(vocabulary);
    await store.apply(everything(contentOf(vocabulary, readGoodSeeds(vocabulary, 'seed', new Map()))));
    return store;
  }

  override within(signal: AbortSignal): this {
    this.signals.push(signal);
    return this;
  }

  /** From now on nothing is answered, until it is released. */
  hold(): void {
    this.jam = new Promise((resolve) => (this.letGo = resolve));
  }

  release(): void {
    this.letGo();
    this.jam = null;
  }

  override async ready(): Promise<void> {
    await this.trouble();
  }

  override async entities(ids: readonly string[]): Promise<ReadonlyMap<string, EntityNode>> {
    await this.trouble();
    return super.entities(ids);
  }

  private async trouble(): Promise<void> {
    if (this.jam) await this.jam;
    if (this.failure) throw this.failure;
  }
}
