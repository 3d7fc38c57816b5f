import type { Page, Position } from '../graph/store.js';
import { decodeCursor, encodeCursor, pageSize } from './cursor.js';

/** A list as resolvers hand it on: nothing is fetched before a field that needs it is resolved. */
export interface Connection<E> {
  edges(): Promise<readonly E[]>;
  pageInfo(): Promise<PageInfo>;
  totalCount(): Promise<number>;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export interface WithCursor {
  readonly cursor: string;
}

interface ConnectionParts<T, E> {
  /** The list's mark, see `signature`. */
  readonly list: string;
  readonly first: number | null | undefined;
  readonly after: string | null | undefined;
  readonly fetch: (first: number, after: Position | null) => Promise<Page<T>>;
  readonly count: () => Promise<number>;
  readonly position: (item: T) => Position;
  readonly edge: (item: T, cursor: string) => E;
}

/** Makes a lazy connection; arguments are checked at once, the page is fetched once and when first needed. */
export function connection<T, E extends WithCursor>(parts: ConnectionParts<T, E>): Connection<E> {
  const first = pageSize(parts.first);
  const after = decodeCursor(parts.list, parts.after);
  let fetched: Promise<{ edges: readonly E[]; more: boolean }> | undefined;
  const page = () =>
    (fetched ??= parts.fetch(first, after).then(({ items, more }) => ({
      edges: items.map((item) => parts.edge(item, encodeCursor(parts.list, parts.position(item)))),
      more,
    })));
  return {
    edges: async () => (await page()).edges,
    pageInfo: async () => {
      const { edges, more } = await page();
      return {
        hasNextPage: more,
        hasPreviousPage: after !== null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      };
    },
    totalCount: parts.count,
  };
}
