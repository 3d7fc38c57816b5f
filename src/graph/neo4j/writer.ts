import type { Claim } from '../../model/claim.js';
import type { EntityNode, Link } from '../../model/projection.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import type { Statement } from '../statements.js';
import type { ChangeSet, Progress } from '../store.js';
import type { Connection, Parameters, Question, Writing } from './connection.js';
import { isConflict } from './errors.js';
import { claimProperties, entityProperties, labelFor, linkProperties, typeFor } from './properties.js';
import { labelsOf, prepareSchema } from './schema.js';
import * as statements from './writes.js';
import { groupBy } from '../../model/groups.js';

const BATCH = 1_000;

/** One batch: how it is written where nothing was, and how where it may be there already. */
interface Batch {
  readonly what: string;
  readonly size: number;
  readonly create: (writing: Writing) => Promise<unknown>;
  readonly replace: (writing: Writing) => Promise<unknown>;
}

/**
 * Writes a change set in batches, each a transaction that may be repeated: relationships that go, claims that go,
 * entities, relationships, claims, entities that go. Stopped anywhere, it can be run again. Throws when an entity
 * has a label, or a relationship a type, that the vocabulary does not know, or when an end is missing.
 */
export async function writeChanges(connection: Connection, vocabulary: Vocabulary, changes: ChangeSet, progress?: Progress): Promise<void> {
  check(vocabulary, changes);
  await prepareSchema(connection, vocabulary);
  const [nothing] = await connection.read({ statement: statements.isEmpty, parameters: {} });
  const batches = plan(vocabulary, changes);
  const total = batches.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  for (const batch of batches) {
    progress?.(done, total, batch.what);
    await write(connection, batch, nothing === true);
    done += batch.size;
  }
  progress?.(done, total, 'done');
}

/** Creating is faster, but right only once: a repeated attempt, or another writer, makes it a replacement. */
async function write(connection: Connection, batch: Batch, fresh: boolean): Promise<void> {
  const turn = async (writing: Writing, work: Batch['create']): Promise<void> => {
    await Promise.all([writing.run({ statement: statements.takeTurn, parameters: {} }), work(writing)]);
  };
  try {
    await connection.write((writing, attempt) => turn(writing, fresh && attempt === 1 ? batch.create : batch.replace));
  } catch (error) {
    if (!fresh || !isConflict(error)) throw error;
    await connection.write((writing) => turn(writing, batch.replace));
  }
}

function plan(vocabulary: Vocabulary, { entities, links, claims }: ChangeSet): Batch[] {
  return [
    ...linkRemovals(vocabulary, links.remove),
    ...removals('claims that go', statements.removeClaims, claims.remove),
    ...entityPuts(entities.put),
    ...linkPuts(links.put),
    ...claimPuts(vocabulary, claims.put),
    ...removals('entities that go', statements.removeEntities, entities.remove),
  ];
}

function removals(what: string, statement: Statement<number>, ids: readonly string[]): Batch[] {
  return chunks(ids).map((chunk) => same(what, chunk.length, { statement, parameters: { ids: chunk } }));
}

/** A key begins with its type; one that does not is looked for among all of them. */
function linkRemovals(vocabulary: Vocabulary, keys: readonly string[]): Batch[] {
  const all = vocabulary.relationships.map(({ type }) => type);
  const typesOf = (key: string) => {
    const type = key.slice(0, key.indexOf('|'));
    return vocabulary.relationship(type) ? [type] : all;
  };
  const pairs = keys.flatMap((key) => typesOf(key).flatMap((type) => [false, true].map((intended) => ({ key, type: typeFor(type, intended) }))));
  return [...groupBy(pairs, ({ type }) => type)].flatMap(([type, group]) =>
    chunks(group.map(({ key }) => key)).map((chunk) => same('relationships that go', chunk.length, removing(type, chunk))),
  );
}

function entityPuts(entities: readonly EntityNode[]): Batch[] {
  return chunks(entities).map((chunk) => {
    const rows = chunk.map((entity) => ({
      id: entity.id,
      properties: entityProperties(entity),
      labels: entity.labels.map((label) => labelFor(label, entity.intended)),
    }));
    return either('entities', chunk.length, statements.createEntities, statements.putEntities, { rows });
  });
}

function linkPuts(links: readonly Link[]): Batch[] {
  return [...groupBy(links, ({ type, intended }) => typeFor(type, intended))].flatMap(([stored, group]) =>
    chunks(group).map((chunk) => {
      const keys = chunk.map(({ key }) => key);
      const rows = chunk.map((link) => ({ from: link.from, to: link.to, properties: linkProperties(link) }));
      const create = async (writing: Writing) => {
        const [count] = await writing.run({ statement: statements.createLinks, placeholders: { TYPE: stored }, parameters: { rows } });
        if (count !== rows.length) throw new Error(`${stored}: an end is missing for ${String(rows.length - (count ?? 0))} relationships`);
      };
      const replace = async (writing: Writing) => {
        const type = chunk[0]?.type ?? '';
        await Promise.all([false, true].map((intended) => writing.run(removing(typeFor(type, intended), keys))));
        await create(writing);
      };
      return { what: 'relationships', size: chunk.length, create, replace };
    }),
  );
}

function claimPuts(vocabulary: Vocabulary, claims: readonly Claim[]): Batch[] {
  return chunks(claims).map((chunk) => {
    const rows = chunk.map((claim) => ({ id: claim.id, properties: claimProperties(vocabulary, claim) }));
    return either('claims', chunk.length, statements.createClaims, statements.putClaims, { rows });
  });
}

function removing(type: string, keys: readonly string[]): Question<number> {
  return { statement: statements.removeLinks, placeholders: { TYPE: type }, parameters: { keys } };
}

function same(what: string, size: number, question: Question<number>): Batch {
  const run = (writing: Writing) => writing.run(question);
  return { what, size, create: run, replace: run };
}

function either(what: string, size: number, create: Statement<number>, put: Statement<number>, parameters: Parameters): Batch {
  return {
    what,
    size,
    create: (writing) => writing.run({ statement: create, parameters }),
    replace: (writing) => writing.run({ statement: put, parameters }),
  };
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

function chunks<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) => items.slice(index * BATCH, (index + 1) * BATCH));
}
