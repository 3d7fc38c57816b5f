import { hint } from '../model/text.js';
import type { Asked } from './names-of-row.js';

/** Columns that no row has, as sentences. */
interface Missing {
  readonly column: string;
  /** Whether every slot that names it says that it may be empty. */
  readonly isOptional: boolean;
  readonly reason: string;
}

/** The columns that a mapping asks for, by file, and whether any row has them. */
export class AskedColumns {
  private readonly files = new Map<string, Map<string, { isThere: boolean; isOptional: boolean }>>();

  /** Notes what is asked of the rows of one file. */
  of(file: string): Asked {
    const columns = this.files.get(file) ?? new Map<string, { isThere: boolean; isOptional: boolean }>();
    this.files.set(file, columns);
    return (column, isThere, isOptional) => {
      const held = columns.get(column);
      if (!held) columns.set(column, { isThere, isOptional });
      else {
        held.isThere ||= isThere;
        held.isOptional &&= isOptional;
      }
    };
  }

  missing(): readonly Missing[] {
    return [...this.files].flatMap(([file, columns]) => {
      const there = [...columns].flatMap(([name, { isThere }]) => (isThere ? [name] : []));
      return [...columns].flatMap(([column, { isThere, isOptional }]) =>
        isThere ? [] : [{ column, isOptional, reason: `no row of "${file}" has a column "${column}"${hint(column, there)}` }],
      );
    });
  }
}
