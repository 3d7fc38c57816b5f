import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stateOf } from '../load/regular-file.js';
import type { Texts } from '../load/texts.js';
import { packageRoot } from '../model/package-root.js';
import { compareText } from '../model/text.js';

/**
 * Hash of all that a filled store follows from: the files of the seeds and of imported data sets, the texts that these
 * are checked against, and the code.
 */
export function snapshotKey(folders: readonly string[], texts: Texts): string {
  const hash = createHash('sha256');
  for (const folder of [...folders, ...codeFolders()]) addFolder(hash, folder, folder);
  for (const text of [...texts.keys()].sort(compareText)) hash.update(text);
  return hash.digest('hex');
}

/** The page is built beside the server, and there when it is there. */
const PAGE = join(packageRoot(), 'dist', 'explorer');

/** Where the code that runs now stands: what a bundler made, or the sources. */
function codeFolders(): string[] {
  const root = packageRoot();
  const isBuilt = fileURLToPath(import.meta.url).startsWith(join(root, 'dist'));
  return isBuilt ? [join(root, 'dist')] : ['schema', 'src/model', 'src/load', 'src/graph'].map((part) => join(root, part));
}

function addFolder(hash: Hash, root: string, folder: string): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => compareText(a.name, b.name))) {
    const path = join(folder, entry.name);
    if (path === PAGE) continue;
    if (entry.isDirectory()) addFolder(hash, root, path);
    else if (!path.endsWith('.map')) {
      const state = stateOf(path);
      hash.update(`${path.slice(root.length)}\0`);
      hash.update('refused' in state ? state.refused : readFileSync(path));
    }
  }
}
