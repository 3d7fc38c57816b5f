import type { ObjectRef } from '@pothos/core';
import type { Intended } from '../graph/filter.js';
import type { EntitySet, Facet, Sort } from '../graph/store.js';
import { unitedCount, unitedFacets, unitedPage } from '../graph/united.js';
import type { EntityNode } from '../model/projection.js';
import type { Kind, Vocabulary } from '../model/vocabulary.js';
import { publishEnum, type ChoiceRef, type Types } from './builder.js';
import { certaintyField } from './certainty.js';
import { connection, type Connection, type Edge, type PageArgs } from './connection.js';
import { pageSize, signature } from './cursor.js';
import type { Input } from './filters.js';
import { publishList } from './list-type.js';
import { constant, kindField } from './names.js';
import { priced } from './price.js';
import type { Publisher } from './publisher.js';
import { scopeOf, type Scope, type Subject } from './scope.js';

type Set = Omit<EntitySet, 'intended'>;

/** A list of entities, with the set that it is a page of. */
export interface EntityList extends Connection<Edge<Subject>> {
  readonly scope: Scope;
  readonly intended: Intended;
  readonly set: () => Promise<Set>;
}

export interface ListArgs extends PageArgs {
  readonly where?: Input | null | undefined;
  readonly orderBy?: string | null | undefined;
  readonly intended?: string | null | undefined;
}

/** A list of the entities with a label, narrowed by its arguments. */
export function entityList(publisher: Publisher, outer: Scope, kind: Kind, label: string, args: ListArgs): EntityList {
  const order = args.orderBy ?? (kind.orderedBy ? 'DATE_DESC' : 'LABEL_ASC');
  const sort: Sort = order.startsWith('DATE') ? 'sortDate' : 'sortLabel';
  const below = (args.intended ?? outer.intended) as Intended;
  const scope = outer.counting(below);
  // What is no record is never intended itself; the argument speaks of what lies below it.
  const intended = kind.record ? below : 'EXCLUDE';
  let asked: Promise<Set> | undefined;
  const set = () => (asked ??= publisher.filters.ofEntities(outer, kind, args.where, below).then((filter) => ({ label, filter })));
  const position = (entity: EntityNode) => ({ sort: String(entity.columns[sort] ?? ''), id: entity.id });
  const page = connection<EntityNode, Edge<Subject>>({
    list: signature([label, args.where ?? null, order, intended]),
    args,
    fetch: async ({ size, from, isBackward }) => {
      const descending = order.endsWith('DESC') !== isBackward;
      const question = { ...(await set()), sort, descending, first: size, after: from };
      return unitedPage(intended, (state) => outer.reader.list({ ...question, intended: state }), { size, descending, position });
    },
    count: async () => {
      const counted = await set();
      return unitedCount(intended, (state) => outer.reader.count({ ...counted, intended: state }));
    },
    position,
    edge: (entity, cursor) => ({ cursor, node: scope.subject(entity) }),
  });
  return Object.assign(page, { scope, intended, set });
}

/** Publishes a field for one entity of each kind, by its id, and one for the list of them. */
export function publishEntityLists(publisher: Publisher): void {
  const { builder, vocabulary, wheres } = publisher;
  const facet = publishFacet(publisher);
  const order = publishEnum(builder, 'ListOrder', 'The order of a list of entities.', {
    LABEL_ASC: 'By label, A first.',
    LABEL_DESC: 'By label, Z first.',
    DATE_ASC: 'By the time that the kind is listed by, oldest first.',
    DATE_DESC: 'By that time, newest first.',
  });
  for (const kind of vocabulary.kinds) {
    const type = publishEntityList(publisher, kind, facet);
    builder.queryField(kindField(kind), (t) =>
      t.field({
        type: publisher.ref(kind),
        extensions: { mayBeAbsent: ['id'] },
        nullable: true,
        description: `The ${kindField(kind)} with this id.`,
        args: { id: t.arg.id({ required: true, description: 'Its id.' }) },
        resolve: async (root, { id }, request) => {
          const subject = await scopeOf(root, request).entity(id);
          return subject?.entity.labels.includes(kind.name) === true ? subject : null;
        },
      }),
    );
    const lists = [
      { field: kind.plural, label: kind.name, about: kind.about },
      ...kind.labels.map(({ plural, label, about }) => ({ field: plural, label, about })),
    ];
    for (const { field, label, about } of lists) {
      builder.queryField(field, (t) =>
        t.field({
          type,
          description: about,
          args: {
            ...t.arg.connectionArgs(),
            where: t.arg({ type: wheres.of(kind), required: false }),
            orderBy: t.arg({ type: order, required: false, description: kind.orderedBy ? 'DATE_DESC by default.' : 'LABEL_ASC by default.' }),
            intended: t.arg({ type: wheres.intended, required: false }),
          },
          resolve: (root, args, request) => entityList(publisher, scopeOf(root, request), kind, label, args),
        }),
      );
    }
  }
}

