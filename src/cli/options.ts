import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Option } from 'commander';
import { readTexts, type Texts } from '../load/texts.js';
import { packageRoot } from '../model/package-root.js';

/** The folder of seeds that a command reads: that of the working folder, else the one that comes with this package. */
export function seedOption(): Option {
  const folder = existsSync('seed') ? 'seed' : join(packageRoot(), 'seed');
  return new Option('--seed <folder>', 'folder of seeds').env('ENTENTE_SEED').default(folder, 'seed, else the seeds of this package');
}

/** The folder that holds the source texts. */
export function documentsOption(): Option {
  return new Option('--documents <folder>', 'folder of source texts, found by their hash').env('ENTENTE_DOCUMENTS').default('documents');
}

/** The folder of imported data sets. */
export function dataOption(): Option {
  return new Option('--data <folder>', 'folder of imported data sets').env('ENTENTE_DATA').default('data');
}

/** The data sets that a command is about. */
export function datasetOption(): Option {
  return new Option('--dataset <name...>', 'only these data sets; the seeds are called seeds').default([], 'all at hand');
}

/** Texts at hand; an absent folder is none. */
export function textsIn(folder: string): Texts {
  return readTexts(existsSync(folder) ? folder : null);
}
