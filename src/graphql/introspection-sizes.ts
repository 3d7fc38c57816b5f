import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, isUnionType, type GraphQLSchema } from 'graphql';

/** How many entries the lists of a schema's introspection have, on average; what is bounded by it is never executed. */
export class IntrospectionSizes {
  private static readonly known = new WeakMap<GraphQLSchema, IntrospectionSizes>();
  /** Entries that reading the whole schema brings. */
  readonly whole: number;
  private readonly lists: ReadonlyMap<string, number>;

  private constructor(schema: GraphQLSchema) {
    const types = Object.values(schema.getTypeMap());
    const fields = types.flatMap((type) => (isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []));
    const inputs = types.flatMap((type) => (isInputObjectType(type) ? Object.values(type.getFields()) : []));
    const values = types.flatMap((type) => (isEnumType(type) ? type.getValues() : []));
    const parents = types.flatMap((type) => (isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : []));
    const possible = types.flatMap((type) => (isInterfaceType(type) || isUnionType(type) ? schema.getPossibleTypes(type) : []));
    const args = fields.flatMap((field) => field.args);
    const each = (list: readonly unknown[]) => list.length / types.length;
    this.lists = new Map([
      ['types', types.length],
      ['fields', each(fields)],
      ['inputFields', each(inputs)],
      ['enumValues', each(values)],
      ['interfaces', each(parents)],
      ['possibleTypes', each(possible)],
      ['args', fields.length === 0 ? 0 : args.length / fields.length],
      ['directives', schema.getDirectives().length],
    ]);
    // A type reference is unfolded nine levels deep by the standard query; every entry with a type has one.
    this.whole = types.length + 10 * (fields.length + args.length + inputs.length + parents.length + possible.length) + values.length + 100;
  }

  static of(schema: GraphQLSchema): IntrospectionSizes {
    const known = this.known.get(schema) ?? new IntrospectionSizes(schema);
    this.known.set(schema, known);
    return known;
  }

  /** Entries of the list of this name; 1 for a list that is not known. */
  of(list: string): number {
    return this.lists.get(list) ?? 1;
  }
}
