import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { vocabulary } from '../../schema/vocabulary.js';
import { startLocal, stopLocal } from '../../src/graph/neo4j/local.js';
import { openNeo4jStore } from '../../src/graph/neo4j/neo4j-store.js';
import { seeds } from '../ask/asking.js';
import { serve, type GraphQLAnswer, type Serving } from '../server/serving.js';

/**
 * `npm run bench:comeback`: a real Neo4j is killed, or asked to end, while clients ask the server before it, and started
 * again: how soon the first error comes, how long errors take, and how long after the database's return all answers are
 * right again. Times inform, nothing is asserted.
 */
const QUESTIONS = [
  '{ entity(id: "country/fr") { id } }',
  '{ partnerships(first: 20, where: { involves: { all: ["country/fr", "country/kr"] } }) { totalCount nodes { label parties { totalCount } } } }',
  '{ people(first: 20) { nodes { label events(first: 5) { nodes { label } } } } }',
  '{ search(text: "hanoi") { nodes { id } } }',
];
/** Milliseconds between two questions: a few visitors, and as many as two cores can serve when all is warm. */
const INTERVALS = [250, 50];
const DOWN_FOR = 3_000;
const WATCHED_FOR = 15_000;

interface Asked {
  readonly sent: number;
  readonly answered: number;
  readonly isRight: boolean;
  readonly code: string;
}

function codeOf({ errors }: GraphQLAnswer): string {
  const code = errors?.[0]?.extensions['code'];
  return typeof code === 'string' ? code : '';
}

/** Asks one question after the other, whatever comes of the last, until it is stopped. */
async function load({ ask }: Serving, right: readonly string[], interval: number, stop: AbortSignal): Promise<readonly Asked[]> {
  const asked: Promise<Asked>[] = [];
  for (let at = 0; !stop.aborted; at += 1) {
    const number = at % QUESTIONS.length;
    const sent = performance.now();
    asked.push(
      ask(QUESTIONS[number]).then(({ json }) => ({
        sent,
        answered: performance.now(),
        isRight: JSON.stringify(json.data) === right[number],
        code: codeOf(json),
      })),
    );
    await pause(interval);
  }
  return Promise.all(asked);
}

const folder = mkdtempSync(join(tmpdir(), 'entente-comeback-'));
const { uri, port } = await startLocal({ folder });
const store = openNeo4jStore({ uri, user: 'neo4j', password: '', database: 'neo4j' }, vocabulary);
await store.apply(seeds());
const serving = await serve({ ENTENTE_LOG_LEVEL: 'silent' }, store);
const right: string[] = [];
for (const question of QUESTIONS) right.push(JSON.stringify((await serving.ask(question)).json.data));

for (const [signal, interval] of INTERVALS.flatMap((interval) => (['SIGKILL', 'SIGTERM'] as const).map((signal) => [signal, interval] as const))) {
  const stopping = new AbortController();
  const loading = load(serving, right, interval, stopping.signal);
  await pause(1_000);
  const died = performance.now();
  if (signal === 'SIGKILL') process.kill((await startLocal({ folder })).pid, signal);
  else await stopLocal(folder);
  await pause(DOWN_FOR);
  await startLocal({ folder, port });
  const back = performance.now();
  await pause(WATCHED_FOR);
  stopping.abort();
  const asked = await loading;
  const wrong = asked.filter(({ isRight }) => !isRight);
  const whileDown = wrong.filter(({ sent }) => sent > died && sent < back);
  const first = Math.min(...wrong.map(({ answered }) => answered));
  const last = Math.max(...wrong.map(({ answered }) => answered));
  const codes = [...new Set(wrong.map(({ code }) => code))].join(', ');
  const longest = Math.max(...whileDown.map(({ sent, answered }) => answered - sent));
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  console.log(
    `${signal}, a question each ${ms(interval)}: first error ${ms(first - died)} after its death; errors of ${codes} while it was away, none later than ${ms(longest)} after its question`,
  );
  console.log(
    `${signal}, a question each ${ms(interval)}: the last wrong answer ${ms(last - back)} after it answered again; ${String(wrong.length)} of ${String(asked.length)} wrong`,
  );
}
await serving.server.stop();
await stopLocal(folder);
rmSync(folder, { recursive: true, force: true });
