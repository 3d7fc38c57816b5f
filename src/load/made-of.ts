import { createHash, type Hash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../model/package-root.js';
import { canonicalJson, compareText } from '../model/text.js';
import { PARTS, readManifest } from './datasets.js';
import { stateOf } from './regular-file.js';

/** The page is built beside the server, and there when it is there. */
const PAGE = join(packageRoot(), 'dist', 'explorer');

/** Bytes that are read at once. */
const CHUNK = 1 << 20;

/** A hash over all that something follows from: files with their names, folders, texts, and the program itself. */
export class MadeOf {
  private readonly hash: Hash = createHash('sha256');

  text(text: string): this {
    this.hash.update(`${String(text.length)} ${text}`);
    return this;
  }

  /** A file by a name that does not tell where it lies; one that cannot be read is told by the reason. */
  file(path: string, name: string): this {
    const state = existsSync(path) ? stateOf(path) : { refused: 'is not there' };
    this.text(name);
    if ('refused' in state) return this.text(state.refused);
    this.text(String(state.size));
    const [file, chunk] = [openSync(path, 'r'), Buffer.allocUnsafe(CHUNK)];
    try {
      for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) this.hash.update(chunk.subarray(0, read));
    } finally {
      closeSync(file);
    }
    return this;
  }

  /** All files of a folder, in whatever folders; none where it is not there. */
  folder(folder: string, root = folder): this {
    if (!existsSync(folder)) return this;
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => compareText(a.name, b.name))) {
      const path = join(folder, entry.name);
      if (path === PAGE) continue;
      if (entry.isDirectory()) this.folder(path, root);
      else if (!path.endsWith('.map')) this.file(path, path.slice(root.length));
    }
    return this;
  }

  /** What an imported data set says, whatever that was made of. */
  dataset(data: string, name: string): this {
    const manifest = join(data, name, PARTS.manifest);
    for (const part of [PARTS.claims, PARTS.identities]) this.file(join(data, name, part), `${name}/${part}`);
    return this.text(existsSync(manifest) ? canonicalJson(readManifest(manifest).source) : '');
  }

  /** The code that runs now, and which packages it takes. */
  program(): this {
    const root = packageRoot();
    const isBuilt = fileURLToPath(import.meta.url).startsWith(join(root, 'dist'));
    const parts = isBuilt ? ['dist', 'cypher'] : ['schema', 'cypher', 'src/model', 'src/load', 'src/graph', 'src/import', 'src/disputes'];
    for (const part of parts) this.folder(join(root, part));
    return this.file(join(root, 'package.json'), 'package.json');
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}
