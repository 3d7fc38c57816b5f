import { graphql } from '../data/graphql.ts';
import { entityRef } from './claims.ts';
import { joining } from './map.ts';

/** What there is to begin with: how much the graph holds, a disagreement, the latest events. */
export const homeQuery = graphql(
  `
    query Home($lang: String) {
      people(first: 1) {
        totalCount
      }
      countries(first: 1) {
        totalCount
      }
      cities(first: 1) {
        totalCount
      }
      organizations(first: 1) {
        totalCount
      }
      events(first: 6, orderBy: DATE_DESC) {
        totalCount
        edges {
          node {
            ...EntityRef
            ... on Event {
              when {
                edtf
              }
            }
          }
        }
      }
      agreements(first: 1) {
        totalCount
      }
      partnerships(first: 40) {
        totalCount
        edges {
          node {
            ...Joining
          }
        }
      }
      statements(first: 1) {
        totalCount
      }
      sources(first: 1) {
        totalCount
      }
      documents: sources(where: { length: { from: 1 } }, first: 6) {
        edges {
          node {
            ...EntityRef
            published {
              edtf
            }
          }
        }
      }
      disputes(first: 8) {
        totalCount
        edges {
          node {
            id
            explanation
            about {
              ...EntityRef
            }
            sides {
              says
            }
          }
        }
      }
    }
  `,
  [entityRef, joining],
);
