import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import { between } from '../../src/graph/between.js';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import { nearMisses } from '../../src/graph/near-misses.js';
import { normalForm } from '../../src/graph/normal-form.js';
import { inRange } from '../../src/graphql/ranges.js';
import { newestAround } from '../../src/graph/neo4j/hub-newest.js';
import type { Content, GraphStore, NeighbourhoodQuestion } from '../../src/graph/store.js';
import { subgraph } from '../../src/graph/subgraph.js';
import { Timeline, type TimelineQuestion } from '../../src/graph/timeline.js';
import { everything } from '../../src/load/plan.js';

import { content as invented } from '../contract/invented.js';
import { stores } from '../contract/stores.js';
import { randomGraph } from './random-graph.js';

const types = vocabulary.relationships.filter(({ traversed }) => traversed).map(({ type }) => type);
const all: NeighbourhoodQuestion = { types, intended: 'EXCLUDE', limit: 100, beyond: 'NONE' };
const days = (from: string | null, to: string | null) => (column: string) => normalForm(inRange(column, { from, to }));
const undated = () => [];
const dated: TimelineQuestion = { all: [], any: null, days: days(null, null), kinds: null, types, intended: 'EXCLUDE' };

/** With something that is related to itself as well. */
function looped(content: Content): Content {
  return { ...content, links: [...content.links, ...content.links.slice(0, 1).map((link) => ({ ...link, key: `${link.key}itself`, to: link.from }))] };
}

async function entries(store: GraphStore, question: TimelineQuestion, size = 100): Promise<string[]> {
  const timeline = new Timeline(vocabulary, store, question);
  const ids: string[] = [];
  for (let after: { sort: string; id: string } | null = null; ;) {
    const page = await timeline.page(size, after);
    ids.push(...page.items.map(({ sort, id }) => `${sort} ${id}`));
    after = page.items.at(-1) ?? null;
    if (!page.more) break;
  }
  expect(await timeline.count()).toBe(ids.length);
  return ids;
}

describe.each(stores)('what surrounds entities in $name', ({ name, open, isMissing }) => {
  it.skipIf(isMissing)('is the same as in the embedded store, cut or not', async () => {
    const content = looped(randomGraph(11, 40));
    const [store, reference] = [await open(vocabulary), new EmbeddedStore(vocabulary)];
    await store.apply(everything(content));
    await reference.apply(everything(content));
    const ids = [...content.entities.map(({ id }) => id), 'person/nobody'];
    for (const intended of ['EXCLUDE', 'INCLUDE', 'ONLY'] as const) {
      for (const beyond of ['NEWEST', 'NONE'] as const) {
        for (const limit of [0, 2, 100]) {
          for (const some of [types, ['TOOK_PART'], []]) {
            const question = { types: some, intended, limit, beyond };
            expect(await store.neighbourhood(question, ids)).toEqual(await reference.neighbourhood(question, ids));
          }
        }
      }
    }
    expect(await store.neighbourCounts(ids)).toEqual(await reference.neighbourCounts(ids));
    const around = content.entities.slice(0, 2).map(({ id }) => id);
    const drawing = { around, hops: 2, kinds: null, types, intended: 'INCLUDE', limit: 15 } as const;
    expect(await subgraph(store, drawing)).toEqual(await subgraph(reference, drawing));
    const [a = '', b = ''] = content.entities.filter(({ kind }) => kind === 'Country').map(({ id }) => id);
    const common = { a, b, types, kinds: null, intended: 'INCLUDE', first: 20 } as const;
    expect(await between(vocabulary, store, common)).toEqual(await between(vocabulary, reference, common));
    await store.close();
  });

  it.skipIf(isMissing)('stands in order of time, page by page', async () => {
    const store = await open(vocabulary);
    await store.apply(everything(invented));
    const of = ['country/xa', 'person/ada-oak'];
    const whole = await entries(store, { ...dated, any: of });
    expect(whole).toEqual([...whole].sort());
    expect(whole).toContain('2018-06-12 event/first-summit');
    expect(whole).toContain('2016-01-01 HELD_OFFICE|person/ada-oak|office/xa-president|');
    expect(await entries(store, { ...dated, any: of }, 1)).toEqual(whole);
    expect(await entries(store, { ...dated, any: of, days: days('2019-01-01', '2020-01-01') })).toEqual([
      '2016-01-01 HELD_OFFICE|person/ada-oak|office/xa-president|',
      '2019-02-01 event/second-summit',
    ]);
    expect(await entries(store, { ...dated, all: ['country/xa'], kinds: new Set(['Summit']), intended: 'INCLUDE' })).toEqual([
      '2018-06-12 event/first-summit',
      '2019-02-01 event/second-summit',
      '2031-01-01 event/third-summit',
    ]);
    expect(await entries(store, { ...dated, all: ['country/xb', 'person/bo-elm'] })).toEqual(['2018-06-12 event/first-summit']);
    const summits = await entries(store, { ...dated, kinds: new Set(['Summit']) });
    expect(summits).toEqual(expect.arrayContaining(['2018-06-12 event/first-summit', '2019-02-01 event/second-summit']));
    for (const size of [1, 100])
      expect(await entries(store, { ...dated, kinds: new Set(['Summit']), newestFirst: true }, size)).toEqual([...summits].reverse());
    const whenever = await entries(store, { ...dated, any: of, days: undated });
    expect(whenever.filter((entry) => !entry.startsWith(' '))).toEqual(whole);
    const without = whenever.filter((entry) => entry.startsWith(' '));
    expect(whenever).toEqual([...whole, ...without]);
    expect(without.length).toBeGreaterThan(0);
    for (const size of [1, 2, 100]) {
      expect(await entries(store, { ...dated, any: of, days: undated }, size)).toEqual(whenever);
      expect(await entries(store, { ...dated, any: of, days: undated, newestFirst: true }, size)).toEqual([...whole].reverse().concat([...without].reverse()));
    }
    expect(await new Timeline(vocabulary, store, { ...dated, any: ['person/nobody'] }).unknown()).toEqual(['person/nobody']);
    expect(name).not.toBe('');
    await store.close();
  });
});

