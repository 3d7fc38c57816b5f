import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `npm run check`: types, lint, format, dead code, tests, the store's on the newer Neo4j too; it ends where one fails.
 * `-- --gate` has twenty minutes: it leaves out what is in STYLE and LONG and the newer Neo4j, installs the packed
 * package, lets no test skip itself, goes on after a failure, and ends with a line that counts.
 */
interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Whether each test of a Vitest run counts, instead of the step as one. */
  readonly isVitest?: boolean;
  /** Where it runs, if not in both. */
  readonly in?: 'gate' | 'check';
  readonly environment?: Readonly<Record<string, string>>;
}

const NOTHING_SKIPPED = { ENTENTE_REQUIRE_NEO4J: '1', ENTENTE_REQUIRE_BROWSER: '1', ENTENTE_REQUIRE_READERS: '1' };

const isGate = process.argv.includes('--gate');

/** What takes longest, and says what things cost rather than what they are: the gate, whose time is bounded, leaves it to `npm run check`. */
const LONG = ['tests/speed/**', 'tests/cli/via-csv.test.ts'];

/** A part of the tests that need Neo4j, on a server of its own. */
const onNeo4j = (part: string): Step => ({
  name: `tests on Neo4j, part ${part}`,
  command: ['npm', 'test', '--', '--project', 'neo4j', `--shard=${part}`, ...(isGate ? LONG.flatMap((files) => ['--exclude', files]) : [])],
  isVitest: true,
});

const TYPES: readonly Step[] = [
  { name: 'types', command: ['npx', 'tsc'] },
  { name: 'types of the page', command: ['sh', '-c', 'npx gql.tada generate-output -c src/explorer/tsconfig.json && npx tsc -p src/explorer'] },
];

/** How the code is written: looked at before a commit; the gate has its time for what the code does. */
const STYLE: readonly Step[] = [
  { name: 'lint', command: ['npx', 'eslint', 'src', 'schema', 'tests', 'vitest.config.ts'] },
  { name: 'format', command: ['npx', 'prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'dead code', command: ['npx', 'knip'] },
];

/** Tests that need Neo4j wait for one process at a time, and come first, two beside one another; those without take all that the others leave. */
const TESTS: readonly Step[] = [
  onNeo4j('1/2'),
  onNeo4j('2/2'),
  { name: 'tests without Neo4j', command: ['npm', 'test', '--', '--project', 'alone'], isVitest: true },
  {
    name: "the store's tests on Neo4j 2026.08",
    command: ['npx', 'vitest', 'run', 'tests/contract/store.contract.test.ts'],
    isVitest: true,
    in: 'check',
    environment: { ENTENTE_NEO4J_VERSION: '2026.08.1' },
  },
  { name: 'the packed package', command: ['npx', 'tsx', 'tests/package.ts'], in: 'gate' },
];

/** How many steps run at a time: on a server that is given, which the tests wipe, one. */
const AT_ONCE = process.env['NEO4J_URI'] === undefined ? 2 : 1;

const results = mkdtempSync(join(tmpdir(), 'entente-check-'));
let passed = 0;
let failed = 0;
// What is short tells first whether the rest is worth its time; the gate does all of it.
for (const steps of isGate ? [[...TYPES, ...TESTS]] : [[...TYPES, ...STYLE], TESTS]) {
  // Each of those at work takes the next step as soon as it is done with one.
  const left = steps.filter((step) => step.in === undefined || (step.in === 'gate') === isGate).values();
  await Promise.all(Array.from({ length: AT_ONCE }, () => follow(left)));
  if (failed > 0 && !isGate) break;
}
rmSync(results, { recursive: true });
if (isGate) console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function follow(left: Iterable<Step>): Promise<void> {
  for (const step of left) {
    if (failed > 0 && !isGate) return;
    if (step.isVitest === true) console.log(`\n# ${step.name}`);
    const began = performance.now();
    const { good, bad, text } = await outcome(step);
    if (step.isVitest !== true) console.log(`\n# ${step.name}\n${text}`);
    console.log(`# ${step.name}: ${String(Math.round((performance.now() - began) / 1_000))} s`);
    passed += good;
    failed += bad;
    if (bad > 0) console.error(`# ${step.name}: ${String(bad)} failed`);
  }
}

interface Outcome {
  readonly good: number;
  readonly bad: number;
  readonly text: string;
}

/** Runs a step: how many passed and failed, and what it printed; tests, which take long, are told as they come. */
async function outcome({ name, command, isVitest, environment }: Step): Promise<Outcome> {
  const file = join(results, `${name.replaceAll(/\W+/g, '-')}.json`);
  const [program = '', ...words] = [...command, ...(isVitest === true ? ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`] : [])];
  const env = { ...process.env, ...(isGate ? NOTHING_SKIPPED : {}), ...environment };
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], env });
  let text = '';
  for (const [from, to] of [[child.stdout, process.stdout] as const, [child.stderr, process.stderr] as const])
    from.setEncoding('utf8').on('data', (chunk: string) => (isVitest === true ? to.write(chunk) : (text += chunk)));
  const [status] = (await once(child, 'close')) as [number | null];
  const [good, bad] = isVitest === true ? counted(file, status === 0) : status === 0 ? [1, 0] : [0, 1];
  return { good, bad, text };
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
