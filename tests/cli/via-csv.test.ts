import { afterAll, describe, expect, it } from 'vitest';
import { dirname } from 'node:path';
import { vocabulary } from '../../schema/vocabulary.js';
import { DEFAULT_VERSION, jarsOf } from '../../src/graph/neo4j/local-jars.js';
import { contentOf, digest } from '../../src/load/plan.js';
import { readGoodSeeds } from '../../src/load/seeds.js';
import { address, why } from '../contract/stores.js';
import { folder, run } from './running.js';

describe.skipIf(address === null)(`apply --via-csv${why}`, () => {
  afterAll(() => run(['neo4j', 'stop']));

  it('fills the empty database of a local server as apply would, once', async () => {
    const cache = { ENTENTE_NEO4J_CACHE: dirname(dirname(await jarsOf(DEFAULT_VERSION))) };
    const elsewhere = await run(['apply', '--seed', 'good', '--via-csv'], { NEO4J_URI: address?.uri ?? '' });
    expect([elsewhere.code, elsewhere.stderr]).toEqual([1, expect.stringContaining('none runs')]);

    const started = await run(['neo4j', 'start'], cache);
    const env = { ...cache, NEO4J_URI: started.stdout.trim() };
    const filled = await run(['apply', '--seed', 'good', '--via-csv'], env);
    const wanted = digest(contentOf(vocabulary, readGoodSeeds(vocabulary, `${folder}/good`, new Map())));
    expect([filled.code, filled.stdout]).toEqual([0, expect.stringMatching(/^\d+ written, 0 removed\n/)]);
    expect(filled.stdout).toContain(`digest ${wanted}\n`);

    const healthy = await run(['doctor', '--seed', 'good'], env);
    expect(healthy.stdout).toContain('engine: Neo4j, no problems');
    expect((await run(['apply', '--seed', 'good'], env)).stdout).toMatch(/^nothing to do: /);
    const again = await run(['apply', '--seed', 'good', '--via-csv'], env);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('is not empty')]);
  }, 600_000);
});
