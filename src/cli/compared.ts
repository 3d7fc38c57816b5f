import { join } from 'node:path';
import { vocabulary } from '../../schema/vocabulary.js';
import type { HeldRanges, Progress } from '../graph/store.js';
import { compare, type Comparison } from '../load/compare.js';
import { Gathered, type Said } from '../load/gathered.js';
import type { Part } from '../load/parts.js';
import { DisputesTold } from './disputes-told.js';
import { inWorkFolder } from './work-folder.js';

interface Ways {
  readonly order: 'told' | 'written';
  readonly progress: Progress;
}

/** What was gathered of several data sets, how it differs from what a store holds, and what in it disagrees. */
export interface Compared {
  readonly gathered: Gathered;
  readonly changes: Comparison;
  readonly disputes: DisputesTold;
}

/** After how many claims progress is told. */
const OFTEN = 100_000;

/** Gathers what data sets say, compares it with what a store holds, and does something with it; its files are gone then. */
export function comparing<T>(sets: readonly Said[], held: HeldRanges, { order, progress }: Ways, work: (compared: Compared) => Promise<T> | T): Promise<T> {
  return inWorkFolder(async (folder) => {
    const gathered = await Gathered.of(vocabulary, sets, join(folder, 'gathered'), (claims) => {
      progress(claims, 0, 'claims read');
    });
    const disputes = new DisputesTold(join(folder, 'disputes'));
    let done = 0;
    const onPart = (part: Part) => {
      const before = done;
      done += part.content.claims.length;
      if (Math.floor(done / OFTEN) > Math.floor(before / OFTEN)) progress(done, gathered.size, 'claims compared');
      if (order === 'written') disputes.add(part, gathered);
    };
    const changes = await compare(vocabulary, gathered, held, { folder, order, onPart });
    try {
      return await work({ gathered, changes, disputes });
    } finally {
      for (const open of [changes, gathered, disputes]) open.close();
    }
  });
}
