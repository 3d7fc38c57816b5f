import { push } from './groups.js';

/**
 * Work in steps: a pure function that stops now and then. Whoever runs it may let others go on in between, or give up;
 * whoever does neither takes it `atOnce`.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** After how many items a step ends. */
export const STRIDE = 50;

/** How many items are sorted in one step. */
const RUN = 500;

/** All steps, one after the other. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Does something with each item. */
export function* eachInSteps<T>(items: Iterable<T>, act: (item: T, at: number) => void): Steps<void> {
  let at = 0;
  for (const item of items) {
    if (at % STRIDE === STRIDE - 1) yield;
    act(item, at);
    at += 1;
  }
}

/** The items that pass, in their order. */
export function* keptInSteps<T>(items: Iterable<T>, isKept: (item: T) => boolean): Steps<T[]> {
  const kept: T[] = [];
  yield* eachInSteps(items, (item) => {
    if (isKept(item)) kept.push(item);
  });
  return kept;
}

/** What becomes of each item. */
export function* madeInSteps<T, R>(items: Iterable<T>, make: (item: T, at: number) => R): Steps<R[]> {
  const made: R[] = [];
  yield* eachInSteps(items, (item, at) => made.push(make(item, at)));
  return made;
}

/** Items by key, keys and items in the order in which they come. */
export function* groupedInSteps<K, T>(items: Iterable<T>, key: (item: T) => K): Steps<Map<K, T[]>> {
  const groups = new Map<K, T[]>();
  yield* eachInSteps(items, (item) => {
    push(groups, key(item), item);
  });
  return groups;
}

/** A sorted copy; what is alike stays in its order. Runs are sorted, then merged two by two. */
export function* sortedInSteps<T>(items: Iterable<T>, compare: (a: T, b: T) => number): Steps<T[]> {
  const all = [...items];
  let runs: T[][] = [];
  for (let at = 0; at < all.length; at += RUN) {
    runs.push(all.slice(at, at + RUN).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<T>(left: readonly T[], right: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  const merged: T[] = [];
  let [l, r] = [0, 0];
  while (l < left.length || r < right.length) {
    if (merged.length % RUN === RUN - 1) yield;
    const takesLeft = r >= right.length || (l < left.length && compare(left[l] as T, right[r] as T) <= 0);
    merged.push((takesLeft ? left[l++] : right[r++]) as T);
  }
  return merged;
}
