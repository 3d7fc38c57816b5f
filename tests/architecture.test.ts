import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { vocabulary } from '../schema/vocabulary.js';
import { DEFAULT_VERSION } from '../src/graph/neo4j/local-jars.js';

/** Who may import whom: a folder may import itself and these. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/model': [],
  'src/graph': ['src/model'],
  'src/load': ['src/model', 'src/graph'],
  'src/import': ['src/model', 'src/load'],
  'src/disputes': ['src/model'],
  'src/export': ['src/model', 'src/graph', 'src/load', 'src/graphql'],
  'src/graphql': ['src/model', 'src/graph', 'src/load', 'src/disputes'],
  'src/ask': ['src/model', 'src/graph', 'src/load', 'src/graphql'],
  schema: ['src/model', 'src/graphql', 'src/disputes', 'src/ask'],
  'src/mcp': ['src/model'],
  'src/server': ['src/model', 'src/graph', 'src/load', 'src/disputes', 'src/export', 'src/graphql', 'src/ask', 'src/mcp', 'schema'],
  // A client of the API like any other.
  'src/explorer': [],
  'src/cli': ['src/model', 'src/graph', 'src/load', 'src/import', 'src/disputes', 'src/export', 'src/graphql', 'src/ask', 'src/mcp', 'src/server', 'schema'],
};

/** Packages that one folder alone may import. */
const ONLY_IN: Readonly<Record<string, string>> = {
  'neo4j-driver': 'src/graph/neo4j',
  'graphql-yoga': 'src/server',
  react: 'src/explorer',
  commander: 'src/cli',
  'csv-parse': 'src/import',
  saxes: 'src/import',
};

const TOP = [
  'src',
  'schema',
  'cypher',
  'seed',
  'tests',
  'docs',
  '.ci',
  '.github',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'build.js',
  'docker-compose.yml',
  'Dockerfile',
  'README.md',
  'LICENSE',
  'NOTICE',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  '.env.example',
  '.gitignore',
  '.dockerignore',
  '.npmrc',
  '.prettierrc.json',
  '.prettierignore',
  'eslint.config.js',
  'knip.json',
  'vitest.config.ts',
];

/** Why a file forces a type where the compiler cannot follow. */
const FORCED: Readonly<Record<string, string>> = {
  'src/ask/makes.ts': 'makers of each piece take that piece alone, and are looked up by its name',
  'src/ask/plan.ts': 'zod cannot infer a schema that holds itself',
  'src/ask/rules.ts': 'rules are written as words, one for each piece',
  'src/explorer/data/places.ts': 'the atlas comes as JSON, whose types are wider than those of topologies',
  'src/explorer/router.tsx': 'the router wants keys that every route declares',
  'src/graph/embedded/indexes.ts': 'entries of an object lose which name has which type',
  'src/graph/embedded/snapshot.ts': 'a file is read by its sections; its hash says that it is as this code wrote it',
  'src/graphql/list-type.ts': 'Pothos infers a list from its items alone, and here edges and lists carry more',
  'src/graphql/publisher.ts': 'Pothos keeps fields of interfaces apart from those of objects',
  'src/graphql/common-inputs.ts': 'the vocabulary declares the fields',
  'src/import/shape.ts': 'zod cannot infer a schema that holds itself',
  'src/mcp/server.ts': "the SDK has checked the input by the tool's own shape",
  'src/model/tension.ts': 'interfaces are not taken for JSON, though they hold nothing else',
};

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

const files = ['src', 'schema'].flatMap(filesBelow).filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));

function houseOf(file: string): string {
  return file.startsWith('schema/') ? 'schema' : file.split('/').slice(0, 2).join('/');
}

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, name = '']) => name);
}

/** The files of this house that one imports at once. */
function filesOf(file: string): string[] {
  return importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => normalize(join(dirname(file), name)).replace(/\.js$/, '.ts'));
}

describe('the house', () => {
  it.each(files)('%s imports only what lies beneath it', (file) => {
    const own = houseOf(file);
    expect(Object.keys(MAY_IMPORT)).toContain(own);
    const used = importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => houseOf(normalize(join(dirname(file), name))))
      .filter((house) => house !== own);
    for (const house of used) expect([file, MAY_IMPORT[own]]).toEqual([file, expect.arrayContaining([house])]);
  });

  it('has no circle of files that import each other, be it for types alone', () => {
    const beneath = new Map(files.map((file) => [file, filesOf(file)]));
    for (let free = ['']; free.length > 0;) {
      free = [...beneath].filter(([, used]) => !used.some((other) => beneath.has(other))).map(([file]) => file);
      for (const file of free) beneath.delete(file);
    }
    expect([...beneath.keys()]).toEqual([]);
  });

  it.each(Object.entries(ONLY_IN))('%s is imported in %s alone', (name, folder) => {
    const importers = files.filter((file) => importsOf(file).some((used) => used === name || used.startsWith(`${name}/`)));
    expect(importers.filter((file) => !file.startsWith(`${folder}/`))).toEqual([]);
  });

  it('has nothing at its top level but what is listed', () => {
    const ignored = new Set(['.git', 'node_modules', 'dist', 'documents', 'data', 'coverage', '.entente', '.env']);
    expect(readdirSync('.').filter((name) => !ignored.has(name) && !TOP.includes(name))).toEqual([]);
  });

  it('names no kind and no relationship type in the machine', () => {
    const kinds = vocabulary.kinds.map(({ name }) => name).filter((name) => name !== 'Source');
    const types = vocabulary.relationships.map(({ type }) => type).join('|');
    const words = new RegExp(`(?<![\\w])(${types})(?![\\w])|['"\`](${kinds.join('|')})['"\`]`);
    const found = files
      .filter((file) => file.startsWith('src/') && !file.startsWith('src/explorer/'))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .flatMap((line, at) => (words.test(line.replace(/^\s*(\*|\/\/|\/\*).*$/, '')) ? [`${file}:${String(at + 1)} ${line.trim()}`] : [])),
      );
    expect(found).toEqual([]);
  });

  it('forces few types, each for a reason that is said here', () => {
    const forced = files.flatMap(
      (file) =>
        readFileSync(file, 'utf8')
          .match(/\bas never\b|\bas unknown as\b/g)
          ?.map(() => file) ?? [],
    );
    expect([...new Set(forced)].filter((file) => FORCED[file] === undefined)).toEqual([]);
    expect(forced.length).toBeLessThanOrEqual(20);
  });

  it('keeps modules small', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 500);
    expect(long).toEqual([]);
  });
});

describe('docker-compose.yml', () => {
  const { services } = parse(readFileSync('docker-compose.yml', 'utf8')) as { readonly services: Record<string, Readonly<Record<string, unknown>>> };

  it('starts the release of Neo4j that the tests run on', () => {
    expect(services['neo4j']?.['image']).toBe(`neo4j:${DEFAULT_VERSION}-community`);
  });
});
