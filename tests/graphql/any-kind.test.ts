import { beforeAll, describe, expect, it } from 'vitest';
import { world, type Said } from '../lens/world.js';
import { overDataset, overSeeds, pages, PAGE_INFO, part, seeds, type Asked } from './asking.js';

const figure = (measure: string, amount: number, unit: string) => ({ value: { measure, amount, unit, comparator: 'EXACTLY' } });
const SAID: readonly Said[] = [
  { fact: 'city/a PARTNER_IN partnership/ab' },
  { fact: 'city/b PARTNER_IN partnership/ab' },
  { fact: 'city/a LOCATED_IN country/xa' },
  { fact: 'partnership/ab since', value: '1987' },
  { fact: 'city/b PARTNER_IN partnership/bc', modality: 'PLANNED' },
  { fact: 'country/xa RECOGNIZES country/xb', polarity: 'DENIED' },
  { fact: 'city/a figure', ...figure('residents', 900, 'people') },
  { fact: 'country/xa figure', ...figure('residents', 9000, 'people') },
  { fact: 'country/xa figure', ...figure('islands', 3, 'islands') },
  { fact: 'partnership/bc figure', ...figure('budget', 5, 'euros') },
];

let asked: Asked;
let seeded: Asked;
beforeAll(async () => {
  asked = await overDataset(world(SAID));
  seeded = await overSeeds();
});

const ids = async (args: string) => (await asked.at('entities', `{ entities${args} { edges { node { id } } } }`)).edges.map(({ node }) => node.id);

describe('entities of any kind', () => {
  it('are found by what all have in common', async () => {
    expect(await ids('(where: { involves: { all: ["city/a"] } })')).toEqual(['partnership/ab']);
    expect(await ids('(where: { kind: [COUNTRY] }, orderBy: LABEL_DESC)')).toEqual(['country/xb', 'country/xa']);
    expect(await ids('(where: { within: { any: ["country/xa"], self: true }, kind: [CITY, COUNTRY] })')).toEqual(['city/a', 'country/xa']);
  });

  it('are found by what is their own, by a key for each kind', async () => {
    expect(await ids('(where: { city: { partnerships: { some: {} } } })')).toEqual(['city/a', 'city/b']);
    expect(await ids('(where: { or: [{ city: { within: { any: ["country/xa"] } } }, { partnership: { since: { to: "1990" } } }] })')).toEqual([
      'city/a',
      'partnership/ab',
    ]);
    expect(await ids('(where: { not: { or: [{ city: {} }, { partnership: {} }] }, country: {} })')).toEqual(['country/xa', 'country/xb']);
  });

  it('are planned ones where these are asked for', async () => {
    expect(await ids('(intended: ONLY)')).toEqual(['partnership/bc']);
    expect(await ids('(where: { kind: [PARTNERSHIP] }, intended: INCLUDE, orderBy: DATE_DESC)')).toEqual(['partnership/ab', 'partnership/bc']);
  });

  it('page through every one once, in one order over all kinds, and count', async () => {
    const query = `query ($first: Int, $after: String, $by: ListOrder) { entities(first: $first, after: $after, orderBy: $by, intended: INCLUDE) { totalCount ${PAGE_INFO} edges { cursor node { id } } } }`;
    const all = await asked.at('entities', '{ entities(first: 100, intended: INCLUDE) { totalCount edges { node { id } } } }');
    for (const by of ['LABEL_ASC', 'DATE_ASC', 'DATE_DESC']) {
      const found = (await pages(asked, query, ['entities'], { first: 2, by })).map(({ node }) => node.id);
      expect(new Set(found)).toEqual(new Set(all.edges.map(({ node }) => node.id)));
      expect(found).toHaveLength(all.totalCount);
    }
  });

  it('are grouped by kind, whether listed, searched, counted or met', async () => {
    const data = await seeded.get(`{
      entities { totalCount facets(by: KIND, first: 100) { ungrouped nodes { key count } } }
      search(text: "seoul") { totalCount facets(by: KIND) { ungrouped nodes { key count } } }
      countChecks(first: 1) { nodes { members { totalCount facets(by: KIND) { ungrouped nodes { key count } } } } }
      person(id: "person/emmanuel-macron") { met(first: 1) { nodes { events { totalCount facets(by: KIND) { ungrouped nodes { key count } } } } } }
    }`);
    for (const path of [['entities'], ['search'], ['countChecks', '0', 'members'], ['person', 'met', '0', 'events']]) {
      const list = part(data, ...path) as unknown as { totalCount: number; facets: { ungrouped: number; nodes: { count: number }[] } };
      expect(list.facets.ungrouped).toBe(0);
      expect(list.totalCount).toBeGreaterThan(0);
      expect(list.facets.nodes.reduce((sum, { count }) => sum + count, 0)).toBe(list.totalCount);
    }
  });
});