interface FacetHandle extends Facet {
  readonly scope: Scope;
}

function publishFacet({ builder, entity }: Publisher): ObjectRef<Types, FacetHandle> {
  return builder.objectRef<FacetHandle>('Facet').implement({
    description: 'A group of a list, and how many are in it.',
    fields: (t) => ({
      key: t.exposeString('key', { description: 'What they share: a value, a year, or the id of an entity.' }),
      count: t.exposeInt('count', { description: 'How many.' }),
      entity: t.field({
        type: entity,
        nullable: true,
        description: 'The entity, where the key is an id.',
        resolve: ({ scope, key }) => (key.includes('/') ? scope.entity(key) : null),
      }),
    }),
  });
}

function publishEntityList(publisher: Publisher, kind: Kind, facet: ObjectRef<Types, FacetHandle>): ObjectRef<Types, EntityList> {
  const by = facetsOf(publisher, kind);
  return publishList<Subject, Edge<Subject>, EntityList>(publisher.builder, {
    name: kind.name,
    of: kind.plural,
    type: publisher.ref(kind),
    edge: (t) => ({ certainty: certaintyField(publisher, t, ({ node }) => node.entity.columns) }),
    fields: (t) => ({
      facets: t.field({
        type: [facet],
        extensions: priced(100),
        description: 'The whole list, not just the page, in groups; most frequent first.',
        args: {
          by: t.arg({ type: by, required: true, description: 'What to group by.' }),
          first: t.arg.int({ defaultValue: 100, description: 'How many groups, at most 100.' }),
        },
        resolve: async ({ scope, intended, set }, { by: column, first }) => {
          const { size } = pageSize({ first });
          const grouped = await set();
          const groups = await unitedFacets(intended, (state) => scope.reader.facets({ ...grouped, intended: state }, column));
          return groups.slice(0, size).map((item) => ({ ...item, scope }));
        },
      }),
    }),
  });
}

const facets = new WeakMap<Publisher, Map<string, ChoiceRef>>();

/** What lists of a kind can be grouped by; kinds of a family that have nothing of their own share it. */
function facetsOf(publisher: Publisher, kind: Kind): ChoiceRef {
  const columns = facetColumns(publisher.vocabulary, kind);
  const parent = kind.extends;
  if (parent && facetColumns(publisher.vocabulary, parent).size === columns.size) return facetsOf(publisher, parent);
  const known = facets.get(publisher) ?? new Map<string, ChoiceRef>();
  facets.set(publisher, known);
  const made =
    known.get(kind.name) ??
    publishEnum(
      publisher.builder,
      `${kind.name}Facet`,
      `What a list of ${kind.plural} can be grouped by.`,
      Object.fromEntries([...columns].map(([column, description]) => [constant(column), { value: column, description }])),
    );
  known.set(kind.name, made);
  return made;
}

/** Columns that a set of a kind can be grouped by, with what they are. */
function facetColumns(vocabulary: Vocabulary, kind: Kind): ReadonlyMap<string, string> {
  const columns = new Map<string, string>([['kind', 'The kind.']]);
  for (const [name, value] of Object.entries(vocabulary.properties(kind))) {
    if (value.sort === 'choice') columns.set(name, value.about);
    if (value.sort === 'time') columns.set(`${name}Year`, `The year, where it lies within one: ${value.about}`);
  }
  if (kind.record) columns.set('involves', 'Whom it involves; one count for each.');
  else columns.set('within', 'What it lies in; one count for each.');
  return columns;
}
