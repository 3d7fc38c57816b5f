import type { FragmentOf, ResultOf } from 'gql.tada';
import { graphql } from '../data/graphql.ts';
import { entityRef } from './claims.ts';
import { factRef } from './entity.ts';

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

/** A connection in the graph; what it rests on is asked for where it is looked at. */
const graphLink = graphql(`
  fragment GraphLink on Link {
    key
    type
    sentence
    intended
    when {
      edtf
      earliest
      latest
    }
    from {
      id
    }
    to {
      id
    }
  }
`);
export type GraphLinkRef = FragmentOf<typeof graphLink>;

/** The type of a relationship. */
export type LinkType = GraphLinkRef['type'];

/** What stands around some entities, and how much there is in all. */
export const aroundQuery = graphql(
  `
    query Around($around: [ID!]!, $types: [RelationshipType!], $limit: Int!, $intended: Intended, $lang: String) {
      subgraph(around: $around, type: $types, hops: 1, first: $limit, intended: $intended) {
        unknown {
          id
        }
        truncated
        nodes {
          ...GraphNode
        }
        links {
          ...GraphLink
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
  [graphNode, graphLink],
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
            ...GraphLink
          }
        }
      }
    }
  `,
  [graphNode, graphLink],
);

/** What the connections around some entities rest on. */
export const aroundFactsQuery = graphql(
  `
    query AroundFacts($around: [ID!]!, $types: [RelationshipType!], $limit: Int!, $intended: Intended) {
      subgraph(around: $around, type: $types, hops: 1, first: $limit, intended: $intended) {
        links {
          key
          fact {
            ...FactRef
          }
        }
      }
    }
  `,
  [factRef],
);

/** What the connections of paths rest on. */
export const pathFactsQuery = graphql(
  `
    query PathFacts($from: [ID!]!, $to: [ID!]!) {
      paths(from: $from, to: $to, first: 5) {
        paths {
          links {
            key
            fact {
              ...FactRef
            }
          }
        }
      }
    }
  `,
  [factRef],
);
export type FactRef = FragmentOf<typeof factRef>;
