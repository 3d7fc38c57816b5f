import type { GraphQLSchema } from 'graphql';
import type { Claim } from '../model/claim.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { LARGEST_PAGE } from './cursor.js';
import { badInput } from './errors.js';
import { typeName } from './names.js';
import { priced } from './price.js';
import type { Scope, ClaimHandle } from './scope.js';

/** Something else than entities that has an id: what finds it, and what finding costs. */
export interface NodeSort {
  /** What its ids begin with, such as `dispute/`. */
  readonly prefix: string;
  /** Its GraphQL type. */
  readonly type: string;
  /** What tells it from others once it is found. */
  readonly isOne: (node: object) => boolean;
  readonly find: (scope: Scope, ids: readonly string[], schema: GraphQLSchema) => Promise<ReadonlyMap<string, object>>;
  readonly price: number;
}

const claims: NodeSort = {
  prefix: 'claim/',
  type: 'Claim',
  isOne: (node) => 'claim' in node,
  find: async (scope, ids) => {
    const found: ReadonlyMap<string, Claim> = await scope.reader.claimsById(ids);
    return new Map([...found].map(([id, claim]): [string, ClaimHandle] => [id, { scope, claim }]));
  },
  price: 0,
};

/** Finds whatever has an id: entities, claims, and what is added. */
export class Nodes {
  private readonly sorts: NodeSort[] = [claims];
  private readonly vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  add(sort: NodeSort): void {
    this.sorts.push(sort);
  }

  /** The GraphQL type of what was found. */
  typeOf(node: object): string {
    const kind = 'entity' in node ? this.vocabulary.kind((node.entity as { readonly kind: string }).kind) : undefined;
    return kind ? typeName(kind) : (this.sorts.find(({ isOne }) => isOne(node))?.type ?? claims.type);
  }

  /** In the order of the ids; null for what is not there. */
  async find(scope: Scope, ids: readonly string[], schema: GraphQLSchema): Promise<(object | null)[]> {
    if (ids.length > LARGEST_PAGE) throw badInput(`ids: at most ${String(LARGEST_PAGE)} at once, got ${String(ids.length)}`);
    const found = this.asked(ids).map(({ prefix, find }) => {
      const own = ids.filter((id) => id.startsWith(prefix));
      return find(scope, own, schema);
    });
    const others = await Promise.all(found);
    return Promise.all(ids.map(async (id) => others.find((some) => some.has(id))?.get(id) ?? (await scope.entity(id))));
  }

  /** What finding the ids in the arguments costs. */
  readonly priced = priced((args) => {
    const ids = [args['id'], args['ids']].flat().filter((id) => typeof id === 'string');
    return this.asked(ids).reduce((sum, { price }) => sum + price, 0);
  });

  private asked(ids: readonly string[]): NodeSort[] {
    return this.sorts.filter(({ prefix }) => ids.some((id) => id.startsWith(prefix)));
  }
}
