import { describe, expect, it } from 'vitest';
import type { LinkTest, NestedFilter } from '../../src/graph/filter.js';
import { shallow } from '../../src/graph/neo4j/shallow.js';

const link = (type: string, farFilter: NestedFilter): LinkTest => ({
  type,
  direction: 'OUT',
  intended: 'EXCLUDE',
  linkFilter: [],
  farLabels: [],
  farFilter,
  least: 1,
  most: null,
  negated: false,
});
const nested = (...types: readonly string[]): NestedFilter => types.reduceRight<NestedFilter>((far, type) => [[link(type, far)]], []);
const named = (...ids: readonly string[]): NestedFilter => [[{ column: 'id', op: 'IN', values: ids, negated: false }]];

describe('a filter for statements', () => {
  it('stays as it is where few patterns stand in patterns', async () => {
    expect(await shallow(nested('A', 'B'), () => Promise.reject(new Error('asked')))).toEqual(nested('A', 'B'));
  });

  it('has what stands too deep named by ids, from the innermost on', async () => {
    const asked: NestedFilter[] = [];
    const idsOf = (filter: NestedFilter) => {
      asked.push(filter);
      return Promise.resolve([`x${String(asked.length)}`]);
    };
    expect(await shallow(nested('A', 'B', 'C', 'D', 'E', 'F'), idsOf)).toEqual([[link('A', [[link('B', named('x2'))]])]]);
    expect(asked).toEqual([nested('E', 'F'), [[link('C', [[link('D', named('x1'))]])]]]);
  });

  it('keeps what cannot be named', async () => {
    expect(await shallow(nested('A', 'B', 'C'), () => Promise.resolve(null))).toEqual(nested('A', 'B', 'C'));
  });
});
