import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ENTITIES, SOURCE } from '../load/seed-folder.js';

/** A package as it is installed, its seeds a few. */
const root = mkdtempSync(join(tmpdir(), 'entente-built-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});
for (const part of ['seed/entities', 'seed/sources', 'schema']) mkdirSync(join(root, part), { recursive: true });
writeFileSync(join(root, 'package.json'), readFileSync('package.json'));
writeFileSync(join(root, 'seed/entities/all.yml'), ENTITIES);
writeFileSync(join(root, 'seed/sources/report.yml'), SOURCE);
symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
symlinkSync(resolve('schema/questions'), join(root, 'schema/questions'));

const dist = join(root, 'dist');
const main = join(dist, 'main.js');
const build = () => execFileSync(process.execPath, ['build.js', '--out', dist, '--page', 'none']);
const ask = () => {
  try {
    execFileSync(process.execPath, [main, 'ask', 'Who is Ada Example?'], { cwd: root, stdio: 'ignore' });
  } catch {
    // Whatever it answers, it has opened the graph.
  }
  return readdirSync(join(root, '.entente'));
};

describe('the build', () => {
  it('is made once, and again where sources are newer', () => {
    build();
    const { mtimeMs, ino } = statSync(main);
    build();
    expect(statSync(main)).toMatchObject({ mtimeMs, ino });
    utimesSync(main, 0, 0);
    writeFileSync(join(dist, 'chunk-OLD.js'), '');
    build();
    expect(statSync(main).mtimeMs).toBeGreaterThan(0);
    expect(readdirSync(dist)).not.toContain('chunk-OLD.js');
  });

  it('is refused in words by a Node that is too old', () => {
    const older = "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.9.1'}})";
    const { status, stderr } = spawnSync(process.execPath, ['--import', older, 'build.js', '--out', dist, '--page', 'none'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, 'Entente needs Node 20.19 or later; this is 20.9.1.\n']);
  });

  it('names the licence of every package that it holds', () => {
    const licences = readFileSync(join(dist, 'licences.txt'), 'utf8');
    expect(licences).toMatch(/^graphql-yoga \d+\.\d+\.\d+ \(MIT\)$/m);
    expect(licences).not.toContain('(undefined)');
  });

  it('keeps its graph when the page comes to be beside it', () => {
    const kept = ask();
    expect(kept).toHaveLength(1);
    mkdirSync(join(dist, 'explorer'));
    writeFileSync(join(dist, 'explorer/index.html'), '<title>The page</title>');
    expect(ask()).toEqual(kept);
  });
});
