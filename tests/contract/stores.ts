import { inject } from 'vitest';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import { openNeo4jStore } from '../../src/graph/neo4j/neo4j-store.js';
import type { GraphStore } from '../../src/graph/store.js';
import type { Vocabulary } from '../../src/model/vocabulary.js';
import { Raw } from '../neo4j/raw.js';

const found = inject('neo4j');

/** Where Neo4j is, or null. */
export const address = 'missing' in found ? null : found;

/** Bounds that only a hang can break: on a busy machine, to plan a statement for the first time takes long. */
export const PATIENT = { statementTimeout: 100_000, acquisitionTimeout: 100_000 };

/** Added to the names of suites that need Neo4j. */
export const why = 'missing' in found ? ` (skipped: ${found.missing})` : '';

export interface StoreAtHand {
  readonly name: string;
  readonly isMissing: boolean;
  /** An empty store. */
  readonly open: (vocabulary: Vocabulary, onStatement?: (name: string, text: string) => void) => Promise<GraphStore>;
}

export const stores: readonly StoreAtHand[] = [
  { name: 'embedded', isMissing: false, open: (vocabulary) => Promise.resolve(new EmbeddedStore(vocabulary)) },
  { name: `neo4j${why}`, isMissing: address === null, open: openEmptyNeo4j },
];

/** Neo4j with nothing in it. */
export async function openEmptyNeo4j(vocabulary: Vocabulary, onStatement?: (name: string, text: string) => void) {
  if (!address) throw new Error('Neo4j is not at hand');
  const raw = new Raw(address);
  await raw.wipe();
  await raw.close();
  return openNeo4jStore({ ...address, ...PATIENT, ...(onStatement ? { onStatement } : {}) }, vocabulary);
}
