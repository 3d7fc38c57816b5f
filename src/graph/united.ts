import { compareText } from '../model/text.js';
import { statesOf, type Intended } from './filter.js';
import type { Page, Position } from './store.js';

/** One page of what is so and what is intended: the pages of both, in the one order that both have. */
export async function unitedPage<T>(intended: Intended, ask: (intended: boolean) => Promise<Page<T>>, order: Ordered<T>): Promise<Page<T>> {
  return onePage(statesOf(intended).map(ask), order);
}

interface Ordered<T> {
  readonly size: number;
  readonly descending: boolean;
  readonly position: (item: T) => Position;
}

/** The page of several sets together that are each read in the same order and have no item in common. */
export async function onePage<T>(asked: readonly Promise<Page<T>>[], { size, descending, position }: Ordered<T>): Promise<Page<T>> {
  const [only, ...others] = await Promise.all(asked);
  if (!only || others.length === 0) return only ?? { items: [], more: false };
  const sign = descending ? -1 : 1;
  const compare = (a: Position, b: Position) => sign * (compareText(a.sort, b.sort) || compareText(a.id, b.id));
  const items = [only, ...others].flatMap((page) => page.items).sort((a, b) => compare(position(a), position(b)));
  return { items: items.slice(0, size), more: items.length > size || [only, ...others].some(({ more }) => more) };
}

/** How many of what is so, of what is intended, or of both. */
export function unitedCount(intended: Intended, ask: (intended: boolean) => Promise<number>): Promise<number> {
  return oneCount(statesOf(intended).map(ask));
}

/** How many there are in several sets together that have no item in common. */
export async function oneCount(asked: readonly Promise<number>[]): Promise<number> {
  return (await Promise.all(asked)).reduce((sum, count) => sum + count, 0);
}
