import type { InterfaceRef, ObjectRef } from '@pothos/core';
import type { EntitySet, Expanded, Facet, Page, Position, Sort } from '../graph/store.js';
import type { EntityNode } from '../model/projection.js';
import type { Columns, Value } from '../model/values.js';
import type { Kind, Reading, Vocabulary } from '../model/vocabulary.js';
import type { Builder } from './builder.js';
import { CERTAINTY_OF_ITEM, certaintyFilter, certaintyIn, publishItemCertainty } from './certainty.js';
import { connection, type Connection } from './connection.js';
import { pageSize, signature } from './cursor.js';
import { publishEvidence, type Evidence } from './evidence.js';
import { Filters, inRange, type DateRangeInput } from './filters.js';
import { normalForm } from '../graph/filter.js';
import { publishList, type Edge } from './list-type.js';
import { constant, kindConstant, readingName } from './names.js';
import type { Scope, Subject } from './scope.js';
import { sentenceOf } from './sentence.js';
import { Choices, facetColumns, listIn, scalarIn, timeIn, type ChoiceRef } from './values.js';

export interface LinkEdge {
  readonly cursor: string;
  readonly near: Subject;
  readonly expanded: Expanded;
}

export interface EntityList extends Connection<Edge<Subject>> {
  readonly scope: Scope;
  readonly set: () => Promise<EntitySet>;
}

export const CERTAINTY = 'Only what is so for sure, or only what may be; within a view with asOf or knownBy.';

type AnyRef = ObjectRef<never, Subject> | InterfaceRef<never, Subject>;
type Fields = Record<string, unknown>;

interface ListArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly filter?: unknown;
  readonly orderBy?: string | null | undefined;
  readonly intended?: boolean | null | undefined;
  readonly certainty?: readonly string[] | null | undefined;
}

/** Walks a vocabulary and publishes its kinds and relationships; extensions hang their fields on it. */
export class Publisher {
  readonly builder: Builder;
  readonly vocabulary: Vocabulary;
  readonly evidence: Evidence;
  readonly filters: Filters;
  readonly kindEnum: ChoiceRef;
  readonly entity: InterfaceRef<never, Subject>;
  private readonly choices: Choices;
  private readonly refs = new Map<Kind, AnyRef>();
  private readonly listTypes = new Map<string, ObjectRef<never, EntityList>>();
  private readonly linkTypes = new Map<string, unknown>();
  private readonly listOrder: ChoiceRef;
  private readonly linkOrder: ChoiceRef;
  private readonly facet: ObjectRef<never, Facet & { scope: Scope }>;

  constructor(builder: Builder, vocabulary: Vocabulary) {
    this.builder = builder;
    this.vocabulary = vocabulary;
    this.entity = builder.interfaceRef<Subject>('Entity') as never;
    this.evidence = publishEvidence(builder, () => this.entity as never);
    this.choices = new Choices(builder, vocabulary);
    this.kindEnum = builder.enumType('EntityKind', {
      description: 'The kinds of entity.',
      values: Object.fromEntries(
        vocabulary.kinds.filter((kind) => !kind.abstract).map((kind) => [kindConstant(kind), { value: kind.name, description: kind.about }]),
      ),
    });
    this.filters = new Filters(builder, vocabulary, this.choices, this.kindEnum);
    this.listOrder = builder.enumType('ListOrder', {
      description: 'The order of a list of entities.',
      values: {
        LABEL_ASC: { description: 'By label, A first.' },
        LABEL_DESC: { description: 'By label, Z first.' },
        DATE_ASC: { description: 'By the time that the kind is listed by, oldest first; undated ones come before.' },
        DATE_DESC: { description: 'By the time that the kind is listed by, newest first; undated ones come last.' },
      },
    });
    this.linkOrder = builder.enumType('LinkOrder', {
      description: 'The order of a list of relationships.',
      values: { NEWEST: { description: 'Newest first, undated ones last.' }, OLDEST: { description: 'Oldest first, undated ones before.' } },
    });
    this.facet = builder.objectRef<Facet & { scope: Scope }>('Facet').implement({
      description: 'A group of a list, and how many are in it.',
      fields: (t) => ({
        key: t.exposeString('key', { description: 'What they share: a value, a year, or the id of an entity.' }),
        count: t.exposeInt('count', { description: 'How many.' }),
        entity: t.field({
          type: this.entity as never,
          nullable: true,
          description: 'The entity, where the key is an id.',
          resolve: ({ scope, key }) => (key.includes('/') ? scope.entity(key) : null) as never,
        }),
      }),
    }) as never;
    for (const kind of vocabulary.kinds) {
      this.refs.set(kind, (kind.abstract ? builder.interfaceRef<Subject>(kind.name) : builder.objectRef<Subject>(kind.name)) as never);
    }
  }

