import { execFile } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { flags, makeHome, startLocal, stopLocal, type LocalServer } from './local.js';
import { javaFor, jarsOf } from './local-jars.js';

const run = promisify(execFile);

/** The character that stands between the values of a list, as neo4j-admin is told it. */
const LIST_MARK = '--array-delimiter=U+001F';

/** What neo4j-admin prints at most, in bytes: a line for each hundredth, and a report at the end. */
const MOST_PRINTED = 16_000_000;

/** Files for neo4j-admin, with a header each. */
export interface ImportFiles {
  readonly nodes: readonly string[];
  readonly relationships: readonly string[];
}

/**
 * Makes the database of a local server from files, in place of the one that it has. It is made beside that one, and the
 * server stands still only while the two change places: stopped before, nothing has changed. Gives the server anew.
 */
export async function fillLocal(server: LocalServer, folder: string, { nodes, relationships }: ImportFiles): Promise<LocalServer> {
  const { version, port, memory } = server;
  const [home, beside] = [resolve(folder), resolve(folder, 'importing')];
  rmSync(beside, { recursive: true, force: true });
  makeHome(beside, port);
  try {
    const [java, jars] = [await javaFor(version), await jarsOf(version)];
    const files = [...nodes.map((path) => `--nodes=${path}`), ...relationships.map((path) => `--relationships=${path}`)];
    const report = `--report-file=${join(beside, 'import.report')}`;
    await run(
      java,
      [
        `-Xmx${memory}`,
        ...flags(version),
        ...['-cp', join(jars, '*'), 'org.neo4j.cli.AdminTool', 'database', 'import', 'full', 'neo4j'],
        ...[...files, LIST_MARK, '--multiline-fields=true', report],
      ],
      { env: { ...process.env, NEO4J_HOME: beside, NEO4J_CONF: join(beside, 'conf') }, maxBuffer: MOST_PRINTED },
    );
    await stopLocal(folder);
    for (const part of ['databases', 'transactions']) {
      const there = join(home, 'data', part, 'neo4j');
      rmSync(there, { recursive: true, force: true });
      mkdirSync(join(home, 'data', part), { recursive: true });
      renameSync(join(beside, 'data', part, 'neo4j'), there);
    }
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  return startLocal({ folder, version, port, memory });
}
