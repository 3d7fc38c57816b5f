import { readdirSync, readFileSync } from 'node:fs';
import { Kind, NoUnusedFragmentsRule, parse, specifiedRules, validate, type DocumentNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import { vocabularyOf } from '../../src/explorer/build/vocabulary-module.js';
import { listQuery } from '../../src/explorer/operations/list.js';
import { schema } from '../graphql/asking.js';

const FOLDER = 'src/explorer/operations';
const documents = readdirSync(FOLDER).flatMap((file) =>
  [...readFileSync(`${FOLDER}/${file}`, 'utf8').matchAll(/graphql\(\s*`([^`]*)`/g)].map(([, text = '']) => ({ file, document: parse(text) })),
);
const fragments = documents.flatMap(({ document }) => document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION));
const operations = documents.flatMap(({ file, document }) =>
  document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [{ file, definition, name: definition.name?.value ?? '' }] : [],
  ),
);
const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);

describe('what the page asks', () => {
  it.each(operations.map(({ file, name, definition }) => [name, file, definition] as const))('%s of %s fits the schema', (_name, _file, definition) => {
    const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [definition, ...fragments] };
    expect(validate(schema, document, rules).map(({ message }) => message)).toEqual([]);
  });

  it.each(vocabularyOf(schema).lists.map((list) => [list.name, list] as const))('a table of %s fits it, in the order of any number', (_name, list) => {
    expect(list.counted.length).toBeGreaterThan(0);
    for (const most of [null, ...list.counted]) expect(validate(schema, parse(listQuery(list, most))).map(({ message }) => message)).toEqual([]);
  });

  it('takes for properties what the vocabulary declares as such, since claims are asked for by them', () => {
    const declared = new Set(vocabulary.kinds.flatMap((kind) => Object.keys(vocabulary.properties(kind))));
    const asked = vocabularyOf(schema).lists.flatMap(({ columns }) => columns.map(({ name }) => name));
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((name) => !declared.has(name))).toEqual([]);
  });

  it('is found by this test', () => {
    expect(operations.length).toBeGreaterThan(10);
  });
});
