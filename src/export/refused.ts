import { nearHint } from '../graph/near-misses.js';
import type { GraphReader } from '../graph/store.js';
import type { Vocabulary } from '../model/vocabulary.js';

/** The request names something that is not there, or asks for too much. */
export class ExportRefused extends Error {
  override readonly name = 'ExportRefused';
}

/** Refuses an id that is not there, with what may be meant; `seen` says through which lens it was looked for. */
export async function refuseUnknown(vocabulary: Vocabulary, reader: GraphReader, id: string, seen: string | null = null): Promise<never> {
  const lens = seen === null ? '' : ` ${seen}`;
  throw new ExportRefused(`there is no "${id.slice(0, 80)}"${lens}${await nearHint(vocabulary, reader, id)}`);
}
