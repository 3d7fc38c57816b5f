import { graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { disputeRules } from '../../schema/disputes/rules.js';
import { schema } from '../../schema/schema.js';
import { disputesOf } from '../../src/disputes/find.js';
import { toldOf } from '../../src/disputes/told.js';
import { LensViews } from '../../src/graph/lens-views.js';
import type { Neo4jStore } from '../../src/graph/neo4j/neo4j-store.js';
import { Scope } from '../../src/graphql/scope.js';
import { contentOf, everything } from '../../src/load/plan.js';
import { NO_LENS } from '../../src/model/lens.js';
import { address, openEmptyNeo4j, why } from '../contract/stores.js';
import { unpaged } from '../graphql/asking.js';
import { scopeOver, vocabulary, world, type Said } from '../lens/world.js';

const relation = { fact: 'country/xa DIPLOMATIC_RELATION country/xb', at: 900, with: { level: 'DIPLOMATIC_RELATIONS' } };
const said: readonly Said[] = [
  { ...relation, when: '1886/..' },
  { ...relation, when: '1949/..', source: 'source/herald' },
  ...Array.from({ length: 5 }, (_none, at): Said[] => [
    { fact: `event/e${String(at)} when`, value: '2014', at: 100 * at },
    { fact: `event/e${String(at)} when`, value: '2015', at: 100 * at + 50, source: 'source/herald' },
    { fact: `country/xa TOOK_PART event/e${String(at)}`, at: 100 * at + 20 },
  ]).flat(),
  { fact: 'event/plan when', value: '2019', modality: 'PLANNED' },
  { fact: 'event/fair when', value: '2016' },
  { fact: 'event/fair when', value: '2016-06', source: 'source/herald' },
];

const PUBLISHED = { 'source/gazette': '2020-05-01', 'source/herald': '2021' };

const FOUND =
  'totalCount pageInfo { hasNextPage hasPreviousPage } nodes { id verdict explanation about { id } sides { says claims { nodes { id } } } claims { totalCount } resolution { reason } }';
const QUESTION = `{
  all: disputes { ${FOUND} }
  plans: disputes(verdict: [STALE_PLAN]) { ${FOUND} }
  beside: disputes(verdict: [SIDE_BY_SIDE]) { ${FOUND} }
  first: disputes(first: 2) { ${FOUND} }
  last: disputes(last: 2) { ${FOUND} }
  about: disputes(about: "country/xa", last: 3) { ${FOUND} }
  record: disputes(about: "event/e3") { ${FOUND} }
  none: disputes(about: "country/xb", rule: ["two-values"]) { ${FOUND} }
  herald: disputes(verdict: [SIDE_BY_SIDE], source: ["source/herald"]) { ${FOUND} }
  every: disputes(verdict: [SIDE_BY_SIDE, DISPUTE, STALE_PLAN], first: 6) { ${FOUND} }
  nothing: disputes(verdict: []) { totalCount }
  gazette: disputes(verdict: [STALE_PLAN], source: ["source/herald"]) { totalCount }
  disputed: entity(id: "event/e3") { fact(property: "when") { disputed } }
  fair: entity(id: "event/fair") { fact(property: "when") { disputed } }
}`;

async function ask(contextValue: Scope, source = QUESTION): Promise<{ data: unknown; messages: readonly string[] }> {
  const { data, errors = [] } = await graphql({ schema, source, contextValue });
  return { data: JSON.parse(JSON.stringify(data ?? {}), unpaged), messages: errors.map(({ message }) => message) };
}

describe.skipIf(address === null)(`disputes of a graph too large to be read at once${why}`, () => {
  const dataset = world(said, PUBLISHED);
  const content = contentOf(vocabulary, dataset);
  let store: Neo4jStore;

  beforeAll(async () => {
    store = await openEmptyNeo4j(vocabulary);
    await store.apply(everything(content));
  });

  afterAll(() => store.close());

  /** As a graph of more than one claim would be asked that may be read at once. */
  const scope = () =>
    new Scope(vocabulary, store, new Map(), {
      lens: NO_LENS,
      views: new LensViews(vocabulary, store, 1),
      plain: store,
      notes: { moved: new Map(), named: new Map() },
    });
  const tell = async () => {
    const involved = new Map(content.entities.map(({ id, columns }) => [id, [columns['involves'] ?? []].flat().map(String)]));
    await store.tell(toldOf(disputesOf(vocabulary, dataset, disputeRules), (id) => involved.get(id) ?? []));
  };

  it('are those that were found when the content was written', async () => {
    await tell();
    const wanted = await ask(await scopeOver(dataset));
    expect((wanted.data as { all: { totalCount: number } }).all.totalCount).toBe(6);
    expect(await ask(scope())).toEqual(wanted);
    // Again, with nothing to write, and with something that is gone.
    await store.tell([]);
    expect((await ask(scope(), '{ disputes { totalCount } }')).data).toEqual({ disputes: { totalCount: 0 } });
    await tell();
    await tell();
    expect(await ask(scope())).toEqual(wanted);
  });

  it('go on from one page to the next, both ways', async () => {
    await tell();
    const read = async (which: Scope) => {
      const pages: unknown[] = [];
      for (const [take, turn, cursor] of [
        ['first', 'after', 'endCursor'],
        ['last', 'before', 'startCursor'],
      ] as const) {
        for (let at: string | null = null, page = 0; page < 4; page += 1) {
          const found = await graphql({
            schema,
            source: `query ($at: String) { disputes(${take}: 2, ${turn}: $at) { pageInfo { startCursor endCursor } nodes { id } } }`,
            variableValues: { at },
            contextValue: which,
          });
          const { disputes } = found.data as unknown as { disputes: { nodes: unknown[]; pageInfo: Record<string, string | null> } };
          pages.push(disputes.nodes);
          at = disputes.pageInfo[cursor] ?? null;
        }
      }
      return pages;
    };
    expect(await read(scope())).toEqual(await read(await scopeOver(dataset)));
  });

  it('are not told of content that was changed since', async () => {
    await tell();
    await store.apply(everything(contentOf(vocabulary, world(said.slice(0, 5), PUBLISHED))));
    expect((await ask(scope(), '{ disputes { totalCount } }')).messages[0]).toMatch(/this can be told of at most 1 claims/);
  });
});