  /** The GraphQL type of a kind. */
  ref(kind: Kind): AnyRef {
    const ref = this.refs.get(kind);
    if (!ref) throw new Error(`${kind.name} is not in this vocabulary`);
    return ref;
  }

  /** The type of what may stand at one of several ends: the kind itself, or any entity. */
  far(kinds: readonly Kind[]): AnyRef {
    const [only] = kinds;
    return kinds.length === 1 && only ? this.ref(only) : this.entity;
  }

  publishKinds(): void {
    for (const kind of this.vocabulary.kinds) {
      const parents = this.vocabulary
        .lineage(kind)
        .slice(1)
        .map((parent) => this.ref(parent));
      const options = {
        description: kind.about,
        interfaces: [this.builder.nodeInterfaceRef(), this.entity, ...parents],
        fields: (t: never) => this.kindFields(t, kind),
        ...(kind.abstract ? { resolveType: (subject: Subject) => subject.entity.kind } : {}),
      };
      (this.ref(kind) as unknown as { implement: (options: unknown) => void }).implement(options);
    }
  }

  /** Adds hand-written fields to the type of a kind. */
  fields(kind: Kind, fields: (t: Parameters<Parameters<Builder['objectFields']>[1]>[0]) => Fields): void {
    const ref = this.ref(kind) as never;
    if (kind.abstract) this.builder.interfaceFields(ref, fields as never);
    else this.builder.objectFields(ref, fields as never);
  }

  private kindFields(t: never, kind: Kind): Fields {
    const inherited = new Set(kind.extends ? [...Object.keys(kind.extends.properties)] : []);
    const own = Object.entries(kind.properties).filter(([name]) => !inherited.has(name));
    const readings = this.vocabulary.readings(kind).filter(({ relationship, direction }) => {
      const ends = direction === 'IN' ? relationship.to : relationship.from;
      return !kind.extends || ends.includes(kind) || !this.vocabulary.fits(kind.extends, ends);
    });
    return {
      ...Object.fromEntries(own.map(([name, value]) => [name, this.propertyField(t, name, value)])),
      ...Object.fromEntries(readings.map((reading) => [reading.field, this.linkField(t, reading)])),
    };
  }

  /** The field of a property; also used for qualifiers on edges, whose columns come from elsewhere. */
  private propertyField(
    t: never,
    name: string,
    value: Value,
    columnsOf: (parent: never) => Columns = (parent) => entityOf(parent).columns,
    scopeOf: (parent: never) => Scope = (parent) => (parent as Subject).scope,
  ): unknown {
    const field = t as unknown as { field: (options: unknown) => unknown };
    const description = value.about;
    const one = (type: unknown, read: (columns: Columns, parent: never) => unknown) =>
      field.field({ type, nullable: true, description, resolve: (parent: never) => read(columnsOf(parent), parent) });
    const list = (type: unknown) => field.field({ type: [type], description, resolve: (parent: never) => listIn(columnsOf(parent), name) });
    switch (value.sort) {
      case 'time':
        return one(this.evidence.when, (columns) => timeIn(columns, name));
      case 'reference':
        return one(this.entity, (columns, parent) => {
          const id = scalarIn(columns, name);
          return typeof id === 'string' ? scopeOf(parent).entity(id) : null;
        });
      default: {
        const type = value.choice ? this.choices.ref(value) : value.sort === 'integer' ? 'Int' : value.sort === 'decimal' ? 'Float' : 'String';
        return value.many ? list(type) : one(type, (columns) => scalarIn(columns, name));
      }
    }
  }

