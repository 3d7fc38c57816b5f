import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import { openNeo4jStore, type Neo4jStore } from '../../src/graph/neo4j/neo4j-store.js';
import type { Filter, LinkTest, NestedFilter, Test } from '../../src/graph/filter.js';
import type { GraphStore } from '../../src/graph/store.js';
import { everything } from '../../src/load/plan.js';
import { factKey } from '../../src/model/claim.js';
import type { EntityNode, Link } from '../../src/model/graph.js';
import { Raw } from '../neo4j/raw.js';
import { address, openEmptyNeo4j, why, PATIENT } from '../contract/stores.js';

const SMALL = 2_000;
const LARGE = 20_000;

/** Events that a certain person was at; as many in the small world as in the large one. */
const ENCOUNTERS = 30;

const is = (column: string, op: Test['op'], ...values: string[]): Filter => [[{ column, op, values, negated: false }]];
const isNot = (column: string, op: Test['op'], ...values: string[]): Filter => [[{ column, op, values, negated: true }]];

function entity(id: string, kind: string, lineage: readonly string[], columns: EntityNode['columns']): EntityNode {
  const name = id.slice(id.indexOf('/') + 1);
  const own = { sortLabel: name, sortDate: '', terms: [name], spellings: [name], within: [], involves: [] };
  return { id, kind, label: name, labels: [kind, ...lineage], intended: false, columns: { ...own, ...columns } };
}

/** Half of the events involve the hub, and most are of later years the more there are. */
function eventOf(index: number): EntityNode {
  const day = new Date(Date.UTC(1950, 0, 1 + index)).toISOString().slice(0, 10);
  const involves = [...(index % 2 === 0 ? ['country/hub'] : ['country/other']), ...(index < ENCOUNTERS ? ['person/somebody'] : [`person/p${String(index)}`])];
  const when = { when: day, whenEarliest: day, whenLatest: day, whenHeldFrom: day, whenHeldUntil: day, whenYear: day.slice(0, 4) };
  return entity(`event/e${String(index)}`, index % 3 === 0 ? 'Summit' : 'Meeting', ['Event'], { ...when, sortDate: day, involves });
}

/** Who took part: a country, a person of its own, and the certain person in the first. */
function linksOf(index: number): Link[] {
  const { id, columns } = eventOf(index);
  const who = [index % 2 === 0 ? 'country/hub' : 'country/other', `person/p${String(index)}`, ...(index < ENCOUNTERS ? ['person/somebody'] : [])];
  const at = String(columns['sortDate']);
  return who.map((from) => ({ key: factKey('TOOK_PART', from, id, ''), type: 'TOOK_PART', from, to: id, intended: false, at, columns: {} }));
}

const worldOf = (from: number, to: number) => {
  const numbers = Array.from({ length: to - from }, (_none, at) => from + at);
  const constant = [entity('country/hub', 'Country', [], {}), entity('country/other', 'Country', [], {}), entity('person/somebody', 'Person', [], {})];
  return everything({
    entities: [
      ...(from === 0 ? constant : []),
      ...numbers.flatMap((at) => [eventOf(at), entity(`person/p${String(at)}`, 'Person', [], { sortLabel: `p${String(at).padStart(5, '0')}` })]),
    ],
    links: numbers.flatMap(linksOf),
    claims: [],
  });
};

const tookPart = (direction: LinkTest['direction'], farFilter: NestedFilter): NestedFilter => [
  [{ type: 'TOOK_PART', direction, intended: 'EXCLUDE', linkFilter: [], farLabels: [], farFilter, least: 1, most: null, negated: false }],
];
const met = (id: string) => tookPart('OUT', tookPart('IN', is('id', 'IN', id)));
const took = { type: 'TOOK_PART', direction: 'OUT', intended: false, linkFilter: [], descending: true, first: 20 } as const;

const events = { label: 'Event', intended: false } as const;
const people = { label: 'Person', intended: false } as const;
const page = { sort: 'sortDate', descending: true, first: 20, after: null } as const;
const month = [...is('whenEarliest', 'AT_MOST', '1950-01-31'), ...is('whenLatest', 'AT_LEAST', '1950-01-01')];
const years = [...is('whenEarliest', 'AT_MOST', '1954-12-31'), ...is('whenLatest', 'AT_LEAST', '1951-01-01')];
const somebody = is('involves', 'HAS', 'person/somebody');

