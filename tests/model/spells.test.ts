import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disputeRules } from '../../schema/disputes/rules.js';
import { disputesOf } from '../../src/disputes/find.js';
import type { Claim } from '../../src/model/claim.js';
import { parseTime } from '../../src/model/edtf.js';
import { project } from '../../src/model/projection.js';
import { claimsOfSpell, inSpells, wholeKey } from '../../src/model/spells.js';
import { claimOf, vocabulary, world, type Said } from '../lens/world.js';

const FACTS = {
  HELD_OFFICE: { fact: 'person/p HELD_OFFICE office/o' },
  MEMBER_OF: { fact: 'country/xa MEMBER_OF organization/o' },
  DIPLOMATIC_RELATION: { fact: 'country/xb DIPLOMATIC_RELATION country/xa', with: { level: 'ALLIANCE' } },
  ALLIED_WITH: { fact: 'person/p ALLIED_WITH person/q' },
  LOCATED_IN: { fact: 'region/r LOCATED_IN country/xa' },
} satisfies Record<string, Said>;

type When = string | undefined | (Partial<Said> & { readonly when: string });

function claims(whens: readonly When[], fact: Said = FACTS.HELD_OFFICE): readonly Claim[] {
  const said = whens.map((when, at) => claimOf({ ...fact, at: at * 20, ...(typeof when === 'string' ? { when } : when) }));
  return inSpells(vocabulary, said);
}

/** The times of each spell, by the end of its key. */
function parted(whens: readonly When[]): Record<string, (string | undefined)[]> {
  const spells: Record<string, (string | undefined)[]> = {};
  for (const { factKey, when } of claims(whens)) (spells[factKey.split('|')[4] ?? ''] ??= []).push(when?.edtf);
  return spells;
}

