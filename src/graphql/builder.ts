import SchemaBuilder, { type EnumRef, type InputRef, type InterfaceRef, type ObjectRef } from '@pothos/core';
import { isDays, parseTime, refusedTime } from '../model/edtf.js';
import { badInput } from './errors.js';
import type { Nodes } from './nodes.js';
import { registerRelay } from './relay.js';
import { scopeOf, type Scope, type Subject } from './scope.js';

interface SchemaTypes {
  Context: Scope;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    EDTF: { Input: string; Output: string };
    JSON: { Input: never; Output: unknown };
  };
}

/** What Pothos knows of this schema's types. */
export type Types = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>;

/** The GraphQL type of an enumeration whose values the server knows as text. */
export type ChoiceRef = EnumRef<Types, string>;

/** The GraphQL type of entities: one kind, a family of kinds, or any. */
export type EntityRef = ObjectRef<Types, Subject> | InterfaceRef<Types, Subject>;

/** An input whose fields are declared by the vocabulary, not by TypeScript. */
export type DeclaredInput = InputRef<Readonly<Record<string, unknown>>>;

/** A Pothos builder for one schema, with Relay's nodes and connections and the scalars for time. */
export function createBuilder(nodes: Nodes) {
  const builder = new SchemaBuilder<SchemaTypes>({
    plugins: [registerRelay()],
    defaultFieldNullability: false,
    relay: {
      nodeQueryOptions: {
        extensions: { mayBeAbsent: ['id'], ...nodes.priced },
        description: 'Whatever has this id: an entity, a claim, a dispute, a count check.',
        args: { id: { description: 'An id such as city/versailles.' } },
        resolve: async (root, { id }, request, { schema }) => (await nodes.find(scopeOf(root, request), [id.id], schema))[0] ?? null,
      },
      nodesQueryOptions: {
        extensions: { mayBeAbsent: ['ids'], ...nodes.priced },
        description: 'Whatever has these ids, in their order; null for what is not there.',
        args: { ids: { description: 'At most 100 ids.' } },
        resolve: (root, { ids }, request, { schema }) =>
          nodes.find(
            scopeOf(root, request),
            ids.map(({ id }) => id),
            schema,
          ),
      },
      encodeGlobalID: (_typename, id) => String(id),
      decodeGlobalID: (id) => ({ typename: '', id }),
      nodeTypeOptions: { description: 'Something with an id that `node` finds again.', resolveType: (node) => nodes.typeOf(node as object) },
      idFieldOptions: { description: 'Readable and stable.' },
      nodesOnConnection: true,
      edgesFieldOptions: { nullable: { list: false, items: false } },
      nodeFieldOptions: { nullable: false },
      pageInfoFieldOptions: { nullable: false },
      pageInfoTypeOptions: {
        description:
          'Where a page of a list begins and ends. `first` and `after` read forwards, `last` and `before` backwards: 20 items unless said otherwise, at most 100, at each level of a query. In every list, `nodes` are the items, `edges` have beside each its `cursor` and what it has to do with the list, and `totalCount` counts the whole list: of relationships, of which two may have several, such as one for each field.',
      },
      hasNextPageFieldOptions: { description: 'Whether more stands behind this page.' },
      hasPreviousPageFieldOptions: { description: 'Whether more stands before this page.' },
      startCursorFieldOptions: { description: 'The cursor of the first item: give it as `before` to read backwards.' },
      endCursorFieldOptions: { description: 'The cursor of the last item: give it as `after` to read on.' },
    },
  });
  builder.scalarType('Date', {
    specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
    description: 'A calendar day, such as 2025-11-22; a string in JSON. Where days from and to are asked for, a month or a year stands for all of its days.',
    serialize: String,
    parseValue: (value) => checked(value, isDays, 'a day, a month or a year such as 2025-11-22, 2025-11 or 2025'),
  });
  builder.scalarType('EDTF', {
    specifiedByURL: 'https://www.loc.gov/standards/datetime/',
    description: 'A time as precise as it is known, in the Extended Date/Time Format: 1987, 2024-10, [1986,1987] (one of), 2004/.. (since); a string in JSON.',
    serialize: String,
    parseValue: (value) => checked(value, (text) => parseTime(text) !== null, 'an EDTF date such as 2006-06'),
  });
  builder.scalarType('JSON', {
    specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
    description: 'Any JSON value, as it is: the variables of an operation, or what it answered. It is only told, never asked for.',
    serialize: (value) => value,
  });
  return builder;
}

export type Builder = ReturnType<typeof createBuilder>;

/** An enumeration of values that each say what they mean. `values` maps a name to its meaning, or to that and the value that the server knows it by. */
export function publishEnum(
  builder: Builder,
  name: string,
  description: string,
  values: Readonly<Record<string, string | { value: string; description?: string; extensions?: Record<string, unknown> }>>,
): ChoiceRef {
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(
      Object.entries(values).map(([value, meaning]) => [value, typeof meaning === 'string' ? { value, description: meaning } : meaning]),
    ),
  });
}

function checked(value: unknown, isRight: (text: string) => boolean, expected: string): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && isRight(text)) return text;
  throw badInput(typeof text === 'string' ? refusedTime(text, expected) : `expected ${expected}, got ${shown(value)}`);
}

function shown(value: unknown): string {
  return (JSON.stringify(value) as string | undefined)?.slice(0, 60) ?? typeof value;
}
