import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { DEFAULT_PAGE, LARGEST_PAGE } from './cursor.js';

type Arguments = Readonly<Record<string, unknown>>;

/**
 * What a field's own work costs, in nodes: about ten for each millisecond of processor that it took on the seeds at
 * most. `once` names work that is done once for all that a request sees through one lens, however often it is asked.
 */
// A type, not an interface: Pothos takes extensions by an index, which interfaces have none of.
export type Price = {
  readonly price: number | ((args: Arguments) => number);
  readonly once?: string;
  /** The price in words, where its arguments make it. */
  readonly counts?: string;
};

/** The extensions of a field that reads much to answer little. */
export function priced(price: Price['price'], said: Omit<Price, 'price'> = {}): Price {
  return { price, ...said };
}

/** Finding what disagrees, counts included, reads all claims once. */
export const PRICE_OF_DISPUTES = 2_000;
export const DISPUTES = priced(PRICE_OF_DISPUTES, { once: 'disputes', counts: `${String(PRICE_OF_DISPUTES)}, once for each lens` });

/** The extensions of a field whose list never has more than so many entries. */
export function atMost(nodes: number): { readonly nodes: number } {
  return { nodes };
}

/** From what price on a field tells it. */
const TELLING = 50;

/** Lets each field that is dear say so where it is described, so that nobody has to be refused to learn it. */
export function tellPrices(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const { price, counts } = field.extensions as Partial<Price>;
      const told = counts ?? (typeof price === 'number' && price >= TELLING ? String(price) : null);
      if (told !== null) field.description = `${field.description ? `${field.description} ` : ''}Counts ${told}.`;
    }
  }
  return schema;
}

/** What the field's own work costs each time; null for one that only hands on what is there. */
export function priceOf(field: GraphQLField<unknown, unknown>, args: Arguments): { readonly price: number; readonly once: string | null } | null {
  const { price, once } = field.extensions as Partial<Price>;
  if (price === undefined) return null;
  return { price: Math.ceil(typeof price === 'number' ? price : price(args)), once: once ?? null };
}

/** How many a filter asks for by themselves: one for each id, and one for a name, which hardly ever is that of several. */
function askedFor(where: unknown): number {
  const { id, named } = (where ?? {}) as { readonly id?: unknown; readonly named?: unknown };
  return Math.min(Array.isArray(id) ? id.length : Infinity, typeof named === 'string' ? 1 : Infinity);
}

/**
 * How many entries a field brings at most: those of its page, but no more than its filter asks for by id or name, as many as it is given ids, or what it declares. A list
 * of objects that says nothing counts the largest page. Null for a field that is no list.
 */
export function sizeOf(field: GraphQLField<unknown, unknown>, args: Arguments): number | null {
  const isPage = isConnection(getNamedType(field.type));
  if (!isPage && !(isList(field.type) && isCompositeType(getNamedType(field.type)))) return null;
  const size = args['last'] ?? args['first'];
  const asked = askedFor(args['where']);
  // What is larger is refused by the list itself, with a message of its own.
  if (typeof size === 'number') return Math.min(Math.max(0, size), LARGEST_PAGE, asked);
  if (field.args.some(({ name }) => name === 'first')) return Math.min(DEFAULT_PAGE, asked);
  const ids = args['ids'];
  if (Array.isArray(ids)) return ids.length;
  const declared = field.extensions['nodes'];
  return typeof declared === 'number' ? declared : LARGEST_PAGE;
}

export function isConnection(type: GraphQLNamedType): boolean {
  return (isObjectType(type) || isInterfaceType(type)) && 'edges' in type.getFields();
}

export function isList(type: GraphQLOutputType): boolean {
  return isNonNullType(type) ? isList(type.ofType) : isListType(type);
}
