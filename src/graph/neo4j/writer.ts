import type { EntityNode, Link } from '../../model/graph.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import type { Statement, Parameters } from '../statements.js';
import type { ChangesInOrder, ChangeSet, Progress } from '../store.js';
import { integer, type Connection, type Question, type Writing } from './connection.js';
import { isConflict } from './errors.js';
import { holdsNothing } from './held.js';
import { batchesInOrder, partition, type Batch, type Belonging } from './partition.js';
import { claimProperties, entityProperties, labelFor, linkProperties, typeFor } from './properties.js';
import { labelsOf, prepareSchema } from './schema.js';
import { STALE } from './reads.js';
import * as statements from './writes.js';
import { groupBy } from '../../model/groups.js';

/** Items of a batch: larger ones are faster, and hold the lock and the memory of a transaction for longer. */
const BATCH = 2_000;

/** Characters of JSON of a batch: about what so many claims have that stand on one row each. */
const LENGTH = 2_000_000;

/** Ids that one read asks for. */
const IDS = 10_000;

/**
 * Writes a change set in batches, each a transaction that may be repeated and after which every entity is as it was or
 * as it shall be. Stopped anywhere, it can be run again. Throws when an entity has a label, or a relationship a type,
 * that the vocabulary does not know, or when an end is missing.
 */
export async function writeChanges(connection: Connection, vocabulary: Vocabulary, changes: ChangeSet, progress?: Progress): Promise<void> {
  check(vocabulary, changes);
  const batches = partition(vocabulary, changes, await belongingsOf(connection, changes.claims.remove), BATCH);
  const total = batches.reduce((sum, { size }) => sum + size, 0);
  await writeBatches(connection, vocabulary, { total, batches }, progress);
}

/**
 * Writes changes that come in an order in which they may be written, see `writeChanges`; holds one batch of about `size`
 * of them at a time. Gives how many batches there were.
 */
export function writeInOrder(
  connection: Connection,
  vocabulary: Vocabulary,
  changes: ChangesInOrder,
  { progress, size = BATCH }: { readonly progress?: Progress | undefined; readonly size?: number | undefined },
): Promise<number> {
  return writeBatches(connection, vocabulary, { total: changes.total, batches: batchesInOrder(changes.all(), { items: size, length: LENGTH }) }, progress);
}

async function writeBatches(
  connection: Connection,
  vocabulary: Vocabulary,
  { total, batches }: { readonly total: number; readonly batches: Iterable<Batch> },
  progress?: Progress,
): Promise<number> {
  const isFresh = await holdsNothing(connection);
  await prepareSchema(connection, vocabulary, isFresh);
  let [done, count] = [0, 0];
  for (const batch of batches) {
    check(vocabulary, batch);
    progress?.(done, total, 'changes');
    await write(connection, vocabulary, batch, isFresh);
    done += batch.size;
    count += 1;
  }
  if (isFresh) await prepareSchema(connection, vocabulary);
  progress?.(done, total, 'done');
  return count;
}

async function belongingsOf(connection: Connection, ids: readonly string[]): Promise<ReadonlyMap<string, Belonging>> {
  const found: (readonly [string, Belonging])[] = [];
  for (const chunk of chunks(ids, IDS)) found.push(...(await connection.readLong({ statement: statements.claimsBelonging, parameters: { ids: chunk } })));
  return new Map(found);
}

/**
 * Creating is faster, but right only once: a repeated attempt, or another writer, makes it a replacement. Each commit is
 * marked, in transactions of their own, before it begins and after it has ended, so that readers know when to read again.
 */
async function write(connection: Connection, vocabulary: Vocabulary, batch: Batch, isFresh: boolean): Promise<void> {
  await inTurn(connection, isFresh, (writing, isNew) => writeBatch(writing, vocabulary, batch, isNew));
}

/** Writes nothing, in a turn: what was written by another way than this is told to readers and to whoever writes next. */
export async function noteWriting(connection: Connection): Promise<number> {
  await inTurn(connection, false, () => Promise.resolve());
  return 1;
}

