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
  /** What its `facets` can be grouped by. */
  readonly facets: readonly string[];
  readonly isDated: boolean;
  readonly canBeIntended: boolean;
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
