import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** Files that records were read from, by the hash that they had then. */
export class FilesAtHand {
  private readonly places: ReadonlyMap<string, string>;
  private readonly hashes = new Map<string, { readonly seen: string; readonly hash: Promise<string> }>();

  constructor(places: ReadonlyMap<string, string>) {
    this.places = places;
  }

  /** Whether the file is still where it was read from, with the same bytes; it is read again only when it changed. */
  async has(sha256: string): Promise<boolean> {
    const path = this.places.get(sha256);
    const stats = path === undefined ? null : await stat(path).catch(() => null);
    if (path === undefined || !stats?.isFile()) return false;
    const seen = `${String(stats.size)} ${String(stats.mtimeMs)}`;
    let known = this.hashes.get(path);
    if (known?.seen !== seen) this.hashes.set(path, (known = { seen, hash: hashOf(path) }));
    return (await known.hash.catch(() => '')) === sha256;
  }
}

/** SHA-256 of a file's bytes. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
