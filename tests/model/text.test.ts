import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, compareText, fold, hint, inWords, nearMiss, scriptOf, sha256, words } from '../../src/model/text.js';

describe('fold', () => {
  it.each([
    ['Tô Lâm', 'to lam'],
    ['Đà Nẵng', 'da nang'],
    ['Thừa Thiên Huế', 'thua thien hue'],
    ['İSTANBUL', 'istanbul'],
    ['ıstanbul', 'istanbul'],
    ['Łódź', 'lodz'],
    ['Tromsø', 'tromso'],
    ['Élysée', 'elysee'],
    ['Weiße Maße', 'weisse masse'],
    ['WEISSE MAẞE', 'weisse masse'],
    ['Þingvellir', 'thingvellir'],
    ['Seyðisfjörður', 'seydisfjordur'],
    ['Œuvre de Phœbé', 'oeuvre de phoebe'],
    ['Ærøskøbing', 'aeroskobing'],
    ['Kahoʻolawe', 'kaho olawe'],
    ['Lʼviv', 'l viv'],
    ["Côte d'Ivoire", 'cote d ivoire'],
    ['Côte d’Ivoire', 'cote d ivoire'],
    ['Saint-Denis', 'saint denis'],
    ['  Xanadu,  the (old)  ', 'xanadu the old'],
    ['ＸＡＮＡＤＵ', 'xanadu'],
    ['ﬁnance', 'finance'],
    ['서울', '서울'],
    ['Москва', 'москва'],
    ['Paris 🎉', 'paris'],
    ['…', ''],
    ['', ''],
  ])('makes %j %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('leaves out characters without width, so that a pasted name is still the name', () => {
    for (const sign of ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u200e']) expect(fold(`Xana${sign}du`)).toBe('xanadu');
  });

  it('finds Hangul written in jamo', () => {
    expect(fold('서울'.normalize('NFD'))).toBe('서울');
  });

  it('is the same for every normal form of a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = fold(text);
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const) expect(fold(text.normalize(form))).toBe(folded);
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives only letters and digits, apart by single spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text)).toMatch(/^([\p{L}\p{N}]+( [\p{L}\p{N}]+)*)?$/u);
        expect(words(text).join(' ')).toBe(fold(text));
      }),
      { numRuns: 500 },
    );
  });

  it('does not mind capitals', () => {
    for (const text of ['Élysée', 'Đà Nẵng', 'ΑΘΉΝΑ', 'Москва', 'straße']) expect(fold(text.toUpperCase())).toBe(fold(text.toLowerCase()));
  });
});

describe('nearMiss', () => {
  it('finds a slip of the pen, whatever its capitals', () => {
    expect(nearMiss('sgined', ['signed', 'since'])).toBe('signed');
    expect(nearMiss('Meting', ['Meeting', 'Visit'])).toBe('Meeting');
    expect(nearMiss('SIGNED', ['signed'])).toBe('signed');
  });

  it('finds nothing where all is far, or where there is nothing', () => {
    expect(nearMiss('partnership', ['city', 'region'])).toBeNull();
    expect(nearMiss('city', [])).toBeNull();
  });

  it('does not take a word for another that shares no letter with it', () => {
    expect(nearMiss('x', ['en', 'fr', 'id'])).toBeNull();
    expect(nearMiss('', ['en', 'id'])).toBeNull();
    expect(nearMiss('qz', ['en', 'id'])).toBeNull();
  });

  it('takes the nearest, and the first of those equally near', () => {
    expect(nearMiss('signd', ['sign', 'signed', 'signs'])).toBe('sign');
    expect(nearMiss('cites', ['cities', 'cites'])).toBe('cites');
  });

  it('offers nothing for a text as long as a request', () => {
    expect(hint('x'.repeat(100_000), ['signed', 'since'])).toBe('');
  });
});

describe('scriptOf', () => {
  it('names the script of a text', () => {
    expect(['서울 Seoul', '上海', 'Ханой', 'Hanoi', 'Ελλάδα'].map(scriptOf)).toEqual(['Hang', 'Hani', 'Cyrl', 'Latn', 'Zyyy']);
  });
});

describe('canonicalJson', () => {
  it('is equal for equal content, and reads back as it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy = JSON.parse(JSON.stringify(value)) as unknown;
        expect(JSON.parse(canonicalJson(value))).toEqual(copy);
        expect(canonicalJson(copy)).toBe(canonicalJson(value));
      }),
    );
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
  });
});

describe('compareText and sha256', () => {
  it('order by code unit and hash UTF-8', () => {
    expect(['b', 'a', 'B', 'é', 'z'].sort(compareText)).toEqual(['B', 'a', 'b', 'z', 'é']);
    expect(sha256('é')).toBe(sha256(new TextEncoder().encode('é')));
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});

describe('inWords', () => {
  it.each([
    ['MEMORANDUM_OF_INTENT', 'memorandum of intent'],
    ['partnershipKind', 'partnership kind'],
    ['pacts-with-French-towns', 'pacts with French towns'],
  ])('reads %s as %s', (name, words) => {
    expect(inWords(name)).toBe(words);
  });
});
