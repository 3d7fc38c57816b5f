import { describe, expect, it } from 'vitest';
import { adjacencyTable } from '../../src/graph/embedded/adjacency.js';
import { listTable } from '../../src/graph/embedded/entity-lists.js';
import { groupTable } from '../../src/graph/embedded/groups.js';
import { nameTable } from '../../src/graph/embedded/name-words.js';
import { Indexes, listed } from '../../src/graph/embedded/indexes.js';
import { EmbeddedStore, inOrder } from '../../src/graph/embedded/embedded-store.js';
import { LensViews } from '../../src/graph/lens-views.js';
import { contentOf, everything } from '../../src/load/plan.js';
import { narrowInSteps } from '../../src/model/lens.js';
import type { Dataset } from '../../src/model/dataset.js';
import { projectInSteps } from '../../src/model/projection.js';
import { atOnce, type Steps } from '../../src/model/steps.js';
import { lens } from './arbitrary.js';
import { vocabulary, world, type Said } from './world.js';

/** Countries with relations, cities in them, meetings in these, and who was there. */
function many(size: number): Dataset {
  const said = Array.from({ length: size }, (_none, at): Said[] => {
    const [n, year] = [String(at), String(1900 + (at % 100))];
    return [
      { fact: `country/x${n} DIPLOMATIC_RELATION country/x${String(at + 1)}`, with: { level: 'ALLIANCE' }, when: `${year}/..` },
      { fact: `city/y${n} LOCATED_IN country/x${n}` },
      { fact: `event/e${n} when`, value: year },
      { fact: `event/e${n} HELD_IN city/y${n}` },
      { fact: `person/p${n} TOOK_PART event/e${n}`, with: { role: 'HOST' } },
    ];
  });
  return world(said.flat());
}

/** How often claims are looked at in the step that looks most often, and how many steps there are. */
function workOf({ claims, ...others }: Dataset, work: (dataset: Dataset) => Steps<unknown>): { readonly most: number; readonly steps: number } {
  let looks = 0;
  const watched = claims.map(
    (claim) =>
      new Proxy(claim, {
        get: (target, name) => {
          looks += 1;
          return Reflect.get(target, name) as unknown;
        },
      }),
  );
  const steps = work({ ...others, claims: watched });
  for (let most = 0, count = 1; ; count += 1) {
    looks = 0;
    const { done } = steps.next();
    most = Math.max(most, looks);
    if (done === true) return { most, steps: count };
  }
}

const seenIn = (dataset: Dataset) => narrowInSteps(vocabulary, dataset, lens({ asOf: '1950' }));

describe('what a lens costs others', () => {
  const works: readonly (readonly [string, (dataset: Dataset) => Steps<unknown>])[] = [
    ['narrowing', seenIn],
    ['projecting', (dataset: Dataset) => projectInSteps(vocabulary, dataset)],
    ['putting in order', (dataset: Dataset) => inOrder({ ...contentOf(vocabulary, { ...dataset, claims: [] }), claims: dataset.claims })],
  ];
  it.each(works)('%s has more steps for more claims, and none that is longer', (_name, work) => {
    const [few, more] = [workOf(many(200), work), workOf(many(1_600), work)];
    expect(more.most).toBeLessThan(1.3 * few.most);
    expect(more.steps).toBeGreaterThan(7 * few.steps);
  });

  it('looks up in tables that are made in steps', () => {
    const stops = (size: number) => {
      const { entities, links, claims } = contentOf(vocabulary, many(size));
      const held = atOnce(inOrder({ entities, links, claims }));
      const tables = [
        nameTable(entities),
        listTable(entities),
        adjacencyTable(entities, listed(held.links)),
        groupTable(claims.length, (at) => claims[at]?.id ?? null),
      ];
      return tables.map((table) => {
        for (let count = 0; ; count += 1) if (table.next().done === true) return count;
      });
    };
    const [few, more] = [stops(200), stops(1_600)];
    for (const [at, count] of few.entries()) expect(more[at]).toBeGreaterThan(7 * count);
  });

  it('makes a table once for all who need it at a time', async () => {
    const store = new EmbeddedStore(vocabulary);
    await store.apply(everything(contentOf(vocabulary, many(20))));
    const { content } = store.snapshot();
    let reads = 0;
    const claims = { length: content.claims.length, at: (number: number) => ((reads += 1), content.claims.at(number)) };
    const index = new Indexes(vocabulary, { ...content, claims });
    await Promise.all([index.prepare(['claimIds']), index.prepare(['claimIds', 'entityIds'])]);
    expect(reads).toBe(claims.length);
    expect(index.has(['claimIds', 'entityIds'])).toBe(true);
    expect(index.has(['facts'])).toBe(false);
  });

  it('ends when all who look through it have left, and is there for who comes after', async () => {
    const store = new EmbeddedStore(vocabulary);
    await store.apply(everything(contentOf(vocabulary, many(200))));
    const views = new LensViews(vocabulary, store);
    const through = lens({ asOf: '1950' });
    const [one, two] = [new AbortController(), new AbortController()];
    const looks = [views.view(through, store.within(one.signal)), views.view(through, store.within(two.signal))];
    one.abort(new Error('left'));
    await expect(looks[0]).rejects.toThrow('left');
    const view = await looks[1];
    expect(await views.view(through)).toBe(view);

    const other = lens({ asOf: '1951' });
    const leaving = new AbortController();
    const look = views.view(other, store.within(leaving.signal));
    leaving.abort(new Error('left too'));
    await expect(look).rejects.toThrow('left too');
    expect(await (await views.view(other)).count({ label: 'City', filter: [], intended: false })).toBe(200);
  });
});
