import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Option } from 'commander';
import { readTexts, type Texts } from '../load/texts.js';
import type { Source } from '../model/dataset.js';
import { numbered } from '../model/text.js';
import { packageRoot } from '../model/package-root.js';

/** So many ids are named in one line. */
const SHOWN = 10;

/** The folder of seeds that a command reads. */
export function seedOption(): Option {
  return new Option('--seed <folder>', 'folder of seeds').env('ENTENTE_SEED').default(ownFolder('seed'), 'seed, else the seeds of this package');
}

/** The folder of the mappings of data sets. */
export function mappingsOption(): Option {
  const name = join('seed', 'imports');
  return new Option('--mappings <folder>', 'folder of mappings').default(ownFolder(name), `${name}, else the mappings of this package`);
}

/** A folder of the working folder, else the one that comes with this package. */
function ownFolder(name: string): string {
  return existsSync(name) ? name : join(packageRoot(), name);
}

/** The folder that holds the source texts. */
export function documentsOption(): Option {
  return new Option('--documents <folder>', 'folder of source texts, found by their hash').env('ENTENTE_DOCUMENTS').default(DOCUMENTS);
}

/** Need not be there; one that is named should. */
const DOCUMENTS = 'documents';

/** The folder of imported data sets. */
export function dataOption(): Option {
  return new Option('--data <folder>', 'folder of imported data sets').env('ENTENTE_DATA').default('data');
}

/** The data sets that a command is about. */
export function datasetOption(): Option {
  return new Option('--dataset <name...>', 'only these data sets; the seeds are called seeds').default([], 'all at hand');
}

const told = new Set<string>();

/** Texts at hand; an absent folder is none. What in it cannot be used, and that a folder of another name is not there, is told on stderr, once. */
export function textsIn(folder: string): Texts {
  if (folder !== DOCUMENTS && !existsSync(folder)) tellOnce(`${folder}: no such folder; without the source texts, spans show no words`);
  const texts = readTexts(folder);
  for (const note of texts.notes ?? []) tellOnce(note);
  return texts;
}

/** Tells on stderr of which sources the texts are not in the folder, once; a folder that is absent is not meant to hold any. */
export function tellMissing(sources: readonly Source[], texts: Texts, folder: string): void {
  const cited = sources.filter(({ header, sentences }) => sentences.length > 0 && typeof header['sha256'] === 'string');
  const missing = cited.filter(({ header }) => !texts.has(String(header['sha256']))).map(({ id }) => id);
  if (missing.length === 0 || !existsSync(folder)) return;
  const have = cited.length - missing.length;
  tellOnce(`${folder}: holds ${String(have)} of ${numbered(cited.length, 'cited text')}; spans of ${listed(missing)} show no words`);
}

function listed(ids: readonly string[]): string {
  const more = ids.length - SHOWN;
  return more > 0 ? `${ids.slice(0, SHOWN).join(', ')} and ${String(more)} more` : ids.join(', ');
}

function tellOnce(note: string): void {
  if (!told.has(note)) console.error(note);
  told.add(note);
}
