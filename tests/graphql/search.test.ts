import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/graph/store.js';
import { contentOf, everything } from '../../src/load/plan.js';
import { fold } from '../../src/model/text.js';
import { stores } from '../contract/stores.js';
import { over, overSeeds, PAGE_INFO, pages, part, seeds, vocabulary, type Asked } from './asking.js';

/** Every name and alias in the seeds, folded, with the entities that have it. */
const HOLDERS = new Map<string, Set<string>>();
const named = new Set(seeds.claims.flatMap(({ subject, object, assertedBy }) => [subject, object, assertedBy]));
for (const { id, label } of seeds.identities) if (named.has(id)) hold(label, id);
for (const { predicate, subject, value, polarity, rank } of seeds.claims) {
  if (predicate === 'name' && polarity === 'AFFIRMED' && rank !== 'DEPRECATED') hold((value as { text: string }).text, subject);
}

function hold(name: string, id: string): void {
  HOLDERS.set(name, (HOLDERS.get(name) ?? new Set()).add(id));
}

const NAMES = [...HOLDERS.keys()];

/** The first hit for each name, twenty names a request. */
async function firstHits(asked: Asked, names: readonly string[]): Promise<Map<string, string | undefined>> {
  const hits = new Map<string, string | undefined>();
  for (let at = 0; at < names.length; at += 20) {
    const some = names.slice(at, at + 20);
    const query = `query (${some.map((_, index) => `$n${String(index)}: String!`).join(', ')}) { ${some.map((_, index) => `n${String(index)}: search(text: $n${String(index)}, first: 1) { edges { node { id } } }`).join(' ')} }`;
    const data = await asked.get(query, Object.fromEntries(some.map((name, index) => [`n${String(index)}`, name])));
    for (const [index, name] of some.entries()) hits.set(name, part(data, `n${String(index)}`).edges[0]?.node.id);
  }
  return hits;
}

let embedded: Asked;
let hits: Map<string, string | undefined>;
beforeAll(async () => {
  embedded = await overSeeds();
  hits = await firstHits(embedded, NAMES);
});

describe('search', () => {
  it.each([
    ['G20', 'organization/g20'],
    ['G7', 'organization/g7'],
    ['EU', 'organization/european-union'],
    ['UN', 'organization/united-nations'],
    ['USA', 'country/us'],
    ['DPRK', 'country/kp'],
  ])('finds %s by the name in common use', async (name, id) => {
    const data = await embedded.get('query ($name: String!) { search(text: $name, first: 1) { nodes { id } } }', { name });
    expect(data).toMatchObject({ search: [{ id }] });
  });

  it('finds, for every name and alias in the seeds, first an entity that has it', () => {
    expect(NAMES.length).toBeGreaterThan(700);
    const wrong = NAMES.filter((name) => !HOLDERS.get(name)?.has(hits.get(name) ?? '')).filter((name) => {
      const alike = NAMES.filter((other) => fold(other) === fold(name)).flatMap((other) => [...(HOLDERS.get(other) ?? [])]);
      return !alike.includes(hits.get(name) ?? '');
    });
    expect(wrong).toEqual([]);
  });

  it('finds the same, however the name is written', async () => {
    const forms: readonly ((name: string) => string)[] = [
      (name) => name.normalize('NFD'),
      (name) => name.toUpperCase(),
      (name) => `  ${name.replaceAll(' ', '  ')}\u200b `,
    ];
    const some = NAMES.filter((name, at) => at % 9 === 0 && fold(name.toUpperCase()) === fold(name));
    for (const write of forms) {
      const found = await firstHits(embedded, some.map(write));
      for (const name of some) expect([name, found.get(write(name))]).toEqual([name, hits.get(name)]);
    }
  });

  it('finds a name by its beginning', async () => {
    const query = 'query ($text: String!) { search(text: $text, first: 100) { edges { node { id } } } }';
    for (const [name, ids] of [...HOLDERS].filter(([text], at) => at % 40 === 0 && Array.from(fold(text)).length > 4)) {
      const beginning = Array.from(fold(name)).slice(0, -1).join('');
      const found = (await embedded.at('search', query, { text: beginning })).edges.map(({ node }) => node.id);
      expect([beginning, [...ids].some((id) => found.includes(id))]).toEqual([beginning, true]);
    }
  });

  it('pages through all that it finds once, best first, and keeps to a kind', async () => {
    const query = `query ($text: String!, $kind: [EntityKind!], $first: Int, $after: String) { search(text: $text, kind: $kind, first: $first, after: $after) { totalCount ${PAGE_INFO} edges { cursor node { id kind } } } }`;
    const all = await pages(embedded, query, ['search'], { text: 's', first: 9 });
    const ids = all.map(({ node }) => node.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await embedded.at('search', query, { text: 's', first: 0 })).totalCount).toBe(ids.length);
    const cities = await pages(embedded, query, ['search'], { text: 's', kind: 'CITY', first: 9 });
    expect(cities.map(({ node }) => node.id)).toEqual(all.filter(({ node }) => node.kind === 'CITY').map(({ node }) => node.id));
    const after = (await embedded.at('search.pageInfo', query, { text: 's', first: 1 })).endCursor;
    expect(await embedded.codes(query, { text: 'se', first: 1, after })).toEqual(['BAD_CURSOR']);
    expect(await embedded.codes(query, { text: 's', kind: 'CITY', first: 1, after })).toEqual(['BAD_CURSOR']);
    for (const first of [-1, 101]) expect(await embedded.codes(query, { text: 's', first })).toEqual(['BAD_USER_INPUT']);
  });

  it('takes 200 characters, counted as people do, and no more', async () => {
    const query = 'query ($text: String!) { search(text: $text) { totalCount } }';
    expect(await embedded.codes(query, { text: '🎉'.repeat(200) })).toEqual([]);
    expect(await embedded.codes(query, { text: '🎉'.repeat(201) })).toEqual(['BAD_USER_INPUT']);
  });

  it.each(['', ' ', '*', '?*', '[a TO', 'name:', '"', "'", '`', '\0', '\ud800', '__proto__', 'constructor', '🎉', '((((', 'AND OR NOT', 'a~0.5', '\\', '/.*/'])(
    'answers %j without an error',
    async (text) => {
      expect(await embedded.codes('query ($text: String!) { search(text: $text) { totalCount edges { node { id } } } }', { text })).toEqual([]);
    },
  );
});

const neo4j = stores.find(({ name }) => name.startsWith('neo4j'));

describe.skipIf(neo4j?.isMissing !== false)(`search in ${neo4j?.name ?? 'Neo4j'}`, () => {
  let store: GraphStore;
  let asked: Asked;
  beforeAll(async () => {
    if (!neo4j) return;
    store = await neo4j.open(vocabulary);
    await store.apply(everything(contentOf(vocabulary, seeds)));
    asked = over(store);
  });
  afterAll(() => store.close());

  it('finds the same first hit for every name and alias in the seeds as the embedded engine', async () => {
    const found = await firstHits(asked, NAMES);
    expect(NAMES.filter((name) => found.get(name) !== hits.get(name)).map((name) => [name, found.get(name), hits.get(name)])).toEqual([]);
  });

  it('finds all the same in the same order', async () => {
    const query = 'query ($text: String!) { search(text: $text, first: 100) { totalCount edges { cursor node { id } } } }';
    for (const text of ['s', 'fr', 'kim', 'to lam', '서울', 'sao', "d'", 'the', '1', 'x', 'ministry of', '파리'])
      expect(await asked.get(query, { text })).toEqual(await embedded.get(query, { text }));
  });
});
