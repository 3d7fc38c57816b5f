import { CLAIM_COLUMNS } from '../graph/claim-columns.js';
import { claimProperties, entityProperties, labelFor, linkProperties, typeFor } from '../graph/neo4j/properties.js';
import { qualifierSides, type Content } from '../graph/store.js';
import { DAY_COLUMNS } from '../model/days.js';
import type { Scalar } from '../model/value.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { entityColumns, linkColumns, type ColumnSpec } from './columns.js';
import { csvLine, quoted } from './csv.js';
import type { GraphSource } from './graph-source.js';

/** Stands between the values of a list: a character that no text has. Give it to the import as `--array-delimiter=U+001F`. */
export const LIST_MARK = '\u{1F}';

/** Columns that the store keeps beside those of the vocabulary. */
const STORED_ENTITY: readonly ColumnSpec[] = [
  ...specs('string', false, 'kind', 'label'),
  ...specs('string', true, 'labels', 'stored'),
  ...specs('boolean', false, 'intended', 'several'),
  ...specs('string', false, 'sortLabel', 'sortDate', 'called'),
  ...specs('string', true, 'terms', 'spellings', 'was', 'within', 'involves', 'madeBy', 'sentences', 'excuses'),
  ...specs('string', false, ...DAY_COLUMNS, 'byLabel', 'byDate', 'data'),
];
const STORED_LINK = specs('string', false, 'intent', 'intentOf', 'key', 'from', 'to', 'at', 'place', 'data');
const STORED_CLAIM = specs('string', false, ...CLAIM_COLUMNS, 'factKey', 'describes', 'place', 'data');

type Properties = Readonly<Record<string, Scalar | readonly Scalar[]>>;

function specs(type: ColumnSpec['type'], many: boolean, ...names: string[]): readonly ColumnSpec[] {
  return names.map((name) => ({ name, type, many, about: '' }));
}

/** One file for `neo4j-admin database import`: its first line, and the line of an item, exactly as the store would hold it. */
interface Sheet<T> {
  readonly file: string;
  readonly header: string;
  /** `data` is the item as canonical JSON, where that is at hand. */
  readonly line: (item: T, data?: string) => string;
}

/** The files that together are a database that can be served, once it has its indexes. */
export function importSheets(vocabulary: Vocabulary): { readonly [S in keyof Content]: Sheet<Content[S][number]> } {
  const [ofEntity, ofLink] = [distinct([...STORED_ENTITY, ...entityColumns(vocabulary)]), distinct([...STORED_LINK, ...linkColumns(vocabulary)])];
  const ofClaim = [...STORED_CLAIM, ...specs('string', false, ...qualifierSides(vocabulary))];
  const [entityLine, linkLine, claimLine] = [ofEntity, ofLink, ofClaim].map(linesWith) as [LineOf, LineOf, LineOf];
  return {
    entities: {
      file: 'entities.csv',
      header: csvLine(['id:ID(Entity)', ':LABEL', ...ofEntity.map(header)]),
      line: (entity, data) => {
        const labels = ['Entity', ...entity.labels.map((label) => labelFor(label, entity.intended))];
        return entityLine([entity.id, labels.join(LIST_MARK)], entityProperties(entity, data));
      },
    },
    links: {
      file: 'relationships.csv',
      header: csvLine([':START_ID(Entity)', ':END_ID(Entity)', ':TYPE', ...ofLink.map(header)]),
      line: (link, data) => linkLine([link.from, link.to, typeFor(link.type, link.intended)], linkProperties(link, data)),
    },
    claims: {
      file: 'claims.csv',
      header: csvLine(['id:ID(Claim)', ':LABEL', ...ofClaim.map(header)]),
      line: (claim, data) => claimLine([claim.id, 'Claim'], claimProperties(vocabulary, claim, data)),
    },
  };
}

/** One of these files, a page of a graph at a time. */
export async function* importFile(source: GraphSource, sort: keyof Content): AsyncGenerator<string> {
  const { entities, links, claims } = importSheets(source.vocabulary);
  if (sort === 'entities') yield* written(entities, source.entities());
  else if (sort === 'links') yield* written(links, source.links());
  else yield* written(claims, source.claims());
}

async function* written<T>({ header: first, line }: Sheet<T>, pages: AsyncIterable<readonly T[]>): AsyncGenerator<string> {
  yield first;
  for await (const items of pages) yield items.map((item) => line(item)).join('');
}

function distinct(columns: readonly ColumnSpec[]): readonly ColumnSpec[] {
  return [...new Map(columns.map((spec) => [spec.name, spec])).values()].filter(({ name }) => name !== 'id');
}

function header({ name, type, many }: ColumnSpec): string {
  // The driver sends every number as a float, so the store holds no other.
  return `${name}:${type === 'long' ? 'double' : type}${many ? '[]' : ''}`;
}

/** Makes a line of what stands first and of the properties of an item. */
type LineOf = (first: readonly string[], properties: Properties) => string;

/** Lines with these columns: an item has a few of them, and the many that it lacks are not looked at. */
function linesWith(columns: readonly ColumnSpec[]): LineOf {
  const places = new Map(columns.map(({ name }, at) => [name, at]));
  const none = columns.map(() => '');
  return (first, properties) => {
    const cells = none.slice();
    for (const name of Object.keys(properties)) {
      const [at, value] = [places.get(name), properties[name]];
      if (at !== undefined && value !== undefined) cells[at] = quoted(typeof value === 'object' ? value.join(LIST_MARK) : String(value));
    }
    return `${[...first.map(quoted), ...cells].join(',')}\r\n`;
  };
}
