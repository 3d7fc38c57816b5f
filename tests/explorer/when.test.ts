import { describe, expect, it } from 'vitest';
import { spoken, type TimeWords } from '../../src/explorer/data/when.js';
import { en } from '../../src/explorer/words/en.js';
import { fr } from '../../src/explorer/words/fr.js';
import { ko } from '../../src/explorer/words/ko.js';

const TIME: Readonly<Record<string, TimeWords>> = { en: en.time, fr: fr.time, ko: ko.time };

describe('a time in words', () => {
  it.each([
    ['2019', 'en', '2019'],
    ['2019', 'fr', '2019'],
    ['2019', 'ko', '2019년'],
    ['2025-11', 'ko', '2025년 11월'],
    ['2025-11-22', 'en', '22 November 2025'],
    ['2025-03-01', 'fr', '1er mars 2025'],
    ['1987/..', 'en', 'since 1987'],
    ['2025-03-01/..', 'fr', 'depuis le 1er mars 2025'],
    ['../2025-03', 'fr', 'jusqu’en mars 2025'],
    ['../2025-03-02', 'fr', 'jusqu’au 2 mars 2025'],
    ['../198X', 'fr', 'jusqu’aux années 1980'],
    ['[1986,1987]', 'ko', '1986년과 1987년 사이'],
    ['[198X,199X]', 'ko', '1980년대와 1990년대 사이'],
    ['2025-03-27~', 'fr', 'vers le 27 mars 2025'],
    ['2025-03-27~', 'ko', '2025년 3월 27일경'],
    ['198X', 'en', 'the 1980s'],
    ['18XX', 'en', 'the 19th century'],
    ['20XX', 'en', 'the 21st century'],
    ['18XX', 'fr', 'le 19e siècle'],
    ['18XX', 'ko', '19세기'],
  ])('%s in %s is %s', (edtf, lang, said) => {
    expect(spoken(edtf, lang, TIME[lang] ?? en.time)).toBe(said);
  });
});
