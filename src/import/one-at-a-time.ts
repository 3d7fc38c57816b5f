import { join } from 'node:path';
import { SortedFile } from '../load/sorted-file.js';
import type { Time } from '../model/edtf.js';
import { compareText } from '../model/text.js';
import type { Place, ToldAt } from './told.js';

/** A row that says who had something that one has at a time, and for sure from which day to which. */
interface Holding {
  readonly that: string;
  readonly of: string;
  readonly who: string;
  readonly when: string;
  readonly from: string;
  readonly until: string;
  readonly place: Place;
}

/** Sorts before all that names and days are made of, so that what is said of one thing stands together. */
const BEFORE_ALL = '\u{1F}';

/**
 * Rows that say of two that both had at once what one has at a time, such as an office. The day, or the year, on which
 * one followed another is no such time. Sorted on the disk, so that no row is held.
 */
export class OneAtATime {
  private readonly holdings: SortedFile<readonly Holding[]>;

  constructor(into: string) {
    this.holdings = new SortedFile<readonly Holding[]>(join(into, 'sorting-holdings'), (first, next) => [...first, ...next]);
  }

  /** Takes in what a row says; of a time that is not known there is nothing to compare. */
  note(that: string, of: string, who: string, { edtf, heldFrom, heldUntil }: Time, place: Place): void {
    if (heldFrom >= heldUntil) return;
    this.holdings.add([that, of, heldFrom].join(BEFORE_ALL), [{ that, of, who, when: edtf, from: heldFrom, until: heldUntil, place }]);
  }

  /** One for each row that begins before another's time is over, told at the one that begins later. */
  async *found(): AsyncGenerator<ToldAt> {
    let open: readonly Holding[] = [];
    for await (const { json } of this.holdings.entries()) {
      for (const now of JSON.parse(json) as readonly Holding[]) {
        const then = open.filter(({ that, of, until }) => that === now.that && of === now.of && until > now.from);
        const other = then.find(({ who }) => who !== now.who);
        if (other) {
          const reason = `${now.that}: ${other.who} ${other.when} in row ${String(other.place.row)} of ${other.place.file}`;
          yield { place: now.place, told: { level: 'doubtful', place: 'checks', column: '', value: `${now.who} ${now.when}`, reason, candidates: [] } };
        }
        open = lastTwo([...then, now]);
      }
    }
  }
}

/** Of each of the two that have it longest, the row that says so: whoever comes next is one of them, or neither. */
function lastTwo(holdings: readonly Holding[]): readonly Holding[] {
  const longest = holdings.toSorted((a, b) => compareText(b.until, a.until));
  return longest.filter(({ who }, at) => longest.findIndex((other) => other.who === who) === at).slice(0, 2);
}
