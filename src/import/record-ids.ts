import { join } from 'node:path';
import { SortedFile } from '../load/sorted-file.js';
import { canonicalJson, sha256 } from '../model/text.js';
import type { Place, ToldAt } from './told.js';
import type { Row } from './rows/row.js';

/** A row by the id that the set gives it. */
interface Borne {
  readonly place: Place;
  readonly content: string;
}

/**
 * Ids that rows of one file share although they do not say the same: the set takes two things
 * for one, or one of them is mistyped. Sorted on the disk.
 */
export class RecordIds {
  private readonly borne: SortedFile<readonly Borne[]>;

  constructor(into: string) {
    this.borne = new SortedFile<readonly Borne[]>(join(into, 'sorting-ids'), (first, next) =>
      // Two that differ are enough to tell.
      [...first, ...next.filter(({ content }) => first.every((known) => known.content !== content))].slice(0, 2),
    );
  }

  add(place: Place, row: Row): void {
    if (place.id === null) return;
    const content = sha256(canonicalJson(row.columns().map((column) => [column, row.cells(column)])));
    this.borne.add(`${place.file}\t${place.id}`, [{ place, content }]);
  }

  async *found(): AsyncGenerator<ToldAt> {
    for await (const { json } of this.borne.entries()) {
      const [first, next] = JSON.parse(json) as readonly Borne[];
      if (!first || !next) continue;
      const reason = `another row has the id too, and says something else: row ${String(first.place.row)} stands before it`;
      yield { place: next.place, told: { level: 'doubtful', place: 'files', column: '', value: next.place.id ?? '', reason, candidates: [] } };
    }
  }
}
