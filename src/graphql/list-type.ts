import type { Builder } from './builder.js';
import type { Connection, WithCursor } from './connection.js';

/** An item of a list with its cursor. */
export interface Edge<N> extends WithCursor {
  readonly node: N;
}

interface ListType {
  /** What the names of its types begin with. */
  readonly name: string;
  readonly about: string;
  readonly edge: string;
  readonly node: string;
  /** The GraphQL type of its items. */
  readonly type: unknown;
  readonly total?: string;
}

/**
 * Publishes the two types of a list as Relay's cursor connections have them: an edge, and a page with where it begins and
 * ends and how many there are. Fields of their own are added to what comes back.
 */
export function publishList<N, L extends Connection<Edge<N>> = Connection<Edge<N>>>(builder: Builder, { name, about, edge, node, type, total }: ListType) {
  const edgeType = builder.objectRef<Edge<N>>(`${name}Edge`).implement({
    description: edge,
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: 'Where to read on.' }),
      node: t.field({ type: type as never, description: node, resolve: (item) => item.node as never }),
    }),
  });
  const list = builder.objectRef<L>(`${name}Connection`).implement({
    description: about,
    fields: (t) => ({
      edges: t.field({ type: [edgeType], description: 'This page.', resolve: (items) => items.edges() }),
      pageInfo: t.field({ type: builder.pageInfoRef(), description: 'Where the page begins and ends.', resolve: (items) => items.pageInfo() }),
      totalCount: t.int({ description: total ?? 'How many there are in all.', resolve: (items) => items.totalCount() }),
    }),
  });
  return { edge: edgeType, list };
}

/** The type of the edges of a list. */
export type EdgeRef<N> = ReturnType<typeof publishList<N>>['edge'];
