import type { Quantity } from '../model/values.js';

/** Numbers from and to, both included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** How far from the number "about" and "almost" may lie, as a share of it. */
const LEEWAY = 0.1;

/**
 * The numbers that a hedged figure allows: "about 22" is within a tenth of 22 on either side and at least one off,
 * "almost 30" from a tenth below up to but not 30 itself, "several" the number or more.
 */
export function rangeOf({ amount, comparator }: Pick<Quantity, 'amount' | 'comparator'>): Range {
  const isWhole = Number.isInteger(amount);
  const off = Math.max(Math.abs(amount) * LEEWAY, isWhole ? 1 : 0);
  const under = isWhole ? amount - 1 : amount - Math.abs(amount) * Number.EPSILON;
  const over = isWhole ? amount + 1 : amount + Math.abs(amount) * Number.EPSILON;
  switch (comparator) {
    case 'ABOUT':
      return { from: amount - off, to: amount + off };
    case 'ALMOST':
      return { from: amount - off, to: under };
    case 'LESS_THAN':
      return { from: -Infinity, to: under };
    case 'MORE_THAN':
      return { from: over, to: Infinity };
    case 'AT_LEAST':
      return { from: amount, to: Infinity };
    default:
      return { from: amount, to: amount };
  }
}

/** Whether two ranges have a number in common. */
export function meet(a: Range, b: Range): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** The quantity that a claim's value stands for, as a seed writes it. */
export function quantityOf(value: unknown): Quantity | null {
  if (typeof value !== 'object' || value === null) return null;
  const { measure, amount, unit, comparator } = value as Partial<Quantity>;
  return typeof measure === 'string' && typeof amount === 'number' && typeof unit === 'string' && typeof comparator === 'string'
    ? { measure, amount, unit, comparator }
    : null;
}
