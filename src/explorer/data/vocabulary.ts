import * as printed from 'virtual:vocabulary';
import type { Column, KindList } from './kind-list.ts';

/** All lists of entities. */
export const lists = printed.lists as readonly KindList[];

/** What the values of each property are, by its name. */
export const sorts: ReadonlyMap<string, Column['sort']> = new Map(lists.flatMap(({ columns }) => columns.map(({ name, sort }) => [name, sort] as const)));

/** Names of all properties that have a value of their own. */
export const properties: readonly string[] = [...sorts.keys()].sort();
