import { FIRST_DAY } from '../../model/edtf.js';
import { compareText } from '../../model/text.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import { isLinkTest, type NestedFilter } from '../filter.js';
import { joined, LAST_PLACE } from './properties.js';

/** What of a time lies no earlier than its earliest day. */
const NO_EARLIER = ['Earliest', 'HeldFrom', 'Latest'];

/**
 * Columns that bound the day by which an entity is listed, and a relationship that describes it: of times by which every
 * kind that has them is ordered.
 */
export function boundingColumns({ kinds }: Vocabulary): ReadonlySet<string> {
  const times = new Set(kinds.flatMap(({ orderedBy }) => orderedBy ?? []));
  const isOrder = (time: string) => kinds.every(({ properties, orderedBy }) => properties[time] === undefined || orderedBy === time);
  return new Set([...times].filter(isOrder).flatMap((time) => NO_EARLIER.map((suffix) => time + suffix)));
}

/** The place from which a page that has the newest first may begin, since nothing behind it passes: the given one, or a later. */
export function newestPlace(place: string, filter: NestedFilter, columns: ReadonlySet<string>): string {
  const days = filter.flatMap(([only, ...others]) => {
    if (!only || others.length > 0 || isLinkTest(only) || only.negated || only.op !== 'AT_MOST' || !columns.has(only.column)) return [];
    const [day] = only.values;
    return typeof day === 'string' && day >= FIRST_DAY ? [joined({ sort: day, id: LAST_PLACE })] : [];
  });
  return [place, ...days].reduce((least, other) => (compareText(other, least) < 0 ? other : least));
}
