import { beforeAll, describe, expect, it } from 'vitest';
import { unpaged } from './asking.js';
import { schema } from '../../schema/schema.js';
import { readGoodSeeds } from '../../src/load/seeds.js';
import { project } from '../../src/model/projection.js';
import { scopeOver, vocabulary, world, type Said } from '../lens/world.js';
import { graphql } from 'graphql';
import type { Scope } from '../../src/graphql/scope.js';

async function answer(scope: Scope, source: string): Promise<unknown> {
  const { data, errors } = await graphql({ schema, source, contextValue: scope });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data), unpaged);
}

const said: Said[] = [
  { fact: 'person/ada HELD_OFFICE office/mayor', when: '2004/2010' },
  { fact: 'country/xa DIPLOMATIC_RELATION country/xb', with: { level: 'ALLIANCE' }, when: '2024-10/..' },
  { fact: 'country/xa DIPLOMATIC_RELATION country/xb', with: { level: 'ALLIANCE' }, rank: 'PREFERRED', rankReason: 'It names the level.' },
  { fact: 'event/tea when', value: '2023-05-05' },
  { fact: 'country/xa TOOK_PART event/tea' },
  { fact: 'partnership/p since', value: '1999', source: 'source/early' },
  { fact: 'partnership/p since', value: '2001', modality: 'ESTIMATED', source: 'source/late' },
];
interface List {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly endCursor: string; readonly startCursor: string; readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
}

const PUBLISHED = { 'source/gazette': '2005', 'source/early': '2010', 'source/late': '2020' };