  private linkField(t: never, reading: Reading): unknown {
    const field = t as unknown as { field: (options: unknown) => unknown; arg: never };
    const { relationship, far } = reading;
    const farKind = far.length === 1 ? (far[0] ?? null) : null;
    return field.field({
      type: this.linkConnection(reading),
      description: relationship.about,
      args: this.args(field.arg, {
        first: { type: 'Int', description: 'How many, 20 by default, at most 100.' },
        after: { type: 'String', description: 'Read on behind this cursor.' },
        orderBy: { type: this.linkOrder, description: 'NEWEST by default.' },
        filter: { type: this.filters.ref(farKind), description: 'Narrows what stands at the far end.' },
        during: { type: this.filters.dateRange, description: 'Only what held within these days, by the time of the relationship itself.' },
        intended: { type: 'Boolean', description: 'What is planned or hoped for, instead of what is so.' },
        certainty: { type: [this.filters.certainty], description: CERTAINTY },
        ...this.filters.linkArguments(reading),
      }),
      resolve: (parent: Subject, args: Record<string, unknown>) => this.links(parent, reading, farKind, args),
    });
  }

  private links(near: Subject, reading: Reading, farKind: Kind | null, args: Record<string, unknown>): Connection<LinkEdge> {
    const { scope, entity } = near;
    const list = signature([entity.id, reading.relationship.type, reading.direction, { ...args, first: null, after: null }]);
    const descending = args['orderBy'] !== 'OLDEST';
    const set = async () => {
      const during = args['during'] as DateRangeInput | null | undefined;
      return {
        type: reading.relationship.type,
        direction: reading.direction,
        intended: args['intended'] === true,
        linkFilter: [
          ...this.filters.linkFilter(reading, args),
          ...certaintyFilter(scope, args['certainty'] as string[] | null | undefined),
          ...(during ? normalForm(inRange('when', during)) : []),
        ],
        farFilter: await this.filters.filter(scope, farKind, args['filter'], args['intended'] === true && farKind?.record === true),
      };
    };
    return connection<Expanded, LinkEdge>({
      list,
      first: args['first'] as number | null | undefined,
      after: args['after'] as string | null | undefined,
      fetch: async (first, after): Promise<Page<Expanded>> => scope.expand({ ...(await set()), descending, first }, { id: entity.id, after }),
      count: async () => scope.degree(await set(), entity.id),
      position: ({ link }): Position => ({ sort: link.at, id: link.key }),
      edge: (expanded, cursor) => ({ cursor, near, expanded }),
    });
  }

  private linkConnection(reading: Reading): unknown {
    const { builder, evidence } = this;
    const name = readingName(reading);
    const known = this.linkTypes.get(name);
    if (known) return known;
    const { relationship, far } = reading;
    const edge = builder.objectRef<LinkEdge>(`${name}Edge`).implement({
      description: `One of the ${reading.field}, with the evidence that it is one. ${relationship.about}`,
      fields: (t) => ({
        cursor: t.exposeString('cursor', { description: 'Where to read on.' }),
        node: t.field({
          type: this.far(far) as never,
          description: 'What stands at the far end.',
          resolve: ({ near, expanded }) => near.scope.subject(expanded.far) as never,
        }),
        certainty: t.field({
          type: this.filters.certainty,
          nullable: true,
          description: CERTAINTY_OF_ITEM,
          resolve: ({ expanded }) => certaintyIn(expanded.link.columns),
        }),
        when: t.field({ type: evidence.when, nullable: true, description: 'When it held.', resolve: ({ expanded }) => timeIn(expanded.link.columns, 'when') }),
        fact: t.field({
          type: evidence.fact,
          description: 'Who says so, and at which words.',
          resolve: ({ near, expanded }) => ({ scope: near.scope, key: expanded.link.key, record: null }),
        }),
        sentence: t.string({
          description: 'The relationship as a sentence.',
          resolve: ({ near, expanded }) => {
            // Both ends are at hand and need not be fetched again.
            for (const end of [near.entity, expanded.far]) near.scope.subject(end);
            return sentenceOf(near.scope, expanded.link, near.entity.id);
          },
        }),
        ...Object.fromEntries(
          Object.entries(relationship.properties).map(([property, value]) => [
            property,
            this.propertyField(
              t as never,
              property,
              value,
              (parent) => (parent as LinkEdge).expanded.link.columns,
              (parent) => (parent as LinkEdge).near.scope,
            ),
          ]),
        ),
      }),
    });
    const made = builder.objectRef<Connection<LinkEdge>>(`${name}Connection`).implement({
      description: `A list of ${reading.field}.`,
      fields: (t) => ({
        edges: t.field({ type: [edge], description: 'This page.', resolve: (list) => list.edges() }),
        pageInfo: t.field({ type: builder.pageInfoRef(), description: 'Where the page begins and ends.', resolve: (list) => list.pageInfo() }),
        totalCount: t.int({ description: 'How many there are in all.', resolve: (list) => list.totalCount() }),
      }),
    });
    this.linkTypes.set(name, made);
    return made;
  }

