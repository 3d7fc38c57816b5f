import { setTimeout as pause } from 'node:timers/promises';
import type { Vocabulary } from '../../model/vocabulary.js';
import { CLAIM_SIDES, qualifierSides } from '../store.js';
import type { Connection } from './connection.js';
import { shortColumns } from '../short-columns.js';
import { labelFor, PLACED_BY, typeFor } from './properties.js';
import { COLUMNS, TERMS } from './seek.js';
import { schemaIndexes, type IndexRow } from './reads.js';

/** An index, with the uniqueness constraint that owns it if there is one. */
export interface IndexSpec {
  readonly name: string;
  readonly sort: 'NODE' | 'RELATIONSHIP';
  readonly on: string;
  readonly properties: readonly string[];
  readonly isUnique: boolean;
  /** Of a full-text index: how texts are cut into words. */
  readonly analyzer: string | null;
}

/** How long filling may take, and how often it is looked at: milliseconds. */
const LONGEST = 4 * 3_600_000;
const LOOK = 200;

/** Every label that entities may have: kinds and what follows from relationships. */
export function labelsOf({ kinds }: Vocabulary): readonly string[] {
  return kinds.flatMap((kind) => [kind.name, ...kind.labels.map(({ label }) => label)]);
}

/** Every type of relationship as it is stored: each, and then its twin for plans. */
export function typesOf({ relationships }: Vocabulary): readonly string[] {
  return relationships.flatMap(({ type }) => [typeFor(type, false), typeFor(type, true)]);
}

/** All indexes and constraints that a vocabulary asks for; their names follow from what they are on. */
export function schemaOf(vocabulary: Vocabulary): readonly IndexSpec[] {
  return [
    unique('NODE', 'Entity', 'id'),
    unique('NODE', 'Claim', 'id'),
    unique('NODE', 'EntenteTurn', 'id'),
    range('NODE', 'Claim', 'factKey'),
    ...[...CLAIM_SIDES, ...qualifierSides(vocabulary)].map((side) => range('NODE', 'Claim', side, 'place')),
    unique('NODE', 'EntenteDispute', 'id'),
    range('NODE', 'EntenteDispute', 'place'),
    words(TERMS, 'Entity', 'whitespace', ['terms', 'spellings']),
    words(COLUMNS, 'Entity', 'keyword', shortColumns(vocabulary)),
    words('entente_disputes', 'EntenteDispute', 'keyword', ['verdict', 'rule', 'open', 'concerns', 'sources', 'claims']),
    ...[...new Set(labelsOf(vocabulary))]
      .flatMap((label) => [labelFor(label, false), labelFor(label, true)])
      .flatMap((label) => Object.values(PLACED_BY).map((property) => range('NODE', label, property))),
    ...typesOf(vocabulary).flatMap((type) => [
      unique('RELATIONSHIP', type, 'key'),
      range('RELATIONSHIP', type, 'from', 'place'),
      range('RELATIONSHIP', type, 'to', 'place'),
    ]),
  ];
}

/**
 * Makes what is missing, makes wrong ones anew, and waits until all are filled. Before an empty database is filled, only
 * what writing relies on and what questions name: an index that is made of what is there takes less than one that grows.
 */
export async function prepareSchema(connection: Connection, vocabulary: Vocabulary, isFirst = false): Promise<void> {
  const found = await indexes(connection);
  const specs = schemaOf(vocabulary).filter(({ isUnique, analyzer }) => !isFirst || isUnique || analyzer !== null);
  const wrong = specs.filter((spec) => problemOf(spec, found.get(spec.name)) !== null);
  if (wrong.length > 0) {
    const drops = wrong.flatMap((spec) => {
      const row = found.get(spec.name);
      return row && differs(spec, row) ? [`DROP ${row.isUnique ? 'CONSTRAINT' : 'INDEX'} \`${spec.name}\` IF EXISTS`] : [];
    });
    if (drops.length > 0) await connection.define(drops);
    await connection.define(wrong.filter(({ isUnique }) => isUnique).map(command));
    await connection.define(wrong.filter(({ isUnique }) => !isUnique).map(command));
  }
  const isFilling = wrong.length > 0 || [...found.values()].some(({ state }) => state !== 'ONLINE');
  if (isFilling) await filled(connection);
}

