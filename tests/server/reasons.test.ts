import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import { openNeo4jStore } from '../../src/graph/neo4j/neo4j-store.js';
import { contentOf, everything } from '../../src/load/plan.js';
import { Filling } from '../../src/server/fill.js';
import { createLog } from '../../src/server/log.js';
import { address, openEmptyNeo4j, why } from '../contract/stores.js';
import { readMade } from '../load/seed-folder.js';
import { FaultProxy, FAULTS } from '../neo4j/fault-proxy.js';
import { serve, type Serving } from './serving.js';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

/** Waits for what must come; only the test's own timeout ends it. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(10);
}

async function serveFrom(uri: string): Promise<Serving> {
  const serving = await serve({}, openNeo4jStore({ uri, user: 'neo4j', password: 'none', database: 'neo4j' }, vocabulary));
  cleanups.push(() => serving.server.stop());
  return serving;
}

/** What the log says of the database, in order. */
function told({ logged }: Serving): string[] {
  return logged.map((line) => (JSON.parse(line) as { msg: string }).msg).filter((message) => message.startsWith('the database'));
}

/** What is told when it is asked several times. */
async function reasons(serving: Serving): Promise<string[]> {
  await until(() => told(serving).length > 0);
  for (let times = 0; times < 3; times += 1) expect((await serving.fetch('/ready')).status).toBe(503);
  return told(serving);
}

describe('why the database is not available is logged, once', () => {
  it('where nobody listens', async () => {
    expect(await reasons(await serveFrom('bolt://127.0.0.1:9'))).toEqual(['the database is not available: nobody listens there (connection refused)']);
  });

  it('where there is no such host', async () => {
    expect(await reasons(await serveFrom('bolt://nowhere.invalid:7687'))).toEqual(['the database is not available: there is no such host']);
  });

  it('where an HTTP server listens', async () => {
    const web = await serve();
    cleanups.push(() => web.server.stop());
    expect(await reasons(await serveFrom(web.server.url.replace('http', 'bolt')))).toEqual([expect.stringContaining('an HTTP server listens there')]);
  });

  it('where the connection is closed at once, as by a server that speaks TLS alone', async () => {
    const closing = createServer((socket) => socket.once('data', () => socket.end())).listen(0, '127.0.0.1');
    await once(closing, 'listening');
    cleanups.push(() => closing.close());
    const { port } = closing.address() as AddressInfo;
    expect(await reasons(await serveFrom(`bolt://127.0.0.1:${String(port)}`))).toEqual([expect.stringContaining('it closes the connection')]);
  });
});

describe.skipIf(address === null)(`the same, before a real server${why}`, () => {
  const before = async () => {
    const proxy = new FaultProxy(address?.uri ?? '');
    await proxy.open();
    cleanups.push(() => proxy.cut());
    return proxy;
  };

  it('where TLS is asked of a server without', async () => {
    expect(await reasons(await serveFrom((address?.uri ?? '').replace('bolt:', 'bolt+s:')))).toEqual([expect.stringContaining('TLS fails')]);
  });

  it('once for each change, until it answers again', async () => {
    const proxy = await before();
    const serving = await serveFrom(proxy.uri);
    const next = async (message: string) => {
      await until(() => told(serving).at(-1)?.includes(message) === true);
    };
    const ready = async () => {
      let { status } = await serving.fetch('/ready');
      while (status !== 200) ({ status } = await serving.fetch('/ready'));
    };
    await ready();
    await proxy.cut();
    await next('nobody listens');
    proxy.fault = FAULTS.wrongPassword;
    await proxy.open();
    await next('the user or the password is wrong');
    proxy.fault = FAULTS.rateLimit;
    await next('too many wrong passwords');
    proxy.fault = FAULTS.noDatabase;
    await next('there is no database of this name');
    proxy.fault = null;
    await next('the database answers again');
    await ready();
    // Others may be told in between, such as that it gives no answer in time; none is told twice on end.
    const all = told(serving);
    expect(all.filter((message, at) => message === all[at - 1])).toEqual([]);
  });

  it('where it takes no writes and is to be filled', async () => {
    const proxy = await before();
    await (await openEmptyNeo4j(vocabulary)).close();
    const store = openNeo4jStore({ uri: proxy.uri, user: 'neo4j', password: 'none', database: 'neo4j' }, vocabulary);
    cleanups.push(() => store.close());
    proxy.fault = FAULTS.readOnly;
    const logged: string[] = [];
    const log = await createLog({ level: 'info', pretty: false, to: { write: (line) => void logged.push((JSON.parse(line) as { msg: string }).msg) } });
    let tries = 0;
    const counted = Object.assign(Object.create(store) as typeof store, { ready: () => ((tries += 1), store.ready()) });
    const ending = new AbortController();
    const filling = new Filling().run(counted, everything(contentOf(vocabulary, readMade({}).dataset)), log, ending.signal);
    await until(() => tries > 3);
    ending.abort();
    await filling;
    expect(logged).toEqual([
      'the database is empty, or its filling was cut short: filling it from the seeds',
      'the filling was cut short, and is tried again: the database is not available: it takes no writes (read only)',
    ]);
  });
});
