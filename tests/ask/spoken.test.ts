import { describe, expect, it } from 'vitest';
import { agreeing, spoken, spokenTime, unshouted } from '../../src/ask/spoken.js';

describe('answers in words', () => {
  it.each([
    ['2019', '2019'],
    ['2025-11-22', '2025-11-22'],
    ['[1986,1987]', '1986 or 1987'],
    ['[1950,1951,1952]', 'between 1950 and 1952'],
    ['1950/1953', '1950 to 1953'],
    ['1886/..', 'since 1886'],
    ['../1999', 'until 1999'],
    ['2024-22', 'summer 2024'],
    ['198X', 'the 1980s'],
    ['18XX', 'the 19th century'],
    ['1986~', 'about 1986'],
    ['Tours / Suwon', 'Tours / Suwon'],
  ])('says %j as %j', (edtf, words) => {
    expect(spokenTime(edtf)).toBe(words);
  });

  it('says times and figures within data, and leaves the rest', () => {
    expect(spoken({ since: { edtf: '[2005,2006]' }, figures: [{ measure: 'visit-length', amount: 3, unit: 'day' }], label: 'A/B' })).toEqual({
      since: { edtf: '2005 or 2006' },
      figures: [{ measure: 'visit length', amount: 3, unit: 'days' }],
      label: 'A/B',
    });
  });

  it.each([
    ['1 meetings on record.', '1 meeting on record.'],
    ['1 members are named: A.', '1 member is named: A.'],
    ['1 cities: A.', '1 city: A.'],
    ['21 meetings, 0 calls', '21 meetings, 0 calls'],
    ['2025-01-1 visits', '2025-01-1 visits'],
  ])('agrees %j', (text, agreed) => {
    expect(agreeing(text)).toBe(agreed);
  });

  it('says constants in small letters, and names as they are', () => {
    expect(unshouted('TWINNING; MEMORANDUM_OF_INTENT; GAROK', new Set(['TWINNING', 'MEMORANDUM_OF_INTENT']))).toBe('twinning; memorandum of intent; GAROK');
  });
});
