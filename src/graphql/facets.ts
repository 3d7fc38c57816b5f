import type { ObjectRef } from '@pothos/core';
import type { EntitySet, Facet } from '../graph/store.js';
import { columnOf, parted, passes, statesOf, type Filter } from '../graph/filter.js';
import { batches, groupBy } from '../model/groups.js';
import { oneCount } from '../graph/united.js';
import { parseTime } from '../model/edtf.js';
import type { EntityNode } from '../model/graph.js';
import { compareText } from '../model/text.js';
import type { Kind, Reading } from '../model/vocabulary.js';
import { publishEnum, type ChoiceRef, type Types } from './builder.js';
import type { Connection, Edge } from './connection.js';
import { publishList } from './list-type.js';
import { badInput } from './errors.js';
import type { Input, LinkFilters } from './filters.js';
import { constant, kindConstant } from './names.js';
import type { Publisher } from './publisher.js';
import type { Scope } from './scope.js';
import { lies } from './where.js';

/** How many entities are read for what no store groups or orders by itself, and how many relationships of each. */
const MOST_READ = 1_000;

export interface FacetHandle extends Facet {
  readonly scope: Scope;
}

/** Groups, with how many are in none. */
interface FacetList extends Connection<Edge<FacetHandle>> {
  readonly ungrouped: () => Promise<number>;
}

export interface Facets {
  readonly list: ObjectRef<Types, FacetList>;
  readonly order: ChoiceRef;
}

/** Publishes the groups of a list. */
export function publishFacets({ builder, entity }: Publisher): Facets {
  const facet = builder.objectRef<FacetHandle>('Facet').implement({
    description:
      'A group of a list, and how many are in it. By a relationship there is a group for each far end; `byKind` makes one for each kind of these, and `of` takes only such far ends, or entities that the groups are by, as it asks for.',
    fields: (t) => ({
      key: t.exposeString('key', {
        description:
          'What they share: a value, a year, a decade, or the id of an entity. A time of several years or decades is a group of its own, under its EDTF.',
      }),
      count: t.exposeInt('count', { description: 'How many.' }),
      entity: t.field({
        type: entity,
        nullable: true,
        description: 'The entity, where the key is an id.',
        resolve: ({ scope, key }) => (key.includes('/') ? scope.entity(key) : null),
      }),
    }),
  });
  return {
    list: publishList<FacetHandle, Edge<FacetHandle>, FacetList>(builder, {
      name: 'Facet',
      of: `groups of a whole list, not just of its page; by relationships, lists of at most ${String(MOST_READ)}`,
      type: facet,
      fields: (t) => ({
        ungrouped: t.int({ description: 'How many of the list have no such value, and are in no group.', resolve: (list) => list.ungrouped() }),
      }),
    }),
    order: publishEnum(builder, 'FacetOrder', 'The order of groups; COUNT_DESC unless said.', {
      COUNT_DESC: 'Most frequent first.',
      KEY_ASC: 'By key: years and decades, oldest first.',
    }),
  };
}

/** What a list can be grouped by: a column, the decades of a column of years, or the far ends of a relationship. */
type Grouping = { readonly column: string } | { readonly decadesOf: string } | { readonly reading: Reading };

/** Columns besides properties that hold several values. */
const LISTS: ReadonlySet<string> = new Set(['within', 'involves']);

/** The grouping that all kinds have. */
const KIND = 'KIND';

interface Named {
  readonly name: string;
  readonly grouping: Grouping;
}

function groupingsOf({ vocabulary }: Publisher, kind: Kind | null): Named[] {
  const named = (text: string, grouping: Grouping): Named => ({ name: constant(text), grouping });
  return [
    { name: KIND, grouping: { column: 'kind' } },
    ...(!kind || lies(vocabulary, kind) ? [named('within', { column: 'within' })] : []),
    ...(kind?.record === false ? [] : [named('involves', { column: 'involves' })]),
    ...Object.entries(kind?.properties ?? {}).flatMap(([name, { sort }]): Named[] => {
      if (sort === 'name' || sort === 'quantity' || sort === 'decimal') return [];
      if (sort !== 'time') return [named(name, { column: name })];
      return [named(`${name}Year`, { column: `${name}Year` }), named(`${name}Decade`, { decadesOf: `${name}Year` })];
    }),
    ...(kind ? vocabulary.readings(kind) : []).map((reading): Named => named(reading.field, { reading })),
  ];
}

const published = new WeakMap<Publisher, Map<string, ChoiceRef>>();

