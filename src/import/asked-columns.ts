import { hint } from '../model/text.js';
import type { RowPlan } from './mapping.js';
import type { Asked } from './names-of-row.js';
import type { Row } from './rows/row.js';

/** So many columns of a file are named where one that is asked for is not there. */
const MOST_NAMED = 20;

/** Columns that no row has, as sentences. */
interface Missing {
  readonly column: string;
  /** Whether every slot that names it says that it may be empty. */
  readonly isOptional: boolean;
  readonly reason: string;
}

/** The columns that a mapping asks for, by file, and whether any row has them. */
export class AskedColumns {
  private readonly there = new Map<string, readonly string[]>();
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

  /** Notes what columns a file has, by its first row. */
  meet(file: string, row: Row): void {
    if (!this.there.has(file)) this.there.set(file, row.columns());
  }

  /**
   * What files have and the mapping never reads, as sentences; of a nested column it is enough that a part is read, of a
   * file that is joined to others that they read it.
   */
  unread(rows: readonly Pick<RowPlan, 'of' | 'joins'>[]): readonly string[] {
    const names = (file: string) => [...(this.files.get(file)?.keys() ?? [])];
    return [...this.there].flatMap(([file, there]) => {
      const joined = rows.flatMap(({ of, joins }) =>
        [...joins].flatMap(([as, { file: table }]) =>
          table === file ? names(of).flatMap((name) => (name.startsWith(`${as}.`) ? [name.slice(as.length + 1)] : [])) : [],
        ),
      );
      const asked = [...names(file), ...joined].map((name) => name.replace(/^\/\//, ''));
      const left = [...new Set(there)].filter(
        (column) => !asked.some((name) => name === column || (name.startsWith(column) && /[./[]/.test(name.charAt(column.length)))),
      );
      return left.length === 0 ? [] : [`of "${file}" nothing reads ${left.slice(0, MOST_NAMED).join(', ')}${left.length > MOST_NAMED ? ', …' : ''}`];
    });
  }

  missing(): readonly Missing[] {
    return [...this.files].flatMap(([file, columns]) => {
      const there = this.there.get(file) ?? [];
      return [...columns].flatMap(([column, { isThere, isOptional }]) => {
        if (isThere) return [];
        const near = hint(column, [...there, ...[...columns].flatMap(([name, asked]) => (asked.isThere ? [name] : []))]);
        const all = near === '' && !isOptional ? `; it has ${there.slice(0, MOST_NAMED).join(', ')}${there.length > MOST_NAMED ? ', …' : ''}` : near;
        return [{ column, isOptional, reason: `no row of "${file}" has a column "${column}"${all}` }];
      });
    });
  }
}
