import { describe, expect, it } from 'vitest';
import { figureInWords } from '../../src/model/figure.js';

const told = (amount: number, unit: string, measure: string, comparator = 'EXACTLY') => figureInWords({ amount, unit, measure, comparator });

describe('a figure in words', () => {
  it('counts what its measure names', () => {
    expect(told(6, 'office', 'offices-abroad')).toBe('6 offices abroad');
    expect(told(5_000_000, 'reader', 'readers', 'ALMOST')).toBe('almost 5 million readers');
    expect(told(53, 'pact', 'friendship-pacts-with-French-towns', 'ABOUT')).toBe('about 53 friendship pacts with French towns');
    expect(told(10, 'partnership', 'very-active-partnerships', 'LESS_THAN')).toBe('fewer than 10 very active partnerships');
    expect(told(1, 'city', 'twin-cities')).toBe('1 twin city');
    expect(told(6, 'thematic area', 'thematic-areas')).toBe('6 thematic areas');
  });

  it('has its unit in the plural, and what it measures beside it', () => {
    expect(told(3, 'day', 'visit-length')).toBe('3 days (visit length)');
    expect(told(1, 'day', 'visit-length')).toBe('1 day (visit length)');
    expect(told(12, 'young person', 'travellers')).toBe('12 young people (travellers)');
    expect(told(2_000, 'soldier', 'troops-landed', 'AT_LEAST')).toBe('at least 2,000 soldiers (troops landed)');
    expect(told(0.1, 'percent', 'share-of-expenditure', 'LESS_THAN')).toBe('less than 0.1 percent (share of expenditure)');
    expect(told(196_100_000_000, 'euro', 'spending-in-2015')).toBe('196.1 billion euros (spending in 2015)');
    expect(told(742_000_000, 'unit of a currency not stated', 'budget-cut')).toBe('742 million units of a currency not stated (budget cut)');
    expect(told(56_400_000_000, 'euro', 'spending-in-euros')).toBe('56.4 billion euros (spending in euros)');
    expect(told(1_234_567, 'reader', 'readers')).toBe('1,234,567 readers');
    expect(told(4, 'times', 'number-of-partnerships')).toBe('multiplied by 4 (number of partnerships)');
    expect(told(10, 'times as many', 'times-as-many-as-with-German-partners', 'ALMOST')).toBe('almost 10 times as many as with German partners');
    expect(told(4, 'rank', 'rank-among-European-partners')).toBe('4th (rank among European partners)');
  });
});
