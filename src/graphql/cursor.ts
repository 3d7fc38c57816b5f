import type { Position } from '../graph/store.js';
import { canonicalJson, sha256 } from '../model/text.js';
import { badCursor, badInput } from './errors.js';

export const DEFAULT_PAGE = 20;
export const LARGEST_PAGE = 100;

/** Which page is asked for, as Relay has it. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A short mark of a list and its question, so that a cursor is refused by every other list. */
export function signature(question: unknown): string {
  return sha256(canonicalJson(question)).slice(0, 8);
}

/** An opaque keyset cursor: the list's mark, the sort value and the id of the item it stands behind. */
export function encodeCursor(list: string, { sort, id }: Position): string {
  return Buffer.from(JSON.stringify([list, sort, id])).toString('base64url');
}

/** Reads a cursor of this list; throws BAD_CURSOR for any other text. */
export function decodeCursor(list: string, cursor: string): Position {
  let parts: unknown;
  try {
    parts = cursor.length > 2_000 ? null : JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw badCursor(cursor);
  }
  if (!Array.isArray(parts) || parts.length !== 3) throw badCursor(cursor);
  const [mark, sort, id] = parts as unknown[];
  if (mark !== list || typeof sort !== 'string' || typeof id !== 'string') throw badCursor(cursor);
  // Decoding passes over signs that are not of its alphabet; a cursor is only what was handed out.
  if (encodeCursor(list, { sort, id }) !== cursor) throw badCursor(cursor);
  return { sort, id };
}

/** How many items a page holds, behind which cursor, and in which direction; throws for a number out of range instead of capping it. */
export function pageSize({ first, after, last, before }: PageArgs): { readonly size: number; readonly cursor: string | null; readonly isBackward: boolean } {
  const isGiven = (value: unknown) => value !== null && value !== undefined;
  const isBackward = isGiven(last) || isGiven(before);
  if (isBackward && (isGiven(first) || isGiven(after))) throw badInput('give first and after to read forwards, or last and before to read backwards');
  const size = (isBackward ? last : first) ?? DEFAULT_PAGE;
  if (size < 0 || size > LARGEST_PAGE) {
    const [name, on] = isBackward ? ['last', 'before'] : ['first', 'after'];
    throw badInput(`${name} must be between 0 and ${String(LARGEST_PAGE)}, got ${String(size)}; read on with ${on}`);
  }
  return { size, cursor: (isBackward ? before : after) ?? null, isBackward };
}
