import { graphql } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../../schema/schema.js';
import type { Scope } from '../../src/graphql/scope.js';
import { scopeOver, world, type Said } from '../lens/world.js';
import { overDataset } from './asking.js';

const PUBLISHED = { 'source/gazette': '2001', 'source/herald': '2020' };
const said: Said[] = [
  { fact: 'person/ada HELD_OFFICE office/mayor', when: '1999/2003' },
  { fact: 'person/ada HELD_OFFICE office/mayor', when: '2011/2015', source: 'source/herald' },
  { fact: 'person/ada HELD_OFFICE office/mayor', source: 'source/herald' },
  { fact: 'person/bo HELD_OFFICE office/mayor', when: '2004/2010' },
  { fact: 'country/xa DIPLOMATIC_RELATION country/xb', with: { level: 'DIPLOMATIC_RELATIONS' }, when: '1920/1949' },
  { fact: 'country/xa DIPLOMATIC_RELATION country/xb', with: { level: 'DIPLOMATIC_RELATIONS' }, when: '1950/1965', polarity: 'DENIED' },
  { fact: 'country/xa DIPLOMATIC_RELATION country/xb', with: { level: 'DIPLOMATIC_RELATIONS' }, when: '1966/..' },
  { fact: 'country/xa DIPLOMATIC_RELATION country/xb', with: { level: 'ALLIANCE' }, when: '1990/..' },
];

