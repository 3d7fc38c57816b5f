import { describe, expect, it } from 'vitest';
import { disputeRules } from '../../schema/disputes/rules.js';
import { compareDisputes, disputesOf } from '../../src/disputes/find.js';
import { vocabulary, world, type Published, type Said } from '../lens/world.js';

const PUBLISHED: Published = { 'source/gazette': '2020-05-01', 'source/herald': '2021' };

/** What the rules find in invented claims: verdict, rule and explanation. */
function found(said: readonly Said[], { published = PUBLISHED, labels = {} }: { published?: Published; labels?: Record<string, string> } = {}): string[] {
  return disputesOf(vocabulary, world(said, published, labels), disputeRules).map(({ verdict, rule, explanation }) => `${verdict} ${rule.id}: ${explanation}`);
}

const relation = (when: string, parts: Partial<Said> = {}): Said => ({
  fact: 'country/xa DIPLOMATIC_RELATION country/xb',
  with: { level: 'DIPLOMATIC_RELATIONS' },
  ...(when === '' ? {} : { when }),
  ...parts,
});

describe('the rules themselves', () => {
  it('each have a name of their own, say what they look for, and what they leave alone', () => {
    expect(new Set(disputeRules.map(({ id }) => id)).size).toBe(disputeRules.length);
    for (const { about, leaves } of disputeRules) expect([about, leaves].every((text) => text.endsWith('.'))).toBe(true);
  });

  it('find nothing where nobody disagrees', () => {
    expect(found([relation('1950/..'), relation('1950/..', { source: 'source/herald' }), relation(''), { fact: 'city/a LOCATED_IN country/xa' }])).toEqual([]);
  });
});

describe('dates that exclude each other', () => {
  it('are a dispute between two beginnings', () => {
    expect(found([relation('1886/..'), relation('1949/..', { source: 'source/herald' })])).toEqual([
      'DISPUTE excluding-dates: xa has diplomatic relations with xb: since 1949 (herald), or since 1886 (gazette).',
    ]);
  });

  it('are none where a year lies within two, which may be its height', () => {
    const fair = (value: string, at: number): Said => ({ fact: 'event/fair when', value, at });
    expect(found([{ ...fair('2016', 0), rank: 'PREFERRED', rankReason: 'It is more precise.' }, fair('2015/2016', 40)])).toEqual([]);
    expect(found([fair('2016', 0), fair('2015/2016', 40)])[0]).toMatch(/^SIDE_BY_SIDE more-precise-date/);
    expect(found([fair('2014', 0), fair('2015/2016', 40)])[0]).toMatch(/^DISPUTE excluding-dates/);
  });

  it('are none where one is more precise: these stand side by side', () => {
    expect(
      found([
        { fact: 'event/fair when', value: '2016/2017' },
        { fact: 'event/fair when', value: '2016-06' },
      ]).map((line) => line.split(':')[0]),
    ).toEqual(['SIDE_BY_SIDE more-precise-date']);
    expect(
      found([
        { fact: 'event/fair when', value: '2016' },
        { fact: 'event/fair when', value: '2016-06' },
        { fact: 'event/fair when', value: '2016-06-03' },
      ]),
    ).toEqual([]);
    expect(
      found([
        { fact: 'partnership/p since', value: '2021' },
        { fact: 'partnership/p since', value: '[2021,2022]' },
      ]),
    ).toHaveLength(1);
  });

  it('leave moments and plans alone', () => {
    expect(
      found([relation('1990'), relation('1995'), { fact: 'event/fair when', value: '2030' }, { fact: 'event/fair when', value: '2031', modality: 'PLANNED' }]),
    ).toEqual([]);
  });

  it('are decided by a rank with its reason', () => {
    const dataset = world(
      [relation('1886/..', { rank: 'PREFERRED', rankReason: 'The treaty is at hand.' }), relation('1949/..', { source: 'source/herald' })],
      PUBLISHED,
    );
    expect(disputesOf(vocabulary, dataset, disputeRules)[0]?.resolution).toMatchObject({ reason: 'The treaty is at hand.' });
  });
});

