import { useRef, type ReactNode } from 'react';
import { useOverflow } from './use-overflow.ts';

export interface TableColumn {
  readonly key: string;
  /** What it is called, which each cell says too where the rows stand one below the other. */
  readonly name: string;
  /** What is shown of that; its name where nothing else is given. */
  readonly head?: ReactNode;
  readonly about?: string;
  readonly sort?: 'ascending' | 'descending' | 'none';
}

export interface TableRow {
  readonly key: string;
  readonly id?: string;
  readonly isChosen?: boolean;
  /** What stands in each column: null for nothing. */
  readonly cells: readonly { readonly shown: ReactNode; readonly isLong?: boolean }[];
}

interface Props {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Which column says what a row is of. */
  readonly headedBy?: number;
  readonly className?: string;
}

/**
 * A table in a frame that scrolls, by keyboard too, where its columns have no room. On a small screen each row is a card,
 * whose cells say what they are; to those who hear the page it stays a table, which is why its roles are written out.
 */
export function Table({ name, columns, rows, headedBy = 0, className = '' }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const isOver = useOverflow(frame);
  return (
    <div className="table-frame" ref={frame} {...(isOver ? { tabIndex: 0, role: 'region', 'aria-label': name } : {})}>
      <table role="table" className={className} aria-label={name}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ key, name: called, head, about, sort }) => (
              <th key={key} role="columnheader" scope="col" title={about} aria-sort={sort}>
                {head ?? called}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ key, id, isChosen, cells }) => (
            <tr key={key} role="row" id={id} data-chosen={isChosen}>
              {cells.map(({ shown, isLong }, at) => {
                const column = columns[at];
                return at === headedBy ? (
                  <th key={column?.key} role="rowheader" scope="row">
                    {shown}
                  </th>
                ) : (
                  <td key={column?.key} role="cell" data-label={column?.name} data-long={isLong}>
                    {shown}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
