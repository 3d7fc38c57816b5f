import { publishLinkTypes } from './link-type.js';
import { publishNeighbours } from './neighbours.js';
import { publishPaths } from './paths.js';
import type { Publisher } from './publisher.js';
import { publishRelation } from './relation.js';
import { publishBetween, publishSubgraph } from './subgraph.js';
import { publishTimeline } from './timeline.js';

/** Publishes every question about how things are related: paths, subgraphs, what is common, what surrounds, what happened when. */
export function publishRelations(publisher: Publisher): void {
  const types = publishLinkTypes(publisher);
  const { outcome } = publishPaths(publisher, types);
  publishSubgraph(publisher, types);
  publishBetween(publisher, types, outcome);
  publishTimeline(publisher, types);
  publishNeighbours(publisher, types);
  publishRelation(publisher, types.relationshipType);
}
