import type { Claim } from '../../model/claim.js';
import type { EntityNode, Link } from '../../model/graph.js';
import { canonicalJson } from '../../model/text.js';
import type { Scalar } from '../../model/value.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import { describedIn } from '../../model/intended.js';
import { CLAIM_COLUMNS, claimColumns } from '../claim-columns.js';
import { isLinkTest, type Filter, type NestedFilter, type Test } from '../filter.js';
import { placeOf, qualifiedBy, qualifierSides, type Position, type Sort } from '../store.js';

type Properties = Readonly<Record<string, Scalar | readonly Scalar[]>>;

/**
 * Properties of a node that are no columns. `data` is the whole entity as JSON: one property to fetch instead of
 * all, while the columns beside it are what is filtered, ordered and searched by. `stored` are its labels as Neo4j has
 * them, for indexes that cannot see labels.
 */
const OF_ENTITY = ['id', 'kind', 'label', 'labels', 'intended', 'stored', 'byLabel', 'byDate', 'data'] as const;
const OF_LINK = ['key', 'from', 'to', 'at', 'place', 'data'] as const;

/** Of the properties above, those that a filter may name. */
const ASKED_OF_ENTITY: readonly string[] = ['id', 'kind', 'label', 'labels'];

/** The property that holds an entity's place in a list in this order. */
export const PLACED_BY: Readonly<Record<Sort, 'byLabel' | 'byDate'>> = { sortLabel: 'byLabel', sortDate: 'byDate' };

/** Sorts before every place, and after every place. */
export const FIRST_PLACE = '';
export const LAST_PLACE = '\u{10FFFF}';

/**
 * A sort value and an id as one text, so that one index entry gives the order. The tab sorts before everything
 * that folded labels and days are made of, so a shorter sort value still comes first.
 */
export function joined({ sort, id }: Position): string {
  return `${sort}\t${id}`;
}

/** The place behind which a page begins. */
export function startPlace(after: Position | null, descending: boolean): string {
  return after ? joined(after) : descending ? LAST_PLACE : FIRST_PLACE;
}

/** Its properties; `data` is the entity as canonical JSON, where that is at hand. */
export function entityProperties(entity: EntityNode, data = canonicalJson(entity)): Properties {
  const { id, kind, label, labels, intended, columns } = entity;
  const placed = (sort: Sort) => joined({ sort: String(columns[sort] ?? ''), id });
  return {
    ...withoutEmpty(columns),
    id,
    kind,
    label,
    ...withoutEmpty<readonly string[]>({ labels, stored: labels.map((name) => labelFor(name, intended)) }),
    intended,
    byLabel: placed('sortLabel'),
    byDate: placed('sortDate'),
    data,
  };
}

/** Properties without lists that have nothing but empty texts, if anything: they tell no more than none, and files for neo4j-admin cannot hold them. */
export function withoutEmpty<T>(properties: Readonly<Record<string, T>>): Record<string, T> {
  const kept: Record<string, T> = {};
  for (const name of Object.keys(properties)) {
    const value = properties[name] as T;
    if (!Array.isArray(value) || value.some((item) => item !== '')) kept[name] = value;
  }
  return kept;
}

export function linkProperties(link: Link, data = canonicalJson(link)): Properties {
  const { key, from, to, at, columns } = link;
  return { ...withoutEmpty(columns), key, from, to, at, place: joined({ sort: at, id: key }), data };
}

export function claimProperties(vocabulary: Vocabulary, claim: Claim, data = canonicalJson(claim)): Properties {
  // Property by property, as a million claims come through here.
  const properties: Record<string, Scalar | readonly Scalar[]> = { ...claimColumns(claim) };
  for (const side of qualifierSides(vocabulary)) {
    const id = qualifiedBy(claim, side);
    if (id !== null) properties[side] = id;
  }
  properties['id'] = claim.id;
  properties['factKey'] = claim.factKey;
  properties['describes'] = describedIn(vocabulary, claim);
  properties['place'] = placeOf(claim);
  properties['data'] = data;
  return properties;
}

/** The node label, or relationship type, of what is so or of what is only intended. */
export function labelFor(name: string, intended: boolean): string {
  return intended ? `Intended${name}` : name;
}

export function typeFor(type: string, intended: boolean): string {
  return intended ? `INTENDED_${type}` : type;
}

/** Columns that a filter names but that only this store has stand for nothing. */
export function entityFilter(filter: NestedFilter): NestedFilter {
  const links = new Map(
    filter
      .flat()
      .filter(isLinkTest)
      .map((test) => [test, test]),
  );
  for (const test of links.keys()) links.set(test, { ...test, linkFilter: linkFilter(test.linkFilter), farFilter: entityFilter(test.farFilter) });
  return filter.map((clause) => clause.map((test) => (isLinkTest(test) ? (links.get(test) ?? test) : hiding(test, isOfEntity))));
}

export function linkFilter(filter: Filter): Filter {
  return filter.map((clause) => clause.map((test) => hiding(test, (column) => OF_LINK.some((name) => name === column) && column !== 'at')));
}

export function claimFilter(filter: Filter): Filter {
  return filter.map((clause) => clause.map((test) => hiding(test, (column) => !CLAIM_COLUMNS.includes(column))));
}

/** A column to group by, or none. */
export function entityColumn(column: string): string {
  return isOfEntity(column) ? '' : column;
}

function isOfEntity(column: string): boolean {
  return OF_ENTITY.some((name) => name === column) && !ASKED_OF_ENTITY.includes(column);
}

function hiding(test: Test, isHidden: (column: string) => boolean): Test {
  return isHidden(test.column) ? { ...test, column: '' } : test;
}

/** Throws when the vocabulary names a property that this store keeps for itself. */
export function checkNames({ kinds, relationships }: Vocabulary): void {
  for (const { name, properties } of kinds) refuse(name, properties, OF_ENTITY);
  for (const { type, properties } of relationships) refuse(type, properties, OF_LINK);
}

function refuse(owner: string, properties: object, reserved: readonly string[]): void {
  const taken = Object.keys(properties).find((property) => reserved.includes(property));
  if (taken !== undefined) throw new Error(`${owner}: the property name ${taken} is kept for the store; choose another`);
}
