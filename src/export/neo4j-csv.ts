import { claimProperties, entityProperties, labelFor, linkProperties, typeFor } from '../graph/neo4j/properties.js';
import { qualifierSides } from '../graph/store.js';
import { DAY_COLUMNS } from '../model/days.js';
import type { Scalar } from '../model/values.js';
import { entityColumns, linkColumns, type ColumnSpec } from './columns.js';
import { csvLine } from './csv.js';
import type { GraphSource } from './graph-source.js';

/** Stands between the values of a list: a character that no text has. Give it to the import as `--array-delimiter=U+001F`. */
export const LIST_MARK = '\u{1F}';

/** Columns that the store keeps beside those of the vocabulary. */
const STORED_ENTITY: readonly ColumnSpec[] = [
  ...specs('string', false, 'kind', 'label'),
  ...specs('string', true, 'labels', 'stored'),
  ...specs('boolean', false, 'intended', 'several'),
  ...specs('string', false, 'sortLabel', 'sortDate', 'called'),
  ...specs('string', true, 'terms', 'spellings', 'was', 'within', 'involves', 'sentences', 'excuses'),
  ...specs('string', false, ...DAY_COLUMNS, 'byLabel', 'byDate', 'data'),
];
const STORED_LINK = specs('string', false, 'intent', 'intentOf', 'key', 'from', 'to', 'at', 'place', 'data');
const STORED_CLAIM = specs(
  'string',
  false,
  'predicate',
  'source',
  'assertedBy',
  'polarity',
  'modality',
  'rank',
  'basis',
  'subject',
  'object',
  'factKey',
  'describes',
  'place',
  'data',
);

type Properties = Readonly<Record<string, Scalar | readonly Scalar[]>>;

function specs(type: ColumnSpec['type'], many: boolean, ...names: string[]): readonly ColumnSpec[] {
  return names.map((name) => ({ name, type, many, about: '' }));
}

/** Entities for `neo4j-admin database import`: exactly what the store would hold, so that the database can be served. */
export async function* entityImport(source: GraphSource): AsyncGenerator<string> {
  const columns = distinct([...STORED_ENTITY, ...entityColumns(source.vocabulary)]);
  yield csvLine(['id:ID(Entity)', ':LABEL', ...columns.map(header)]);
  for await (const entities of source.entities()) {
    yield entities
      .map((entity) => {
        const labels = ['Entity', ...entity.labels.map((label) => labelFor(label, entity.intended))];
        return csvLine([entity.id, labels.join(LIST_MARK), ...values(columns, entityProperties(entity))]);
      })
      .join('');
  }
}

/** Relationships for the import. */
export async function* linkImport(source: GraphSource): AsyncGenerator<string> {
  const columns = distinct([...STORED_LINK, ...linkColumns(source.vocabulary)]);
  yield csvLine([':START_ID(Entity)', ':END_ID(Entity)', ':TYPE', ...columns.map(header)]);
  for await (const links of source.links()) {
    yield links.map((link) => csvLine([link.from, link.to, typeFor(link.type, link.intended), ...values(columns, linkProperties(link))])).join('');
  }
}

/** Claims for the import. */
export async function* claimImport(source: GraphSource): AsyncGenerator<string> {
  const columns = [...STORED_CLAIM, ...specs('string', false, ...qualifierSides(source.vocabulary))];
  yield csvLine(['id:ID(Claim)', ':LABEL', ...columns.map(header)]);
  for await (const claims of source.claims()) {
    yield claims.map((claim) => csvLine([claim.id, 'Claim', ...values(columns, claimProperties(source.vocabulary, claim))])).join('');
  }
}

function distinct(columns: readonly ColumnSpec[]): readonly ColumnSpec[] {
  return [...new Map(columns.map((spec) => [spec.name, spec])).values()].filter(({ name }) => name !== 'id');
}

function header({ name, type, many }: ColumnSpec): string {
  // The driver sends every number as a float, so the store holds no other.
  return `${name}:${type === 'long' ? 'double' : type}${many ? '[]' : ''}`;
}

function values(columns: readonly ColumnSpec[], properties: Properties): (string | null)[] {
  return columns.map(({ name }) => {
    const value = properties[name];
    if (value === undefined) return null;
    return typeof value === 'object' ? value.join(LIST_MARK) : String(value);
  });
}
