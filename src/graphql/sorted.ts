import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import { compareText } from '../model/text.js';

/** Sorts a schema by name, as graphql-js's lexicographicSortSchema does, but in place: that one makes every type anew, in a sixth of the time that the schema takes. */
export function sorted(schema: GraphQLSchema): GraphQLSchema {
  sortKeys(schema.getTypeMap());
  for (const type of Object.values(schema.getTypeMap())) {
    if (isEnumType(type)) sortNamed(type.getValues());
    if (isInputObjectType(type)) sortKeys(type.getFields());
    if (isInterfaceType(type)) for (const implementing of Object.values(schema.getImplementations(type))) sortNamed(implementing);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    sortNamed(type.getInterfaces());
    sortKeys(type.getFields());
    for (const { args } of Object.values(type.getFields())) sortNamed(args);
  }
  return schema;
}

function sortKeys(map: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(map).sort(([a], [b]) => compareText(a, b))) {
    // Keys are listed in the order in which they were added.
    Reflect.deleteProperty(map, key);
    map[key] = value;
  }
}

/** graphql-js types some of its lists as read-only, but keeps no other. */
function sortNamed(items: readonly { readonly name: string }[]): void {
  (items as { readonly name: string }[]).sort((a, b) => compareText(a.name, b.name));
}
