import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vocabulary } from '../../schema/vocabulary.js';
import type { HeldRanges } from '../../src/graph/store.js';
import { compare, type Comparison } from '../../src/load/compare.js';
import { Gathered, type Said } from '../../src/load/gathered.js';

/** How data sets differ from what a store holds, in parts of a few entities; `close` removes the files. */
export async function compared(
  sets: readonly Said[],
  held: HeldRanges,
  order: 'told' | 'written',
): Promise<{ readonly changes: Comparison; readonly close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-compared-'));
  const gathered = await Gathered.of(vocabulary, sets, folder);
  const changes = await compare(vocabulary, gathered, held, { folder, order, full: { entities: 3, claims: 10 } });
  return {
    changes,
    close: () => {
      changes.close();
      gathered.close();
      rmSync(folder, { recursive: true });
    },
  };
}
