import { lstatSync, readFileSync, statSync } from 'node:fs';

/** A file that can be read to its end, or why there is none: reading a pipe waits for ever. */
export type Stated = { readonly size: number } | { readonly refused: string };

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'is a link that leads nowhere',
  ELOOP: 'is a link that leads back to itself',
  EACCES: 'may not be read',
};

/** What stands at a path that a folder lists, links followed. */
export function stateOf(path: string): Stated {
  try {
    const stats = statSync(path);
    if (stats.isFile()) return { size: stats.size };
    return { refused: stats.isDirectory() ? 'is a folder, not a file' : 'is no file, but a pipe, a socket or a device' };
  } catch (error) {
    return { refused: reasonOf(error) };
  }
}

/** Why something could not be read, in a few words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? `cannot be read (${code || String(error)})`;
}

/** Throws with a file's name and the reason where it cannot be read. */
export function mustBeReadable(path: string): void {
  if (!lstatSync(path, { throwIfNoEntry: false })) throw new Error(`${path}: is not there`);
  const stated = stateOf(path);
  if ('refused' in stated) throw new Error(`${path}: ${stated.refused}`);
}

/** The bytes of a file. Throws with its name and the reason where they cannot be had. */
export function bytesOf(path: string): Buffer {
  mustBeReadable(path);
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Error(`${path}: ${reasonOf(error)}`, { cause: error });
  }
}