describe('when it was', () => {
  it('is asked of what is of any kind, as lists of its kind are ordered', async () => {
    const times = 'when { edtf } ... on Partnership { since { edtf } } ... on Agreement { signed { edtf } } ... on Statement { said { edtf } }';
    const { nodes } = (await seeded.at(
      'entities',
      `{ entities(where: { involves: { all: ["country/fr"] } }, first: 100) { totalCount nodes { ${times} } } }`,
    )) as unknown as {
      nodes: Record<'when' | 'since' | 'signed' | 'said', { edtf: string } | null | undefined>[];
    };
    const own = nodes.flatMap((node) => [node.since, node.signed, node.said].filter((time) => time !== undefined).map((time) => ({ time, when: node.when })));
    expect(own.length).toBeGreaterThan(20);
    for (const { time, when } of own) expect(when).toEqual(time);
    expect(await seeded.get('{ country(id: "country/fr") { when { edtf } } }')).toEqual({ country: { when: null } });
  });
});

describe('a list of any kind by when it was', () => {
  const listed = async (args: string) =>
    (await seeded.at('entities', `{ entities(${args}, first: 100) { totalCount nodes { id } } }`)) as unknown as {
      totalCount: number;
      nodes: { id: string }[];
    };
  const RANGES = [
    '{ from: "2015", to: "2016" }',
    '{ from: "2015", to: "2016", certainty: CERTAIN }',
    '{ to: "1990" }',
    '{ exists: true }',
    '{ exists: false }',
  ];

  it.each(RANGES)('holds of each kind what its own list holds in %s', async (range) => {
    for (const [list, kind, time] of [
      ['partnerships', 'PARTNERSHIP', 'since'],
      ['agreements', 'AGREEMENT', 'signed'],
      ['events', 'EVENT', 'when'],
      ['sources', 'SOURCE', 'published'],
    ] as const) {
      const own = (await seeded.at(list, `{ ${list}(where: { ${time}: ${range} }, first: 100) { totalCount nodes { id } } }`)) as unknown as {
        totalCount: number;
      };
      expect((await listed(`where: { kind: [${kind}], when: ${range} }`)).totalCount, kind).toBe(own.totalCount);
    }
  });

  it('mixes kinds, leaves out what has no time, and is asked of far ends too', async () => {
    const { nodes } = await listed('where: { involves: { all: ["country/fr", "country/kr"] }, when: { from: "2016", to: "2016" } }, orderBy: DATE_ASC');
    expect(new Set(nodes.map(({ id }) => id.split('/')[0]))).toEqual(new Set(['event', 'partnership']));
    expect((await listed('where: { kind: [PERSON], when: { from: "1900" } }')).totalCount).toBe(0);
    expect((await listed('where: { kind: [PERSON], when: { exists: false } }')).totalCount).toBeGreaterThan(0);
    const concerned = (when: string) => `{ topics(where: { concernedBy: { some: { entity: { when: ${when} } } } }) { totalCount } }`;
    const [some, all] = await Promise.all(['{ from: "2023", to: "2023" }', '{ exists: true }'].map((when) => seeded.at('topics', concerned(when))));
    expect(some?.totalCount).toBeGreaterThan(0);
    expect(all?.totalCount).toBeGreaterThan(some?.totalCount ?? 0);
  });
});

describe('a list of any kind by how many others each is related to', () => {
  it('has those first that have most, of all kinds', async () => {
    const nodes = (await seeded.at(
      'entities',
      '{ entities(where: { kind: [CITY, REGION], within: { any: ["country/kr"] } }, most: PARTNER_IN, first: 4) { nodes { id ... on City { partnerships { totalCount } } ... on Region { partnerships { totalCount } } } } }',
    )) as unknown as { id: string; partnerships: { totalCount: number } }[];
    const counts = nodes.map(({ partnerships }) => partnerships.totalCount);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(nodes[0]?.id).toBe('city/seoul');
  });

  it('is refused beside another order', async () => {
    const refused = async (args: string) => (await seeded.ask(`{ entities(${args}) { totalCount } }`)).errors.map(({ message }) => message)[0];
    expect(await refused('where: { kind: [CITY] }, most: PARTNER_IN, orderBy: LABEL_ASC')).toMatch(/^most: PARTNER_IN is an order of its own/);
  });
});

