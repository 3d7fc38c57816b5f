import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { SortedFile } from '../../src/load/sorted-file.js';

const folder = mkdtempSync(join(tmpdir(), 'entente-sorted-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it.each([
  { what: 'memory', held: 1_000, runs: 8 },
  { what: 'a few runs', held: 50, runs: 8 },
  { what: 'more runs than are merged at once', held: 3, runs: 4 },
])('sorts by key within $what, and joins items of one key in the order in which they came', async ({ what, held, runs }) => {
  const sorted = new SortedFile<string>(join(folder, what), (first, next) => `${first}${next}`, { held, runs });
  // 101 is a prime, so the keys come in no order; each comes three times.
  for (let at = 0; at < 303; at += 1) sorted.add(`key ${String((at * 37) % 101).padStart(3, '0')}`, 'abc'[Math.floor(at / 101)] ?? '');
  const path = join(folder, `${what}.jsonl`);
  expect(await sorted.write(path)).toBe(101);
  expect(readFileSync(path, 'utf8')).toBe('"abc"\n'.repeat(101));
  const again = new SortedFile<string>(join(folder, `${what} again`), (first) => first, { held, runs });
  for (let at = 0; at < 303; at += 1) again.add(String((at * 37) % 101).padStart(3, '0'), String((at * 37) % 101).padStart(3, '0'));
  await again.write(path);
  const keys = readFileSync(path, 'utf8').trim().split('\n');
  expect(keys).toEqual([...keys].sort());
  expect(keys).toHaveLength(101);
});
