import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareClaims,
  discriminatorOf,
  factKey,
  identified,
  isActual,
  isIntended,
  storedEnds,
  valueText,
  type Claim,
  type Json,
} from '../../src/model/claim.js';
import { relationship } from '../../src/model/declare.js';
import { claimOf, vocabulary } from '../lens/world.js';

const { id: given, ...content } = claimOf({
  fact: 'person/ada TOOK_PART event/tea',
  with: { role: 'HOST', represents: 'country/xa' },
  when: '2019-05',
  assertedBy: 'person/bo',
});

describe('the id of a claim', () => {
  it('is a hash of its content, the same whenever it is made', () => {
    expect(given).toMatch(/^claim\/[0-9a-f]{20}$/);
    expect(identified(structuredClone(content)).id).toBe(given);
  });

  it('does not change with the order of keys, at any depth', () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, inner]) => [key, reversed(inner)]),
            )
          : value;
    expect(identified(reversed(content) as Omit<Claim, 'id'>).id).toBe(given);
  });

  it('changes with every field', () => {
    const changes: Partial<Omit<Claim, 'id'>>[] = [
      { subject: 'person/bo' },
      { predicate: 'SAID' },
      { object: 'event/lunch' },
      { value: 1 },
      { qualifiers: { role: 'VISITOR', represents: 'country/xa' } },
      { polarity: 'DENIED' },
      { modality: 'REPORTED' },
      { rank: 'PREFERRED' },
      { rankReason: 'For this reason.' },
      { assertedBy: null },
      { when: null },
      { source: 'source/herald' },
      { spans: [{ start: 0, end: 11 }] },
      { spans: [...content.spans, { start: 20, end: 30 }] },
      { summary: 'Otherwise.' },
      { basis: 'INFERRED' },
      { basisRule: 'Every guest eats.' },
      { doubt: 'Nobody else saw it.' },
      { tensions: [] },
      { counts: { of: 'guests' } },
    ];
    expect(new Set([...changes.flatMap(Object.keys), 'factKey'])).toEqual(new Set(Object.keys(content)));
    const ids = [given, ...changes.map((change) => identified({ ...content, ...change }).id)];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tells a number from its text, and null from nothing', () => {
    const idOf = (value: Json) => identified({ ...content, value }).id;
    expect(new Set([1, '1', null, '', [], {}, false, 0].map(idOf)).size).toBe(8);
  });

  it('is the same for any JSON value and its copy, with keys such as __proto__ too', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const made = identified({ ...content, value: value as Json });
        expect(identified({ ...content, value: JSON.parse(JSON.stringify(value)) as Json }).id).toBe(made.id);
      }),
    );
    const proto = JSON.parse('{"__proto__": 1}') as Json;
    expect(identified({ ...content, value: proto }).id).not.toBe(identified({ ...content, value: {} }).id);
  });
});

describe('the key of a fact', () => {
  it('names type, ends and what tells facts between them apart', () => {
    expect(factKey('TYPE', 'a/b', 'c/d', 'x')).toBe('TYPE|a/b|c/d|x');
    const made = relationship([], 'TYPE', [], { reads: 'a', readsBack: 'b', about: '', says: '', saysBack: '', distinguishedBy: ['level', 'field'] });
    expect(discriminatorOf(made, { field: 'topic/kites', level: 'HIGH', other: 'no' })).toBe('HIGH+topic/kites');
    expect(discriminatorOf(made, { field: 7 })).toBe('');
  });

  it('is the same from either end of a symmetric relationship, and only there', () => {
    const symmetric = vocabulary.relationships.find((item) => item.symmetric);
    const directed = vocabulary.relationships.find((item) => !item.symmetric);
    if (!symmetric || !directed) throw new Error('the vocabulary has neither');
    expect(storedEnds(symmetric, 'b/b', 'a/a')).toEqual(['a/a', 'b/b']);
    expect(storedEnds(symmetric, 'a/a', 'b/b')).toEqual(['a/a', 'b/b']);
    expect(storedEnds(directed, 'b/b', 'a/a')).toEqual(['b/b', 'a/a']);
  });
});

describe('what a claim makes', () => {
  it('is so, is intended, or is neither', () => {
    const made = (['AFFIRMED', 'DENIED'] as const).flatMap((polarity) =>
      (['ASSERTED', 'REPORTED', 'ESTIMATED', 'PLANNED', 'HOPED', 'HYPOTHETICAL'] as const).map((modality) => identified({ ...content, polarity, modality })),
    );
    expect(made.filter(isActual).map(({ modality }) => modality)).toEqual(['ASSERTED', 'REPORTED', 'ESTIMATED']);
    expect(made.filter(isIntended).map(({ modality }) => modality)).toEqual(['PLANNED', 'HOPED']);
  });
});

describe('the order of claims', () => {
  it('is total and the same from whatever order it starts', () => {
    const claim = fc
      .record({
        rank: fc.constantFrom('PREFERRED', 'NORMAL', 'DEPRECATED'),
        modality: fc.constantFrom('ASSERTED', 'HOPED'),
        source: fc.constantFrom('source/gazette', 'source/herald'),
        spans: fc.array(fc.record({ start: fc.nat({ max: 3 }), end: fc.constant(9) }), { maxLength: 1 }),
        summary: fc.string({ maxLength: 2 }),
      })
      .map((parts) => identified({ ...content, ...parts }));
    const lists = fc
      .uniqueArray(claim, { selector: ({ id }) => id, maxLength: 12 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    const compare = compareClaims((source) => (source === 'source/herald' ? '2021' : '2020'));
    fc.assert(
      fc.property(lists, ([list, shuffled]) => {
        expect(shuffled.sort(compare)).toEqual(list.sort(compare));
      }),
    );
  });
});

describe('a value as text', () => {
  it('is the value, the text of a name, or JSON', () => {
    expect([null, 'x', 7, true, { text: 'Xanadu', lang: 'en' }, { measure: 'islands' }, [1]].map((value) => valueText(value as Json))).toEqual([
      null,
      'x',
      '7',
      'true',
      'Xanadu',
      '{"measure":"islands"}',
      '[1]',
    ]);
  });
});
