import type { Columns, Value } from '../model/values.js';
import type { Kind } from '../model/vocabulary.js';
import { linkField } from './link-lists.js';
import type { FieldBuilder, Fields, Publisher } from './publisher.js';
import type { Scope, Subject } from './scope.js';
import { listIn, numberIn, textIn, timeIn } from './values.js';
import type { FieldRef } from '@pothos/core';
import type { Types } from './builder.js';

/** Publishes every kind of the vocabulary with its properties and the lists of its relationships. */
export function publishKinds(publisher: Publisher): void {
  for (const kind of publisher.vocabulary.kinds) {
    publisher.implement(kind);
    publisher.fields(kind, (t) => ({ ...ownProperties(publisher, t, kind), ...ownReadings(publisher, t, kind) }));
  }
}

function ownProperties(publisher: Publisher, t: FieldBuilder<Subject>, kind: Kind): Fields {
  const inherited = kind.extends?.properties ?? {};
  const own = Object.entries(kind.properties).filter(([name]) => !Object.hasOwn(inherited, name));
  const read = { columns: ({ entity }: Subject) => entity.columns, scope: ({ scope }: Subject) => scope };
  return Object.fromEntries(own.map(([name, value]) => [name, propertyField(publisher, t, name, value, read)]));
}

function ownReadings(publisher: Publisher, t: FieldBuilder<Subject>, kind: Kind): Fields {
  const { vocabulary } = publisher;
  const readings = vocabulary.readings(kind).filter(({ relationship, direction }) => {
    const ends = direction === 'IN' ? relationship.to : relationship.from;
    return !kind.extends || ends.includes(kind) || !vocabulary.fits(kind.extends, ends);
  });
  return Object.fromEntries(readings.map((reading) => [reading.field, linkField(publisher, t, reading)]));
}

/** Where a property's columns are, and what is read from. */
interface Read<P> {
  readonly columns: (parent: P) => Columns;
  readonly scope: (parent: P) => Scope;
}

/** The field of a property of an entity, or of a qualifier of a relationship. */
export function propertyField<P>(
  { evidence, entity, choices }: Publisher,
  t: FieldBuilder<P>,
  name: string,
  value: Value,
  { columns, scope }: Read<P>,
): FieldRef<Types> {
  const description = value.about;
  switch (value.sort) {
    case 'time':
      return t.field({ type: evidence.when, nullable: true, description, resolve: (parent) => timeIn(columns(parent), name) });
    case 'reference':
      return t.field({
        type: entity,
        nullable: true,
        description,
        resolve: (parent) => {
          const id = textIn(columns(parent), name);
          return id === null ? null : scope(parent).entity(id);
        },
      });
    case 'integer':
      return t.int({ nullable: true, description, resolve: (parent) => numberIn(columns(parent), name) });
    case 'decimal':
      return t.float({ nullable: true, description, resolve: (parent) => numberIn(columns(parent), name) });
    default: {
      const type = value.choice ? choices.ref(value) : 'String';
      return value.many
        ? t.field({ type: [type], description, resolve: (parent) => listIn(columns(parent), name).map(String) })
        : t.field({ type, nullable: true, description, resolve: (parent) => textIn(columns(parent), name) });
    }
  }
}
