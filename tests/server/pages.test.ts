import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { parse } from 'graphql';
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

/** Reads one more page, and gives the whole list as the client has gathered it by then. */
type Reader = (page: object) => Promise<Page | null | undefined>;

let serving: Serving;
let url: string;
beforeAll(async () => {
  serving = await serve();
  url = `${serving.server.url}/graphql`;
});
afterAll(() => serving.server.stop());

const clients: Readonly<Record<string, () => Reader>> = {
  "urql's cache": () => {
    const cache = cacheExchange({ resolvers: { Query: { cities: relayPagination() } } });
    const client = new Client({ url, preferGetMethod: false, exchanges: [cache, fetchExchange] });
    return async (page) => (await client.query<Page>(QUERY, page).toPromise()).data;
  },
  "Apollo's relayStylePagination": () => {
    const cache = new InMemoryCache({ typePolicies: { Query: { fields: { cities: relayStylePagination(['where', 'orderBy']) } } } });
    const client = new ApolloClient({ cache, link: new HttpLink({ uri: url }) });
    const list = client.watchQuery<Page>({ query: parse(QUERY) });
    return async (page) => {
      await list.fetchMore({ variables: page });
      return client.readQuery<Page>({ query: parse(QUERY) });
    };
  },
};

describe.each(Object.keys(clients))('%s', (name) => {
  it.each(['forwards', 'backwards'])('gathers a list that is read %s', async (way) => {
    const whole = await serving.ask(QUERY, { variables: { first: 100 } });
    const all = (whole.json.data as unknown as Page).cities.edges.map(({ node }) => node.id);
    expect(all.length).toBeGreaterThan(10);

    const isForwards = way === 'forwards';
    const read = clients[name]?.();
    let gathered: readonly string[] = [];
    for (let cursor: string | null = null, more = true; more;) {
      const page: Page | null | undefined = await read?.(isForwards ? { first: 5, after: cursor } : { last: 5, before: cursor });
      const { edges, pageInfo }: Partial<Page['cities']> = page?.cities ?? {};
      expect(edges?.length).toBeGreaterThan(gathered.length);
      gathered = (edges ?? []).map(({ node }) => node.id);
      more = (isForwards ? pageInfo?.hasNextPage : pageInfo?.hasPreviousPage) ?? false;
      cursor = (isForwards ? pageInfo?.endCursor : pageInfo?.startCursor) ?? null;
    }
    expect(gathered).toEqual(all);
  });
});
