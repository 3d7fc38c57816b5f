import { beforeAll, describe, expect, it } from 'vitest';
import { overDataset, type Asked } from './asking.js';
import { world, type Said } from '../lens/world.js';

const party = (place: string, pact: string): Said => ({ fact: `${place} PARTNER_IN partnership/${pact}` });
const SAID: readonly Said[] = [
  party('city/a', 'ab'),
  party('city/b', 'ab'),
  party('city/a', 'ac'),
  party('region/c', 'ac'),
  party('city/a', 'ad'),
  { fact: 'city/a LOCATED_IN country/xa' },
  { fact: 'partnership/ab since', value: '1987' },
  { fact: 'partnership/ac since', value: '198X' },
  { fact: 'partnership/ad since', value: '1989/1991' },
  { fact: 'city/e PARTNER_IN partnership/ae', modality: 'PLANNED' },
  ...['topic/x', 'topic/y', 'topic/z'].map((field) => ({ fact: 'city/e COOPERATES_WITH city/b', with: { field } })),
  ...['city/b', 'region/c'].map((other) => ({ fact: `city/a COOPERATES_WITH ${other}`, with: { field: 'topic/x' } })),
];

let asked: Asked;
beforeAll(async () => {
  asked = await overDataset(world(SAID));
});

const groups = async (by: string, more = '') =>
  (await asked.at('partnerships', `{ partnerships { facets(by: ${by}${more}) { nodes { key count } } } }`)).facets.map(
    ({ key, count }) => `${key} ${String(count)}`,
  );

describe('groups of a list', () => {
  it('stand for decades, by key where that is asked', async () => {
    expect(await groups('SINCE_DECADE', ', orderBy: KEY_ASC')).toEqual(['1980s 2', '1989/1991 1']);
  });

  it('stand for what is itself at the far end, and for its kind, not for what it lies in', async () => {
    expect(await groups('PARTIES')).toEqual(['city/a 3', 'city/b 1', 'region/c 1']);
    expect(await groups('PARTIES', ', first: 1')).toEqual(['city/a 3']);
    expect(await groups('PARTIES', ', byKind: true')).toEqual(['CITY 3', 'REGION 1']);
    expect(await groups('KIND')).toEqual(['PARTNERSHIP 3']);
    expect(await groups('INVOLVES')).toContain('country/xa 3');
  });

  it('are of certain kinds where that is asked', async () => {
    expect(await groups('INVOLVES', ', of: { kind: [COUNTRY, REGION] }')).toEqual(['country/xa 3', 'region/c 1']);
    expect(await groups('PARTIES', ', of: { kind: [CITY] }, byKind: true')).toEqual(['CITY 3']);
    const { errors } = await asked.ask('{ partnerships { facets(by: SINCE_DECADE, of: { kind: [COUNTRY] }) { totalCount } } }');
    expect(errors[0]?.message).toBe('of: groups by SINCE_DECADE are by no entities');
  });

  it('are by such far ends alone as are asked for, by place, by what is their own and by their relationships', async () => {
    expect(await groups('PARTIES', ', of: { within: { any: ["country/xa"] } }')).toEqual(['city/a 3']);
    expect(await groups('PARTIES', ', of: { id: ["city/b"] }')).toEqual(['city/b 1']);
    expect(await groups('PARTIES', ', of: { or: [{ region: {} }, { city: { id: ["city/b"] } }] }')).toEqual(['city/b 1', 'region/c 1']);
    expect(await groups('PARTIES', ', of: { city: { partnerships: { count: { from: 2 } } } }')).toEqual(['city/a 3']);
    expect((await asked.ask('{ entities(where: { city: {}, region: {} }) { totalCount } }')).errors[0]?.message).toContain(
      'nothing is city and region at once',
    );
  });
});

describe('what is in no group', () => {
  it('is counted, for values, times, lists and relationships', async () => {
    const ungrouped = async (list: string, by: string) => (await asked.at(list, `{ ${list} { facets(by: ${by}) { ungrouped } } }`)).facets;
    const of = async (list: string, by: string) => ((await ungrouped(list, by)) as unknown as { readonly ungrouped: number }).ungrouped;
    expect(await of('partnerships', 'SINCE_YEAR')).toBe(0);
    expect(await of('partnerships', 'UNTIL_DECADE')).toBe(3);
    expect(await of('partnerships', 'STAGE')).toBe(3);
    expect(await of('partnerships', 'PURPOSE')).toBe(3);
    expect(await of('partnerships', 'PARTIES')).toBe(0);
    expect(await of('cities', 'PARTNERSHIPS')).toBe(1);
    expect(await of('cities', 'WITHIN')).toBe(2);
  });
});

describe('a filter by the number of a relationship', () => {
  it('counts others, however many relationships there are with one', async () => {
    const cities = async (count: string) =>
      (await asked.at('cities', `{ cities(where: { cooperatesWith: { count: ${count} } }) { edges { node { id } } } }`)).edges
        .map(({ node }) => node.id)
        .join(' ');
    expect(await cities('{ from: 2 }')).toBe('city/a city/b');
    expect(await cities('{ from: 1, to: 1 }')).toBe('city/e');
  });
});

describe('a list by the number of a relationship', () => {
  const cities = async (args: string) =>
    (await asked.at('cities', `{ cities(${args}) { totalCount edges { node { id } } } }`)).edges.map(({ node }) => node.id.slice(5)).join(' ');

  it('has those first that have most of it, in pages both ways', async () => {
    expect(await cities('most: PARTNERSHIPS')).toBe('a b e');
    expect(await cities('most: PARTNERSHIPS, first: 1')).toBe('a');
    expect(await cities('most: PARTNERSHIPS, last: 1')).toBe('e');
    expect(await cities('most: PARTNERSHIPS, intended: ONLY')).toBe('e a b');
  });

  it('counts those that its filter asks for', async () => {
    expect(await cities('most: PARTNERSHIPS, where: { partnerships: { some: { partnership: { parties: { some: { city: { id: ["city/b"] } } } } } } }')).toBe(
      'a b',
    );
  });

  it('counts others, not the relationships that it has with one of them', async () => {
    expect(await cities('most: COOPERATES_WITH')).toBe('a b e');
    expect(await cities('most: COOPERATES_WITH, where: { cooperatesWith: { some: { field: ["topic/z"] } } }')).toBe('b e');
  });

  it('refuses what is no relationship', async () => {
    expect(await asked.codes('{ cities(most: CITY_LEVEL) { totalCount } }')).toEqual(['BAD_USER_INPUT']);
    expect(await asked.codes('{ cities(most: PARTNERSHIPS, orderBy: LABEL_ASC) { totalCount } }')).toEqual(['BAD_USER_INPUT']);
  });
});
