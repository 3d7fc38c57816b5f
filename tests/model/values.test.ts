import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/model/value.js';
import { decimal, given, integer, isEntityId, many, name, oneOf, quantity, reference, shownBound, text, time, timeColumns } from '../../src/model/values.js';
import { parseTime } from '../../src/model/edtf.js';
import { vocabulary } from '../lens/world.js';

const refusal = <T>(value: Value<T>, raw: unknown) => {
  const parsed = value.parse(raw);
  return 'refused' in parsed ? parsed.refused : null;
};
const valueOf = <T>(value: Value<T>, raw: unknown) => {
  const parsed = value.parse(raw);
  if ('refused' in parsed) throw new Error(parsed.refused);
  return parsed.value;
};

const level = oneOf('Level', 'How high.', { HIGH: 'High.', LOW: 'Low.' });
const sorts: Readonly<Record<string, Value>> = {
  text: text('.'),
  integer: integer('.'),
  decimal: decimal('.'),
  choice: level,
  time: time('.'),
  name: name('.'),
  quantity: quantity('.'),
  reference: reference('.'),
};

describe('every sort of value', () => {
  it('refuses an object that cannot become text', () => {
    for (const value of Object.values(sorts)) expect(value.parse({ toString: '' })).toHaveProperty('refused');
  });

  it.each(Object.entries(sorts))('%s takes anything without throwing, and what it refuses it explains', (_sort, value) => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        const parsed = value.parse(raw);
        if ('refused' in parsed) expect(parsed.refused).toMatch(/got|unknown/);
        else {
          expect(typeof value.key(parsed.value)).toBe('string');
          for (const column of Object.values(value.columns(parsed.value))) expect(['string', 'number', 'boolean']).toContain(typeof column);
        }
      }),
    );
  });

  it('keeps its sort when it may have several values or is given by a header', () => {
    expect(many(text('.'))).toMatchObject({ sort: 'text', many: true, given: false });
    expect(given(integer('.'))).toMatchObject({ sort: 'integer', many: false, given: true });
  });
});

describe('text', () => {
  it('is kept in NFC, so that two spellings have one key', () => {
    const value = text('.');
    expect(valueOf(value, 'Tho\u0302')).toBe('Thô');
    expect(value.key(valueOf(value, 'Tho\u0302'))).toBe(value.key(valueOf(value, 'Thô')));
  });

  it('is not blank and is no number', () => {
    expect(refusal(text('.'), ' \u00a0 ')).toMatch(/expected text/);
    expect(refusal(text('.'), 12)).toMatch(/expected text, got 12/);
  });
});

describe('numbers', () => {
  it('are whole where they must be, and finite always', () => {
    for (const raw of [1.5, '1', NaN, Infinity, 2 ** 53, null]) expect(refusal(integer('.'), raw)).not.toBeNull();
    for (const raw of ['1', NaN, -Infinity, null]) expect(refusal(decimal('.'), raw)).not.toBeNull();
    expect(valueOf(integer('.'), -3)).toBe(-3);
    expect(valueOf(decimal('.'), 0.5)).toBe(0.5);
  });

  it('that GraphQL cannot show as whole numbers are refused', () => {
    expect(valueOf(integer('.'), 2 ** 31 - 1)).toBe(2 ** 31 - 1);
    expect(refusal(integer('.'), 2 ** 31)).not.toBeNull();
    expect(refusal(integer('.'), -(2 ** 31) - 1)).not.toBeNull();
  });
});

describe('one of a list', () => {
  it('is refused with the near miss, and never inherited from Object', () => {
    expect(refusal(level, 'HIHG')).toBe('unknown value "HIHG" of Level; did you mean "HIGH"?');
    for (const raw of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) expect(refusal(level, raw)).toMatch(/unknown value/);
  });
});

