import type { ArgBuilder, FieldRef, ObjectRef } from '@pothos/core';
import type { GraphQLError } from 'graphql';
import { statesOf, type Intended } from '../graph/filter.js';
import { normalForm } from '../graph/normal-form.js';
import type { EntitySet, Facet, Sort } from '../graph/store.js';
import { dated, undatedLast, type Part } from '../graph/undated-last.js';
import { oneCount, onePage } from '../graph/united.js';
import type { EntityNode } from '../model/graph.js';
import { groupBy } from '../model/groups.js';
import { compareText } from '../model/text.js';
import type { Kind, Vocabulary } from '../model/vocabulary.js';
import { alikeIn } from './alike.js';
import { publishEnum, type Types } from './builder.js';
import { connection, listOf, type Connection, type Edge } from './connection.js';
import type { PageArgs } from './cursor.js';
import { badInput } from './errors.js';
import type { Input } from './filters.js';
import { publishList } from './list-type.js';
import { facetEnum, groupsOf, publishFacets, ungroupedOf, type FacetHandle, type Facets, type Whole } from './facets.js';
import { kindCalled } from './guesses.js';
import { constant, kindField } from './names.js';
import { priced } from './price.js';
import { rankedBy } from './ranked.js';
import type { Publisher } from './publisher.js';
import { test } from './ranges.js';
import { scopeOf, type Scope, type Subject } from './scope.js';

/** A list of entities, with the set that it is a page of. */
export interface EntityList extends Connection<Edge<Subject>>, Whole {}

export interface ListArgs extends PageArgs {
  readonly where?: Input | null | undefined;
  readonly orderBy?: string | null | undefined;
  readonly intended?: string | null | undefined;
  /** A relationship of which those that have most come first. */
  readonly most?: string | null | undefined;
}

/** By what the groups of a list are made. */
interface FacetArgs extends PageArgs {
  readonly by: string;
  readonly byKind?: boolean | null | undefined;
  readonly of?: Input | null | undefined;
  readonly orderBy?: string | null | undefined;
}

/** The lists that a list of a kind is read from; of any kind, those of all kinds that it may hold. */
function setsOf(publisher: Publisher, scope: Scope, kind: Kind | null, label: string, where: Input | null | undefined, below: Intended): readonly EntitySet[] {
  const { vocabulary, filters } = publisher;
  const only = where?.['kind'] as readonly string[] | undefined;
  const isWanted = (root: Kind) => only?.some((name) => vocabulary.lineage(vocabulary.kind(name) ?? root).includes(root)) ?? true;
  const lists = kind
    ? [{ name: label, record: kind.record, filter: filters.ofEntities(scope, kind, where, below) }]
    : vocabulary.roots.filter(isWanted).map((root) => ({ ...root, filter: filters.ofEntities(scope, null, where, below, [root]) }));
  // What is no record is never intended itself; the argument speaks of what lies below it.
  const states = (record: boolean) => (record ? statesOf(below) : kind || below !== 'ONLY' ? [false] : []);
  return lists.flatMap(({ name, record, filter }) => states(record).map((intended) => ({ label: name, filter, intended })));
}

/** A list of the entities with a label, or of any kind, narrowed by its arguments. */
export function entityList(publisher: Publisher, outer: Scope, kind: Kind | null, label: string, args: ListArgs): EntityList {
  const order = args.orderBy ?? (kind?.orderedBy ? 'DATE_DESC' : 'LABEL_ASC');
  const sort: Sort = order.startsWith('DATE') ? 'sortDate' : 'sortLabel';
  const below = (args.intended ?? outer.intended) as Intended;
  const scope = outer.counting(below);
  let asked: readonly EntitySet[] | undefined;
  const sets = () => (asked ??= setsOf(publisher, outer, kind, label, args.where, below));
  const position = (entity: EntityNode) => ({ sort: String(entity.columns[sort] ?? ''), id: entity.id });
  const page = connection<EntityNode, Edge<Subject>>({
    list: [label, args.where ?? null, order, below],
    args,
    fetch: (window) => {
      const descending = order.endsWith('DESC') !== window.isBackward;
      const read = ({ first, after, isDated }: Part) => {
        const page = { sort, descending, first, after };
        const pages = sets().map(({ filter, ...set }) =>
          outer.reader.list({ ...page, ...set, filter: isDated === undefined ? filter : [...filter, ...dated(sort, isDated)] }),
        );
        return onePage(pages, { size: first, descending, position });
      };
      return order === 'DATE_ASC' ? undatedLast(window, read) : read({ first: window.size, after: window.from });
    },
    count: () => oneCount(sets().map((set) => outer.reader.count(set))),
    position,
    edge: (entity) => ({ node: scope.subject(entity) }),
  });
  const list = Object.assign(page, { scope, sets });
  if (args.most && args.orderBy) throw badInput(`most: ${args.most} is an order of its own; leave out orderBy`);
  return args.most ? Object.assign(rankedList(publisher, kind, list, args), { scope, sets }) : list;
}

