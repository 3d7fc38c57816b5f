import { graphql } from '../data/graphql.ts';
import { entityRef } from './claims.ts';

/** Longest text that the API looks up. */
export const LONGEST = 200;

/** Names that begin with or hold what somebody types. */
export const searchQuery = graphql(
  `
    query Search($text: String!, $lang: String) {
      search(text: $text, first: 8) {
        edges {
          node {
            ...EntityRef
            names(first: 20) {
              nodes {
                text
              }
            }
          }
        }
      }
    }
  `,
  [entityRef],
);

/** What some ids are called. */
export const namesQuery = graphql(
  `
    query Names($ids: [ID!]!, $lang: String) {
      nodes(ids: $ids) {
        __typename
        ... on Entity {
          ...EntityRef
        }
      }
    }
  `,
  [entityRef],
);

/** The documents that claims come from. */
export const sourcesQuery = graphql(
  `
    query Sources($lang: String) {
      sources(first: 100) {
        edges {
          node {
            ...EntityRef
            published {
              edtf
            }
          }
        }
      }
    }
  `,
  [entityRef],
);
