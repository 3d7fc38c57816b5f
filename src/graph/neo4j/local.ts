import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from './connection.js';
import { DEFAULT_VERSION, javaFor, jarsOf, LocalServerImpossible } from './local-jars.js';

/** A Neo4j server on this machine, without authentication, reachable from this machine only. */
export interface LocalServer {
  readonly uri: string;
  readonly pid: number;
  readonly port: number;
  readonly version: string;
  /** Heap, such as 1g. */
  readonly memory: string;
}

interface LocalOptions {
  /** Where the database, its log and its pid are kept. `.entente/neo4j` by default. */
  readonly folder?: string;
  readonly version?: string;
  /** A free one by default. */
  readonly port?: number;
  /** Heap, such as 1g. */
  readonly memory?: string;
  /** Further lines of its configuration. */
  readonly settings?: readonly string[];
}

/** Where it is unless told otherwise. */
export const FOLDER = join('.entente', 'neo4j');
/** Heap unless told otherwise. */
const MEMORY = '1g';
const START = 120_000;
const STOP = 60_000;

/**
 * Starts a server in the background and waits until it answers; gives the one that runs if it does. The first start
 * fetches the server with Maven. Throws LocalServerImpossible when Java or Maven is missing or the server ends.
 */
export async function startLocal({
  folder = FOLDER,
  version = DEFAULT_VERSION,
  port,
  memory = MEMORY,
  settings = [],
}: LocalOptions = {}): Promise<LocalServer> {
  const running = localStatus(folder);
  if (running) return running;
  const home = resolve(folder);
  const [jars, java, bolt] = [await jarsOf(version), await javaFor(version), port ?? (await freePort())];
  makeHome(home, bolt, settings);
  const output = openSync(join(home, 'logs', 'console.log'), 'a');
  const child = spawn(java, ['-Xms256m', `-Xmx${memory}`, ...flags(version), '-cp', join(jars, '*'), ...main(version, home)], {
    detached: true,
    stdio: ['ignore', output, output],
  });
  child.unref();
  const { pid } = child;
  if (pid === undefined) throw new LocalServerImpossible(`could not run ${java}`);
  const server = { uri: `bolt://127.0.0.1:${String(bolt)}`, pid, port: bolt, version, memory };
  writeFileSync(stateFile(folder), `${JSON.stringify(server)}\n`);
  await answering(server, join(home, 'logs', 'console.log'));
  return server;
}

/** The server that was started in this folder and still runs, or null. */
export function localStatus(folder = FOLDER): LocalServer | null {
  if (!existsSync(stateFile(folder))) return null;
  // One that an earlier release started says nothing of its memory.
  const told = JSON.parse(readFileSync(stateFile(folder), 'utf8')) as Omit<LocalServer, 'memory'> & Partial<Pick<LocalServer, 'memory'>>;
  const server = { memory: MEMORY, ...told };
  return isRunning(server.pid) ? server : null;
}

/** Asks the server to end and waits for it; false when none was running. */
export async function stopLocal(folder = FOLDER): Promise<boolean> {
  const server = localStatus(folder);
  if (server) {
    process.kill(server.pid, 'SIGTERM');
    const deadline = Date.now() + STOP;
    while (isRunning(server.pid)) {
      if (Date.now() > deadline) throw new Error(`process ${String(server.pid)} does not end`);
      await pause(100);
    }
  }
  rmSync(stateFile(folder), { force: true });
  return server !== null;
}

function stateFile(folder: string): string {
  return join(folder, 'server.json');
}

/** Makes the folders that a server needs, with its configuration. */
export function makeHome(home: string, port: number, settings: readonly string[] = []): void {
  for (const name of ['conf', 'data', 'logs', 'plugins', 'import', 'run']) mkdirSync(join(home, name), { recursive: true });
  writeFileSync(join(home, 'conf', 'neo4j.conf'), [...configuration(port), ...settings, ''].join('\n'));
}

function configuration(port: number): readonly string[] {
  const address = `127.0.0.1:${String(port)}`;
  return [
    `server.bolt.listen_address=${address}`,
    `server.bolt.advertised_address=${address}`,
    'server.http.enabled=false',
    'server.https.enabled=false',
    'dbms.security.auth_enabled=false',
    'server.memory.pagecache.size=256m',
    'db.transaction.timeout=600s',
    'db.tx_log.preallocate=false',
    'dbms.usage_report.enabled=false',
  ];
}

/** What Java must be told for this version. */
export function flags(version: string): string[] {
  const open = ['java.base/java.nio', 'java.base/java.io', 'java.base/sun.nio.ch'];
  if (isCalendar(version)) open.push('java.base/java.util.concurrent');
  return [
    ...open.map((name) => `--add-opens=${name}=ALL-UNNAMED`),
    ...(isCalendar(version) ? ['--enable-native-access=ALL-UNNAMED', '--add-modules=jdk.incubator.vector'] : []),
  ];
}

function main(version: string, home: string): string[] {
  const entry = isCalendar(version) ? 'org.neo4j.server.Neo4jCommunity' : 'org.neo4j.server.CommunityEntryPoint';
  return [entry, `--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`, '--console-mode'];
}

/** Releases since 2025 are named by year and month. */
function isCalendar(version: string): boolean {
  return Number(version.split('.')[0]) >= 2025;
}

async function answering(server: LocalServer, log: string): Promise<void> {
  const deadline = Date.now() + START;
  for (;;) {
    const connection = new Connection({ uri: server.uri, user: 'neo4j', password: '', database: 'neo4j', connectTimeout: 2_000 });
    try {
      await connection.verify();
      return;
    } catch (error) {
      if (!isRunning(server.pid)) throw new LocalServerImpossible(`the server ended; see ${log}`, { cause: error });
      if (Date.now() > deadline) throw new LocalServerImpossible(`the server does not answer; see ${log}`, { cause: error });
      await pause(250);
    } finally {
      await connection.close();
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch {
    return false;
  }
}

/** A child that has ended but was not waited for still has a pid on Linux. */
function isZombie(pid: number): boolean {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${String(pid)}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolvePort(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}