describe('a neighbourhood', () => {
  it('never cuts without saying so', async () => {
    const content = randomGraph(5, 40);
    const store = new EmbeddedStore(vocabulary);
    await store.apply(everything(content));
    const ids = content.entities.map(({ id }) => id);
    const whole = await store.neighbourhood(all, ids);
    const newest = await store.neighbourhood({ ...all, limit: 2, beyond: 'NEWEST' }, ids);
    const none = await store.neighbourhood({ ...all, limit: 2 }, ids);
    for (const [id, { degree, neighbours }] of whole) {
      expect(degree).toBe(neighbours.length);
      expect(newest.get(id)).toEqual({ ...whole.get(id), neighbours: neighbours.slice(0, 2) });
      expect(none.get(id)).toEqual({ ...whole.get(id), neighbours: degree > 2 ? [] : neighbours });
    }
  });
});

describe('the newest around a hub', () => {
  it('are the same when read type by type', async () => {
    const content = randomGraph(6, 60);
    const store = new EmbeddedStore(vocabulary);
    await store.apply(everything(content));
    const ids = content.entities.map(({ id }) => id);
    const counts = await store.neighbourCounts(ids);
    for (const intended of ['EXCLUDE', 'INCLUDE', 'ONLY'] as const) {
      const question = { types: types.slice(3), intended, limit: 4, beyond: 'NEWEST' } as const;
      for (const [id, { neighbours }] of await store.neighbourhood(question, ids)) {
        expect(await newestAround(store, vocabulary, question, id, counts.get(id) ?? [])).toEqual(neighbours);
      }
    }
  });
});

describe('a subgraph', () => {
  it('holds each entity and relationship once, nearest first, and says what it leaves out', async () => {
    const content = randomGraph(8, 60);
    const store = new EmbeddedStore(vocabulary);
    await store.apply(everything(content));
    const [centre = ''] = content.entities.filter(({ kind }) => kind === 'Country').map(({ id }) => id);
    const question = { around: [centre], hops: 2, kinds: null, types, intended: 'INCLUDE', limit: 200 } as const;
    const whole = await subgraph(store, question);
    expect(whole.truncated).toBe(false);
    expect(new Set(whole.nodes).size).toBe(whole.nodes.length);
    const keys = content.links.filter(({ from, to }) => whole.nodes.includes(from) && whole.nodes.includes(to)).map(({ key }) => key);
    expect(whole.links.map(({ key }) => key).sort()).toEqual(keys.sort());
    const small = await subgraph(store, { ...question, limit: 5 });
    expect(small.nodes).toEqual(whole.nodes.slice(0, 5));
    expect(small).toMatchObject({ truncated: true, reason: `${String(whole.nodes.length - 1)} entities surround them, 4 are shown` });
    expect(await subgraph(store, { ...question, around: ['country/nowhere'] })).toMatchObject({ nodes: [], unknown: ['country/nowhere'] });
  });
});

describe('a near miss', () => {
  it('offers what an unknown id may mean', async () => {
    const store = new EmbeddedStore(vocabulary);
    await store.apply(everything(invented));
    const nearest = async (id: string) => (await nearMisses(vocabulary, store, id)).map((entity) => entity.id);
    expect((await nearest('person/ada-oka'))[0]).toBe('person/ada-oak');
    expect((await nearest('country/xanadoo'))[0]).toBe('country/xa');
    expect(await nearest('재너두')).toEqual(['country/xa']);
    expect(await nearest('person/zzzz')).toEqual([]);
    expect(await nearest('')).toEqual([]);
  });
});
