import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import '../../src/graph/neo4j/reads.js';
import '../../src/graph/neo4j/writes.js';
import { command, schemaOf } from '../../src/graph/neo4j/schema.js';
import { Nesting } from '../../src/graph/neo4j/nested.js';
import { boundParts, boundStatements, CYPHER_FOLDER, statement } from '../../src/graph/statements.js';
import { parted, type LinkTest, type NestedFilter } from '../../src/graph/filter.js';
import { vocabulary } from '../../schema/vocabulary.js';

// The CommonJS build: the other one loads its parser from a path that Node does not resolve.
const { lintCypherQuery } = createRequire(import.meta.url)('@neo4j-cypher/language-support') as {
  lintCypherQuery: (query: string, schema: { parameters: Record<string, unknown> }) => { message: string; severity?: number }[];
};

const files = readdirSync(CYPHER_FOLDER)
  .filter((name) => name.endsWith('.cypher'))
  .map((name) => name.slice(0, -'.cypher'.length));

const lint = (text: string, parameters: readonly string[] = []) =>
  lintCypherQuery(text, { parameters: Object.fromEntries(parameters.map((name) => [name, []])) }).map(({ message }) => message);

describe('the cypher files', () => {
  it('are bound, all of them', () => {
    expect([...boundStatements().keys()].sort()).toEqual([...files].sort());
  });

  it.each(files)('%s lints clean', (name) => {
    const text = readFileSync(join(CYPHER_FOLDER, `${name}.cypher`), 'utf8');
    expect(text.startsWith('// ')).toBe(true);
    expect(lint(text, boundStatements().get(name)?.parameters)).toEqual([]);
  });

  it.each([
    ['expand-newest', { TYPE: 'T', NEAR: 'to', a: 'b', b: 'a' }],
    ['expand-oldest', { TYPE: 'T', NEAR: 'to', a: 'b', b: 'a' }],
    ['degree', { TYPE: 'T', a: 'b' }],
    ['degree-filtered', { TYPE: 'T', a: 'b', b: 'a' }],
    ['neighbourhood-of-hubs', { TYPE: ['T', 'INTENDED_T'] }],
    ['neighbour-counts-of-hubs', { TYPE: ['T', 'INTENDED_T'] }],
    ['count-links', { TYPE: ['T', 'INTENDED_T'] }],
  ])('%s lints clean with its placeholders turned round or repeated', (name, values) => {
    const bound = boundStatements().get(name);
    expect(lint(bound?.with(values) ?? '', bound?.parameters)).toEqual([]);
  });

  it('have parts that are all bound, and lint clean', () => {
    const names = readdirSync(join(CYPHER_FOLDER, 'parts')).map((name) => name.replace('.cypher', ''));
    expect([...boundParts().keys()].sort()).toEqual(names.sort());
    for (const [name, { text }] of boundParts()) expect([name, lint(text, ['links', 'clauses', 'steps', 'ids', 'most'])]).toEqual([name, []]);
  });

  const links = (parts: Partial<LinkTest>): LinkTest => ({
    type: 'T',
    direction: 'OUT',
    intended: 'EXCLUDE',
    linkFilter: [],
    farLabels: [],
    farFilter: [],
    least: 1,
    most: null,
    negated: false,
    ...parts,
  });
  const deep = links({ direction: 'BOTH', intended: 'INCLUDE', farFilter: [[links({ least: 2, most: 3 })], [links({ direction: 'IN', most: 0, least: 0 })]] });
  const filters: readonly NestedFilter[] = [
    [[links({})]],
    [[links({ direction: 'IN', least: 3 })]],
    [[deep, { column: 'kind', op: 'IN', values: ['a'], negated: false }], [deep]],
  ];

  it.each([...boundStatements().values()].filter(({ template }) => template.includes('//+ ')).map(({ name }) => name))(
    '%s lints clean with what may be joined to it',
    (name) => {
      const bound = boundStatements().get(name);
      if (!bound) throw new Error(name);
      for (const filter of filters) {
        const nesting = new Nesting();
        const parts = {
          steps: nesting.walk([
            { test: deep, farFilter: filter },
            { test: links({ direction: 'IN' }), farFilter: [] },
          ]),
          n: nesting.of(filter, 'n'),
          far: nesting.of(filter, 'far'),
          r: nesting.plain(parted(filter).plain, 'r'),
          c: nesting.plain(parted(filter).plain, 'c'),
        };
        const { statement: joined } = nesting.join(bound, parts);
        const own = Object.fromEntries(bound.placeholders.map((placeholder) => [placeholder, placeholder]));
        expect(lint(joined.with(own), [...bound.parameters, 'links', 'clauses', 'steps'])).toEqual([]);
      }
    },
  );

  it('evaluate filters by one expression, the same wherever it stands, but for what was found of relationships', () => {
    const shapes = [...boundStatements().values(), ...boundParts().values()].flatMap(({ text }) =>
      [...text.matchAll(/all\(clause IN \$(?:[\w.`]+) [\s\S]*?END, false\)\)\)/g)].map(([found]) =>
        found
          .replace(/\s+/g, ' ')
          .replace(/\$[\w.`]+/, '$filter')
          .replace(/WHEN 'LINK' THEN \{.*?\}\[test\.column\] /, '')
          .replaceAll(/`?\w+`?\[test\.column\]/g, 'x[test.column]'),
      ),
    );
    expect(shapes).toHaveLength(3);
    expect(new Set(shapes).size).toBe(1);
  });

  it('are refused when a parameter or placeholder is not what was declared', () => {
    expect(() => statement('entities', [], () => null)).toThrow('entities.cypher uses the parameter ids, which is not declared');
    expect(() => statement('entities', ['ids', 'id'], () => null)).toThrow('entities.cypher does not use the declared parameter id');
    expect(() => statement('count', [], () => null)).toThrow('uses the placeholder LABEL');
    expect(() => boundStatements().get('count')?.with({ LABEL: 'A`) DETACH DELETE (n' })).toThrow('needs a name');
    expect(() => boundStatements().get('count')?.with({})).toThrow('needs a name');
  });
});

describe('the schema', () => {
  it('has a name of its own for every index', () => {
    const names = schemaOf(vocabulary).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is written in clean commands', () => {
    const shapes = new Map(schemaOf(vocabulary).map((spec) => [[spec.sort, spec.isUnique, spec.analyzer, spec.properties.length].join(), spec]));
    for (const spec of shapes.values()) expect(lint(command(spec))).toEqual([]);
  });
});
