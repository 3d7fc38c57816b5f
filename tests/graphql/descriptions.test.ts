import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { constant } from '../../src/graphql/names.js';
import { schema } from './asking.js';

interface Described {
  readonly place: string;
  readonly description: string | null | undefined;
  /** Where else it is said, once for all that are alike. */
  readonly elsewhere?: readonly (string | null | undefined)[];
}

/** The arguments of every list, which the type of its page describes. */
const PAGE = new Set(['first', 'after', 'last', 'before', 'nodes', 'edges', 'cursor', 'totalCount']);

function ofType(type: GraphQLNamedType): Described[] {
  const own = { place: type.name, description: type.description };
  if (isEnumType(type))
    return [own, ...type.getValues().map(({ name, description }) => ({ place: `${type.name}.${name}`, description, elsewhere: [ofGroup(type.name, name)] }))];
  if (isInputObjectType(type)) return [own, ...Object.values(type.getFields()).map((field) => ofInput(type.name, field))];
  if (!isObjectType(type) && !isInterfaceType(type)) return [own];
  const parents = type.getInterfaces();
  return [
    own,
    ...Object.values(type.getFields()).flatMap(({ name, description, args, type: of }) => [
      {
        place: `${type.name}.${name}`,
        description,
        elsewhere: [
          PAGE.has(name) ? schema.getType('PageInfo')?.description : null,
          isScalarType(getNamedType(of)) ? null : getNamedType(of).description,
          ...parents.map((parent) => parent.getFields()[name]?.description),
        ],
      },
      ...args.map((arg) => ({
        ...ofArgument(`${type.name}.${name}`, arg),
        elsewhere: [
          ...(ofArgument('', arg).elsewhere ?? []),
          ...parents.map((parent) => parent.getFields()[name]?.args.find((item) => item.name === arg.name)?.description),
        ],
      })),
    ]),
  ];
}

/** A group of a kind's lists is described as what entities of any kind have, or as the field of the kind that it is by. */
function ofGroup(enumeration: string, value: string): string | null | undefined {
  const kind = /^(\w+)Facet$/.exec(enumeration)?.[1];
  const [all, type] = [schema.getType('EntityFacet'), schema.getType(kind ?? '')];
  if (!isEnumType(all) || !(isObjectType(type) || isInterfaceType(type))) return null;
  const common = all.getValues().find(({ name }) => name === value);
  const by = value.replace(/_(?:YEAR|DECADE)$/, '');
  const field = Object.values(type.getFields()).find(({ name }) => constant(name) === by);
  return common?.description ?? field?.description ?? (field && getNamedType(field.type).description);
}

function ofArgument(field: string, arg: GraphQLArgument): Described {
  const type = getNamedType(arg.type);
  const page = PAGE.has(arg.name) ? schema.getType('PageInfo')?.description : null;
  return { place: `${field}(${arg.name})`, description: arg.description, elsewhere: [page, isScalarType(type) ? null : type.description] };
}

/** What narrows by a property is described as the property of the kind is, what leads on by its type. */
function ofInput(input: string, field: GraphQLInputField): Described {
  const type = getNamedType(field.type);
  const properties = Object.values(schema.getTypeMap()).flatMap((item) => (isObjectType(item) ? (item.getFields()[field.name]?.description ?? []) : []));
  const common = schema.getType('EntityWhere');
  const ofAny = isInputObjectType(common) && input.endsWith('Where') ? common.getFields()[field.name]?.description : null;
  return { place: `${input}.${field.name}`, description: field.description, elsewhere: [ofAny, isScalarType(type) ? properties[0] : type.description] };
}

const described = Object.values(schema.getTypeMap())
  .filter(({ name }) => !name.startsWith('__'))
  .flatMap(ofType);

describe('the schema', () => {
  it('describes every type, field, argument, enumeration value and input field, there or once for all that are alike', () => {
    expect(described.length).toBeGreaterThan(500);
    expect(described.filter(({ description, elsewhere = [] }) => ![description, ...elsewhere].some((text) => text?.trim())).map(({ place }) => place)).toEqual(
      [],
    );
  });

  it('describes them in sentences, or as much as a value needs, without what belongs to the code', () => {
    const odd = described.filter(
      ({ description }) => description && (/undefined|\[object|\{subject\}|TODO|  /.test(description) || !/[.)!?]$/.test(description.trim())),
    );
    expect(odd.map(({ place, description }) => `${place}: ${description ?? ''}`)).toEqual([]);
  });
});
