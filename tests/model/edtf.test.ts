import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDay, overlap, parseTime, refusedTime, yearOf } from '../../src/model/edtf.js';

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
    ['2000-02-29', '2000-02-29', '2000-02-29'],
    ['1999-02', '1999-02-01', '1999-02-28'],
    ['2024-07-01T00:30:00+09:00', '2024-07-01', '2024-07-01'],
    ['2024-06-30T23:30:00-11:00', '2024-06-30', '2024-06-30'],
    ['2024-26', '2024-06-01', '2024-09-30'],
    ['/1950', '0001-01-01', '1950-12-31'],
    ['2012-05-01/', '2012-05-01', '9999-12-31'],
    ['199X-02-29', '1990-02-01', '1999-02-28'],
  ])('reads %s as %s to %s', (text, earliest, latest) => {
    expect(bounds(text)).toEqual([earliest, latest]);
  });

  it.each([
    ['20240305', /did you mean 2024-03-05\?$/],
    ['198606', /did you mean 1986-06\?$/],
    ['2024/03/05', /did you mean 2024-03-05\?$/],
    ['2024.3.5', /did you mean 2024-03-05\?$/],
    ['1986-6', /did you mean 1986-06\?$/],
    ['12345', /the years from 0001 to 9999 can be held$/],
    ['17500', /the years from 0001 to 9999 can be held$/],
    ['-0043', /the years from 0001 to 9999 can be held$/],
    ['0000', /the years from 0001 to 9999 can be held$/],
    ['Y12000', /the years from 0001 to 9999 can be held$/],
    ['1990/17500', /the years from 0001 to 9999 can be held$/],
    ['1999-02-29', /there is no such day$/],
    ['2100-02-29?', /there is no such day$/],
    ['1999-02-29T10:00:00', /there is no such day$/],
    ['1999-02-28/1999-02-29', /there is no such day$/],
    ['[1999-02-29,2000]', /there is no such day$/],
    ['2025-02-30', /there is no such day$/],
    ['2025-11-23/2025-11-22', /it ends before it begins$/],
    ['2024-07-01T25:00:00', /got "2024-07-01T25:00:00"$/],
    ['June 2006', /^expected an EDTF date such as 2006-06, got "June 2006"$/],
    ['2025-13', /got "2025-13"$/],
    ['', /got ""$/],
    ['[1987..1986]', /got "\[1987\.\.1986\]"$/],
    ['../..', /got "\.\.\/\.\."$/],
    ['/', /got "\/"$/],
    ['12', /got "12"$/],
  ])('refuses %j', (text, message) => {
    expect(parseTime(text)).toBeNull();
    expect(refusedTime(text)).toMatch(message);
  });

  it('names the day where a day is expected and its hour came, and blames no time that is only of another sort', () => {
    const day = 'a day such as 2025-11-22';
    expect(refusedTime('2024-07-01T00:30:00+14:00', day)).toBe(`expected ${day}, got "2024-07-01T00:30:00+14:00"; did you mean 2024-07-01?`);
    expect(refusedTime('2023/2024', day)).toBe(`expected ${day}, got "2023/2024"`);
    expect(refusedTime('2024/2023', day)).toBe(`expected ${day}, got "2024/2023"; it ends before it begins`);
  });

  it('gives every full date that it takes as its own first and last day', () => {
    const two = (most: number) => fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(2, '0'));
    const clock = fc.constantFrom('', 'T00:30:00', 'T23:59:59Z', 'T00:30:00+09:00', 'T23:30:00-11:30');
    const full = fc.tuple(fc.integer({ min: 0, max: 9999 }), two(13), two(32), clock);
    let taken = 0;
    fc.assert(
      fc.property(full, ([year, month, day, moment]) => {
        const date = `${String(year).padStart(4, '0')}-${month}-${day}`;
        const time = parseTime(date + moment);
        if (time) taken += 1;
        const milliseconds = Date.parse(`${date}T00:00:00Z`);
        const isReal = year > 0 && !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(date);
        expect(time && [time.earliest, time.latest]).toEqual(isReal ? [date, date] : null);
      }),
      { numRuns: 2_000 },
    );
    expect(taken).toBeGreaterThan(1_000);
  });

  it('reads a text again alike after many others', () => {
    const before = parseTime('[1986,1987]');
    for (let year = 1; year < 10_100; year += 1) parseTime(`${String(year % 10_000).padStart(4, '0')}-0${String((year % 9) + 1)}`);
    expect(parseTime('[1986,1987]')).toEqual(before);
  });

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

  it('is certain beyond an open end, and possible beyond an unknown one', () => {
    const inYear = (text: string, year: string) => ask(text, `${year}-01-01`, `${year}-12-31`);
    expect([inYear('../1950', '0700'), inYear('/1950', '0700')]).toEqual(['CERTAIN', 'POSSIBLE']);
    expect([inYear('2012-05-01/..', '2600'), inYear('2012-05-01/', '2600')]).toEqual(['CERTAIN', 'POSSIBLE']);
    expect([inYear('/1950', '1950'), inYear('2012-05-01/', '2012')]).toEqual(['CERTAIN', 'CERTAIN']);
    expect([inYear('/1950', '1951'), inYear('2012-05-01/', '2011')]).toEqual(['NO', 'NO']);
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
