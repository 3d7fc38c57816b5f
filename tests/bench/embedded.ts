import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fork } from 'node:child_process';
import { vocabulary } from '../../schema/vocabulary.js';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import { readSnapshot, writeSnapshot } from '../../src/graph/embedded/snapshot.js';
import { searchNames } from '../../src/graph/search.js';
import type { ChangeSet } from '../../src/graph/store.js';
import { identified, type Claim } from '../../src/model/claim.js';
import type { EntityNode, Link } from '../../src/model/graph.js';
import { generate } from './generate.js';
import { PLAIN_CLAIM } from '../plain-claim.js';

/**
 * `npm run bench:embedded`: a generated world of 250,000 relationships (or as many as SIZE says) with a claim for each
 * and for each name. Fills the embedded engine, writes its snapshot, and in a process of its own reads and asks it.
 */
const KEY = 'bench';
const SIZE = Number(process.env['SIZE'] ?? 250_000);

/** A generated world with a claim for each relationship and each name. */
function world(): ChangeSet {
  const entities: EntityNode[] = [];
  const links: Link[] = [];
  const claims: Claim[] = [];
  const claim = (parts: Pick<Claim, 'factKey' | 'subject' | 'predicate' | 'object' | 'value'>, at: number) =>
    identified({
      ...parts,
      ...PLAIN_CLAIM,
      source: `source/s${String(at % 500)}`,
      spans: [{ start: at, end: at + 40 }],
      records: [],
      summary: `What source ${String(at % 500)} says in its own place number ${String(at)}, in a sentence of usual length.`,
    });
  for (const item of generate({ size: SIZE, seed: 6, countries: 50 })) {
    if ('entity' in item) entities.push(item.entity);
    else {
      const { link } = item;
      links.push(link);
      claims.push(claim({ factKey: link.key, subject: link.from, predicate: link.type, object: link.to, value: null }, links.length));
    }
  }
  for (const [at, { id, label }] of entities.entries()) {
    claims.push(claim({ factKey: `name|${id}||${label}@en`, subject: id, predicate: 'name', object: null, value: { text: label, lang: 'en' } }, at));
  }
  return { entities: { put: entities, remove: [] }, links: { put: links, remove: [] }, claims: { put: claims, remove: [] } };
}

async function timed<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const begun = performance.now();
  const done = await work();
  console.log(
    `${name.padEnd(46)} ${(performance.now() - begun).toFixed(1).padStart(9)} ms  ${(process.memoryUsage.rss() / 1e6).toFixed(0).padStart(6)} MB resident`,
  );
  return done;
}

async function measure(path: string): Promise<void> {
  const snapshot = await timed('snapshot read and checked', () => readSnapshot(path, KEY));
  if (!snapshot) throw new Error('no snapshot');
  const store = new EmbeddedStore(vocabulary, snapshot.content, snapshot.tables);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await timed('first search', () => searchNames(vocabulary, store, 'person 4'));
  const around = { types: ['TOOK_PART'], intended: 'EXCLUDE', limit: 1_000, beyond: 'NEWEST' } as const;
  await timed('first neighbourhood, of a hub', () => store.neighbourhood(around, ['country/c0']));
  const took: number[] = [];
  for (let at = 0; at < 200; at += 1) {
    const begun = performance.now();
    await searchNames(vocabulary, store, at % 2 === 0 ? `person ${String(at)}` : `ev ${String(at % 10)}`);
    took.push(performance.now() - begun);
  }
  took.sort((a, b) => a - b);
  console.log(`${'search, 200 times'.padEnd(46)} p50 ${took[100]?.toFixed(2) ?? ''} ms, p99 ${took[197]?.toFixed(2) ?? ''} ms`);
  const page = { label: 'Event', intended: false, sort: 'sortDate', descending: true, first: 20, after: null } as const;
  await timed('20 newest events', () => store.list({ ...page, filter: [] }));
  const filter = [[{ column: 'whenEarliest', op: 'AT_MOST', values: ['1950-01-05'], negated: false }]] as const;
  await timed('count of events by a date, all walked', () => store.count({ label: 'Event', intended: false, filter }));
  await timed('20 newest of a hub', () =>
    store.expand({ type: 'TOOK_PART', direction: 'OUT', intended: false, linkFilter: [], farFilter: [], descending: true, first: 20 }, [
      { id: 'country/c0', after: null },
    ]),
  );
  await timed('degree of a hub, with a filter on its events', () =>
    store.degrees({ type: 'TOOK_PART', direction: 'OUT', intended: false, linkFilter: [], farFilter: filter }, ['country/c0']),
  );
  await timed('100 claims of a hub', () =>
    store.claimPages({ side: 'subject', filter: [], descending: false, first: 100 } as never, [{ id: 'country/c0', after: null }]),
  );
  delay.disable();
  console.log(
    `${'longest pause of the event loop'.padEnd(46)} ${(delay.max / 1e6).toFixed(1).padStart(9)} ms  ${(process.memoryUsage.rss() / 1e6).toFixed(0).padStart(6)} MB resident`,
  );
}

const [, , given] = process.argv;
if (given !== undefined) await measure(given);
else {
  const folder = mkdtempSync(join(tmpdir(), 'entente-embedded-'));
  try {
    const store = new EmbeddedStore(vocabulary);
    const content = world();
    await timed('filled from objects', () => store.apply(content));
    const path = join(folder, 'graph.snapshot');
    await timed('snapshot written', () => {
      writeSnapshot(path, KEY, store.snapshot());
    });
    console.log(
      `${String(content.links.put.length)} relationships, ${String(content.claims.put.length)} claims, ${(statSync(path).size / 1e6).toFixed(0)} MB on disk`,
    );
    await new Promise((resolve) => fork(process.argv[1] ?? '', [path]).once('exit', resolve));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
