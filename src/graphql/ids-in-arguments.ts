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
  type GraphQLNamedInputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import { nearHint } from '../graph/near-misses.js';
import type { EntityNode } from '../model/graph.js';
import { badInput, unknownId } from './errors.js';
import { scopeOf, type Scope } from './scope.js';

type Args = Readonly<Record<string, unknown>>;

/** Claims never change their ids: these say what they hold. */
const CLAIM = 'claim/';

/**
 * Lets every field look at the ids in its arguments, however deep they stand in a filter, before it is resolved: a former
 * id is replaced by what it leads to, and one that nothing has is UNKNOWN_ID with the near miss, not an empty answer. A
 * field names the arguments that may hold unknown ids, because it tells them itself: `extensions: { mayBeAbsent: ['id'] }`;
 * where only some of what it answers tells them, they may only if one of these is asked for: `toldIn: ['unknown']`.
 * An argument or a key of an input of ids of some kinds alone names these: `idsOf: ['Source']`; an id of another is refused.
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
    const given = taking.map((arg) => ({ name: arg.name, taking: arg, ids: idsIn(arg, args[arg.name]) })).filter(({ ids }) => ids.length > 0);
    if (given.length === 0) return resolve(parent, args, request, info);
    const scope = scopeOf(parent, request as Scope);
    const isTold = toldIn === undefined || asksFor(toldIn, info);
    const followed = given.map(async ({ name, taking: arg, ids }) => {
      const moved = await follow(scope, ids, isTold && mayBeAbsent.includes(name));
      return moved.size === 0 ? [] : [[name, replaced(arg, args[name], moved)] as const];
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

/** An id in an argument, and the kinds of which it is to be one, if it is not to be of any. */
interface Given {
  readonly id: string;
  readonly of: readonly string[] | undefined;
}

/** Those of some ids that lead to another; refuses what the graph does not hold, whatever the lens, and what is of another kind. */
async function follow(scope: Scope, given: readonly Given[], mayBeAbsent: boolean): Promise<ReadonlyMap<string, string>> {
  const own = mayBeAbsent ? given.filter(({ id }) => !id.startsWith(CLAIM)) : given;
  const current = await Promise.all(own.map(({ id }) => scope.currentId(id)));
  const unknown = own.find((_one, at) => current[at] === null);
  if (unknown !== undefined && !mayBeAbsent) throw unknownId(unknown.id, await hintFor(scope, unknown));
  const stranger = own.find(({ of }, at) => of !== undefined && !of.includes(kindOf(scope, current[at] ?? '') ?? of[0] ?? ''));
  if (stranger)
    throw badInput(`"${stranger.id}" is no ${stranger.of?.join(' or ') ?? ''}${await nearHint(scope.vocabulary, scope.plain, stranger.id, isOf(stranger))}`);
  return new Map(own.map(({ id }, at) => [id, current[at] ?? id] as const).filter(([id, to]) => id !== to));
}

/** What may be meant, of the kinds that are asked for before others. */
async function hintFor({ vocabulary, plain }: Scope, given: Given): Promise<string> {
  if (given.id.startsWith(CLAIM)) return ' among entities; ask for a claim by node';
  return (await nearHint(vocabulary, plain, given.id, isOf(given))) || nearHint(vocabulary, plain, given.id);
}

function isOf({ of }: Given): (entity: EntityNode) => boolean {
  return ({ labels }) => of === undefined || labels.some((label) => of.includes(label));
}

/** The root kind that an id tells. */
function kindOf({ vocabulary }: Scope, id: string): string | undefined {
  return vocabulary.rootOf(id)?.name;
}

/** An argument, or a key of an input. */
type Taking = Pick<GraphQLArgument, 'type' | 'extensions'>;

/** The ids in the value of an argument. */
function idsIn(taking: Taking, value: unknown): Given[] {
  const given: Given[] = [];
  mapIds(taking, value, (id, of) => {
    given.push({ id, of });
    return id;
  });
  return given;
}

function replaced(taking: Taking, value: unknown, moved: ReadonlyMap<string, string>): unknown {
  return mapIds(taking, value, (id) => moved.get(id) ?? id);
}

function mapIds({ type, extensions }: Taking, value: unknown, map: (id: string, of: Given['of']) => string): unknown {
  if (value === null || value === undefined) return value;
  const bare = getNullableType(type);
  if (isListType(bare)) return (value as readonly unknown[]).map((item) => mapIds({ type: bare.ofType, extensions }, item, map));
  if (bare === GraphQLID) return map(value as string, extensions['idsOf'] as Given['of']);
  if (!isInputObjectType(bare)) return value;
  const fields = bare.getFields();
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fields[name] ? mapIds(fields[name], inner, map) : inner]));
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
