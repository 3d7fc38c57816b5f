import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import type { Neo4jStore } from '../graph/neo4j/neo4j-store.js';
import { identityOf, sourcesOf } from '../graph/dataset-of.js';
import type { Content } from '../graph/store.js';
import { countsCheck } from '../graphql/check-counts.js';
import { contentOf } from '../load/plan.js';
import { readAtHand } from '../load/at-hand.js';
import { datasetName, linesOfDataset, readManifests } from '../load/datasets.js';
import { SEEDS } from '../model/dataset.js';
import type { Said } from '../load/gathered.js';
import { MadeOf } from '../load/made-of.js';
import { readGoodSeeds } from '../load/seeds.js';
import type { Dataset } from '../model/dataset.js';
import { compareText } from '../model/text.js';
import { readConfig } from '../server/config.js';
import { textsIn } from './options.js';

/** How many claims are held at once where all of them are needed. */
export const MOST_AT_ONCE = 200_000;

/** Milliseconds that a command waits for an answer of the database: nobody looks at a page meanwhile. */
const PATIENCE = 60_000;

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
  readonly sets: readonly Said[];
}

/** Options that say which data sets a command is about. */
export interface ChoiceOptions extends SeedOptions {
  readonly dataset?: readonly string[];
}

/** The names of the data sets that are chosen, or of all at hand. */
export function chosenNames({ data, dataset = [] }: ChoiceOptions): readonly string[] {
  return dataset.length > 0 ? dataset : [SEEDS, ...readManifests(data).map(({ name }) => name)];
}

/** The data sets that are chosen; one that is named and not at hand says nothing. */
export function chosenSets(options: ChoiceOptions): ChosenSets {
  const names = chosenNames(options);
  const manifests = readManifests(options.data).filter(({ name }) => names.includes(name));
  return { names, sets: [...(names.includes(SEEDS) ? [seedsAlone(options)] : []), ...manifests.map((manifest) => linesOfDataset(options.data, manifest))] };
}

/** Of each of some data sets, the hash of what it says as files have it, and of the program that reads them. */
export function madeOf({ seed, data, documents }: SeedOptions, names: readonly string[]): Readonly<Record<string, string>> {
  const program = new MadeOf().program().digest();
  const texts = [...textsIn(documents).keys()].sort(compareText).join('\n');
  return Object.fromEntries(
    names.map((name) => {
      const made = new MadeOf().text(program);
      return [name, (name === SEEDS ? made.folder(seed).text(texts) : made.dataset(data, name)).digest()];
    }),
  );
}

/** What a store should hold: the chosen data sets as they are at hand, and all others as the store holds them. */
export async function wantedIn(store: Neo4jStore, { names, sets }: ChosenSets): Promise<readonly Said[]> {
  const sources = await sourcesOf(vocabulary, store);
  const named = new Map(sources.map((source) => [source.id, datasetName(source)]));
  const isHeld = (name: string) => !names.includes(name);
  const others = sources.filter(({ id }) => isHeld(named.get(id) ?? SEEDS));
  if (others.length === 0 && names.includes(SEEDS)) return sets;
  return [
    ...sets,
    {
      sources: others,
      identities: mapped(store.eachEntity(), (entity) => identityOf(entity)),
      claims: mapped(store.eachClaim(), (claim) => (isHeld(named.get(claim.source) ?? SEEDS) ? claim : null)),
    },
  ];
}

async function* mapped<T, R>(items: AsyncIterable<T>, map: (item: T) => R | null): AsyncGenerator<R> {
  for await (const item of items) {
    const made = map(item);
    if (made !== null) yield made;
  }
}

/** Runs something with the Neo4j that the environment names, once it is ready for it, and closes it. */
export async function withNeo4j<T>(work: (store: Neo4jStore) => Promise<T>, ready = (store: Neo4jStore) => store.ready()): Promise<T> {
  const { neo4j, limits } = readConfig(process.env);
  if (!neo4j) throw new Error('NEO4J_URI is not set; the embedded engine is filled from the seeds at each start and needs no plan');
  // The driver takes time and memory to load, so it is loaded where it is needed only.
  const { openNeo4jStore } = await import('../graph/neo4j/neo4j-store.js');
  const statementTimeout = Math.max(limits.statementTimeout, PATIENCE);
  const store = openNeo4jStore({ ...neo4j, statementTimeout, acquisitionTimeout: PATIENCE }, vocabulary);
  try {
    await ready(store);
    return await work(store);
  } finally {
    await store.close();
  }
}
