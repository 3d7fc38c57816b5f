import {
  getNamedType,
  GraphQLError,
  isAbstractType,
  isInputObjectType,
  isInputType,
  isInterfaceType,
  isObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';
import { calledElsewhere, keyOf } from './called-elsewhere.js';
import type { Kind, Properties, Reading, Vocabulary } from '../model/vocabulary.js';
import type { Called } from '../model/words.js';
import { GUESS, namesThatAre, valuesFor } from './value-guesses.js';

/** Words in a name that ask for a time. */
const TIMES = new Set(['date', 'day', 'year', 'time', 'when', 'since', 'start', 'begin', 'end', 'during']);
const TIME_TYPES = new Set(['When', 'DateRange']);

/** What the far end of a relationship is called elsewhere. */
const FAR = new Set(['node', 'edge', 'target']);

/** Words of a name that say which of several it is, or that its name or id is meant. */
const ASIDE = /^(?:[a-d]|\d+|first|second|third|other|one|two|name|names|id|ids|label|labels)$/;

/** Which end of two a word says. */
const ENDS: ReadonlyMap<string, string> = new Map([
  ...['a', '1', 'first', 'one'].map((word) => [word, 'a'] as const),
  ...['b', '2', 'second', 'two', 'other'].map((word) => [word, 'b'] as const),
]);

/** Fields and arguments within which an unknown name is looked for, before keys of filters on a kind. */
const INWARDS = ['nodes', 'node', 'where', 'of', 'some', 'entity', 'person', 'holder'];
const MOST_INWARDS = 3;

/** What a field is called besides, for `extensions`: by people, and by other vocabularies; and whether it is of no use to most. */
interface AlsoCalled {
  readonly isRare?: boolean;
  /** Worked out only when a name is not known. */
  readonly alsoCalled?: () => readonly string[];
}

/** What people call the relationships of a reading: by its type, by its nouns, those of its sorts and of the one kind that it leads to, by schema.org. */
export function readingCalled(vocabulary: Vocabulary, { relationship, direction, far }: Reading): readonly string[] {
  const { type, called, calledBack, mapping, properties } = relationship;
  const isBack = direction === 'IN';
  const own = isBack ? calledBack : called;
  const kinds = far.length === 1 ? far.flatMap((kind) => vocabulary.concrete(kind)).flatMap(kindCalled) : [];
  const mapped = mapping.flatMap((name) => (name.startsWith('schema:') ? [name.slice('schema:'.length)] : []));
  return [...(isBack ? [] : [type.toLowerCase().replaceAll('_', ' '), ...mapped]), ...[own, ...sortsOf(properties)].flatMap(nounsOf)].map(keyOf).concat(kinds);
}

/** What people call things of a kind: by its nouns, and by those of what its properties tell apart. */
export function kindCalled({ name, called, properties }: Kind): readonly string[] {
  return [name, ...[called, ...sortsOf(properties)].flatMap(nounsOf)].map(keyOf);
}

function sortsOf(properties: Properties): Called[] {
  return Object.values(properties).flatMap(({ choice }) => (choice ? Object.values(choice.called) : []));
}

/** What people call things, in English. */
export function nounsOf({ en }: Called): string[] {
  return [en?.noun, en?.partner].flatMap((list) => list?.split(',') ?? []);
}

/** What other APIs put around the name of a kind. */
const AFFIXES = /^(?:all|list|get|find)(?=[A-Z_])|_?(?:aggregate|connection|collection|by_?pk|by_?(?:row_?)?(?:id|name|slug)|group_?by)$/gi;

/** A refusal of an unknown name, with what it is called here or where it stands, where that is known, or of an unknown value, with those that there are, as there are few names; any other error as it is. */
export function guessed(schema: GraphQLSchema, error: GraphQLError): GraphQLError {
  const { message } = error;
  const names = namesOrParts(schema, message);
  if (names.length > 0) return retold(error, `${message.replace(GUESS, '')} Did you mean ${names.slice(0, 3).join(' or ')}?`);
  const rest = valuesFor(schema, message) ?? (GUESS.test(message) ? null : namesThatAre(schema, message));
  if (rest === null) return error;
  const said = rest.startsWith('Did you mean') ? message.replace(GUESS, '') : message;
  return retold(error, `${said.replace(/(?<![.?])$/, '.')} ${rest}`);
}

/** A refusal without what graphql-js suggests: fields, arguments, keys and values. */
export function unguessed(error: GraphQLError): GraphQLError {
  return GUESS.test(error.message) ? retold(error, error.message.replace(GUESS, '')) : error;
}

/** What is meant by a name, or else by what is left of it without what says which of several it is: cityA, firstParty, koreanCity, countryName. */
function namesOrParts(schema: GraphQLSchema, message: string): readonly string[] {
  const [, quoted = '', name = ''] = /("(\w+)")/.exec(message) ?? [];
  const parts = name.split(/_|(?=[A-Z](?![A-Z]))|(?<!\d)(?=\d)/).map((part) => part.toLowerCase());
  const rest = parts.filter((part) => !ASIDE.test(part));
  const shorter = parts.length < 2 ? [] : [rest.join('_'), rest.at(-1) ?? ''].filter((part) => part.length > 1);
  const asked = [message, ...shorter.map((part) => message.replace(quoted, `"${part}"`))];
  const found = asked.map((text) => namesFor(schema, text)).find((names) => names.length > 0);
  return found ?? endsFor(schema, message, parts);
}

/** The arguments for two ends, where a name only says which. */
function endsFor(schema: GraphQLSchema, message: string, parts: readonly string[]): readonly string[] {
  const [, ofType = '', ofField = ''] = /^Unknown argument "\w+" on field "(\w+)\.(\w+)"/.exec(message) ?? [];
  const type = schema.getType(ofType);
  const end = parts.flatMap((part) => ENDS.get(part) ?? [])[0];
  if (!hasFields(type) || end === undefined) return [];
  const args = type.getFields()[ofField]?.args ?? [];
  return args.flatMap((arg) => (arg.name === end || isCalled(arg, end) ? [`"${arg.name}"`] : []));
}

function namesFor(schema: GraphQLSchema, message: string): readonly string[] {
  const [, field = '', onType = ''] = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(message) ?? [];
  if (field) return fieldsOn(schema, schema.getType(onType), field);
  const [, argument = '', ofType = '', ofField = ''] = /^Unknown argument "(\w+)" on field "(\w+)\.(\w+)"/.exec(message) ?? [];
  const type = schema.getType(argument ? ofType : (/^Field "\w+" is not defined by type "(\w+)"/.exec(message)?.[1] ?? ''));
  const key = /^Field "(\w+)"/.exec(message)?.[1] ?? '';
  if (argument && hasFields(type)) {
    const own = near(schema, type.getFields()[ofField]?.args ?? [], argument);
    return own.length > 0 ? own : inLists(schema, type, ofField, argument);
  }
  if (!isInputObjectType(type)) return typesOf(schema, /^Unknown type "(\w+)"/.exec(message)?.[1] ?? '');
  const own = near(schema, Object.values(type.getFields()), key);
  return own.length > 0 ? own : beside(schema, type, key);
}

/** The type of what one field of the query finds by its id, for a kind that has no type of its own. */
function typesOf(schema: GraphQLSchema, name: string): readonly string[] {
  const field = Object.values(schema.getQueryType()?.getFields() ?? {}).find((one) => name !== '' && one.name.toLowerCase() === name.toLowerCase());
  return field ? [`"${getNamedType(field.type).name}"`] : [];
}

/** What is no key of a filter, but an argument beside it, as what is planned is asked for. */
function beside(schema: GraphQLSchema, input: GraphQLNamedType, name: string): readonly string[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const args = fields.flatMap((field) => (field.args.some(({ type }) => getNamedType(type) === input) ? field.args : []));
  const filter = args.find(({ type }) => getNamedType(type) === input)?.name ?? '';
  const found = args.filter((arg) => arg.name !== filter && (keyOf(arg.name) === keyOf(name) || isCalled(arg, name)));
  return [...new Set(found.map((arg) => `"${arg.name}" beside "${filter}"`))];
}

/** What finds one by its id is asked by something else: the lists beside it that take that. */
function inLists(schema: GraphQLSchema, type: Fielded, field: string, argument: string): readonly string[] {
  const found = type.getFields()[field];
  const lists = Object.values(type.getFields()).filter((list) => {
    const listed = getNamedType(list.type);
    const nodes = hasFields(listed) ? listed.getFields()['nodes'] : undefined;
    return found && nodes && getNamedType(nodes.type) === getNamedType(found.type);
  });
  const meant = called(lists, field);
  const asked = lists.filter(({ name }) => meant.length === 0 || meant.includes(name));
  const ways = asked.flatMap((list) => waysIn(schema, list.args, argument).map((way) => `"${list.name}(${way})"`));
  return ways.length > 0 ? ways : inAnswer(type, field, argument);
}

/** The argument of this name, or what it is called here. */
function waysIn(schema: GraphQLSchema, args: readonly Named[], name: string): readonly string[] {
  return args.some((arg) => arg.name === name) ? [name] : near(schema, args, name).map((way) => JSON.parse(way) as string);
}

/** What is no argument here, but a field of what is answered, as groups are. */
function inAnswer(type: Fielded, field: string, argument: string): readonly string[] {
  const found = type.getFields()[field];
  return partsOf(found ? getNamedType(found.type) : undefined).flatMap((item) => (isCalled(item, argument) ? [`"${field} { ${item.name} }"`] : []));
}

function retold({ nodes, extensions }: GraphQLError, message: string): GraphQLError {
  return new GraphQLError(message, { ...(nodes ? { nodes } : {}), extensions });
}

function fieldsOn(schema: GraphQLSchema, type: GraphQLNamedType | undefined, name: string): readonly string[] {
  if (!hasFields(type)) return [];
  const own = near(schema, Object.values(type.getFields()), name);
  const bare = Object.keys(type.getFields()).filter((field) => keyOf(field) === keyOf(name.replace(AFFIXES, '')));
  if (own.length === 0 && bare.length > 0) return bare.map((field) => `"${field}"`);
  const onEdges = own.length > 0 ? [] : edgesWith(schema, type, name);
  if (onEdges.length > 0) return onEdges;
  if (own.length > 0 || !isAbstractType(type)) return own;
  const below = schema.getPossibleTypes(type).map((possible) => ({ possible, fields: called(Object.values(possible.getFields()), name) }));
  return below.flatMap(({ possible, fields }) => fields.map((field) => `"${field}" on "${possible.name}"`));
}

/** What an item of a list has to do with it, such as its role, stands on the edge that leads to it. */
function edgesWith(schema: GraphQLSchema, type: Fielded, name: string): readonly string[] {
  const edges = Object.values(schema.getTypeMap()).filter((edge) => {
    const fields = hasFields(edge) ? edge.getFields() : {};
    return fields['cursor'] && fields['node'] && getNamedType(fields['node'].type) === type;
  });
  const found = edges.flatMap((edge) => partsOf(edge).filter((field) => field.name !== 'cursor' && keyOf(field.name) === keyOf(name)));
  return [...new Set(found.map((field) => `"edges { ${field.name} }"`))];
}

/** Something that has a name and a type: a field, an argument, a key of an input. */
interface Named {
  readonly name: string;
  readonly type: GraphQLType;
  readonly extensions: unknown;
}

/** What stands in the same place and is called so elsewhere, or the way to what is called so and stands deeper. */
function near(schema: GraphQLSchema, all: readonly Named[], name: string): readonly string[] {
  const here = all.filter(({ extensions }) => (extensions as AlsoCalled).isRare !== true);
  const meant = new Set(
    here.some(({ type }) => isInputType(type))
      ? Object.values(schema.getTypeMap()).flatMap((type) => (hasFields(type) ? called(Object.values(type.getFields()), name) : []))
      : called(here, name),
  );
  const asksTime = name.split(/(?=[A-Z])/).some((word) => TIMES.has(word.toLowerCase()));
  const asksFar = FAR.has(name);
  const names = here.filter(
    (item) => (asksFar && leadsFar(item)) || meant.has(item.name) || isCalled(item, name) || (asksTime && TIME_TYPES.has(getNamedType(item.type).name)),
  );
  const others = names.filter((item) => !isCalled(item, name));
  const first = calledElsewhere(name).flatMap((own) => names.filter((item) => item.name === own));
  if (names.length > 0) return [...first, ...others].map((item) => `"${item.name}"`);
  const way = wayTo(here, name);
  return way === null ? [] : [`"${way}"`];
}

/** Whether a key of a filter on relationships asks of the far end. */
function leadsFar({ name, type }: Named): boolean {
  return getNamedType(type).name.endsWith('Where') && !['where', 'and', 'or', 'not'].includes(name);
}

/** Those that are also called so. */
function called(items: readonly Named[], name: string): string[] {
  return items.flatMap((item) => ((item.extensions as AlsoCalled).alsoCalled?.().includes(keyOf(name)) === true ? [item.name] : []));
}

/** Whether it is called so elsewhere. */
function isCalled(item: Named, name: string): boolean {
  return calledElsewhere(name).includes(item.name);
}

/** The shortest way inwards to a name: `where: { event: { kind } }`, `nodes { label }`. */
function wayTo(here: readonly Named[], name: string): string | null {
  let reached = here.map((item) => ({ item, way: [] as readonly Named[] }));
  for (let deep = 0; deep < MOST_INWARDS; deep += 1) {
    const through = reached.filter(({ item }) => leadsInwards(item)).sort((a, b) => rank(a.item) - rank(b.item));
    reached = through.flatMap(({ item, way }) => partsOf(getNamedType(item.type)).map((inner) => ({ item: inner, way: [...way, item] })));
    const found = reached.find(({ item }) => keyOf(item.name) === keyOf(name)) ?? reached.find(({ item }) => isCalled(item, name));
    if (found) return found.way.reduceRight((inner, { name: outer, type }) => `${outer}${isInputType(type) ? ':' : ''} { ${inner} }`, found.item.name);
  }
  return null;
}

/** Filters on relationships do not lead inwards from the kind that has them: there are too many. */
function leadsInwards({ name, type }: Named): boolean {
  return (
    INWARDS.includes(name) ||
    getNamedType(type).name === 'DateRange' ||
    (getNamedType(type).name.endsWith('Where') && !['and', 'or', 'not', 'none', 'every'].includes(name))
  );
}

function rank({ name }: Named): number {
  const at = INWARDS.indexOf(name);
  return at === -1 ? INWARDS.length : at;
}

function partsOf(type: GraphQLNamedType | undefined): readonly Named[] {
  if (isInputObjectType(type)) return Object.values(type.getFields());
  return hasFields(type) ? Object.values(type.getFields()) : [];
}

type Fielded = GraphQLObjectType | GraphQLInterfaceType;

function hasFields(type: GraphQLNamedType | undefined): type is Fielded {
  return isObjectType(type) || isInterfaceType(type);
}
