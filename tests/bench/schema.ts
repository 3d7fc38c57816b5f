import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * `npm run bench:schema -- [times]`: what a start pays for the schema. Each time a fresh process of the code as it is bundled
 * for the server builds it once; told are milliseconds of the clock, which waits for other processes too, and of processor.
 */
const times = Number(process.argv[2] ?? 15);
const ENTRY = `
import * as declared from './schema/index.js';
import { vocabulary } from './schema/vocabulary.js';
import { publish } from './src/graphql/publish.js';
const extensions = Object.values(declared).filter((item) => item.is === 'extension');
const [clock, processor] = [performance.now(), process.cpuUsage()];
publish(vocabulary, extensions);
const { user, system } = process.cpuUsage(processor);
console.log(JSON.stringify([performance.now() - clock, (user + system) / 1000]));
`;

// Beside the packages, some of whose files are read when they are asked for.
mkdirSync('node_modules/.cache', { recursive: true });
const folder = mkdtempSync('node_modules/.cache/entente-schema-');
try {
  const outfile = join(folder, 'schema.mjs');
  await build({
    stdin: { contents: ENTRY, resolveDir: process.cwd() },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    banner: { js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);" },
  });
  const measured = Array.from(
    { length: times },
    () => JSON.parse(spawnSync(process.execPath, [outfile], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).stdout) as [number, number],
  );
  for (const [at, what] of ['clock', 'processor, with the threads that compile'].entries()) {
    const sorted = measured.map((one) => one[at] ?? NaN).sort((a, b) => a - b);
    console.log(`${what}: ${sorted[Math.floor(times / 2)]?.toFixed(0) ?? ''} ms in the middle of ${String(times)}, ${sorted[0]?.toFixed(0) ?? ''} at best`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
