import type { FragmentOf, ResultOf } from 'gql.tada';
import { graphql } from '../data/graphql.ts';
import { entityRef } from './claims.ts';
import { linkRef } from './entity.ts';

/** Something in the graph, and when it was, where it is a record. */
export const graphNode = graphql(
  `
    fragment GraphNode on Entity {
      ...EntityRef
      intended
      __typename
      ... on Event {
        when {
          earliest
          latest
        }
      }
      ... on Agreement {
        signed {
          earliest
          latest
        }
      }
      ... on Statement {
        said {
          earliest
          latest
        }
      }
      ... on Partnership {
        since {
          earliest
        }
        until {
          latest
        }
      }
    }
  `,
  [entityRef],
);
export type GraphNode = FragmentOf<typeof graphNode>;

/** What stands around some entities, and how much there is in all. */
export const aroundQuery = graphql(
  `
    query Around($around: [ID!]!, $types: [RelationshipType!], $limit: Int!, $intended: Intended, $lang: String) {
      subgraph(around: $around, types: $types, hops: 1, first: $limit, intended: $intended) {
        unknown {
          id
        }
        truncated
        nodes {
          ...GraphNode
        }
        links {
          ...LinkRef
        }
      }
      centres: nodes(ids: $around) {
        __typename
        ... on Entity {
          id
          name(lang: $lang)
          neighbours(first: 60) {
            nodes {
              type
              field
              outgoing
              count
              intended
            }
          }
        }
      }
    }
  `,
  [graphNode, linkRef],
);
export type Centre = Extract<NonNullable<ResultOf<typeof aroundQuery>['centres'][number]>, { neighbours: unknown }>;

/** How two entities are connected. */
export const pathsQuery = graphql(
  `
    query Paths($from: [ID!]!, $to: [ID!]!, $lang: String) {
      paths(from: $from, to: $to, first: 5) {
        outcome
        truncated
        reason
        paths {
          narrative
          entities {
            ...GraphNode
          }
          links {
            ...LinkRef
          }
        }
      }
    }
  `,
  [graphNode, linkRef],
);
