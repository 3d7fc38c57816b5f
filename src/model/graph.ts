import type { Columns } from './value.js';

/** An entity as both stores hold it. `labels` are its kind's lineage and derived labels; those of intended ones are kept apart. */
export interface EntityNode {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly labels: readonly string[];
  /** Planned or hoped for, not (yet) so. */
  readonly intended: boolean;
  readonly columns: Columns;
}

/** A relationship as both stores hold it, named by its fact key; a further spell of one has the day that it begins behind it. */
export interface Link {
  readonly key: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly intended: boolean;
  /** The day it is listed by: that of the entity it describes where that has one, so that both are listed alike; else its own, or empty. */
  readonly at: string;
  readonly columns: Columns;
}

export interface Graph {
  readonly entities: readonly EntityNode[];
  readonly links: readonly Link[];
}

/** Columns that every entity has, besides those of its properties. */
export interface Derived {
  /** The label folded, to sort by. */
  readonly sortLabel: string;
  /** The earliest day of the time that its kind is listed by, or empty. */
  readonly sortDate: string;
  /** Folded names, to search by. */
  readonly terms: readonly string[];
  /** What its names are also found as, see `spellings`, and its former ids as one word each. */
  readonly spellings: readonly string[];
  /** Its former ids; absent where it has none. */
  readonly was?: readonly string[];
  /** Ids of all that it lies in or took place in, however deep. */
  readonly within: readonly string[];
  /** Ids of all that take part in it, are party to it or said it, and of all that these lie in. */
  readonly involves: readonly string[];
  /** What it is called within a sentence, where that is not its label. */
  readonly called?: string;
  /** Whether its name stands for several; absent where it does not. */
  readonly several?: boolean;
  /** What those are called who made it, in order; absent where it is not told apart by them. */
  readonly madeBy?: readonly string[];
}
