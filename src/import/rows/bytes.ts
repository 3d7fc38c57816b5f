import { createReadStream, type ReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import iconv from 'iconv-lite';
import { hashOf } from '../../load/files-at-hand.js';
import { stateOf } from '../../load/regular-file.js';
import { UnreadableFile } from './row.js';

/** SHA-256 of a file's bytes. Throws UnreadableFile. */
export async function hashOfFile(path: string): Promise<string> {
  refuseIrregular(path);
  return hashOf(path);
}

/** Whether an encoding can be read, such as utf-8 or latin1. */
export function isEncoding(name: string): boolean {
  return iconv.encodingExists(name);
}

/** What stands for bytes that are no letters of an encoding. */
export const NO_LETTER = '\uFFFD';

/** The text of a file, piece by piece: unpacked where its name ends in .gz, and decoded. Throws UnreadableFile where it ends too soon. */
export async function* textOf(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding);
  try {
    for await (const chunk of bytesOf(path)) yield decoder.write(chunk as Buffer);
    yield decoder.end() ?? '';
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error;
    throw new UnreadableFile(
      error.code === 'Z_BUF_ERROR'
        ? 'ends before its gzip does'
        : error.message === 'incorrect header check'
          ? 'is not gzip, as its name says'
          : 'has gzip that is damaged',
      { cause: error },
    );
  }
}

/** A pipe would be waited for for ever. */
function refuseIrregular(path: string): void {
  const stated = stateOf(path);
  if ('refused' in stated) throw new UnreadableFile(stated.refused);
}

function bytesOf(path: string): Readable {
  refuseIrregular(path);
  const file: ReadStream = createReadStream(path, { highWaterMark: 1 << 18 });
  if (!path.endsWith('.gz')) return file;
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error));
  return file.pipe(unpacked);
}
