import { isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/** Takes from each type the descriptions that an interface of its gives to the same field or argument: said once, they are read once. */
export function describedOnce(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const parent of type.getInterfaces()) {
      for (const inherited of Object.values(parent.getFields())) {
        const field = type.getFields()[inherited.name];
        if (!field) continue;
        if (field.description === inherited.description) field.description = null;
        for (const arg of field.args) {
          if (arg.description === inherited.args.find(({ name }) => name === arg.name)?.description) arg.description = null;
        }
      }
    }
  }
  return schema;
}
