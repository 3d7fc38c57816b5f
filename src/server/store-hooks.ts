import type { GraphStore } from '../graph/store.js';

/** One statement that a store sent to its database. */
export interface StatementNote {
  /** The name of the statement, one of a known set. */
  readonly name: string;
  readonly milliseconds: number;
  readonly outcome: 'done' | 'failed';
}

/** What a store may offer beside its port; the server uses it where it is there. */
interface StoreHooks {
  /** Calls back after each statement. */
  observe?(observer: (note: StatementNote) => void): void;
}

export type ServedStore = GraphStore & StoreHooks;
