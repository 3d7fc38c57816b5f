import { MadeOf } from '../load/made-of.js';
import type { Texts } from '../load/texts.js';
import { compareText } from '../model/text.js';

/**
 * Hash of all that a filled store follows from: the files of the seeds and of imported data sets, the texts that these
 * are checked against, and the code.
 */
export function snapshotKey(folders: readonly string[], texts: Texts): string {
  const made = new MadeOf();
  for (const folder of folders) made.folder(folder);
  for (const text of [...texts.keys()].sort(compareText)) made.text(text);
  return made.program().digest();
}
