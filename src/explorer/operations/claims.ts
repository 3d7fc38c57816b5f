import type { FragmentOf, ResultOf } from 'gql.tada';
import { graphql } from '../data/graphql.ts';

/** What the page shows of an entity wherever it names one. */
export const entityRef = graphql(`
  fragment EntityRef on Entity {
    id
    kind
    label
    name(lang: $lang)
  }
`);

/** A claim with the words that it stands on. */
export const evidence = graphql(
  `
    fragment Evidence on Claim {
      id
      summary
      predicate
      value
      polarity
      modality
      rank
      rankReason
      basis
      basisRule
      doubt
      record {
        file
        row
        id
        verified
      }
      when {
        edtf
        asWritten
        rule
      }
      subject {
        ...EntityRef
      }
      object {
        ...EntityRef
      }
      assertedBy {
        ...EntityRef
      }
      source {
        ...EntityRef
      }
      span {
        start
        end
        text
        before(characters: 90)
        after(characters: 90)
        verified
      }
    }
  `,
  [entityRef],
);
export type Evidence = FragmentOf<typeof evidence>;

/** The row that a claim stands on, cell by cell. */
export const recordQuery = graphql(`
  query Record($id: ID!) {
    node(id: $id) {
      __typename
      ... on Claim {
        id
        record {
          values {
            column
            value
          }
        }
      }
    }
  }
`);

/** Claims by their ids. */
export const claimsQuery = graphql(
  `
    query Claims($ids: [ID!]!, $lang: String) {
      nodes(ids: $ids) {
        __typename
        ... on Claim {
          ...Evidence
        }
      }
    }
  `,
  [evidence],
);

/** The claims about an entity, line by line. */
export const claimTableQuery = graphql(`
  query ClaimTable($id: ID!, $after: String) {
    entity(id: $id) {
      __typename
      id
      claims(side: ANY, first: 100, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            summary
            predicate
            value
            polarity
            modality
            rank
            basis
            when {
              edtf
            }
            subject {
              id
            }
            object {
              id
            }
            assertedBy {
              id
            }
            source {
              id
            }
            span {
              text
            }
          }
        }
      }
    }
  }
`);
export type ClaimTable = ResultOf<typeof claimTableQuery>;
