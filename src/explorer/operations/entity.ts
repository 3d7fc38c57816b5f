import type { FragmentOf, ResultOf } from 'gql.tada';
import { graphql } from '../data/graphql.ts';
import { entityRef, evidence } from './claims.ts';

/** A fact, with the claims that it rests on by id and source. */
export const factRef = graphql(`
  fragment FactRef on Fact {
    status
    disputed
    claims(first: 8) {
      totalCount
      nodes {
        id
        source {
          id
          label
        }
      }
    }
  }
`);

/** What a relationship begins or ends at, with its own time where that is one of something done, agreed or said. */
const endRef = graphql(
  `
    fragment EndRef on Entity {
      __typename
      ...EntityRef
      ... on Event {
        when {
          edtf
        }
      }
      ... on Agreement {
        when {
          edtf
        }
      }
      ... on Partnership {
        when {
          edtf
        }
      }
      ... on Statement {
        when {
          edtf
        }
      }
    }
  `,
  [entityRef],
);
export type EndRef = FragmentOf<typeof endRef>;

/** A relationship, with the fact that it is. */
export const linkRef = graphql(
  `
    fragment LinkRef on Link {
      key
      type
      sentence
      intended
      certainty
      when {
        edtf
        earliest
        latest
      }
      from {
        ...EndRef
      }
      to {
        ...EndRef
      }
      fact {
        ...FactRef
      }
    }
  `,
  [endRef, factRef],
);
export type LinkRef = FragmentOf<typeof linkRef>;

/** Everything on an entity's page but what one opens there. */
export const entityQuery = graphql(
  `
    query Entity($id: ID!, $properties: [String!], $lang: String) {
      entity(id: $id) {
        __typename
        ...EntityRef
        intended
        certainty
        names(first: 60) {
          nodes {
            text
            lang
            script
          }
        }
        descriptions(first: 40) {
          nodes {
            text
            fact {
              ...FactRef
            }
          }
        }
        figures(first: 40) {
          nodes {
            measure
            text
            fact {
              ...FactRef
            }
          }
        }
        claims(side: DESCRIBED, where: { predicate: $properties }, first: 60) {
          totalCount
          edges {
            node {
              ...Evidence
              factKey
              fact {
                status
                disputed
              }
            }
          }
        }
        sameAs: claims(side: SUBJECT, where: { predicate: ["sameAs"] }, first: 20) {
          nodes {
            id
            value
          }
        }
        neighbours(first: 60) {
          nodes {
            type
            field
            about
            outgoing
            count
            intended
          }
        }
        mentions(first: 40) {
          nodes {
            claimCount
            source {
              ...EntityRef
            }
          }
        }
      }
      subgraph(around: [$id], hops: 1, first: 60, intended: INCLUDE) {
        truncated
        links {
          ...LinkRef
        }
      }
      disputes(about: $id, first: 5) {
        totalCount
        edges {
          node {
            id
            explanation
          }
        }
      }
    }
  `,
  [entityRef, evidence, linkRef, factRef],
);
export type EntityPage = ResultOf<typeof entityQuery>;

/** All relationships of one sort. */
export const linksQuery = graphql(
  `
    query Links($id: ID!, $types: [RelationshipType!], $limit: Int!, $lang: String) {
      subgraph(around: [$id], hops: 1, type: $types, first: $limit, intended: INCLUDE) {
        truncated
        links {
          ...LinkRef
        }
      }
    }
  `,
  [linkRef],
);
