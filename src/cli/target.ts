import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import type { Neo4jStore } from '../graph/neo4j/neo4j-store.js';
import { datasetOf } from '../graph/dataset-of.js';
import type { Content } from '../graph/store.js';
import { countsCheck } from '../graphql/check-counts.js';
import { contentOf } from '../load/plan.js';
import { readAtHand } from '../load/at-hand.js';
import { partOf, readDataset, readManifests, SEEDS, together } from '../load/datasets.js';
import { readGoodSeeds } from '../load/seeds.js';
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

/** What the seeds alone say, without the imported data sets. */
export function seedsAlone({ seed, documents }: SeedOptions): Dataset {
  return readGoodSeeds(vocabulary, seed, textsIn(documents), countsCheck(schema, vocabulary));
}

/** What the seeds and the imported data sets say should be in a store. */
export function wantedContent(options: SeedOptions): Content {
  return contentOf(vocabulary, wantedDataset(options));
}

/** The data sets that a command is about, as they are at hand. */
export interface ChosenSets {
  readonly names: readonly string[];
  readonly datasets: readonly Dataset[];
}

/** The data sets that are named, or all at hand; one that is named and not at hand says nothing. */
export function chosenSets(options: SeedOptions & { readonly dataset?: readonly string[] }): ChosenSets {
  const manifests = readManifests(options.data);
  const names = options.dataset && options.dataset.length > 0 ? options.dataset : [SEEDS, ...manifests.map(({ name }) => name)];
  const imported = manifests.filter(({ name }) => names.includes(name)).map((manifest) => readDataset(options.data, manifest));
  return { names, datasets: [...(names.includes(SEEDS) ? [seedsAlone(options)] : []), ...imported] };
}

/** What a store should hold: the chosen data sets as they are at hand, and all others as the store holds them. */
export function wantedIn(now: Content, { names, datasets }: ChosenSets): Dataset {
  const held = partOf(datasetOf(vocabulary, now), (name) => !names.includes(name));
  return together([...datasets, ...(held.claims.length + held.sources.length > 0 ? [held] : [])]);
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
