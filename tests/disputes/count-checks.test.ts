import { graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../../schema/schema.js';
import { checkCount, readCountSpec, type Counted } from '../../src/disputes/count-check.js';
import { countOutcomes, turnedCounts } from '../../src/graphql/count-changes.js';
import { countsCheck } from '../../src/graphql/check-counts.js';
import { readGoodSeeds } from '../../src/load/seeds.js';
import type { Json } from '../../src/model/claim.js';
import type { Dataset } from '../../src/model/dataset.js';
import { claimOf, scopeOver, vocabulary, world, type Said } from '../lens/world.js';

const figure = (amount: number, comparator: string, counts: Json): Said => ({
  fact: 'topic/pacts figure',
  value: { measure: 'pacts', amount, unit: 'pact', comparator },
  counts,
});

const pacts: Said[] = [
  { fact: 'partnership/a since', value: '2019' },
  { fact: 'city/x PARTNER_IN partnership/a' },
  { fact: 'partnership/b since', value: '[2019,2020]' },
  { fact: 'city/x PARTNER_IN partnership/b' },
  { fact: 'partnership/c since', value: '2024' },
  { fact: 'partnership/c activity', value: 'DORMANT' },
  { fact: 'city/y PARTNER_IN partnership/c' },
];

const in2019 = { list: 'partnerships', filter: { since: { from: '2019-01-01', to: '2019-12-31' } } };

interface Shown {
  readonly stated: string;
  readonly verdict: string;
  readonly explanation: string;
  readonly members: { readonly edges: { readonly node: { readonly id: string } }[] };
}

async function checks(said: readonly Said[] | Dataset): Promise<Shown[]> {
  const { data, errors } = await graphql({
    schema,
    source: '{ countChecks { edges { node { stated verdict explanation members { edges { node { id } } } } } } }',
    contextValue: await scopeOver('claims' in said ? said : world(said)),
  });
  expect(errors).toBeUndefined();
  return (data as unknown as { countChecks: { edges: { node: Shown }[] } }).countChecks.edges.map(({ node }) => node);
}

describe("a stated figure beside the graph's own count", () => {
  it('is confirmed, contradicted or left open, and shows what was counted', async () => {
    expect(await checks([...pacts, figure(2, 'EXACTLY', in2019)])).toMatchObject([
      {
        stated: '2',
        verdict: 'UNDECIDED',
        explanation: 'Stated is 2; the graph holds 1 to 2: whether they agree cannot be told.',
        members: { edges: [{ node: { id: 'partnership/b' } }, { node: { id: 'partnership/a' } }] },
      },
    ]);
    expect(await checks([...pacts, figure(2, 'LESS_THAN', { list: 'partnerships' })])).toMatchObject([{ verdict: 'CONTRADICTED' }]);
    expect(await checks([...pacts, figure(3, 'ABOUT', { list: 'partnerships' })])).toMatchObject([{ verdict: 'CONFIRMED' }]);
  });

  it('counts shares and multiples', async () => {
    const all = { list: 'partnerships', filter: {} };
    expect(await checks([...pacts, figure(0.5, 'MORE_THAN', { ...all, filter: { activity: ['DORMANT'] }, of: {} })])).toMatchObject([
      { verdict: 'CONTRADICTED', explanation: 'Stated is more than 0.5 (unit: pact); the graph holds 1 of 3, a share of 0.33: the two do not agree.' },
    ]);
    expect(await checks([...pacts, figure(2, 'ABOUT', { ...all, times: { from: '2020', to: '2024' } })])).toMatchObject([{ verdict: 'CONFIRMED' }]);
    expect(await checks([...pacts, figure(2, 'ABOUT', { ...all, times: { from: '1980', to: '2024' } })])).toMatchObject([
      { verdict: 'UNDECIDED', explanation: expect.stringContaining('so that there was nothing to multiply') as unknown },
    ]);
  });

  it('counts how many times as many', async () => {
    const against = {
      list: 'partnerships',
      filter: { parties: { some: { entity: { id: ['city/x'] } } } },
      against: { parties: { some: { entity: { id: ['city/y'] } } } },
    };
    expect(await checks([...pacts, figure(2, 'EXACTLY', against)])).toMatchObject([
      { verdict: 'CONFIRMED', explanation: 'Stated is 2 (unit: pact); the graph holds 2 against 1, 2 times as many: the two agree.' },
    ]);
    expect(await checks([...pacts, figure(5, 'EXACTLY', { ...against, named: 'SOME' })])).toMatchObject([{ verdict: 'UNDECIDED' }]);
  });

  it('lets what is dated nowhere be among those of a time where the seed says so', async () => {
    const undated = [...pacts, { fact: 'partnership/d partnershipKind', value: 'TWINNING' }];
    const of = async (counts: Json) => (await checks([...undated, figure(3, 'EXACTLY', counts)]))[0];
    expect(await of(in2019)).toMatchObject({ verdict: 'CONTRADICTED', explanation: expect.stringContaining('holds 1 to 2:') as unknown });
    expect(await of({ ...in2019, undated: true })).toMatchObject({ verdict: 'UNDECIDED', explanation: expect.stringContaining('holds 1 to 3:') as unknown });
    const open = await of({ ...in2019, undated: true, named: 'SOME' });
    expect(open?.explanation).toContain('the graph holds at least 1, and 2 more whose dates leave it open (the documents do not name all)');
    expect(open?.members.edges.map(({ node }) => node.id).sort()).toEqual(['partnership/a', 'partnership/b', 'partnership/d']);
  });

  it('counts as of a day', async () => {
    expect(await checks([...pacts, figure(2, 'EXACTLY', { list: 'partnerships', asOf: '2022' })])).toMatchObject([{ verdict: 'CONFIRMED' }]);
  });

  it('counts nothing that a rule infers, and checks no figure that one infers', async () => {
    const inferred = { basis: 'INFERRED', basisRule: 'What is signed is begun.' } as const;
    const dormant = { list: 'partnerships', filter: { activity: ['DORMANT'] } };
    const two = figure(2, 'EXACTLY', dormant);
    const guessed: Said = { fact: 'partnership/a activity', value: 'DORMANT', ...inferred };
    expect(await checks([...pacts, guessed, two])).toMatchObject([{ verdict: 'CONTRADICTED', members: { edges: [{ node: { id: 'partnership/c' } }] } }]);
    expect(await checks([...pacts, { ...two, ...inferred }])).toEqual([]);
  });

  it('takes no sentence for a witness of the figure that it states', async () => {
    const all = { list: 'partnerships' };
    const within = (at: number, said: readonly Said[]) => said.map((one): Said => ({ ...one, at }));
    const sentences = [0, 100].map((start) => ({ start, end: start + 100, excuse: null }));
    const read = (said: readonly Said[]) => {
      const { sources, ...rest } = world(said);
      return checks({ ...rest, sources: sources.map((source) => ({ ...source, sentences })) });
    };
    const stated = { ...figure(3, 'EXACTLY', all), at: 120 };
    expect(await read([...within(0, pacts), stated])).toMatchObject([{ verdict: 'CONFIRMED' }]);
    expect(await read([...within(0, pacts.slice(0, -3)), ...within(140, pacts.slice(-3)), stated])).toMatchObject([
      {
        verdict: 'UNDECIDED',
        explanation: "Stated is 3; the graph holds 3, and not so many without the figure's own sentence: whether they agree cannot be told.",
      },
    ]);
    expect(await read([...within(0, pacts), ...within(140, pacts.slice(-3)), stated])).toMatchObject([{ verdict: 'CONFIRMED' }]);
  });

  it('takes a list that is not named in full for the least that there are', () => {
    const judged = (amount: number, comparator: string, counted: Counted) => {
      const spec = readCountSpec({ list: 'partnerships', named: 'SOME' });
      return 'refused' in spec ? spec.refused : checkCount(claimOf(figure(amount, comparator, null)), spec, counted)?.verdict;
    };
    expect(judged(30, 'ALMOST', { certain: 24, possible: 24 })).toBe('UNDECIDED');
    expect(judged(22, 'EXACTLY', { certain: 24, possible: 24 })).toBe('CONTRADICTED');
    expect(judged(20, 'MORE_THAN', { certain: 24, possible: 24 })).toBe('CONFIRMED');
  });

  it('is a dispute where it is contradicted', async () => {
    const ask = async (said: readonly Said[]) => {
      const { data } = await graphql({
        schema,
        source: '{ disputes(rule: "count-not-borne-out") { totalCount } }',
        contextValue: await scopeOver(world(said)),
      });
      return (data as unknown as { disputes: { totalCount: number } }).disputes.totalCount;
    };
    expect(await ask([...pacts, figure(7, 'EXACTLY', { list: 'partnerships' })])).toBe(1);
    expect(await ask([...pacts, figure(3, 'EXACTLY', { list: 'partnerships' })])).toBe(0);
  });
});

describe('what a seed declares under counts', () => {
  const identities = new Map(['country/xa', 'country/xb'].map((id) => [id, { id, kind: 'Country', label: id }]));
  const three = { measure: 'pacts', amount: 3, unit: 'pact', comparator: 'EXACTLY' };
  const refused = (counts: Json, value: Json = three, knowsAll = true) =>
    countsCheck(schema, vocabulary)({ value, counts, identities, knowsAll }).map(({ path, message }) => `${path.join('.')}: ${message}`);

  it("is checked against the API's own lists and filters", () => {
    expect(refused(in2019)).toEqual([]);
    expect(refused({ list: 'partnershps' })).toEqual(['counts.list: unknown list "partnershps"; did you mean "partnerships"?']);
    expect(refused({ list: 'partnerships', fliter: {} })).toEqual(['counts: unknown key "fliter"; did you mean "filter"?']);
    expect(refused({ list: 'partnerships', filter: { sinse: {} } })[0]).toMatch(
      /^counts\.filter: Field "sinse" is not defined by type "PartnershipWhere"\. Did you mean "since"/,
    );
    expect(refused({ list: 'partnerships', filter: { partnershipKind: ['TWINING'] } })[0]).toMatch(/^counts\.filter\.partnershipKind\.0: .*"TWINING"/);
    expect(refused({ list: 'partnerships', filter: { since: { from: '2019-13-01' } } })[0]).toMatch(
      /^counts\.filter\.since\.from: .*expected a day, a month or a year/,
    );
    expect(refused({ list: 'partnerships', asOf: 'last year' })).toEqual(['counts.asOf: expected an EDTF date such as 2006-06, got "last year"']);
    expect(refused({ list: 'partnerships', times: { from: '1980', to: 'now' } })).toEqual([
      'counts.times.to: expected an EDTF date such as 2006-06, got "now"',
    ]);
    expect(refused({ list: 'partnerships', of: {}, against: {} })).toEqual(['counts: of, against and times exclude one another']);
    expect(refused({ list: 'partnerships', named: 'FEW' })[0]).toMatch(/unknown value "FEW" of named/);
    expect(refused({ list: 'partnerships' }, { text: 'X', lang: 'en' })).toEqual(['counts: only a figure can be compared with a count']);
  });

  it('may ask for nothing but what the seeds hold, at any depth and in any filter', () => {
    expect(refused({ list: 'partnerships', filter: { involves: { all: ['country/xa', 'country/xz'] } } })).toEqual([
      'counts.filter.involves.all.1: unknown id "country/xz"; did you mean "country/xa"?',
    ]);
    expect(refused({ list: 'cities', of: { not: { partnerships: { none: { partnership: { involves: { any: 'country/xc' } } } } } } })).toEqual([
      'counts.of.not.partnerships.none.partnership.involves.any: unknown id "country/xc"; did you mean "country/xa"?',
    ]);
    expect(refused({ list: 'partnerships', filter: { involves: { all: ['country/xz'] } } }, three, false)).toEqual([]);
  });
});

/**
 * What comes of each figure that the curated documents state and the graph counts something of. Each line was read
 * beside its words; so must be a new one.
 */
const READ = [
  'UNDECIDED event/france-korea-year-2015-2016 events 400: 3',
  'UNDECIDED organization/garok offices-abroad 6: 1',
  'UNDECIDED topic/french-korean-partnerships new-agreements 3: 3',
  'UNDECIDED topic/french-korean-partnerships new-partnerships 7: 6 to 7',
  'UNDECIDED topic/french-korean-partnerships number-of-partnerships 4: 16',
  'UNDECIDED topic/french-korean-partnerships partnerships-signed 22: 22',
  'UNDECIDED topic/french-korean-partnerships partnerships-signed about 22: 22',
  'UNDECIDED topic/french-korean-partnerships partnerships-signed almost 30: 24',
];

describe('the figures of the curated documents', () => {
  it('are borne out, or not, or left open as they were read', async () => {
    const { data, errors } = await graphql({
      schema,
      source: '{ countChecks(first: 100) { edges { node { about { id } measure stated certain possible verdict } } } }',
      contextValue: await scopeOver(readGoodSeeds(vocabulary, 'seed', new Map(), countsCheck(schema, vocabulary))),
    });
    expect(errors).toBeUndefined();
    const { edges } = (data as unknown as { countChecks: { edges: { node: { about: { id: string } } & Record<string, string> }[] } }).countChecks;
    const lines = edges.map(({ node: { about, measure, stated, certain, possible, verdict } }) => {
      const counted = certain === possible ? certain : `${String(certain)} to ${String(possible)}`;
      return `${String(verdict)} ${about.id} ${String(measure)} ${String(stated)}: ${String(counted)}`;
    });
    expect(lines.sort()).toEqual(READ);
  });
});

describe('a change', () => {
  it('turns count checks', async () => {
    const outcomes = (said: readonly Said[]) => countOutcomes(schema, vocabulary, world([...said, figure(3, 'EXACTLY', { list: 'partnerships' })]));
    const before = await outcomes(pacts);
    const after = await outcomes([...pacts, { fact: 'partnership/d since', value: '2025' }]);
    expect(turnedCounts(before, after)).toMatchObject([{ before: { verdict: 'CONFIRMED' }, after: { verdict: 'CONTRADICTED' } }]);
    expect(turnedCounts(before, before)).toEqual([]);
  });
});
