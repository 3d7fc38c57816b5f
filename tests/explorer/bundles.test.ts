import { describe, expect, it } from 'vitest';
import { bowed, bundled } from '../../src/explorer/data/bundles.js';

const place = (id: string) => ({ id, point: [0, 0] as const, isExact: true });
const spot = (id: string) => ({ place: place(id), names: [id] });
const arc = (key: string, from: string, to: string) => ({ key, from: place(from), to: place(to), title: key, isPlanned: false });
const west = { x: 100, y: 80, radius: 9, spots: [spot('paris'), spot('lille')] as const };
const east = { x: 500, y: 60, radius: 3, spots: [spot('seoul')] as const };

/** The highest place of a line, in pixels from the top. */
function highest(path: string): number {
  const [y0 = 0, middle = 0, y1 = 0] = [...path.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y));
  return Math.min(...Array.from({ length: 101 }, (_none, at) => (1 - at / 100) ** 2 * y0 + 2 * (at / 100) * (1 - at / 100) * middle + (at / 100) ** 2 * y1));
}

describe('what joins places on a map', () => {
  it('is one line between two clusters, whichever way it goes, and none within one', () => {
    const all = bundled([arc('a', 'paris', 'seoul'), arc('b', 'seoul', 'lille'), arc('c', 'paris', 'lille')], [west, east]);
    expect(all.map(({ from, to, arcs }) => [from, to, arcs.map(({ key }) => key)])).toEqual([[west, east, ['a', 'b']]]);
  });

  it('is not drawn to a place that is not on the map', () => {
    expect(bundled([arc('a', 'paris', 'hanoi')], [west, east])).toEqual([]);
  });

  it('begins and ends at its places, bows upward, and never leaves the drawing', () => {
    expect(bowed({ x: 0, y: 300 }, { x: 100, y: 300 })).toBe('M0.0,300.0Q50.0,278.0 100.0,300.0');
    expect(bowed({ x: 100, y: 300 }, { x: 0, y: 300 })).toBe('M100.0,300.0Q50.0,278.0 0.0,300.0');
    expect(highest(bowed(west, east))).toBeGreaterThan(0);
    expect(highest(bowed({ x: 0, y: 30 }, { x: 900, y: 20 }))).toBeGreaterThan(0);
  });
});
