import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  GraphQLID,
  isInputObjectType,
  isListType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLSchema,
} from 'graphql';
import { nearHint } from '../graph/near-misses.js';
import { unknownId } from './errors.js';
import { scopeOf, type Scope } from './scope.js';

type Args = Readonly<Record<string, unknown>>;

/**
 * Lets every field check the ids in its arguments, however deep they stand in a filter, before it is resolved: one that
 * nothing has is UNKNOWN_ID with the near miss, not an empty answer. A field names the arguments that may hold unknown
 * ids, because it tells them itself, in its extensions: `{ mayBeAbsent: ['id'] }`.
 */
export function checkIdsOf(schema: GraphQLSchema): GraphQLSchema {
  const holdsIds = idHolders();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const { mayBeAbsent = [] } = field.extensions as { readonly mayBeAbsent?: readonly string[] };
      const checked = field.args.filter((arg) => holdsIds(getNamedType(arg.type)) && !mayBeAbsent.includes(arg.name));
      if (checked.length > 0) checkBefore(field, checked);
    }
  }
  return schema;
}

function checkBefore(field: GraphQLField<unknown, unknown>, checked: readonly GraphQLArgument[]): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (parent, args: Args, request, info) => {
    const ids = checked.flatMap(({ name, type }) => idsIn(type, args[name]));
    if (ids.length === 0) return resolve(parent, args, request, info);
    return refuseUnknown(scopeOf(parent, request as Scope), ids).then(() => resolve(parent, args, request, info));
  };
}

/** Refuses ids that the graph does not hold, whatever the lens. */
async function refuseUnknown(scope: Scope, ids: readonly string[]): Promise<void> {
  const known = await Promise.all(ids.map((id) => scope.isKnown(id)));
  const unknown = ids.find((_id, at) => !known[at]);
  if (unknown !== undefined) throw unknownId(unknown, await nearHint(scope.vocabulary, scope.plain, unknown));
}

/** The ids in a value of an input type. */
function idsIn(type: GraphQLInputType, value: unknown): string[] {
  if (value === null || value === undefined) return [];
  const bare = getNullableType(type);
  if (isListType(bare)) return (value as readonly unknown[]).flatMap((item) => idsIn(bare.ofType, item));
  if (bare === GraphQLID) return [value as string];
  if (!isInputObjectType(bare)) return [];
  const fields = bare.getFields();
  return Object.entries(value).flatMap(([name, inner]) => (fields[name] ? idsIn(fields[name].type, inner) : []));
}

/** Tells whether an input type is ID or has an ID in it; a filter may hold itself. */
function idHolders(): (type: GraphQLNamedInputType) => boolean {
  const known = new Map<GraphQLNamedInputType, boolean>([[GraphQLID, true]]);
  const holds = (type: GraphQLNamedInputType): boolean => {
    const answer = known.get(type);
    if (answer !== undefined) return answer;
    known.set(type, false);
    const found = isInputObjectType(type) && Object.values(type.getFields()).some((field) => holds(getNamedType(field.type)));
    known.set(type, found);
    return found;
  };
  return holds;
}
