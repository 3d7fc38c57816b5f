import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FOLDER = join(tmpdir(), 'entente-export-readers');
const PACKAGES = ['networkx==3.5', 'rdflib==7.1.4'];

export type Readers = { readonly python: string } | { readonly missing: string };

/** A Python with the readers of other people, installed into a folder of its own the first time; or why there is none. */
export function findReaders(): Readers {
  const python = join(FOLDER, 'bin', 'python');
  const has = (command: string) => {
    try {
      execFileSync(command, ['-c', 'import networkx, rdflib'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  try {
    if (has('python3')) return { python: 'python3' };
    if (!existsSync(python)) {
      mkdirSync(FOLDER, { recursive: true });
      execFileSync('python3', ['-m', 'venv', FOLDER], { stdio: 'ignore' });
    }
    if (!has(python)) execFileSync(python, ['-m', 'pip', 'install', '--quiet', ...PACKAGES], { stdio: 'ignore', timeout: 120_000 });
    return { python };
  } catch (error) {
    if (process.env['ENTENTE_REQUIRE_READERS'] === '1') throw error;
    return { missing: 'Python 3 with networkx and rdflib is not at hand' };
  }
}

/** What a reader found in a file. */
export function readBack(readers: Readers, kind: string, ...paths: string[]): Record<string, unknown> {
  if ('missing' in readers) throw new Error(readers.missing);
  const script = join(import.meta.dirname, 'read_back.py');
  return JSON.parse(execFileSync(readers.python, [script, kind, ...paths], { encoding: 'utf8', maxBuffer: 100_000_000 })) as Record<string, unknown>;
}
