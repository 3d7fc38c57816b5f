import { describe, expect, it } from 'vitest';
import { batchesInOrder } from '../../src/graph/neo4j/partition.js';
import type { Change } from '../../src/graph/store.js';
import type { EntityNode } from '../../src/model/graph.js';

/** So many changes of one home, each of a fact of its own, so long each. */
function changes(home: string, count: number, length: number): Change[] {
  return Array.from({ length: count }, (_none, at): Change => {
    const item: EntityNode = { id: `${home}-${String(at)}`, kind: 'City', label: home, labels: [], intended: false, columns: {} };
    return { sort: 'entities', item, home, fact: String(at).padStart(4, '0'), mark: '+', length };
  });
}

const sizes = (all: readonly Change[], full: { readonly items: number; readonly length: number }) => [...batchesInOrder(all, full)].map(({ size }) => size);

describe('changes in batches', () => {
  const homes = ['city/a', 'city/b', 'city/c', 'city/d'];

  it('are full at so many items, or at so much text, and keep a home together', () => {
    const small = homes.flatMap((home) => changes(home, 3, 10));
    const large = homes.flatMap((home) => changes(home, 3, 1_000));
    expect(sizes(small, { items: 5, length: 10_000 })).toEqual([6, 6]);
    expect(sizes(large, { items: 5, length: 2_500 })).toEqual([3, 3, 3, 3]);
    expect(sizes(large, { items: 100, length: 5_500 })).toEqual([6, 6]);
  });

  it('cut a home between facts where it fills a batch ten times over, be its items many or large', () => {
    expect(sizes(changes('city/a', 70, 1), { items: 3, length: 10_000 })).toEqual([30, 30, 10]);
    expect(sizes(changes('city/a', 70, 1_000), { items: 1_000, length: 3_000 })).toEqual([30, 30, 10]);
  });
});
