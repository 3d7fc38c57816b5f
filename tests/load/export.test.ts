import { describe, expect, it } from 'vitest';
import { claimRow, entityRows } from '../../src/load/export.js';
import { SourceText } from '../../src/load/texts.js';
import { sha256 } from '../../src/model/text.js';
import type { Dataset } from '../../src/model/dataset.js';
import { claimOf, vocabulary, world, type Said } from '../lens/world.js';
import { readMade, SOURCE, TEXT } from './seed-folder.js';

const KEYS =
  'id factKey subject predicate object value polarity modality rank assertedBy edtf earliest latest source sha256 dataset licence attribution spans records summary basis basisRule doubt'.split(
    ' ',
  );

const row = (said: Said, dataset: Dataset = world([said])) => claimRow(vocabulary, dataset)(claimOf(said));

describe('a claim as a row', () => {
  it('has exactly the keys that were agreed on, in their order, whatever the claim', () => {
    for (const said of [
      { fact: 'person/ada ALLIED_WITH person/bo' },
      { fact: 'event/tea when', value: '2019-05' },
      { fact: 'country/xa name', value: { text: 'Xanadu', lang: 'en' } },
      {
        fact: 'country/xa existed',
        value: '1950/..',
        polarity: 'DENIED',
        modality: 'REPORTED',
        rank: 'DEPRECATED',
        rankReason: 'Old.',
        assertedBy: 'person/bo',
      },
    ] satisfies Said[]) {
      expect(Object.keys(row(said))).toEqual(KEYS);
    }
  });

  it('gives null for what is absent', () => {
    expect(row({ fact: 'person/ada ALLIED_WITH person/bo' })).toMatchObject({
      value: null,
      assertedBy: null,
      edtf: null,
      earliest: null,
      latest: null,
      sha256: null,
    });
    expect(row({ fact: 'country/xa description', value: 'Flat.' })).toMatchObject({ object: null, value: 'Flat.' });
  });

  it('gives the time of a relationship, and of a property that is a time', () => {
    expect(row({ fact: 'person/ada HELD_OFFICE office/clerk', when: '2004/..' })).toMatchObject({ edtf: '2004/..', earliest: '2004-01-01', latest: null });
    expect(row({ fact: 'event/tea when', value: '2019-05' })).toMatchObject({
      edtf: '2019-05',
      earliest: '2019-05-01',
      latest: '2019-05-31',
      value: '2019-05',
    });
    expect(row({ fact: 'event/tea when', value: 2019 })).toMatchObject({ edtf: '2019', value: 2019 });
  });
});

describe('spans of rows', () => {
  it('count Unicode code points, the main one first', () => {
    const written = `🎉🎉 ${TEXT}`;
    const shifted = SOURCE.replace(/(\d+)-(\d+)(?=[,\]\n])/g, (span, start: string, end: string, at: number) =>
      /at: \[?[^\n]*$/.test(SOURCE.slice(0, at)) ? `${String(Number(start) + 3)}-${String(Number(end) + 3)}` : span,
    )
      .replace(sha256(TEXT), sha256(written))
      .replace(/length: \d+/, `length: ${String(Array.from(written).length)}`);
    const { dataset, problems } = readMade({ source: shifted, withText: false });
    expect(problems).toEqual([]);
    const rows = dataset.claims.map(claimRow(vocabulary, dataset));
    const text = new SourceText(written);
    const words = (spans: unknown) => (spans as { start: number; end: number }[]).map(({ start, end }) => text.slice(start, end));
    const partner = rows.find(({ predicate, subject }) => predicate === 'PARTNER_IN' && subject === 'city/exampleville');
    expect(words(partner?.['spans'])).toEqual(['the twinning with Otherton', 'Exampleville']);
    expect(Object.keys((partner?.['spans'] as object[])[0] ?? {})).toEqual(['start', 'end']);
    expect(new Set(rows.map((item) => item['sha256']))).toEqual(new Set([sha256(written)]));
    for (const { spans } of rows) for (const word of words(spans)) expect(word).toBe(word.trim());
  });
});

describe('entities as rows', () => {
  it('have their names with languages, each once, and the label where nobody names them', () => {
    const rows = entityRows(
      world(
        [
          { fact: 'country/xa name', value: { text: 'Xanadu', lang: 'en' } },
          { fact: 'country/xa name', value: { text: 'Xanadu', lang: 'en' }, source: 'source/herald' },
          { fact: 'country/xa name', value: { text: '재너두', lang: 'ko' } },
          { fact: 'office/clerk OFFICE_OF country/xa' },
        ],
        { 'source/gazette': '2020', 'source/herald': '2021' },
        { 'office/clerk': 'Clerk' },
      ),
    );
    const [country, office] = ['country/xa', 'office/clerk'].map((id) => rows.find((item) => item['id'] === id));
    expect(country).toMatchObject({
      kind: 'Country',
      names: expect.arrayContaining([
        { text: 'Xanadu', lang: 'en' },
        { text: '재너두', lang: 'ko' },
      ]) as unknown,
    });
    expect(country?.['names']).toHaveLength(2);
    expect(office).toEqual({ id: 'office/clerk', kind: 'Office', names: [{ text: 'Clerk', lang: 'en' }] });
  });

  it('do not have a name that is denied or set aside', () => {
    const rows = entityRows(
      world([
        { fact: 'country/xa name', value: { text: 'Xanadu', lang: 'en' } },
        { fact: 'country/xa name', value: { text: 'Zanadu', lang: 'en' }, polarity: 'DENIED' },
        { fact: 'country/xa name', value: { text: 'Xandu', lang: 'en' }, rank: 'DEPRECATED', rankReason: 'Misspelled.' },
      ]),
    );
    expect(rows.find(({ id }) => id === 'country/xa')?.['names']).toEqual([{ text: 'Xanadu', lang: 'en' }]);
  });
});
