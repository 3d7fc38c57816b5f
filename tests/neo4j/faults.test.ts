import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import { StoreOverloaded, StoreTimeout, StoreUnavailable } from '../../src/graph/neo4j/errors.js';
import { openNeo4jStore, type Neo4jStore } from '../../src/graph/neo4j/neo4j-store.js';
import { FaultProxy } from './fault-proxy.js';
import { address, why } from '../contract/stores.js';

const nobody = { user: 'neo4j', password: 'wrong', database: 'neo4j' };

describe('a store without a database', () => {
  let store: Neo4jStore | undefined;
  let server: Server | undefined;
  const sockets = new Set<Socket>();
  afterEach(async () => {
    await store?.close();
    for (const socket of sockets) socket.destroy();
    server?.close();
    [store, server] = [undefined, undefined];
  });

  /** Takes connections and never says a word. */
  const silent = async (): Promise<string> => {
    const made = createServer((socket) => sockets.add(socket));
    server = made;
    await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
    const at = made.address();
    return `bolt://127.0.0.1:${String(at !== null && typeof at === 'object' ? at.port : 0)}`;
  };

  it('says at once that nobody listens', async () => {
    store = openNeo4jStore({ ...nobody, uri: 'bolt://127.0.0.1:9' }, vocabulary);
    await expect(store.ready()).rejects.toThrow('nobody listens there (connection refused)');
    await expect(store.entities(['country/xa'])).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('gives up in time when the server is silent', async () => {
    store = openNeo4jStore({ ...nobody, uri: await silent(), statementTimeout: 300, acquisitionTimeout: 5_000, connectTimeout: 1_000 }, vocabulary);
    await expect(store.entities(['country/xa'])).rejects.toBeInstanceOf(StoreTimeout);
    await expect(store.ready()).rejects.toThrow();
  });

  it('ends with the signal of its request', async () => {
    store = openNeo4jStore({ ...nobody, uri: await silent() }, vocabulary);
    const reader = store.within(AbortSignal.timeout(100));
    await expect(reader.entities(['country/xa'])).rejects.toMatchObject({ name: 'TimeoutError' });
    await expect(reader.entities(['country/xa'])).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

describe.skipIf(address === null)(`a store with a database${why}`, () => {
  it('is routed by a neo4j address, and reads what it wrote', async () => {
    if (!address) return;
    const store = openNeo4jStore({ ...address, uri: address.uri.replace(/^bolt/, 'neo4j') }, vocabulary);
    const person = { id: 'person/routed', kind: 'Person', label: 'Routed', labels: ['Person'], intended: false, columns: { sortLabel: 'routed' } };
    const none = { put: [], remove: [] };
    await store.apply({ entities: { put: [person], remove: [] }, links: none, claims: none });
    expect([...(await store.entities([person.id])).keys()]).toEqual([person.id]);
    await store.apply({ entities: { put: [], remove: [person.id] }, links: none, claims: none });
    expect([...(await store.entities([person.id])).keys()]).toEqual([]);
    await store.close();
  });

  it('says when all connections are taken, and works again afterwards', async () => {
    if (!address) return;
    const store = openNeo4jStore({ ...address, poolSize: 1, acquisitionTimeout: 1 }, vocabulary);
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => store.entities(['country/xa'])));
    const refused = asked.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(refused.length).toBeGreaterThan(0);
    for (const reason of refused) expect(reason).toBeInstanceOf(StoreOverloaded);
    await store.close();
    const calm = openNeo4jStore({ ...address, poolSize: 1, acquisitionTimeout: 30_000 }, vocabulary);
    await Promise.all(Array.from({ length: 100 }, () => calm.entities(['country/xa'])));
    await calm.close();
  });

  it('hears at once that the database is away, also while it starts and does not answer, and asks it again when it does', async () => {
    if (!address) return;
    const proxy = new FaultProxy(address.uri);
    await proxy.open();
    const store = openNeo4jStore({ ...address, uri: proxy.uri }, vocabulary);
    await store.ready();
    await proxy.cut();
    await expect(store.entities(['country/xa'])).rejects.toBeInstanceOf(StoreUnavailable);
    proxy.isSilent = true;
    const before = proxy.taken;
    await proxy.open();
    const asked = await Promise.allSettled(Array.from({ length: 200 }, () => store.entities(['country/xa'])));
    for (const outcome of asked) expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable' } });
    expect(proxy.taken - before).toBe(1);
    proxy.isSilent = false;
    await proxy.cut();
    await proxy.open();
    const back = async (): Promise<unknown> => store.entities(['country/nowhere']).catch(back);
    expect(await back()).toEqual(new Map());
    await store.close();
    await proxy.cut();
  });

  it('refuses a database that is not there', async () => {
    if (!address) return;
    const store = openNeo4jStore({ ...address, database: 'nowhere' }, vocabulary);
    await expect(store.entities([])).rejects.toBeInstanceOf(StoreUnavailable);
    await store.close();
  });

  it('tells who listens how each statement went', async () => {
    if (!address) return;
    const store = openNeo4jStore(address, vocabulary);
    // A search needs its index, which the first change makes.
    const nothing = { put: [], remove: [] };
    await store.apply({ entities: nothing, links: nothing, claims: nothing });
    const notes: string[] = [];
    store.observe(({ name, outcome }) => notes.push(`${name} ${outcome}`));
    await store.warm();
    const fixed = ['entities', 'claims-of-facts', 'claims-by-id', 'claims-count', 'neighbourhood', 'neighbour-counts', 'claim-total', 'search'];
    const lists = vocabulary.roots.flatMap(() => ['count', 'count', 'list-ascending', 'list-ascending']);
    expect(notes).toEqual([...fixed, ...lists].map((name) => `${name} done`));
    await store.close();
  });
});
