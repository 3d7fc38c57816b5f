/** Sums of what sets give, which have cents and thousandths: as far as a number in binary can tell them apart. */
export function isSameSum(sum: number, whole: number): boolean {
  return Math.abs(sum - whole) <= 1e-9 * Math.max(1, Math.abs(whole));
}

/** A sum without what binary fractions leave behind it. */
export function shownSum(sum: number): string {
  return String(Number(sum.toPrecision(12)));
}