/** A list in the order of how many relationships each has: of such as its filter asks for some of, if it does. */
function rankedList(publisher: Publisher, kind: Kind | null, list: EntityList, { where, most, intended, ...args }: ListArgs): Connection<Edge<Subject>> {
  const field = kind && publisher.vocabulary.readings(kind).find(({ field: name }) => constant(name) === most)?.field;
  const { some } = (where?.[field ?? ''] ?? {}) as { readonly some?: unknown };
  let ranked: Promise<readonly EntityNode[]> | undefined;
  return listOf<EntityNode, Subject>({
    list: [kind?.name ?? '', where ?? null, most, intended],
    args,
    all: () => (ranked ??= rankedBy(publisher, kind, list, most ?? '', some)),
    id: ({ id }) => id,
    node: (entity) => list.scope.subject(entity),
  });
}

const published = new WeakMap<Publisher, Map<Kind | null, ObjectRef<Types, EntityList>>>();

/** The type of lists of a kind, or of any; kinds of a family that have nothing of their own are listed as the family is. */
export function listType(publisher: Publisher, kind: Kind | null): ObjectRef<Types, EntityList> {
  if (kind?.extends && publisher.wheres.isLike(kind, kind.extends)) return listType(publisher, kind.extends);
  const known = published.get(publisher)?.get(kind);
  if (!known) throw new Error(`lists of ${kind?.plural ?? 'entities'} are not published`);
  return known;
}

/** A list of entities that are at hand. */
export function entitiesAtHand(scope: Scope, mark: unknown, args: PageArgs, all: () => Promise<readonly EntityNode[]>): EntityList {
  const sets = async () => {
    const groups = groupBy(await all(), ({ kind, intended }) => `${kind} ${String(intended)}`);
    return [...groups.values()].flatMap((group): EntitySet[] => {
      const ids = group.map(({ id }) => id);
      return group.slice(0, 1).map(({ kind, intended }) => ({ label: kind, intended, filter: normalForm(test('id', 'IN', ids)) }));
    });
  };
  return Object.assign(listOf<EntityNode, Subject>({ list: mark, args, all, id: ({ id }) => id, node: (entity) => scope.subject(entity) }), { scope, sets });
}

