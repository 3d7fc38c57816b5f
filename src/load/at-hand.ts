import type { Dataset } from '../model/projection.js';
import { inSpells } from '../model/spells.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { CheckCounts } from './counts.js';
import { readDataset, readManifests, together } from './datasets.js';
import { readGoodSeeds } from './seeds.js';
import type { Texts } from './texts.js';

/** The folders that a graph is filled from. */
export interface Folders {
  readonly seed: string;
  /** Imported data sets. */
  readonly data: string;
}

/** What the seeds and all imported data sets say together. Throws a SeedError with every problem when the seeds are wrong. */
export function readAtHand({ seed, data }: Folders, vocabulary: Vocabulary, texts: Texts, checkCounts: CheckCounts | null = null): Dataset {
  const seeds = readGoodSeeds(vocabulary, seed, texts, checkCounts);
  const all = together([seeds, ...readManifests(data).map((manifest) => readDataset(data, manifest))]);
  return { ...all, claims: inSpells(vocabulary, all.claims) };
}
