import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import { LensViews } from '../../src/graph/lens-views.js';
import type { GraphStore } from '../../src/graph/store.js';
import { contentOf, difference, digest } from '../../src/load/plan.js';
import type { Lens } from '../../src/model/lens.js';
import type { Dataset } from '../../src/model/projection.js';
import { address, openEmptyNeo4j, why } from '../contract/stores.js';
import { anyLens, anyWorld } from './arbitrary.js';
import { vocabulary } from './world.js';

async function fill(store: GraphStore, dataset: Dataset): Promise<void> {
  await store.apply(difference(await store.content(), contentOf(vocabulary, dataset)));
}

async function seenThrough(store: GraphStore, lens: Lens): Promise<string> {
  const view = (await new LensViews(vocabulary, store).view(lens)) as GraphStore;
  return digest(await view.content());
}

describe.skipIf(address === null)(`both engines under random lenses${why}`, () => {
  it('show the same of random graphs', async () => {
    const neo4j = await openEmptyNeo4j(vocabulary);
    const embedded = new EmbeddedStore(vocabulary);
    await fc.assert(
      fc.asyncProperty(anyWorld, fc.array(anyLens, { minLength: 3, maxLength: 3 }), async (dataset, lenses) => {
        await Promise.all([fill(neo4j, dataset), fill(embedded, dataset)]);
        for (const lens of lenses) expect(await seenThrough(neo4j, lens)).toBe(await seenThrough(embedded, lens));
      }),
      { numRuns: 8 },
    );
    await neo4j.close();
  });

  it('see a change of the graph at the next look', async () => {
    const neo4j = await openEmptyNeo4j(vocabulary);
    const views = new LensViews(vocabulary, neo4j);
    const [first, second] = fc.sample(anyWorld, { numRuns: 2, seed: 7 });
    const [lens] = fc.sample(anyLens, { numRuns: 1, seed: 3 });
    if (!first || !second || !lens) throw new Error('no sample');
    for (const dataset of [first, second]) {
      await fill(neo4j, dataset);
      const embedded = new EmbeddedStore(vocabulary);
      await fill(embedded, dataset);
      expect(digest(await ((await views.view(lens)) as GraphStore).content())).toBe(await seenThrough(embedded, lens));
    }
    await neo4j.close();
  });
});
