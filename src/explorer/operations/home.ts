import type { ResultOf } from 'gql.tada';
import { graphql } from '../data/graphql.ts';
import { entityRef } from './claims.ts';
import { joining } from './map.ts';

/** What there is to begin with: how much the graph holds, the latest events, the documents. */
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
    }
  `,
  [entityRef, joining],
);

/** Where sources disagree: asked for by itself, for it follows from the whole graph, which takes a while at first. */
export const disagreementQuery = graphql(
  `
    query Disagreement($lang: String) {
      disputes(first: 8) {
        totalCount
        edges {
          node {
            id
            explanation
            about {
              ...EntityRef
            }
          }
        }
      }
    }
  `,
  [entityRef],
);
export type Disputes = ResultOf<typeof disagreementQuery>['disputes'];