const QUESTIONS: readonly (readonly [what: string, ask: (store: GraphStore) => Promise<unknown>])[] = [
  ['events of a person in a month', (store) => store.list({ ...events, ...page, filter: [...somebody, ...month] })],
  ['events of a hub in a month', (store) => store.list({ ...events, ...page, filter: [...is('involves', 'HAS', 'country/hub'), ...month] })],
  ['how many events of a kind in a month', (store) => store.count({ ...events, filter: [...is('kind', 'IN', 'Summit'), ...month] })],
  ['all events of a person, oldest first', (store) => store.list({ ...events, ...page, descending: false, filter: somebody })],
  ['those that are no summits', (store) => store.list({ ...events, ...page, filter: [...somebody, ...isNot('kind', 'IN', 'Summit')] })],
  ['the newest of a hub', (store) => store.list({ ...events, ...page, filter: is('involves', 'HAS', 'country/hub') })],
  ['two people by id', (store) => store.list({ ...people, ...page, sort: 'sortLabel', filter: is('id', 'IN', 'person/p1', 'person/p2') })],
  ['people by name', (store) => store.list({ ...people, ...page, filter: is('spellings', 'HAS', 'p1') })],
  ['who met a person', (store) => store.list({ ...people, ...page, sort: 'sortLabel', descending: false, filter: met('person/somebody') })],
  ['how many met a person', (store) => store.count({ ...people, filter: met('person/somebody') })],
  ['who met a hub', (store) => store.list({ ...people, ...page, sort: 'sortLabel', descending: false, filter: met('country/hub') })],
  ['who met a person and a hub', (store) => store.list({ ...people, ...page, filter: [...met('country/hub'), ...met('person/somebody')] })],
  ['who was at a summit of a month', (store) => store.list({ ...people, ...page, filter: tookPart('OUT', [...is('kind', 'IN', 'Summit'), ...month]) })],
  ["a person's events in a month", (store) => store.expand({ ...took, farFilter: month }, [{ id: 'person/somebody', after: null }])],
  ["a hub's events in a month", (store) => store.expand({ ...took, farFilter: month }, [{ id: 'country/hub', after: null }])],
  ["a hub's events in some years", (store) => store.expand({ ...took, farFilter: years }, [{ id: 'country/hub', after: null }])],
  ["a hub's first events in a month", (store) => store.expand({ ...took, descending: false, farFilter: month }, [{ id: 'country/hub', after: null }])],
  [
    "a hub's events with a person",
    (store) => store.expand({ ...took, farFilter: tookPart('IN', is('id', 'IN', 'person/somebody')) }, [{ id: 'country/hub', after: null }]),
  ],
  ['how many events of a hub in a month', (store) => store.degrees({ ...took, farFilter: month }, ['country/hub'])],
  [
    'how many events of a hub with a person',
    (store) => store.degrees({ ...took, farFilter: tookPart('IN', is('id', 'IN', 'person/somebody')) }, ['country/hub']),
  ],
  ['years of the events of a person', (store) => store.facets({ ...events, filter: somebody }, 'whenYear')],
];

describe.skipIf(address === null)(`database hits of filtered questions, at ${String(SMALL)} and ${String(LARGE)} events${why}`, () => {
  let raw: Raw;
  let store: Neo4jStore;
  const hits = new Map<string, number[]>();
  const answers = new Map<string, unknown[]>();

  const measure = async () => {
    if (!address) return;
    for (const [what, ask] of QUESTIONS) {
      const sent: { text: string; parameters: Record<string, unknown> }[] = [];
      const spied = openNeo4jStore({ ...address, ...PATIENT, onStatement: (_name, text, parameters) => sent.push({ text, parameters }) }, vocabulary);
      const answer = await ask(spied);
      await spied.close();
      let sum = 0;
      for (const { text, parameters } of sent) sum += (await raw.hits(text, parameters)).hits;
      hits.set(what, [...(hits.get(what) ?? []), sum]);
      answers.set(what, [...(answers.get(what) ?? []), answer]);
    }
  };

  beforeAll(async () => {
    if (!address) return;
    store = await openEmptyNeo4j(vocabulary);
    raw = new Raw(address);
    for (const world of [worldOf(0, SMALL), worldOf(SMALL, LARGE)]) {
      await store.apply(world);
      await raw.planAnew();
      await measure();
    }
  });

  afterAll(async () => {
    if (!address) return;
    process.stdout.write(`${[...hits].map(([what, [small, large]]) => `${what}: ${String(small)}, ${String(large)}`).join('\n')}\n`);
    await raw.wipe();
    await Promise.all([raw.close(), store.close()]);
  });

  it.each(QUESTIONS.map(([what]) => what))('%s: no more in the larger world', (what) => {
    const [small = 0, large = Infinity] = hits.get(what) ?? [];
    expect(large).toBeLessThanOrEqual(1.2 * small);
    expect(large).toBeLessThanOrEqual(1_000);
  });

  it('gives the same answers in both, but for what is newest', () => {
    for (const [what, [small, large]] of answers) if (!what.startsWith('the newest')) expect([what, large]).toEqual([what, small]);
    expect((answers.get('all events of a person, oldest first')?.[0] as { items: unknown[]; more: boolean }).more).toBe(true);
  });

  it('answers as the embedded engine does, also at a hub', async () => {
    const embedded = new EmbeddedStore(vocabulary);
    await embedded.apply(worldOf(0, LARGE));
    for (const [what, ask] of QUESTIONS) expect([what, answers.get(what)?.[1]]).toEqual([what, await ask(embedded)]);
  });

  it('counts what an index finds without a hit', () => {
    expect(hits.get('how many events of a kind in a month')).toEqual([0, 0]);
  });
});
