import { setFlagsFromString } from 'node:v8';

/**
 * Runs work that leaves much garbage behind, such as reading all seeds, with a heap that grows slowly. Otherwise the
 * process keeps some 70 MB for the rest of its life that it needed for a second.
 */
export async function leanly<T>(work: () => Promise<T>): Promise<T> {
  setFlagsFromString('--optimize-for-size');
  try {
    return await work();
  } finally {
    setFlagsFromString('--no-optimize-for-size');
  }
}
