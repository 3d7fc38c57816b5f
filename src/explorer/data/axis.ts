/** A day as a number of years, for placing it on a line. */
export function yearsOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return year + (month - 1) / 12 + (date - 1) / 372;
}

/** A stretch of time on the line; an end that is not known is null. */
export interface Stretch {
  readonly from: number | null;
  readonly to: number | null;
}

/** Where a time begins and ends on the line. */
export function stretchOf({ earliest, latest }: { readonly earliest?: string | null; readonly latest?: string | null }): Stretch {
  return { from: earliest ? yearsOf(earliest) : null, to: latest ? yearsOf(latest) + 1 / 372 : null };
}

/** From the first to the last year of some stretches, with a little room. */
export function domainOf(stretches: readonly Stretch[], now: number): readonly [number, number] {
  const bounds = stretches.flatMap(({ from, to }) => [from, to]).filter((bound) => bound !== null);
  if (bounds.length === 0) return [now - 10, now + 1];
  const first = Math.min(...bounds);
  const last = Math.max(...bounds, stretches.some(({ to }) => to === null) ? now : first);
  const room = Math.max((last - first) * 0.03, 0.05);
  return [first - room, last + room];
}

/** What of a stretch lies within the days that are asked for; what lies nowhere within them is all of it. */
export function domainWithin(domain: readonly [number, number], from: string | null, to: string | null): readonly [number, number] {
  const within = [from === null ? domain[0] : yearsOf(from), to === null ? domain[1] : yearsOf(to) + 1 / 372] as const;
  return within[0] < within[1] ? within : domain;
}

/** The day that a number of years stands for, of those that every month has. */
export function dayOf(years: number): string {
  const days = Math.round(years * 372);
  const [year, month, date] = [Math.floor(days / 372), Math.floor((days % 372) / 31) + 1, Math.min(28, (days % 31) + 1)];
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** A mark on the line of time. */
export interface Tick {
  /** In years, as `yearsOf` counts them. */
  readonly at: number;
  readonly text: string;
}

/** Months of the line are equally long. */
const MONTH = 31;
const YEAR = 12 * MONTH;

/** How far marks may be apart, in days of the line. */
const DAYS = [1, 2, 5, 10];
const MONTHS = [1, 2, 3, 6];

/** Marks at the beginning of months or, nearer, at days; none where that would be more than `most`: then it is years that are marked. */
export function fineTicks([first, last]: readonly [number, number], most: number): Tick[] {
  const [from, to] = [Math.ceil(first * YEAR - 1e-6), Math.floor(last * YEAR + 1e-6)];
  // A day is written in more letters than a month.
  const days = DAYS.find((step) => (to - from) / step <= most / 2);
  const months = MONTHS.find((step) => (to - from) / (step * MONTH) <= most);
  if (days === undefined && months === undefined) return [];
  const isMarked = (at: number) => {
    const [month, day] = [Math.floor(at / MONTH), at % MONTH];
    // The 29th is not in every month, and what stands near the first of the next would be written over it.
    return days === undefined ? day === 0 && month % (months ?? 1) === 0 : day % days === 0 && day <= Math.min(27, MONTH - days);
  };
  const marked = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at).filter(isMarked);
  return marked.map((at) => ({ at: at / YEAR, text: dayOf(at / YEAR).replace(days === undefined ? /(?:-01)?-01$/ : /^$/, '') }));
}
