import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startLocal, stopLocal } from '../../src/graph/neo4j/local.js';
import { DEFAULT_VERSION } from '../../src/graph/neo4j/local-jars.js';
import { Raw } from './raw.js';

/** Where the suites find Neo4j, or why they do not. */
export type Neo4jAtHand = Address | { readonly missing: string };

export interface Address {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** What a compiler for long runs makes of the planner is seldom used before the tests end, and takes a third of their time. */
const BRIEF = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';

/**
 * Each suite fills the database anew, which by its statistics is another one each time: what one suite asked would be
 * planned again for the next, ten seconds later, and planning is most of what the tests wait for. Within a minute a plan
 * that does not suit what is there now is made anew all the same.
 */
const PLANS_LAST = ['dbms.cypher.min_replan_interval=60s', 'server.memory.query_cache.per_db_cache_num_entries=5000', 'db.logs.query.enabled=OFF'];

declare module 'vitest' {
  interface ProvidedContext {
    neo4j: Neo4jAtHand;
  }
}

/**
 * One server for the whole run: the one that NEO4J_URI names, which must be empty since the suites wipe it, or a
 * local one that is gone afterwards.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const uri = process.env['NEO4J_URI'];
  if (uri !== undefined) {
    const given = {
      uri,
      user: process.env['NEO4J_USER'] ?? 'neo4j',
      password: process.env['NEO4J_PASSWORD'] ?? '',
      database: process.env['NEO4J_DATABASE'] ?? 'neo4j',
    };
    const raw = new Raw(given);
    await refuseFull(raw);
    project.provide('neo4j', given);
    return async () => {
      await raw.wipe();
      await raw.close();
    };
  }
  const folder = mkdtempSync(join(tmpdir(), 'entente-neo4j-'));
  process.env['JDK_JAVA_OPTIONS'] ??= BRIEF;
  const version = process.env['ENTENTE_NEO4J_VERSION'] ?? DEFAULT_VERSION;
  try {
    const server = await startLocal({ folder, version, settings: version === DEFAULT_VERSION ? PLANS_LAST : [] });
    project.provide('neo4j', { uri: server.uri, user: 'neo4j', password: '', database: 'neo4j' });
  } catch (error) {
    const missing = error instanceof Error ? error.message : String(error);
    if (process.env['ENTENTE_REQUIRE_NEO4J'] === '1') throw error;
    process.stdout.write(`Neo4j suites are skipped: ${missing}\n`);
    project.provide('neo4j', { missing });
  }
  return async () => {
    await stopLocal(folder);
    rmSync(folder, { recursive: true, force: true });
  };
}

async function refuseFull(raw: Raw): Promise<void> {
  const [row] = await raw.run('MATCH (n) WHERE NOT n:EntenteTurn RETURN count(n) AS count');
  if (row?.['count'] === 0) return;
  await raw.close();
  throw new Error('the tests wipe the database that NEO4J_URI names, and this one is not empty; give them an empty one');
}
