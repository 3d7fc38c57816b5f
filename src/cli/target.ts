import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import type { Neo4jStore } from '../graph/neo4j/neo4j-store.js';
import type { Content } from '../graph/store.js';
import { countsCheck } from '../graphql/check-counts.js';
import { contentOf } from '../load/plan.js';
import { readAtHand } from '../load/at-hand.js';
import type { Dataset } from '../model/projection.js';
import { readConfig } from '../server/config.js';
import { textsIn } from './options.js';

/** Options that name the seeds which a command reads. */
export interface SeedOptions {
  readonly seed: string;
  readonly data: string;
  readonly documents: string;
}

/** What the seeds and the imported data sets say, once the seeds are right; throws with every problem otherwise. */
export function wantedDataset({ documents, ...folders }: SeedOptions): Dataset {
  return readAtHand(folders, vocabulary, textsIn(documents), countsCheck(schema, vocabulary));
}

/** What the seeds say should be in a store. */
export function wantedContent(options: SeedOptions): Content {
  return contentOf(vocabulary, wantedDataset(options));
}

/** Runs something with the Neo4j that the environment names, and closes it. */
export async function withNeo4j<T>(work: (store: Neo4jStore) => Promise<T>): Promise<T> {
  const { neo4j, limits } = readConfig(process.env);
  if (!neo4j) throw new Error('NEO4J_URI is not set; the embedded engine is filled from the seeds at each start and needs no plan');
  // The driver takes time and memory to load, so it is loaded where it is needed only.
  const { openNeo4jStore } = await import('../graph/neo4j/neo4j-store.js');
  const store = openNeo4jStore({ ...neo4j, statementTimeout: limits.statementTimeout }, vocabulary);
  try {
    await store.ready();
    return await work(store);
  } finally {
    await store.close();
  }
}
