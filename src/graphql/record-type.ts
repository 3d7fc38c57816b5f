import type { ClaimRecord } from '../model/claim.js';
import type { Builder } from './builder.js';
import { atMost } from './price.js';
import type { Scope } from './scope.js';

/** How many cells of a row are told, and how many words within them. */
const MOST_CELLS = 50;

/** A row that a claim stands on, with the scope that knows which files are at hand. */
export interface RecordHandle {
  readonly scope: Scope;
  readonly record: ClaimRecord;
}

/** Publishes the rows of data sets, which stand where a document has words. */
export function publishRecords(builder: Builder) {
  const cell = builder.objectRef<{ column: string; value: string }>('RecordValue').implement({
    description: 'A cell of a row.',
    fields: (t) => ({
      column: t.exposeString('column', { description: 'The column, or the path of the element.' }),
      value: t.exposeString('value', { description: 'What stands in it, as the file has it.' }),
    }),
  });
  const words = builder.objectRef<{ column: string; start: number; end: number; text: string }>('RecordWords').implement({
    description: 'Words within the prose of a cell.',
    fields: (t) => ({
      column: t.exposeString('column', { description: 'The column whose value they stand in.' }),
      start: t.exposeInt('start', { description: 'Where they start, in Unicode code points of the value.' }),
      end: t.exposeInt('end', { description: 'Where they end; this code point is no longer part of them.' }),
      text: t.exposeString('text', { description: 'The words themselves.' }),
    }),
  });
  return builder.objectRef<RecordHandle>('DataRecord').implement({
    description: 'A row of a data set that a claim stands on.',
    fields: (t) => ({
      file: t.string({ description: 'The file within the data set.', resolve: ({ record }) => record.file }),
      sha256: t.string({ description: 'SHA-256 of the file as it was imported.', resolve: ({ record }) => record.sha256 }),
      row: t.int({ description: 'Which row of the file it is, counted from 1.', resolve: ({ record }) => record.row }),
      id: t.string({ nullable: true, description: 'What the data set itself calls the row.', resolve: ({ record }) => record.id }),
      columns: t.stringList({ description: 'The columns that the claim was made from.', resolve: ({ record }) => Object.keys(record.values) }),
      values: t.field({
        type: [cell],
        extensions: atMost(MOST_CELLS),
        description: 'What stands in these columns.',
        resolve: ({ record }) =>
          Object.entries(record.values)
            .slice(0, MOST_CELLS)
            .map(([column, value]) => ({ column, value })),
      }),
      words: t.field({
        type: [words],
        extensions: atMost(MOST_CELLS),
        description: 'The words within a cell that say it, where the cell holds prose.',
        resolve: ({ record }) =>
          (record.words ?? []).slice(0, MOST_CELLS).map((span) => ({
            ...span,
            text: Array.from(record.values[span.column] ?? '')
              .slice(span.start, span.end)
              .join(''),
          })),
      }),
      verified: t.boolean({
        description: 'Whether the file is at hand and still has the hash that it had when it was imported.',
        resolve: ({ scope, record }) => scope.texts.files?.has(record.sha256) ?? false,
      }),
    }),
  });
}
