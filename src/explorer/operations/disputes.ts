import type { ResultOf } from 'gql.tada';
import { graphql } from '../data/graphql.ts';
import { entityRef, evidence } from './claims.ts';

/** What the sources do not agree on. */
export const disputesQuery = graphql(
  `
    query Disputes($about: ID, $rule: [String!], $after: String, $lang: String) {
      disputes(about: $about, rule: $rule, first: 8, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            explanation
            verdict
            rule {
              id
              description
            }
            about {
              ...EntityRef
            }
            sides {
              says
              claims(first: 12) {
                nodes {
                  ...Evidence
                }
              }
            }
            resolution {
              reason
              claim {
                id
              }
            }
          }
        }
      }
      disputeRules {
        id
        description
      }
      countChecks(about: $about, first: 12) {
        totalCount
        edges {
          node {
            measure
            stated
            certain
            possible
            verdict
            explanation
            about {
              ...EntityRef
            }
            claim {
              ...Evidence
            }
            members(first: 40) {
              totalCount
              edges {
                node {
                  ...EntityRef
                }
              }
            }
          }
        }
      }
    }
  `,
  [entityRef, evidence],
);
export type Dispute = ResultOf<typeof disputesQuery>['disputes']['edges'][number]['node'];
export type CountCheck = ResultOf<typeof disputesQuery>['countChecks']['edges'][number]['node'];
