import { defaultFieldResolver, getNamedType, isInterfaceType, isLeafType, isObjectType, type GraphQLSchema } from 'graphql';
import { turns } from '../graph/turns.js';
import type { Scope } from './scope.js';

/**
 * Makes a schema let others in: before each field that brings an object, it waits for a turn when one is due, and
 * ends with its request. Execution alone never would, since promises that are settled run on without a pause.
 */
export function letOthersIn(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if ((!isObjectType(type) && !isInterfaceType(type)) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (isLeafType(getNamedType(field.type))) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, scope: Scope, info) =>
        turns.areDue ? turns.next(scope.reader.signal).then((): unknown => resolve(source, args, scope, info)) : resolve(source, args, scope, info);
    }
  }
  return schema;
}
