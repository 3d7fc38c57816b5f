import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';

/** A schema as people read it: in the schema language, sorted by name. */
export function printed(schema: GraphQLSchema): string {
  return printSchema(lexicographicSortSchema(schema));
}
