import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import { readAtHand } from '../../src/load/at-hand.js';
import { KeyedFile } from '../../src/load/keyed-file.js';
import { linesOf } from '../../src/load/lines.js';
import { SortedFile } from '../../src/load/sorted-file.js';

const folder = mkdtempSync(join(tmpdir(), 'entente-lines-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What other readers take for the end of a line, and what is longer than is read at once. */
const ITEMS = ['plain', 'a\u2028b', 'a\u2029b', 'a\rb', '', '한국'.repeat(40_000), 'x'];

it('reads the lines that were written, whatever stands in them', () => {
  const path = join(folder, 'lines.jsonl');
  for (const end of ['\n', '']) {
    writeFileSync(path, ITEMS.join('\n') + end);
    expect([...linesOf(path)]).toEqual(ITEMS);
  }
  writeFileSync(path, '');
  expect([...linesOf(path)]).toEqual([]);
});

it('finds what stands under a key, and nothing else, wherever it lies in the file', async () => {
  const sorted = new SortedFile<{ readonly at: number; readonly text: string }>(join(folder, 'sorting'), (one) => one, { held: 7, runs: 3 });
  const ids = Array.from({ length: 200 }, (_none, at) => `person/${['a', 'a-b', 'a.b', 'é', 'tab\there', 'back\\slash'][at % 6] ?? ''}-${String(at % 40)}`);
  for (const [at, id] of ids.entries()) sorted.add(`${id} claim/${String(at)}`, { at, text: (ITEMS[at % ITEMS.length] ?? '').slice(0, 9_000) });
  const file = await KeyedFile.write<{ readonly at: number; readonly text: string }>(join(folder, 'keyed.jsonl'), sorted.entries());
  expect([file.size, [...file.items()].map(({ at }) => at).sort((a, b) => a - b)]).toEqual([200, ids.map((_id, at) => at)]);
  for (const id of new Set(ids.filter((one) => !/[\t\\ ]/.test(one)))) {
    const found = file.under(id);
    expect(found.map(({ at }) => at).sort((a, b) => a - b)).toEqual(ids.flatMap((one, at) => (one === id ? [at] : [])));
    for (const { at, text } of found) expect(text).toBe((ITEMS[at % ITEMS.length] ?? '').slice(0, 9_000));
  }
  expect([file.under('person/'), file.under('person/a'), file.under('zzz'), file.under('')]).toEqual([[], [], [], []]);
  file.close();
});

it('says that data sets do not fit into memory before it reads them', () => {
  const home = join(folder, 'data', 'large');
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'dataset.json'), JSON.stringify({ format: 1, name: 'large', source: { id: 'source/large', header: {}, sentences: [] } }));
  writeFileSync(join(home, 'claims.jsonl'), '');
  // Takes no room on the disk.
  truncateSync(join(home, 'claims.jsonl'), 1e12);
  expect(() => readAtHand({ seed: 'none', data: join(folder, 'data') }, vocabulary, new Map())).toThrow(
    /the imported data sets \(1000000 MB of claims\) do not fit into the memory of this process.*`entente apply`.*--max-old-space-size=2500000/,
  );
});
