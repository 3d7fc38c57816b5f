import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import { LensView } from '../../src/graph/lens-view.js';
import { LensViews } from '../../src/graph/lens-views.js';
import { NearView } from '../../src/graph/near-view.js';
import type { Filter, Test } from '../../src/graph/filter.js';
import type { ClaimSide, GraphReader, GraphStore } from '../../src/graph/store.js';
import { contentOf, everything } from '../../src/load/plan.js';
import { STEADY } from '../../src/model/days.js';
import { isClear, type Lens } from '../../src/model/lens.js';
import type { Dataset } from '../../src/model/dataset.js';
import { address, openEmptyNeo4j, why } from '../contract/stores.js';
import { anyLens, anyWideWorld, lens as lensOf } from './arbitrary.js';
import { vocabulary, world, type Said } from './world.js';

const SIDES: readonly ClaimSide[] = ['describes', 'subject', 'object', 'source', 'assertedBy', 'as_represents'];
const LABELS = ['Person', 'Leader', 'Event', 'Country', 'City', 'Partnership', 'Source'] as const;

/** Everything that a reader can be asked of an entity alone. */
async function answers(reader: GraphReader, id: string, all: Dataset): Promise<[what: string, answer: unknown][]> {
  const ids = [id];
  const claims = all.claims.filter(({ subject, object }) => subject === id || object === id);
  const keys = [...new Set(claims.map(({ factKey }) => factKey))].slice(0, 2);
  const found: [string, unknown][] = [];
  const note = async (what: string, answer: Promise<unknown>) => found.push([what, await answer]);
  await note('entities', reader.entities(ids));
  await note('claims', reader.claims(keys));
  await note('claims by id', reader.claimsById(claims.slice(0, 2).map((claim) => claim.id)));
  for (const side of SIDES) {
    const pages = reader.claimPages({ side, filter: [], descending: side === 'object', first: 3 }, [{ id, after: null }]);
    await note(`claims, ${side}`, pages);
    await note(`how many claims, ${side}`, reader.claimCounts({ side, filter: [] }, ids));
  }
  for (const { type, symmetric } of vocabulary.relationships.filter((one) => claims.some(({ predicate }) => predicate === one.type))) {
    for (const direction of symmetric ? (['BOTH'] as const) : (['OUT', 'IN'] as const)) {
      for (const intended of [false, true]) {
        const set = { type, direction, intended, linkFilter: [], farFilter: [] };
        const page = reader.expand({ ...set, descending: true, first: 2 }, [{ id, after: null }]);
        await note(`${type} ${direction} ${String(intended)}`, page);
        await note(`how many ${type} ${direction} ${String(intended)}`, reader.degrees(set, ids));
      }
    }
  }
  const types = vocabulary.relationships.map(({ type }) => type);
  await note('around', reader.neighbourhood({ types, intended: 'INCLUDE', limit: 10, beyond: 'NONE' }, ids));
  await note('counts around', reader.neighbourCounts(ids));
  for (const label of LABELS) {
    for (const intended of [false, true]) {
      const set = { label, filter: [], intended };
      const page = { ...set, first: 2, after: null } as const;
      await note(`${label} by label ${String(intended)}`, reader.list({ ...page, sort: 'sortLabel', descending: false }));
      await note(`${label} by date ${String(intended)}`, reader.list({ ...page, sort: 'sortDate', descending: true }));
      await note(`how many ${label} ${String(intended)}`, reader.count(set));
      await note(`kinds of ${label} ${String(intended)}`, reader.facets(set, 'kind'));
      const involved = { ...set, filter: [[{ column: 'involves', op: 'HAS', values: [id], negated: false }]] } as const;
      await note(`how many ${label} ${String(intended)} involve it`, reader.count(involved));
    }
  }
  return found;
}

async function agree(store: GraphStore, dataset: Dataset, lens: Lens, ids: readonly string[]): Promise<void> {
  const whole = await new LensViews(vocabulary, store).view(lens);
  if (!(whole instanceof LensView)) throw new Error('no view');
  for (const id of ids) {
    const near = new NearView(vocabulary, store, lens);
    const wanted = await answers(whole, id, dataset);
    for (const [at, answer] of (await answers(near, id, dataset)).entries()) expect([id, ...answer]).toEqual([id, ...(wanted[at] ?? [])]);
    for (const claim of whole.dataset.claims.filter(({ subject }) => subject === id)) expect(near.certaintyOf(claim.id)).toBe(whole.certaintyOf(claim.id));
  }
}

/** Some ids that a graph knows. */
function someOf({ identities }: Dataset, at: number): readonly string[] {
  return [0, 1, 2].flatMap((step) => identities[(at + step * 5) % identities.length]?.id ?? []);
}

const anySuited = anyLens.filter((lens) => !isClear(lens) && NearView.suits(lens));

describe('a graph of any size, through a lens', () => {
  it('answers from the claims around what is asked as the whole view does', async () => {
    await fc.assert(
      fc.asyncProperty(anyWideWorld, anySuited, fc.nat(40), async (dataset, lens, at) => {
        const store = new EmbeddedStore(vocabulary);
        await store.apply(everything(contentOf(vocabulary, dataset)));
        await agree(store, dataset, lens, someOf(dataset, at));
      }),
      { numRuns: 60 },
    );
  });
});

