import type { ResultOf } from 'gql.tada';
import { graphql } from '../data/graphql.ts';
import { entityRef, evidence } from './claims.ts';

/** A question in words, with what its answer rests on. */
export const askQuery = graphql(
  `
    query Ask($text: String!, $lang: String) {
      ask(text: $text) {
        outcome
        language
        reading
        sentence
        items
        operation
        variables
        entities {
          ...EntityRef
        }
        citations {
          number
          claim {
            ...Evidence
          }
        }
        candidates {
          text
          entity {
            ...EntityRef
          }
        }
        nearest
      }
    }
  `,
  [entityRef, evidence],
);
export type Answer = ResultOf<typeof askQuery>['ask'];

/** The catalogue of worked questions. */
export const questionsQuery = graphql(`
  query Questions($after: String) {
    questions(first: 100, after: $after) {
      totalCount
      edges {
        node {
          name
          title
          category
          variables
          text
          operation
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
export type Question = ResultOf<typeof questionsQuery>['questions']['edges'][number]['node'];
