import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { sha256 } from '../model/text.js';
import type { Content } from '../graph/store.js';
import { SortedFile } from './sorted-file.js';

/** The parts of a content, in the order in which its digest takes them. */
export const SORTS = ['entities', 'links', 'claims'] as const satisfies readonly (keyof Content)[];

/** The digest of a content that is never held as a whole, see `digest`; `folder` is made and removed. */
export class Digest {
  private readonly folder: string;
  private readonly hashes: SortedFile<0>;

  constructor(folder: string) {
    this.folder = folder;
    this.hashes = new SortedFile<0>(folder, (one) => one);
  }

  /** Takes in an item, as canonical JSON. */
  add(sort: (typeof SORTS)[number], text: string): void {
    this.hashes.add(`${String(SORTS.indexOf(sort))}${sha256(text)}`, 0);
  }

  async end(): Promise<string> {
    const whole = createHash('sha256');
    let between = '';
    for await (const { key } of this.hashes.entries()) {
      whole.update(between + key.slice(1));
      between = '\n';
    }
    rmSync(this.folder, { recursive: true, force: true });
    return whole.digest('hex');
  }
}
