import type { Claim } from '../../model/claim.js';
import type { EntityNode, Link } from '../../model/graph.js';
import type { Row } from '../statements.js';
import { Vanished } from './errors.js';

/** Text in a row's column; throws when something else stands there, Vanished when nothing does any more. */
export function text(row: Row, name: string): string {
  const value = row.get(name);
  if (value === null) throw new Vanished(`the database has no ${name} any more`);
  if (typeof value !== 'string') throw new Error(`the database gave ${typeof value} for ${name}, not text`);
  return value;
}

/** Text, or empty where the row has none. */
export function textOrEmpty(row: Row, name: string): string {
  const value = row.get(name);
  return typeof value === 'string' ? value : '';
}

export function count(row: Row, name: string): number {
  const value = row.get(name);
  if (typeof value !== 'number') throw new Error(`the database gave ${typeof value} for ${name}, not a number`);
  return value;
}

export function texts(row: Row, name: string): readonly string[] {
  const value = row.get(name);
  if (!Array.isArray(value)) throw new Error(`the database gave no list for ${name}`);
  return value.map(String);
}

export function numbers(row: Row, name: string): readonly number[] {
  const value = row.get(name);
  if (!Array.isArray(value)) throw new Error(`the database gave no list for ${name}`);
  return value.map(Number);
}

/** A list of pairs. */
export function pairs(row: Row, name: string): readonly (readonly unknown[])[] {
  const value = row.get(name);
  if (!Array.isArray(value) || !value.every(Array.isArray)) throw new Error(`the database gave no list of pairs for ${name}`);
  return value;
}

/** A map of properties. */
export function properties(row: Row, name: string): Readonly<Record<string, unknown>> {
  const value = row.get(name);
  if (typeof value !== 'object' || value === null) throw new Error(`the database gave no map for ${name}`);
  return value as Readonly<Record<string, unknown>>;
}

// The JSON below is what `properties.ts` wrote; `audit` compares it with the properties beside it.

export function entity(row: Row): EntityNode {
  return JSON.parse(text(row, 'entity')) as EntityNode;
}

export function link(row: Row): Link {
  return JSON.parse(text(row, 'link')) as Link;
}

export function claim(row: Row): Claim {
  return JSON.parse(text(row, 'claim')) as Claim;
}

/** Rows by their ids, in the order of the ids asked for. */
export function inOrder<T extends { readonly id: string }>(ids: readonly string[], items: readonly T[]): ReadonlyMap<string, T> {
  const byId = new Map(items.map((item) => [item.id, item]));
  return new Map(
    ids.flatMap((id): [string, T][] => {
      const item = byId.get(id);
      return item ? [[id, item]] : [];
    }),
  );
}
