import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The long-term release that is started unless another is asked for. */
export const DEFAULT_VERSION = '5.26.30';

/** Why a local server cannot be started here. */
export class LocalServerImpossible extends Error {
  override readonly name = 'LocalServerImpossible';
}

/**
 * Folder with the server's jars, fetched by Maven when they are not there yet: about 125 MB, once. Folders are
 * `$ENTENTE_NEO4J_CACHE/<version>/lib`, by default below `~/.cache/entente/neo4j`.
 */
export async function jarsOf(version: string): Promise<string> {
  if (!/^\d+(\.\d+){1,2}$/.test(version)) throw new LocalServerImpossible(`expected a version such as ${DEFAULT_VERSION}, got "${version}"`);
  const folder = join(process.env['ENTENTE_NEO4J_CACHE'] ?? join(homedir(), '.cache', 'entente', 'neo4j'), version);
  const jars = join(folder, 'lib');
  if (existsSync(jars) && readdirSync(jars).length > 0) return jars;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'pom.xml'), pom(version));
  const partial = join(folder, `lib-${String(process.pid)}`);
  try {
    const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${partial}`];
    await run('mvn', ['-q', '-B', '-f', join(folder, 'pom.xml'), ...goal], { timeout: 600_000 });
    renameSync(partial, jars);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (existsSync(jars)) return jars;
    throw new LocalServerImpossible(`Maven could not fetch Neo4j ${version}`, { cause: error });
  }
  return jars;
}

/** A Java that this version runs on. Looks at ENTENTE_JAVA, JAVA_HOME, the path and the usual folder. */
export async function javaFor(version: string): Promise<string> {
  const [least, most] = javaRange(version);
  for (const candidate of javaCandidates()) {
    const major = await javaMajor(candidate);
    if (major !== null && major >= least && major <= most) return candidate;
  }
  const wanted = most === Infinity ? `${String(least)} or later` : `${String(least)} to ${String(most)}`;
  throw new LocalServerImpossible(`Neo4j ${version} needs Java ${wanted}; install one or name it in ENTENTE_JAVA`);
}

function javaRange(version: string): [number, number] {
  const major = Number(version.split('.')[0]);
  if (major < 2025) return [17, 21];
  return major === 2025 ? [21, 25] : [25, Infinity];
}

function javaCandidates(): string[] {
  const home = process.env['JAVA_HOME'];
  const folder = '/usr/lib/jvm';
  const installed = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name, 'bin', 'java')) : [];
  return [process.env['ENTENTE_JAVA'] ?? '', home ? join(home, 'bin', 'java') : '', 'java', ...installed].filter(
    (path) => path === 'java' || (path !== '' && existsSync(path)),
  );
}

async function javaMajor(java: string): Promise<number | null> {
  try {
    const { stderr } = await run(java, ['-version']);
    const major = /version "(\d+)/.exec(stderr)?.[1];
    return major === undefined ? null : Number(major);
  } catch {
    return null;
  }
}

/** Always one version: a range makes Maven read the poms of every release. */
function pom(version: string): string {
  const dependency = (group: string, artifact: string) =>
    `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>neo4j-local</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    ${dependency('org.neo4j.app', 'neo4j-server')}
    ${dependency('org.neo4j', 'neo4j')}
    ${dependency('org.neo4j', 'neo4j-bolt')}
  </dependencies>
</project>
`;
}
