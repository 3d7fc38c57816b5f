import { valueText } from '../model/claim.js';
import { cell, entityColumns } from './columns.js';
import type { GraphSource } from './graph-source.js';

/** One line of RFC 4180 CSV. */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map((value) => (value === null ? '' : quoted(value))).join(',')}\r\n`;
}

/** A cell of such a line. Text that is empty stands between quotation marks: without them, nothing is there. */
export function quoted(value: string): string {
  // JSON has a hundred marks in a text, which are doubled in a fifth of the time that replacing each takes.
  return value === '' || /[",\r\n]/.test(value) ? `"${value.split('"').join('""')}"` : value;
}

/** Spreadsheets run what begins like a formula; an apostrophe before it makes it text (OWASP, CSV Injection). */
function harmless(value: string | null): string | null {
  return value !== null && /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value;
}

function sheetLine(cells: readonly (string | null)[]): string {
  return csvLine(cells.map(harmless));
}

/** Tells spreadsheets that the file is UTF-8. */
const MARK = '\u{FEFF}';

/** A sheet of entities: what they are, and their properties. */
export async function* entitySheet(source: GraphSource): AsyncGenerator<string> {
  const columns = entityColumns(source.vocabulary);
  yield MARK + sheetLine(['id', 'kind', 'label', 'intended', ...columns.map(({ name }) => name)]);
  for await (const entities of source.entities()) {
    yield entities
      .map(({ id, kind, label, intended, columns: own }) => sheetLine([id, kind, label, String(intended), ...columns.map(({ name }) => cell(own, name))]))
      .join('');
  }
}

/** A sheet of relationships with the labels of their ends; it holds the labels of all entities while it is written. */
export async function* linkSheet(source: GraphSource): AsyncGenerator<string> {
  const labels = new Map<string, string>();
  for await (const entities of source.entities()) for (const { id, label } of entities) labels.set(id, label);
  yield MARK + sheetLine(['from', 'from label', 'type', 'to', 'to label', 'when', 'day', 'intended', 'qualifiers', 'key']);
  for await (const links of source.links()) {
    yield links
      .map(({ key, type, from, to, at, intended, columns }) => {
        const qualifiers = Object.entries(columns)
          .filter(([name]) => !name.startsWith('when'))
          .map(([name, value]) => `${name}: ${String(value)}`);
        return sheetLine([
          from,
          labels.get(from) ?? '',
          type,
          to,
          labels.get(to) ?? '',
          cell(columns, 'when'),
          at,
          String(intended),
          qualifiers.join('; '),
          key,
        ]);
      })
      .join('');
  }
}

/** A sheet of claims. */
export async function* claimSheet(source: GraphSource): AsyncGenerator<string> {
  yield (
    MARK +
    sheetLine([
      'id',
      'subject',
      'predicate',
      'object',
      'value',
      'polarity',
      'modality',
      'rank',
      'basis',
      'rule',
      'doubt',
      'asserted by',
      'when',
      'source',
      'spans',
      'summary',
      'fact',
    ])
  );
  for await (const claims of source.claims()) {
    yield claims
      .map((claim) =>
        sheetLine([
          claim.id,
          claim.subject,
          claim.predicate,
          claim.object,
          valueText(claim.value),
          claim.polarity,
          claim.modality,
          claim.rank,
          claim.basis,
          claim.basisRule,
          claim.doubt,
          claim.assertedBy,
          claim.when?.edtf ?? null,
          claim.source,
          claim.spans.map(({ start, end }) => `${String(start)}-${String(end)}`).join(' '),
          claim.summary,
          claim.factKey,
        ]),
      )
      .join('');
  }
}