describe('two values for one', () => {
  it('are a dispute for numbers and codes', () => {
    expect(
      found([
        { fact: 'country/xa iso2', value: 'XA' },
        { fact: 'country/xa iso2', value: 'XX', source: 'source/herald' },
      ]),
    ).toEqual(['DISPUTE two-values: “iso2” of xa: XX (herald), or XA (gazette).']);
  });

  it('leave descriptions alone', () => {
    expect(
      found([
        { fact: 'statement/s gist', value: 'It is late.' },
        { fact: 'statement/s gist', value: 'The hour is late.' },
      ]),
    ).toEqual([]);
  });
});

describe('affirmed against denied', () => {
  it('is a dispute at one time, and none at another or beside a hope', () => {
    expect(found([relation(''), relation('', { polarity: 'DENIED', source: 'source/herald' })])[0]).toMatch(
      /^DISPUTE affirmed-denied: .*yes \(gazette\), or no \(herald\)\.$/,
    );
    expect(found([relation('1990/..'), relation('../1980', { polarity: 'DENIED' })])).toEqual([]);
    expect(found([relation('', { modality: 'HOPED' }), relation('', { polarity: 'DENIED' })])).toEqual([]);
  });
});

describe('a kind that differs', () => {
  const kind = (value: string, parts: Partial<Said> = {}): Said => ({ fact: 'partnership/ab partnershipKind', value, ...parts });

  it('stands side by side for two viewers, and is a dispute for one', () => {
    expect(found([kind('TWINNING', { assertedBy: 'city/a' }), kind('MEMORANDUM_OF_INTENT', { assertedBy: 'city/b' })])).toEqual([
      'SIDE_BY_SIDE kind-by-viewer: “partnership kind” of ab: twinning (a); memorandum of intent (b).',
    ]);
    expect(found([kind('TWINNING'), kind('MEMORANDUM_OF_INTENT', { at: 50 })])[0]).toMatch(/^DISPUTE kind-by-viewer/);
  });

  it('leaves alone what says nothing closer, and what goes together', () => {
    expect(found([kind('TWINNING'), kind('UNSPECIFIED'), kind('THEMATIC')])).toEqual([]);
  });
});

describe('outside its dates', () => {
  it('a country stands in no relation before it existed', () => {
    expect(found([relation('1886/..'), { fact: 'country/xb existed', value: '1948/..', source: 'source/herald' }])).toEqual([
      'DISPUTE party-outside-dates: xb is bound up with xa, since 1886 (gazette), but its own time is since 1948 (herald).',
    ]);
    expect(found([relation('1948/..'), { fact: 'country/xb existed', value: '1948/..' }])).toEqual([]);
  });

  it('a party is not outside its own time by a date that is in dispute itself', () => {
    const both = [relation('1886/..'), relation('1949/..'), { fact: 'country/xb existed', value: '1948/..', source: 'source/herald' }];
    expect(found(both).map((line) => line.split(':')[0])).toEqual(['DISPUTE excluding-dates']);
  });

  it('a body takes part in nothing before it was founded, but may be spoken of', () => {
    const founded: Said = { fact: 'organization/o founded', value: '1999' };
    const fair: Said = { fact: 'event/fair when', value: '1990' };
    expect(found([founded, fair, { fact: 'organization/o TOOK_PART event/fair' }])[0]).toMatch(/^DISPUTE party-outside-dates: o is bound up with fair, 1990/);
    expect(found([founded, fair, { fact: 'event/fair CONCERNS organization/o' }])).toEqual([]);
  });

  it('the date of the same source counts where dates differ', () => {
    expect(
      found([
        { fact: 'event/start when', value: '1886', source: 'source/herald' },
        { fact: 'event/start when', value: '1949' },
        { fact: 'country/xb TOOK_PART event/start' },
        { fact: 'country/xb existed', value: '1948/..' },
      ]).filter((line) => line.includes('outside')),
    ).toEqual([]);
  });

  it('nobody acts in an office outside the term', () => {
    const acted: Said[] = [
      { fact: 'event/fair when', value: '2001' },
      { fact: 'person/p TOOK_PART event/fair', with: { capacity: 'office/o' } },
    ];
    expect(found([...acted, { fact: 'person/p HELD_OFFICE office/o', when: '1990/1995' }])).toEqual([
      'DISPUTE office-outside-dates: p acted as o at 2001 (gazette), but held that office 1990 to 1995 (gazette).',
    ]);
    expect(found([...acted, { fact: 'person/p HELD_OFFICE office/o', when: '1995' }])).toEqual([]);
    expect(found([...acted, { fact: 'person/p HELD_OFFICE office/o', when: '1999/..' }])).toEqual([]);
  });
});

