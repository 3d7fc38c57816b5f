import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openNeo4jStore, type Neo4jStore } from '../../src/graph/neo4j/neo4j-store.js';
import type { ChangeSet, Content } from '../../src/graph/store.js';
import { difference, digest, everything, isEmpty } from '../../src/load/plan.js';
import { Raw } from '../neo4j/raw.js';
import { content, vocabulary } from './invented.js';
import { contentArbitrary } from './random-content.js';
import { address, openEmptyNeo4j, why } from './stores.js';

class Killed extends Error {}

describe.skipIf(address === null)(`applying to Neo4j${why}`, () => {
  let store: Neo4jStore;
  let raw: Raw;

  beforeAll(async () => {
    if (!address) return;
    store = await openEmptyNeo4j(vocabulary);
    raw = new Raw(address);
  });
  beforeEach(async () => {
    if (address) await raw.wipe();
  });
  afterAll(async () => {
    if (!address) return;
    await raw.wipe();
    await Promise.all([store.close(), raw.close()]);
  });

  /** Applies, but is stopped before the batch of this number. */
  const killedAt = async (moment: number, changes: ChangeSet): Promise<void> => {
    let batches = 0;
    const stop = () => {
      if (batches === moment) throw new Killed();
      batches += 1;
    };
    await store.apply(changes, stop).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
  };

  const isSound = async (wanted: Content): Promise<void> => {
    const held = await store.content();
    expect(digest(held)).toBe(digest(wanted));
    expect(isEmpty(difference(held, wanted))).toBe(true);
    const [row] = await raw.run('MATCH (n) WHERE NOT n:EntenteTurn RETURN count(n) AS nodes, COUNT { ()-[]->() } AS links');
    expect(row ?? { nodes: 0, links: 0 }).toEqual({ nodes: wanted.entities.length + wanted.claims.length, links: wanted.links.length });
  };

  it('reports how far it has come', async () => {
    const steps: string[] = [];
    await store.apply(everything(content), (done, total, what) => steps.push(`${String(done)}/${String(total)} ${what}`));
    const total = content.entities.length + content.links.length + content.claims.length;
    expect(steps[0]).toBe(`0/${String(total)} changes`);
    expect(steps.at(-1)).toBe(`${String(total)}/${String(total)} done`);
  });

  it('indexes an empty database after it was filled, and one that holds something before', async () => {
    const sent: string[] = [];
    const spied = await openEmptyNeo4j(vocabulary, (name, text) => sent.push(name === 'schema' ? text : name));
    try {
      const index = 'entente_claim_factkey';
      const at = (wanted: (text: string) => boolean) => sent.findIndex(wanted);
      await spied.apply(everything(content));
      await raw.run(`DROP INDEX ${index}`);
      await raw.wipe();
      sent.length = 0;
      await spied.apply(everything(content));
      const [made, written] = [at((text) => text.includes(index)), at((text) => text === 'create-claims')];
      expect([made > written, written >= 0]).toEqual([true, true]);
      await raw.run(`DROP INDEX ${index}`);
      sent.length = 0;
      const [first] = content.claims;
      await spied.apply({ entities: { put: [], remove: [] }, links: { put: [], remove: [] }, claims: { put: first ? [first] : [], remove: [] } });
      expect(at((text) => text.includes(index))).toBeLessThan(at((text) => text === 'put-claims'));
      expect(await spied.problems()).toEqual([]);
    } finally {
      await spied.close();
    }
  });

  it('ends at the same graph when it is killed anywhere and run again', async () => {
    await fc.assert(
      fc.asyncProperty(contentArbitrary, contentArbitrary, fc.nat(12), fc.nat(12), async (first, second, one, two) => {
        await raw.wipe();
        await killedAt(one, everything(first));
        await store.apply(difference(await store.content(), first));
        await isSound(first);
        await killedAt(two, difference(first, second));
        await store.apply(difference(await store.content(), second));
        await isSound(second);
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });

  it('ends at the same graph when the same changes are sent again after a kill, unseen', async () => {
    const changes = everything(content);
    for (const moment of [1, 3, 7]) {
      await killedAt(moment, changes);
      await store.apply(changes);
      await isSound(content);
    }
  });

  it('ends at the same graph when four apply at once', async () => {
    if (!address) return;
    const at = address;
    const others = [1, 2, 3].map(() => openNeo4jStore(at, vocabulary));
    await Promise.all([store, ...others].map((each) => each.apply(everything(content))));
    await isSound(content);
    await Promise.all(others.map((each) => each.close()));
  });

  it('refuses labels and types that the vocabulary does not know, before it writes', async () => {
    const [entity] = content.entities;
    const [link] = content.links;
    if (!entity || !link) throw new Error('no content');
    const none = { put: [], remove: [] };
    await expect(store.apply({ entities: { put: [{ ...entity, labels: ['Cuntry'] }], remove: [] }, links: none, claims: none })).rejects.toThrow(
      'unknown label Cuntry; did you mean "Country"?',
    );
    await expect(store.apply({ entities: none, links: { put: [{ ...link, type: 'TOOK_PAR' }], remove: [] }, claims: none })).rejects.toThrow(
      'unknown relationship type TOOK_PAR; did you mean "TOOK_PART"?',
    );
    await expect(store.apply({ entities: none, links: { put: [link], remove: [] }, claims: none })).rejects.toThrow('an end is missing');
    expect(await raw.run('MATCH (n) WHERE NOT n:EntenteTurn RETURN n')).toEqual([]);
  });

  it('says what an operator should mend', async () => {
    await store.apply(everything(content));
    expect(await store.problems()).toEqual([]);
    await raw.run('DROP INDEX entente_country_bylabel');
    await raw.run('DROP INDEX entente_took_part_from_place');
    await raw.run('CREATE INDEX entente_took_part_from_place FOR ()-[r:TOOK_PART]-() ON (r.from, r.at)');
    await raw.run(`MATCH ()-[r:TOOK_PART {key: 'TOOK_PART|country/xa|event/tea|'}]->() SET r.to = 'event/first-summit'`);
    await raw.run(`MATCH (n:Entity {id: 'country/xb'}) SET n.label = 'Other', n:Person`);
    await raw.run(`MATCH (a:Entity {id: 'country/xa'}), (b:Entity {id: 'country/xb'}) CREATE (a)-[:RECOGNIZES]->(b)`);
    const problems = await store.problems();
    expect(problems).toEqual([
      expect.stringContaining('entente_country_bylabel: missing'),
      'entente_took_part_from_place: is RANGE on TOOK_PART (from, at), expected CREATE INDEX `entente_took_part_from_place` IF NOT EXISTS FOR ()-[x:`TOOK_PART`]-() ON (x.`from`, x.`place`)',
      'country/xb: has the labels Country, Entity, Person, not Country, Entity',
      'country/xb: its properties differ from its data',
      'RECOGNIZES: 1 relationships have no key',
      'TOOK_PART|country/xa|event/tea|: says country/xa to event/first-summit, runs from country/xa to event/tea',
    ]);
    await raw.wipe();
    await store.apply(everything(content));
    expect(await store.problems()).toEqual([]);
  });
});
