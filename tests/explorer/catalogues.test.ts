import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import { vocabularyOf } from '../../src/explorer/build/vocabulary-module.js';
import { fr } from '../../src/explorer/words/fr.js';
import { ko } from '../../src/explorer/words/ko.js';
import { schema } from '../graphql/asking.js';

const { lists } = vocabularyOf(schema);

describe.each(Object.entries({ fr, ko }))('the catalogue of %s', (_lang, words) => {
  it.each([
    ['kinds', words.kinds, lists.map(({ kind }) => kind)],
    ['lists', words.lists, lists.map(({ name }) => name)],
    ['readings of relationships', words.fields, vocabulary.kinds.flatMap((kind) => vocabulary.readings(kind).map(({ field }) => field))],
    [
      'properties and their values',
      words.terms,
      lists.flatMap(({ columns, filters }) => [
        ...columns.map(({ name }) => name),
        ...filters.flatMap(({ name, values }) => [name, ...(values ?? []).map((value) => value.name)]),
      ]),
    ],
  ])('names all %s', (_what, named, all) => {
    expect(all.length).toBeGreaterThan(10);
    expect([...new Set(all)].filter((name) => named[name] === undefined)).toEqual([]);
  });
});