/** Publishes a field for one entity of each kind, by its id, and one for the list of them. */
export function publishEntityLists(publisher: Publisher): void {
  const { builder, vocabulary, wheres } = publisher;
  const facets = publishFacets(publisher);
  const order = publishEnum(
    builder,
    'ListOrder',
    'The order of a list of entities: DATE_DESC unless said for what has a date, LABEL_ASC for others. By how many others a relationship leads to: `most`.',
    {
      LABEL_ASC: 'By label, A first.',
      LABEL_DESC: 'By label, Z first.',
      DATE_ASC: 'By the time that the kind is listed by, oldest first; undated ones last.',
      DATE_DESC: 'By that time, newest first; undated ones last.',
    },
  );
  const types = new Map<Kind | null, ObjectRef<Types, EntityList>>();
  published.set(publisher, types);
  const own = vocabulary.kinds.filter((kind) => !kind.extends || !wheres.isLike(kind, kind.extends));
  for (const kind of [null, ...own]) types.set(kind, publishEntityList(publisher, kind, facets));
  const listArgs = (t: { readonly arg: ArgBuilder<Types> }) => ({
    ...t.arg.connectionArgs(),
    orderBy: t.arg({ type: order, required: false }),
    intended: t.arg({ type: wheres.intended, required: false }),
  });
  // One builder for all of them: Pothos makes each anew at some cost.
  builder.queryFields((t) => {
    const { args: alike } = alikeIn(builder);
    const common = (field: string) => alike.of('entities', { type: 'Query', field }, () => listArgs(t));
    const one = (kind: Kind) =>
      t.field({
        type: publisher.ref(kind),
        nullable: true,
        description: `The ${kindField(kind)} with this id.`,
        args: { id: t.arg.id({ required: true, description: 'Its id.' }) },
        resolve: async (root, { id }, request) => {
          const subject = await scopeOf(root, request).entity(id);
          if (subject?.entity.labels.includes(kind.name) === false) throw ofAnotherKind(vocabulary, kind, subject.entity);
          return subject;
        },
      });
    const list = (kind: Kind, label: string, about: string, field: string) =>
      t.field({
        type: listType(publisher, kind),
        description: about,
        extensions: { alsoCalled: () => (label === kind.name ? kindCalled(kind) : []) },
        args: {
          ...common(field),
          where: t.arg({ type: wheres.of(kind), required: false }),
          most: t.arg({ type: facetEnum(publisher, kind.extends && wheres.isLike(kind, kind.extends) ? kind.extends : kind), required: false }),
        },
        resolve: (root, args: ListArgs, request) => entityList(publisher, scopeOf(root, request), kind, label, args),
      });
    const entities = t.field({
      type: listType(publisher, null),
      extensions: priced(20),
      description: 'Entities of any kind: all that has to do with a country, or all that is called so.',
      args: {
        ...common('entities'),
        where: t.arg({ type: wheres.of(null), required: false }),
        most: t.arg({ type: publisher.relationshipType, required: false, description: 'Those first that stand in it with most others, on either side.' }),
      },
      resolve: (root, args: ListArgs, request) => entityList(publisher, scopeOf(root, request), null, '', args),
    });
    const kinds = vocabulary.kinds.flatMap((kind): (readonly [string, FieldRef<Types>])[] => [
      [kindField(kind), one(kind)],
      [kind.plural, list(kind, kind.name, kind.about, kind.plural)],
      ...kind.labels.map(({ plural, label, about }) => [plural, list(kind, label, about, plural)] as const),
    ]);
    return { entities, ...Object.fromEntries(kinds) };
  });
}

/** Somebody asks for one kind by the id of another. */
function ofAnotherKind(vocabulary: Vocabulary, { name }: Kind, { id, kind }: EntityNode): GraphQLError {
  const own = vocabulary.kind(kind);
  return badInput(`"${id}" is no ${name}: ask ${own ? kindField(own) : 'entity'}(id: "${id}")`);
}

function publishEntityList(publisher: Publisher, kind: Kind | null, facets: Facets): ObjectRef<Types, EntityList> {
  const name = kind?.name ?? 'Entity';
  return publishList<Subject, Edge<Subject>, EntityList>(publisher.builder, {
    name,
    of: kind?.plural ?? 'entities of any kind',
    type: kind ? publisher.ref(kind) : publisher.entity,
    fields: (t) => ({
      facets: t.field({
        type: facets.list,
        description: 'Counts its items in groups.',
        extensions: priced(100),
        args: {
          ...alikeIn(publisher.builder).args.of('facets', { type: `${name}Connection`, field: 'facets' }, () => ({
            ...t.arg.connectionArgs(),
            byKind: t.arg.boolean({ required: false, description: 'One group for each kind of far end.' }),
            of: t.arg({ type: publisher.wheres.of(null), required: false }),
            orderBy: t.arg({ type: facets.order, required: false }),
          })),
          by: t.arg({ type: facetEnum(publisher, kind), required: true }),
        },
        resolve: (list, { by, byKind, of, orderBy, ...args }: FacetArgs) => {
          const groups = listOf<Facet, FacetHandle>({
            list: ['facets', kind?.name ?? '', by, byKind, of, orderBy],
            args,
            all: async () => {
              const all = await groupsOf(publisher, kind, list, { by, byKind: byKind === true, of });
              return orderBy === 'KEY_ASC' ? [...all].sort((a, b) => compareText(a.key, b.key)) : all;
            },
            id: ({ key }) => key,
            node: (item) => ({ ...item, scope: list.scope }),
          });
          return Object.assign(groups, { ungrouped: () => ungroupedOf(publisher, kind, list, by) });
        },
      }),
    }),
  });
}