describe('a time', () => {
  it('takes a year that YAML reads as a number, and has its columns', () => {
    const read = valueOf(time('.'), 2024);
    expect(timeColumns(read)).toEqual({
      '': '2024',
      Earliest: '2024-01-01',
      Latest: '2024-12-31',
      HeldFrom: '2024-12-31',
      HeldUntil: '2024-01-01',
      Year: '2024',
    });
  });

  it('over more than one year is grouped by its text', () => {
    expect(timeColumns(valueOf(time('.'), '[1986,1987]')).Year).toBe('[1986,1987]');
  });

  it('shows an open end as absent', () => {
    const { earliest, latest } = parseTime('2004/..') ?? { earliest: '', latest: '' };
    expect([shownBound(earliest), shownBound(latest)]).toEqual(['2004-01-01', null]);
  });
});

describe('a name', () => {
  it('knows its script and keeps its language', () => {
    const value = name('.');
    const columns = (raw: unknown) => value.columns(valueOf(value, raw));
    expect(columns({ text: '재너두', lang: 'ko' })).toEqual({ '': '재너두', Lang: 'ko', Script: 'Hang' });
    expect(columns({ text: 'Tô Lâm', lang: 'vi-Latn' })).toMatchObject({ Script: 'Latn', Lang: 'vi-Latn' });
    expect(columns({ text: '上都', lang: 'zh' })).toMatchObject({ Script: 'Hani' });
    expect(columns({ text: 'Ксанад', lang: 'ru' })).toMatchObject({ Script: 'Cyrl' });
    expect(columns({ text: '123', lang: 'en' })).toMatchObject({ Script: 'Zyyy' });
  });

  it('is refused without a text or a language', () => {
    for (const raw of [
      null,
      'Xanadu',
      {},
      { text: ' ', lang: 'en' },
      { text: 'X', lang: 'English' },
      { text: 'X', lang: 'EN' },
      { text: 'X' },
      { lang: 'en' },
    ]) {
      expect(refusal(name('.'), raw)).not.toBeNull();
    }
  });

  it('in two languages is two names', () => {
    const value = name('.');
    expect(value.key({ text: 'Paris', lang: 'en' })).not.toBe(value.key({ text: 'Paris', lang: 'fr' }));
  });
});

describe('a quantity', () => {
  const good = { measure: 'troops-sent', amount: 30, unit: 'persons', comparator: 'ALMOST' };
  it('keeps its hedge', () => {
    const value = quantity('.');
    expect(value.columns(valueOf(value, good))).toEqual({ '': 'troops-sent', Amount: 30, Unit: 'persons', Comparator: 'ALMOST' });
  });

  it.each([
    [{ ...good, comparator: 'ALMOTS' }, /one of EXACTLY, .*; got "ALMOTS"; did you mean "ALMOST"\?/],
    [{ ...good, comparator: 'constructor' }, /expected a comparator/],
    [{ ...good, amount: '30' }, /expected an amount, got "30"/],
    [{ ...good, amount: NaN }, /expected an amount/],
    [{ ...good, measure: 'Troops sent' }, /expected a measure such as troops-sent/],
    [{ ...good, unit: '' }, /expected a unit/],
    [{ ...good, unit: 'million euros' }, /write the million into the amount/],
    [null, /expected a measure/],
  ])('refuses %j', (raw, expected) => {
    expect(refusal(quantity('.'), raw)).toMatch(expected);
  });
});

describe('an id', () => {
  it.each(['country/fr', 'city/a-1', 'x/9'])('%s is well formed', (id) => {
    expect(isEntityId(id)).toBe(true);
  });

  it.each([
    '',
    'country',
    'country/',
    '/fr',
    'Country/fr',
    'country/FR',
    'country/f_r',
    'country/-fr',
    'country/fr-',
    'country/f--r',
    'country/fr\n',
    'a/b/c',
    "country/f'r",
    `country/${'a'.repeat(120)}`,
  ])('%j is not', (id) => {
    expect(isEntityId(id)).toBe(false);
  });
});

describe('the properties of a kind', () => {
  it('are its own, and nothing that every object has', () => {
    for (const kind of vocabulary.kinds) {
      for (const wrong of ['constructor', '__proto__', 'toString', 'valueOf'])
        expect([kind.name, vocabulary.property(kind, wrong)]).toEqual([kind.name, undefined]);
      expect(vocabulary.property(kind, 'name')?.sort).toBe('name');
    }
  });
});
