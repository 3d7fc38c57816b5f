import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import { LANGUAGES, type Called } from '../../src/model/words.js';
import type { Value } from '../../src/model/value.js';

/** Everything that questions have words for, by where it is declared. */
function* calls(): Generator<readonly [where: string, called: Called]> {
  const inProperties = function* (of: string, properties: Readonly<Record<string, Value>>): Generator<readonly [string, Called]> {
    for (const [name, { called = {}, choice }] of Object.entries(properties)) {
      yield [`${of}.${name}`, called];
      for (const [value, words] of Object.entries(choice?.called ?? {})) yield [`${of}.${name} ${value}`, words];
    }
  };
  for (const { name, called, labels, properties } of vocabulary.kinds) {
    yield [name, called];
    for (const { label, called } of labels) yield [`${name} ${label}`, called];
    yield* inProperties(name, properties);
  }
  for (const { type, called, calledBack, properties } of vocabulary.relationships) {
    yield [type, called];
    yield [`${type} back`, calledBack];
    yield* inProperties(type, properties);
  }
}

describe('the words of the vocabulary', () => {
  it.each(LANGUAGES)('are of every sort in %s that English has', (language) => {
    // Prepositions may be particles, which stand elsewhere.
    const missing = [...calls()].flatMap(([where, { en = {}, ...others }]) => {
      const own = language === 'en' ? en : (others[language] ?? {});
      return Object.keys(en).flatMap((sort) => (sort === 'link' || sort in own ? [] : [`${where}: ${sort}`]));
    });
    expect(missing).toEqual([]);
  });
});
