import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import { PATH_BUDGET } from '../../src/graph/path-search.js';
import { findPaths, type PathAnswer, type PathQuestion } from '../../src/graph/paths.js';
import type { Content, GraphStore } from '../../src/graph/store.js';
import { everything } from '../../src/load/plan.js';
import { generateHubs, random } from '../bench/generate.js';
import { stores } from '../contract/stores.js';
import { everyPath } from './every-path.js';
import { randomGraph } from './random-graph.js';

const types = vocabulary.relationships.filter(({ traversed }) => traversed).map(({ type }) => type);
/** The product's budget but for its clock, so that a slow machine reads as much as a quick one. */
const BUDGET = { ...PATH_BUDGET, milliseconds: 60_000 };
const plain: PathQuestion = {
  from: [],
  to: [],
  types,
  kinds: null,
  through: [],
  avoid: [],
  maxHops: 3,
  k: 5,
  rankBy: 'AVOID_HUBS',
  intended: 'EXCLUDE',
  distinctBy: null,
};

function randomQuestion(content: Content, seed: number): PathQuestion {
  const next = random(seed);
  const id = () => content.entities[Math.floor(next() * content.entities.length)]?.id ?? '';
  const ids = (most: number) => [...new Set(Array.from({ length: 1 + Math.floor(next() * most) }, id))];
  const [from, to] = [ids(2), ids(2)];
  return {
    ...plain,
    from,
    to: to.filter((item) => !from.includes(item)),
    types: next() < 0.3 ? ['TOOK_PART', 'PART_OF', 'CONCERNS'] : types,
    kinds: next() < 0.4 ? new Set(next() < 0.5 ? ['Person', 'Country'] : ['Person', 'Meeting', 'Country']) : null,
    through: next() < 0.2 ? [id()] : [],
    avoid: next() < 0.3 ? ids(3).filter((item) => !from.includes(item) && !to.includes(item)) : [],
    maxHops: 1 + Math.floor(next() * 3),
    k: 1 + Math.floor(next() * 10),
    rankBy: (['AVOID_HUBS', 'FEWEST_HOPS', 'MOST_RECENT'] as const)[Math.floor(next() * 3)] ?? 'AVOID_HUBS',
    intended: (['EXCLUDE', 'EXCLUDE', 'INCLUDE', 'ONLY'] as const)[Math.floor(next() * 4)] ?? 'EXCLUDE',
  };
}

const told = ({ paths }: PathAnswer) => paths.map(({ entities, price }) => ({ entities, price: Math.round(1_000 * price) }));
const isAskable = ({ to, through, avoid }: PathQuestion) => to.length > 0 && !through.some((id) => avoid.includes(id));

describe.each(stores)('best paths on $name', ({ name, open, isMissing }) => {
  const isEmbedded = name === 'embedded';
  it.skipIf(isMissing)(
    'are those that trying every path finds, on random graphs',
    async () => {
      for (let seed = 1; seed <= (isEmbedded ? 25 : 3); seed += 1) {
        const content = randomGraph(seed, 30);
        const store = await open(vocabulary);
        await store.apply(everything(content));
        for (let at = 0; at < 12; at += 1) {
          const question = randomQuestion(content, seed * 1_000 + at);
          if (!isAskable(question)) continue;
          const answer = await findPaths(vocabulary, store, question, BUDGET);
          expect([seed, at, answer.outcome, told(answer)]).toEqual([
            seed,
            at,
            answer.paths.length > 0 ? 'FOUND' : 'NONE_WITHIN_HOPS',
            everyPath(vocabulary, content, question, PATH_BUDGET.hub),
          ]);
          expect(answer.truncated).toBe(false);
        }
        await store.close();
      }
    },
    240_000,
  );
});

describe('a search that meets hubs', () => {
  it('finds the same paths as without, or says that it may not have', async () => {
    let proven = 0;
    let cut = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const content = randomGraph(seed, 40);
      const store = new EmbeddedStore(vocabulary);
      await store.apply(everything(content));
      for (let at = 0; at < 12; at += 1) {
        const question = randomQuestion(content, seed * 1_000 + at);
        if (!isAskable(question)) continue;
        const answer = await findPaths(vocabulary, store, question, { ...BUDGET, hub: 4, ends: 5, newest: 3 });
        const all = everyPath(vocabulary, content, { ...question, k: 100_000 }, 4);
        if (answer.truncated) cut += 1;
        else proven += 1;
        if (answer.truncated)
          expect(all.map(({ entities }) => entities.join())).toEqual(expect.arrayContaining(answer.paths.map(({ entities }) => entities.join())));
        else expect([seed, at, told(answer)]).toEqual([seed, at, all.slice(0, question.k)]);
      }
    }
    expect(proven).toBeGreaterThan(100);
    expect(cut).toBeGreaterThan(20);
  });
});

