import { describe, expect, it } from 'vitest';
import { nameWords } from '../../schema/ask-words.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { KnownNames } from '../../src/ask/known-names.js';
import { NameIndex } from '../../src/ask/names.js';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import type { EntitySet, GraphReader, ListQuestion } from '../../src/graph/store.js';
import type { EntityNode } from '../../src/model/graph.js';
import { embedded } from './asking.js';

const KINDS = { isNamed: () => true, isTold: () => false, isTitled: () => false, tradesOf: () => [], isPerson: () => true, isSource: () => false };

/** People of as many names, each read when the name is. */
function people(size: number, read: () => void): EntityNode[] {
  return Array.from({ length: size }, (_none, at) => {
    const columns = {
      get name() {
        read();
        return [`Bo Sample ${String(at)}`];
      },
    };
    return { id: `person/p${String(at)}`, kind: 'Person', label: `Ada Example ${String(at)}`, columns } as unknown as EntityNode;
  });
}

describe('the names of a graph', () => {
  it('are read in more steps where there are more, none of them longer', () => {
    const work = (size: number) => {
      let reads = 0;
      let most = 0;
      const steps = NameIndex.of(
        people(size, () => (reads += 1)),
        nameWords,
        KINDS,
      );
      for (let count = 1; ; count += 1) {
        reads = 0;
        const { done } = steps.next();
        most = Math.max(most, reads);
        if (done === true) return { count, most };
      }
    };
    const [few, more] = [work(400), work(3_200)];
    expect(more.most).toBe(few.most);
    expect(more.count).toBeGreaterThan(7 * few.count);
  });

  it('are read once for all who ask, and go on being read when the first of them leaves', async () => {
    const store: EmbeddedStore = await embedded();
    const names = new KnownNames(vocabulary, nameWords);
    const [one, two] = [new AbortController(), new AbortController()];
    const asked = [names.of(store.within(one.signal), 'Paris'), names.of(store.within(two.signal), 'Seoul')];
    one.abort(new Error('left'));
    await expect(asked[0]).rejects.toThrow('left');
    const index = await asked[1];
    expect(index?.named('seoul', 'Seoul')[0]?.entity.id).toBe('city/seoul');
    expect(await names.of(store, 'Paris')).toBe(index);
  });

  it('are asked of the store a few lists at a time', async () => {
    const store: EmbeddedStore = await embedded();
    let [running, most, lists] = [0, 0, 0];
    const counting = async <T>(work: Promise<T>): Promise<T> => {
      most = Math.max(most, (running += 1));
      try {
        return await work;
      } finally {
        running -= 1;
      }
    };
    const reader: GraphReader = Object.create(store, {
      count: { value: (set: EntitySet) => counting(store.count(set)) },
      list: { value: (question: ListQuestion) => counting(store.list(question)).finally(() => (lists += 1)) },
      within: { value: () => reader },
    }) as EmbeddedStore;
    await new KnownNames(vocabulary, nameWords).of(reader, 'Paris');
    expect(lists).toBeGreaterThan(vocabulary.roots.length);
    expect(most).toBe(4);
  });
});
