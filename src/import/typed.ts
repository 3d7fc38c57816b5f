import type { Json } from '../model/claim.js';

/** Text as a value of some sort: a number where that wants numbers. */
export function typed(sort: string | undefined, text: string): Json {
  return (sort === 'integer' || sort === 'decimal') && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** What the parts of a value may come to that are made of a row. */
const MAY_BE: Readonly<Record<string, Json>> = { amount: 1, lang: 'en', comparator: 'EXACTLY' };

/** A value as a row may make it, as far as that can be told before any is read: of what has parts, those that it has. */
export function trialOf(value: unknown, sort: string): Json | undefined {
  if (typeof value !== 'object' || value === null) {
    const text = String(value);
    return !text.includes('{') ? typed(sort, text) : sort === 'name' || sort === 'quantity' ? '' : undefined;
  }
  const parts = Object.entries(value).map(([key, part]) => [
    key,
    String(part).includes('{') ? (MAY_BE[key] ?? 'x') : key === 'amount' ? Number(part) : (part as Json),
  ]);
  return Object.fromEntries(parts) as Json;
}
