import type { FragmentOf } from 'gql.tada';
import { graphql } from '../data/graphql.ts';
import { entityRef } from './claims.ts';

/** Something that stands somewhere: by its own coordinates, else within a country. */
export const placed = graphql(
  `
    fragment Placed on Entity {
      ...EntityRef
      __typename
      ... on Country {
        iso2
      }
      ... on City {
        latitude
        longitude
        locatedIn(first: 3) {
          edges {
            node {
              id
              __typename
              ... on Country {
                iso2
              }
              ... on Region {
                locatedIn(first: 2) {
                  edges {
                    node {
                      id
                      __typename
                      ... on Country {
                        iso2
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
      ... on Region {
        locatedIn(first: 3) {
          edges {
            node {
              id
              __typename
              ... on Country {
                iso2
              }
            }
          }
        }
      }
    }
  `,
  [entityRef],
);
export type Placed = FragmentOf<typeof placed>;

/** A partnership with the places that it joins. */
export const joining = graphql(
  `
    fragment Joining on Partnership {
      ...EntityRef
      intended
      since {
        edtf
      }
      parties(first: 4) {
        edges {
          node {
            ...Placed
          }
        }
      }
    }
  `,
  [entityRef, placed],
);

/** Partnerships with the places that they join. */
export const partnershipsQuery = graphql(
  `
    query PartnershipsOnMap($where: PartnershipWhere, $intended: Intended, $lang: String) {
      partnerships(where: $where, intended: $intended, first: 100) {
        totalCount
        edges {
          node {
            ...Joining
          }
        }
      }
    }
  `,
  [joining],
);

/** Where an event was, for those who were there. */
export const stop = graphql(
  `
    fragment Stop on Event {
      ...EntityRef
      when {
        edtf
      }
      places(first: 2) {
        edges {
          node {
            ...Placed
          }
        }
      }
    }
  `,
  [entityRef, placed],
);

/** Where a person was, in order. */
export const journeysQuery = graphql(
  `
    query Journeys($id: ID!, $lang: String) {
      entity(id: $id) {
        __typename
        ...EntityRef
        ... on Person {
          events(first: 60, orderBy: DATE_ASC) {
            totalCount
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
  [entityRef, stop],
);
