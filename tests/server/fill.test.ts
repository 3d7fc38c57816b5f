import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vocabulary } from '../../schema/vocabulary.js';
import type { Neo4jStore } from '../../src/graph/neo4j/neo4j-store.js';
import { contentOf, digest, everything } from '../../src/load/plan.js';
import { Filling } from '../../src/server/fill.js';
import { address, openEmptyNeo4j, why } from '../contract/stores.js';
import { Raw } from '../neo4j/raw.js';
import { readMade } from '../load/seed-folder.js';

const content = contentOf(vocabulary, readMade({}).dataset);
const log = pino({ level: 'silent' });

describe.skipIf(address === null)(`filling at the start, with Neo4j${why}`, () => {
  let store: Neo4jStore;
  let raw: Raw;

  beforeAll(async () => {
    if (!address) return;
    store = await openEmptyNeo4j(vocabulary);
    raw = new Raw(address);
  });
  afterAll(async () => {
    if (!address) return;
    await raw.wipe();
    await raw.close();
    await store.close();
  });

  const filled = async () => {
    const filling = new Filling();
    expect(filling.isUnderWay).toBe(true);
    await filling.run(store, everything(content), log, new AbortController().signal);
    expect(filling.isUnderWay).toBe(false);
    return digest(await store.content());
  };

  it('fills an empty database', async () => {
    expect(await filled()).toBe(digest(content));
  });

  it('goes on where it was cut short', async () => {
    await raw.run('MATCH (c:Claim) WITH c LIMIT 2 DETACH DELETE c');
    expect(await filled()).toBe(digest(content));
  });

  it('writes nothing where all is there', async () => {
    const before = await store.revision();
    await filled();
    expect(await store.revision()).toBe(before);
  });

  it('ends unfilled when it is told to', async () => {
    const filling = new Filling();
    await filling.run(store, everything(content), log, AbortSignal.abort());
    expect(filling.isUnderWay).toBe(false);
  });
});