describe('the list of all claims', () => {
  it('has every one once, read forwards, whatever it is looked up by', async () => {
    const query = `query ($first: Int, $after: String, $where: ClaimWhere) { claims(first: $first, after: $after, where: $where) { ${PAGE_INFO} edges { cursor node { id } } } }`;
    const read = async (where: object) => (await pages(asked, query, ['claims'], { first: 3, where })).map(({ node }) => node.id).sort();
    const said = world(SAID).claims;
    const all = said.map(({ id }) => id).sort();
    expect(await read({})).toEqual(all);
    expect(await read({ source: [...new Set(said.map(({ source }) => source))] })).toEqual(all);
    expect(await read({ predicate: ['PARTNER_IN', 'figure'] })).toEqual(said.filter(({ predicate }) => ['PARTNER_IN', 'figure'].includes(predicate)).map(({ id }) => id).sort()); // prettier-ignore
    expect(await read({ subject: ['country/xa', 'country/xa'], predicate: ['figure'] })).toHaveLength(2);
  });

  it('tells what is denied, and how many claims there are', async () => {
    const { nodes, totalCount } = (await seeded.at('claims', '{ claims(where: { polarity: DENIED }, first: 100) { totalCount nodes { id } } }')) as unknown as {
      totalCount: number;
      nodes: { id: string }[];
    };
    const denied = seeds.claims.filter(({ polarity }) => polarity === 'DENIED');
    expect(nodes.map(({ id }) => id).sort()).toEqual(denied.map(({ id }) => id).sort());
    expect(totalCount).toBe(denied.length);
    expect((await seeded.at('claims', '{ claims { totalCount } }')).totalCount).toBe(seeds.claims.length);
  });

  it('looks into what they say', async () => {
    const wanted = seeds.claims.filter(({ summary }) => summary.toLowerCase().includes('masks'));
    const found = async (text: string) => (await seeded.at('claims', `{ claims(where: { summary: { contains: "${text}" } }) { totalCount } }`)).totalCount;
    expect(wanted.length).toBeGreaterThan(1);
    expect([await found('masks'), await found('Masks')]).toEqual([wanted.length, wanted.length]);
    expect(await seeded.codes('{ claims(where: { summary: null }) { totalCount } }')).toEqual(['BAD_USER_INPUT']);
  });

  it('stands by when they say that something held, if asked, and those that say no time last', async () => {
    for (const sign of [1, -1]) {
      const query = `query ($first: Int, $after: String) { claims(first: $first, after: $after, where: { predicate: ["HELD_OFFICE"] }, orderBy: ${sign === 1 ? 'DATE_ASC' : 'DATE_DESC'}) { ${PAGE_INFO} edges { cursor node { when { earliest } } } } }`;
      const days = (await pages(seeded, query, ['claims'], { first: 10 })).map(({ node }) => node.when?.earliest ?? null);
      const known = days.filter((day) => day !== null);
      expect(known.length).toBeGreaterThan(5);
      expect(days.slice(0, known.length)).toEqual([...known].sort((a, b) => sign * (a < b ? -1 : a > b ? 1 : 0)));
      expect(days.length).toBe(seeds.claims.filter(({ predicate }) => predicate === 'HELD_OFFICE').length);
    }
    expect(await seeded.codes('{ claims(orderBy: DATE_ASC) { totalCount } }')).toEqual(['BAD_USER_INPUT']);
    const own = await seeded.at(
      'person.claims',
      '{ person(id: "person/emmanuel-macron") { claims(orderBy: DATE_DESC, first: 2) { edges { node { when { earliest } } } } } }',
    );
    expect(own.edges.every(({ node }) => node.when !== null)).toBe(true);
  });

  it('is what a view shows', async () => {
    const within = async (view: string) => (await asked.at('view.claims', `{ view(${view}) { claims { totalCount } } }`)).totalCount;
    expect(await within('rank: ALL')).toBe(SAID.length);
    expect(await within(`except: ${JSON.stringify([...new Set(world(SAID).claims.map(({ source }) => source))])}`)).toBe(0);
  });
});

