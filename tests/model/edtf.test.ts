import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay, overlap, parseTime, yearOf } from '../../src/model/edtf.js';

const bounds = (text: string) => {
  const time = parseTime(text);
  return time && [time.earliest, time.latest];
};

describe('parseTime', () => {
  it.each([
    ['1987', '1987-01-01', '1987-12-31'],
    ['2024-10', '2024-10-01', '2024-10-31'],
    ['2023-11-20', '2023-11-20', '2023-11-20'],
    ['[1986,1987]', '1986-01-01', '1987-12-31'],
    ['[1950..1953]', '1950-01-01', '1953-12-31'],
    ['[2023-04..]', '2023-04-01', '9999-12-31'],
    ['1986/1987', '1986-01-01', '1987-12-31'],
    ['186X', '1860-01-01', '1869-12-31'],
    ['2004/..', '2004-01-01', '9999-12-31'],
    ['../2004', '0001-01-01', '2004-12-31'],
    ['2024-22', '2024-06-01', '2024-09-30'],
    ['2025-03-27?', '2025-03-27', '2025-03-27'],
  ])('reads %s as %s to %s', (text, earliest, latest) => {
    expect(bounds(text)).toEqual([earliest, latest]);
  });

  it.each(['2025-02-30', '2025-13', 'June 2006', '', '2025-11-23/2025-11-22', '[1987..1986]', '../..', '0000', '-0100', 'Y12000', '12'])(
    'refuses %j',
    (text) => {
      expect(parseTime(text)).toBeNull();
    },
  );

  it('keeps every day of the calendar as it is, whatever the time zone of the machine', () => {
    const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, (text) => {
        expect(bounds(text)).toEqual([text, text]);
        expect(isDay(text)).toBe(true);
      }),
    );
  });

  it('never reads a set as narrower than any of its members', () => {
    const year = fc.integer({ min: 1000, max: 2999 });
    fc.assert(
      fc.property(fc.uniqueArray(year, { minLength: 2, maxLength: 5 }), (years) => {
        const [earliest, latest] = bounds(`[${years.join(',')}]`) ?? [];
        expect(earliest).toBe(`${String(Math.min(...years))}-01-01`);
        expect(latest).toBe(`${String(Math.max(...years))}-12-31`);
      }),
    );
  });
});

describe('overlap', () => {
  const ask = (text: string, from: string | null, to: string | null) => {
    const time = parseTime(text);
    if (!time) throw new Error(`no date: ${text}`);
    return overlap(time, from, to);
  };

  it('is certain when the time lies within the days', () => {
    expect(ask('2019', '2019-01-01', '2019-12-31')).toBe('CERTAIN');
  });

  it('is possible when a partly known time may lie within them', () => {
    expect(ask('2019', '2019-06-01', '2019-06-30')).toBe('POSSIBLE');
    expect(ask('[2021,2022]', '2021-01-01', '2021-12-31')).toBe('POSSIBLE');
  });

  it('is certain for a day in the core of an interval', () => {
    expect(ask('2017/2020', '2018-05-05', '2018-05-05')).toBe('CERTAIN');
    expect(ask('2017/2020', '2017-05-05', '2017-05-05')).toBe('POSSIBLE');
    expect(ask('2004/..', '2025-01-01', '2025-01-01')).toBe('CERTAIN');
  });

  it('is no when the time lies outside', () => {
    expect(ask('1987', '1990-01-01', null)).toBe('NO');
    expect(ask('1987', null, '1986-12-31')).toBe('NO');
  });

  it('is never more certain for fewer days', () => {
    const order = { NO: 0, POSSIBLE: 1, CERTAIN: 2 };
    const days = fc.integer({ min: 1900, max: 2100 }).map((year) => `${String(year)}-06-15`);
    const times = fc.oneof(
      fc.integer({ min: 1900, max: 2100 }).map(String),
      fc.tuple(fc.integer({ min: 1900, max: 2000 }), fc.integer({ min: 2001, max: 2100 })).map(([a, b]) => `${String(a)}/${String(b)}`),
      fc.integer({ min: 190, max: 210 }).map((decade) => `${String(decade)}X`),
    );
    fc.assert(
      fc.property(times, days, days, days, (text, a, b, c) => {
        const [from = a, middle = b, to = c] = [a, b, c].sort();
        expect(order[ask(text, from, middle)]).toBeLessThanOrEqual(order[ask(text, from, to)]);
      }),
    );
  });
});

describe('yearOf', () => {
  it('is the year where the time lies within one, else the EDTF text', () => {
    const year = (text: string) => yearOf(parseTime(text) ?? expect.fail(text));
    expect(year('2024-03')).toBe('2024');
    expect(year('[2021,2022]')).toBe('[2021,2022]');
  });
});
