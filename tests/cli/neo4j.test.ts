import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import { contentOf, digest } from '../../src/load/plan.js';
import { readGoodSeeds } from '../../src/load/seeds.js';
import { address, why } from '../contract/stores.js';
import { ENTITIES, SOURCE } from '../load/seed-folder.js';
import { Raw } from '../neo4j/raw.js';
import { folder, run, write } from './running.js';

const env: Record<string, string> = address
  ? { NEO4J_URI: address.uri, NEO4J_USER: address.user, NEO4J_PASSWORD: address.password, NEO4J_DATABASE: address.database }
  : {};

/** The good seed without Otherton and the twinning. */
const SMALLER = SOURCE.replace(/ {2}- at: 61-100\n[\s\S]*?( {2}- at: 101-107)/, '  - at: 61-100\n    excuse: NO_FACT\n$1');

async function wipe(): Promise<void> {
  if (!address) return;
  const raw = new Raw(address);
  await raw.wipe();
  await raw.close();
}

describe.skipIf(address === null)(`plan, apply and doctor with Neo4j${why}`, () => {
  beforeAll(wipe);
  afterAll(wipe);

  const digestOf = (seed: string) => digest(contentOf(vocabulary, readGoodSeeds(vocabulary, `${folder}/${seed}`, new Map())));

  it('fill an empty database once, say so when there is nothing to do, and prune what the seeds no longer hold', async () => {
    write({ 'less/entities/all.yml': ENTITIES.replace(/(city\/otherton|partnership\/).*\n/g, ''), 'less/sources/report.yml': SMALLER });

    const empty = await run(['plan', '--exit-code', '--seed', 'good'], env);
    expect(empty.code).toBe(3);
    expect(empty.stdout).toContain('  + Ada Example');
    expect(empty.stdout).toMatch(/^\d+ added, 0 changed, 0 removed$/m);
    expect((await run(['plan', '--seed', 'good'], env)).code).toBe(0);

    const first = await run(['apply', '--seed', 'good'], env);
    expect([first.code, first.stdout]).toEqual([0, expect.stringMatching(/^\d+ written, 0 removed\n/)]);
    expect(first.stdout).toContain(`digest ${digestOf('good')}\n`);

    const second = await run(['apply', '--seed', 'good'], env);
    expect([second.code, second.stdout]).toEqual([0, expect.stringMatching(/^nothing to do: the database holds what the same files said/)]);
    expect(second.stdout).toContain(`digest ${digestOf('good')}\n`);

    const [nothing, healthy] = await Promise.all([run(['plan', '--exit-code', '--seed', 'good'], env), run(['doctor', '--seed', 'good'], env)]);
    expect([nothing.code, nothing.stdout]).toEqual([0, '0 added, 0 changed, 0 removed\n']);
    expect([healthy.code, healthy.stderr]).toEqual([0, '']);
    expect(healthy.stdout).toContain('engine: Neo4j, no problems');

    const [pruning, unhealthy] = await Promise.all([run(['plan', '--exit-code', '--seed', 'less'], env), run(['doctor', '--seed', 'less'], env)]);
    expect(pruning.code).toBe(3);
    expect(pruning.stdout).toContain('  - Otherton');
    expect(unhealthy.code).toBe(2);
    expect(unhealthy.stdout).toContain('problem: Neo4j does not hold what the seeds and the data sets say; run entente apply');

    const pruned = await run(['apply', '--seed', 'less'], env);
    expect(pruned.code).toBe(0);
    expect(pruned.stdout).toContain(`digest ${digestOf('less')}\n`);
    expect(pruned.stdout).not.toMatch(/, 0 removed/);
  });

  it('write nothing of bad seeds', async () => {
    const before = await run(['plan', '--seed', 'less'], env);
    for (const command of ['plan', 'apply']) {
      const ended = await run([command, '--seed', 'bad'], env);
      expect([ended.code, ended.stdout]).toEqual([1, '']);
    }
    expect((await run(['plan', '--seed', 'less'], env)).stdout).toBe(before.stdout);
  });
});
