import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import { joined } from '../../src/graph/neo4j/properties.js';
import { openNeo4jStore, type Neo4jStore } from '../../src/graph/neo4j/neo4j-store.js';
import { everything } from '../../src/load/plan.js';
import type { EntityNode } from '../../src/model/graph.js';
import { Raw } from '../neo4j/raw.js';
import { address, openEmptyNeo4j, why, PATIENT } from '../contract/stores.js';
import { cityId, claimOf, eventOf, hub, linkOf, SIZE } from './hub.js';

const FIRST = 20;

describe.skipIf(address === null)(`database hits at a hub of ${String(SIZE)}${why}`, () => {
  let raw: Raw;
  let store: Neo4jStore;
  const measured: string[] = [];

  beforeAll(async () => {
    if (!address) return;
    store = await openEmptyNeo4j(vocabulary);
    raw = new Raw(address);
    await store.apply(everything(hub()));
    await raw.planAnew();
  }, 600_000);

  afterAll(async () => {
    if (!address) return;
    process.stdout.write(`${measured.join('\n')}\n`);
    await raw.wipe();
    await raw.close();
    await store.close();
  });

  /** Sees what the store sends, and measures that very statement. */
  const priceOf = async (what: string, ask: (store: Neo4jStore) => Promise<unknown>, roundTrips = 1): Promise<{ hits: number; answer: unknown }> => {
    if (!address) throw new Error('no Neo4j');
    const sent: { text: string; parameters: Record<string, unknown> }[] = [];
    const spied = openNeo4jStore({ ...address, ...PATIENT, onStatement: (_name, text, parameters) => sent.push({ text, parameters }) }, vocabulary);
    try {
      const answer = await ask(spied);
      expect(sent).toHaveLength(roundTrips);
      let hits = 0;
      for (const { text, parameters } of sent) hits += (await raw.hits(text, parameters)).hits;
      measured.push(`${what}: ${String(hits)}`);
      return { hits, answer };
    } finally {
      await spied.close();
    }
  };

  const pages = { direction: 'OUT', intended: false, linkFilter: [], farFilter: [], descending: true, first: FIRST } as const;
  const behind = (index: number, type: string) => {
    const { at, key } = linkOf(index, type);
    return { sort: at, id: key };
  };
  const isFull = (answer: unknown) => {
    expect((answer as readonly { items: readonly unknown[]; more: boolean }[]).map(({ items, more }) => [items.length, more])).toEqual([[FIRST, true]]);
  };

  it.each([
    ['newest, first page', true, null],
    ['newest, deep', true, behind(SIZE / 2, 'TOOK_PART')],
    ['oldest, first page', false, null],
    ['oldest, deep', false, behind(SIZE / 2, 'TOOK_PART')],
  ])('a page of relationships: %s', async (what, descending, after) => {
    const { hits, answer } = await priceOf(`relationships, ${what}`, (asked) =>
      asked.expand({ ...pages, type: 'TOOK_PART', descending }, [{ id: 'country/hub', after }]),
    );
    isFull(answer);
    expect(hits).toBeLessThanOrEqual(150);
  });

  it.each([
    ['first', null],
    ['deep', behind(SIZE / 2, 'LOCATED_IN')],
  ])('a page of undated relationships from the far end: %s', async (what, after) => {
    const question = { ...pages, type: 'LOCATED_IN', direction: 'IN' } as const;
    const { hits, answer } = await priceOf(`undated relationships, ${what}`, (asked) => asked.expand(question, [{ id: 'country/hub', after }]));
    isFull(answer);
    expect(hits).toBeLessThanOrEqual(150);
  });

  it.each([
    ['first', null],
    ['deep', behind(SIZE / 2, 'DIPLOMATIC_RELATION')],
  ])('a page of symmetric relationships: %s', async (what, after) => {
    for (const descending of [true, false]) {
      const question = { ...pages, type: 'DIPLOMATIC_RELATION', direction: 'BOTH', descending } as const;
      const name = `symmetric relationships, ${what}, ${descending ? 'newest' : 'oldest'}`;
      const { hits, answer } = await priceOf(name, (asked) => asked.expand(question, [{ id: 'country/hub', after }]));
      isFull(answer);
      expect(hits).toBeLessThanOrEqual(150);
    }
  });

  it('a list, deep, in every order', async () => {
    for (const sort of ['sortLabel', 'sortDate'] as const) {
      for (const descending of [true, false]) {
        const { id, columns }: EntityNode = eventOf(SIZE / 2);
        const after = { sort: String(columns[sort]), id };
        const question = { label: 'Event', filter: [], intended: false, sort, descending, first: FIRST, after };
        const { hits, answer } = await priceOf(`list by ${sort}, deep, ${descending ? 'descending' : 'ascending'}`, (asked) => asked.list(question));
        isFull([answer]);
        expect(hits).toBeLessThanOrEqual(150);
      }
    }
  });

  it('a list of entities without a date, deep', async () => {
    const after = { sort: '', id: cityId(SIZE / 2) };
    const question = { label: 'City', filter: [], intended: false, sort: 'sortDate', descending: false, first: FIRST, after } as const;
    const { hits, answer } = await priceOf('list without dates, deep', (asked) => asked.list(question));
    isFull([answer]);
    expect(hits).toBeLessThanOrEqual(150);
  });

  it('counts without a filter', async () => {
    const label = await priceOf('count of a label', (asked) => asked.count({ label: 'Event', filter: [], intended: false }));
    expect(label).toMatchObject({ answer: SIZE });
    expect(label.hits).toBeLessThanOrEqual(5);
    for (const [type, direction] of [
      ['TOOK_PART', 'OUT'],
      ['LOCATED_IN', 'IN'],
      ['DIPLOMATIC_RELATION', 'BOTH'],
    ] as const) {
      const { hits, answer } = await priceOf(`count of ${type}`, (asked) => asked.degrees({ ...pages, type, direction }, ['country/hub']));
      expect([...(answer as Map<string, number>)]).toEqual([['country/hub', SIZE]]);
      expect(hits).toBeLessThanOrEqual(5);
    }
  });

  it('entities by id', async () => {
    const ids = Array.from({ length: FIRST }, (_, index) => eventOf(index * 7).id);
    const { hits } = await priceOf(`${String(FIRST)} entities by id`, (asked) => asked.entities(ids));
    expect(hits).toBeLessThanOrEqual(4 * FIRST);
  });

  it('claims by fact, and a page of claims in a large source', async () => {
    const keys = Array.from({ length: FIRST }, (_, index) => linkOf(index, 'TOOK_PART').key);
    const facts = await priceOf(`claims of ${String(FIRST)} facts`, (asked) => asked.claims(keys));
    expect(facts.hits).toBeLessThanOrEqual(7 * FIRST);
    const last = claimOf(1_000);
    const after = { sort: `${last.source}|${String(last.spans[0]?.start).padStart(8, '0')}|${last.id}`, id: last.id };
    const page = await priceOf('page of claims, deep', (asked) =>
      asked.claimPages({ side: 'source', filter: [], descending: false, first: FIRST }, [{ id: 'source/big', after }]),
    );
    isFull(page.answer);
    expect(page.hits).toBeLessThanOrEqual(150);
  });

  it('what stands around a hub, which is counted but not read', async () => {
    const question = { types: ['TOOK_PART', 'LOCATED_IN', 'DIPLOMATIC_RELATION'], intended: 'INCLUDE', limit: 200, beyond: 'NONE' } as const;
    const { hits, answer } = await priceOf('around a hub', (asked) => asked.neighbourhood(question, ['country/hub']), 2);
    expect((answer as Map<string, unknown>).get('country/hub')).toEqual({ kind: 'Country', degree: 3 * SIZE, neighbours: [] });
    expect(hits).toBeLessThanOrEqual(30);
    const counts = await priceOf('counts around a hub', (asked) => asked.neighbourCounts(['country/hub']), 2);
    expect(counts.hits).toBeLessThanOrEqual(5 * vocabulary.relationships.length);
    const small = await priceOf(`around ${String(FIRST)} entities of two relationships`, (asked) =>
      asked.neighbourhood(
        question,
        Array.from({ length: FIRST }, (_, index) => cityId(index)),
      ),
    );
    expect(small.hits).toBeLessThanOrEqual(30 * FIRST);
  });

  it('keeps places in the order of their parts', () => {
    expect(joined({ sort: '', id: 'z' }) < joined({ sort: '2000-01-01', id: 'a' })).toBe(true);
    expect(joined({ sort: 'ab', id: 'z' }) < joined({ sort: 'ab c', id: 'a' })).toBe(true);
  });
});