/** What is said of the groups that entities of any kind have; a kind has its own fields as well, which say themselves what they are. */
const GROUPS: Readonly<Record<string, string>> = {
  [KIND]: 'The kind, as in EntityKind.',
  WITHIN: 'What it lies in, or took place in; one count for each.',
  INVOLVES: 'Whom it involves, and what these lie in; one count for each.',
};

/** The enumeration of what lists of a kind can be grouped by. */
export function facetEnum(publisher: Publisher, kind: Kind | null): ChoiceRef {
  const name = kind?.name ?? 'Entity';
  const known = published.get(publisher) ?? new Map<string, ChoiceRef>();
  published.set(publisher, known);
  const made =
    known.get(name) ??
    publishEnum(
      publisher.builder,
      `${name}Facet`,
      kind
        ? `By what ${kind.plural} are grouped, as by their fields (see EntityFacet).`
        : 'What a list can be grouped by: its properties, of a time by its year or its decade, or a relationship, by what stands itself at the far end. By a relationship alone, `most` orders a list: those first that have it with most others.',
      Object.fromEntries(groupingsOf(publisher, kind).map(({ name: value }) => [value, (kind ? undefined : GROUPS[value]) ?? { value }])),
    );
  known.set(name, made);
  return made;
}

/** A list as a whole. */
export interface Whole {
  readonly scope: Scope;
  /** What it is made of; no entity is in two of these. */
  readonly sets: () => readonly EntitySet[] | Promise<readonly EntitySet[]>;
}

/** By what a list is grouped, by kinds of far ends or not, and by such entities alone. */
interface Grouped {
  readonly by: string;
  readonly byKind: boolean;
  readonly of: Input | null | undefined;
}

/** The groups of a whole list, most frequent first; of a relationship by what stands at its far ends, or by the kinds of that. */
export async function groupsOf(publisher: Publisher, kind: Kind | null, list: Whole, { by, byKind, of }: Grouped): Promise<readonly Facet[]> {
  const groups = await allGroups(publisher, kind, list, { by, byKind, of });
  return byKind || by === KIND ? groups.map(({ key, count }) => ({ key: constantOf(publisher, key), count })) : groups;
}

/** Those of some entities that are such as a filter asks for. */
async function suchAs(publisher: Publisher, { scope }: Whole, of: Input, entities: readonly EntityNode[]): Promise<ReadonlySet<string>> {
  const filter = publisher.filters.ofEntities(scope, null, of, scope.intended);
  const { plain, nested } = parted(filter);
  const found = entities.filter((entity) => passes(plain, columnOf(entity)));
  if (nested.length === 0) return new Set(found.map(({ id }) => id));
  const groups = groupBy(found, ({ kind, intended }) => `${kind} ${String(intended)}`);
  const asked = [...groups.values()]
    .flatMap((group) => batches(group, MOST_READ))
    .map(async (group) => {
      const [{ kind: label, intended } = { kind: '', intended: false }] = group;
      const ids: Filter = [[{ column: 'id', op: 'IN', values: group.map(({ id }) => id), negated: false }]];
      return scope.reader.list({ label, intended, filter: [...ids, ...nested], sort: 'sortLabel', descending: false, first: group.length, after: null });
    });
  return new Set((await Promise.all(asked)).flatMap(({ items }) => items.map(({ id }) => id)));
}

/** The value of EntityKind for a kind as stores name it. */
function constantOf({ vocabulary }: Publisher, name: string): string {
  const kind = vocabulary.kind(name);
  return kind ? kindConstant(kind) : name;
}

function groupingOf(publisher: Publisher, kind: Kind | null, by: string): Grouping {
  const found = groupingsOf(publisher, kind).find(({ name }) => name === by);
  if (!found) throw new Error(`${kind?.plural ?? 'entities'} cannot be grouped by ${by}`);
  return found.grouping;
}

/** How many of a whole list have nothing that they are grouped by. */
export async function ungroupedOf(publisher: Publisher, kind: Kind | null, list: Whole, by: string): Promise<number> {
  const grouping = groupingOf(publisher, kind, by);
  if ('reading' in grouping) return (await allEnds(list, grouping.reading)).filter((ends) => ends.length === 0).length;
  const column = 'column' in grouping ? grouping.column : grouping.decadesOf;
  const groups = await columnGroups(list, column, kind?.properties[column]?.otherwise);
  const sets = await list.sets();
  const size = (more: Filter) => oneCount(sets.map(({ filter, ...set }) => list.scope.reader.count({ ...set, filter: [...filter, ...more] })));
  if (!LISTS.has(column) && kind?.properties[column]?.many !== true) return (await size([])) - groups.reduce((sum, { count }) => sum + count, 0);
  return size(groups.length === 0 ? [] : [[{ column, op: 'HAS', values: groups.map(({ key }) => key), negated: true }]]);
}

