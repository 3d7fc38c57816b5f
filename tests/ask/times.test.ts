import { describe, expect, it } from 'vitest';
import { english } from '../../src/ask/languages/en.js';
import { edtfOf, timesIn } from '../../src/ask/times.js';
import { cleaned, tokensOf } from '../../src/ask/tokens.js';

function read(text: string) {
  const { phrases, impossible } = timesIn(english, tokensOf(cleaned(text)));
  // The longest phrase is what is meant.
  const longest = phrases.toSorted((a, b) => b.end - b.start - (a.end - a.start)).slice(0, 1);
  return { phrases: longest.map(({ days, point }) => ({ ...days, point })), impossible };
}

describe('times in words', () => {
  it.each([
    ['in 2019', '2019-01-01', '2019-12-31'],
    ['between 2015 and 2019', '2015-01-01', '2019-12-31'],
    ['from 2015 to 2019', '2015-01-01', '2019-12-31'],
    ['2015–2019', '2015-01-01', '2019-12-31'],
    ['from 2021 to early 2024', '2021-01-01', '2024-04-30'],
    ['since 2010', '2010-01-01', '9999-12-31'],
    ['before 1990', '0001-01-01', '1989-12-31'],
    ['until the end of 2016', '0001-01-01', '2016-12-31'],
    ['after May 26, 2025', '2025-05-27', '9999-12-31'],
    ['on 22 November 2025', '2025-11-22', '2025-11-22'],
    ['on the 26th of May 2025', '2025-05-26', '2025-05-26'],
    ['on 2025-11-22', '2025-11-22', '2025-11-22'],
    ['in November 2025', '2025-11-01', '2025-11-30'],
    ['in February 2024', '2024-02-01', '2024-02-29'],
    ['in summer 2024', '2024-06-01', '2024-09-30'],
    ['in the 1980s', '1980-01-01', '1989-12-31'],
    ['in the 19th century', '1801-01-01', '1900-12-31'],
  ])('%s', (text, from, to) => {
    expect(read(`What happened ${text}?`).phrases).toEqual([expect.objectContaining({ from, to })]);
  });

  it('keeps the point of a phrase that names a longer time', () => {
    expect(read('by 1 May 2025').phrases[0]).toMatchObject({ from: '0001-01-01', to: '2025-05-01', point: { from: '2025-05-01', to: '2025-05-01' } });
  });

  it.each(['40,000 masks', 'the 17th district', 'in 3 cities', 'may I ask'])('finds none in "%s"', (text) => {
    expect(read(text).phrases).toEqual([]);
  });

  it('tells a day that does not exist', () => {
    expect(read('on 30 February 2025').impossible).toEqual(['2025-02-30']);
  });

  it('says periods in EDTF', () => {
    const periods = ['2019-01-01/2019-12-31', '2015-01-01/2019-12-31', '2025-11-01/2025-11-30', '2025-11-22/2025-11-22'];
    const said = periods.map((text) => text.split('/')).map(([from = '', to = '']) => edtfOf({ from, to }));
    expect(said).toEqual(['2019', '2015-01-01/2019-12-31', '2025-11', '2025-11-22']);
  });
});
