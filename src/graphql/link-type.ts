import type { ObjectRef } from '@pothos/core';
import { nearMisses } from '../graph/near-misses.js';
import type { Link } from '../model/graph.js';
import type { Kind } from '../model/vocabulary.js';
import type { ChoiceRef, Types } from './builder.js';
import { certaintyField } from './certainty.js';
import { badInput } from './errors.js';
import { atMost } from './price.js';
import type { Publisher } from './publisher.js';
import type { Scope } from './scope.js';
import { sentenceOf } from './sentence.js';
import { timeIn } from './values.js';

/** A relationship as resolvers hand it on, with the others between the same two entities. */
export interface LinkHandle {
  readonly scope: Scope;
  readonly link: Link;
  readonly others: readonly Link[];
}

/** How many relationships between the same two are told beside one. */
const MOST_OTHERS = 20;

export interface Unknown {
  readonly scope: Scope;
  readonly id: string;
}

export interface Explored {
  readonly entities: number;
  readonly relationships: number;
  readonly roundTrips: number;
}

/** Types that all questions about how things are related share. */
export interface LinkTypes {
  readonly link: ObjectRef<Types, LinkHandle>;
  readonly unknown: ObjectRef<Types, Unknown>;
  readonly explored: ObjectRef<Types, Explored>;
  readonly relationshipType: ChoiceRef;
}

/** Publishes a relationship with its sentence and evidence, and what narrows questions about relationships. */
export function publishLinkTypes(publisher: Publisher): LinkTypes {
  const { builder, vocabulary, evidence, entity, relationshipType } = publisher;
  const link = builder.objectRef<LinkHandle>('Link');
  link.implement({
    description: 'A relationship between two entities, in its own direction, with its sentence and its evidence.',
    fields: (t) => ({
      key: t.string({
        description: 'Names its fact: TYPE|from|to|discriminator, for a further spell with the day it begins behind it.',
        resolve: (handle) => handle.link.key,
      }),
      type: t.field({ type: relationshipType, description: 'Its type.', resolve: (handle) => handle.link.type }),
      from: t.field({ type: entity, description: 'Its first end.', resolve: (handle) => endOf(handle, handle.link.from) }),
      to: t.field({ type: entity, description: 'Its second end.', resolve: (handle) => endOf(handle, handle.link.to) }),
      intended: t.boolean({ description: 'Whether it is only planned or hoped for.', resolve: (handle) => handle.link.intended }),
      when: t.field({
        type: evidence.when,
        nullable: true,
        description: 'When it held, where a claim about it says so.',
        resolve: (handle) => timeIn(handle.link.columns, 'when'),
      }),
      certainty: certaintyField(publisher, t, (handle) => handle.link.columns),
      sentence: t.string({
        description: 'It as a sentence.',
        resolve: ({ scope, link: told }) => sentenceOf(scope, told),
      }),
      fact: t.field({
        type: evidence.fact,
        description: 'Who says so, and at which words.',
        resolve: (handle) => ({ scope: handle.scope, key: handle.link.key, record: null }),
      }),
      others: t.field({
        type: [link],
        extensions: atMost(MOST_OTHERS),
        description: 'Other relationships between the same two entities; at most 20.',
        resolve: ({ scope, others }) => others.slice(0, MOST_OTHERS).map((other) => ({ scope, link: other, others: [] })),
      }),
    }),
  });
  const unknown = builder.objectRef<Unknown>('UnknownEntity').implement({
    description: 'An id that is not there.',
    fields: (t) => ({
      id: t.id({ description: 'The id as it was given.', resolve: (handle) => handle.id }),
      nearest: t.field({
        type: [entity],
        extensions: atMost(3),
        description: 'What may be meant, nearest first; at most 3.',
        resolve: async (handle) => (await nearMisses(vocabulary, handle.scope.reader, handle.id)).map((found) => handle.scope.subject(found)),
      }),
    }),
  });
  const explored = builder.objectRef<Explored>('Explored').implement({
    description: 'What was looked at to answer.',
    fields: (t) => ({
      entities: t.exposeInt('entities', { description: 'Entities whose relationships were read.' }),
      relationships: t.exposeInt('relationships', { description: 'Relationships read.' }),
      roundTrips: t.exposeInt('roundTrips', { description: 'Questions to the store.' }),
    }),
  });
  return { link, unknown, explored, relationshipType };
}

async function endOf({ scope }: LinkHandle, id: string) {
  const subject = await scope.entity(id);
  if (!subject) throw new Error(`${id} has a relationship but is not there`);
  return subject;
}

/** Names of all concrete kinds that some kinds and families stand for; null for all. */
export function kindNames({ vocabulary }: Publisher, names: readonly string[] | null | undefined): ReadonlySet<string> | null {
  if (!names || names.length === 0) return null;
  const kinds = names.map((name) => vocabulary.kind(name)).filter((kind): kind is Kind => kind !== undefined);
  return new Set(kinds.flatMap((kind) => vocabulary.concrete(kind).map(({ name }) => name)));
}

/** Types asked for, or all that may be run over. */
export function typeNames({ vocabulary }: Publisher, types: readonly string[] | null | undefined): readonly string[] {
  const all = vocabulary.relationships.filter(({ traversed }) => traversed).map(({ type }) => type);
  const other = types?.find((type) => !all.includes(type));
  if (other !== undefined)
    throw badInput(`${other} is of documents, which are never gone through; ask for the relationships of a document by the fields of its kind`);
  return types && types.length > 0 ? all.filter((type) => types.includes(type)) : all;
}

/** Refuses a number that is out of range. */
export function checkRange(argument: string, value: number, least: number, most: number): void {
  if (value < least || value > most) throw badInput(`${argument} must be between ${String(least)} and ${String(most)}, got ${String(value)}`);
}

/** Refuses an empty or overlong list of ids. */
export function checkIds(argument: string, ids: readonly string[], most: number, least = 0): void {
  if (ids.length < least) throw badInput(`${argument}: name at least ${String(least)} entity`);
  if (ids.length > most) throw badInput(`${argument}: at most ${String(most)} ids, got ${String(ids.length)}`);
  const long = ids.find((id) => id.length > 120);
  if (long !== undefined) throw badInput(`${argument}: an id has at most 120 characters, got "${long.slice(0, 40)}…"`);
}
