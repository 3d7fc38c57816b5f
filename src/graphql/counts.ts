import { coerceInputValue, GraphQLError, isInputObjectType, isListType, isNonNullType, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import { checkCount, COUNT_VERDICTS, onItsOwn, readCountSpec, type CountCheck, type Counted, type CountSpec } from '../disputes/count-check.js';
import { shared, type Shared } from '../graph/shared.js';
import type { Claim } from '../model/claim.js';
import { coveredUntil } from '../model/coverage.js';
import { parseTime } from '../model/edtf.js';
import { hedged } from '../model/figure.js';
import type { Dataset } from '../model/dataset.js';
import { canonicalJson, compareText } from '../model/text.js';
import type { Kind } from '../model/vocabulary.js';
import { filterType, listNamed, type Listed } from './check-counts.js';
import { publishEnum } from './builder.js';
import { listOf } from './connection.js';
import { apartFrom, statedOnly } from './count-grounds.js';
import type { PageArgs } from './cursor.js';
import { entityList, listType, type EntityList } from './entity-lists.js';
import { publishList } from './list-type.js';
import { DISPUTES, priced, PRICE_OF_DISPUTES } from './price.js';
import type { Publisher } from './publisher.js';
import { datasetOf } from './seen.js';
import { scopeOf, type Scope, type ClaimHandle } from './scope.js';
import type { Input } from './filters.js';

/** Who asks, of what, and with which lists and filters. */
export interface Asking {
  readonly publisher: Publisher;
  readonly scope: Scope;
  readonly schema: GraphQLSchema;
}

/** Inputs whose times count the other way round. */
const NEGATED: ReadonlySet<string> = new Set(['not', 'none']);

/** How a filter on times is read. */
interface Reading {
  /** Whether times count that are only partly known. */
  readonly certainty: 'CERTAIN' | 'POSSIBLE';
  /** Whether, where these count, what has no time at all counts as well. */
  readonly undated: boolean;
}

/** The filter as resolvers get it; times that are only partly known count as asked. */
function coerced(schema: GraphQLSchema, kind: Kind, filter: Input | null, reading: Reading): Input | null {
  const type = filterType(schema, kind);
  if (!type || filter === null) return null;
  return coerceInputValue(withCertainty(type, filter, reading), type, (_path, _value, error) => {
    throw new GraphQLError(error.message);
  }) as Input;
}

/** Says of every range of days without a certainty how partly known times count; within `not` the other way round. */
function withCertainty(type: GraphQLInputType, value: unknown, reading: Reading): unknown {
  if (isNonNullType(type)) return withCertainty(type.ofType, value, reading);
  if (isListType(type))
    return Array.isArray(value) ? value.map((item) => withCertainty(type.ofType, item, reading)) : withCertainty(type.ofType, value, reading);
  if (!isInputObjectType(type) || typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const fields = type.getFields();
  const { certainty, undated } = reading;
  const inner = Object.entries(value).map(([name, item]): [string, unknown] => {
    const field = fields[name];
    const within: Reading = NEGATED.has(name) ? { certainty: certainty === 'CERTAIN' ? 'POSSIBLE' : 'CERTAIN', undated } : reading;
    return [name, field ? withCertainty(field.type, item, within) : item];
  });
  if (isDays(type)) return { certainty, ...Object.fromEntries(inner) };
  if (!undated || certainty === 'CERTAIN' || !('or' in fields)) return Object.fromEntries(inner);
  const isTime = ([name]: [string, unknown]) => fields[name] !== undefined && isDays(fields[name].type);
  const orUndated = inner.filter(isTime).map(([name, days]) => ({ or: [{ [name]: days }, { not: { [name]: {} } }] }));
  return { and: [Object.fromEntries(inner.filter((entry) => !isTime(entry))), ...orUndated] };
}

function isDays(type: GraphQLInputType): boolean {
  return isInputObjectType(type) && 'certainty' in type.getFields() && 'from' in type.getFields();
}

/** Asks the graph, with the API's own lists and filters. */
class Counter {
  private readonly publisher: Publisher;
  private readonly scope: Scope;
  private readonly schema: GraphQLSchema;
  private readonly sizes = new Map<string, Promise<number>>();

  constructor(publisher: Publisher, scope: Scope, schema: GraphQLSchema) {
    this.publisher = publisher;
    this.scope = scope;
    this.schema = schema;
  }

  /** The list that is counted, possible members included. */
  async list(spec: CountSpec, { kind, label }: Listed, filter: Input | null, certainty: 'CERTAIN' | 'POSSIBLE', page: PageArgs = {}): Promise<EntityList> {
    const time = spec.asOf === null ? null : parseTime(spec.asOf);
    const scope = time ? await this.scope.through({ ...this.scope.lens, asOf: time }) : this.scope;
    const sure = time && certainty === 'CERTAIN' ? { certainty: ['CERTAIN'] } : null;
    const where = coerced(this.schema, kind, filter, { certainty, undated: spec.undated });
    return entityList(this.publisher, scope, kind, label, {
      ...page,
      where: sure ? { and: [sure, ...(where ? [where] : [])] } : where,
      intended: spec.intended ? 'ONLY' : 'EXCLUDE',
    });
  }

  /** Figures often count the same, and a filter without times counts for sure what it counts at all: each count is asked once. */
  private size(spec: CountSpec, listed: Listed, filter: Input | null, certainty: 'CERTAIN' | 'POSSIBLE'): Promise<number> {
    const { asOf, intended, undated } = spec;
    const asked = coerced(this.schema, listed.kind, filter, { certainty, undated });
    const key = canonicalJson([listed.label, asked, intended, asOf, asOf === null ? null : certainty]);
    const known = this.sizes.get(key) ?? this.list(spec, listed, filter, certainty).then((list) => list.totalCount);
    this.sizes.set(key, known);
    return known;
  }

  async count(spec: CountSpec, listed: Listed, filter: Input | null): Promise<Counted> {
    const [certain, possible] = await Promise.all([this.size(spec, listed, filter, 'CERTAIN'), this.size(spec, listed, filter, 'POSSIBLE')]);
    return { certain, possible: Math.max(certain, possible) };
  }

  /** `until`: the last day that the figure's source covers; what began later it does not count. */
  async check(claim: Claim, until: string | null): Promise<CountCheck | null> {
    const read = readCountSpec(claim.counts);
    const listed = 'refused' in read ? null : listNamed(this.publisher.vocabulary, read.list);
    if ('refused' in read || !listed) return null;
    const spec = { ...read, asOf: read.asOf ?? (read.times ? null : until) };
    const counted = await this.count(spec, listed, upTo(spec, listed.kind, spec.times?.to));
    const whole = spec.times
      ? await this.count(spec, listed, upTo(spec, listed.kind, spec.times.from))
      : (spec.of ?? spec.against)
        ? await this.count(spec, listed, spec.of ?? spec.against)
        : null;
    return checkCount(claim, spec, counted, whole);
  }
}

/** For a multiple: the filter, and begun by the end of a time. */
function upTo({ filter }: CountSpec, { orderedBy }: Kind, until: string | undefined): Input | null {
  const day = until === undefined ? undefined : parseTime(until)?.latest;
  if (day === undefined || orderedBy === null) return filter;
  return { and: [...(filter ? [filter] : []), { [orderedBy]: { to: day } }] };
}

/** What figures are compared with, and what comes of it, by the data set; both are made once. */
const grounds = new WeakMap<Dataset, Shared<Scope>>();
const made = new WeakMap<Dataset, Shared<readonly CountCheck[]>>();

function groundsOf(scope: Scope, dataset: Dataset): Promise<Scope> {
  return shared(grounds, dataset, (working) => statedOnly(scope.until(working), dataset)).by(scope.plain.signal);
}

/** Every stated figure that is linked to what it counts, compared with the graph's own count of what is stated elsewhere. */
export async function countChecksOf(asking: Asking, dataset: Dataset): Promise<readonly CountCheck[]> {
  if (!dataset.claims.some(isFigure)) return [];
  const check = async (working: AbortSignal) => {
    const stated = await groundsOf(asking.scope.until(working), dataset);
    return checkAll({ ...asking, scope: stated.until(working) }, dataset);
  };
  return shared(made, dataset, check).by(asking.scope.plain.signal);
}

/** Whether a claim states a figure that is linked to what it counts; what a rule makes of words states none. */
function isFigure({ counts, basis }: Claim): boolean {
  return counts !== null && basis === 'STATED';
}

async function checkAll({ publisher, scope, schema }: Asking, dataset: Dataset): Promise<readonly CountCheck[]> {
  const counter = new Counter(publisher, scope, schema);
  const until = new Map(dataset.sources.map(({ id, header }) => [id, coveredUntil(header['covered'])]));
  const checked = async (by: Counter, claim: Claim) => by.check(claim, until.get(claim.source) ?? null);
  const checks = await Promise.all(dataset.claims.filter(isFigure).map((claim) => checked(counter, claim)));
  for (const [index, check] of checks.entries()) {
    if (check?.verdict !== 'CONFIRMED') continue;
    const apart = await apartFrom(check.claim, scope, dataset);
    const again = apart && (await checked(new Counter(publisher, apart, schema), check.claim));
    if (again && again.verdict !== 'CONFIRMED') checks[index] = onItsOwn(check);
  }
  return checks.filter((check) => check !== null).sort((a, b) => compareText(a.claim.id, b.claim.id));
}

interface Handle {
  readonly asking: Asking;
  readonly check: CountCheck;
}

const CHECK = 'count-check/';

function idOf({ id }: Claim): string {
  return CHECK + id.slice(id.indexOf('/') + 1);
}

function isCheck(node: object): boolean {
  return 'check' in node;
}

/** Publishes count checks: figures beside the graph's own count. */
export function publishCounts(publisher: Publisher): void {
  const { builder, evidence, entity } = publisher;
  const verdict = publishEnum(builder, 'CountVerdict', "What comes of comparing a stated figure with the graph's own count.", COUNT_VERDICTS);
  const check = builder.objectRef<Handle>('CountCheck').implement({
    description: "A figure that a document states of something that the graph can count, beside the graph's own count.",
    interfaces: [builder.nodeInterfaceRef()],
    isTypeOf: (value) => isCheck(value as object),
    fields: (t) => ({
      id: t.id({ description: 'Stays the same while the figure is stated so.', resolve: ({ check: { claim } }) => idOf(claim) }),
      claim: t.field({
        type: evidence.claim,
        description: 'The claim that states the figure.',
        resolve: ({ asking: { scope }, check: { claim } }): ClaimHandle => ({ scope, claim }),
      }),
      about: t.field({
        type: entity,
        nullable: true,
        description: 'What the figure is stated of.',
        resolve: ({ asking: { scope }, check: { claim } }) => scope.entity(claim.subject),
      }),
      measure: t.string({ description: 'What the figure measures, as `Figure.measure` has it.', resolve: ({ check: { quantity } }) => quantity.measure }),
      stated: t.string({ description: 'The figure with its hedge, such as: about 22.', resolve: ({ check: { quantity } }) => hedged(quantity) }),
      list: t.string({ description: 'The name of the list that is counted; `members` is it.', resolve: ({ check: { spec } }) => spec.list }),
      certain: t.int({ description: 'How many the graph counts for sure.', resolve: ({ check: { counted } }) => counted.certain }),
      possible: t.int({
        description: 'How many it counts at most, with what partly known dates leave open.',
        resolve: ({ check: { counted } }) => counted.possible,
      }),
      verdict: t.field({ type: verdict, description: 'What the comparison comes to.', resolve: (handle) => handle.check.verdict }),
      explanation: t.string({ description: 'The comparison, in one sentence.', resolve: (handle) => handle.check.explanation }),
      members: t.field({
        type: listType(publisher, null),
        extensions: priced(100),
        description: 'What was counted.',
        args: {
          ...t.arg.connectionArgs(),
        },
        resolve: membersOf,
      }),
    }),
  });
  publisher.nodes.add({
    prefix: CHECK,
    type: 'CountCheck',
    isOne: isCheck,
    find: async (scope, ids, schema) => {
      const asking = { publisher, scope, schema };
      const all = await countChecksOf(asking, await datasetOf(scope));
      return new Map(all.filter(({ claim }) => ids.includes(idOf(claim))).map((item) => [idOf(item.claim), { asking, check: item }]));
    },
    price: PRICE_OF_DISPUTES,
  });
  const list = publishList<Handle>(builder, { name: 'CountCheck', of: 'count checks', type: check });
  builder.queryField('countChecks', (t) =>
    t.field({
      type: list,
      extensions: DISPUTES,
      description: "Figures that documents state of things that the graph can count, each compared with the graph's own count, hedge included.",
      args: {
        about: t.arg.id({ required: false, description: 'Only figures stated of this entity.' }),
        verdict: t.arg({ type: [verdict], required: false, description: 'Only comparisons that come to this.' }),
        ...t.arg.connectionArgs(),
      },
      resolve: async (root, { about, verdict: wanted, ...args }, request, { schema }) => {
        const asking = { publisher, scope: scopeOf(root, request), schema };
        const all = await countChecksOf(asking, await datasetOf(asking.scope));
        const chosen = all.filter((item) => (!about || item.claim.subject === about) && (!wanted || wanted.includes(item.verdict)));
        return listOf<CountCheck, Handle>({
          list: ['countChecks', about, wanted],
          args,
          all: () => chosen,
          id: ({ claim }) => claim.id,
          node: (item) => ({ asking, check: item }),
        });
      },
    }),
  );
}

async function membersOf({ asking: { publisher, scope, schema }, check: { spec } }: Handle, page: PageArgs): Promise<EntityList> {
  const listed = listNamed(publisher.vocabulary, spec.list);
  if (!listed) throw new Error(`the list ${spec.list} is gone`);
  const stated = await groundsOf(scope, await datasetOf(scope));
  return new Counter(publisher, stated, schema).list(spec, listed, upTo(spec, listed.kind, spec.times?.to), 'POSSIBLE', page);
}
