import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import { openNeo4jStore, type Neo4jStore } from '../../src/graph/neo4j/neo4j-store.js';
import { NearView } from '../../src/graph/near-view.js';
import type { GraphReader } from '../../src/graph/store.js';
import { contentOf, everything } from '../../src/load/plan.js';
import type { Lens } from '../../src/model/lens.js';
import { address, openEmptyNeo4j, why, PATIENT } from '../contract/stores.js';
import { lens } from '../lens/arbitrary.js';
import { world, type Said } from '../lens/world.js';
import { Raw } from '../neo4j/raw.js';

const SMALL = 500;
const LARGE = 5_000;

/** Events of a hub, a day after the other; in each also a person of its own, and in the first ten one and the same. */
function said(size: number): Said[] {
  const events = Array.from({ length: size }, (_none, at) => {
    const event = `event/e${String(at).padStart(5, '0')}`;
    const day = new Date(Date.UTC(1990, 0, 1 + at)).toISOString().slice(0, 10);
    const person = at < 10 ? 'person/somebody' : `person/p${String(at)}`;
    return [
      { fact: `${event} when`, value: day, at },
      { fact: `country/hub TOOK_PART ${event}`, at },
      { fact: `${person} TOOK_PART ${event}`, with: { represents: 'country/hub' }, at },
    ];
  });
  return [
    ...events.flat(),
    { fact: 'country/hub existed', value: '1950/' },
    { fact: 'country/hub name', value: { text: 'Hub', lang: 'en' } },
    { fact: 'country/hub DIPLOMATIC_RELATION country/other', with: { level: 'ALLIANCE' }, when: '1980/2010' },
    { fact: 'person/somebody name', value: { text: 'Somebody', lang: 'en' } },
  ];
}

const views = [lens({ asOf: '1990-01-03' }), lens({ knownBy: '2021' }), lens({ asOf: '1990-01', knownBy: '2020-05-01' })];
const of = { intended: false, linkFilter: [], farFilter: [] } as const;
const involves = [[{ column: 'involves', op: 'HAS', values: ['person/somebody'], negated: false }]] as const;

const ofHub = [[{ column: 'involves', op: 'HAS', values: ['country/hub'], negated: false }]] as const;

type Ask = (view: GraphReader) => Promise<unknown>;

const QUESTIONS: readonly (readonly [what: string, ask: Ask, views?: readonly Lens[]])[] = [
  ['an event', (view) => view.entities(['event/e00002'])],
  ['a hub', (view) => view.entities(['country/hub'])],
  [
    'who took part in an event',
    (view) => view.expand({ ...of, type: 'TOOK_PART', direction: 'IN', descending: true, first: 20 }, [{ id: 'event/e00002', after: null }]),
  ],
  [
    'the events of a person',
    (view) => view.expand({ ...of, type: 'TOOK_PART', direction: 'OUT', descending: true, first: 20 }, [{ id: 'person/somebody', after: null }]),
  ],
  ['how many', (view) => view.degrees({ ...of, type: 'TOOK_PART', direction: 'OUT' }, ['person/somebody'])],
  ['how many events involve a person', (view) => view.count({ label: 'Event', intended: false, filter: involves })],
  [
    'events that involve a person, newest first',
    (view) => view.list({ label: 'Event', intended: false, filter: involves, sort: 'sortDate', descending: true, first: 20, after: null }),
  ],
  ['how many events there were on a day', (view) => view.count({ label: 'Event', intended: false, filter: [] }), [lens({ asOf: '1990-01-03' })]],
  [
    'events of a hub in a month, newest first',
    (view) => view.list({ label: 'Event', intended: false, filter: ofHub, sort: 'sortDate', descending: true, first: 20, after: null }),
    [lens({ asOf: '1990-01' })],
  ],
  ['their kinds', (view) => view.facets({ label: 'Event', intended: false, filter: ofHub }, 'kind'), [lens({ asOf: '1990-01' })]],
  ['the claims of a fact', (view) => view.claims(['TOOK_PART|country/hub|event/e00002|'])],
  [
    'a page of claims of a hub',
    (view) => view.claimPages({ side: 'subject', filter: [], descending: false, first: 10 }, [{ id: 'country/hub', after: null }]),
    // Of what held on a day a hub has few claims among many, which are read one after the other.
    [lens({ knownBy: '2021' })],
  ],
];

describe.skipIf(address === null)(`database hits through lenses, at ${String(SMALL)} and ${String(LARGE)} events${why}`, () => {
  let raw: Raw;
  let store: Neo4jStore;
  const hits = new Map<string, number[]>();
  const answers = new Map<string, unknown[]>();

  const measure = async () => {
    if (!address) return;
    for (const [what, ask, through = views] of QUESTIONS) {
      const sent: { text: string; parameters: Record<string, unknown> }[] = [];
      const spied = openNeo4jStore({ ...address, ...PATIENT, onStatement: (_name, text, parameters) => sent.push({ text, parameters }) }, vocabulary);
      const answer: unknown[] = [];
      for (const view of through) answer.push(await ask(new NearView(vocabulary, spied, view)));
      await spied.close();
      let sum = 0;
      for (const { text, parameters } of sent) sum += (await raw.hits(text, parameters)).hits;
      hits.set(what, [...(hits.get(what) ?? []), sum, sent.length]);
      answers.set(what, [...(answers.get(what) ?? []), answer]);
    }
  };

  beforeAll(async () => {
    if (!address) return;
    store = await openEmptyNeo4j(vocabulary);
    raw = new Raw(address);
    for (const size of [SMALL, LARGE]) {
      await store.apply(everything(contentOf(vocabulary, world(said(size)))));
      await raw.planAnew();
      await measure();
    }
  });

  afterAll(async () => {
    if (!address) return;
    process.stdout.write(`${[...hits].map(([what, found]) => `${what}: ${found.join(', ')}`).join('\n')}\n`);
    await raw.wipe();
    await Promise.all([raw.close(), store.close()]);
  });

  it.each(QUESTIONS.map(([what]) => what))('%s: no more in the larger world', (what) => {
    const [small = 0, , large = Infinity] = hits.get(what) ?? [];
    expect(large).toBeLessThanOrEqual(1.2 * small);
    expect(large).toBeLessThanOrEqual(2_000);
    const [before, after] = answers.get(what) ?? [];
    expect(after).toEqual(before);
  });
});