/** Resolves when no index is being filled any more: no statement waits for that, since none may run for as long as it can take. */
async function filled(connection: Connection): Promise<void> {
  const deadline = Date.now() + LONGEST;
  while (Date.now() < deadline) {
    const all = [...(await indexes(connection)).values()];
    const failed = all.find(({ state }) => state === 'FAILED');
    if (failed) throw new Error(`${failed.name}: has failed; drop it and apply again`);
    if (all.every(({ state }) => state === 'ONLINE')) return;
    await pause(LOOK);
  }
  throw new Error(`the indexes are not filled after ${String(LONGEST / 3_600_000)} hours`);
}

/** What of the schema is missing, different, or not filled: a sentence each. */
export async function schemaProblems(connection: Connection, vocabulary: Vocabulary): Promise<readonly string[]> {
  const found = await indexes(connection);
  return schemaOf(vocabulary).flatMap((spec) => {
    const problem = problemOf(spec, found.get(spec.name));
    return problem === null ? [] : [problem];
  });
}

/** The command that makes an index or constraint. All names in it come from the vocabulary. */
export function command({ name, sort, on, properties, isUnique, analyzer }: IndexSpec): string {
  const pattern = sort === 'NODE' ? `(x:\`${on}\`)` : `()-[x:\`${on}\`]-()`;
  const list = properties.map((property) => `x.\`${property}\``).join(', ');
  if (isUnique) return `CREATE CONSTRAINT \`${name}\` IF NOT EXISTS FOR ${pattern} REQUIRE ${list} IS UNIQUE`;
  if (analyzer === null) return `CREATE INDEX \`${name}\` IF NOT EXISTS FOR ${pattern} ON (${list})`;
  return `CREATE FULLTEXT INDEX \`${name}\` IF NOT EXISTS FOR ${pattern} ON EACH [${list}] OPTIONS {indexConfig: {\`fulltext.analyzer\`: '${analyzer}'}}`;
}

async function indexes(connection: Connection): Promise<ReadonlyMap<string, IndexRow>> {
  const rows = await connection.readLong({ statement: schemaIndexes, parameters: {} });
  return new Map(rows.map((row) => [row.name, row]));
}

function problemOf(spec: IndexSpec, row: IndexRow | undefined): string | null {
  if (!row) return `${spec.name}: missing, expected ${command(spec)}`;
  if (differs(spec, row)) return `${spec.name}: is ${row.type} on ${row.on} (${row.properties.join(', ')}), expected ${command(spec)}`;
  return row.state === 'FAILED' ? `${spec.name}: has failed; drop it and apply again` : null;
}

function differs({ on, properties, isUnique, analyzer }: IndexSpec, row: IndexRow): boolean {
  return (
    row.on !== on ||
    row.properties.join() !== properties.join() ||
    row.isUnique !== isUnique ||
    (row.type === 'FULLTEXT') !== (analyzer !== null) ||
    (analyzer !== null && row.analyzer !== analyzer)
  );
}

function unique(sort: IndexSpec['sort'], on: string, property: string): IndexSpec {
  return { name: nameOf(on, property), sort, on, properties: [property], isUnique: true, analyzer: null };
}

function range(sort: IndexSpec['sort'], on: string, ...properties: string[]): IndexSpec {
  return { name: nameOf(on, ...properties), sort, on, properties, isUnique: false, analyzer: null };
}

function words(name: string, on: string, analyzer: string, properties: readonly string[]): IndexSpec {
  return { name, sort: 'NODE', on, properties, isUnique: false, analyzer };
}

function nameOf(...parts: string[]): string {
  return ['entente', ...parts].join('_').toLowerCase();
}