describe('records of a graph of any size, as of a day', () => {
  const is = (column: string, op: Test['op'], ...values: string[]): Filter => [[{ column, op, values, negated: false }]];
  const FILTERS: readonly Filter[] = [
    [],
    is('involves', 'HAS', 'country/xa'),
    is('involves', 'HAS', 'country/xb', 'city/b'),
    is('certainty', 'IN', 'CERTAIN'),
    is('certainty', 'IN', 'POSSIBLE'),
    is('whenYear', 'IN', '1999', '2015'),
    [...is('kind', 'IN', 'Meeting'), [...(is('certainty', 'IN', 'POSSIBLE')[0] ?? [])].map((test) => ({ ...test, negated: true }))],
  ];
  const anyDay = fc.constantFrom('1940', '1990', '1995', '1999-05-05', '1999', '2001', '2015/2016', '1980/..', '2010').map((asOf) => lensOf({ asOf }));

  const lists = async (reader: GraphReader): Promise<unknown[]> => {
    const found: unknown[] = [];
    for (const label of ['Event', 'Meeting', 'Partnership', 'Statement']) {
      for (const intended of [false, true]) {
        for (const filter of FILTERS) {
          const set = { label, filter, intended };
          found.push([set, await reader.count(set), await reader.facets(set, 'involves')]);
          for (const sort of ['sortDate', 'sortLabel'] as const) {
            for (const descending of [false, true]) {
              const page = await reader.list({ ...set, sort, descending, first: 1, after: null });
              const [last] = page.items;
              const after = last ? { sort: String(last.columns[sort]), id: last.id } : null;
              found.push(page, await reader.list({ ...set, sort, descending, first: 2, after }));
            }
          }
        }
      }
    }
    return found;
  };

  it('are listed, counted and grouped as in the whole view', async () => {
    let steady = 0;
    await fc.assert(
      fc.asyncProperty(anyWideWorld, anyDay, async (dataset, lens) => {
        const store = new EmbeddedStore(vocabulary);
        const content = contentOf(vocabulary, dataset);
        steady += content.entities.filter(({ columns }) => columns['seen'] === STEADY).length;
        await store.apply(everything(content));
        const wanted = await lists(await new LensViews(vocabulary, store).view(lens));
        expect(await lists(new NearView(vocabulary, store, lens))).toEqual(wanted);
      }),
      { numRuns: 40 },
    );
    expect(steady).toBeGreaterThan(5);
  });
});

describe('a view of a graph too large to be read whole', () => {
  const said: readonly Said[] = Array.from({ length: 100 }, (_none, at) => ({ fact: 'country/xa TOOK_PART event/e', when: '1950', at }));
  const open = async (last: string): Promise<GraphReader> => {
    const store = new EmbeddedStore(vocabulary);
    const seen: Said = { fact: 'country/xa DIPLOMATIC_RELATION country/xb', with: { level: 'ALLIANCE' }, when: last, at: 9_999 };
    await store.apply(everything(contentOf(vocabulary, world([...said, seen, { fact: 'country/xa name', value: { text: 'Xa', lang: 'en' } }]))));
    return new LensViews(vocabulary, store, 50).reader(lensOf({ asOf: '1995' }), store);
  };

  it('reads on until one claim shows that an entity is certain, or none does', async () => {
    const certaintyOf = async (reader: GraphReader) => (await reader.entities(['country/xa'])).get('country/xa')?.columns['certainty'];
    expect(await certaintyOf(await open('1990/2000'))).toBe('CERTAIN');
    expect(await certaintyOf(await open('1996'))).toBe('POSSIBLE');
  });

  it('says what it cannot tell of so many', async () => {
    const store = new EmbeddedStore(vocabulary);
    const many = Array.from({ length: 1_001 }, (_none, at): Said => ({ fact: `person/p${String(at)} born`, value: '1955' }));
    await store.apply(everything(contentOf(vocabulary, world(many))));
    const reader = await new LensViews(vocabulary, store, 50).reader(lensOf({ asOf: '1995' }), store);
    const people = { label: 'Person', filter: [], intended: false };
    await expect(reader.count(people)).rejects.toThrow(/look at 1000 entities at most; say by `involves` or `id` which/);
    const page = await reader.list({ ...people, sort: 'sortLabel', descending: false, first: 150, after: null });
    expect([page.items.length, page.more]).toEqual([150, true]);
  });
});

describe.skipIf(address === null)(`Neo4j, through a lens${why}`, () => {
  it('answers from the claims around what is asked as the whole view does', async () => {
    for (const [at, dataset] of fc.sample(anyWideWorld, { numRuns: 2, seed: 11 }).entries()) {
      const store = await openEmptyNeo4j(vocabulary);
      await store.apply(everything(contentOf(vocabulary, dataset)));
      for (const lens of fc.sample(anySuited, { numRuns: 1, seed: at })) await agree(store, dataset, lens, someOf(dataset, at).slice(0, 1));
      await store.close();
    }
  });
});
