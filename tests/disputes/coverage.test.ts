import { graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import { disputeRules } from '../../schema/disputes/rules.js';
import { schema } from '../../schema/schema.js';
import { disputesOf } from '../../src/disputes/find.js';
import { scopeOver, vocabulary, world, type Said } from '../lens/world.js';

const PUBLISHED = { 'source/gazette': '2024', 'source/register': '2016' };
const TIES = 'country/xa DIPLOMATIC_RELATION country/xb';

/** What a document says, and what a register says that may end with a year. */
const told = (when: string): Said => ({ fact: TIES, with: { level: 'DIPLOMATIC_RELATIONS' }, when });
const registered = (parts: Partial<Said>): Said => ({ fact: TIES, with: { level: 'DIPLOMATIC_RELATIONS' }, source: 'source/register', ...parts });

const found = (said: readonly Said[], covered: Record<string, string>) =>
  disputesOf(vocabulary, world(said, PUBLISHED, {}, covered), disputeRules).map(({ verdict, rule }) => `${verdict} ${rule.id}`);

async function status(said: readonly Said[], covered: Record<string, string>, lens = ''): Promise<unknown> {
  const relation = '{ relation(from: "country/xa", to: "country/xb", type: DIPLOMATIC_RELATION) { status } }';
  const source = lens === '' ? relation : `{ view(${lens}) ${relation} }`;
  const { data, errors } = await graphql({ schema, source, contextValue: await scopeOver(world(said, PUBLISHED, {}, covered)) });
  expect(errors).toBeUndefined();
  const answer = data as { relation?: { status: string }; view?: { relation: { status: string } } };
  return (answer.relation ?? answer.view?.relation)?.status;
}

const UNTIL_2015 = { 'source/register': '1816/2015' };

describe('a set that ends in 2015', () => {
  const denied = registered({ polarity: 'DENIED' });

  it('does not deny what began later, and denies what began before', async () => {
    expect(found([told('2017/..'), denied], UNTIL_2015)).toEqual([]);
    expect(found([told('2011/..'), denied], UNTIL_2015)).toEqual(['DISPUTE affirmed-denied']);
    expect(found([told('2017/..'), denied], {})).toEqual(['DISPUTE affirmed-denied']);
    expect(await status([told('2017/..'), denied], UNTIL_2015)).toBe('AFFIRMED');
    expect(await status([told('2011/..'), denied], UNTIL_2015)).toBe('DISPUTED');
    expect(await status([told('2017/..'), denied], {})).toBe('DISPUTED');
  });

  it('denies nothing as of a later day', async () => {
    expect(await status([denied], UNTIL_2015)).toBe('DENIED');
    expect(await status([denied], UNTIL_2015, 'asOf: "2015-06-01"')).toBe('DENIED');
    expect(await status([denied], UNTIL_2015, 'asOf: "2020-01-01"')).toBe('UNKNOWN');
    expect(await status([denied], {}, 'asOf: "2020-01-01"')).toBe('DENIED');
  });

  it('says no end by an end that falls on its own', () => {
    const ended = registered({ when: '1990/2015' });
    expect(found([told('1990/2021'), ended], UNTIL_2015)).toEqual([]);
    expect(found([told('1990/2021'), ended], { 'source/register': '1816/2020' })).toEqual(['DISPUTE excluding-dates']);
    expect(found([told('1990/2021'), registered({ when: '1990/2003' })], UNTIL_2015)).toEqual(['DISPUTE excluding-dates']);
  });

  it('counts what there was by then', async () => {
    const pact = (name: string, since: string): Said[] => [
      { fact: `partnership/${name} since`, value: since },
      { fact: `city/x PARTNER_IN partnership/${name}` },
    ];
    const figure: Said = {
      fact: 'topic/pacts figure',
      value: { measure: 'pacts', amount: 1, unit: 'pact', comparator: 'EXACTLY' },
      counts: { list: 'partnerships' },
      source: 'source/register',
    };
    const verdicts = async (covered: Record<string, string>) => {
      const contextValue = await scopeOver(world([...pact('a', '2010'), ...pact('b', '2018'), figure], PUBLISHED, {}, covered));
      const { data, errors } = await graphql({ schema, source: '{ countChecks { nodes { verdict } } }', contextValue });
      expect(errors).toBeUndefined();
      return (data as { countChecks: { nodes: { verdict: string }[] } }).countChecks.nodes.map(({ verdict }) => verdict);
    };
    expect(await verdicts(UNTIL_2015)).toEqual(['CONFIRMED']);
    expect(await verdicts({})).toEqual(['CONTRADICTED']);
  });
});
