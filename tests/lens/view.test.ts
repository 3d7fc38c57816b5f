import { graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import { unpaged } from '../graphql/asking.js';
import { schema } from '../../schema/schema.js';
import { scopeOver, world, type Published, type Said } from './world.js';

const PUBLISHED: Published = { 'source/gazette': '2004-05-05', 'source/herald': '2021', 'source/leaf': null };

const said: Said[] = [
  { fact: 'country/xa DIPLOMATIC_RELATION country/xb', with: { level: 'DIPLOMATIC_RELATIONS' }, when: '1990/..' },
  { fact: 'country/xa DIPLOMATIC_RELATION country/xb', with: { level: 'ALLIANCE' }, when: '2010/..', source: 'source/herald' },
  { fact: 'country/xa DIPLOMATIC_RELATION country/xc', with: { level: 'ALLIANCE' }, modality: 'HOPED', source: 'source/herald' },
  { fact: 'country/xa RECOGNIZES country/xd', polarity: 'DENIED' },
  { fact: 'partnership/ab partnershipKind', value: 'TWINNING', assertedBy: 'city/a' },
  { fact: 'partnership/ab partnershipKind', value: 'MEMORANDUM_OF_INTENT', assertedBy: 'city/b', source: 'source/herald' },
  { fact: 'partnership/ab since', value: '1995', source: 'source/leaf' },
  { fact: 'city/a PARTNER_IN partnership/ab' },
  { fact: 'city/b PARTNER_IN partnership/ab' },
];

interface Answer {
  readonly data: Record<string, never>;
  readonly codes: unknown[];
  readonly messages: string[];
}

async function ask(source: string, variableValues: Record<string, unknown> = {}): Promise<Answer> {
  const { data, errors = [] } = await graphql({ schema, source, variableValues, contextValue: await scopeOver(world(said, PUBLISHED)) });
  return {
    data: JSON.parse(JSON.stringify(data ?? {}), unpaged) as never,
    codes: errors.map(({ extensions }) => extensions['code']),
    messages: errors.map(({ message }) => message),
  };
}

const RELATIONS = `fragment R on Query {
  entity(id: "country/xa") { ... on Country { diplomaticRelations { totalCount edges { level certainty fact { certainty } } } } }
  countries { totalCount }
}`;

describe('view', () => {
  it('answers every field under its lens, several by alias', async () => {
    const { data } = await ask(
      `{ ...R early: view(asOf: "1995") { ...R } late: view(asOf: "2015") { ...R } then: view(knownBy: "2010") { ...R } } ${RELATIONS}`,
    );
    const of = (levels: string[], certainty: string | null, count = 4) => ({
      entity: { diplomaticRelations: { totalCount: levels.length, edges: levels.map((level) => ({ level, certainty, fact: { certainty } })) } },
      countries: { totalCount: count },
    });
    expect(data).toEqual({
      ...of(['ALLIANCE', 'DIPLOMATIC_RELATIONS'], null),
      early: of(['DIPLOMATIC_RELATIONS'], 'CERTAIN', 3),
      late: of(['ALLIANCE', 'DIPLOMATIC_RELATIONS'], 'CERTAIN', 3),
      then: of(['DIPLOMATIC_RELATIONS'], 'CERTAIN', 3),
    });
  });

  it('shows the view of a party, alone or beside what others say', async () => {
    const { data } = await ask(`{
      a: view(accordingTo: "city/a") { partnerships { edges { node { partnershipKind since { edtf } } } } }
      b: view(accordingTo: "city/b", fallback: OTHERS) { partnerships { edges { node { partnershipKind since { edtf } } } } }
    }`);
    expect(data).toEqual({
      a: { partnerships: { edges: [{ node: { partnershipKind: 'TWINNING', since: null } }] } },
      b: { partnerships: { edges: [{ node: { partnershipKind: 'MEMORANDUM_OF_INTENT', since: { edtf: '1995' } } }] } },
    });
  });

  it('keeps the outer lens inside another view, setting by setting; null clears one', async () => {
    const { data } = await ask(`{ view(asOf: "2015", source: ["source/gazette"]) {
      ...R
      view(asOf: "1950") { ...R }
      all: view(source: null) { ...R }
    } } ${RELATIONS}`);
    expect(data).toMatchObject({
      view: {
        entity: { diplomaticRelations: { totalCount: 1 } },
        view: { entity: { diplomaticRelations: { totalCount: 0 } } },
        all: { entity: { diplomaticRelations: { totalCount: 2 } } },
      },
    });
  });

  it('narrows lists by how sure their items are', async () => {
    const { data } = await ask(`{
  view(knownBy: "2010") {
    sure: partnerships(where: {certainty: CERTAIN}) {
      totalCount
    }
    unsure: partnerships(where: {certainty: POSSIBLE}) {
      totalCount
      nodes {
        certainty
      }
    }
    entity(id: "city/a") {
      ... on City {
        partnerships(where: {certainty: CERTAIN}) {
          totalCount
        }
      }
    }
  }
}`);
    expect(data).toEqual({ view: { sure: { totalCount: 1 }, unsure: { totalCount: 0, nodes: [] }, entity: { partnerships: { totalCount: 1 } } } });
    expect((await ask('{ partnerships(where: {certainty: CERTAIN}) { totalCount } }')).codes).toEqual(['BAD_USER_INPUT']);
  });

  it('answers disputes under the lens', async () => {
    const { data } = await ask(`{
  sideBySide: disputes(verdict: [SIDE_BY_SIDE]) {
    edges {
      node {
        rule {
          id
        }
        explanation
        sides {
          says
          claims {
            nodes {
              summary
            }
          }
        }
        about {
          id
        }
      }
    }
  }
  view(except: ["source/herald"]) {
    sideBySide: disputes(verdict: [SIDE_BY_SIDE]) {
      totalCount
    }
  }
  none: disputes(verdict: [SIDE_BY_SIDE], about: "country/xd") {
    totalCount
  }
  city: disputes(verdict: [SIDE_BY_SIDE], about: "city/a", source: "source/herald") {
    totalCount
  }
  entity(id: "partnership/ab") {
    fact(property: "partnershipKind") {
      disputed
    }
  }
}`);
    expect(data).toMatchObject({
      sideBySide: { edges: [{ node: { rule: { id: 'kind-by-viewer' }, about: [{ id: 'partnership/ab' }] } }] },
      view: { sideBySide: { totalCount: 0 } },
      none: { totalCount: 0 },
      city: { totalCount: 1 },
      entity: { fact: { disputed: false } },
    });
  });

  it.each([
    [
      'a date that is none',
      '{ view(asOf: "June 2006") { countries { totalCount } } }',
      'BAD_USER_INPUT',
      /expected an EDTF date such as 2006-06, got "June 2006"/,
    ],
    ['a time whose end comes first', '{ view(knownBy: "2010/2004") { countries { totalCount } } }', 'BAD_USER_INPUT', /expected an EDTF date/],
    [
      'an unknown source',
      '{ view(source: ["source/gazete"]) { countries { totalCount } } }',
      'UNKNOWN_ID',
      /there is no "source\/gazete" among the sources; did you mean "source\/gazette"\?/,
    ],
    ['what is no source', '{ view(except: ["city/a"]) { countries { totalCount } } }', 'UNKNOWN_ID', /there is no "city\/a" among the sources/],
    [
      'an unknown party',
      '{ view(accordingTo: "country/xaa") { countries { totalCount } } }',
      'UNKNOWN_ID',
      /there is no "country\/xaa" among the parties; did you mean/,
    ],
    ['a party that says nothing', '{ view(accordingTo: "partnership/ab") { countries { totalCount } } }', 'BAD_USER_INPUT', /says nothing/],
    ['a fallback without a party', '{ view(fallback: OTHERS) { countries { totalCount } } }', 'BAD_USER_INPUT', /name a party/],
    ['an unknown rule', '{ disputes(rule: "two-value") { totalCount } }', 'BAD_USER_INPUT', /unknown rule "two-value"; did you mean "two-values"\?/],
    ['an unknown id', '{ disputes(about: "city/aa") { totalCount } }', 'UNKNOWN_ID', /there is no "city\/aa"; did you mean/],
    ['the same end twice', '{ relation(from: "city/a", to: "city/a") { status } }', 'BAD_USER_INPUT', /the same entity/],
  ])('refuses %s with one clear error', async (_what, source, code, message) => {
    const { codes, messages } = await ask(source);
    expect(codes).toEqual([code]);
    expect(messages[0]).toMatch(message);
  });
});

describe('relation', () => {
  const status = async (args: string) =>
    ((await ask(`{ relation(${args}) { status claims { nodes { summary } } } }`)).data as unknown as { relation: { status: string; claims: unknown[] } })
      .relation;

  it('tells no from not known', async () => {
    expect(await status('from: "country/xa", to: "country/xd", type: RECOGNIZES')).toMatchObject({ status: 'DENIED', claims: [{}] });
    expect(await status('from: "country/xb", to: "country/xd"')).toEqual({ status: 'UNKNOWN', claims: [] });
    expect(await status('from: "country/xa", to: "country/xc"')).toMatchObject({ status: 'INTENDED' });
    expect(await status('from: "country/xd", to: "country/xa", type: RECOGNIZES')).toMatchObject({ status: 'UNKNOWN' });
  });

  it('reads a symmetric type, or any, in either order', async () => {
    expect(await status('from: "country/xb", to: "country/xa", type: DIPLOMATIC_RELATION')).toMatchObject({ status: 'AFFIRMED' });
    expect(await status('from: "partnership/ab", to: "city/a"')).toMatchObject({ status: 'AFFIRMED' });
  });
});

describe('the history of a fact', () => {
  const history = async (by: string) => {
    const { data } = await ask(`{ entity(id: "country/xa") { ... on Country { diplomaticRelations(first: 1, where: { level: ALLIANCE }) { edges { fact {
      history(by: ${by}) { nodes { value when { edtf } known { edtf } status claims { nodes { summary } } } } } } } } } }`);
    const { edges } = (data as unknown as { entity: { diplomaticRelations: { edges: { fact: { history: Record<string, unknown>[] } }[] } } }).entity
      .diplomaticRelations;
    return edges[0]?.fact.history;
  };

  it('runs over the time in which it held, across all levels', async () => {
    expect(await history('VALID_TIME')).toMatchObject([
      { value: 'DIPLOMATIC_RELATIONS', when: { edtf: '1990/..' }, known: { edtf: '2004-05-05' }, status: 'ASSERTED' },
      { value: 'ALLIANCE', when: { edtf: '2010/..' }, known: { edtf: '2021' }, status: 'ASSERTED' },
    ]);
  });

  it('runs over what was known when', async () => {
    expect(await history('KNOWLEDGE')).toMatchObject([
      { value: 'DIPLOMATIC_RELATIONS', known: { edtf: '2004-05-05' } },
      { value: 'ALLIANCE', known: { edtf: '2021' }, claims: [{}] },
    ]);
  });

  it('shows how a property differs by what was known', async () => {
    const { data } = await ask(
      '{ entity(id: "partnership/ab") { fact(property: "partnershipKind") { history { nodes { value claims { nodes { assertedBy { id } } } } } } } }',
    );
    expect(data).toMatchObject({ entity: { fact: { history: [{ value: 'TWINNING' }, { value: 'MEMORANDUM_OF_INTENT' }] } } });
  });
});