  /** Arguments that a list of a kind takes. */
  listArgs(arg: never, kind: Kind): Record<string, never> {
    return this.args(arg, {
      first: { type: 'Int', description: 'How many, 20 by default, at most 100.' },
      after: { type: 'String', description: 'Read on behind this cursor.' },
      filter: { type: this.filters.ref(kind), description: 'Narrows the list.' },
      orderBy: { type: this.listOrder, description: kind.orderedBy ? 'DATE_DESC by default.' : 'LABEL_ASC by default.' },
      certainty: { type: [this.filters.certainty], description: CERTAINTY },
      ...(kind.record ? { intended: { type: 'Boolean', description: 'What is planned or hoped for, instead of what is so.' } } : {}),
    });
  }

  /** A list of the entities with a label, narrowed by arguments and, for a field of another entity, by a fixed filter. */
  list(scope: Scope, kind: Kind, label: string, args: ListArgs, fixed: unknown = null): EntityList {
    const order = args.orderBy ?? (kind.orderedBy ? 'DATE_DESC' : 'LABEL_ASC');
    const sort: Sort = order.startsWith('DATE') ? 'sortDate' : 'sortLabel';
    let asked: Promise<EntitySet> | undefined;
    const set = () =>
      (asked ??= this.filters
        .filter(scope, kind, { and: [fixed, args.filter].filter((item) => item !== null && item !== undefined) }, args.intended ?? false)
        .then((filter) => ({ label, filter: [...filter, ...certaintyFilter(scope, args.certainty)], intended: args.intended ?? false })));
    return {
      ...connection<EntityNode, Edge<Subject>>({
        list: signature([label, fixed, { ...args, first: null, after: null }]),
        first: args.first,
        after: args.after,
        fetch: async (first, after) => scope.reader.list({ ...(await set()), sort, descending: order.endsWith('DESC'), first, after }),
        count: async () => scope.reader.count(await set()),
        position: (entity) => ({ sort: String(entity.columns[sort] ?? ''), id: entity.id }),
        edge: (entity, cursor) => ({ cursor, node: scope.subject(entity) }),
      }),
      scope,
      set,
    };
  }

  /** The connection type of a kind's lists. */
  listType(kind: Kind): ObjectRef<never, EntityList> {
    const known = this.listTypes.get(kind.name);
    if (known) return known;
    const { builder } = this;
    const columns = facetColumns(this.vocabulary, kind);
    const facets = builder.enumType(`${kind.name}Facet`, {
      description: `What a list of ${kind.plural} can be grouped by.`,
      values: Object.fromEntries([...columns].map(([column, description]) => [constant(column), { value: column, description }])),
    });
    const { edge, list: made } = publishList<Subject, EntityList>(builder, {
      name: kind.name,
      about: `A list of ${kind.plural}.`,
      edge: `One of a list of ${kind.plural}.`,
      node: kind.about,
      type: this.ref(kind),
    });
    publishItemCertainty(this, edge);
    builder.objectField(made, 'facets', (t) =>
      t.field({
        type: [this.facet as never],
        description: 'The whole list, not just the page, in groups; most frequent first.',
        args: {
          by: t.arg({ type: facets, required: true, description: 'What to group by.' }),
          first: t.arg.int({ defaultValue: 100, description: 'How many groups, at most 100.' }),
        },
        resolve: async (list, { by, first }) =>
          (await list.scope.reader.facets(await list.set(), by)).slice(0, pageSize(first)).map((item) => ({ ...item, scope: list.scope })) as never,
      }),
    );
    this.listTypes.set(kind.name, made as never);
    return made as never;
  }

  private args(arg: never, specs: Record<string, { type: unknown; description: string }>): Record<string, never> {
    const make = arg as unknown as (options: unknown) => never;
    return Object.fromEntries(Object.entries(specs).map(([name, { type, description }]) => [name, make({ type, required: false, description })]));
  }
}

function entityOf(parent: unknown): EntityNode {
  return (parent as Subject).entity;
}
