import { useMemo, useState } from 'react';
import { DOC_EXPLORER_PLUGIN, DocExplorer, useDocExplorerActions, type DocExplorerNavStackItem } from '@graphiql/plugin-doc-explorer';
import { useGraphiQL, type GraphiQLPlugin } from '@graphiql/react';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { plain } from '../words/plain.ts';

interface Entry {
  /** As shown: Type, Type.field, ENUM value. */
  readonly name: string;
  readonly about: string;
  /** What the documentation opens, outermost first. */
  readonly leads: readonly DocExplorerNavStackItem[];
  readonly searched: string;
}

const MOST = 60;

/** The documentation, with a search that also finds values of enums and words of descriptions. */
export const documentationPlugin: GraphiQLPlugin = { ...DOC_EXPLORER_PLUGIN, content: Documentation };

function Documentation() {
  const schema = useGraphiQL((state) => state.schema);
  const documentation = useDocExplorerActions();
  const [text, setText] = useState('');
  const entries = useMemo(() => (schema ? entriesOf(schema) : []), [schema]);
  const found = text.trim().length < 2 ? [] : search(entries, text);
  return (
    <div className="documentation">
      <input
        type="search"
        aria-label="Search the documentation"
        placeholder="Search types, fields, values"
        value={text}
        onChange={({ target: { value } }) => setText(value)}
      />
      {found.length > 0 ? (
        <ul className="found">
          {found.map((entry) => (
            <li key={entry.name}>
              <button
                type="button"
                onClick={() => {
                  documentation.reset();
                  for (const item of entry.leads) documentation.push(item);
                  setText('');
                }}
              >
                <code>{entry.name}</code> <span>{entry.about}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : text.trim().length < 2 ? null : (
        <p>Nothing is called so.</p>
      )}
      <DocExplorer />
    </div>
  );
}

function search(entries: readonly Entry[], text: string): Entry[] {
  const words = plain(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const rank = ({ name }: Entry) => (words.every((word) => plain(name).includes(word)) ? 0 : 1);
  return entries
    .filter(({ searched }) => words.every((word) => searched.includes(word)))
    .sort((a, b) => rank(a) - rank(b) || a.name.length - b.name.length)
    .slice(0, MOST);
}

function entriesOf(schema: GraphQLSchema): Entry[] {
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => [entry(type.name, type.description, [{ name: type.name, def: type }]), ...partsOf(type)]);
}

function partsOf(type: GraphQLNamedType): Entry[] {
  const own = { name: type.name, def: type };
  if (isEnumType(type)) return type.getValues().map((value) => entry(`${type.name}.${value.name}`, value.description, [own]));
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
  const fields: readonly (GraphQLField<unknown, unknown> | GraphQLInputField)[] = Object.values(type.getFields());
  return fields.map((field) => entry(`${type.name}.${field.name}`, field.description, [own, { name: field.name, def: field }]));
}

function entry(name: string, about: string | null | undefined, leads: readonly DocExplorerNavStackItem[]): Entry {
  return { name, about: about ?? '', leads, searched: `${plain(name)} ${name.toLowerCase()} ${(about ?? '').toLowerCase()}` };
}
