import { MultiGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { linkAt } from '../../src/explorer/data/link-at.js';

const graph = new MultiGraph<{ x: number; y: number }>();
graph.addNode('a', { x: 0, y: 0 });
graph.addNode('b', { x: 10, y: 0 });
graph.addNode('c', { x: 0, y: 10 });
graph.addEdgeWithKey('ab', 'a', 'b');
graph.addEdgeWithKey('bc', 'b', 'c');

describe('linkAt', () => {
  it.each([
    [{ x: 4, y: 0.5 }, 'ab'],
    [{ x: 5, y: 4.6 }, 'bc'],
    [{ x: 5, y: 2 }, null],
    [{ x: 12, y: 0 }, null],
    [{ x: 9.4, y: 0.2 }, 'ab'],
  ])('finds at %o the connection %s', (point, key) => {
    expect(linkAt(graph, point, 1)).toBe(key);
  });
});
