import { spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

/**
 * `node build.js [--out folder] [--page now|later|only|none]`: makes `dist/` of the sources, in a fraction of a second since
 * types are left to the checks, and the page, in some seconds, where it is older than its sources. `npm ci`, `npm start`
 * and `npm pack` run it; `npm start` does not wait for the page.
 */
const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' }, page: { type: 'string', default: 'now' } } });
const page = join(values.out, 'explorer');

if (values.page !== 'only') await buildServer();
if (values.page === 'now' || values.page === 'only') await buildPage();
else if (values.page === 'later' && !isFresh()) {
  console.error('The page is being built beside the server, and will be there in some seconds.');
  spawn(process.execPath, ['build.js', '--out', values.out, '--page', 'only'], { detached: true, stdio: 'ignore' }).unref();
}

async function buildServer() {
  for (const name of existsSync(values.out) ? readdirSync(values.out) : []) {
    if (name !== 'explorer') rmSync(join(values.out, name), { recursive: true });
  }
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
}

async function buildPage() {
  if (isFresh()) return;
  // A page that is built for tests is the one that is served.
  process.env['NODE_ENV'] = 'production';
  const vite = await import('vite');
  await vite.build({ configFile: 'src/explorer/vite.config.ts', logLevel: 'warn', build: { outDir: resolve(page) } });
}

/** Whether the page was built after its sources were last changed. */
function isFresh() {
  const built = statSync(join(page, 'index.html'), { throwIfNoEntry: false });
  const names = readdirSync('src/explorer', { recursive: true, encoding: 'utf8' }).filter((name) => !name.endsWith('.d.ts'));
  const sources = names.map((name) => join('src/explorer', name));
  return built !== undefined && [...sources, 'schema/schema.graphql', 'package-lock.json'].every((file) => statSync(file).mtimeMs <= built.mtimeMs);
}
