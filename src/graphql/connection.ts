import type { Page, Position } from '../graph/store.js';
import { decodeCursor, encodeCursor, pageSize, signature, type PageArgs } from './cursor.js';

/** A list as resolvers hand it on: nothing is fetched before a field that needs it is resolved. */
export interface Connection<E> {
  readonly edges: Promise<readonly E[]>;
  readonly pageInfo: Promise<PageInfo>;
  readonly totalCount: Promise<number>;
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export interface WithCursor {
  readonly cursor: string;
}

/** An item of a list with its cursor. */
export interface Edge<N> extends WithCursor {
  readonly node: N;
}

/** A page in the direction of reading: so many items behind a position, or from an end of the list. */
export interface Window {
  readonly size: number;
  readonly from: Position | null;
  readonly isBackward: boolean;
}

interface ConnectionParts<T, E> {
  /** What tells the list from all others: its cursors carry the signature of this. */
  readonly list: unknown;
  readonly args: PageArgs;
  /** Items come in the direction of reading. */
  readonly fetch: (window: Window) => Promise<Page<T>>;
  readonly count: () => Promise<number>;
  readonly position: (item: T) => Position;
  /** The edge but for its cursor, which is made when it is asked for. */
  readonly edge: (item: T) => Omit<E, 'cursor'>;
}

/** Makes a lazy connection; arguments are checked at once, the page is fetched once and when first needed. */
export function connection<T, E extends WithCursor>({ list, args, fetch, count, position, edge }: ConnectionParts<T, E>): Connection<E> {
  const { size, cursor, isBackward } = pageSize(args);
  let mark: string | undefined;
  const marked = () => (mark ??= signature(list));
  const from = cursor === null ? null : decodeCursor(marked(), cursor);
  let fetched: Promise<{ edges: readonly E[]; more: boolean }> | undefined;
  const page = () =>
    (fetched ??= fetch({ size, from, isBackward }).then(({ items, more }) => {
      const edges = items.map((item) => withCursor<E>(edge(item), () => encodeCursor(marked(), position(item))));
      return { edges: isBackward ? edges.reverse() : edges, more };
    }));
  return {
    get edges() {
      return page().then(({ edges }) => edges);
    },
    get pageInfo() {
      return page().then(({ edges, more }) => ({
        hasNextPage: isBackward ? from !== null : more,
        hasPreviousPage: isBackward ? more : from !== null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      }));
    },
    get totalCount() {
      return count();
    },
  };
}

function withCursor<E extends WithCursor>(edge: Omit<E, 'cursor'>, cursor: () => string): E {
  // An edge without its cursor becomes one with it, which the compiler does not follow.
  return Object.defineProperty(edge, 'cursor', { get: cursor, enumerable: true }) as E;
}

interface ListParts<T, N> {
  readonly list: unknown;
  readonly args: PageArgs;
  /** The whole list in its order. */
  readonly all: () => readonly T[] | Promise<readonly T[]>;
  /** Tells an item from the others; by default its place in the list does. */
  readonly id?: (item: T) => string;
  readonly node: (item: T) => N;
}

/** A page of a list that is at hand as a whole. A cursor names its item, and its place for when the item is gone. */
export function listOf<T, N>({ list, args, all, id = () => '', node }: ListParts<T, N>): Connection<Edge<N>> {
  interface Placed {
    readonly item: T;
    readonly at: number;
  }
  return connection<Placed, Edge<N>>({
    list,
    args,
    fetch: async ({ size, from, isBackward }) => {
      const items = (await all()).map((item, at) => ({ item, at }));
      const at = from === null ? null : (items.find(({ item }) => from.id !== '' && id(item) === from.id)?.at ?? Number(from.sort));
      const rest = isBackward ? items.slice(0, at ?? items.length).reverse() : items.slice(at === null ? 0 : at + 1);
      return { items: rest.slice(0, size), more: rest.length > size };
    },
    count: async () => (await all()).length,
    position: ({ item, at }) => ({ sort: String(at), id: id(item) }),
    edge: ({ item }) => ({ node: node(item) }),
  });
}