describe('told as planned', () => {
  it('although its day had passed when the source was published', () => {
    expect(found([{ fact: 'event/fair when', value: '2019-09', modality: 'PLANNED' }])).toEqual([
      'STALE_PLAN planned-past: gazette, published 1 May 2020, tells of fair as planned for September 2019, which had passed.',
    ]);
    expect(found([{ fact: 'event/fair when', value: '2020', modality: 'PLANNED' }])).toEqual([]);
    expect(found([{ fact: 'event/fair when', value: '2019-09', modality: 'PLANNED', assertedBy: 'person/p' }])).toEqual([]);
    expect(
      found([
        { fact: 'event/fair when', value: '2019', modality: 'PLANNED' },
        { fact: 'event/fair when', value: '2019', at: 80 },
      ]),
    ).toEqual([]);
  });
});

describe('figures for one quantity', () => {
  const figure = (amount: number, comparator: string, parts: Partial<Said> = {}, measure = 'pacts'): Said => ({
    fact: 'topic/t figure',
    value: { measure, amount, unit: 'pact', comparator },
    ...parts,
  });

  it('differ beyond their hedges', () => {
    expect(found([figure(30, 'ALMOST'), figure(22, 'ABOUT', { assertedBy: 'person/p' })])).toEqual([
      'DISPUTE figures-differ: The figure “pacts” (unit: pact) of t: almost 30 (gazette), or about 22 (p).',
    ]);
    expect(found([figure(196.1, 'EXACTLY'), figure(229, 'EXACTLY', { at: 30 }, 'pacts-in-brackets')])).toHaveLength(1);
  });

  it('agree within their hedges, and in different years', () => {
    expect(found([figure(22, 'ABOUT'), figure(22, 'EXACTLY', { assertedBy: 'person/p' })])).toEqual([]);
    expect(found([figure(3, 'EXACTLY', { when: '2019' }), figure(7, 'EXACTLY', { when: '2021/2024' })])).toEqual([]);
  });

  it('stand side by side where one voice hedges here and not there', () => {
    expect(found([figure(22, 'ABOUT', { assertedBy: 'person/p' }), figure(22, 'EXACTLY', { assertedBy: 'person/p', at: 90 })])[0]).toMatch(
      /^SIDE_BY_SIDE figures-differ/,
    );
  });

  it('of one voice are no finding of their own beside a dispute in which they stand', () => {
    const own = [figure(22, 'ABOUT', { assertedBy: 'person/p' }), figure(22, 'EXACTLY', { assertedBy: 'person/p', at: 90 })];
    expect(found([...own, figure(30, 'ALMOST')])).toEqual([
      'DISPUTE figures-differ: The figure “pacts” (unit: pact) of t: almost 30 (gazette), or about 22 (p).',
    ]);
  });
});

