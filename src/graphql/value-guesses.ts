import { getNamedType, isEnumType, isInputObjectType, isInterfaceType, isLeafType, isObjectType, type GraphQLEnumType, type GraphQLSchema } from 'graphql';
import { calledElsewhere, keyOf } from './called-elsewhere.js';
import { constant } from './names.js';

/** Where graphql-js itself suggests something. */
export const GUESS = / Did you mean .*$/;

/** More values than this are not listed, and no more fields, arguments or keys than that. */
const MOST_VALUES = 40;
const MOST_NAMES = 14;

/** What else orders a list: what the argument of this name takes. */
const ORDER = 'orderBy';
const OTHER_ORDER = 'most';

/** What would do, where a message says that a value does not: values, keys, or the value alone. */
export function valuesFor(schema: GraphQLSchema, message: string): string | null {
  return valuesOf(schema, message) ?? keysOf(schema, message) ?? withoutOperators(message);
}

/** The values that an enumeration has, where a message says that it has not got one. */
function valuesOf(schema: GraphQLSchema, message: string): string | null {
  const [, name = ''] = /(?:does not exist in|Enum) "(\w+)" (?:enum|cannot represent)/.exec(message) ?? [];
  const type = schema.getType(name);
  if (!isEnumType(type)) return null;
  const values = type.getValues().map((value) => value.name);
  const asked = askedFor(message);
  const own = alike(type, asked);
  const isGuessed = GUESS.test(message) && (own.length === 0 || own.some((value) => message.includes(`"${value}"`)));
  const meant = isGuessed ? [] : [...own, ...otherOrders(schema, type, asked)];
  const said = meant.length === 0 ? '' : `Did you mean ${meant.slice(0, 3).join(' or ')}? `;
  return `${said}Its values are ${values.slice(0, MOST_VALUES).join(', ')}${values.length > MOST_VALUES ? ' and others' : ''}.${withoutOperators(message) === null ? '' : ' They stand alone.'}`;
}

/** The words of a value that is none: as it is, quoted, or in what other APIs put around it, as in { field: LABEL, direction: ASC }. */
function askedFor(message: string): readonly string[] {
  const [, value = ''] = /^Value "(\w+)"/.exec(message) ?? / value: (.+?)\.?$/.exec(message.replace(GUESS, '')) ?? [];
  return value.match(/\w+/g)?.map((word) => constant(word)) ?? [];
}

/** Values that are called so, or have the word; of several words, values that have all of them first. */
function alike(type: GraphQLEnumType, asked: readonly string[]): readonly string[] {
  const own = type.getValues();
  const whole = own.filter(({ name }) => asked.length > 1 && name.split('_').every((word) => asked.includes(word)));
  const called = own.filter(({ name, extensions }) =>
    asked.some((word) => {
      const others = (extensions as { readonly alsoCalled?: () => readonly string[] }).alsoCalled?.() ?? [];
      return name.split('_').includes(word) || calledElsewhere(word).some((other) => constant(other) === name) || others.includes(keyOf(word));
    }),
  );
  return (whole.length > 0 ? whole : called).map(({ name }) => name);
}

/** Lists are ordered by how many of a relationship each has by another argument. */
function otherOrders(schema: GraphQLSchema, type: GraphQLEnumType, asked: readonly string[]): readonly string[] {
  const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ args }) =>
    args.some((arg) => arg.name === ORDER && getNamedType(arg.type) === type),
  );
  const values = lists.flatMap(({ args }) => args.filter(({ name }) => name === OTHER_ORDER).map((arg) => getNamedType(arg.type)));
  const known = new Set(values.flatMap((value) => (isEnumType(value) ? value.getValues().map(({ name }) => name) : [])));
  const words = asked.map((word) => word.replace(/(?:_COUNT)?(?:_ASC|_DESC)?$/, ''));
  return words.filter((word) => known.has(word)).map((word) => `${OTHER_ORDER}: ${word}`);
}

/** What an input is made of, where a message says that it is not one. */
function keysOf(schema: GraphQLSchema, message: string): string | null {
  const [, name = ''] = /(?:^Expected value of|Expected) type "(\w+)[!\]]*"(?:, found| to be an object)/.exec(message) ?? [];
  const type = schema.getType(name);
  if (!isInputObjectType(type)) return null;
  const keys = Object.values(type.getFields()).map((field) => ({ key: field.name, isLeaf: isLeafType(getNamedType(field.type)) }));
  const own = keys.filter(({ key, isLeaf }) => (type.getFields()['id'] ? key === 'id' : isLeaf));
  return `It is written with keys, such as { ${(own.length > 0 ? own : keys.slice(0, MOST_NAMES)).map(({ key }) => key).join(', ')} }.`;
}

/** Values are given as they are, where other APIs put an operator before them. */
function withoutOperators(message: string): string | null {
  if (/ cannot represent (?:a )?non[\w -]+ value: \{/.test(message)) return 'Its values stand alone, as in id: ["…"]; `not` turns a filter round.';
  return / cannot represent (?:a )?non[\w -]+ value: \[/.test(message) ? 'It takes one value; `or` asks for several.' : null;
}

/** What there is instead of an unknown field, argument or key, where that is little. */
export function namesThatAre(schema: GraphQLSchema, message: string): string | null {
  const [, onType = ''] = /^Cannot query field "\w+" on type "(\w+)"/.exec(message) ?? [];
  const [, ofType = '', ofField = ''] = /^Unknown argument "\w+" on field "(\w+)\.(\w+)"/.exec(message) ?? [];
  const [, input = ''] = /^Field "\w+" is not defined by type "(\w+)"/.exec(message) ?? [];
  const type = schema.getType(onType || ofType || input);
  if (isInputObjectType(type)) return few('Its keys are', Object.keys(type.getFields()));
  if (!isObjectType(type) && !isInterfaceType(type)) return null;
  const fields = type.getFields();
  return ofField ? few('Its arguments are', fields[ofField]?.args.map(({ name }) => name) ?? []) : few('Its fields are', Object.keys(fields));
}

function few(what: string, names: readonly string[]): string | null {
  return names.length === 0 || names.length > MOST_NAMES ? null : `${what} ${names.join(', ')}.`;
}
