import { LensView } from '../graph/lens-views.js';
import { nearHint } from '../graph/near-misses.js';
import type { Dataset } from '../model/projection.js';
import { unknownId } from './errors.js';
import { orRefuse } from './lens.js';
import type { Scope } from './scope.js';

/** What all claims that a scope sees come from. */
export async function datasetOf({ reader, views }: Scope): Promise<Dataset> {
  return reader instanceof LensView ? reader.dataset : orRefuse(() => views.whole());
}

/** Refuses ids that the graph does not hold, whatever the lens; offers the near miss. */
export async function checkIds({ views, vocabulary }: Scope, ids: readonly string[]): Promise<void> {
  const found = ids.length === 0 ? new Map() : await views.store.entities(ids);
  const unknown = ids.find((id) => !found.has(id));
  if (unknown !== undefined) throw unknownId(unknown, await nearHint(vocabulary, views.store, unknown));
}