describe('what a search comes to', () => {
  const content = randomGraph(3, 30);
  let store: GraphStore;
  beforeAll(async () => {
    store = new EmbeddedStore(vocabulary);
    await store.apply(everything(content));
  });
  afterAll(() => store.close());
  const [first] = content.links;
  const [a, b] = [first?.from ?? '', first?.to ?? ''];

  it('tells unknown entities, the same entity and no path apart', async () => {
    expect(await findPaths(vocabulary, store, { ...plain, from: ['person/nobody'], to: [b] })).toMatchObject({
      outcome: 'UNKNOWN_ENTITY',
      unknown: ['person/nobody'],
      truncated: false,
    });
    expect(await findPaths(vocabulary, store, { ...plain, from: [a], to: [a, b] })).toMatchObject({ outcome: 'SAME_ENTITY', paths: [] });
    expect(await findPaths(vocabulary, store, { ...plain, from: [a], to: [b], types: ['SUCCEEDED_BY'] })).toMatchObject({
      outcome: 'NONE_WITHIN_HOPS',
      truncated: false,
    });
  });

  it('is TRUNCATED with what was tried when the budget ends before a path is found', async () => {
    const answers = await Promise.all(
      content.entities.slice(1).map(({ id }) => findPaths(vocabulary, store, { ...plain, from: [a], to: [id], maxHops: 6 }, { ...BUDGET, roundTrips: 1 })),
    );
    const cut = answers.filter(({ outcome }) => outcome === 'TRUNCATED');
    expect(cut.length).toBeGreaterThan(0);
    for (const answer of cut)
      expect(answer).toMatchObject({ paths: [], truncated: true, explored: { roundTrips: 1 }, reason: 'the search ended after 1 questions to the database' });
  });

  it('counts paths through the same people as one when asked to', async () => {
    const people = new Set(['Person']);
    const question: PathQuestion = { ...plain, from: [a], to: [b], maxHops: 4, k: 10, intended: 'INCLUDE' };
    const all = await findPaths(vocabulary, store, question);
    const distinct = await findPaths(vocabulary, store, { ...question, distinctBy: people });
    const chain = (ids: readonly string[]) => ids.filter((id) => id.startsWith('person/')).join();
    const chains = distinct.paths.map(({ entities }) => chain(entities));
    expect(new Set(chains).size).toBe(chains.length);
    expect(chains).toEqual(expect.arrayContaining(all.paths.map(({ entities }) => chain(entities))));
    for (const path of distinct.paths) for (const variant of path.variants) expect(chain(variant.entities)).toBe(chain(path.entities));
  });

  it('ranks by the oldest step when asked for the most recent', async () => {
    const answer = await findPaths(vocabulary, store, { ...plain, from: [a], to: [b], k: 10, rankBy: 'MOST_RECENT' });
    const oldest = answer.paths.map(({ steps }) => steps.map(({ link }) => link.at).sort()[0] ?? '');
    expect(oldest).toEqual([...oldest].sort().reverse());
  });
});

describe('between hubs', () => {
  it('reads of each end no more than its bound, and says what it did not read', async () => {
    const store = new EmbeddedStore(vocabulary);
    const items = [...generateHubs(20_000, 1)];
    await store.apply(
      everything({
        entities: items.flatMap((item) => ('entity' in item ? [item.entity] : [])),
        links: items.flatMap((item) => ('link' in item ? [item.link] : [])),
        claims: [],
      }),
    );
    const answer = await findPaths(vocabulary, store, { ...plain, from: ['country/a'], to: ['country/b'], k: 3, maxHops: 6 }, BUDGET);
    expect(answer).toMatchObject({ outcome: 'FOUND', truncated: true });
    expect(answer.paths[0]?.entities).toEqual(['country/a', 'country/b']);
    expect(answer.reason).toContain('country/a');
    expect(answer.explored.relationships).toBeLessThanOrEqual(2 * (BUDGET.ends + 1));
  });
});