describe('who said it, who wrote it', () => {
  it('is a dispute where far places name different people', () => {
    expect(
      found([
        { fact: 'person/p SAID statement/s', at: 10 },
        { fact: 'person/q SAID statement/s', at: 9_000 },
      ]),
    ).toEqual(['DISPUTE who-said-it: Who said “s”: in one place it is p, in another q.']);
    expect(
      found([
        { fact: 'source/gazette WRITTEN_BY person/p', at: 10 },
        { fact: 'source/gazette WRITTEN_BY person/q', at: 9_000 },
      ])[0],
    ).toMatch(/^DISPUTE who-wrote-it/);
  });

  it('is none where people are named together, or a person for a country', () => {
    expect(
      found([
        { fact: 'person/p SAID statement/s', at: 10 },
        { fact: 'person/q SAID statement/s', at: 30 },
      ]),
    ).toEqual([]);
    expect(
      found([
        { fact: 'person/p SAID statement/s', at: 10 },
        { fact: 'country/xa SAID statement/s', at: 9_000 },
      ]),
    ).toEqual([]);
  });

  it('is decided where one place was set aside', () => {
    const dataset = world([
      { fact: 'person/p SAID statement/s', at: 10, rank: 'DEPRECATED', rankReason: 'The footnote shows otherwise.' },
      { fact: 'person/q SAID statement/s', at: 60 },
    ]);
    expect(disputesOf(vocabulary, dataset, disputeRules)[0]?.resolution?.reason).toBe('The footnote shows otherwise.');
  });
});

describe('relations between countries', () => {
  const strategic = (parts: Partial<Said>): Said => ({ fact: 'country/xa DIPLOMATIC_RELATION country/xb', with: { level: 'STRATEGIC_PARTNERSHIP' }, ...parts });

  it('are held already, or still hoped for', () => {
    expect(found([strategic({ when: '2004' }), strategic({ modality: 'HOPED', assertedBy: 'person/p', source: 'source/herald' })])[0]).toMatch(
      /^DISPUTE relation-hoped-for: xa and xb, strategic partnership: it has been so since 2004 \(gazette\), or it is still hoped for or planned \(p\)\.$/,
    );
    expect(found([strategic({ when: '2024' }), strategic({ modality: 'HOPED' })])).toEqual([]);
  });

  it('are given different levels by different voices', () => {
    const allied = relation('', { with: { level: 'ALLIANCE' }, source: 'source/herald' });
    expect(found([strategic({}), allied])[0]).toMatch(/^SIDE_BY_SIDE level-by-viewer/);
    expect(
      found([strategic({}), relation('', { source: 'source/herald' }), relation('', { with: { level: 'PARTNERSHIP' }, source: 'source/herald' })]),
    ).toEqual([]);
  });

  it('begin later than a treaty of states called alike', () => {
    const treaty: Said[] = [
      { fact: 'agreement/t signed', value: '186X' },
      { fact: 'country/xa PARTY_TO agreement/t' },
      { fact: 'country/old PARTY_TO agreement/t' },
      { fact: 'country/old name', value: { text: 'Exland', lang: 'en' } },
      { fact: 'country/xb name', value: { text: 'Exland', lang: 'en' } },
    ];
    expect(found([...treaty, relation('1886/..')])[0]).toMatch(/^SIDE_BY_SIDE treaty-before-relations: t is dated the 1860s/);
    expect(found([...treaty, relation('1850/..')])).toEqual([]);
  });
});

