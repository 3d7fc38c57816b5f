import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupBy } from '../../src/model/groups.js';
import { atOnce, eachInSteps, groupedInSteps, keptInSteps, madeInSteps, sortedInSteps, type Steps } from '../../src/model/steps.js';

const items = fc.array(fc.record({ key: fc.integer({ min: 0, max: 20 }), at: fc.nat() }), { maxLength: 2_000, size: 'max' });

function stopsOf(steps: Steps<unknown>): number {
  let stops = 0;
  while (steps.next().done !== true) stops += 1;
  return stops;
}

describe('work in steps', () => {
  it('sorts as lists are sorted, what is alike in its order', () => {
    fc.assert(
      fc.property(items, (list) => {
        const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;
        expect(atOnce(sortedInSteps(list, byKey))).toEqual([...list].sort(byKey));
      }),
      { numRuns: 30 },
    );
  });

  it('gives what the same work at once gives', () => {
    fc.assert(
      fc.property(items, (list) => {
        expect(atOnce(keptInSteps(list, ({ key }) => key > 9))).toEqual(list.filter(({ key }) => key > 9));
        expect(atOnce(madeInSteps(list, ({ key }, at) => key + at))).toEqual(list.map(({ key }, at) => key + at));
        expect(atOnce(groupedInSteps(list, ({ key }) => key))).toEqual(groupBy(list, ({ key }) => key));
      }),
      { numRuns: 30 },
    );
  });

  it('stops ten times as often in ten times the work', () => {
    const list = (size: number) => Array.from({ length: size }, (_none, at) => (at * 7_919) % 10_007);
    const each = (size: number) => stopsOf(eachInSteps(list(size), () => undefined));
    const sorting = (size: number) => stopsOf(sortedInSteps(list(size), (a, b) => a - b));
    expect(each(10_000)).toBe(10 * each(1_000));
    expect(sorting(10_000)).toBeGreaterThanOrEqual(10 * sorting(1_000));
  });
});
