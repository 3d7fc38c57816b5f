import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `npm run check`: types, lint, format, dead code, tests; it ends where one fails. `-- --update` first rewrites
 * what is generated. `-- --gate` also installs the packed package and runs the store's tests on the newer Neo4j, lets
 * nothing be skipped, goes on after a failure, and ends with a line that counts.
 */
interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Whether each test of a Vitest run counts, instead of the step as one. */
  readonly isVitest?: boolean;
  readonly onlyInGate?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

const NOTHING_SKIPPED = { ENTENTE_REQUIRE_NEO4J: '1', ENTENTE_REQUIRE_BROWSER: '1', ENTENTE_REQUIRE_READERS: '1' };

/** Those of one group run side by side, and are told one after the other. */
const groups: readonly (readonly Step[])[] = [
  [
    { name: 'types', command: ['npx', 'tsc'] },
    { name: 'types of the operations', command: ['npx', 'gql.tada', 'generate-output', '-c', 'src/explorer/tsconfig.json'] },
  ],
  [
    { name: 'lint', command: ['npx', 'eslint', 'src', 'schema', 'tests', 'vitest.config.ts'] },
    { name: 'types of the page', command: ['npx', 'tsc', '-p', 'src/explorer'] },
  ],
  [
    { name: 'format', command: ['npx', 'prettier', '--check', '--log-level', 'warn', '.'] },
    { name: 'dead code', command: ['npx', 'knip'] },
  ],
  [{ name: 'tests', command: ['npm', 'test', '--'], isVitest: true }],
  [
    {
      name: "the store's tests on Neo4j 2026.08",
      command: ['npx', 'vitest', 'run', 'tests/contract/store.contract.test.ts'],
      isVitest: true,
      onlyInGate: true,
      environment: { ENTENTE_NEO4J_VERSION: '2026.08.1' },
    },
    { name: 'the packed package', command: ['npx', 'tsx', 'tests/package.ts'], onlyInGate: true },
  ],
];

const isGate = process.argv.includes('--gate');
if (process.argv.includes('--update')) await update();

const results = mkdtempSync(join(tmpdir(), 'entente-check-'));
let passed = 0;
let failed = 0;
for (const group of groups) {
  const steps = group.filter(({ onlyInGate }) => isGate || onlyInGate !== true);
  const before = failed;
  const isAlone = steps.length === 1;
  if (isAlone) console.log(`\n# ${steps[0]?.name ?? ''}`);
  for (const ended of steps.map((step) => outcome(step, isAlone))) {
    const { name, good, bad, text } = await ended;
    if (!isAlone) console.log(`\n# ${name}\n${text}`);
    passed += good;
    failed += bad;
    if (bad > 0) console.error(`# ${name}: ${String(bad)} failed`);
  }
  if (failed > before && !isGate) break;
}
rmSync(results, { recursive: true });
if (isGate) console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;

interface Outcome {
  readonly name: string;
  readonly good: number;
  readonly bad: number;
  /** What it printed, unless that could be seen as it came. */
  readonly text: string;
}

/** Runs a step: how many passed and failed. */
async function outcome({ name, command, isVitest, environment }: Step, isAlone: boolean): Promise<Outcome> {
  const file = join(results, `${name.replaceAll(/\W+/g, '-')}.json`);
  const [program = '', ...words] = [...command, ...(isVitest === true ? ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`] : [])];
  const env = { ...process.env, ...(isGate ? NOTHING_SKIPPED : {}), ...environment };
  const child = spawn(program, words, { stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'], env });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const [status] = (await once(child, 'close')) as [number | null];
  const [good, bad] = isVitest === true ? counted(file, status === 0) : status === 0 ? [1, 0] : [0, 1];
  return { name, good, bad, text };
}

/** Counts tests, and as one each file that could not be run and a run that ended badly for another reason. */
function counted(file: string, isGood: boolean): readonly [number, number] {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8')) as Results;
    const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
    const bad = numFailedTests + broken;
    return [numPassedTests, isGood ? bad : Math.max(1, bad)];
  } catch {
    return [0, 1];
  }
}

interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

async function update(): Promise<void> {
  const { referenceSeeds, generatedFiles } = await import('./generated.js');
  const { pageWithAnswers, readmeWithAnswers } = await import('./readme-answers.js');
  const pages = { 'README.md': await readmeWithAnswers(), 'docs/lens.md': await pageWithAnswers('docs/lens.md') };
  for (const [file, text] of Object.entries({ ...generatedFiles(), ...referenceSeeds(), ...pages })) writeFileSync(file, text);
  spawnSync('npx', ['prettier', '--write', '--log-level', 'warn', '.'], { stdio: 'inherit' });
}
