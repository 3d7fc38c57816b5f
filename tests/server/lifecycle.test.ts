import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { StoreOverloaded, StoreTimeout, StoreUnavailable } from '../../src/graph/neo4j/errors.js';
import { serve, type Serving } from './serving.js';
import { TroubledStore } from './troubled-store.js';

const FRANCE = '{ entity(id: "country/fr") { id } }';
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

let store: TroubledStore;
let serving: Serving | null = null;

beforeAll(async () => {
  store = await TroubledStore.filled();
});
afterEach(async () => {
  Object.assign(store, { wait: 0, failure: null });
  await serving?.server.stop();
  serving = null;
});

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

  it('keep their metrics to themselves where that is set', async () => {
    const { fetch } = await serveTroubled({ ENTENTE_METRICS: 'false' });
    expect((await fetch('/metrics')).status).toBe(404);
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
  it('more than may run at once are answered 503 with Retry-After, and then all is as before', async () => {
    const { ask } = await serveTroubled({ ENTENTE_MAX_EXECUTIONS: '2' });
    store.wait = 300;
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(FRANCE)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 503, 503, 503]);
    const refused = answers.find(({ status }) => status === 503);
    expect(refused?.headers.get('retry-after')).toBe('1');
    expect(refused?.json.errors?.[0]?.extensions['code']).toBe('OVERLOADED');
    expect((await ask(FRANCE)).status).toBe(200);
  });

  it('the deadline ends a request with TIMEOUT, and what runs for it', async () => {
    const { ask, fetch } = await serveTroubled({ ENTENTE_DEADLINE: '100' });
    store.wait = 600;
    const began = performance.now();
    expect(await ask(FRANCE)).toMatchObject({ status: 503, json: { errors: [{ extensions: { code: 'TIMEOUT' } }] } });
    expect(performance.now() - began).toBeLessThan(350);
    expect(store.signals.at(-1)?.aborted).toBe(true);
    await pause(700);
    expect((await fetch('/metrics')).text).toContain('entente_graphql_executions_in_flight 0');
  });

  it('clients that go away end their requests and leave no place taken', async () => {
    const { server, fetch, ask } = await serveTroubled({ ENTENTE_MAX_EXECUTIONS: '3' });
    store.wait = 400;
    const gone = Array.from({ length: 3 }, async () => {
      const client = new AbortController();
      setTimeout(() => {
        client.abort();
      }, 100);
      await globalThis.fetch(`${server.url}/graphql?query=${encodeURIComponent(FRANCE)}`, { signal: client.signal }).catch(() => undefined);
    });
    await Promise.all(gone);
    await pause(100);
    expect(store.signals.slice(-3).map(({ aborted }) => aborted)).toEqual([true, true, true]);
    await pause(400);
    expect((await fetch('/metrics')).text).toContain('entente_graphql_executions_in_flight 0');
    expect((await ask(FRANCE)).status).toBe(200);
  });

  it('work that never ends gives its place back', async () => {
    const { ask, fetch } = await serveTroubled({ ENTENTE_DEADLINE: '50', ENTENTE_STATEMENT_TIMEOUT: '50' });
    store.wait = 2_000;
    await ask(FRANCE);
    await pause(150);
    expect((await fetch('/metrics')).text).toContain('entente_graphql_executions_in_flight 0');
  });
});

describe('the process', () => {
  async function start(environment: Record<string, string> = {}): Promise<{ child: ChildProcess; url: string }> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'serve', '--port', '0'], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let said = '';
    while (!said.includes('http://')) said += String((await once(child.stdout, 'data'))[0]);
    return { child, url: /http:\/\/[\w.:]+/.exec(said)?.[0] ?? '' };
  }

  /** Begins a request and leaves it unfinished. */
  async function beginRequest(url: string, body: string): Promise<Socket> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${String(body.length)}\r\n\r\n${body.slice(0, 5)}`,
    );
    await pause(200);
    return socket;
  }

  const exitOf = async (child: ChildProcess): Promise<number | null> => child.exitCode ?? ((await once(child, 'exit')) as [number | null])[0];

  it('lets requests in flight end after SIGTERM, takes no new ones, and exits with 0', async () => {
    const { child, url } = await start();
    const body = JSON.stringify({ query: FRANCE });
    const socket = await beginRequest(url, body);
    child.kill('SIGTERM');
    await pause(300);
    await expect(fetch(`${url}/health`)).rejects.toThrow();
    socket.write(body.slice(5));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 200[^]*connection: close[^]*country\/fr/i);
    expect(await exitOf(child)).toBe(0);
  });

  it('exits within its time where a request does not end', async () => {
    const { child, url } = await start({ ENTENTE_STOP_TIMEOUT: '500' });
    await beginRequest(url, JSON.stringify({ query: FRANCE }));
    const began = performance.now();
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(0);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('exits at once on a second signal', async () => {
    const { child, url } = await start();
    await beginRequest(url, JSON.stringify({ query: FRANCE }));
    child.kill('SIGTERM');
    await pause(200);
    const began = performance.now();
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(1);
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('starts with the database down: alive, not ready, and says so at once', async () => {
    const { child, url } = await start({ NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'none' });
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect((await fetch(`${url}/ready`)).status).toBe(503);
    const began = performance.now();
    const answer = await fetch(`${url}/graphql?query=${encodeURIComponent(FRANCE)}`);
    expect(performance.now() - began).toBeLessThan(250);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'DATABASE_UNAVAILABLE' } }] });
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(0);
  });

  it('says in one message what is wrong with its environment, and exits with 2', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'serve'], {
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
