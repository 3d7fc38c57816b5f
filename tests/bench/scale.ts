import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { FOLDER, startLocal, stopLocal } from '../../src/graph/neo4j/local.js';

/**
 * Writes a table of which every row is a relationship: people take part in meetings, twenty to a meeting, each in thirty.
 */
async function generate(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  file.write('no,who,meeting,date\n');
  for (let row = 1; row <= rows; row += 1) {
    const meeting = Math.floor(row / 20);
    const day = new Date(Date.UTC(1925, 0, 1) + (meeting % 36_500) * 86_400_000).toISOString().slice(0, 10);
    if (!file.write(`${String(row)},Envoy ${String((row * 7_919) % Math.ceil(rows / 30))},${String(meeting)},${day}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}

/** Runs a command of the built program to its end, or kills it after so many seconds; tells how long it took, and how much memory at most. */
async function run(folder: string, uri: string | null, args: readonly string[], seconds = Infinity): Promise<void> {
  const began = performance.now();
  const env = { ...process.env, ...(uri === null ? {} : { NEO4J_URI: uri, NEO4J_USER: 'neo4j', NEO4J_PASSWORD: '' }) };
  const child = spawn(process.execPath, [resolve('dist/main.js'), ...args], { cwd: folder, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = once(child, 'exit');
  let [most, isOver] = ['', false];
  void ended.then(() => (isOver = true));
  while (!isOver) {
    await Promise.race([ended, pause(250)]);
    try {
      most = /VmHWM:\s+(.*)/.exec(readFileSync(`/proc/${String(child.pid)}/status`, 'utf8'))?.[1] ?? most;
    } catch {
      // It has ended meanwhile.
    }
    if ((performance.now() - began) / 1_000 > seconds) child.kill('SIGKILL');
  }
  console.log(
    `${args[0] ?? ''}: ${((performance.now() - began) / 1_000).toFixed(0)} s, ${most} resident at most, exit ${String(child.exitCode ?? child.signalCode)}\n`,
  );
}

// bench:scale ROWS FOLDER SECONDS --via-csv: reads so many rows, for so long at most, and fills Neo4j by transactions or from files.
const rows = Number(process.argv[2] ?? '1500000');
const folder = resolve(process.argv[3] ?? join('.entente', 'scale'));
const seconds = Number(process.argv[4] ?? 'Infinity');
const isViaCsv = process.argv[5] === '--via-csv';
mkdirSync(folder, { recursive: true });
await generate(join(folder, 'takings.csv'), rows);
const database = join(folder, FOLDER);
const { uri } = await startLocal({ folder: database, memory: '3g' });
try {
  const importing = ['import', resolve('tests/bench/takings'), '--from', folder];
  await run(folder, isViaCsv ? null : uri, importing, seconds);
  if (isViaCsv) await run(folder, uri, ['apply', '--via-csv']);
  await run(folder, uri, importing);
  await run(folder, uri, importing);
  await run(folder, uri, ['apply']);
} finally {
  await stopLocal(database);
}
