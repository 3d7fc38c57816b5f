import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

const folder = mkdtempSync(join(inject('scratch').beside, 'built-'));

execFileSync(process.execPath, ['build.js', '--out', folder, '--page', 'none']);

/** The program as it is installed, built once in a process of tests: from its sources it takes some seconds to begin. */
export const COMMAND = [process.execPath, join(folder, 'main.js')] as const;
