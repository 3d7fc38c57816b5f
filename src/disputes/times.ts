import { FIRST_DAY, parseTime, type Time } from '../model/edtf.js';

/** Whether a time says from when, or until when, something lasted, rather than at which point it was. */
export function isInterval({ edtf }: Time): boolean {
  return edtf.includes('/');
}

/** The first and the last point of an interval; an open end is null. */
export function endpoints({ edtf }: Time): { readonly first: Time | null; readonly last: Time | null } {
  const [left = '', right = ''] = edtf.split('/');
  const point = (text: string) => (text === '' || text === '..' ? null : parseTime(text));
  return { first: point(left), last: point(right) };
}

/** The days on which it surely had begun, at the latest; for a point, its last day. */
export function begunBy(time: Time): string {
  return isInterval(time) ? (endpoints(time).first?.latest ?? FIRST_DAY) : time.latest;
}

function apart(a: Time | null, b: Time | null): boolean {
  return a !== null && b !== null && (a.latest < b.earliest || b.latest < a.earliest);
}

/**
 * Whether two times for one thing exclude one another. Of two points, one may be more precise than the other; they
 * exclude one another when no day is common to both. A point within an interval may be its height, so only one outside
 * is excluded; two intervals must be able to begin, and to end, on the same day.
 */
export function exclude(a: Time, b: Time): boolean {
  if (isInterval(a) && isInterval(b)) {
    const [x, y] = [endpoints(a), endpoints(b)];
    return apart(x.first, y.first) || apart(x.last, y.last);
  }
  if (isInterval(b)) return exclude(b, a);
  if (!isInterval(a)) return apart(a, b);
  const { first, last } = endpoints(a);
  return (first !== null && b.latest < first.earliest) || (last !== null && last.latest < b.earliest);
}
