import { join } from 'node:path';
import { EmbeddedStore } from '../graph/embedded/embedded-store.js';
import { readSnapshot, writeSnapshot } from '../graph/embedded/snapshot.js';
import type { CheckCounts } from '../load/counts.js';
import { contentOf, everything } from '../load/plan.js';
import { readAtHand } from '../load/at-hand.js';
import type { Texts } from '../load/texts.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { Config, Limits, Neo4jConfig } from './config.js';
import { leanly } from './lean.js';
import { snapshotKey } from './snapshot-key.js';
import type { ServedStore } from './store-hooks.js';

/**
 * The store that a configuration names: Neo4j, which need not be reachable yet, or the embedded engine, filled from
 * the seeds and the imported data sets, or from a snapshot that was made of the same. Throws a SeedError with every problem when the seeds are wrong.
 */
export async function openStore({ neo4j, seed, data, limits }: Config, vocabulary: Vocabulary, texts: Texts, checkCounts: CheckCounts): Promise<ServedStore> {
  if (neo4j) return openNeo4j(neo4j, limits, vocabulary);
  const key = snapshotKey([seed, data], texts);
  const path = join(SNAPSHOTS, `graph-${key.slice(0, 16)}.snapshot`);
  return (
    reopened(vocabulary, path, key) ??
    leanly(async () => {
      const store = new EmbeddedStore(vocabulary);
      await store.apply(everything(contentOf(vocabulary, readAtHand({ seed, data }, vocabulary, texts, checkCounts))));
      try {
        writeSnapshot(path, key, store.snapshot());
      } catch {
        // Where nothing can be written, the next start takes as long as this one.
      }
      // What was read back is smaller than what it was made of.
      return reopened(vocabulary, path, key) ?? store;
    })
  );
}

/** Where a filled embedded store is kept from one start to the next. */
const SNAPSHOTS = '.entente';

function reopened(vocabulary: Vocabulary, path: string, key: string): EmbeddedStore | null {
  const snapshot = readSnapshot(path, key);
  return snapshot && new EmbeddedStore(vocabulary, snapshot.content, snapshot.tables);
}

/** The driver is loaded only where it is needed: it takes time and memory. */
async function openNeo4j(neo4j: Neo4jConfig, { statementTimeout }: Limits, vocabulary: Vocabulary): Promise<ServedStore> {
  const { openNeo4jStore } = await import('../graph/neo4j/neo4j-store.js');
  return openNeo4jStore({ ...neo4j, statementTimeout }, vocabulary);
}
