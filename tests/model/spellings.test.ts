import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutsOf, joined, spellings } from '../../src/model/spellings.js';

describe('spellings', () => {
  it.each([
    ['Bo Su-Hyeon', ['bosuhyeon', 'suhyeonbo', 'hyeonbosu']],
    ['Ün Ø', ['uno', 'oun', 'uenoe', 'oeuen']],
    ["N'Exemple", ['nexemple', 'exemplen']],
    ['李明', ['李明', '明']],
    ['김수현', ['김수현', '수현']],
    ['남궁도윤', ['남궁도윤', '궁도윤', '도윤']],
    ['A B C D E F', ['abcdef', 'bcdefa', 'fabcde']],
    ['…', []],
  ])('of %s', (name, expected) => {
    expect(spellings(name, true)).toEqual(expected);
  });

  it('of what is no person hold no given name', () => {
    expect(spellings('수현동', false)).toEqual(['수현동']);
  });

  it('hold the name as one word, however it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z가-힣]{1,5}$/u), { minLength: 1, maxLength: 5 }), fc.constantFrom(' ', '-', '’', "'"), (words, sign) => {
        expect(spellings(words.join(' '), false)).toContain(joined(words.join(sign)));
        const [first = '', ...others] = words;
        expect(spellings(words.join(sign), false)).toContain(joined([...others, first].join(' ')));
      }),
    );
  });
});

it('a text is cut at its hyphens and apostrophes, and at its spaces alone', () => {
  expect(cutsOf("Su-Hyeon O'Bo")).toEqual({ words: ['su', 'hyeon', 'o', 'bo'], or: [['suhyeonobo'], ['suhyeon', 'obo']] });
  expect(cutsOf('bo')).toEqual({ words: ['bo'], or: [['bo']] });
});
