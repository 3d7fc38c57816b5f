import { describe, expect, it } from 'vitest';
import { domainWithin, fineTicks, yearsOf } from '../../src/explorer/data/axis.js';

const between = (from: string, to: string) => [yearsOf(from), yearsOf(to)] as const;
const written = (from: string, to: string, most = 9) => fineTicks(between(from, to), most).map(({ text }) => text);

describe('a line of time', () => {
  it('is as long as what is asked for, whatever began before', () => {
    expect(domainWithin([1886, 2026], '2004-01-01', '2025-12-31')).toEqual([2004, yearsOf('2025-12-31') + 1 / 372]);
    expect(domainWithin([1886, 2026], null, '2000-01-01')).toEqual([1886, 2000 + 1 / 372]);
  });
});

describe('the marks of a line of time', () => {
  it('stand at the beginning of months within a year or two', () => {
    expect(written('1986-12-20', '1988-01-12')).toEqual(['1987', '1987-03', '1987-05', '1987-07', '1987-09', '1987-11', '1988']);
    expect(written('2025-01-01', '2025-06-30', 4)).toEqual(['2025', '2025-03', '2025-05']);
  });

  it('stand at days within weeks', () => {
    expect(written('2025-11-20', '2025-11-24')).toEqual(['2025-11-20', '2025-11-21', '2025-11-22', '2025-11-23', '2025-11-24']);
    expect(written('2025-11-01', '2025-12-02')).toEqual(['2025-11-01', '2025-11-11', '2025-11-21', '2025-12-01']);
  });

  it('are left to years where there are many', () => {
    expect(written('1886-01-01', '2025-01-01')).toEqual([]);
  });
});
