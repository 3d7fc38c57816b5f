import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { COMMAND } from '../built.js';
import { ENTITIES, SOURCE, TEXT } from '../load/seed-folder.js';

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Commands run here, so that no `.env` of the developer's is read; files of tests that one process runs share it. */
export const folder = mkdtempSync(join(inject('scratch').apart, 'cli-'));

/** Nothing of the environment that would change an answer. */
function environment(more: Readonly<Record<string, string>>): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', HOME: folder, NO_COLOR: '1', ...more };
}

/** Runs a command to its end. */
export function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const [node, ...first] = COMMAND;
  return new Promise((done) => {
    execFile(node, [...first, ...args], { cwd: folder, env: environment(env), maxBuffer: 100_000_000 }, (error, stdout, stderr) => {
      done({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr });
    });
  });
}

/** Runs a command whose reader goes away after the first bytes; gives what it said on stderr and its exit code. */
export function runCutShort(args: readonly string[]): Promise<Ended> {
  const [node, ...first] = COMMAND;
  return new Promise((done) => {
    const child = spawn(node, [...first, ...args], { cwd: folder, env: environment({}), stdio: ['ignore', 'pipe', 'pipe'] });
    const told: string[] = [];
    child.stderr.on('data', (bytes: Buffer) => told.push(bytes.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    child.on('close', (code) => {
      done({ code: code ?? -1, stdout: '', stderr: told.join('') });
    });
  });
}

/** Writes files below the folder. */
export function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

write({
  'good/entities/all.yml': ENTITIES,
  'good/sources/report.yml': SOURCE,
  'bad/entities/all.yml': ENTITIES,
  'bad/sources/report.yml': SOURCE.replace('TOOK_PART', 'TOOK_PRT').replace('at: 50-59', 'at: 59-50'),
  'texts/any name.txt': TEXT,
});