describe('side by side', () => {
  it('a partnership commemorates two things', () => {
    const memory = (object: string, at: number): Said => ({ fact: `partnership/p COMMEMORATES ${object}`, at });
    expect(found([memory('person/p', 10), memory('event/fair', 500)])[0]).toMatch(/^SIDE_BY_SIDE commemorates-two/);
    expect(found([memory('person/p', 10), memory('event/fair', 10)])).toEqual([]);
  });

  it('a dormant partnership has an activity', () => {
    const dormant: Said = { fact: 'partnership/p activity', value: 'DORMANT', assertedBy: 'person/p' };
    const done: Said = { fact: 'event/fair PART_OF partnership/p' };
    expect(found([dormant, done])[0]).toMatch(/^SIDE_BY_SIDE dormant-with-activity/);
    expect(found([dormant, { ...done, assertedBy: 'person/p' }])).toEqual([]);
    expect(found([dormant, { fact: 'agreement/a PART_OF partnership/p' }])).toEqual([]);
  });

  it('a party of a lasting partnership was succeeded', () => {
    const party: Said[] = [{ fact: 'region/a PARTNER_IN partnership/p' }, { fact: 'partnership/p since', value: '1999' }];
    const succession: Said = { fact: 'region/a SUCCEEDED_BY region/b', when: '2016' };
    expect(found([...party, succession])[0]).toMatch(/^SIDE_BY_SIDE party-succeeded/);
    expect(found([...party, succession, { fact: 'partnership/p until', value: '2010' }])).toEqual([]);
  });

  it('one title is borne in a body and in its part', () => {
    const held: Said[] = [
      { fact: 'person/p HELD_OFFICE office/a' },
      { fact: 'person/p HELD_OFFICE office/b' },
      { fact: 'office/a OFFICE_OF organization/o' },
      { fact: 'office/b OFFICE_OF organization/part' },
      { fact: 'organization/part UNIT_OF organization/o' },
    ];
    const labels = { 'office/a': 'Director of the O', 'office/b': 'Director, Paris part of the O' };
    expect(found(held, { labels })[0]).toMatch(/^SIDE_BY_SIDE titles-differ/);
    expect(found(held, { labels: { ...labels, 'office/b': 'Keeper of the seal' } })).toEqual([]);
  });
});

describe('what a curator saw', () => {
  const tension = (kind: string, ends: readonly string[]): Said => ({
    fact: 'country/xa RECOGNIZES country/xb',
    at: 40,
    tensions: [
      {
        id: 'seen',
        kind,
        says: 'One place says yes, the other maybe.',
        sides: ends.map((subject) => ({
          says: subject,
          claims: [{ source: 'source/gazette', start: 40, end: 50, subject, predicate: 'RECOGNIZES', object: 'country/xb' }],
        })),
      },
    ],
  });

  it('is shown by what it is, where each side is seen', () => {
    const other: Said = { fact: 'country/xc RECOGNIZES country/xb', at: 40 };
    expect(found([tension('CERTAINTY', ['country/xa', 'country/xc']), other])).toEqual([
      'SIDE_BY_SIDE tension-certainty: One place says yes, the other maybe.',
    ]);
    expect(found([tension('CONTRADICTION', ['country/xa', 'country/xc']), other])).toEqual([
      'DISPUTE tension-contradiction: One place says yes, the other maybe.',
    ]);
    expect(found([tension('CERTAINTY', ['country/xa', 'country/xc'])])).toEqual([]);
  });

  it('is never what a rule infers', () => {
    const inferred: Said = { fact: 'country/xc RECOGNIZES country/xb', at: 40, basis: 'INFERRED', basisRule: 'So.' };
    expect(found([tension('CERTAINTY', ['country/xa', 'country/xc']), inferred])).toEqual([]);
  });
});

describe('a change', () => {
  const disputes = (said: readonly Said[]) => disputesOf(vocabulary, world(said, PUBLISHED), disputeRules);

  it('creates and settles disputes, which keep their ids', () => {
    const before = disputes([relation('1886/..')]);
    const after = disputes([relation('1886/..'), relation('1949/..', { source: 'source/herald' })]);
    const decided = disputes([relation('1886/..', { rank: 'PREFERRED', rankReason: 'Seen.' }), relation('1949/..', { source: 'source/herald' })]);
    expect(compareDisputes(before, after).created.map(({ rule }) => rule.id)).toEqual(['excluding-dates']);
    expect(compareDisputes(after, decided).settled.map(({ rule }) => rule.id)).toEqual(['excluding-dates']);
    expect(compareDisputes(after, after)).toEqual({ created: [], settled: [] });
    expect(decided[0]?.id).toBe(after[0]?.id);
  });
});
