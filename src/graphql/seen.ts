import { LensView } from '../graph/lens-view.js';
import type { Dataset } from '../model/dataset.js';
import { orRefuse } from './lens.js';
import type { Scope } from './scope.js';

/** What all claims that a scope sees come from. */
export async function datasetOf({ seen, views, plain }: Scope): Promise<Dataset> {
  return seen instanceof LensView ? seen.dataset : orRefuse(() => views.whole(plain));
}
