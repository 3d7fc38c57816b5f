import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/ask/catalogue.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { vocabularyOf } from '../../src/explorer/build/vocabulary-module.js';
import { en } from '../../src/explorer/words/en.js';
import { fr } from '../../src/explorer/words/fr.js';
import { ko } from '../../src/explorer/words/ko.js';
import { variableNames } from '../../src/explorer/words/variables.js';
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

describe('variables of worked questions', () => {
  it('are called by what they take, with the part it plays, and told apart', () => {
    const example = {
      a: 'country/fr',
      b: 'country/kr',
      place: 'city/seoul',
      city: 'city/paris',
      speaker: 'person/to-lam',
      entity: 'event/a-visit',
      day: '2025-11-22',
    };
    expect([...variableNames(en, example).values()]).toEqual(['Country 1', 'Country 2', 'Place (city)', 'City', 'Speaker (person)', 'Event', 'Day']);
    expect([...variableNames(fr, example).values()]).toEqual(['Pays 1', 'Pays 2', 'Lieu (ville)', 'Ville', 'Qui parle (personne)', 'Événement', 'Jour']);
  });

  it.each(Object.entries({ en, fr, ko }))('have each a name of their own and of more than a letter in %s', (_lang, words) => {
    for (const { name, example } of catalogue().questions) {
      const names = [...variableNames(words, example).values()];
      expect([name, new Set(names).size]).toEqual([name, names.length]);
      if (words !== ko) expect([name, names.filter((text) => text.length < 2 && text !== 'À')]).toEqual([name, []]);
      if (words === ko) expect([name, names.filter((text) => /[a-z]/i.test(text))]).toEqual([name, []]);
    }
  });
});
