import { isActual, type Claim } from './claim.js';
import { FIRST_DAY, LAST_DAY, parseTime, timeValue, type Time } from './edtf.js';

/** The last day that a source tells of, by what its header says that it covers; null where that is not said, or open. */
export function coveredUntil(covered: unknown): string | null {
  const time = timeValue(covered);
  return time === null || time.latest === LAST_DAY ? null : time.latest;
}

/**
 * When a claim holds, in what its source can know of: silence behind the last day that it covers denies nothing. A
 * denial reaches as far as its source does, and an end that falls on the end of all that is covered is no end: it may
 * have lasted.
 */
export function timeWithin(claim: Claim, until: string | null): Time | null {
  const { when } = claim;
  if (until === null) return when;
  if (claim.polarity === 'DENIED') {
    if (when !== null && when.latest <= until) return when;
    const from = when === null ? '..' : (when.edtf.split('/')[0] ?? '');
    return parseTime(`${from === '' ? '..' : from}/${until}`) ?? when;
  }
  if (when === null || claim.object === null || !isActual(claim)) return when;
  const [first = '', last = ''] = when.edtf.split('/');
  const end = last === '' || last === '..' ? null : parseTime(last);
  return end !== null && end.latest >= until && when.earliest > FIRST_DAY ? (parseTime(`${first}/`) ?? when) : when;
}

/** Whether two claims that contradict one another are of times that meet; what is dated nowhere meets all. */
export function meet(a: Time | null, b: Time | null): boolean {
  return !a || !b || (a.earliest <= b.latest && b.earliest <= a.latest);
}
