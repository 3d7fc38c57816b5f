import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import { openNeo4jStore, type Neo4jStore } from '../../src/graph/neo4j/neo4j-store.js';
import type { NestedFilter } from '../../src/graph/filter.js';
import type { GraphStore } from '../../src/graph/store.js';
import { Filters, type Input } from '../../src/graphql/filters.js';
import { Scope } from '../../src/graphql/scope.js';
import { seeds } from '../ask/asking.js';
import { address, openEmptyNeo4j, PATIENT, why } from '../contract/stores.js';

/** A statement has one pattern for each thing that a filter asks of relationships, and a few of its own; the steps of a search may ask once more. */
const MOST_PATTERNS = 36;

/** Characters: planning takes as long as a text is. */
const LONGEST = 40_000;

const KINDS = ['city', 'region', 'organization', 'country', 'group'];
const QUANTIFIERS: Readonly<Record<string, (where: Input) => Input>> = {
  some: (some) => ({ some }),
  none: (none) => ({ none }),
  every: (every) => ({ every }),
  count: (some) => ({ some, count: { from: 2 } }),
};

/** Either of several kinds at the far end, each of which is one of two or has a partner of either of several kinds, other ones for each. */
const alternatives = (kinds: number, inner: (where: Input) => Input): Input => ({
  or: KINDS.slice(0, kinds).map((near) => {
    const partner = { or: KINDS.slice(0, kinds).map((far) => ({ [far]: { or: [{ id: ['city/paris', 'country/fr'] }, { label: { contains: near } }] } })) };
    return { [near]: { or: [{ id: ['city/seoul', 'country/kr'] }, { partnerships: inner({ partnership: { parties: { some: partner } } }) }] } };
  }),
});

const filters = new Filters(vocabulary);
const scope = new Scope(vocabulary, new EmbeddedStore(vocabulary), new Map());
const kind = vocabulary.kinds.find(({ name }) => name === 'Partnership') ?? null;
const city = vocabulary.kinds.find(({ name }) => name === 'City');
const partnerships = city && vocabulary.readings(city).find(({ field }) => field === 'partnerships');
if (!kind || !partnerships) throw new Error('no partnerships of cities');

const SHAPES = [
  { outer: 'some', inner: 'none', kinds: 5 },
  { outer: 'count', inner: 'every', kinds: 3 },
];

describe.skipIf(address === null)(`the worst filters that are let in${why}`, () => {
  let store: Neo4jStore;
  const embedded = new EmbeddedStore(vocabulary);
  const sent: string[] = [];

  beforeAll(async () => {
    if (!address) return;
    store = await openEmptyNeo4j(vocabulary);
    await Promise.all([store.apply(seeds()), embedded.apply(seeds())]);
    await store.close();
    store = openNeo4jStore({ ...address, ...PATIENT, onStatement: (_name, text) => sent.push(text) }, vocabulary);
  });
  afterAll(async () => {
    if (address) await store.close();
  });

  const farFilterOf = (where: Input): NestedFilter => filters.ofLinks(scope, partnerships, { partnership: where }, 'EXCLUDE').farFilter;
  const answer = async (asked: GraphStore, where: Input, outer: string) => {
    const partnership = { parties: QUANTIFIERS[outer]?.(where) };
    const filter = filters.ofEntities(scope, kind, partnership, 'EXCLUDE');
    const set = { label: 'Partnership', intended: false, filter } as const;
    const links = {
      type: partnerships.relationship.type,
      direction: partnerships.direction,
      intended: false,
      linkFilter: [],
      farFilter: farFilterOf(partnership),
    } as const;
    const [page] = await asked.expand({ ...links, descending: true, first: 5 }, [{ id: 'city/paris', after: null }]);
    return {
      list: (await asked.list({ ...set, sort: 'sortLabel', descending: false, first: 5, after: null })).items.map(({ id }) => id),
      count: await asked.count(set),
      groups: await asked.facets(set, 'kind'),
      newest: page?.items.map(({ far }) => far.id),
      degrees: [...(await asked.degrees(links, ['city/paris']))],
    };
  };

  it.each(SHAPES)('$outer of $kinds kinds, of which $inner: texts grow with what is asked, not with its normal form', async ({ outer, inner, kinds }) => {
    const where = alternatives(kinds, QUANTIFIERS[inner] ?? ((some) => ({ some })));
    sent.length = 0;
    expect(await answer(store, where, outer)).toEqual(await answer(embedded, where, outer));
    expect(sent.length).toBeGreaterThanOrEqual(5);
    for (const text of sent) {
      expect(text.match(/\b(?:EXISTS|COUNT|COLLECT) \{/g)?.length ?? 0).toBeLessThanOrEqual(MOST_PATTERNS);
      expect(text.length).toBeLessThanOrEqual(LONGEST);
      // What stands within a condition is planned again for each way to the condition.
      expect(text).not.toMatch(/WHERE[^\n]*EXISTS \{/);
    }
  });
});
