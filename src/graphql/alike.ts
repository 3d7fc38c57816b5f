import { isInputObjectType, isInterfaceType, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
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

/** A field, by the type that has it. */
interface Place {
  readonly type: string;
  readonly field: string;
}

/** Arguments that fields of a schema take alike: they are made for the first of these fields and given to the others. */
class AlikeArguments {
  private readonly made = new Map<string, { readonly at: Place; readonly names: readonly string[] }>();
  private readonly shared: { readonly to: Place; readonly what: string }[] = [];

  /** What a field has to declare: all that `make` makes for the first field, nothing for others, which are given them. */
  of<Args extends object>(what: string, to: Place, make: () => Args): Partial<Args> {
    if (this.made.has(what)) {
      this.shared.push({ to, what });
      return {};
    }
    const args = make();
    this.made.set(what, { at: to, names: Object.keys(args) });
    return args;
  }

  /** Gives fields the arguments that are made for another one, before their own. */
  share(schema: GraphQLSchema): GraphQLSchema {
    for (const { to, what } of this.shared) {
      const { at, names } = this.made.get(what) ?? { at: to, names: [] };
      const made = fieldOf(schema, at).args.filter(({ name }) => names.includes(name));
      const field = fieldOf(schema, to);
      field.args = [...made, ...field.args];
    }
    return schema;
  }
}

function fieldOf(schema: GraphQLSchema, { type, field }: Place): GraphQLField<unknown, unknown> {
  const found = fieldsOf(schema, type)[field];
  if (!found) throw new Error(`${type} has no ${field}`);
  return found as GraphQLField<unknown, unknown>;
}

function fieldsOf(schema: GraphQLSchema, name: string): Record<string, unknown> {
  const type = schema.getType(name);
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) throw new Error(`${name} has no fields`);
  return type.getFields();
}

/** Apart, for resolvers are wrapped once, before fields are shared, and ids are looked for in inputs that have all theirs. */
interface Shared {
  readonly inputs: Alike;
  readonly outputs: Alike;
  readonly args: AlikeArguments;
}

const registries = new WeakMap<Builder, Shared>();

/** What is alike in the schema of a builder. */
export function alikeIn(builder: Builder): Shared {
  const known = registries.get(builder) ?? { inputs: new Alike(), outputs: new Alike(), args: new AlikeArguments() };
  registries.set(builder, known);
  return known;
}
