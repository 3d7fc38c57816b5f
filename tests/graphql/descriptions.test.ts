import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from './asking.js';

interface Described {
  readonly place: string;
  readonly description: string | null | undefined;
}

const described: Described[] = Object.values(schema.getTypeMap())
  .filter(({ name }) => !name.startsWith('__'))
  .flatMap((type): Described[] => {
    const own = { place: type.name, description: type.description };
    if (isEnumType(type)) return [own, ...type.getValues().map(({ name, description }) => ({ place: `${type.name}.${name}`, description }))];
    if (isInputObjectType(type))
      return [own, ...Object.values(type.getFields()).map(({ name, description }) => ({ place: `${type.name}.${name}`, description }))];
    if (!isObjectType(type) && !isInterfaceType(type)) return [own];
    return [
      own,
      ...Object.values(type.getFields()).flatMap(({ name, description, args }) => [
        { place: `${type.name}.${name}`, description },
        ...args.map((arg) => ({ place: `${type.name}.${name}(${arg.name})`, description: arg.description })),
      ]),
    ];
  });

describe('the schema', () => {
  it('describes every type, field, argument, enumeration value and input field', () => {
    expect(described.length).toBeGreaterThan(500);
    expect(described.filter(({ description }) => !description?.trim()).map(({ place }) => place)).toEqual([]);
  });

  it('describes them in sentences, or as much as a value needs, without what belongs to the code', () => {
    const odd = described.filter(
      ({ description }) => description && (/undefined|\[object|\{subject\}|TODO|  /.test(description) || !/[.)!?]$/.test(description.trim())),
    );
    expect(odd.map(({ place, description }) => `${place}: ${description ?? ''}`)).toEqual([]);
  });
});
