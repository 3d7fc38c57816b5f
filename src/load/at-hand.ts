import { statSync } from 'node:fs';
import { join } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import type { Dataset } from '../model/dataset.js';
import { inSpells } from '../model/spells.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { CheckCounts } from './counts.js';
import { PARTS, readDataset, readManifests, together, type Manifest } from './datasets.js';
import { readGoodSeeds } from './seeds.js';
import type { Texts } from './texts.js';

/** The folders that a graph is filled from. */
export interface Folders {
  readonly seed: string;
  /** Imported data sets. */
  readonly data: string;
}

/** How many times its bytes on the disk a data set takes in memory until the graph is filled; measured: 2.4. */
const GROWS = 2.5;

/** Thrown where the imported data sets do not fit into the memory of this process. */
export class TooLargeAtHand extends Error {
  override readonly name = 'TooLargeAtHand';
}

/** Throws TooLargeAtHand before anything of them is read. */
function mustFit(data: string, manifests: readonly Manifest[]): void {
  const bytes = manifests.map(({ name }) => statSync(join(data, name, PARTS.claims), { throwIfNoEntry: false })?.size ?? 0).reduce((a, b) => a + b, 0);
  const limit = getHeapStatistics().heap_size_limit;
  if (bytes * GROWS <= limit) return;
  const inMegabytes = (size: number) => `${String(Math.round(size / 1e6))} MB`;
  throw new TooLargeAtHand(
    `${data}: the imported data sets (${inMegabytes(bytes)} of claims) do not fit into the memory of this process, ${inMegabytes(limit)}; serve them from Neo4j, which \`entente apply\` fills in parts, or give Node more: NODE_OPTIONS=--max-old-space-size=${String(Math.ceil((bytes * GROWS) / 1e6 / 1_000) * 1_000)}`,
  );
}

/** What the seeds and all imported data sets say together. Throws TooLargeAtHand, or a SeedError with every problem when the seeds are wrong. */
export function readAtHand({ seed, data }: Folders, vocabulary: Vocabulary, texts: Texts, checkCounts: CheckCounts | null = null): Dataset {
  const manifests = readManifests(data);
  mustFit(data, manifests);
  const seeds = readGoodSeeds(vocabulary, seed, texts, checkCounts);
  const all = together([seeds, ...manifests.map((manifest) => readDataset(data, manifest))]);
  return { ...all, claims: inSpells(vocabulary, all.claims) };
}