describe('the spells of a relationship', () => {
  it.each([
    ['stretches apart', ['1999/2003', '2011/2015'], { '': ['1999/2003'], '2011-01-01': ['2011/2015'] }],
    ['one that goes on', ['2025/..', '2017/2021'], { '': ['2017/2021'], '2025-01-01': ['2025/..'] }],
    ['stretches that overlap', ['1999/2003', '2001/2005'], { '': ['1999/2003', '2001/2005'] }],
    ['beginnings that differ a little', ['2003-01/2007', '2003-02-10/2007'], { '': ['2003-01/2007', '2003-02-10/2007'] }],
    ['moments that differ a little', ['2003-01', '2003-02-10'], { '': ['2003-01', '2003-02-10'] }],
    ['a year in which one ends and the next begins', ['1999/2003', '2003/2007'], { '': ['1999/2003'], '2003-01-01': ['2003/2007'] }],
    ['a day of handing over to oneself', ['2017-05-14/2022-05-14', '2022-05-14/..'], { '': ['2017-05-14/2022-05-14'], '2022-05-14': ['2022-05-14/..'] }],
    ['several joined by one between', ['1999/2003', '2004/2009', '2002/2006'], { '': ['1999/2003', '2004/2009', '2002/2006'] }],
    ['a moment within one', ['1999/2003', '2011/2015', '2013-05-05'], { '': ['1999/2003'], '2011-01-01': ['2011/2015', '2013-05-05'] }],
    ['a moment between', ['1999/2003', '2011/2015', '2007', '2008'], { '': ['1999/2003'], '2007-01-01': ['2007', '2008'], '2011-01-01': ['2011/2015'] }],
    ['an end that is not known', ['2012/', '2014/2016'], { '': ['2012/'], '2014-01-01': ['2014/2016'] }],
    ['none dated', [undefined, undefined], { '': [undefined, undefined] }],
    ['an undated one', ['1999/2003', undefined, '2011/2015'], { '': ['1999/2003', undefined], '2011-01-01': ['2011/2015'] }],
    [
      'what is set aside, which bridges nothing',
      ['1999/2003', { when: '1999/2015', rank: 'DEPRECATED', rankReason: 'It counts the pause.' }, '2011/2015'],
      { '': ['1999/2003', '1999/2015'], '2011-01-01': ['2011/2015'] },
    ],
    [
      'a denial between',
      ['1999/2003', { when: '2005/2009', polarity: 'DENIED' }, '2011/2015'],
      { '': ['1999/2003'], '2005-01-01': ['2005/2009'], '2011-01-01': ['2011/2015'] },
    ],
  ] as const)('are made of %s', (_what, whens, expected) => {
    expect(parted(whens)).toEqual(expected);
  });

  it.each(Object.entries(FACTS))('are relationships of their own, of type %s', (type, fact) => {
    const dataset = world(['1999/2003', '2011/2015', undefined].map((when): Said => ({ ...fact, ...(when === undefined ? {} : { when }) })));
    const links = project(vocabulary, dataset).links;
    expect(links.map((link) => [link.type, link.columns['when'], link.at])).toEqual([
      [type, '1999/2003', '1999-01-01'],
      [type, '2011/2015', '2011-01-01'],
    ]);
    expect(disputesOf(vocabulary, dataset, disputeRules).filter(({ verdict }) => verdict === 'DISPUTE')).toEqual([]);
  });

  it('leave a dispute what overlaps and cannot all hold', () => {
    const dataset = world(['1999/2003', '2001/2005', '2011/2015'].map((when): Said => ({ ...FACTS.MEMBER_OF, when })));
    const disputes = disputesOf(vocabulary, dataset, disputeRules);
    expect(disputes.map(({ rule }) => rule.id)).toEqual(['excluding-dates']);
    expect(disputes[0]?.sides.map(({ says }) => says.slice(0, 12))).toEqual(['1999 to 2003', '2001 to 2005']);
  });

  it('let an undated claim make a relationship only where nobody dates one', () => {
    const links = (said: readonly Partial<Said>[]) =>
      project(vocabulary, world(said.map((parts) => ({ ...FACTS.HELD_OFFICE, ...parts })))).links.map(({ key, columns, intended }) => [
        key.split('|')[4] ?? '',
        columns['when'] ?? null,
        intended,
      ]);
    expect(links([{ polarity: 'DENIED', when: '1950/1960' }, {}])).toEqual([['', null, false]]);
    expect(links([{ polarity: 'DENIED', when: '1930/1940' }, { when: '1950/1960' }, {}])).toEqual([['', '1950/1960', false]]);
    expect(links([{ modality: 'PLANNED', when: '2030/2034' }, {}])).toEqual([['', null, false]]);
    expect(links([{ modality: 'PLANNED', when: '2030/2034' }, { when: '2020/2024' }, {}])).toEqual([
      ['', '2020/2024', false],
      ['2030-01-01', '2030/2034', true],
    ]);
  });

  const day = fc.integer({ min: 0, max: 30 }).map((at) => `${String(1990 + Math.floor(at / 2))}-0${String(1 + (at % 2) * 5)}`);
  const year = fc.integer({ min: 1990, max: 2005 }).map(String);
  const end = fc.oneof(day, year);
  const stretch = fc.tuple(fc.oneof(end, fc.constantFrom('', '..')), fc.oneof(end, fc.constantFrom('', '..'))).map((ends) => ends.join('/'));
  const whens = fc
    .array(fc.oneof(end, stretch, fc.constant(undefined)), { minLength: 1, maxLength: 12 })
    .map((list) => list.filter((when) => when === undefined || parseTime(when)));
  const said = whens.chain((list) =>
    fc.tuple(
      ...list.map((when) =>
        fc.constantFrom<When>(
          when,
          when,
          ...(when === undefined
            ? []
            : ([
                { when, polarity: 'DENIED' },
                { when, modality: 'PLANNED' },
              ] as const)),
        ),
      ),
    ),
  );

  it('are the same in any order, and hold every dated claim once', () => {
    fc.assert(
      fc.property(
        said.chain((list) => fc.tuple(fc.constant(claims(list)), fc.shuffledSubarray([...list.keys()], { minLength: list.length }))),
        ([all, order]) => {
          const keyOf = (some: readonly Claim[]) => new Map(some.map(({ id, factKey }) => [id, factKey]));
          const turned = inSpells(
            vocabulary,
            order.flatMap((at) => all[at] ?? []),
          );
          expect([...keyOf(turned)].sort()).toEqual([...keyOf(all)].sort());
          expect(new Set(all.map(({ factKey }) => wholeKey(factKey))).size).toBeLessThanOrEqual(1);
          for (const { id, factKey, when } of all) {
            const found = [...new Set(all.map((claim) => claim.factKey))].filter((key) =>
              claimsOfSpell(key, (part) => all.filter((claim) => claim.factKey === part)).some((claim) => claim.id === id),
            );
            expect(when ? found : found.includes(factKey)).toEqual(when ? [factKey] : true);
          }
        },
      ),
    );
  });

  it('never overlap: what surely shares days is one, and each begins on a day of its own', () => {
    fc.assert(
      fc.property(whens, (list) => {
        const dated = claims(list).filter(({ when }) => when?.edtf.includes('/'));
        for (const a of dated) {
          for (const b of dated) {
            if (!a.when || !b.when || a.factKey === b.factKey) continue;
            expect(a.when.heldFrom < b.when.heldUntil && b.when.heldFrom < a.when.heldUntil).toBe(false);
            expect(a.when.earliest).not.toBe(b.when.earliest);
          }
        }
      }),
    );
  });
});