describe('times of relationships and facts', () => {
  let scope: Scope;
  beforeAll(async () => {
    scope = await scopeOver(world(said, PUBLISHED));
  });

  it('what surely held within the days is CERTAIN, though it held longer', async () => {
    const held = (from: string, to: string) =>
      answer(
        scope,
        `{ entity(id: "office/mayor") { ... on Office { holders( where: {during: {from: "${from}", to: "${to}", certainty: CERTAIN}} ) { totalCount } } } }`,
      );
    expect(await held('2007-05-05', '2007-05-05')).toEqual({ entity: { holders: { totalCount: 1 } } });
    expect(await held('2004-05-05', '2004-05-05')).toEqual({ entity: { holders: { totalCount: 0 } } });
    expect(await held('2000', '2004')).toEqual({ entity: { holders: { totalCount: 1 } } });
    expect(await held('2011', '2012')).toEqual({ entity: { holders: { totalCount: 0 } } });
  });

  it('a year or a month stands for all of its days', async () => {
    expect(await answer(scope, '{ events(where: {when: {from: "2023", to: "2023"}}) { totalCount } }')).toEqual({ events: { totalCount: 1 } });
    expect(await answer(scope, '{ events(where: {when: {to: "2023-04"}}) { totalCount } }')).toEqual({ events: { totalCount: 0 } });
    expect(await answer(scope, '{ timeline(of: { all: ["country/xa"] }, where: { during: { from: "2023-05", to: "2023-05" } }) { totalCount } }')).toEqual({
      timeline: { totalCount: 1 },
    });
  });

  it('what is undated or has no first day stands last in both directions, whichever way it is read', async () => {
    const dates = ['2023-05-05', null, '2021', null, '../1990'];
    const events = dates.map((date, at): Said =>
      date === null ? { fact: `event/e${String(at)} CONCERNS country/xa` } : { fact: `event/e${String(at)} when`, value: date },
    );
    const parties = dates.map((_date, at): Said => ({ fact: `person/ada TOOK_PART event/e${String(at)}` }));
    const dated = await scopeOver(world([...events, ...parties]));
    const walk = async (field: string, order: string, page: string) => {
      const found: string[] = [];
      const way = page.startsWith('first') ? 'after' : 'before';
      for (let cursor: string | null = null; ;) {
        const from: string = cursor === null ? '' : `, ${way}: "${cursor}"`;
        const list = `${field}(orderBy: ${order}, ${page}${from}) { nodes { id } pageInfo { endCursor startCursor hasNextPage hasPreviousPage } }`;
        const data = (await answer(
          dated,
          field === 'events' ? `{ ${list} }` : `{ person(id: "person/ada") { events: ${list.replace('own', 'events')} } }`,
        )) as {
          events?: List;
          person?: { events: List };
        };
        const { nodes, pageInfo } = data.events ?? data.person?.events ?? expect.fail('no list');
        found.push(...(way === 'after' ? nodes : [...nodes].reverse()).map(({ id }) => id.slice('event/'.length)));
        cursor = way === 'after' ? pageInfo.endCursor : pageInfo.startCursor;
        if (!(way === 'after' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return found.join(' ');
      }
    };
    for (const field of ['events', 'own']) {
      for (const size of [1, 2, 3, 9]) {
        expect(await walk(field, 'DATE_ASC', `first: ${String(size)}`)).toBe('e2 e0 e1 e3 e4');
        expect(await walk(field, 'DATE_ASC', `last: ${String(size)}`)).toBe('e4 e3 e1 e0 e2');
        expect(await walk(field, 'DATE_DESC', `first: ${String(size)}`)).toBe('e0 e2 e4 e3 e1');
        expect(await walk(field, 'DATE_DESC', `last: ${String(size)}`)).toBe('e1 e3 e4 e2 e0');
      }
    }
    const timeline = async (args: string) => {
      const data = await answer(dated, `{ timeline(of: { all: ["person/ada"] }, ${args}) { nodes { entity { id } } } }`);
      return (data as { timeline: { entity: { id: string } }[] }).timeline.map(({ entity }) => entity.id.slice('event/'.length)).join(' ');
    };
    for (const [order, dates] of Object.entries({ DATE_ASC: 'e2 e0 e4', DATE_DESC: 'e0 e2 e4' })) {
      expect(await timeline(`orderBy: ${order}`)).toBe(dates);
      expect(await timeline(`orderBy: ${order}, first: 2`)).toBe(dates.slice(0, 5));
    }
    expect(await timeline('where: { undated: true }')).toBe('e2 e0 e1 e3 e4');
  });

  it('a relationship has the time of its best dated claim, though a better one has none', async () => {
    expect(
      await answer(
        scope,
        '{ entity(id: "country/xa") { ... on Country { diplomaticRelations(where: {during: {from: "2025", to: "2025"}}) { edges { when { edtf } fact { when { edtf } } } } } } }',
      ),
    ).toEqual({ entity: { diplomaticRelations: { edges: [{ when: { edtf: '2024-10/..' }, fact: { when: { edtf: '2024-10/..' } } }] } } });
  });

  it('what is best known follows the one order of claims', async () => {
    expect(
      await answer(scope, '{ entity(id: "partnership/p") { fact(property: "since") { history(by: KNOWLEDGE) { nodes { value known { edtf } } } } } }'),
    ).toEqual({
      entity: {
        fact: {
          history: [
            { value: '1999', known: { edtf: '2010' } },
            { value: '1999', known: { edtf: '2020' } },
          ],
        },
      },
    });
  });
});

describe('the seeds', () => {
  const dataset = readGoodSeeds(vocabulary, 'seed', new Map());

  it('give every relationship that one of its claims dates a time', () => {
    const dated = new Set(
      dataset.claims
        .filter(({ when, polarity, modality, rank }) => when && polarity === 'AFFIRMED' && modality !== 'HYPOTHETICAL' && rank !== 'DEPRECATED')
        .map(({ factKey }) => factKey),
    );
    const { links } = project(vocabulary, dataset);
    const actual = links.filter(({ key, intended }) => dated.has(key) && !intended);
    expect(actual.length).toBeGreaterThan(20);
    const undated = actual.filter(({ columns }) => columns['when'] === undefined).map(({ key }) => key);
    const intendedOnly = (key: string) =>
      dataset.claims.every((claim) => claim.factKey !== key || !claim.when || claim.modality === 'PLANNED' || claim.modality === 'HOPED');
    expect(undated.filter((key) => !intendedOnly(key))).toEqual([]);
  });

  it('show on every edge the time that its fact has', async () => {
    const scope = await scopeOver(dataset);
    const of = (kind: string, field: string) => `${kind}(first: 100) { edges { node { ${field} { edges { when { edtf } fact { when { edtf } } } } } } }`;
    const data = (await answer(
      scope,
      `{ ${of('countries', 'diplomaticRelations')} ${of('people', 'offices')} ${of('organizations', 'members')} ${of('regions', 'locatedIn')} }`,
    )) as Record<string, { edges: { node: Record<string, { edges: { when: unknown; fact: { when: unknown } }[] }> }[] }>;
    const edges = Object.values(data).flatMap((list) => list.edges.flatMap(({ node }) => Object.values(node).flatMap((found) => found.edges)));
    expect(edges.length).toBeGreaterThan(60);
    expect(edges.filter(({ when, fact }) => JSON.stringify(when) !== JSON.stringify(fact.when))).toEqual([]);
  });

  it('tell of relations and of an office in the time that their claims give', async () => {
    const scope = await scopeOver(dataset);
    const during = (from: string, to: string) => `during: { from: "${from}", to: "${to}" }`;
    expect(
      await answer(
        scope,
        `{ france: entity(id: "country/fr") { ... on Country { diplomaticRelations(where: { level: COMPREHENSIVE_STRATEGIC_PARTNERSHIP, ${during('2025', '2025')} }) { edges { node { id } } } } }
           macron: entity(id: "person/emmanuel-macron") { ... on Person { offices(where: { ${during('2025-05', '2025-05')} }) { edges { node { id } } } } }
           lam: entity(id: "person/to-lam") { ... on Person { offices(where: { ${during('2025-05', '2025-05')} }) { edges { node { id } } } } } }`,
      ),
    ).toMatchObject({
      france: { diplomaticRelations: { edges: [{ node: { id: 'country/vn' } }] } },
      macron: { offices: { edges: [{ node: { id: 'office/president-of-france' } }] } },
      lam: { offices: { edges: [{ node: { id: 'office/general-secretary-of-the-cpv' } }] } },
    });
  });
});
