import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXT = /\.(js|css|html|svg|json)$/;

/** Beyond this size, the best compression takes longer than it saves. */
const LARGE = 500_000;

/** Writes each text file of the build beside itself compressed, once, so that the server only sends it. */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir = '' }) {
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => TEXT.test(file))) {
        const file = join(dir, name);
        const bytes = readFileSync(file);
        const quality = bytes.length > LARGE ? 7 : 11;
        writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
        writeFileSync(`${file}.gz`, gzipSync(bytes));
      }
    },
  };
}
