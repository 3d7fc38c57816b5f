import { GraphQLError, isAbstractType, isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import type { Reading } from '../model/vocabulary.js';

/** What arguments are called elsewhere, and here. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  query: 'text',
  q: 'text',
  term: 'text',
  question: 'text',
  filter: 'where',
  limit: 'first',
  take: 'first',
  size: 'first',
  offset: 'after',
  skip: 'after',
  cursor: 'after',
  order: 'orderBy',
  sort: 'orderBy',
};

/** What keys of filters on relationships are called elsewhere, and here. */
const KEYS: Readonly<Record<string, string>> = { when: 'during', date: 'during', since: 'during', time: 'during' };

/** What a field is called besides, for `extensions`: by people, and by other vocabularies. */
interface AlsoCalled {
  readonly alsoCalled?: readonly string[];
}

/** What people call the relationships of a reading: by its type, by its nouns and those of the records that it leads to, by schema.org. */
export function alsoCalled({ relationship, direction, far }: Reading): readonly string[] {
  const { type, called, calledBack, mapping } = relationship;
  const isBack = direction === 'IN';
  const own = isBack ? calledBack : called;
  const kinds = far.length === 1 ? far.filter(({ record }) => record).map((kind) => kind.called) : [];
  const nouns = [own, ...kinds].flatMap(({ en }) => [en?.noun, en?.partner]).flatMap((list) => list?.split(',') ?? []);
  const mapped = mapping.flatMap((name) => (name.startsWith('schema:') ? [name.slice('schema:'.length)] : []));
  return [...(isBack ? [] : [type.toLowerCase().replaceAll('_', ' '), ...mapped]), ...nouns].map(keyOf);
}

/** The same for one and for many, in one word and in several. */
function keyOf(name: string): string {
  return name
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .replace(/s$/, '');
}

/** A refusal of an unknown name, with what it is called here, where that is known, or of an unknown value, with those that there are; any other error as it is. */
export function guessed(schema: GraphQLSchema, error: GraphQLError): GraphQLError {
  const [, field = '', onType = ''] = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(error.message) ?? [];
  const [, argument = '', ofType = '', ofField = ''] = /^Unknown argument "(\w+)" on field "(\w+)\.(\w+)"/.exec(error.message) ?? [];
  const [, key = '', inType = ''] = /^Field "(\w+)" is not defined by type "(\w+)"/.exec(error.message) ?? [];
  const names = field ? fieldsOn(schema, onType, field) : argument ? argumentsOf(schema, ofType, ofField, argument) : key ? keysIn(schema, inType, key) : [];
  const values = valuesOf(schema, error.message);
  if (values) return retold(error, `${error.message} ${values}`);
  if (names.length === 0) return error;
  const said = error.message.replace(/ Did you mean .*$/, '');
  return retold(error, `${said} Did you mean ${names.slice(0, 3).join(' or ')}?`);
}

function retold({ nodes, extensions }: GraphQLError, message: string): GraphQLError {
  return new GraphQLError(message, { ...(nodes ? { nodes } : {}), extensions });
}

/** More values than this are not listed. */
const MOST_VALUES = 40;

/** The values that an enumeration has, where a message says that it has not got one. */
function valuesOf(schema: GraphQLSchema, message: string): string | null {
  const [, name = ''] = /(?:does not exist in|Enum) "(\w+)" (?:enum|cannot represent)/.exec(message) ?? [];
  const type = schema.getType(name);
  if (!isEnumType(type)) return null;
  const values = type.getValues().map((value) => value.name);
  return `Its values are ${values.slice(0, MOST_VALUES).join(', ')}${values.length > MOST_VALUES ? ' and others' : ''}.`;
}

function fieldsOn(schema: GraphQLSchema, typeName: string, name: string): string[] {
  const type = schema.getType(typeName);
  const own = called(type, name).map((field) => `"${field}"`);
  if (own.length > 0 || !isAbstractType(type)) return own;
  const below = schema.getPossibleTypes(type).map((possible) => ({ possible, fields: called(possible, name) }));
  return below.flatMap(({ possible, fields }) => fields.map((field) => `"${field}" on "${possible.name}"`));
}

/** Fields of a type that are also called so. */
function called(type: GraphQLNamedType | undefined, name: string): string[] {
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const isMeant = ({ alsoCalled: names = [] }: AlsoCalled) => names.includes(keyOf(name));
  return Object.values(type.getFields()).flatMap((field) => (isMeant(field.extensions as AlsoCalled) ? [field.name] : []));
}

function argumentsOf(schema: GraphQLSchema, typeName: string, fieldName: string, name: string): string[] {
  const type = schema.getType(typeName);
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
  return field?.args.some((arg) => arg.name === ARGUMENTS[name]) === true ? [`"${ARGUMENTS[name] ?? ''}"`] : [];
}

/** Keys of a filter that are called so elsewhere, or are fields of some type which are also called so. */
function keysIn(schema: GraphQLSchema, typeName: string, name: string): string[] {
  const type = schema.getType(typeName);
  if (!isInputObjectType(type)) return [];
  const meant = new Set(Object.values(schema.getTypeMap()).flatMap((one) => called(one, name)));
  return Object.keys(type.getFields()).flatMap((key) => (meant.has(key) || key === KEYS[name] ? [`"${key}"`] : []));
}