describe('claims between some', () => {
  it('are those of a symmetric relationship from either end, and of others as they are told', async () => {
    const told = await overDataset(
      world([
        { fact: 'country/xa BORDERS country/xb' },
        { fact: 'country/xb BORDERS country/xc' },
        { fact: 'country/xc RECOGNIZES country/xb', when: '1999' },
        { fact: 'country/xb RECOGNIZES country/xc', when: '2005-03' },
      ]),
    );
    const found = async (where: string) => {
      const page = (await told.at(
        'claims',
        `{ claims(where: ${where}, first: 100) { totalCount nodes { predicate subject { id } object { id } } } }`,
      )) as unknown as {
        totalCount: number;
        nodes: { predicate: string; subject: { id: string }; object: { id: string } }[];
      };
      expect(page.totalCount).toBe(page.nodes.length);
      return page.nodes.map(({ predicate, subject, object }) => `${subject.id.slice(-1)} ${predicate} ${object.id.slice(-1)}`).sort();
    };
    expect(await found('{ subject: ["country/xb"], object: ["country/xa"] }')).toEqual(['a BORDERS b']);
    expect(await found('{ subject: ["country/xa"], object: ["country/xb"] }')).toEqual(['a BORDERS b']);
    expect(await found('{ subject: ["country/xc"] }')).toEqual(['b BORDERS c', 'c RECOGNIZES b']);
    expect(await found('{ object: ["country/xc"] }')).toEqual(['b BORDERS c', 'b RECOGNIZES c']);
    expect(await found('{ subject: ["country/xb", "country/xc"], predicate: ["BORDERS"] }')).toEqual(['a BORDERS b', 'b BORDERS c']);
    expect(await found('{ subject: ["country/xc"], predicate: ["RECOGNIZES"] }')).toEqual(['c RECOGNIZES b']);
    expect(await found('{ when: { from: "2000" } }')).toEqual(['b RECOGNIZES c']);
    expect(await found('{ when: { to: "2005-03", certainty: CERTAIN } }')).toEqual(['b RECOGNIZES c', 'c RECOGNIZES b']);
    expect(await found('{ when: { exists: false }, object: ["country/xb"] }')).toEqual(['a BORDERS b', 'b BORDERS c']);
  });
});

describe('the list of all figures', () => {
  const figures = async (args: string) =>
    (
      (await asked.at('figures', `{ figures${args} { totalCount nodes { measure about { id } } } }`)) as unknown as {
        nodes: { measure: string; about: { id: string } }[];
      }
    ).nodes.map(({ measure, about }) => `${about.id} ${measure}`);

  it('has those of any kind, by what they are about', async () => {
    expect(await figures('')).toEqual(['city/a residents', 'country/xa islands', 'country/xa residents']);
    expect(await figures('(intended: ONLY)')).toEqual(['partnership/bc budget']);
  });

  it('narrows by what is measured, by the number, and by what it is about', async () => {
    expect(await figures('(where: { measure: { in: ["residents"] } })')).toEqual(['city/a residents', 'country/xa residents']);
    expect(await figures('(where: { unit: { in: ["people"] }, amount: { from: 1000 } })')).toEqual(['country/xa residents']);
    expect(await figures('(where: { unit: { startsWith: "PEO" }, measure: { contains: "sident" } })')).toEqual(['city/a residents', 'country/xa residents']);
    expect(await figures('(where: { about: { kind: [CITY] } })')).toEqual(['city/a residents']);
    expect(await figures('(where: { about: { id: ["country/xa"] }, amount: { to: 10 } })')).toEqual(['country/xa islands']);
    expect(await figures('(where: { amount: { exists: false } })')).toEqual([]);
    expect(await asked.codes('{ figures(where: { amount: { from: 2, to: 1 } }) { totalCount } }')).toEqual(['BAD_USER_INPUT']);
    expect(await asked.codes('{ figures(where: { measure: null }) { totalCount } }')).toEqual(['BAD_USER_INPUT']);
  });

  it('stands by the numbers, if asked', async () => {
    expect(await figures('(orderBy: AMOUNT_DESC)')).toEqual(['country/xa residents', 'city/a residents', 'country/xa islands']);
    expect(await figures('(orderBy: AMOUNT_ASC, first: 1)')).toEqual(['country/xa islands']);
  });

  it('is, for each entity, the list that it has itself', async () => {
    const own = (await asked.at('country', '{ country(id: "country/xa") { figures(where: { measure: { in: ["islands"] } }) { nodes { measure } } } }')).figures;
    expect(own.map(({ measure }) => measure)).toEqual(['islands']);
  });
});
