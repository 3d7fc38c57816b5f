import { describe, expect, it } from 'vitest';
import { spoken } from '../../src/explorer/data/when.js';

const words = {
  since: (day: string) => `since ${day}`,
  until: (day: string) => `until ${day}`,
  about: (day: string) => `about ${day}`,
  between: (from: string, to: string) => `between ${from} and ${to}`,
};

describe('a time in words', () => {
  it.each([
    ['2019', 'en', '2019'],
    ['2019', 'fr', '2019'],
    ['2019', 'ko', '2019년'],
    ['2025-11', 'ko', '2025년 11월'],
    ['2025-11-22', 'en', '22 November 2025'],
    ['1987/..', 'en', 'since 1987'],
    ['[1986,1987]', 'ko', 'between 1986년 and 1987년'],
    ['2025-03-27~', 'fr', 'about 27 mars 2025'],
    ['198X', 'en', '198X'],
  ])('%s in %s is %s', (edtf, lang, said) => {
    expect(spoken(edtf, lang, words)).toBe(said);
  });
});
