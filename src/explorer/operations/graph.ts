import { graphql } from '../data/graphql.ts';
import { entityRef } from './claims.ts';
import { linkRef } from './entity.ts';

/** What stands around some entities. */
export const aroundQuery = graphql(
  `
    query Around($around: [ID!]!, $limit: Int!, $hops: Int!, $intended: Intended, $lang: String) {
      subgraph(around: $around, hops: $hops, limit: $limit, intended: $intended) {
        truncated
        reason
        nodes {
          ...EntityRef
          intended
        }
        links {
          ...LinkRef
        }
        unknown {
          id
          nearest {
            ...EntityRef
          }
        }
      }
    }
  `,
  [entityRef, linkRef],
);

/** How two entities are connected. */
export const pathsQuery = graphql(
  `
    query Paths($from: [ID!]!, $to: [ID!]!, $lang: String) {
      paths(from: $from, to: $to, k: 5) {
        outcome
        truncated
        reason
        paths {
          narrative
          entities {
            ...EntityRef
          }
          links {
            ...LinkRef
          }
        }
      }
    }
  `,
  [entityRef, linkRef],
);
