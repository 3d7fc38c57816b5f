import { isEntityId } from '../model/values.js';
import type { Set, Some, Test } from './plan.js';
import type { Step } from './senses.js';

/** A set with further tests. */
export function narrowed(set: Set, ...tests: readonly Test[]): Set {
  return tests.length === 0 ? set : { ...set, tests: [...set.tests, ...tests] };
}

export function some(step: Step, set: Set): Some {
  return { is: 'some', type: step.type, way: step.way, link: step.link, set };
}

export function reverse(step: Step): Step {
  return { ...step, way: step.way === 'OUT' ? 'IN' : step.way === 'IN' ? 'OUT' : 'BOTH' };
}

/** The ids of a set that is given by nothing else; null otherwise. */
export function idsOf(set: Set): readonly string[] | null {
  const [first, ...others] = set.tests;
  return first?.is === 'id' && others.length === 0 ? first.ids : null;
}

/** Those of a set that have none of what its last tests count. */
export function withoutCount(has: Set, base: Set): Set {
  const added = has.tests.slice(base.tests.length).map((test) => (test.is === 'some' ? { ...test, count: undefined } : test));
  return narrowed({ kinds: has.kinds, tests: base.tests }, { is: 'not', test: { is: 'all', tests: added } });
}

/** Every id of an entity in a plan. */
export function entitiesIn(value: unknown): string[] {
  if (typeof value === 'string') return isEntityId(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(entitiesIn) : [];
}

/** Everything that is named within pieces of a clause, each once. */
export function namedIn(value: unknown): Set[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return [...new Map(value.flatMap(namedIn).map((set) => [JSON.stringify(set.tests), set])).values()];
  const { kinds, tests } = value as Partial<Set>;
  const own = kinds && tests ? tests.filter(({ is }) => is === 'id').map((test): Set => ({ kinds, tests: [test] })) : [];
  return [...own, ...namedIn(Object.values(value))];
}