async function inTurn(connection: Connection, isFresh: boolean, work: (writing: Writing, isNew: boolean) => Promise<void>): Promise<void> {
  let commits = 0;
  const turn = async (writing: Writing, isNew: boolean): Promise<void> => {
    await Promise.all([writing.run({ statement: statements.takeTurn, parameters: {} }), work(writing, isNew)]);
    await connection.write((mark) => mark.run({ statement: statements.beginCommit, parameters: { stale: integer(STALE) } }));
    commits += 1;
  };
  try {
    await connection.write((writing, attempt) => turn(writing, isFresh && attempt === 1));
  } catch (error) {
    if (!isFresh || !isConflict(error)) throw error;
    await connection.write((writing) => turn(writing, false));
  } finally {
    if (commits > 0) await connection.write((mark) => mark.run({ statement: statements.endCommit, parameters: { commits: integer(commits) } }));
  }
}

/** Sends all statements of a batch at once; the database runs them in this order. */
async function writeBatch(writing: Writing, vocabulary: Vocabulary, { entities, links, claims }: Batch, isNew: boolean): Promise<void> {
  const byId = (statement: Statement<number>, ids: readonly string[]) => (ids.length > 0 ? [writing.run({ statement, parameters: { ids } })] : []);
  const rows = (create: Statement<number>, put: Statement<number>, items: readonly Parameters[]) =>
    items.length > 0 ? [writing.run({ statement: isNew ? create : put, parameters: { rows: items } })] : [];
  const replaced = isNew ? [] : links.put.map(({ key }) => key);
  await Promise.all([
    ...linkRemovals(vocabulary, [...links.remove, ...replaced]).map((question) => writing.run(question)),
    ...byId(statements.removeClaims, claims.remove),
    ...rows(statements.createEntities, statements.putEntities, entities.put.map(entityRow)),
    ...[...groupBy(links.put, ({ type, intended }) => typeFor(type, intended))].map(([type, group]) => createLinks(writing, type, group)),
    ...rows(
      statements.createClaims,
      statements.putClaims,
      claims.put.map((claim) => ({ id: claim.id, properties: claimProperties(vocabulary, claim) })),
    ),
    ...byId(statements.removeEntities, entities.remove),
  ]);
}

function entityRow(entity: EntityNode): Parameters {
  return { id: entity.id, properties: entityProperties(entity), labels: entity.labels.map((label) => labelFor(label, entity.intended)) };
}

/** A key begins with its type; one that does not is looked for among all of them. */
function linkRemovals(vocabulary: Vocabulary, keys: readonly string[]): Question<number>[] {
  const all = vocabulary.relationships.map(({ type }) => type);
  const typesOf = (key: string) => {
    const type = key.slice(0, key.indexOf('|'));
    return vocabulary.relationship(type) ? [type] : all;
  };
  const pairs = keys.flatMap((key) => typesOf(key).flatMap((type) => [false, true].map((intended) => ({ key, type: typeFor(type, intended) }))));
  return [...groupBy(pairs, ({ type }) => type)].map(([TYPE, group]) => ({
    statement: statements.removeLinks,
    placeholders: { TYPE },
    parameters: { keys: group.map(({ key }) => key) },
  }));
}

async function createLinks(writing: Writing, TYPE: string, links: readonly Link[]): Promise<void> {
  const rows = links.map((link) => ({ from: link.from, to: link.to, properties: linkProperties(link) }));
  const [count = 0] = await writing.run({ statement: statements.createLinks, placeholders: { TYPE }, parameters: { rows } });
  if (count !== rows.length) throw new Error(`${TYPE}: an end is missing for ${String(rows.length - count)} relationships`);
}

function check(vocabulary: Vocabulary, { entities, links }: ChangeSet): void {
  const labels = new Set(labelsOf(vocabulary));
  for (const entity of entities.put) {
    const unknown = entity.labels.find((label) => !labels.has(label));
    if (unknown !== undefined) throw new Error(`${entity.id}: unknown label ${unknown}${vocabulary.hintKind(unknown)}`);
  }
  for (const { key, type } of links.put) {
    if (!vocabulary.relationship(type)) throw new Error(`${key}: unknown relationship type ${type}${vocabulary.hintType(type)}`);
  }
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
