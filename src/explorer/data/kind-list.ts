/** What the printed schema says of a list of entities. */
export interface KindList {
  /** The field of Query, such as cities. */
  readonly name: string;
  /** The GraphQL type of its entities. */
  readonly type: string;
  /** Their EntityKind. */
  readonly kind: string;
  readonly about: string;
  readonly columns: readonly Column[];
  readonly filters: readonly Filter[];
  /** The type of its `where`. */
  readonly whereName: string;
  /** Filters of its own that take ids: what entities are involved, where they lie. */
  readonly idFilters: readonly string[];
  /** Filters by a relationship, each with the key of its far end. */
  readonly related: readonly Related[];
  /** What its `facets` can be grouped by. */
  readonly facets: readonly string[];
  /** The enum of what it can be grouped by. */
  readonly facetName: string;
  /** Relationships that it can be ordered by: those first that have most others by it. */
  readonly counted: readonly Counted[];
  readonly isDated: boolean;
  readonly canBeIntended: boolean;
}

/** A relationship that a list can be narrowed by. */
export interface Related {
  /** The field of an entity, and of the filter. */
  readonly name: string;
  /** The key, within what the filter says of one relationship, of who or what stands at its far end. */
  readonly end: string;
}

/** A relationship with how many others an entity has it. */
export interface Counted {
  /** The value of `most`. */
  readonly by: string;
  /** The field of an entity. */
  readonly field: string;
}

/** A property with a value of its own. */
export interface Column {
  readonly name: string;
  readonly about: string;
  readonly sort: 'time' | 'term' | 'text' | 'number';
  readonly isMany: boolean;
}

/** A filter by choice, or, without values, by a range of days. */
export interface Filter {
  readonly name: string;
  readonly about: string;
  readonly values: readonly Term[] | null;
}

export interface Term {
  readonly name: string;
  readonly about: string;
}
