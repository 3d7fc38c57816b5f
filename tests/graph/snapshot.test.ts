import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import { readSnapshot, writeSnapshot } from '../../src/graph/embedded/snapshot.js';
import { everything } from '../../src/load/plan.js';
import { content, vocabulary } from '../contract/invented.js';

const folder = mkdtempSync(join(tmpdir(), 'entente-snapshot-'));
const path = join(folder, 'graph.snapshot');
const filled = new EmbeddedStore(vocabulary);
beforeAll(async () => {
  await filled.apply(everything(content));
  writeSnapshot(path, 'key', filled.snapshot());
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function reopened(): EmbeddedStore {
  const snapshot = readSnapshot(path, 'key');
  if (!snapshot) throw new Error('no snapshot');
  return new EmbeddedStore(vocabulary, snapshot.content, snapshot.tables);
}

describe('a snapshot', () => {
  it('holds all that the store held, and answers the same', async () => {
    const store = reopened();
    expect(await store.content()).toEqual(await filled.content());
    const events = { label: 'Event', filter: [], intended: false } as const;
    const took = { type: 'TOOK_PART', direction: 'BOTH', intended: false, linkFilter: [], farFilter: [] } as const;
    const ids = [...content.entities.map(({ id }) => id), 'country/none'];
    const keys = ids.map((id) => ({ id, after: null }));
    for (const ask of [
      (one: EmbeddedStore) => one.entities(ids),
      (one: EmbeddedStore) => one.claimsById([...content.claims.map(({ id }) => id), 'claim/none']),
      (one: EmbeddedStore) => one.claims([...content.claims.map(({ factKey }) => factKey), 'none']),
      (one: EmbeddedStore) => one.list({ ...events, sort: 'sortDate', descending: true, first: 3, after: null }),
      (one: EmbeddedStore) => one.expand({ ...took, descending: false, first: 2 }, keys),
      (one: EmbeddedStore) => one.degrees(took, ids),
      (one: EmbeddedStore) => one.neighbourCounts(ids),
      (one: EmbeddedStore) => one.neighbourhood({ types: ['TOOK_PART', 'LOCATED_IN'], intended: 'INCLUDE', limit: 3, beyond: 'NEWEST' }, ids),
      (one: EmbeddedStore) => one.claimCounts({ side: 'subject', filter: [] }, ids),
      (one: EmbeddedStore) => one.search({ words: ['x'], label: 'Country', limit: 10 }),
    ])
      expect(await ask(store)).toEqual(await ask(filled));
  });

  it('takes changes like any store', async () => {
    const [first, ...others] = content.claims;
    const store = reopened();
    await store.apply({ entities: { put: [], remove: [] }, links: { put: [], remove: [] }, claims: { put: [], remove: [first?.id ?? ''] } });
    expect((await store.content()).claims).toEqual(others);
  });

  it('is none where it was made of something else, changed, cut short or lengthened', () => {
    const whole = readFileSync(path);
    expect(readSnapshot(path, 'other key')).toBeNull();
    expect(readSnapshot(join(folder, 'absent.snapshot'), 'key')).toBeNull();
    const other = join(folder, 'other.bin');
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 97)) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(other, changed);
      expect(readSnapshot(other, 'key')).toBeNull();
      writeFileSync(other, whole.subarray(0, at));
      expect(readSnapshot(other, 'key')).toBeNull();
    }
    writeFileSync(other, Buffer.concat([whole, whole.subarray(-8)]));
    expect(readSnapshot(other, 'key')).toBeNull();
    writeFileSync(other, whole);
    expect(readSnapshot(other, 'key')).not.toBeNull();
  });

  it('takes the place of others in its folder, readable by its owner alone, and leaves nothing else behind', () => {
    const next = join(folder, 'next.snapshot');
    writeSnapshot(next, 'next', filled.snapshot());
    expect(readdirSync(folder).filter((name) => name !== 'other.bin')).toEqual(['next.snapshot']);
    expect(statSync(next).mode & 0o077).toBe(0);
    writeSnapshot(path, 'key', filled.snapshot());
  });
});
