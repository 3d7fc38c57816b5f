import { existsSync } from 'node:fs';
import { Option } from 'commander';
import { readTexts, type Texts } from '../load/texts.js';

/** The folder of seeds that a command reads. */
export function seedOption(): Option {
  return new Option('--seed <folder>', 'folder of seeds').env('ENTENTE_SEED').default('seed');
}

/** The folder that holds the source texts. */
export function documentsOption(): Option {
  return new Option('--documents <folder>', 'folder of source texts, found by their hash').env('ENTENTE_DOCUMENTS').default('documents');
}

/** Texts at hand; an absent folder is none. */
export function textsIn(folder: string): Texts {
  return readTexts(existsSync(folder) ? folder : null);
}
