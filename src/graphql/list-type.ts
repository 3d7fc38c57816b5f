import type { InterfaceRef, ObjectRef, ObjectFieldsShape } from '@pothos/core';
import { alikeIn } from './alike.js';
import type { Builder, EntityRef, Types } from './builder.js';
import type { Connection, Edge } from './connection.js';

interface ListType<N, E extends Edge<N>, L extends Connection<E>> {
  /** What the names of its types begin with. */
  readonly name: string;
  /** What its items are, such as: claims. */
  readonly of: string;
  /** The GraphQL type of its items. */
  readonly type: ObjectRef<Types, N> | (N extends { readonly entity: unknown } ? EntityRef : never);
  /** What its edges are as well. */
  readonly isA?: readonly InterfaceRef<Types, E>[];
  /** What an item has to do with the list. */
  readonly edge?: ObjectFieldsShape<Types, E>;
  /** Fields of the list beside the page. */
  readonly fields?: ObjectFieldsShape<Types, L>;
}

/** Publishes a list as Relay's cursor connections have it: an edge, and a page with where it begins and ends and how many there are. */
export function publishList<N, E extends Edge<N> = Edge<N>, L extends Connection<E> = Connection<E>>(
  builder: Builder,
  { name, of, type, isA = [], edge, fields }: ListType<N, E, L>,
): ObjectRef<Types, L> {
  // Pothos infers the shapes of edges and lists from their items alone; here they carry more.
  const edgeRef = builder.edgeObject({
    type,
    name: `${name}Edge`,
    description: `One of a list of ${of}.`,
    interfaces: isA as never,
    ...(edge ? { fields: edge as never } : {}),
  });
  const listFields: ObjectFieldsShape<Types, L> = (t) => ({
    ...(alikeIn(builder).outputs.isMade('totalCount', `${name}Connection`, 'totalCount') ? {} : { totalCount: t.int({ resolve: (list) => list.totalCount }) }),
    ...fields?.(t),
  });
  return builder.connectionObject(
    { type, name: `${name}Connection`, description: `A list of ${of} (see PageInfo).`, fields: listFields as never },
    edgeRef,
  ) as never;
}
