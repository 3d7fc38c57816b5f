import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

/** What hands out the one Neo4j of a run: the suites that reach it wipe it, so they run one by one. */
const SHARED = 'tests/contract/stores.ts';

const files = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('tests', name));
const imports = new Map(files.map((file) => [file, importsOf(file)]));
const onNeo4j = files.filter((file) => file.endsWith('.test.ts') && reaches(file, new Set()));

function importsOf(file: string): string[] {
  const names = [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)\.js'/g)].map(([, name = '']) => name);
  return names.map((name) => `${join(dirname(file), name)}.ts`);
}

function reaches(file: string, seen: Set<string>): boolean {
  if (file === SHARED) return true;
  if (seen.has(file)) return false;
  seen.add(file);
  return (imports.get(file) ?? []).some((next) => reaches(next, seen));
}

export default defineConfig({
  // Otherwise the packages that bring GraphQL types load it as two modules.
  resolve: { alias: [{ find: /^graphql$/, replacement: require.resolve('graphql') }] },
  test: {
    // Bounds that only a hang can break.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // Files share what they import, half the time of a run: no file changes what another reads, or the environment.
    isolate: false,
    projects: [
      {
        extends: true,
        test: { name: 'neo4j', globalSetup: ['tests/scratch.ts', 'tests/neo4j/global-setup.ts'], include: onNeo4j, maxWorkers: 1, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          name: 'alone',
          globalSetup: ['tests/scratch.ts'],
          include: ['tests/**/*.test.ts'],
          exclude: onNeo4j,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
