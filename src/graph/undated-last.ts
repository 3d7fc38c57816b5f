import type { Filter } from './filter.js';
import type { Page, Position } from './store.js';

/** What is dated of a list, or what is not, in the direction of reading. */
export interface Part {
  /** Absent for both. */
  readonly isDated?: boolean;
  readonly first: number;
  readonly after: Position | null;
}

interface Window {
  readonly size: number;
  readonly from: Position | null;
  readonly isBackward: boolean;
}

/**
 * A page of a list that has its oldest first and what is dated nowhere last. Stores hold the undated before the oldest,
 * so that one part is read after the other: a second time only where the first does not fill the page.
 */
export async function undatedLast<T>({ size, from, isBackward }: Window, ask: (part: Part) => Promise<Page<T>>): Promise<Page<T>> {
  const order = isBackward ? [false, true] : [true, false];
  const start = from === null ? 0 : order.indexOf(from.sort !== '');
  const items: T[] = [];
  for (const [at, isDated] of order.entries()) {
    if (at < start) continue;
    const rest = size - items.length;
    const page = await ask({ isDated, first: Math.max(rest, 1), after: at === start ? from : null });
    if (rest === 0 || page.more) return { items: [...items, ...page.items].slice(0, size), more: page.items.length > 0 };
    items.push(...page.items);
  }
  return { items, more: false };
}

/** Passes what has a day in a column, or what has an empty one. */
export function dated(column: string, isDated: boolean): Filter {
  return [[isDated ? { column, op: 'AT_LEAST', values: ['0'], negated: false } : { column, op: 'IN', values: [''], negated: false }]];
}
