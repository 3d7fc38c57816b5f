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
