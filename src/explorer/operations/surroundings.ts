import { graphql } from '../data/graphql.ts';
import { joining, placed, stop } from './map.ts';
import { timelineEntry } from './timeline.ts';

/** What is drawn small on an entity's page: its latest entries in time, its partnerships, where it was, what lies around it. */
export const surroundingsQuery = graphql(
  `
    query Surroundings($id: ID!, $lang: String) {
      timeline(of: { all: [$id] }, orderBy: DATE_DESC, intended: INCLUDE, first: 12) {
        totalCount
        edges {
          node {
            ...TimelineEntryRef
          }
        }
      }
      partnerships(where: { involves: { all: [$id] } }, intended: INCLUDE, first: 40) {
        totalCount
        edges {
          node {
            ...Joining
          }
        }
      }
      subgraph(around: [$id], hops: 1, kind: [CITY, COUNTRY, REGION], first: 30) {
        nodes {
          ...Placed
        }
      }
      entity(id: $id) {
        __typename
        id
        ... on Person {
          events(first: 30, orderBy: DATE_ASC) {
            edges {
              node {
                ...Stop
              }
            }
          }
        }
      }
    }
  `,
  [joining, placed, stop, timelineEntry],
);
