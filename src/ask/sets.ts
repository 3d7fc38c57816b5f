import { isEntityId } from '../model/values.js';
import type { Set, Some, Test } from './plan.js';
import type { Step } from './senses.js';

/** The id of what the first question of a plan lists, until that is known. */
export const LISTED = '@listed';

/** A plan with what its first question lists. */
export function withListed<T>(plan: T, id: string | undefined): T {
  return id === undefined ? plan : (JSON.parse(JSON.stringify(plan).replaceAll(LISTED, id)) as T);
}

/** Whatever there is. */
export const ANYTHING: Set = { kinds: [], tests: [] };

/** A set with further tests. */
export function narrowed(set: Set, ...tests: readonly Test[]): Set {
  return tests.length === 0 ? set : { ...set, tests: [...set.tests, ...tests] };
}

/** A set as several ways to narrow it make it, together or either of them. */
export function combined(base: Set, ways: readonly Set[], join: 'and' | 'or'): Set {
  const added = ways.map(({ tests }) => tests.slice(base.tests.length));
  const isEither = join === 'or' && ways.length > 1;
  const tests: readonly Test[] = isEither ? [{ is: 'any', tests: added.map((own) => ({ is: 'all', tests: own })) }] : added.flat();
  return narrowed({ ...base, kinds: ways[0]?.kinds ?? base.kinds }, ...tests);
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

/** The ids of all of some sets that are given by nothing else. */
export function idsOfAll(sets: readonly Set[]): readonly string[] {
  return sets.flatMap((set) => idsOf(set) ?? []);
}

/** Asks for others than some; nothing where these are none. */
export function otherThan(ids: readonly string[] | null): readonly Test[] {
  return ids && ids.length > 0 ? [{ is: 'not', test: { is: 'id', ids: [...ids] } }] : [];
}

/** Those of a set that have none of what its last tests count. */
export function withoutCount(has: Set, base: Set): Set {
  const added = has.tests.slice(base.tests.length).map((test) => (test.is === 'some' ? { ...test, count: undefined } : test));
  return narrowed({ kinds: has.kinds, tests: base.tests }, { is: 'not', test: { is: 'all', tests: added } });
}

/** What is said of whoever takes part in a record, as "trips abroad" does, said of the one who is: named beside it, or told by the record. */
export function attributed<T>(plan: T): T {
  const isOpen = (test: Test): test is Some => test.is === 'some' && test.set.kinds.length === 0;
  const isSame = (a: Some, b: Test): b is Some => b.is === 'some' && b.set.kinds.length > 0 && b.type === a.type;
  return JSON.parse(JSON.stringify(plan), (key, value: unknown): unknown => {
    if (key !== 'tests') return value;
    const tests = value as readonly Test[];
    const open = tests.find(isOpen);
    const [one, ...more] = open ? tests.filter((test) => isSame(open, test)) : [];
    if (open && one && more.length === 0)
      return tests.flatMap((test) => (test === open ? [] : [test === one ? { ...one, link: { ...one.link, ...open.link } } : test]));
    return tests.map((test) => {
      const inner = test.is === 'some' ? test.set.tests.find(isOpen) : undefined;
      if (test.is !== 'some' || !inner || !isSame(inner, test) || test.set.tests.some((own) => isSame(inner, own))) return test;
      return { ...test, link: { ...test.link, ...inner.link }, set: { ...test.set, tests: test.set.tests.filter((own) => own !== inner) } };
    });
  }) as T;
}

/** A value and everything that it holds, at any depth. */
function* within(value: unknown): Generator {
  yield value;
  if (typeof value === 'object' && value !== null) for (const own of Object.values(value)) yield* within(own);
}

/** The objects within a value that have some field, such as the tests of a plan. */
export function objectsIn<T>(value: unknown, field: keyof T & string): readonly T[] {
  return [...within(value)].filter((own): own is T => typeof own === 'object' && own !== null && field in own);
}

/** The tests of a sort within a plan. */
export function testsIn<Is extends Test['is']>(value: unknown, is: Is): readonly (Test & { is: Is })[] {
  return objectsIn<Test & { is: Is }>(value, 'is').filter((test) => test.is === is);
}

function textsIn(value: unknown): string[] {
  return [...within(value)].filter((own) => typeof own === 'string');
}

/** Every id of an entity in a plan. */
export function entitiesIn(value: unknown): string[] {
  return textsIn(value).filter(isEntityId);
}

/** The marks of names in what something means, or in a plan, each once. */
export function marksIn(value: unknown): readonly string[] {
  return [...new globalThis.Set(textsIn(value).filter((text) => text.startsWith('?')))];
}

/** Everything that is named within pieces of a clause, each once. */
export function namedIn(value: unknown): readonly Set[] {
  const named = objectsIn<Set>(value, 'tests').flatMap(({ kinds, tests }) => (kinds as readonly string[] | undefined ? tests.filter(({ is }) => is === 'id').map((test): Set => ({ kinds, tests: [test] })) : [])); // prettier-ignore
  return [...new Map(named.map((set) => [JSON.stringify(set.tests), set])).values()];
}

/** A plan with every test changed, or left out. */
export function changedTests<T>(plan: T, change: (test: Test) => Test | null): T {
  return JSON.parse(JSON.stringify(plan), (key, value: unknown): unknown => (key === 'tests' ? (value as readonly Test[]).flatMap((test) => change(test) ?? []) : value)) as T; // prettier-ignore
}
