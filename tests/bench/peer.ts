import { execute, parse } from 'graphql';
import neo4j, { type Driver } from 'neo4j-driver';
import { isDeepStrictEqual } from 'node:util';
import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { openNeo4jStore } from '../../src/graph/neo4j/neo4j-store.js';
import { Scope } from '../../src/graphql/scope.js';
import { percentile } from './answers.js';
import { changesOf } from './changes.js';
import { generate } from './generate.js';
import { peerQuestions, type PeerQuestion } from './peer-questions.js';

/**
 * `npm run bench:peer`, with NEO4J_URI: ten operations against a statement written by hand for each and sent by the raw
 * driver, which is the floor. Answers are compared before anything is measured; what differs ends the bench. BENCH_LOAD=1
 * fills an empty database first, with a world of SIZE relationships, 100,000 by default; RUNS says how often each is asked.
 */
const SIZE = Number(process.env['SIZE'] ?? 100_000);
const RUNS = Number(process.env['RUNS'] ?? 100);
const WARM = 20;
const HUB = 'country/c0';
const PERSON = 'person/p1';

const uri = process.env['NEO4J_URI'];
if (uri === undefined) throw new Error('name a database in NEO4J_URI');
const [user, password, database] = [process.env['NEO4J_USER'] ?? 'neo4j', process.env['NEO4J_PASSWORD'] ?? '', process.env['NEO4J_DATABASE'] ?? 'neo4j'];
const sent: { text: string; parameters: Readonly<Record<string, unknown>> }[] = [];
const onStatement = (_name: string, text: string, parameters: Readonly<Record<string, unknown>>) => sent.push({ text, parameters });
// What is measured is ratios, on a busy machine too: nothing is given up for its time.
const store = openNeo4jStore({ uri, user, password, database, onStatement, statementTimeout: 120_000, acquisitionTimeout: 60_000 }, vocabulary);
// eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its options as a class and takes literals
const driver: Driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });

async function run(text: string, parameters: Readonly<Record<string, unknown>>): Promise<{ rows: unknown[]; hits: number }> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its options as a class and takes literals
  const { records, summary } = await driver.executeQuery(text, { ...parameters }, { database, routing: 'READ' });
  const rows = records.map((record) => record.keys.map((key) => record.get(key) as unknown));
  return { rows, hits: summary.profile === false ? 0 : total(summary.profile) };
}

/** A step of a profiled plan. */
interface Step {
  readonly dbHits: number;
  readonly children: readonly Step[];
}

function total({ dbHits, children }: Step): number {
  return children.reduce((sum, child) => sum + total(child), dbHits);
}

interface Measured {
  readonly p50: number;
  readonly processor: number;
}

async function measure(ask: () => Promise<unknown>): Promise<Measured> {
  for (let at = 0; at < WARM; at += 1) await ask();
  const before = process.cpuUsage();
  const times: number[] = [];
  for (let at = 0; at < RUNS; at += 1) {
    const begun = performance.now();
    await ask();
    times.push(performance.now() - begun);
  }
  const { user: own, system } = process.cpuUsage(before);
  return { p50: percentile(times, 0.5), processor: (own + system) / 1_000 / RUNS };
}

async function compare({ name, operation, cypher, parameters, read }: PeerQuestion): Promise<readonly [number, number]> {
  const document = parse(operation);
  const ask = async () => {
    const { data, errors } = await execute({ schema, document, contextValue: new Scope(vocabulary, store, new Map()) });
    if (errors) throw new Error(`${name}: ${errors[0]?.message ?? ''}`);
    return data;
  };
  const floor = await run(cypher, parameters);
  const answer = read(JSON.parse(JSON.stringify(await ask())) as never);
  if (!isDeepStrictEqual(answer, floor.rows)) throw new Error(`${name}: ${JSON.stringify(answer)} is not ${JSON.stringify(floor.rows)}`);
  sent.length = 0;
  await ask();
  const trips = [...sent];
  let hits = 0;
  for (const { text, parameters: given } of trips) hits += (await run(`PROFILE ${text}`, given)).hits;
  const least = (await run(`PROFILE ${cypher}`, parameters)).hits;
  const [own, raw] = [await measure(ask), await measure(() => run(cypher, parameters))];
  const ratios = [own.p50 / raw.p50, own.processor / raw.processor] as const;
  const columns = [
    name.padEnd(40),
    `p50 ${own.p50.toFixed(1)} / ${raw.p50.toFixed(1)} ms = ${ratios[0].toFixed(2)}`.padEnd(30),
    `processor ${ratios[1].toFixed(2)}`.padEnd(16),
    `hits ${String(hits)} / ${String(least)}`.padEnd(24),
    `${String(trips.length)} round trips`,
  ];
  console.log(columns.join(' '));
  return ratios;
}

const mean = (numbers: readonly number[]) => Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length);

try {
  if (process.env['BENCH_LOAD'] === '1') await store.apply(changesOf(generate({ size: SIZE, seed: 6, countries: 40 })));
  const [[all] = []] = (await run('MATCH (e:Event) RETURN count(e)', {})).rows as number[][];
  const skip = neo4j.int(Math.floor((all ?? 0) * 0.9));
  const [deep = []] = (await run('MATCH (e:Event) RETURN e.sortDate, e.id ORDER BY e.byDate DESC SKIP $skip LIMIT 1', { skip })).rows as string[][];
  const ratios: (readonly [number, number])[] = [];
  for (const question of peerQuestions(PERSON, HUB, { sort: deep[0] ?? '', id: deep[1] ?? '' })) ratios.push(await compare(question));
  console.log(
    `geometric means of ratios to the floor: p50 ${mean(ratios.map(([p50]) => p50)).toFixed(2)}, processor ${mean(ratios.map(([, own]) => own)).toFixed(2)}`,
  );
} finally {
  await Promise.all([store.close(), driver.close()]);
}
