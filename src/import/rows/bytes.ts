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

/** The text of a file, piece by piece: unpacked where its name ends in .gz, and decoded. Throws UnreadableFile. */
export async function* textOf(path: string, encoding: string): AsyncGenerator<string> {
  const isUtf8 = /^utf-?8$/i.test(encoding);
  const strict = new TextDecoder('utf-8', { fatal: true });
  const decoder = isUtf8 ? null : iconv.getDecoder(encoding);
  try {
    for await (const chunk of bytesOf(path)) yield decoder ? decoder.write(chunk as Buffer) : strict.decode(chunk as Buffer, { stream: true });
    yield decoder ? (decoder.end() ?? '') : strict.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new UnreadableFile(`is not ${encoding}; say its encoding, such as latin1 or windows-1252`, { cause: error });
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw new UnreadableFile('is not gzip, as its name says', { cause: error });
    throw error;
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
