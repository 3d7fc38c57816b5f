import type { Outcome } from './row-work.js';
import type { Place } from './told.js';

/** How many rows were read, taken, refused, taken with a doubt, and left out. */
export class Tally {
  readonly counts = { read: 0, taken: 0, refused: 0, doubtful: 0, left: 0 };
  /** The rows of each file of which something is told: a bit for each, so that it stays small beside millions of them. */
  private readonly told = new Map<string, Uint8Array>();

  /** Counts what became of a row that was read. */
  take(place: Place, { claims, halves, told, isLeftOut }: Outcome): void {
    const isTaken = claims.length + halves.length > 0;
    if (isLeftOut) this.counts.left += 1;
    else if (isTaken) this.counts.taken += 1;
    else this.counts.refused += 1;
    if (told.length > 0 && this.isFirstOf(place) && isTaken) this.counts.doubtful += 1;
  }

  /** Counts a row that could not be read. */
  refuse(place: Pick<Place, 'file' | 'row'>): void {
    this.counts.refused += 1;
    this.isFirstOf(place);
  }

  /** Counts a row of which something is told once all are read, unless something was told of it before. */
  doubt(place: Place): void {
    if (this.isFirstOf(place)) this.counts.doubtful += 1;
  }

  private isFirstOf({ file, row }: Pick<Place, 'file' | 'row'>): boolean {
    const [at, bit] = [row >> 3, 1 << (row & 7)];
    let bits = this.told.get(file) ?? new Uint8Array(64);
    if (at >= bits.length) {
      const wider = new Uint8Array(Math.max(bits.length * 2, at + 1));
      wider.set(bits);
      bits = wider;
    }
    this.told.set(file, bits);
    const isFirst = ((bits[at] ?? 0) & bit) === 0;
    bits[at] = (bits[at] ?? 0) | bit;
    return isFirst;
  }
}
