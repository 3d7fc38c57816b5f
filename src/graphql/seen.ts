import { LensView } from '../graph/lens-views.js';
import type { Dataset } from '../model/projection.js';
import { orRefuse } from './lens.js';
import type { Scope } from './scope.js';

/** What all claims that a scope sees come from. */
export async function datasetOf({ reader, views }: Scope): Promise<Dataset> {
  return reader instanceof LensView ? reader.dataset : orRefuse(() => views.whole());
}
