/** One row of a file: its cells by column. A column of a nested row is a path, and may have several cells. */
export interface Row {
  /** Counted from 1; a header is none. */
  readonly number: number;
  /** The cells of a column, in order, without the space around them; none where the row has no such column. */
  cells(column: string): readonly string[];
  /** What a column leads to that has columns of its own: objects, or elements. None where rows are flat. */
  parts?(column: string): readonly Row[];
  /** Whether it is a list in a list: its items are the cells, or the parts, of the column without a name. */
  readonly isList?: boolean;
  /** The columns that it has at its top, to guess what a wrong name was meant to be. */
  columns(): readonly string[];
}

/** A row that could not be read; the rows behind it still can. */
export interface Unreadable {
  readonly number: number;
  readonly fault: string;
}

/** How a file is read, as a mapping says it. */
export interface Reading {
  readonly format: Format;
  /** What makes a row: a path of elements or keys; empty for formats that are rows already. */
  readonly rows: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly quote: string;
  /** Names of the columns; null when the first row names them. */
  readonly header: readonly string[] | null;
  /** Lines before the header. */
  readonly skip: number;
}

export const FORMATS = ['csv', 'tsv', 'json', 'jsonl', 'xml'] as const;
export type Format = (typeof FORMATS)[number];

/** Thrown when a file as a whole cannot be read as the mapping says. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

export function isUnreadable(row: Row | Unreadable): row is Unreadable {
  return 'fault' in row;
}

/** A cell without the space around it, and with line breaks and runs of space within it as one space. */
export function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().normalize('NFC');
}
