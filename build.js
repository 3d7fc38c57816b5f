import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * `node build.js [--out folder] [--page now|later|only|none]`: makes `dist/` of the sources and the packages that they use, in
 * about a second since types are left to the checks, and the page, in some seconds; each where it is older than its
 * sources. `npm ci`, `npm start` and `npm pack` run it; `npm start` does not wait for the page.
 */
refuseOldNode();

const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' }, page: { type: 'string', default: 'now' } } });
const page = join(values.out, 'explorer');

if (values.page !== 'only') await buildServer();
if (values.page === 'now' || values.page === 'only') await buildPage();
else if (values.page === 'later' && !isFresh()) {
  console.error('The page is being built beside the server, and will be there in some seconds.');
  spawn(process.execPath, ['build.js', '--out', values.out, '--page', 'only'], { detached: true, stdio: 'ignore' }).unref();
}

/** npm only warns of a Node that is too old, and what fails then says nothing of it. */
function refuseOldNode() {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
  const [least, own] = [engines.node.replace('>=', ''), process.versions.node];
  if (least.localeCompare(own, 'en', { numeric: true }) <= 0) return;
  console.error(`Entente needs Node ${least} or later; this is ${own}.`);
  process.exit(2);
}

async function buildServer() {
  if (
    isNewer(join(values.out, 'main.js'), [
      'build.js',
      'package-lock.json',
      ...filesOf('schema'),
      ...filesOf('src').filter((file) => !file.startsWith(join('src', 'explorer'))),
    ])
  )
    return;
  // Loaded where there is something to build.
  const { build } = await import('esbuild');
  const { metafile } = await build({
    entryPoints: ['src/cli/main.ts'],
    outdir: values.out,
    bundle: true,
    splitting: true,
    // One file is read faster than a thousand.
    external: ['pino-pretty'],
    banner: { js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);" },
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
  });
  // What was there before goes when the new stands: who starts meanwhile finds one of the two.
  const made = new Set(Object.keys(metafile.outputs).map((file) => resolve(file)));
  for (const name of readdirSync(values.out))
    if (!name.startsWith('explorer') && !made.has(resolve(values.out, name))) rmSync(join(values.out, name), { recursive: true });
  writeFileSync(join(values.out, 'licences.txt'), licences(Object.keys(metafile.inputs)));
}

/** The licences of the packages that files came from: whoever passes `dist/` on passes these on. */
function licences(files) {
  const packages = new Set(files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
  return [...packages]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)/i.test(file));
      return [`${name} ${version} (${license})`, ...texts.map((file) => readFileSync(join(folder, file), 'utf8').trim())].join('\n\n');
    })
    .join('\n\n---\n\n');
}

async function buildPage() {
  if (isFresh()) return;
  // A page that is built for tests is the one that is served.
  process.env['NODE_ENV'] = 'production';
  const vite = await import('vite');
  // Made beside the page that is there, which is served until the new one stands; another process may build it as well.
  const beside = resolve(`${page}-${String(process.pid)}`);
  try {
    await vite.build({ configFile: 'src/explorer/vite.config.ts', logLevel: 'warn', build: { outDir: beside } });
    replace(page, beside);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** Puts a folder in the place of another, which goes. */
function replace(folder, made) {
  const gone = `${made}-old`;
  do {
    rmSync(gone, { recursive: true, force: true });
    moved(folder, gone, 'ENOENT');
  } while (!moved(made, folder, 'ENOTEMPTY'));
  rmSync(gone, { recursive: true, force: true });
}

/** Moves a folder; false where that fails for the reason that is allowed for. */
function moved(from, to, allowed) {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (error.code !== allowed) throw error;
    return false;
  }
}

/** Whether the page was built after its sources were last changed. */
function isFresh() {
  const sources = filesOf(join('src', 'explorer')).filter((name) => !name.endsWith('.d.ts'));
  return isNewer(join(page, 'index.html'), [...sources, 'schema/schema.graphql', 'package-lock.json']);
}

/** Whether a file was made after all others were last changed. */
function isNewer(made, files) {
  const state = statSync(made, { throwIfNoEntry: false });
  return state !== undefined && files.every((file) => statSync(file).mtimeMs <= state.mtimeMs);
}

/** All that is in a folder, with the folders in it, whose times tell of files that are gone. */
function filesOf(folder) {
  return [folder, ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))];
}
