import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { StoreOverloaded, StoreTimeout, StoreUnavailable } from '../../src/graph/neo4j/errors.js';
import { COMMAND } from '../built.js';
import { serve, type Answer, type Serving } from './serving.js';
import { TroubledStore } from './troubled-store.js';

const FRANCE = '{ entity(id: "country/fr") { id } }';
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits for what must come; only the test's own timeout ends it. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(10);
}

let store: TroubledStore;
let serving: Serving | null = null;

beforeAll(async () => {
  store = await TroubledStore.filled();
});
afterEach(async () => {
  store.release();
  store.failure = null;
  await serving?.server.stop();
  serving = null;
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function serveTroubled(environment: Record<string, string> = {}): Promise<Serving> {
  serving = await serve(environment, store);
  return serving;
}

describe('the small routes', () => {
  it('tell health, readiness and metrics', async () => {
    const { fetch, ask } = await serveTroubled();
    await ask(FRANCE);
    expect(await fetch('/health')).toMatchObject({ status: 200, json: { status: 'alive' } });
    expect(await fetch('/ready')).toMatchObject({ status: 200, json: { status: 'ready', engine: 'embedded' } });
    const metrics = await fetch('/metrics');
    expect(metrics.status).toBe(200);
    expect(metrics.text).toContain('entente_http_requests_total{route="/graphql",status="200"} 1');
    expect(metrics.text).toContain('entente_graphql_executions_in_flight 0');
  });

  it('answer HEAD, refuse other methods, and know no other path', async () => {
    const { fetch } = await serveTroubled();
    expect(await fetch('/health', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
    expect((await fetch('/health', { method: 'POST' })).status).toBe(405);
    expect((await fetch('/nothing')).status).toBe(404);
    expect((await fetch('/graphql', { method: 'DELETE' })).status).toBe(405);
  });

  it.each([
    ['that is set', { ENTENTE_METRICS: 'false' }],
    ['it is production', { NODE_ENV: 'production' }],
  ])('keep their metrics to themselves where %s', async (_when, environment: Record<string, string>) => {
    const { fetch } = await serveTroubled(environment);
    expect((await fetch('/metrics')).status).toBe(404);
  });

  it('tell their metrics at an address of their own where one is set', async () => {
    const port = await freePort();
    const { fetch } = await serveTroubled({ NODE_ENV: 'production', ENTENTE_METRICS: `127.0.0.1:${String(port)}` });
    expect((await fetch('/metrics')).status).toBe(404);
    expect(await (await globalThis.fetch(`http://127.0.0.1:${String(port)}/metrics`)).text()).toContain('entente_http_requests_total');
    expect((await globalThis.fetch(`http://127.0.0.1:${String(port)}/graphql`)).status).toBe(404);
  });
});

describe('a store in trouble', () => {
  it('that cannot be reached: alive, not ready, DATABASE_UNAVAILABLE at once', async () => {
    const { fetch, ask } = await serveTroubled();
    store.failure = new StoreUnavailable('bolt://secret:7687 refused');
    expect((await fetch('/health')).status).toBe(200);
    expect(await fetch('/ready')).toMatchObject({ status: 503, json: { code: 'DATABASE_UNAVAILABLE' } });
    const answer = await ask(FRANCE);
    expect(answer).toMatchObject({ status: 503, json: { errors: [{ extensions: { code: 'DATABASE_UNAVAILABLE' } }] } });
    expect(answer.text).not.toContain('secret');
    store.failure = null;
    expect((await fetch('/ready')).status).toBe(200);
  });

  it.each([
    [new StoreOverloaded('pool'), 'OVERLOADED'],
    [new StoreTimeout('late'), 'TIMEOUT'],
  ])('%s is answered 503 with Retry-After', async (failure, code) => {
    const { ask } = await serveTroubled();
    store.failure = failure;
    const answer = await ask(FRANCE);
    expect(answer).toMatchObject({ status: 503, json: { errors: [{ extensions: { code } }] } });
    expect(answer.headers.get('retry-after')).toBe('1');
  });

  it('that fails beside what is answered leaves the status at 200', async () => {
    const { ask } = await serveTroubled();
    store.failure = new StoreUnavailable('gone');
    expect(await ask(`{ __typename ...on Query ${FRANCE} }`)).toMatchObject({ status: 200, json: { data: { __typename: 'Query', entity: null } } });
  });

  it('whose failure nobody foresaw is masked; answer and log share an id, once for one failure', async () => {
    const { ask, logged } = await serveTroubled();
    store.failure = new Error('the password is swordfish');
    const answer = await ask('{ a: entity(id: "country/fr") { id } b: entity(id: "country/kr") { id } }');
    expect(answer.text).not.toContain('swordfish');
    const ids = (answer.json.errors ?? []).map(({ extensions }) => extensions['id']);
    expect(answer.json.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }, { extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    const lines = logged.filter((line) => line.includes('swordfish')).map((line) => (JSON.parse(line) as { errorId: string }).errorId);
    expect(lines).toEqual([...new Set(ids)]);
    expect(lines).toHaveLength(1);
  });
});

describe('many at once', () => {
  const noneInFlight = async ({ fetch }: Serving) => (await fetch('/metrics')).text.includes('entente_graphql_executions_in_flight 0');

  it('more than may run at once are answered 503 with Retry-After, and then all is as before', async () => {
    const { ask } = await serveTroubled({ ENTENTE_MAX_EXECUTIONS: '2' });
    store.hold();
    const early: Answer[] = [];
    const answers = Array.from({ length: 5 }, () =>
      ask(FRANCE).then((answer) => {
        early.push(answer);
        return answer;
      }),
    );
    await until(() => early.length === 3);
    expect(early.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(early[0]?.headers.get('retry-after')).toBe('1');
    expect(early[0]?.json.errors?.[0]?.extensions['code']).toBe('OVERLOADED');
    store.release();
    expect((await Promise.all(answers)).map(({ status }) => status).sort()).toEqual([200, 200, 503, 503, 503]);
    expect((await ask(FRANCE)).status).toBe(200);
  });

  it('the deadline ends a request with TIMEOUT, and what runs for it', async () => {
    const running = await serveTroubled({ ENTENTE_DEADLINE: '100' });
    store.hold();
    expect(await running.ask(FRANCE)).toMatchObject({ status: 503, json: { errors: [{ extensions: { code: 'TIMEOUT' } }] } });
    expect(store.signals.at(-1)?.aborted).toBe(true);
    store.release();
    await until(() => noneInFlight(running));
  });

  it('clients that go away end their requests and leave no place taken', async () => {
    const running = await serveTroubled({ ENTENTE_MAX_EXECUTIONS: '3' });
    store.hold();
    const before = store.signals.length;
    const client = new AbortController();
    const url = `${running.server.url}/graphql?query=${encodeURIComponent(FRANCE)}`;
    const gone = Array.from({ length: 3 }, () => globalThis.fetch(url, { signal: client.signal }).catch(() => undefined));
    await until(() => store.signals.length === before + 3);
    client.abort();
    await Promise.all(gone);
    await until(() => store.signals.slice(before).every(({ aborted }) => aborted));
    store.release();
    await until(() => noneInFlight(running));
    expect((await running.ask(FRANCE)).status).toBe(200);
  });

  it('work that never ends gives its place back', async () => {
    const running = await serveTroubled({ ENTENTE_DEADLINE: '50', ENTENTE_STATEMENT_TIMEOUT: '50' });
    store.hold();
    await running.ask(FRANCE);
    await until(() => noneInFlight(running));
  });

  it('those that still run when the time to stop is nearly over are answered, not cut', async () => {
    const { server, ask } = await serveTroubled({ ENTENTE_STOP_TIMEOUT: '1000' });
    store.hold();
    const before = store.signals.length;
    const asked = ask(FRANCE);
    await until(() => store.signals.length > before);
    const stopped = server.stop();
    expect(await asked).toMatchObject({
      status: 503,
      json: { errors: [{ extensions: { code: 'OVERLOADED' }, message: expect.stringContaining('stopping') as string }] },
    });
    await stopped;
  });
});

describe('the embedded engine', () => {
  /** Much more than a request may ask by default, so that it runs for long on any machine. */
  const MUCH = { ENTENTE_MAX_NODES: '10000000', ENTENTE_MAX_VALUES: '100000000' };
  const events = '(first: 100) { nodes { participants(first: 100) { nodes { id label ... on Person { events(first: 20) { nodes { id label kind } } } } } } }';
  const DEAR = `{ ${Array.from({ length: 20 }, (_, at) => `a${String(at)}: events${events}`).join(' ')} }`;

  it('answers others while a dear request runs', async () => {
    serving = await serve(MUCH);
    const { ask, fetch } = serving;
    const order: string[] = [];
    const dear = ask(DEAR).then(({ status }) => order.push(`dear ${String(status)}`));
    while (!order.some((entry) => entry.startsWith('dear'))) order.push(`health ${String((await fetch('/health')).status)}`);
    await dear;
    expect(order.filter((entry) => entry === 'health 200').length).toBeGreaterThan(2);
  });

  it('takes no more than may run at once, and ends at the deadline', async () => {
    serving = await serve({ ...MUCH, ENTENTE_MAX_EXECUTIONS: '1' });
    const { ask } = serving;
    const order: number[] = [];
    await Promise.all(Array.from({ length: 10 }, async () => order.push((await ask(DEAR)).status)));
    expect(order[0]).toBe(503);
    expect(order).toContain(200);
    await serving.server.stop();
    serving = await serve({ ...MUCH, ENTENTE_DEADLINE: '20' });
    const late = serving;
    expect(await late.ask(DEAR)).toMatchObject({ status: 503, json: { errors: [{ extensions: { code: 'TIMEOUT' } }] } });
    await until(async () => (await late.fetch('/metrics')).text.includes('entente_graphql_executions_in_flight 0'));
  });
});

describe('the process', () => {
  async function start(environment: Record<string, string> = {}): Promise<{ child: ChildProcess; url: string; log: () => string }> {
    const [node, ...first] = COMMAND;
    const child = spawn(node, [...first, 'serve', '--port', '0'], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let logged = '';
    child.stderr.on('data', (chunk: Buffer) => (logged += chunk.toString()));
    let said = '';
    while (!said.includes('http://')) said += String((await once(child.stdout, 'data'))[0]);
    return { child, url: /http:\/\/[\w.:]+/.exec(said)?.[0] ?? '', log: () => logged };
  }

  /** Begins a request and leaves it unfinished. */
  async function beginRequest(url: string, body: string): Promise<Socket> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(`${headOf(body)}${body.slice(0, 5)}`);
    return socket;
  }

  const headOf = (body: string) =>
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${String(body.length)}\r\n\r\n`;

  const exitOf = async (child: ChildProcess): Promise<number | null> => child.exitCode ?? ((await once(child, 'exit')) as [number | null])[0];

  it('lets requests in flight end after SIGTERM, takes no new ones, and exits with 0', async () => {
    const { child, url } = await start();
    const body = JSON.stringify({ query: FRANCE });
    const socket = await beginRequest(url, body);
    child.kill('SIGTERM');
    await until(() =>
      fetch(`${url}/health`).then(
        () => false,
        () => true,
      ),
    );
    socket.write(body.slice(5));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 200[^]*connection: close[^]*country\/fr/i);
    expect(await exitOf(child)).toBe(0);
  });

  it('exits within its time where a request does not end', async () => {
    const { child, url } = await start({ ENTENTE_STOP_TIMEOUT: '500' });
    await beginRequest(url, JSON.stringify({ query: FRANCE }));
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(0);
  });

  it('cuts none of 300 requests on 300 connections', async () => {
    // However slow the machine is; that the time to stop is kept is held above.
    const { child, url } = await start({ ENTENTE_STOP_TIMEOUT: '60000' });
    const { hostname, port } = new URL(url);
    const body = JSON.stringify({ query: '{ people(first: 20) { edges { node { label events(first: 5) { edges { node { label } } } } } } }' });
    const sockets = Array.from({ length: 300 }, () => connect(Number(port), hostname));
    const said = sockets.map(async (socket) => {
      let text = '';
      socket.on('error', () => undefined);
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
      await new Promise((resolve) => socket.once('close', resolve));
      return text;
    });
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    for (const socket of sockets) socket.write(headOf(body) + body);
    child.kill('SIGTERM');
    const answers = await Promise.all(said);
    const isWhole = (answer: string) =>
      /^HTTP\/1\.1 (200|503)/.test(answer) &&
      Buffer.byteLength(answer.slice(answer.indexOf('\r\n\r\n') + 4)) === Number(/content-length: (\d+)/i.exec(answer)?.[1]);
    expect(answers.filter(isWhole)).toHaveLength(300);
    expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 200')).length).toBeGreaterThan(0);
    expect(await exitOf(child)).toBe(0);
  });

  it('exits at once on a second signal', async () => {
    const { child, url } = await start();
    await beginRequest(url, JSON.stringify({ query: FRANCE }));
    child.kill('SIGTERM');
    await until(() =>
      fetch(`${url}/health`).then(
        () => false,
        () => true,
      ),
    );
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(1);
  });

  it('starts with the database down: alive, not ready, and says why, once', async () => {
    const { child, url, log } = await start({ NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'none' });
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect((await fetch(`${url}/ready`)).status).toBe(503);
    const answer = await fetch(`${url}/graphql?query=${encodeURIComponent(FRANCE)}`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'DATABASE_UNAVAILABLE' } }] });
    await fetch(`${url}/ready`);
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(0);
    expect(log().match(/connection refused/g)).toHaveLength(1);
  });

  it('says in one message what is wrong with its environment, and exits with 2', async () => {
    const [node, ...first] = COMMAND;
    const child = spawn(node, [...first, 'serve'], {
      env: { ...process.env, PORT: 'x', NEO4J_URI: 'http://me:swordfish@db', ENTENTE_MAX_BODI: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await exitOf(child)).toBe(2);
    expect(said).toContain('PORT: expected a whole number');
    expect(said).toContain('NEO4J_URI: expected an address');
    expect(said).toContain('did you mean "ENTENTE_MAX_BODY"?');
    expect(said).not.toContain('swordfish');
  });
});

it('an answer has its fields in the order in which they were asked for, however long each takes', async () => {
  const { ask } = await serveTroubled();
  const { text } = await ask(
    '{ slow: paths(from: ["person/to-lam"], to: ["person/lee-jae-myung"]) { outcome } people(first: 1) { totalCount } quick: __typename }',
  );
  expect(Object.keys((JSON.parse(text) as { data: object }).data)).toEqual(['slow', 'people', 'quick']);
});
