import SchemaBuilder from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import { isDays, parseTime, refusedTime } from '../model/edtf.js';
import { badInput } from './errors.js';
import type { Scope, Subject } from './scope.js';

export interface SchemaTypes {
  Context: Scope;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    EDTF: { Input: string; Output: string };
  };
}

/** A Pothos builder for one schema, with Relay's Node and PageInfo and the scalars for time. */
export function createBuilder() {
  const builder = new SchemaBuilder<SchemaTypes>({
    plugins: [RelayPlugin],
    defaultFieldNullability: false,
    relay: {
      nodeQueryOptions: false,
      nodesQueryOptions: false,
      encodeGlobalID: (_typename, id) => String(id),
      decodeGlobalID: (id) => ({ typename: '', id }),
      nodeTypeOptions: {
        description: 'Something with an id that `node` finds again.',
        resolveType: (value) => (isSubject(value) ? value.entity.kind : 'Claim'),
      },
      idFieldOptions: { description: 'Readable and stable.' },
      hasNextPageFieldOptions: { description: 'Whether another page follows.' },
      hasPreviousPageFieldOptions: { description: 'Whether this page stands behind a cursor.' },
      startCursorFieldOptions: { description: 'The cursor of the first item.' },
      endCursorFieldOptions: { description: 'The cursor of the last item: give it as `after` to read on.' },
      pageInfoTypeOptions: { description: 'Where a page of a list begins and ends. Lists are read forwards.' },
    },
  });
  builder.scalarType('Date', {
    description: 'A calendar day, such as 2025-11-22. Where days from and to are asked for, a month or a year stands for all of its days.',
    serialize: String,
    parseValue: (value) => checked(value, isDays, 'a day, a month or a year such as 2025-11-22, 2025-11 or 2025'),
  });
  builder.scalarType('EDTF', {
    description: 'A time as precise as it is known, in the Extended Date/Time Format: 1987, 2024-10, [1986,1987] (one of), 2004/.. (since).',
    serialize: String,
    parseValue: (value) => checked(value, (text) => parseTime(text) !== null, 'an EDTF date such as 2006-06'),
  });
  builder.queryType({ description: 'Everything that can be asked of the graph.' });
  return builder;
}

export type Builder = ReturnType<typeof createBuilder>;

function checked(value: unknown, isRight: (text: string) => boolean, expected: string): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && isRight(text)) return text;
  throw badInput(typeof text === 'string' ? refusedTime(text, expected) : `expected ${expected}, got ${shown(value)}`);
}

function shown(value: unknown): string {
  return (JSON.stringify(value) as string | undefined)?.slice(0, 60) ?? typeof value;
}

function isSubject(value: unknown): value is Subject {
  return typeof value === 'object' && value !== null && 'entity' in value;
}
