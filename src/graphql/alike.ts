import { isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Builder } from './builder.js';

/** A field that a type has as another one has it. */
interface SharedField {
  readonly type: string;
  readonly field: string;
  readonly madeFor: string;
}

/** What types of a schema have alike: each field is made for the first of them and given to the others. */
class Alike {
  private readonly made = new Map<string, string>();
  private readonly shared: SharedField[] = [];

  /** Whether another type has the field already; then it is given to this one too, and need not be made. */
  isMade(what: string, type: string, field: string): boolean {
    const madeFor = this.made.get(what);
    if (madeFor === undefined) this.made.set(what, type);
    else this.shared.push({ type, field, madeFor });
    return madeFor !== undefined;
  }

  /** Gives types the fields that are made for another one: neither anew nor through Pothos again. */
  share(schema: GraphQLSchema): GraphQLSchema {
    for (const { type, field, madeFor } of this.shared) {
      const made = fieldsOf(schema, madeFor)[field];
      if (!made) throw new Error(`${madeFor} has no ${field}`);
      fieldsOf(schema, type)[field] = made;
    }
    return schema;
  }
}

function fieldsOf(schema: GraphQLSchema, name: string): Record<string, unknown> {
  const type = schema.getType(name);
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) throw new Error(`${name} has no fields`);
  return type.getFields();
}

/** Apart, for resolvers are wrapped once, before fields are shared, and ids are looked for in inputs that have all theirs. */
interface Both {
  readonly inputs: Alike;
  readonly outputs: Alike;
}

const registries = new WeakMap<Builder, Both>();

/** What is alike in the schema of a builder. */
export function alikeIn(builder: Builder): Both {
  const known = registries.get(builder) ?? { inputs: new Alike(), outputs: new Alike() };
  registries.set(builder, known);
  return known;
}
