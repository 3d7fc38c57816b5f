import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  GraphQLID,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import { nearHint } from '../graph/near-misses.js';
import { unknownId } from './errors.js';
import { scopeOf, type Scope } from './scope.js';

type Args = Readonly<Record<string, unknown>>;

/** Claims never change their ids: these say what they hold. */
const CLAIM = 'claim/';

/**
 * Lets every field look at the ids in its arguments, however deep they stand in a filter, before it is resolved: a former
 * id is replaced by what it leads to, and one that nothing has is UNKNOWN_ID with the near miss, not an empty answer. A
 * field names the arguments that may hold unknown ids, because it tells them itself: `extensions: { mayBeAbsent: ['id'] }`;
 * where only some of what it answers tells them, they may only if one of these is asked for: `toldIn: ['unknown']`.
 */
export function followIds(schema: GraphQLSchema): GraphQLSchema {
  const holdsIds = idHolders();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const taking = field.args.filter((arg) => holdsIds(getNamedType(arg.type)));
      if (taking.length > 0) followBefore(field, taking);
    }
  }
  return schema;
}

function followBefore(field: GraphQLField<unknown, unknown>, taking: readonly GraphQLArgument[]): void {
  const { mayBeAbsent = [], toldIn } = field.extensions as { readonly mayBeAbsent?: readonly string[]; readonly toldIn?: readonly string[] };
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (parent, args: Args, request, info) => {
    const given = taking.map(({ name, type }) => ({ name, type, ids: idsIn(type, args[name]) })).filter(({ ids }) => ids.length > 0);
    if (given.length === 0) return resolve(parent, args, request, info);
    const scope = scopeOf(parent, request as Scope);
    const isTold = toldIn === undefined || asksFor(toldIn, info);
    const followed = given.map(async ({ name, type, ids }) => {
      const moved = await follow(scope, ids, isTold && mayBeAbsent.includes(name));
      return moved.size === 0 ? [] : [[name, replaced(type, args[name], moved)] as const];
    });
    return Promise.all(followed).then((changed) => resolve(parent, { ...args, ...Object.fromEntries(changed.flat()) }, request, info));
  };
}

/** Whether one of some fields is asked for just below. */
function asksFor(names: readonly string[], { fieldNodes, fragments }: GraphQLResolveInfo): boolean {
  const among = (selections: readonly SelectionNode[]): boolean =>
    selections.some((node) => {
      if (node.kind === Kind.FIELD) return names.includes(node.name.value);
      return among((node.kind === Kind.FRAGMENT_SPREAD ? fragments[node.name.value] : node)?.selectionSet.selections ?? []);
    });
  return among(fieldNodes.flatMap((node) => node.selectionSet?.selections ?? []));
}

/** Those of some ids that lead to another; refuses what the graph does not hold, whatever the lens. */
async function follow(scope: Scope, ids: readonly string[], mayBeAbsent: boolean): Promise<ReadonlyMap<string, string>> {
  const own = mayBeAbsent ? ids.filter((id) => !id.startsWith(CLAIM)) : ids;
  const current = await Promise.all(own.map((id) => scope.currentId(id)));
  const unknown = own.find((_id, at) => current[at] === null);
  if (unknown !== undefined && !mayBeAbsent)
    throw unknownId(unknown, unknown.startsWith(CLAIM) ? ' among entities; ask for a claim by node' : await nearHint(scope.vocabulary, scope.plain, unknown));
  return new Map(own.map((id, at) => [id, current[at] ?? id] as const).filter(([id, to]) => id !== to));
}

/** The ids in a value of an input type. */
function idsIn(type: GraphQLInputType, value: unknown): string[] {
  const ids: string[] = [];
  mapIds(type, value, (id) => {
    ids.push(id);
    return id;
  });
  return ids;
}

function replaced(type: GraphQLInputType, value: unknown, moved: ReadonlyMap<string, string>): unknown {
  return mapIds(type, value, (id) => moved.get(id) ?? id);
}

function mapIds(type: GraphQLInputType, value: unknown, map: (id: string) => string): unknown {
  if (value === null || value === undefined) return value;
  const bare = getNullableType(type);
  if (isListType(bare)) return (value as readonly unknown[]).map((item) => mapIds(bare.ofType, item, map));
  if (bare === GraphQLID) return map(value as string);
  if (!isInputObjectType(bare)) return value;
  const fields = bare.getFields();
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fields[name] ? mapIds(fields[name].type, inner, map) : inner]));
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
