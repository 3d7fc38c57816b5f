import { publishLinkTypes } from './link-type.js';
import { publishPaths } from './paths.js';
import type { Publisher } from './publisher.js';

/** Publishes every question about how things are related: paths, subgraphs, what is common, what surrounds, what happened when. */
export function publishRelations(publisher: Publisher): void {
  const types = publishLinkTypes(publisher);
  publishPaths(publisher, types);
}
