import { isInterfaceType, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';

/**
 * Gives each type the fields of its interfaces, which Pothos leaves out here: made once, not anew for each kind. They are
 * without their descriptions, which the interface gives: said once, they are read once.
 */
export function inherited(schema: GraphQLSchema): GraphQLSchema {
  const bare = new Map<GraphQLField<unknown, unknown>, GraphQLField<unknown, unknown>>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const own = type.getFields();
    for (const parent of [...type.getInterfaces()].reverse()) {
      for (const field of Object.values(parent.getFields())) {
        const again = bare.get(field) ?? withoutDescriptions(field);
        bare.set(field, again).set(again, again);
        own[field.name] ??= again;
      }
    }
  }
  return schema;
}

function withoutDescriptions(field: GraphQLField<unknown, unknown>): GraphQLField<unknown, unknown> {
  return { ...field, description: null, args: field.args.map((arg) => (arg.description ? { ...arg, description: null } : arg)) };
}
