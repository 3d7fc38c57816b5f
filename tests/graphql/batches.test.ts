import DataLoader from 'dataloader';
import { expect, it } from 'vitest';
import { turns } from '../../src/graph/turns.js';
import { IN_WHOLE_BATCHES } from '../../src/graphql/batches.js';

it('what is gathered by resolvers that gave way to others is asked for at once', async () => {
  const batches: string[][] = [];
  const loader = new DataLoader((keys: readonly string[]) => {
    batches.push([...keys]);
    return Promise.resolve(keys);
  }, IN_WHOLE_BATCHES);
  await Promise.all([
    loader.load('at once'),
    turns.next().then(() => loader.load('in a later turn')),
    turns
      .next()
      .then(() => Promise.resolve())
      .then(() => loader.load('a step behind')),
  ]);
  expect(batches).toEqual([['at once', 'in a later turn', 'a step behind']]);
});

it('a loader waits for nobody where nobody gave way', async () => {
  const order: string[] = [];
  const loader = new DataLoader((keys: readonly string[]) => {
    order.push('asked');
    return Promise.resolve(keys);
  }, IN_WHOLE_BATCHES);
  const later = new Promise<void>((resolve) => {
    setImmediate(() => {
      order.push('a later turn');
      resolve();
    });
  });
  await Promise.all([loader.load('one'), later]);
  expect(order).toEqual(['asked', 'a later turn']);
});
