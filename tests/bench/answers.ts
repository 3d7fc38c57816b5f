import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { graphql } from 'graphql';
import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { catalogue } from '../../src/ask/catalogue.js';
import type { GraphStore } from '../../src/graph/store.js';
import { Scope } from '../../src/graphql/scope.js';

/** How one operation does: milliseconds at the median and the 99th percentile, and round trips to the database. */
export interface Measure {
  readonly name: string;
  readonly p50: number;
  readonly p99: number;
  readonly roundTrips: number;
}

const WARM = 20;
const RUNS = 200;

/** Runs each operation of the catalogue as it is after warming up; `trips` counts statements sent so far. */
export async function measureAnswers(store: GraphStore, trips: () => number): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const question of catalogue().questions) measures.push(await measure(question.name, store, trips, question.operation, question.example));
  return measures;
}

const LENSED = `partnerships(where: {involves: {all: ["country/fr", "country/kr"]}}) { totalCount edges { node { label since { edtf } fact { claims(first: 2) { nodes { summary } } } } } }`;

/** The same question plain and through a lens that has been looked through before. */
export async function measureLens(store: GraphStore, trips: () => number): Promise<Measure[]> {
  return [
    await measure('partnerships, plain', store, trips, `{ ${LENSED} }`, {}),
    await measure('partnerships, through a lens', store, trips, `{ view(asOf: "2016-06-01", sources: ["source/key-sister-cities"]) { ${LENSED} } }`, {}),
  ];
}

/** The same question through a lens that nobody has looked through before, another each time. */
export async function measureFirstLooks(store: GraphStore, trips: () => number): Promise<Measure> {
  let day = Date.UTC(2000, 0, 1);
  const next = () => ({ day: new Date((day += 86_400_000)).toISOString().slice(0, 10) });
  return measure('partnerships, first look through a lens', store, trips, `query L($day: EDTF!) { view(asOf: $day) { ${LENSED} } }`, next);
}

const RELATIONS: readonly (readonly [string, string])[] = [
  ['paths of two people', '{ paths(from: "person/to-lam", to: "person/lee-jae-myung") { outcome paths { narrative } } }'],
  ['subgraph around a country', '{ subgraph(around: "country/kr", hops: 2, first: 100) { truncated nodes { id } links { type } } }'],
  ['timeline of two countries', '{ timeline(of: { all: ["country/fr", "country/kr"] }) { totalCount edges { node { sentence } } } }'],
  ['ask: a list', '{ ask(text: "Which partnerships of France and Korea began in 2019?") { outcome sentence } }'],
  ['ask: two kinds', '{ ask(text: "Which calls or meetings took place in 2023?") { outcome sentence } }'],
  ['ask: declined', '{ ask(text: "What does a ticket from Paris to Seoul cost?") { outcome sentence } }'],
];

/** Questions about how things are related, and questions in words. */
export async function measureRelations(store: GraphStore, trips: () => number): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const [name, source] of RELATIONS) measures.push(await measure(name, store, trips, source, {}));
  return measures;
}

type Variables = Readonly<Record<string, unknown>>;

async function measure(name: string, store: GraphStore, trips: () => number, source: string, given: Variables | (() => Variables)): Promise<Measure> {
  const ask = async () => {
    const variableValues = typeof given === 'function' ? given() : given;
    const { errors } = await graphql({ schema, source, variableValues, contextValue: new Scope(vocabulary, store, new Map()) });
    if (errors) throw new Error(`${name}: ${errors[0]?.message ?? ''}`);
  };
  for (let run = 0; run < WARM; run += 1) await ask();
  const before = trips();
  await ask();
  const roundTrips = trips() - before;
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    await ask();
    times.push(performance.now() - start);
  }
  return { name, p50: percentile(times, 0.5), p99: percentile(times, 0.99), roundTrips };
}

/** Starts the built server as `npm start` does; milliseconds to its first answer, and resident megabytes then. */
export async function measureStart(environment: NodeJS.ProcessEnv): Promise<{ milliseconds: number; megabytes: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, ['dist/main.js', 'serve', '--port', '0'], {
    env: { ...process.env, ...environment, ENTENTE_LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        const found = /https?:\/\/\S+\/graphql/.exec(chunk.toString());
        if (found) resolve(found[0]);
      });
      child.on('exit', (code) => {
        reject(new Error(`the server ended with ${String(code)}`));
      });
    });
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ leaders { totalCount } }' }),
    });
    await response.json();
    const milliseconds = performance.now() - start;
    return { milliseconds, megabytes: residentMegabytes(child.pid ?? 0) };
  } finally {
    child.kill('SIGTERM');
  }
}

function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

/** The value that `share` of the sorted times do not pass. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
