import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answer } from './answer.js';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/** Compressed forms that the build writes beside a file, best first. */
const CODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
];

/** The names of these hold a hash of their content. */
const HASHED = '/assets/';

const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * The files of the built page. Only names that were there when it was built are answered, so no path leads out of the
 * folder; what is built while the server runs is found.
 */
export class StaticFiles {
  private readonly given: string | null;
  private listed: { readonly folder: string; readonly builtAt: number; readonly names: ReadonlySet<string> } | null = null;

  constructor(folder: string | null = null) {
    this.given = folder;
  }

  /** Whether the page was built. */
  get isBuilt(): boolean {
    return this.listing() !== null;
  }

  /** The text of a file of the page. */
  text(path: string): string {
    return readFileSync(join(this.listing()?.folder ?? '', path), 'utf8');
  }

  /** The file at a path, in the best coding that the client takes; null for what is no file of the page. */
  answer(request: IncomingMessage, path: string): Answer | null {
    const type = TYPES[extname(path)];
    const listing = type === undefined ? null : this.listing();
    if (type === undefined || listing?.names.has(path) !== true) return null;
    const { folder } = listing;
    const taken = request.headers['accept-encoding'] ?? '';
    const coding = CODINGS.find(({ name, ending }) => new RegExp(`\\b${name}\\b(?!;q=0\\b)`).test(taken) && existsSync(join(folder, path + ending)));
    return {
      status: 200,
      type,
      body: readFileSync(join(folder, path + (coding?.ending ?? ''))),
      headers: {
        vary: 'Accept-Encoding',
        'cache-control': path.startsWith(HASHED) ? FOR_EVER : 'no-cache',
        ...(coding ? { 'content-encoding': coding.name } : {}),
      },
    };
  }

  private listing() {
    const folder = this.given ?? builtFolder();
    const built = folder === null ? undefined : statSync(join(folder, 'index.html'), { throwIfNoEntry: false });
    if (folder === null || built === undefined) return null;
    if (this.listed?.builtAt !== built.mtimeMs) {
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `/${name.replaceAll('\\', '/')}`);
      this.listed = { folder, builtAt: built.mtimeMs, names: new Set(names) };
    }
    return this.listed;
  }
}

/** Beside the sources, or beside the build that was made of them. */
function builtFolder(): string | null {
  const here = dirname(fileURLToPath(import.meta.url));
  return ['../../dist/explorer', '../../explorer', 'explorer'].map((path) => join(here, path)).find((folder) => existsSync(folder)) ?? null;
}
