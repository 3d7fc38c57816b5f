import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepMemorySteady } from './steady-memory.js';

/** Where work is kept that does not fit into memory: on a disk, which the folder for temporary files need not be. */
const HOME = '.entente';

/** Does something that does not fit into memory with a folder of its own, which is removed afterwards; so are those that processes left which were killed. */
export async function inWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  keepMemorySteady();
  const folder = made();
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes a folder of this process within another, and removes those of processes that no longer run. */
export function ownFolder(home: string, prefix: string): string {
  mkdirSync(home, { recursive: true });
  for (const name of readdirSync(home)) {
    const [, pid] = new RegExp(`^${prefix}(\\d+)-\\w+$`).exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(home, name), { recursive: true, force: true });
  }
  return mkdtempSync(join(home, `${prefix}${String(process.pid)}-`));
}

function made(): string {
  try {
    return ownFolder(HOME, 'work-');
  } catch {
    // Where nothing may be written beside the data, there is the folder of the system.
    return mkdtempSync(join(tmpdir(), 'entente-'));
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be sent anything, and runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
