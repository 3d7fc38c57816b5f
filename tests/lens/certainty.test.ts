import { graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../../schema/schema.js';
import { unpaged } from '../graphql/asking.js';
import { scopeOver, world, type Said } from './world.js';

/** As of 2010, what is dated is CERTAIN, and what is dated nowhere POSSIBLE. */
const said: Said[] = [
  { fact: 'country/xa DIPLOMATIC_RELATION country/xb', with: { level: 'ALLIANCE' }, when: '1990/..' },
  { fact: 'country/xa DIPLOMATIC_RELATION country/xc', with: { level: 'ALLIANCE' } },
  { fact: 'country/xa RECOGNIZES country/xd', polarity: 'DENIED', when: '2000/..' },
  { fact: 'country/xa RECOGNIZES country/xc', polarity: 'DENIED' },
  { fact: 'country/xb DIPLOMATIC_RELATION country/xd', with: { level: 'ALLIANCE' }, modality: 'HOPED', when: '2005/..' },
  { fact: 'event/talks when', value: '2010' },
  { fact: 'event/walk description', value: 'They walked.' },
  ...['person/ada', 'person/bo'].flatMap((person): Said[] => [{ fact: `${person} TOOK_PART event/talks` }, { fact: `${person} TOOK_PART event/walk` }]),
  { fact: 'person/cy TOOK_PART event/walk' },
  { fact: 'partnership/p since', value: '2001' },
  { fact: 'city/a PARTNER_IN partnership/p' },
];

async function ask(source: string): Promise<Record<string, unknown>> {
  const labels = { 'event/talks': 'Talks', 'event/walk': 'Walk', 'city/a': 'A', 'person/ada': 'Ada', 'person/bo': 'Bo', 'person/cy': 'Cy' };
  const { data, errors } = await graphql({ schema, source, contextValue: await scopeOver(world(said, undefined, labels)) });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data), unpaged) as Record<string, unknown>;
}

const inView = async (fields: string) => (await ask(`{ view(asOf: "2010") { ${fields} } }`))['view'];

describe('within a view that looks at time, certainty is told of', () => {
  it('a relation: as sure as the claims that its status stands on', async () => {
    const relation = (from: string, to: string, type: string) => `relation(from: "country/${from}", to: "country/${to}", type: ${type}) { status certainty }`;
    const of = async (from: string, to: string, type: string) => ((await inView(relation(from, to, type))) as { relation: unknown }).relation;
    expect(await of('xa', 'xb', 'DIPLOMATIC_RELATION')).toEqual({ status: 'AFFIRMED', certainty: 'CERTAIN' });
    expect(await of('xc', 'xa', 'DIPLOMATIC_RELATION')).toEqual({ status: 'AFFIRMED', certainty: 'POSSIBLE' });
    expect(await of('xa', 'xd', 'RECOGNIZES')).toEqual({ status: 'DENIED', certainty: 'CERTAIN' });
    expect(await of('xa', 'xc', 'RECOGNIZES')).toEqual({ status: 'DENIED', certainty: 'POSSIBLE' });
    expect(await of('xb', 'xd', 'DIPLOMATIC_RELATION')).toEqual({ status: 'INTENDED', certainty: 'CERTAIN' });
    expect(await of('xb', 'xc', 'DIPLOMATIC_RELATION')).toEqual({ status: 'UNKNOWN', certainty: null });
    expect(await ask(`{ ${relation('xa', 'xb', 'DIPLOMATIC_RELATION')} }`)).toEqual({ relation: { status: 'AFFIRMED', certainty: null } });
  });

  it('each item of a list, its entity, its fact and its claims', async () => {
    expect(await inView('events { nodes { label certainty fact { certainty claims { nodes { certainty } } } } }')).toEqual({
      events: [
        { label: 'Talks', certainty: 'CERTAIN', fact: { certainty: 'CERTAIN', claims: [1, 2, 3].map(() => ({ certainty: 'CERTAIN' })) } },
        { label: 'Walk', certainty: 'POSSIBLE', fact: { certainty: 'POSSIBLE', claims: [1, 2, 3, 4].map(() => ({ certainty: 'POSSIBLE' })) } },
      ],
    });
  });

  it('each relationship on a path, in a subgraph, and between two', async () => {
    const both = 'from: ["person/ada"], to: ["person/bo"], maxHops: 2';
    expect(await inView(`paths(${both}) { paths { certainty links { certainty to { label } } } }`)).toMatchObject({
      paths: {
        paths: expect.arrayContaining([
          { certainty: 'CERTAIN', links: [1, 2].map(() => ({ certainty: 'CERTAIN', to: { label: 'Talks' } })) },
          { certainty: 'POSSIBLE', links: [1, 2].map(() => ({ certainty: 'POSSIBLE', to: { label: 'Walk' } })) },
        ]) as unknown,
      },
    });
    expect(await inView('subgraph(around: ["city/a"]) { nodes { certainty } links { certainty } }')).toEqual({
      subgraph: { nodes: [{ certainty: 'CERTAIN' }, { certainty: 'CERTAIN' }], links: [{ certainty: 'CERTAIN' }] },
    });
    expect(await inView('entity(id: "event/walk") { certainty neighbours { nodes { type entities { certainty } } } }')).toEqual({
      entity: { certainty: 'POSSIBLE', neighbours: [{ type: 'TOOK_PART', entities: ['POSSIBLE', 'CERTAIN', 'CERTAIN'].map((certainty) => ({ certainty })) }] },
    });
    expect(await inView('between(a: "person/ada", b: "person/bo") { shared { entity { label } certainty withA { certainty } } }')).toEqual({
      between: {
        shared: expect.arrayContaining([
          { entity: { label: 'Talks' }, certainty: 'CERTAIN', withA: { certainty: 'CERTAIN' } },
          { entity: { label: 'Walk' }, certainty: 'POSSIBLE', withA: { certainty: 'POSSIBLE' } },
        ]) as unknown,
      },
    });
    expect(await ask(`{ paths(${both}) { paths { certainty links { certainty } } } }`)).toMatchObject({
      paths: { paths: [1, 2].map(() => ({ certainty: null, links: [{ certainty: null }, { certainty: null }] })) },
    });
  });

  it('entries of a timeline, what a search found and whom somebody met, each list narrowed by it', async () => {
    expect(
      await inView(`  sure: timeline(of: { any: ["country/xa"] }, where: { certainty: CERTAIN }) {
    totalCount
    edges {
      node {
        certainty
        link {
          to {
            id
          }
        }
      }
    }
  }
  unsure: timeline(of: { any: ["country/xa"] }, where: { certainty: POSSIBLE }) {
    totalCount
  }
  search(text: "Cy") {
    nodes {
      certainty
    }
  }
  none: search(text: "Cy", certainty: CERTAIN) {
    totalCount
  }
  entity(id: "person/ada") {
    ... on Person {
      met {
        nodes {
          person {
            label
          }
          certainty
        }
      }
    }
  }`),
    ).toEqual({
      sure: { totalCount: 1, edges: [{ node: { certainty: 'CERTAIN', link: { to: { id: 'country/xb' } } } }] },
      unsure: { totalCount: 0 },
      search: [{ certainty: 'POSSIBLE' }],
      none: { totalCount: 0 },
      entity: {
        met: [
          { person: { label: 'Bo' }, certainty: 'CERTAIN' },
          { person: { label: 'Cy' }, certainty: 'POSSIBLE' },
        ],
      },
    });
  });
});
