import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import { claimsThrough } from '../../src/graph/lens-claims.js';
import { LensViews } from '../../src/graph/lens-views.js';
import type { GraphStore } from '../../src/graph/store.js';
import { contentOf, difference, digest } from '../../src/load/plan.js';
import { isClear, narrow, type Lens } from '../../src/model/lens.js';
import type { Dataset } from '../../src/model/dataset.js';
import { project } from '../../src/model/projection.js';
import { address, openEmptyNeo4j, why } from '../contract/stores.js';
import { anyLens, anyWorld, lens as lensOf } from './arbitrary.js';
import { vocabulary, world } from './world.js';

async function fill(store: GraphStore, dataset: Dataset): Promise<void> {
  await store.apply(difference(await store.content(), contentOf(vocabulary, dataset)));
}

/** What a lens shows when the store narrows the claims itself, as it does for graphs too large to be read whole. */
async function narrowedBy(store: GraphStore, lens: Lens): Promise<string> {
  const seen = narrow(vocabulary, await claimsThrough(vocabulary, store, lens, 1_000), lens);
  return digest({ ...project(vocabulary, seen.dataset, seen.options), claims: seen.dataset.claims });
}

async function seenThrough(store: GraphStore, lens: Lens): Promise<string> {
  const view = await new LensViews(vocabulary, store).view(lens);
  return digest(await view.content());
}

describe('a graph too large to be read whole', () => {
  it('shows the same through every lens that shows few enough claims', async () => {
    await fc.assert(
      fc.asyncProperty(anyWorld, anyLens, async (dataset, lens) => {
        const store = new EmbeddedStore(vocabulary);
        await fill(store, dataset);
        fc.pre(!isClear(lens));
        expect(await narrowedBy(store, lens)).toBe(await seenThrough(store, lens));
      }),
    );
  });

  it('is seen through lenses on some of its claims, and refuses the others before it reads any', async () => {
    const store = new EmbeddedStore(vocabulary);
    await fill(
      store,
      world(
        [
          { fact: 'city/a LOCATED_IN country/xa', source: 'source/s' },
          { fact: 'city/b LOCATED_IN country/xb', source: 'source/t' },
          { fact: 'city/b LOCATED_IN country/xb', source: 'source/t', at: 40 },
        ],
        { 'source/s': '2001', 'source/t': '2010' },
      ),
    );
    const views = new LensViews(vocabulary, store, 2);
    const seen = (parts: Parameters<typeof lensOf>[0]) => views.view(lensOf(parts));
    expect((await (await seen({ sources: ['source/t'] })).content()).entities.map(({ id }) => id)).toEqual(['city/b', 'country/xb', 'source/t']);
    expect((await (await seen({ knownBy: '2005', asOf: '2020' })).content()).links).toMatchObject([{ from: 'city/a', columns: { certainty: 'POSSIBLE' } }]);
    await expect(seen({ asOf: '2020' })).rejects.toThrow(/at most 2 claims, and this one shows up to 3; name fewer sources, or a party/);
    await expect(views.whole()).rejects.toThrow(/at most 2 claims, and the graph holds 3/);
  });
});

describe.skipIf(address === null)(`both engines under random lenses${why}`, () => {
  it('show the same of random graphs', async () => {
    const neo4j = await openEmptyNeo4j(vocabulary);
    const embedded = new EmbeddedStore(vocabulary);
    await fc.assert(
      fc.asyncProperty(anyWorld, fc.array(anyLens, { minLength: 3, maxLength: 3 }), async (dataset, lenses) => {
        await Promise.all([fill(neo4j, dataset), fill(embedded, dataset)]);
        for (const lens of lenses) {
          const seen = await seenThrough(embedded, lens);
          expect(await seenThrough(neo4j, lens)).toBe(seen);
          expect(await narrowedBy(neo4j, lens)).toBe(seen);
        }
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
      expect(digest(await (await views.view(lens)).content())).toBe(await seenThrough(embedded, lens));
    }
    await neo4j.close();
  });
});
