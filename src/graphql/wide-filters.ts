import type { NestedFilter } from '../graph/filter.js';
import { FilterTooWide } from '../graph/normal-form.js';
import { patternsOf } from '../graph/simplest-filter.js';
import { badInput } from './errors.js';

/** How much a filter may ask of relationships: each is a pattern of the statement, and a tenth of a second for the database to plan where it is slow. */
const MOST_PATTERNS = 16;

/** The filter, if it asks no more of relationships than that; throws otherwise. */
export function narrow(filter: NestedFilter): NestedFilter {
  const patterns = patternsOf(filter);
  if (patterns <= MOST_PATTERNS) return filter;
  throw new FilterTooWide(
    `the filter asks ${String(patterns)} different things of relationships; ask ${String(MOST_PATTERNS)} at most, or in several questions`,
  );
}

/** Tells whoever asks that a filter is too wide. */
export function refusing<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof FilterTooWide) throw badInput(error.message);
    throw error;
  }
}
