import { execute, parse, type GraphQLSchema } from 'graphql';
import type { Scope } from '../graphql/scope.js';
import type { Operation } from './operation.js';

/** Runs an operation; tells where and why it is more than the API answers at once. */
export async function executed({ text, variables }: Operation, schema: GraphQLSchema, scope: Scope) {
  const result = await execute({ schema, document: parse(text), variableValues: variables, contextValue: scope });
  const [error] = result.errors ?? [];
  if (error?.path && error.extensions['code'] !== 'BAD_USER_INPUT') throw error;
  const data = JSON.parse(JSON.stringify(result.data ?? {})) as Record<string, unknown>;
  return { data, wide: error ? { message: error.message, at: Number(String(error.path?.[0] ?? '').slice(1)) } : null };
}