describe('an office held twice, relations broken off and resumed', () => {
  let scope: Scope;
  beforeAll(async () => {
    scope = await scopeOver(world(said, PUBLISHED));
  });
  const ask = async (source: string): Promise<unknown> => {
    const { data, errors } = await graphql({ schema, source, contextValue: scope });
    expect(errors).toBeUndefined();
    return data;
  };

  it('are edges of their own, each with its time, its claims and its history', async () => {
    expect(
      await ask(
        '{ entity(id: "person/ada") { ... on Person { offices { totalCount edges { when { edtf } fact { key disputed claims { nodes { when { edtf } } } history { nodes { when { edtf } } } } } } } } }',
      ),
    ).toEqual({
      entity: {
        offices: {
          totalCount: 2,
          edges: [
            {
              when: { edtf: '2011/2015' },
              fact: {
                key: 'HELD_OFFICE|person/ada|office/mayor||2011-01-01',
                disputed: false,
                claims: { nodes: [{ when: { edtf: '2011/2015' } }, { when: null }] },
                history: { nodes: [{ when: { edtf: '2011/2015' } }, { when: null }] },
              },
            },
            {
              when: { edtf: '1999/2003' },
              fact: {
                key: 'HELD_OFFICE|person/ada|office/mayor|',
                disputed: false,
                claims: { nodes: [{ when: null }, { when: { edtf: '1999/2003' } }] },
                history: { nodes: [{ when: { edtf: '1999/2003' } }, { when: null }] },
              },
            },
          ],
        },
      },
    });
  });

  it('are found in the time of either, and of neither between', async () => {
    const during = async (from: string, to: string) =>
      (
        (await ask(`{ entity(id: "person/ada") { ... on Person { offices(where: { during: { from: "${from}", to: "${to}" } }) { totalCount } } } }`)) as {
          entity: { offices: { totalCount: number } };
        }
      ).entity.offices.totalCount;
    expect([await during('2000', '2002'), await during('2012', '2013'), await during('2005', '2009'), await during('2000', '2012')]).toEqual([1, 1, 0, 2]);
    expect(await ask('{ timeline(of: { all: ["person/ada"] }) { edges { node { when { edtf } } } } }')).toEqual({
      timeline: { edges: [{ node: { when: { edtf: '1999/2003' } } }, { node: { when: { edtf: '2011/2015' } } }] },
    });
  });

  it('name whoever held it on a day, and nobody else', async () => {
    const on = (day: string) => ask(`{ entity(id: "office/mayor") { ... on Office { holdersOn(day: "${day}") { nodes { holder { id } certainty } } } } }`);
    expect(await on('2007-05-05')).toEqual({ entity: { holdersOn: { nodes: [{ holder: { id: 'person/bo' }, certainty: 'CERTAIN' }] } } });
    expect(await on('2012-05-05')).toEqual({ entity: { holdersOn: { nodes: [{ holder: { id: 'person/ada' }, certainty: 'CERTAIN' }] } } });
  });

  it('name them as a view of that day does, and what that rests on', async () => {
    const seen = await overDataset(
      world([
        { fact: 'person/ada HELD_OFFICE office/mayor', when: '2011-05' },
        { fact: 'person/ada HELD_OFFICE office/mayor', when: '2013' },
        { fact: 'person/bo HELD_OFFICE office/mayor', when: '2001/2005' },
        { fact: 'person/cy HELD_OFFICE office/mayor' },
      ]),
    );
    for (const [day, told] of [
      ['2003', 'bo CERTAIN STATED, cy POSSIBLE UNDATED'],
      ['2008', 'cy POSSIBLE UNDATED'],
      ['2011-05-07', 'ada POSSIBLE STATED, cy POSSIBLE UNDATED'],
      ['2012', 'ada POSSIBLE BETWEEN, cy POSSIBLE UNDATED'],
      ['2013', 'ada CERTAIN STATED, cy POSSIBLE UNDATED'],
      ['2019-01-01', 'ada POSSIBLE ONWARD, cy POSSIBLE UNDATED'],
    ] as const) {
      const data = (await seen.get(
        `{ office(id: "office/mayor") { holdersOn(day: "${day}") { nodes { holder { id } certainty basis } } }
           view(asOf: "${day}") { office(id: "office/mayor") { holders { edges { certainty node { id } } } } } }`,
      )) as unknown as {
        office: { holdersOn: { holder: { id: string }; certainty: string; basis: string }[] };
        view: { office: { holders: { edges: { certainty: string; node: { id: string } }[] } } };
      };
      const nodes = data.office.holdersOn;
      expect([day, nodes.map(({ holder, certainty, basis }) => `${holder.id.slice(7)} ${certainty} ${basis}`).join(', ')]).toEqual([day, told]);
      const viewed = data.view.office.holders.edges.map(({ certainty, node }) => `${node.id} ${certainty}`);
      expect([day, nodes.map(({ holder, certainty }) => `${holder.id} ${certainty}`).sort()]).toEqual([day, viewed.sort()]);
    }
  });

  it('show under a lens the spell that held, with what supports it', async () => {
    const at = (lens: string) =>
      ask(
        `{ view(${lens}) { entity(id: "person/ada") { ... on Person { offices { edges { certainty when { edtf } fact { claims { nodes { when { edtf } } } } } } } } } }`,
      );
    expect(await at('asOf: "2012-05-05"')).toEqual({
      view: {
        entity: {
          offices: {
            edges: [{ certainty: 'CERTAIN', when: { edtf: '2011/2015' }, fact: { claims: { nodes: [{ when: { edtf: '2011/2015' } }, { when: null }] } } }],
          },
        },
      },
    });
    expect(await at('asOf: "2007-05-05"')).toEqual({ view: { entity: null } });
    expect(await at('knownBy: "2010"')).toMatchObject({ view: { entity: { offices: { edges: [{ when: { edtf: '1999/2003' } }] } } } });
    expect(await at('asOf: "2012", knownBy: "2010"')).toEqual({ view: { entity: null } });
  });

  it('run in history across levels, but not across spells of one level; a denial between them disputes nothing', async () => {
    const data = await ask(
      `{ entity(id: "country/xa") { ... on Country { diplomaticRelations(orderBy: DATE_ASC) { edges { level fact { status history { nodes { value when { edtf } } } } } } } }
         disputes { totalCount } relation(from: "country/xa", to: "country/xb", type: DIPLOMATIC_RELATION) { status } }`,
    );
    expect(data).toMatchObject({ disputes: { totalCount: 0 }, relation: { status: 'AFFIRMED' } });
    expect((data as { entity: { diplomaticRelations: { edges: unknown[] } } }).entity.diplomaticRelations.edges.slice(0, 2)).toEqual([
      {
        level: 'DIPLOMATIC_RELATIONS',
        fact: {
          status: 'ASSERTED',
          history: {
            nodes: [
              { value: 'DIPLOMATIC_RELATIONS', when: { edtf: '1920/1949' } },
              { value: 'ALLIANCE', when: { edtf: '1990/..' } },
            ],
          },
        },
      },
      {
        level: 'DIPLOMATIC_RELATIONS',
        fact: {
          status: 'ASSERTED',
          history: {
            nodes: [
              { value: 'DIPLOMATIC_RELATIONS', when: { edtf: '1966/..' } },
              { value: 'ALLIANCE', when: { edtf: '1990/..' } },
            ],
          },
        },
      },
    ]);
  });
});
