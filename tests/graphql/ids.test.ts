import { beforeAll, describe, expect, it } from 'vitest';
import { overSeeds, part, seeds, type Asked } from './asking.js';

/** Kinds of event that share a type. */
const OTHERS = new Set(['Action', 'Anniversary', 'Conflict', 'Development', 'Gathering']);

let asked: Asked;
beforeAll(async () => {
  asked = await overSeeds();
});

const ODD = [
  "person/o'hara",
  'country/`fr`',
  'country/fr\0',
  'person/\ud800',
  '\udfff',
  '__proto__',
  'constructor',
  'claim/__proto__',
  '',
  ' ',
  'country/fr ',
  'COUNTRY/FR',
  '🎉',
  '$',
  '\\',
  '/',
  'x'.repeat(100_000),
  'claim/',
];

describe('node, nodes and entity', () => {
  it('find every entity of the seeds by its id, with its kind', async () => {
    for (let at = 0; at < seeds.identities.length; at += 100) {
      const some = seeds.identities.slice(at, at + 100);
      const { nodes } = (await asked.get('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Entity { label kind } } }', {
        ids: some.map(({ id }) => id),
      })) as { nodes: object[] };
      expect(nodes).toEqual(some.map(({ id, kind, label }) => ({ __typename: OTHERS.has(kind) ? 'OtherEvent' : kind, id, label, kind: kind.toUpperCase() })));
    }
  });

  it('find claims by their ids, in the order asked, twice where asked twice', async () => {
    const [first, second] = seeds.claims.map(({ id }) => id);
    const ids = [second, 'country/fr', 'x/none', first, second];
    expect(await asked.get('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toEqual({
      nodes: [{ id: second }, { id: 'country/fr' }, null, { id: first }, { id: second }],
    });
    const { data, errors } = await asked.ask('query ($id: ID!) { node(id: $id) { __typename } entity(id: $id) { id } }', { id: first });
    expect(data).toEqual({ node: { __typename: 'Claim' }, entity: null });
    expect(errors.map(({ message }) => message)).toEqual([`there is no "${String(first)}" among entities; ask for a claim by node`]);
  });

  it('find disputes and count checks by their ids, beside others', async () => {
    const { disputes, countChecks } = (await asked.get('{ disputes(first: 2) { nodes { id } } countChecks(first: 2) { nodes { id } } }')) as {
      disputes: { id: string }[];
      countChecks: { id: string }[];
    };
    const ids = [...countChecks, { id: 'dispute/none' }, ...disputes].map(({ id }) => id);
    const { nodes } = (await asked.get(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Dispute { explanation } ... on CountCheck { stated } } }',
      {
        ids: [...ids, 'city/busan'],
      },
    )) as { nodes: ({ __typename: string; id: string } | null)[] };
    expect(nodes.map((node) => node && [node.__typename, node.id])).toEqual([
      ...countChecks.map(({ id }) => ['CountCheck', id]),
      null,
      ...disputes.map(({ id }) => ['Dispute', id]),
      ['City', 'city/busan'],
    ]);
  });

  it.each(ODD.map((id) => [id.slice(0, 20), id]))('give null for %j, which the field of an entity refuses', async (_shown, id) => {
    expect(
      await asked.get('query ($id: ID!, $ids: [ID!]!) { node(id: $id) { id } nodes(ids: $ids) { id } }', {
        id,
        ids: [id, 'country/fr'],
      }),
    ).toEqual({
      node: null,
      nodes: [null, { id: 'country/fr' }],
    });
    expect(await asked.codes('query ($id: ID!) { entity(id: $id) { id } }', { id })).toEqual(['UNKNOWN_ID']);
  });

  it('take a hundred ids at once and no more', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    expect(await asked.codes(query, { ids: Array.from({ length: 100 }, () => 'country/fr') })).toEqual([]);
    expect(await asked.codes(query, { ids: Array.from({ length: 101 }, () => 'country/fr') })).toEqual(['BAD_USER_INPUT']);
    expect(await asked.get(query, { ids: [] })).toEqual({ nodes: [] });
  });

  it('take a number as an id that nothing has', async () => {
    expect(await asked.get('{ node(id: 7) { id } }')).toEqual({ node: null });
  });
});

describe('names', () => {
  it('come in the language asked for, or as the label', async () => {
    const entity = part(
      await asked.get(
        '{ entity(id: "country/kr") { label ko: name(lang: "ko") region: name(lang: "KO-kr") none: name(lang: "xx") plain: name names(lang: "Ko") { nodes { text lang } } all: names { nodes { text lang } } } }',
      ),
      'entity',
    ) as unknown as Record<string, unknown>;
    expect(entity['none']).toBe(entity['label']);
    expect(entity['plain']).toBe(entity['label']);
    expect(entity['region']).toBe(entity['ko']);
    expect(entity['names']).toContainEqual({ text: entity['ko'], lang: 'ko' });
    expect(entity['all']).toEqual(expect.arrayContaining(entity['names'] as unknown[]));
  });
});
