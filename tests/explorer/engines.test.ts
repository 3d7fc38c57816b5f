import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import { openNeo4jStore } from '../../src/graph/neo4j/neo4j-store.js';
import { contentOf, everything } from '../../src/load/plan.js';
import { readGoodSeeds } from '../../src/load/seeds.js';
import { address, openEmptyNeo4j, PATIENT, why } from '../contract/stores.js';
import { Raw } from '../neo4j/raw.js';
import { serve } from '../server/serving.js';
import { browse, noBrowser, type Browsing } from './browser.js';

describe.skipIf(address === null || noBrowser !== '')(`the page over Neo4j${why}${noBrowser}`, () => {
  let browsing: Browsing;
  beforeAll(async () => {
    if (!address) return;
    const store = await openEmptyNeo4j(vocabulary);
    await store.apply(everything(contentOf(vocabulary, readGoodSeeds(vocabulary, 'seed', new Map()))));
    await store.close();
    browsing = await browse({}, await serve({ ENTENTE_DEADLINE: '100000' }, openNeo4jStore({ ...address, ...PATIENT }, vocabulary)));
  });
  afterAll(async () => {
    if (!address) return;
    await browsing.close();
    const raw = new Raw(address);
    await raw.wipe();
    await raw.close();
  });

  it.each([
    ['/', '.counts'],
    ['/ask?q=Are Versailles and Gyeongju twinned?', '.claim'],
    ['/city/gyeongju', '.surroundings-map .arc'],
    ['/list/partnerships', 'tbody tr'],
    ['/graph?of=country/kr', '.graph-canvas canvas'],
    ['/graph?of=person/to-lam&of=person/lee-jae-myung&paths=yes', '.graph-canvas canvas'],
    ['/timeline?of=country/fr&of=country/kr&together=yes', '.time-chart .entry'],
    ['/map?of=country/kr', '.world-map .arc'],
    ['/source/key-sister-cities', '.summaries'],
    ['/disputes', '.dispute'],
    ['/compare?of=country/fr&of=country/kr&a.knownBy=2025-03-31', '.side .fact'],
    ['/partnership/versailles-gyeongju?accordingTo=city/versailles', '.property-group'],
  ])('shows %s', async (path, shows) => {
    const { page, complaints, strangers } = await browsing.at(path);
    await page.waitForSelector(shows);
    expect([complaints, strangers]).toEqual([[], []]);
  });
});
