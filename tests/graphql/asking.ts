import { graphql, type GraphQLError } from 'graphql';
import { expect } from 'vitest';
import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import type { GraphReader } from '../../src/graph/store.js';
import { Scope } from '../../src/graphql/scope.js';
import { contentOf, everything } from '../../src/load/plan.js';
import { readGoodSeeds } from '../../src/load/seeds.js';
import type { Texts } from '../../src/load/texts.js';
import type { Dataset } from '../../src/model/dataset.js';

export { schema, vocabulary };

/** The fields that the tests read of an answer; a test reads only what it has selected. */
export interface Data extends Written, Parts {
  readonly intended: boolean;
  readonly verified: boolean;
  readonly hasNextPage: boolean;
  readonly amount: number;
  readonly count: number;
  readonly end: number;
  readonly index: number;
  readonly start: number;
  readonly totalCount: number;
  readonly sentences: number;
  readonly claimed: number;
  readonly excused: number;
}

type Written = Readonly<
  Record<
    'id' | 'label' | 'kind' | 'key' | 'status' | 'sentence' | 'cursor' | 'factKey' | 'summary' | 'lang' | 'measure' | 'name' | 'predicate' | 'edtf',
    string
  >
> &
  Readonly<Record<'earliest' | 'latest' | 'endCursor' | 'text' | 'before' | 'after' | 'excuse' | 'value', string | null>>;

interface Parts {
  readonly pageInfo: Data;
  readonly node: Data;
  readonly fact: Data;
  readonly source: Data;
  readonly entity: Data;
  readonly coverage: Data;
  readonly span: Data | null;
  readonly when: Data | null;
  readonly edges: readonly Data[];
  readonly kinds: readonly Data[];
  readonly claims: readonly Data[];
  readonly names: readonly Data[];
  readonly descriptions: readonly Data[];
  readonly figures: readonly Data[];
  readonly facets: readonly Data[];
  readonly spans: readonly Data[];
}

/** What an answer has under a name, a root field or an alias for instance; fails where it has nothing. */
export function part(data: object, ...path: readonly string[]): Data {
  const found = path.reduce<unknown>((inner, name) => (inner as Readonly<Record<string, unknown>> | null | undefined)?.[name], data);
  if (typeof found !== 'object' || found === null) throw new Error(`nothing at ${path.join('.')}: ${JSON.stringify(data).slice(0, 400)}`);
  return found as Data;
}

/** A list that is asked for its items alone is read as those. */
export function unpaged(name: string, value: unknown): unknown {
  return name !== '' && typeof value === 'object' && value !== null && 'nodes' in value && Object.keys(value).length === 1 ? value.nodes : value;
}

export interface Answered {
  readonly data: object;
  readonly errors: readonly GraphQLError[];
}

/** Asks the schema, each question in a request of its own. */
export interface Asked {
  readonly reader: GraphReader;
  /** What stands at a dotted path in the data of an answer without errors. */
  at(path: string, query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** The data of an answer without errors. */
  get(query: string, variables?: Record<string, unknown>): Promise<object>;
  ask(query: string, variables?: Record<string, unknown>): Promise<Answered>;
  /** The codes of the errors of an answer. */
  codes(query: string, variables?: Record<string, unknown>): Promise<unknown[]>;
}

export function over(reader: GraphReader, texts: Texts = new Map()): Asked {
  const ask = async (source: string, variables: Record<string, unknown> = {}): Promise<Answered> => {
    const { data, errors } = await graphql({ schema, source, contextValue: new Scope(vocabulary, reader, texts), variableValues: variables });
    return { data: JSON.parse(JSON.stringify(data ?? {}), unpaged) as object, errors: errors ?? [] };
  };
  const get = async (query: string, variables?: Record<string, unknown>) => {
    const { data, errors } = await ask(query, variables);
    expect(errors.map(({ message }) => message)).toEqual([]);
    return data;
  };
  return {
    reader,
    ask,
    get,
    at: async (path, query, variables) => part(await get(query, variables), ...path.split('.')),
    codes: async (query, variables) => (await ask(query, variables)).errors.map(({ extensions }) => extensions['code']),
  };
}

export async function overDataset(dataset: Dataset, texts?: Texts): Promise<Asked> {
  const store = new EmbeddedStore(vocabulary);
  await store.apply(everything(contentOf(vocabulary, dataset)));
  return over(store, texts);
}

export const seeds = readGoodSeeds(vocabulary, 'seed', new Map());

export function overSeeds(): Promise<Asked> {
  return overDataset(seeds);
}

/** Reads a connection to its end; `path` leads to it in the data. Fails when it does not end. */
export async function pages(asked: Asked, query: string, path: readonly string[], variables: Record<string, unknown>): Promise<Data[]> {
  const edges: Data[] = [];
  for (let after: string | null = null; ;) {
    const data: object = await asked.get(query, { ...variables, after });
    const page = part(data, ...path);
    edges.push(...page.edges);
    expect(page.pageInfo).toMatchObject({
      startCursor: page.edges[0]?.cursor ?? null,
      endCursor: page.edges.at(-1)?.cursor ?? null,
      hasPreviousPage: after !== null,
    });
    if (!page.pageInfo.hasNextPage) return edges;
    expect(page.edges).toHaveLength(variables['first'] as number);
    expect(edges.length).toBeLessThan(5_000);
    after = page.pageInfo.endCursor;
  }
}

export const PAGE_INFO = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
