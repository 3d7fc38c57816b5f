import type { Counted, KindList } from '../data/kind-list.ts';
import type { Named } from '../data/named.ts';

/** How a page of any list is asked for; its operation follows from what the schema says of the list. */
export interface ListVariables {
  readonly [name: string]: unknown;
  readonly where: Readonly<Record<string, unknown>>;
  readonly first: number;
  readonly after: string | null;
  readonly orderBy: string | null;
  readonly most: string | null;
  readonly intended?: string;
  readonly lang: string | null;
}

export interface ListData {
  readonly list: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: ListRow }[];
  } & Readonly<Record<`facet${number}`, { readonly nodes: readonly FacetGroup[] }>>;
}

export type ListRow = Named & Readonly<Record<string, unknown>> & { readonly counted?: { readonly totalCount: number } };

export interface FacetGroup {
  readonly key: string;
  readonly count: number;
  readonly entity: { readonly id: string; readonly name: string } | null;
}

/** The operation for a page of a list, with the number that it is ordered by, and with its groups where they are wanted. */
export function listQuery(list: KindList, most: Counted | null, withFacets = true): string {
  const columns = list.columns.map(({ name, sort }) => (sort === 'time' ? `${name} { edtf }` : name));
  const facets = withFacets
    ? list.facets.map((facet, at) => `facet${String(at)}: facets(by: ${facet}, first: 12) { nodes { key count entity { id name(lang: $lang) } } }`)
    : [];
  const upper = list.name.charAt(0).toUpperCase() + list.name.slice(1);
  return `query ${upper}($where: ${list.whereName}, $first: Int, $after: String, $orderBy: ListOrder, $most: ${list.facetName}, ${list.canBeIntended ? '$intended: Intended, ' : ''}$lang: String) {
  list: ${list.name}(where: $where, first: $first, after: $after, orderBy: $orderBy, most: $most${list.canBeIntended ? ', intended: $intended' : ''}) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { __typename id kind label name(lang: $lang) ${columns.join(' ')}${most ? ` counted: ${most.field}(first: 1) { totalCount }` : ''} } }
    ${facets.join('\n    ')}
  }
}`;
}
