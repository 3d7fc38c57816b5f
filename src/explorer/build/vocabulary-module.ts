import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  isScalarType,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Plugin } from 'vite';
import type { Column, Counted, Filter, KindList, Related } from '../data/kind-list.ts';

const ID = 'virtual:vocabulary';

const MOST_FACETS = 25;

/** Filters that every list has and that the page offers in a way of its own. */
const OWN = new Set(['and', 'or', 'not', 'id', 'kind', 'named', 'involves', 'within', 'certainty']);

const ID_FILTERS = ['involves', 'within'];

/**
 * Gives the page what the printed schema says of kinds, properties and relationship types, as the module
 * `virtual:vocabulary`; a kind that is added there needs nothing here.
 */
export function vocabularyModule(file: string): Plugin {
  return {
    name: 'vocabulary-module',
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      this.addWatchFile(file);
      return Object.entries(vocabularyOf(buildSchema(readFileSync(file, 'utf8'))))
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n');
    },
  };
}

/** What the module holds. */
export function vocabularyOf(schema: GraphQLSchema): { lists: KindList[] } {
  return { lists: Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => listOf(schema, field) ?? []) };
}

function listOf(schema: GraphQLSchema, { name, type, args, description }: GraphQLField<unknown, unknown>): KindList | null {
  const connection = getNamedType(type);
  const filter = getNamedType(args.find((arg) => arg.name === 'where')?.type);
  if (!isObjectType(connection) || !isInputObjectType(filter)) return null;
  const node = nodeOf(connection);
  if (node === null || connection.getFields()['facets'] === undefined) return null;
  // A table is of one kind.
  const kinds = schema.getType('EntityKind');
  if (!isEnumType(kinds) || kinds.getValue(constant(node.name))?.name === undefined) return null;
  const facets = getNamedType(connection.getFields()['facets']?.args.find(({ name: arg }) => arg === 'by')?.type);
  return {
    name,
    type: node.name,
    kind: constant(node.name),
    about: description ?? '',
    columns: columnsOf(schema, node.name),
    whereName: filter.name,
    // What lies in nothing has no groups by it either.
    idFilters: ID_FILTERS.filter((name) => isEnumType(facets) && facets.getValues().some(({ name: by }) => by === name.toUpperCase())),
    filters: Object.values(filter.getFields()).flatMap((field): Filter[] => {
      const of: GraphQLNamedType = getNamedType(field.type);
      if (OWN.has(field.name)) return [];
      if (isEnumType(of))
        return [
          { name: field.name, about: field.description ?? '', values: of.getValues().map((value) => ({ name: value.name, about: value.description ?? '' })) },
        ];
      return of.name === 'DateRange' ? [{ name: field.name, about: field.description ?? '', values: null }] : [];
    }),
    related: Object.values(filter.getFields()).flatMap((field) => relatedBy(field.name, getNamedType(field.type)) ?? []),
    facets: isEnumType(facets) ? offered(facets.getValues().map((value) => value.name)) : [],
    facetName: facets?.name ?? '',
    counted: isEnumType(facets) ? countedOf(schema, node.name, facets) : [],
    isDated: args.some((arg) => arg.name === 'orderBy') && columnsOf(schema, node.name).some(({ sort }) => sort === 'time'),
    canBeIntended: args.some((arg) => arg.name === 'intended'),
  };
}

/** A filter as one by a relationship: whatever stands at its far end, or the one kind that may stand there. */
function relatedBy(name: string, filter: GraphQLNamedType): Related | null {
  const some = isInputObjectType(filter) ? getNamedType(filter.getFields()['some']?.type) : undefined;
  if (!isInputObjectType(some)) return null;
  const ends = Object.values(some.getFields()).filter(({ type }) => hasIds(getNamedType(type)));
  const end = ends.find((field) => field.name === 'entity') ?? (ends.length === 1 ? ends[0] : undefined);
  return end ? { name, end: end.name } : null;
}

function hasIds(type: GraphQLNamedType): type is GraphQLInputObjectType {
  return isInputObjectType(type) && type.getFields()['id'] !== undefined;
}

function nodeOf(connection: GraphQLObjectType): GraphQLNamedType | null {
  const edges = getNamedType(connection.getFields()['edges']?.type);
  const node = isObjectType(edges) ? edges.getFields()['node'] : undefined;
  return node ? getNamedType(node.type) : null;
}

function columnsOf(schema: GraphQLSchema, name: string): Column[] {
  const type = schema.getType(name);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  // What every entity has is no property of one.
  const common = schema.getType('Entity');
  const shared = isInterfaceType(common) ? common.getFields() : {};
  // A time that every entity may have is one of those whose lists can be narrowed by it.
  const where = schema.getType(`${name}Where`);
  const own = isInputObjectType(where) ? where.getFields() : {};
  return Object.values(type.getFields()).flatMap((field): Column[] => {
    const named = getNamedType(field.type);
    if ((shared[field.name] && !(named.name === 'When' && own[field.name])) || named.name === 'Boolean' || field.args.length > 0) return [];
    const about = field.description ?? '';
    const isMany = isListType(getNullableType(field.type));
    if (named.name === 'When') return [{ name: field.name, about, sort: 'time', isMany }];
    if (isEnumType(named)) return [{ name: field.name, about, sort: 'term', isMany }];
    return isScalarType(named) ? [{ name: field.name, about, sort: named.name === 'String' || named.name === 'ID' ? 'text' : 'number', isMany }] : [];
  });
}

/** The groups of a list that are a relationship's, which entities can be counted by. */
function countedOf(schema: GraphQLSchema, name: string, facets: GraphQLEnumType): Counted[] {
  const type = schema.getType(name);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const groups = new Set(facets.getValues().map((value) => value.name));
  return Object.values(type.getFields()).flatMap(({ name: field, type: of }) => {
    const connection = getNamedType(of);
    return groups.has(constant(field)) && isObjectType(connection) && connection.getFields()['totalCount'] ? [{ by: constant(field), field }] : [];
  });
}

/** The value of an enum that is named after a field or a type: partnershipKind is PARTNERSHIP_KIND. */
function constant(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}

/** Groupings that one operation can ask for within the limit of aliases: those of most words are left out. */
function offered(facets: readonly string[]): string[] {
  const words = (facet: string) => facet.split('_').length;
  return [...facets].sort((a, b) => words(a) - words(b)).slice(0, MOST_FACETS);
}
