import { execFileSync, spawn } from 'node:child_process';
import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Packs the package, installs it in an empty folder as a stranger would, and has it answer: on the shell and over HTTP. */
const folder = mkdtempSync(join(tmpdir(), 'entente-package-'));
const run = (program: string, ...words: string[]) => execFileSync(program, words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
try {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { stdio: 'inherit' });
  const [tarball = ''] = readdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
  run('npm', 'install', '--silent', '--omit=dev', `./${tarball}`);

  const told = run('npx', 'entente', 'ask', 'When did Macron meet Lee in Johannesburg?');
  assert.match(told, /22 November 2025|2025-11-22/);

  assert.match(run('npx', 'entente', 'import', 'reference', '--sample', '1'), /iso-numeric/);

  const server = spawn(join(folder, 'node_modules/.bin/entente'), ['serve', '--port', '0'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  while (!said.includes('http:')) said += String(((await once(server.stdout, 'data')) as [Buffer])[0]);
  const [address = ''] = /http:\S+/.exec(said) ?? [];
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ people { totalCount } }' }),
  });
  const { data } = (await response.json()) as { data: { people: { totalCount: number } } };
  assert.ok(data.people.totalCount > 0);
  server.kill('SIGTERM');
  await once(server, 'exit');
} finally {
  rmSync(folder, { recursive: true });
}
