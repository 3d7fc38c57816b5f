import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

/** Folders of a run of tests that are gone afterwards, whatever process made something there. */
export interface Scratch {
  /** Within the project, so that its packages are found; git passes over it. */
  readonly beside: string;
  /** Outside it. */
  readonly apart: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    scratch: Scratch;
  }
}

export default function setup(project: TestProject): () => void {
  mkdirSync('.entente', { recursive: true });
  const scratch = { beside: mkdtempSync(resolve('.entente', 'tests-')), apart: mkdtempSync(join(tmpdir(), 'entente-tests-')) };
  project.provide('scratch', scratch);
  return () => {
    for (const folder of Object.values(scratch)) rmSync(folder, { recursive: true, force: true });
  };
}
