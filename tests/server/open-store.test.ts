import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ENTITIES, SOURCE } from '../load/seed-folder.js';

const folder = mkdtempSync(join(tmpdir(), 'entente-start-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Opens the embedded store in a process of its own, as a start does; gives the label of an entity. */
function opened(id: string): string {
  const root = process.cwd();
  const script = `
    const { openStore } = await import(${JSON.stringify(join(root, 'src/server/open-store.ts'))});
    const { vocabulary } = await import(${JSON.stringify(join(root, 'schema/vocabulary.ts'))});
    const { readConfig } = await import(${JSON.stringify(join(root, 'src/server/config.ts'))});
    const store = await openStore(readConfig({}), vocabulary, new Map(), () => []);
    console.log((await store.entities([${JSON.stringify(id)}])).get(${JSON.stringify(id)})?.label);`;
  return execFileSync(process.execPath, ['--import', join(root, 'node_modules/tsx/dist/esm/index.mjs'), '--input-type=module', '-e', script], {
    cwd: folder,
    encoding: 'utf8',
  }).trim();
}

const kept = () => readdirSync(join(folder, '.entente'));

describe('a start of the embedded engine', () => {
  it('keeps what it read for the next, until the seeds are others', () => {
    for (const part of ['seed/entities', 'seed/sources']) mkdirSync(join(folder, part), { recursive: true });
    writeFileSync(join(folder, 'seed/entities/all.yml'), ENTITIES);
    writeFileSync(join(folder, 'seed/sources/report.yml'), SOURCE);
    expect(opened('person/bo-sample')).toBe('Bo Sample');
    const [first] = kept();
    expect(kept()).toHaveLength(1);
    expect(opened('person/bo-sample')).toBe('Bo Sample');
    expect(kept()).toEqual([first]);

    writeFileSync(
      join(folder, 'seed/entities/all.yml'),
      ENTITIES.replace('example-meeting: { kind: Meeting, label: Example', 'example-meeting: { kind: Meeting, label: Ada'),
    );
    expect(opened('event/example-meeting')).toBe('Ada and Sample meet');
    expect(kept()).toHaveLength(1);
    expect(kept()).not.toEqual([first]);
  });

  it('reads the seeds again where what was kept is damaged', () => {
    const [name = ''] = kept();
    cpSync(join(folder, 'seed/entities/all.yml'), join(folder, '.entente', name));
    expect(opened('person/ada-example')).toBe('Ada Example');
  });
});
