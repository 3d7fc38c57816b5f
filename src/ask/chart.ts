import { groupBy } from '../model/groups.js';
import type { Steps } from '../model/steps.js';

/** Something that a run of tokens is: its category, where it stands, how unlikely it is, and what it means. */
export interface Item {
  readonly cat: string;
  readonly start: number;
  readonly end: number;
  readonly cost: number;
  readonly sense: unknown;
}

/** What a rule makes of one or two neighbours; several where they can be meant in several ways. */
export type Make = (
  senses: readonly unknown[],
  at: { readonly start: number; readonly end: number },
) => readonly { readonly sense: unknown; readonly cost?: number }[];

export type Made = ReturnType<Make>;
export const one = (sense: unknown, cost = 0): Made => [{ sense, cost }];
export const none: Made = [];

/** A rule of a grammar: what is made of which one or two categories. */
export interface Rule {
  readonly of: readonly [string] | readonly [string, string];
  readonly make: string;
  readonly cat: string;
  readonly cost?: number;
}

/** How many readings of one category are kept for a run of tokens, and of a whole question, and how many things are made in all. */
const MOST_KEPT = 8;
const MOST_WHOLE = 16;
const MOST_MADE = 15_000;

/** A whole question ends where its text does. */
const WHOLE = 'Q';

/** Something that is kept, with its sense as text where that was asked for: equal senses are one. */
interface Kept extends Item {
  key?: string;
}

function keyOf(own: Kept): string {
  return (own.key ??= JSON.stringify(own.sense));
}

/** Everything that every run of tokens can be: filled from short runs to long ones, the likeliest readings kept. */
export class Chart {
  /** Whether something was left out at a limit. */
  isCut = false;
  private made = 0;
  private readonly size: number;
  private readonly cells: Map<string, Kept[]>[];
  private readonly single = new Map<string, Rule[]>();
  private readonly double = new Map<string, Rule[]>();
  private readonly makes: Readonly<Record<string, Make>>;

  constructor(size: number, rules: readonly Rule[], makes: Readonly<Record<string, Make>>) {
    this.size = size;
    this.makes = makes;
    this.cells = Array.from({ length: size * (size + 1) }, () => new Map<string, Kept[]>());
    for (const rule of rules) {
      const index = rule.of.length === 1 ? this.single : this.double;
      index.set(rule.of[0], [...(index.get(rule.of[0]) ?? []), rule]);
    }
  }

  /** Fills the chart from its words; a step is what two neighbours make together. */
  *fill(words: readonly Item[]): Steps<void> {
    const byLength = groupBy(words, ({ start, end }) => end - start);
    for (let length = 1; length <= this.size; length += 1) {
      for (const item of byLength.get(length) ?? []) this.add(item);
      for (let start = 0; start + length <= this.size; start += 1) {
        yield* this.combine(start, start + length);
      }
    }
  }

  /** What a run of tokens is as a category, the likeliest first. */
  at(start: number, end: number, cat: string): readonly Item[] {
    return this.cell(start, end).get(cat) ?? [];
  }

  /** The categories of everything that ends at a place. */
  endingAt(end: number): ReadonlySet<string> {
    return new Set(Array.from({ length: end }, (_, start) => [...this.cell(start, end).keys()]).flat());
  }

  private cell(start: number, end: number): Map<string, Kept[]> {
    return this.cells[start * (this.size + 1) + end] ?? new Map<string, Kept[]>();
  }

  private *combine(start: number, end: number): Steps<void> {
    for (let middle = start + 1; middle < end && !this.isCut; middle += 1) {
      const right = this.cell(middle, end);
      if (right.size === 0) continue;
      yield;
      for (const [cat, lefts] of this.cell(start, middle)) {
        for (const rule of this.double.get(cat) ?? []) {
          for (const other of right.get(rule.of[1] ?? '') ?? []) for (const left of lefts) this.apply(rule, [left, other]);
        }
      }
    }
  }

  private apply(rule: Rule, parts: readonly Item[]): void {
    if (this.made >= MOST_MADE) {
      this.isCut = true;
      return;
    }
    const [first] = parts;
    const last = parts.at(-1);
    const make = this.makes[rule.make];
    if (!first || !last || !make) throw new Error(`no such make: ${rule.make}`);
    this.made += 1;
    const at = { start: first.start, end: last.end };
    if (rule.cat === WHOLE && at.end !== this.size) return;
    const cost = parts.reduce((sum, part) => sum + part.cost, rule.cost ?? 0);
    for (const { sense, cost: own = 0 } of make(parts.map((part) => part.sense), at)) this.add({ cat: rule.cat, ...at, cost: cost + own, sense }); // prettier-ignore
  }

  private add(item: Item): void {
    const cell = this.cell(item.start, item.end);
    const items = cell.get(item.cat) ?? [];
    cell.set(item.cat, items);
    const most = item.cat === WHOLE ? MOST_WHOLE : MOST_KEPT;
    if (items.length >= most && (items.at(-1)?.cost ?? 0) <= item.cost) return;
    const kept: Kept = { ...item };
    const same = items.findIndex((other) => keyOf(other) === keyOf(kept));
    if (same >= 0 && (items[same]?.cost ?? 0) <= item.cost) return;
    if (same >= 0) items.splice(same, 1);
    const place = items.findIndex((other) => other.cost > item.cost);
    items.splice(place < 0 ? items.length : place, 0, kept);
    if (items.length > most) items.pop();
    for (const rule of this.single.get(item.cat) ?? []) this.apply(rule, [item]);
  }
}
