import { createWriteStream, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vocabulary } from '../../schema/vocabulary.js';
import { DecisionBook } from '../../src/import/decisions.js';
import { readMapping } from '../../src/import/mapping.js';
import { runImport } from '../../src/import/run.js';
import { readGoodSeeds } from '../../src/load/seeds.js';

const CODES = ['FR', 'KR', 'VN', 'JP', 'CN', 'RU', 'DE', 'IT', 'AU', 'CA'];

/**
 * Writes a table of meetings: a tenth of a thousand people each meets others in ten countries over a century; one row in
 * a thousand has no date, one in ten thousand a code that no country has.
 */
async function generate(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  file.write('no,who,whom,where,date\n');
  for (let row = 1; row <= rows; row += 1) {
    const day = new Date(Date.UTC(1925, 0, 1) + (row % 36_500) * 86_400_000).toISOString().slice(0, 10);
    const date = row % 1_000 === 0 ? '' : day;
    const code = row % 10_000 === 1 ? 'XX' : CODES[row % CODES.length];
    const line = `${String(row)},Envoy ${String(row % 9_973)},Host ${String((row * 7) % 7_919)},${code ?? ''},${date}\n`;
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}

function inMegabytes(bytes: number): string {
  return `${String(Math.round(bytes / 1e6))} MB`;
}

const rows = Number(process.argv[2] ?? '1500000');
const folder = mkdtempSync(join(tmpdir(), 'entente-bench-import-'));
try {
  const table = join(folder, 'meetings.csv');
  await generate(table, rows);
  const { mapping, problems } = readMapping('tests/bench/meetings', 'meetings', vocabulary);
  if (!mapping) throw new Error(JSON.stringify(problems));
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 200);
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const busy = process.cpuUsage();
  mkdirSync(join(folder, 'out'));
  const { manifest } = await runImport({
    mapping,
    from: folder,
    vocabulary,
    known: [readGoodSeeds(vocabulary, 'seed', new Map())],
    book: new DecisionBook(),
    today: '2026-01-01',
    into: join(folder, 'out'),
    progress: (done) => {
      if (done % (rows / 10) !== 0) return;
      const { rss } = process.memoryUsage();
      // With --expose-gc: what is held once garbage is gone.
      globalThis.gc?.();
      console.error(`${String(done)} rows, ${inMegabytes(rss)} resident, ${inMegabytes(process.memoryUsage().heapUsed)} held`);
    },
  });
  clearInterval(watch);
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(busy);
  const { read, taken, refused } = manifest.records;
  console.log(
    `${String(read)} rows (${String(Math.round(statSync(table).size / 1e6))} MB) in ${seconds.toFixed(0)} s: ${String(Math.round(read / seconds))} rows a second, ${String(Math.round((read * 1e6) / (user + system)))} a second of processor`,
  );
  console.log(
    `${String(taken)} taken, ${String(refused)} refused, ${String(manifest.claims)} claims; memory ${String(Math.round(before / 1e6))} MB before, ${String(Math.round(most / 1e6))} MB at most`,
  );
  console.log(manifest.reasons);
} finally {
  rmSync(folder, { recursive: true });
}