async function allGroups(publisher: Publisher, kind: Kind | null, list: Whole, { by, byKind, of }: Grouped): Promise<readonly Facet[]> {
  const grouping = groupingOf(publisher, kind, by);
  if (byKind && !('reading' in grouping)) throw badInput(`byKind: ${by} is no relationship, whose far ends have kinds`);
  if ('column' in grouping) {
    const groups = await columnGroups(list, grouping.column, kind?.properties[grouping.column]?.otherwise);
    if (!of) return groups;
    const entities = await Promise.all(groups.map(({ key }) => (key.includes('/') ? list.scope.entity(key) : Promise.resolve(null))));
    const such = await suchAs(
      publisher,
      list,
      of,
      entities.flatMap((subject) => subject?.entity ?? []),
    );
    return groups.filter(({ key }) => such.has(key));
  }
  if ('decadesOf' in grouping && of) throw badInput(`of: groups by ${by} are by no entities`);
  if ('decadesOf' in grouping) return tallied((await columnGroups(list, grouping.decadesOf)).map(({ key, count }) => [decadeOf(key), count]));
  const ends = await allEnds(list, grouping.reading);
  const such = of ? await suchAs(publisher, list, of, [...new Map(ends.flat().map((end) => [end.id, end])).values()]) : null;
  return tallied(
    ends.flatMap((all) => {
      const found = such ? all.filter(({ id }) => such.has(id)) : all;
      return [...new Set(found.map((end) => end[byKind ? 'kind' : 'id']))].map((key) => [key, 1] as const);
    }),
  );
}

async function columnGroups({ scope, sets }: Whole, column: string, otherwise?: string): Promise<readonly Facet[]> {
  const asked = await sets();
  const groups = (await Promise.all(asked.map((set) => scope.reader.facets(set, column)))).flat().map(({ key, count }) => [key, count] as const);
  if (otherwise === undefined) return tallied(groups);
  const rest = (await oneCount(asked.map((set) => scope.reader.count(set)))) - groups.reduce((sum, [, count]) => sum + count, 0);
  return tallied(rest > 0 ? [...groups, [otherwise, rest]] : groups);
}

/** What stands at the far ends of each entity of a whole list. */
async function allEnds(list: Whole, reading: Reading): Promise<readonly (readonly EntityNode[])[]> {
  return Promise.all((await wholeOf(list)).map((entity) => endsOf(list.scope, reading, entity, { linkFilter: [], farFilter: [] })));
}

/** The relationship by which lists of a kind are grouped under this name; null where it is none. */
export function relationshipBy(publisher: Publisher, kind: Kind, by: string): Reading | null {
  const grouping = groupingsOf(publisher, kind).find(({ name }) => name === by)?.grouping;
  return grouping && 'reading' in grouping ? grouping.reading : null;
}

/** All entities of a list that is read as a whole. */
export async function wholeOf({ scope, sets }: Whole): Promise<readonly EntityNode[]> {
  const page = { sort: 'sortLabel', descending: false, first: MOST_READ, after: null } as const;
  const pages = await Promise.all((await sets()).map((set) => scope.reader.list({ ...set, ...page })));
  if (pages.some(({ more }) => more))
    throw badInput(`only lists of at most ${String(MOST_READ)} are grouped or ordered by a relationship; narrow this one with where`);
  return pages.flatMap(({ items }) => items);
}

/** What stands at the far ends of an entity's relationships that pass the filters. */
export async function endsOf(scope: Scope, { relationship, direction }: Reading, entity: EntityNode, filters: LinkFilters): Promise<readonly EntityNode[]> {
  const question = { type: relationship.type, direction, ...filters, descending: true, first: MOST_READ };
  const states = entity.intended ? [false, true] : statesOf(scope.intended);
  const pages = await Promise.all(states.map((intended) => scope.expand({ ...question, intended }, { id: entity.id, after: null })));
  return pages.flatMap(({ items }) => items.map(({ far }) => far));
}

function tallied(items: readonly (readonly [string, number])[]): readonly Facet[] {
  const counts = new Map<string, number>();
  for (const [key, count] of items) counts.set(key, (counts.get(key) ?? 0) + count);
  return [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count || compareText(a.key, b.key));
}

/** 1987 lies in the 1980s, and so do 198X and 1983/1985; a time that lies in no one decade stays as it is written. */
function decadeOf(key: string): string {
  const { earliest, latest } = parseTime(key) ?? {};
  const decade = earliest?.slice(0, 3);
  return decade !== undefined && latest?.slice(0, 3) === decade ? `${decade}0s` : key;
}
