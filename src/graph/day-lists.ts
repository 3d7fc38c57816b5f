import { certaintyOn, daysOf, STEADY, withoutDays } from '../model/days.js';
import type { Lens } from '../model/lens.js';
import type { EntityNode } from '../model/graph.js';
import type { Filter, Test } from './filter.js';

/** How the records that look the same on all their days are found as they were on some days. */
export interface DayList {
  /** The filter that finds, among all records, those that pass the one asked and are seen on the days. */
  readonly filter: Filter;
  /** A record that it found, as it is seen. */
  readonly seen: (entity: EntityNode) => EntityNode;
}

/** The records that vary from day to day, each to be looked at. */
export const VARYING: Filter = [[{ ...test('seen', 'IN', STEADY), negated: true }]];

/** How a filter is asked as of the days of a lens; null where the lens looks at more than days, or the filter mixes certainty with other tests. */
export function dayList(lens: Lens, filter: Filter): DayList | null {
  const days = daysOf(lens);
  if (!days) return null;
  const isSure = [test('sureFrom', 'AT_MOST', days.until), test('sureUntil', 'AT_LEAST', days.from)];
  const asked: Test[][] = [];
  for (const clause of filter) {
    const [first, ...others] = clause;
    if (!clause.some(({ column }) => column === 'certainty')) asked.push([...clause]);
    else if (!first || others.length > 0 || first.op !== 'IN') return null;
    else {
      const passes = (certainty: string) => first.values.includes(certainty) !== first.negated;
      if (passes('CERTAIN') && passes('POSSIBLE')) continue;
      else if (passes('CERTAIN')) asked.push(...isSure.map((one) => [one]));
      else if (passes('POSSIBLE')) asked.push(isSure.map((one) => ({ ...one, negated: true })));
      else asked.push([]);
    }
  }
  const seenThen = [[test('seen', 'IN', STEADY)], [test('seenFrom', 'AT_MOST', days.until)], [test('seenUntil', 'AT_LEAST', days.from)]];
  return {
    filter: [...asked, ...seenThen],
    seen: (entity) => {
      const plain = withoutDays(entity);
      return { ...plain, columns: { ...plain.columns, certainty: certaintyOn(entity, days) } };
    },
  };
}

function test(column: string, op: Test['op'], value: string): Test {
  return { column, op, values: [value], negated: false };
}
