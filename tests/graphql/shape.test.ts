import {
  buildASTSchema,
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isSpecifiedScalarType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  printSchema,
  validateSchema,
  visit,
  type GraphQLField,
  type GraphQLOutputType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { printed } from '../../src/graphql/printed.js';
import { isConnection } from '../../src/graphql/price.js';
import { schema, vocabulary } from './asking.js';

const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
const owners = types.filter((type) => isObjectType(type) || isInterfaceType(type));
const fields = owners.flatMap((type) => Object.values(type.getFields()).map((field) => ({ place: `${type.name}.${field.name}`, field })));

const isList = (type: GraphQLOutputType): boolean => (isNonNullType(type) ? isList(type.ofType) : isListType(type));

/** Whether it says how many entries it has at most: by a page, by ids, or by declaring it. */
function isSized({ args, extensions }: GraphQLField<unknown, unknown>): boolean {
  return args.some(({ name }) => name === 'first' || name === 'ids') || typeof extensions['nodes'] === 'number';
}

describe('the schema', () => {
  it('has no list of objects whose size is not known before it is asked', () => {
    const lists = fields.filter(({ field }) => isCompositeType(getNamedType(field.type)) && (isList(field.type) || isConnection(getNamedType(field.type))));
    expect(lists.length).toBeGreaterThan(100);
    const pages = new Set(['edges', 'nodes']);
    const unsized = lists.filter(({ place, field }) => !isSized(field) && !(pages.has(field.name) && isConnectionName(place)));
    expect(unsized.map(({ place }) => place)).toEqual([]);
  });

  it('reads every list behind a cursor in both directions', () => {
    const paged = fields.filter(({ field }) => isConnection(getNamedType(field.type)));
    for (const { place, field } of paged) {
      const names = field.args.map(({ name }) => name);
      expect([place, ['first', 'after', 'last', 'before'].filter((name) => !names.includes(name))]).toEqual([place, []]);
    }
  });

  it('lets a field of one name have one type in all kinds, so that fragments on them never conflict', () => {
    const kinds = owners.filter((type) => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Entity'));
    const seen = new Map<string, Set<string>>();
    for (const kind of kinds) {
      for (const { name, type } of Object.values(kind.getFields())) seen.set(name, (seen.get(name) ?? new Set()).add(String(type)));
    }
    expect([...seen].filter(([, found]) => found.size > 1).map(([name, found]) => [name, ...found])).toEqual([]);
  });

  it('gives each kind what its interfaces have, resolved and described there', () => {
    expect(validateSchema(schema)).toEqual([]);
    for (const type of owners) {
      for (const { name, resolve } of type.getInterfaces().flatMap((parent) => (parent.name === 'Node' ? [] : Object.values(parent.getFields())))) {
        const field = type.getFields()[name];
        expect([type.name, name, field?.description, field?.resolve === resolve]).toEqual([type.name, name, null, true]);
      }
    }
  });

  it('prints no template, and tells the two directions of a relationship apart', () => {
    const directed = vocabulary.relationships.filter(({ symmetric }) => !symmetric).map(({ type }) => type);
    const told = new Map<string, Map<string, string>>();
    for (const kind of vocabulary.kinds) {
      const type = schema.getType(kind.name);
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      for (const { field, relationship, direction } of vocabulary.readings(kind)) {
        const about = type.getFields()[field]?.description;
        if (typeof about === 'string') told.set(relationship.type, (told.get(relationship.type) ?? new Map<string, string>()).set(direction, about));
      }
    }
    expect(printed(schema)).not.toMatch(/[^"]\{[a-z]+\}/u);
    expect(directed.filter((type) => told.get(type)?.get('OUT') === told.get(type)?.get('IN'))).toEqual([]);
  });

  it("has no global id within an input, where Relay's plugin does not look for one", () => {
    const inputs = types.filter(isInputObjectType).flatMap((type) => Object.values(type.getFields()));
    expect(inputs.filter(({ extensions }) => extensions['isRelayGlobalID'] === true)).toEqual([]);
  });

  it('stays of a size that people can read', () => {
    const sdl = printed(schema);
    expect(Buffer.byteLength(sdl)).toBeLessThanOrEqual(212_000);
    expect(Buffer.byteLength(undescribed(sdl))).toBeLessThanOrEqual(118_000);
    expect(types.filter((type) => !isSpecifiedScalarType(type)).length).toBeLessThanOrEqual(300);
  });
});

/** The same without descriptions, as a schema without them is printed. */
function undescribed(sdl: string): string {
  const bare = visit(parse(sdl, { noLocation: true }), { enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined) });
  return printSchema(buildASTSchema(bare));
}

function isConnectionName(place: string): boolean {
  const type = schema.getType(place.slice(0, place.indexOf('.')));
  return isObjectType(type) && isConnection(type);
}
