import type { FieldRef } from '@pothos/core';
import type { Columns, Value } from '../model/value.js';
import type { Types } from './builder.js';
import type { FieldBuilder, Publisher } from './publisher.js';
import type { Scope } from './scope.js';
import { listIn, numberIn, textIn, timeIn } from './values.js';

/** Where a property's columns are, and what is read from. */
interface Read<P> {
  readonly columns: (parent: P) => Columns;
  readonly scope: (parent: P) => Scope;
}

/** The field of a property of an entity, or of a qualifier of a relationship. */
export function propertyField<P>(publisher: Publisher, t: FieldBuilder<P>, name: string, value: Value, { columns, scope }: Read<P>): FieldRef<Types> {
  const { evidence, choices } = publisher;
  const description = value.about;
  switch (value.sort) {
    case 'time':
      return t.field({ type: evidence.when, nullable: true, description, resolve: (parent) => timeIn(columns(parent), name) });
    case 'reference':
      return t.field({
        type: publisher.far((value.refersTo ?? []).flatMap((kind) => publisher.vocabulary.kind(kind.name) ?? [])),
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
        : t.field({ type, nullable: true, description, resolve: (parent) => textIn(columns(parent), name) ?? value.otherwise ?? null });
    }
  }
}
