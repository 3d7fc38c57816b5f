import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { Client, fetchExchange } from 'urql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Serving } from './serving.js';

interface Page {
  readonly cities: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: { readonly id: string } }[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
      readonly startCursor: string | null;
      readonly endCursor: string | null;
    };
  };
}

const QUERY = `query Cities($first: Int, $after: String, $last: Int, $before: String) {
  cities(where: { within: { any: ["country/fr"] } }, orderBy: LABEL_ASC, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    edges { node { id } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

let serving: Serving;
beforeAll(async () => {
  serving = await serve();
});
afterAll(() => serving.server.stop());

describe("urql's cache of Relay's pages", () => {
  it.each(['forwards', 'backwards'])('gathers a list that is read %s', async (way) => {
    const url = `${serving.server.url}/graphql`;
    const client = new Client({
      url,
      preferGetMethod: false,
      exchanges: [cacheExchange({ resolvers: { Query: { cities: relayPagination() } } }), fetchExchange],
    });
    const plain = new Client({ url, preferGetMethod: false, exchanges: [fetchExchange] });
    const whole = await plain.query<Page>(QUERY, { first: 100 }).toPromise();
    const all = whole.data?.cities.edges.map(({ node }) => node.id) ?? [];
    expect(all.length).toBeGreaterThan(10);
    let gathered: readonly string[] = [];
    for (let cursor: string | null = null, more = true; more;) {
      const variables: object = way === 'forwards' ? { first: 5, after: cursor } : { last: 5, before: cursor };
      const { data, error } = await client.query<Page>(QUERY, variables).toPromise();
      expect(error).toBeUndefined();
      const { edges, pageInfo } = data?.cities ?? { edges: [], pageInfo: null };
      expect(edges.length).toBeGreaterThan(gathered.length);
      gathered = edges.map(({ node }) => node.id);
      more = (way === 'forwards' ? pageInfo?.hasNextPage : pageInfo?.hasPreviousPage) ?? false;
      cursor = (way === 'forwards' ? pageInfo?.endCursor : pageInfo?.startCursor) ?? null;
    }
    expect(gathered).toEqual(all);
  });
});
