import { existsSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

/**
 * `node build.js [--out folder]`: makes `dist/` of the sources, in a fraction of a second since types are left to the
 * checks. `npm ci`, `npm start` and `npm pack` run it.
 */
const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });

if (existsSync(values.out)) rmSync(values.out, { recursive: true });
await build({
  entryPoints: ['src/cli/main.ts'],
  outdir: values.out,
  bundle: true,
  splitting: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: true,
  logLevel: 'warning',
});
