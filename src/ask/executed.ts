import { execute, parse, type GraphQLSchema } from 'graphql';
import type { Scope } from '../graphql/scope.js';
import type { Operation } from './operation.js';

/** Runs an operation; tells where it is more than the API answers at once. */
export async function executed({ text, variables }: Operation, schema: GraphQLSchema, scope: Scope) {
  const result = await execute({ schema, document: parse(text), variableValues: variables, contextValue: scope });
  const errors = result.errors ?? [];
  const broken = errors.find(({ path, extensions }) => path && extensions['code'] !== 'BAD_USER_INPUT');
  if (broken) throw broken;
  const data = JSON.parse(JSON.stringify(result.data ?? {})) as Record<string, unknown>;
  return { data, wide: errors.length > 0 ? errors.map(({ path }) => Number(String(path?.[0] ?? '').slice(1))) : null };
}
