import { describe, expect, it } from 'vitest';
import { beginsLike, calledSo } from '../../src/explorer/data/called.js';

const found = (id: string, label: string, ...names: string[]) => ({ id, kind: 'CITY', label, name: label, names: { nodes: names.map((text) => ({ text })) } });
const FOUND = [found('city/gyeongju', 'Gyeongju', '경주'), found('partnership/versailles-gyeongju', 'Versailles and Gyeongju')];

describe('what is called by a text', () => {
  it.each([
    ['gyeongju', ['city/gyeongju']],
    ['Gyéongju', ['city/gyeongju']],
    ['경주', ['city/gyeongju']],
    ['Versailles and Gyeongju', ['partnership/versailles-gyeongju']],
    ['Gyeong', []],
    ['', []],
  ])('is, of %j, what bears it whole as a name or alias: %j', (text, ids) => {
    expect(calledSo(FOUND, text).map(({ id }) => id)).toEqual(ids);
  });

  it('begins like it, by any of its names', () => {
    expect(['Gyeong', '경', 'versailles a'].map((text) => beginsLike(FOUND, text))).toEqual([true, true, true]);
    expect(['Is Gyeong', ''].map((text) => beginsLike(FOUND, text))).toEqual([false, false]);
  });
});
