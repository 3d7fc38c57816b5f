import type { FragmentOf, VariablesOf } from 'gql.tada';
import { graphql } from '../data/graphql.ts';
import { entityRef } from './claims.ts';

/** One line of a time line. */
export const timelineEntry = graphql(
  `
    fragment TimelineEntryRef on TimelineEntry {
      sentence
      intended
      certainty
      when {
        edtf
        earliest
        latest
      }
      entity {
        ...EntityRef
      }
      link {
        key
        type
        from {
          ...EntityRef
        }
        to {
          ...EntityRef
        }
      }
      fact {
        key
        status
        disputed
        claims(first: 6) {
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
    }
  `,
  [entityRef],
);
export type TimelineEntry = FragmentOf<typeof timelineEntry>;

/** What happened to some entities, alone or together, in order. */
export const timelineQuery = graphql(
  `
    query Timeline($of: Involves!, $where: TimelineWhere!, $intended: Intended, $after: String, $lang: String) {
      timeline(of: $of, where: $where, intended: $intended, first: 100, after: $after) {
        totalCount
        truncated
        unknown {
          id
          nearest {
            ...EntityRef
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...TimelineEntryRef
          }
        }
      }
    }
  `,
  [entityRef, timelineEntry],
);

/** The name of a kind of entity. */
export type EntityKind = NonNullable<NonNullable<VariablesOf<typeof timelineQuery>['where']['kind']>[number]>;
