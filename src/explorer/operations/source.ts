import type { ResultOf } from 'gql.tada';
import { graphql } from '../data/graphql.ts';
import { entityRef, evidence } from './claims.ts';

/** A document: what it is, and a stretch of its sentences with the claims that stand on them. */
export const sourceQuery = graphql(
  `
    query Source($id: ID!, $first: Int!, $after: String, $lang: String) {
      entity(id: $id) {
        __typename
        ...EntityRef
        ... on Source {
          title
          language
          url
          sha256
          length
          defect
          section
          published {
            edtf
          }
          coverage {
            claimed
            excused
            sentences
          }
          authors(first: 10) {
            edges {
              node {
                ...EntityRef
              }
            }
          }
          publishers(first: 5) {
            edges {
              node {
                ...EntityRef
              }
            }
          }
          cites(first: 20) {
            totalCount
            edges {
              node {
                ...EntityRef
              }
            }
          }
          passages(first: $first, after: $after) {
            totalCount
            pageInfo {
              hasNextPage
              endCursor
            }
            edges {
              node {
                index
                excuse
                span {
                  start
                  end
                  text
                }
                claims(first: 36) {
                  totalCount
                  nodes {
                    id
                    summary
                    predicate
                    modality
                    polarity
                    subject {
                      ...EntityRef
                    }
                    spans {
                      start
                      end
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  `,
  [entityRef],
);
export type SourcePage = Extract<NonNullable<ResultOf<typeof sourceQuery>['entity']>, { __typename: 'Source' }>;
export type Passage = SourcePage['passages']['edges'][number]['node'];

/** The claims of a source that has no sentences, such as a table of names. */
export const statedQuery = graphql(
  `
    query Stated($id: ID!, $after: String, $lang: String) {
      entity(id: $id) {
        __typename
        ... on Source {
          id
          statedClaims(first: 50, after: $after) {
            totalCount
            pageInfo {
              hasNextPage
              endCursor
            }
            edges {
              node {
                ...Evidence
              }
            }
          }
        }
      }
    }
  `,
  [evidence],
);
