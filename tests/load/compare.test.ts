import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, ChangeSet, Content } from '../../src/graph/store.js';
import { HeldContent } from '../../src/load/held-content.js';
import { contentOf, difference, digest } from '../../src/load/plan.js';
import type { Dataset } from '../../src/model/dataset.js';
import { compareText } from '../../src/model/text.js';
import { address, openEmptyNeo4j, why } from '../contract/stores.js';
import { anyWideWorld } from '../lens/arbitrary.js';
import { vocabulary } from '../lens/world.js';
import { compared } from './compared.js';

/** Changes as one set, in the order of their ids. */
function asSet(changes: Iterable<Change>): ChangeSet {
  const all = [...changes];
  const of = <S extends Change['sort']>(sort: S) => {
    const own = all.filter((change): change is Change & { sort: S } => change.sort === sort);
    const keyOf = ({ item }: Change) => ('key' in item ? item.key : item.id);
    return {
      put: own.flatMap((change) => (change.mark === '-' ? [] : [change])).sort((a, b) => compareText(keyOf(a), keyOf(b))),
      remove: own.flatMap((change) => (change.mark === '-' ? [keyOf(change)] : [])).sort(compareText),
    };
  };
  const items = <T>({ put, remove }: { readonly put: readonly { readonly item: T }[]; readonly remove: readonly string[] }) => ({
    put: put.map(({ item }) => item),
    remove,
  });
  return { entities: items(of('entities')), links: items(of('links')), claims: items(of('claims')) };
}

function sorted({ entities, links, claims }: ChangeSet): ChangeSet {
  const removed = (ids: readonly string[]) => [...ids].sort(compareText);
  return {
    entities: { ...entities, remove: removed(entities.remove) },
    links: { ...links, remove: removed(links.remove) },
    claims: { put: [...claims.put].sort((a, b) => compareText(a.id, b.id)), remove: removed(claims.remove) },
  };
}

/** Plays changes as they come, and throws where something is not there that must be. */
function played(now: Content, changes: Iterable<Change>): Content {
  const entities = new Map(now.entities.map((item) => [item.id, item]));
  const links = new Map(now.links.map((item) => [item.key, item]));
  const claims = new Map(now.claims.map((item) => [item.id, item]));
  for (const { sort, mark, item } of changes) {
    if (sort === 'entities') {
      if (mark !== '-') entities.set(item.id, item);
      else {
        // With what still hangs on it, which goes as well.
        entities.delete(item.id);
        for (const { key, from, to } of links.values()) if (from === item.id || to === item.id) links.delete(key);
      }
    } else if (sort === 'claims') {
      if (mark === '-') claims.delete(item.id);
      else claims.set(item.id, item);
    } else if (mark === '-') links.delete(item.key);
    else if (entities.has(item.from) && entities.has(item.to)) links.set(item.key, item);
    else throw new Error(`${item.key} comes before its ends`);
  }
  return { entities: [...entities.values()], links: [...links.values()], claims: [...claims.values()] };
}

describe('a comparison in parts', () => {
  it('finds what the difference between the whole of both is, and comes in an order in which it may be written', async () => {
    await fc.assert(
      fc.asyncProperty(anyWideWorld, anyWideWorld, fc.boolean(), async (before, after, isEmpty) => {
        const now: Content = isEmpty ? { entities: [], links: [], claims: [] } : contentOf(vocabulary, before);
        const wanted = contentOf(vocabulary, after);
        const { changes, close } = await compared([after], new HeldContent(vocabulary, now), 'written');
        expect(asSet(changes.all())).toEqual(sorted(difference(now, wanted)));
        expect(digest(played(now, changes.all()))).toBe(digest(wanted));
        expect(changes.digest).toBe(digest(wanted));
        expect(changes.total).toBe(changes.put + changes.removed);
        const homes = [...changes.all()].map(({ home, fact }) => `${home} ${fact}`);
        expect(homes).toEqual([...homes].sort(compareText));
        close();
      }),
      { numRuns: 40 },
    );
  });
});

class Killed extends Error {}

describe.skipIf(address === null)(`what a comparison finds, written to Neo4j${why}`, () => {
  it('ends at what the whole says, stopped before any batch and run again', async () => {
    const store = await openEmptyNeo4j(vocabulary);
    const stopped = (before: number) => {
      let batches = 0;
      return () => {
        if (batches === before) throw new Killed();
        batches += 1;
      };
    };
    const write = async (dataset: Dataset, stop?: () => void) => {
      const { changes, close } = await compared([dataset], await store.held(), 'written');
      await store.applyInOrder(changes, stop, 5).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      close();
      return changes.total;
    };
    try {
      await fc.assert(
        fc.asyncProperty(anyWideWorld, anyWideWorld, fc.nat(6), fc.nat(6), async (first, second, one, two) => {
          for (const [dataset, moment] of [
            [first, one],
            [second, two],
          ] as const) {
            await write(dataset, stopped(moment));
            await write(dataset);
            expect(digest(await store.content())).toBe(digest(contentOf(vocabulary, dataset)));
            expect(await write(dataset)).toBe(0);
          }
        }),
        { numRuns: 3, endOnFailure: true },
      );
    } finally {
      await store.close();
    }
  });
});
