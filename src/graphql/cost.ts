import {
  getArgumentValues,
  getNamedType,
  getVariableValues,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { advice, type Bill, type Pages } from './cost-advice.js';
import { badInput, tooComplex } from './errors.js';
import { IntrospectionSizes } from './introspection-sizes.js';
import { isConnection, isList, priceOf, sizeOf } from './price.js';

/** What an operation may ask for at most. */
export interface CostLimits {
  /** Nodes that all pages together may bring. */
  readonly nodes: number;
  /** Lists inside lists. */
  readonly hops: number;
  readonly rootFields: number;
  /** Fields, fragments unfolded. */
  readonly fields: number;
  /** Values that the answer may have. */
  readonly values: number;
  /** Entries of a list in an argument. */
  readonly list: number;
}

/** What an operation asks for, fragments unfolded; `nodes` is the most that its lists can bring, with the price of its work. */
export interface Cost {
  readonly nodes: number;
  readonly hops: number;
  readonly fields: number;
  readonly values: number;
}

/** What each quantifier of a filter on relationships counts, and each test of a text, each time it is evaluated: relationships are followed for it, or texts looked into. */
const NESTED_FILTER = 100;

/** Reading a schema as a whole once is what GraphiQL and code generators do. */
const WHOLE_SCHEMAS = 2;

type Values = Readonly<Record<string, unknown>>;

interface Operation {
  readonly schema: GraphQLSchema;
  readonly root: GraphQLNamedType;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Record<string, unknown>;
  readonly limits: CostLimits;
  /** Pages that are tried instead of those that it asks for. */
  readonly tried: Pages | null;
}

/** Where in an operation the walk is, and how often what stands there is fetched. */
interface Place {
  readonly type: GraphQLNamedType;
  readonly times: number;
  readonly hops: number;
  /** The page of the connection that is walked; counted once something of it is selected. */
  readonly page: Page | null;
  /** The lens that it is seen through, as the operation spells it. */
  readonly lens: string;
  /** Of the list that it stands in. */
  readonly bill: Bill | null;
  readonly isIntrospection: boolean;
}

interface Page {
  readonly size: number;
  isCounted: boolean;
}

/**
 * Computes what an operation costs before it is executed, on coerced variables: each list counts its page or its greatest
 * size, and each dear field its price, multiplied by the lists that they stand in. Throws QUERY_TOO_COMPLEX over a limit. Gives null where
 * the executor will refuse the operation anyway: no such operation, or variables that cannot be coerced.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
  variables: Values,
  limits: CostLimits,
): Cost | null {
  const operation = operationOf(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!root) return null;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
  if (!coerced) return null;
  const fragments = new Map(document.definitions.flatMap((item) => (item.kind === Kind.FRAGMENT_DEFINITION ? [[item.name.value, item] as const] : [])));
  const walked = (tried: Pages | null) => {
    const walk = new Walk({ schema, root, fragments, variables: coerced, limits, tried });
    walk.selections(operation.selectionSet.selections, { type: root, times: 1, hops: 0, page: null, lens: '', bill: null, isIntrospection: false });
    return walk;
  };
  return walked(null).cost((tried) => walked(tried).isEnough);
}

function operationOf(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode | null {
  const operations = document.definitions.filter((item) => item.kind === Kind.OPERATION_DEFINITION);
  const named = name === null || name === undefined ? operations : operations.filter((item) => item.name?.value === name);
  return named.length === 1 ? (named[0] ?? null) : null;
}

class Walk {
  private readonly operation: Operation;
  nodes = 0;
  private described = 0;
  private hops = 0;
  private fields = 0;
  private values = 0;
  private rootFields = 0;
  private readonly done = new Set<string>();
  private readonly bills: Bill[] = [];

  constructor(operation: Operation) {
    this.operation = operation;
  }

  /** Whether all together is within the limits. */
  get isEnough(): boolean {
    const { nodes, values } = this.operation.limits;
    return this.nodes <= nodes && this.values <= values;
  }

  /** Throws QUERY_TOO_COMPLEX where all together is too much, and says what would do. */
  cost(isEnough: (tried: Pages) => boolean): Cost {
    const { nodes, values } = this.operation.limits;
    if (this.nodes > nodes)
      throw tooComplex(`this asks for up to ${String(this.nodes)} nodes; a request may bring ${String(nodes)}${advice(this.bills, isEnough)}`);
    if (this.values > values)
      throw tooComplex(`this asks for up to ${String(this.values)} values; an answer may have ${String(values)}${advice(this.bills, isEnough)}`);
    return { nodes: this.nodes, hops: this.hops, fields: this.fields, values: this.values };
  }

  selections(selections: readonly SelectionNode[], place: Place): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        this.field(selection, place);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.operation.fragments.get(selection.name.value) : selection;
      if (!fragment) continue;
      // A spread counts too, so that empty shells of fragments end as early as fields do.
      this.count();
      const named = fragment.typeCondition && this.operation.schema.getType(fragment.typeCondition.name.value);
      this.selections(fragment.selectionSet.selections, named ? { ...place, type: named } : place);
    }
  }

  private field(node: FieldNode, place: Place): void {
    const { limits, root, variables } = this.operation;
    this.count();
    // Fields that lead back to the root, such as a view, count what is asked there too.
    if (place.type === root && ++this.rootFields > limits.rootFields)
      throw tooComplex(`an operation may have ${String(limits.rootFields)} root fields; ask in several requests`);
    const field = fieldOf(place.type, node.name.value);
    if (!field) return;
    const args = this.paged(node, field, getArgumentValues(field, node, variables));
    if (!place.isIntrospection) this.values += place.times;
    const below = this.below(field, args, place, node);
    this.pay(field, args, place, below.bill);
    for (const argument of field.args) this.times(place.times * this.input(args[argument.name], argument.type, argument.name), below.bill);
    if (node.selectionSet) this.selections(node.selectionSet.selections, below);
  }

  /** Its arguments, with the page that is tried where it asks for more. */
  private paged(node: FieldNode, field: GraphQLField<unknown, unknown>, args: Values): Values {
    const { tried } = this.operation;
    const page = tried && (tried.of === null || tried.of === node) ? pageOf(field, args) : null;
    const size = sizeOf(field, args);
    return tried && page !== null && size !== null && size > tried.most ? { ...args, [page]: tried.most } : args;
  }

  private below(field: GraphQLField<unknown, unknown>, args: Values, place: Place, node: FieldNode): Place {
    const { limits } = this.operation;
    const name = node.name.value;
    const type = getNamedType(field.type);
    const { lens, bill: above } = place;
    if (place.isIntrospection || name === '__schema' || name === '__type') return this.introspected(field, place, name);
    if (place.page && (name === 'edges' || name === 'nodes' || name === 'pageInfo')) {
      if (!place.page.isCounted) this.times(place.times * place.page.size, above);
      place.page.isCounted = true;
      return {
        type,
        times: name === 'pageInfo' ? place.times : place.times * place.page.size,
        hops: place.hops,
        page: null,
        lens,
        bill: above,
        isIntrospection: false,
      };
    }
    const size = sizeOf(field, args);
    if (size === null) return { ...place, type, page: null, lens: type === this.operation.root ? lens + JSON.stringify(args) : lens };
    const hops = place.hops + 1;
    this.hops = Math.max(this.hops, hops);
    if (hops > limits.hops)
      throw tooComplex(
        `an operation may have ${String(limits.hops)} lists inside one another, "${name}" is one more; ask for its parent by id in a second request`,
      );
    const bill: Bill = { name: (node.alias ?? node.name).value, node, size, page: pageOf(field, args), above, own: 0 };
    this.bills.push(bill);
    const isWrapped = isConnection(type);
    const times = place.times * (isWrapped ? 1 : size);
    this.times(times, bill);
    return { type, times, hops, page: isWrapped ? { size, isCounted: false } : null, lens, bill, isIntrospection: false };
  }

  private introspected(field: GraphQLField<unknown, unknown>, place: Place, name: string): Place {
    const sizes = IntrospectionSizes.of(this.operation.schema);
    const times = place.times * (isList(field.type) ? sizes.of(name) : 1);
    // Names and other values come with their entry.
    if (!isLeafType(getNamedType(field.type))) this.described += times;
    if (this.described > sizes.whole * WHOLE_SCHEMAS)
      throw tooComplex('introspection asks for more than the whole schema; ask for its parts by name with __type');
    return { type: getNamedType(field.type), times, hops: place.hops, page: null, lens: '', bill: null, isIntrospection: true };
  }

  /** What the filters in an argument's value cost each time; refuses lists that are too long. */
  private input(value: unknown, type: GraphQLInputType, name: string): number {
    if (value === null || value === undefined) return 0;
    if (isNonNullType(type)) return this.input(value, type.ofType, name);
    if (isListType(type)) {
      const items = value as readonly unknown[];
      if (items.length > this.operation.limits.list)
        throw badInput(`${name}: at most ${String(this.operation.limits.list)} entries at once, got ${String(items.length)}`);
      return items.reduce<number>((sum, item) => sum + this.input(item, type.ofType, name), 0);
    }
    if (!isInputObjectType(type)) return 0;
    const own = isDear(type.getFields()) ? NESTED_FILTER * Object.keys(value).length : 0;
    return Object.values(type.getFields()).reduce((sum, field) => sum + this.input((value as Values)[field.name], field.type, field.name), own);
  }

  private pay(field: GraphQLField<unknown, unknown>, args: Values, { times, lens }: Place, bill: Bill | null): void {
    const own = priceOf(field, args);
    if (!own) return;
    // A lens is worked out once, however often it is looked through.
    const once = getNamedType(field.type) === this.operation.root ? JSON.stringify(args) : own.once;
    if (once === null) {
      this.times(times * own.price, bill);
      return;
    }
    const work = `${lens} ${once}`;
    if (!this.done.has(work)) this.times(own.price, bill);
    this.done.add(work);
  }

  private times(nodes: number, bill: Bill | null): void {
    this.nodes += nodes;
    if (bill) bill.own += nodes;
  }

  private count(): void {
    const { limits } = this.operation;
    if (++this.fields > limits.fields) throw tooComplex(`an operation may have ${String(limits.fields)} fields, fragments unfolded`);
  }
}

/** The argument that tells the page of a list; null for what takes none. */
function pageOf({ args }: GraphQLField<unknown, unknown>, given: Values): 'first' | 'last' | null {
  if (!args.some(({ name }) => name === 'first')) return null;
  return typeof given['last'] === 'number' ? 'last' : 'first';
}

/** Relationships are asked for by quantifiers; texts are looked into one by one. */
function isDear(fields: Values): boolean {
  return ('some' in fields && 'every' in fields) || 'startsWith' in fields;
}

const META_FIELDS: Readonly<Record<string, GraphQLField<unknown, unknown>>> = {
  __schema: SchemaMetaFieldDef,
  __type: TypeMetaFieldDef,
};

function fieldOf(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | null {
  const own = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  return own ?? META_FIELDS[name] ?? null;
}
