import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesLike } from '../import/find-files.js';
import type { Mapping } from '../import/mapping.js';
import { LIES_AHEAD } from '../import/of-mapping.js';
import { PARTS, readManifest, type Manifest } from '../load/datasets.js';
import { MadeOf } from '../load/made-of.js';

/** What an import reads. */
export interface Importing {
  readonly mapping: Mapping;
  /** The folder of the mapping and of the decisions. */
  readonly folder: string;
  /** The folder that the files lie in. */
  readonly from: string;
  readonly seed: string;
  readonly data: string;
  /** The other data sets that look-ups see. */
  readonly others: readonly string[];
}

/** Hash of all that an import follows from: its files, the mapping, the decisions, what look-ups see, and the program. */
export function importedFrom({ mapping, folder, from, seed, data, others }: Importing): string {
  const made = new MadeOf().program().folder(seed).folder(folder).text(from);
  for (const name of others) made.dataset(data, name);
  const names = new Set([...mapping.files.values()].flatMap(({ path }) => filesLike(from, path)));
  for (const name of names) made.file(join(from, name), name);
  return made.digest();
}

/** Hash of what an import wrote. */
export function importedInto(folder: string): string {
  const made = new MadeOf();
  for (const part of [PARTS.claims, PARTS.identities, 'told.csv']) made.file(join(folder, part), part);
  return made.digest();
}

/**
 * What an earlier import left, where another of the same would leave the same: it followed from the same, nothing of it
 * was touched, and no row lay ahead of the day that has come nearer since. Else null.
 */
export function asMade(home: string, from: string): Manifest | null {
  const path = join(home, PARTS.manifest);
  const manifest = existsSync(path) ? readManifest(path) : null;
  if (manifest?.made?.from !== from || manifest.made.into !== importedInto(home)) return null;
  return Object.keys(manifest.reasons).some((reason) => reason.includes(LIES_AHEAD)) ? null : manifest;
}
