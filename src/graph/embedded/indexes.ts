import { compareClaims, type Claim } from '../../model/claim.js';
import { describedIn } from '../../model/intended.js';
import type { EntityNode, Link } from '../../model/graph.js';
import { publishedDay } from '../../model/published.js';
import { claimsOfSpell } from '../../model/spells.js';
import { atOnce, type Steps } from '../../model/steps.js';
import { compareText } from '../../model/text.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import { columnOf } from '../filter.js';
import { shortColumns, shortLinkColumns } from '../short-columns.js';
import {
  CLAIM_SIDES,
  isQualifierSide,
  placeOf,
  qualifiedBy,
  type ClaimSide,
  type EntitySet,
  type Expanded,
  type LinkSet,
  type QualifierSide,
  type SearchQuestion,
  type Sort,
} from '../store.js';
import { turns } from '../turns.js';
import { Adjacency, adjacencyTable, type AdjacencyTable } from './adjacency.js';
import { Columns, columnTable, type ColumnTable } from './columns.js';
import { listTable, membersOfList, withLabel, type ListTable } from './entity-lists.js';
import { groupTable, membersOf, type GroupTable } from './groups.js';
import { nameTable, NameWords, type NameTable } from './name-words.js';
import { Lazy, type Records } from './records.js';

/** An item with what it is sorted by: a sort value, then an id. */
export interface Sorted<T> {
  readonly sort: string;
  readonly id: string;
  readonly item: T;
}

/** All that a store holds: entities by id, relationships newest first, claims in reading order. */
export interface Held {
  readonly entities: Records<EntityNode>;
  readonly links: Records<Link>;
  readonly claims: Records<Claim>;
}

/** Everything that is derived, in flat tables. */
export interface Tables {
  readonly names: NameTable;
  readonly lists: ListTable;
  readonly adjacency: AdjacencyTable;
  readonly entityColumns: ColumnTable;
  readonly linkColumns: ColumnTable;
  readonly entityIds: GroupTable;
  readonly claimIds: GroupTable;
  readonly facts: GroupTable;
  readonly describes: GroupTable;
  readonly subject: GroupTable;
  readonly object: GroupTable;
  readonly source: GroupTable;
  readonly assertedBy: GroupTable;
  readonly predicate: GroupTable;
  readonly polarity: GroupTable;
}

/** What is derived from what a store holds, built when first asked for (most views are asked for little), or given. */
export class Indexes {
  private readonly vocabulary: Vocabulary;
  private readonly held: Held;
  private readonly tables: { -readonly [K in keyof Tables]?: Tables[K] };
  private readonly coming = new Map<keyof Tables, Promise<unknown>>();
  private readonly days = new Map<string, string>();
  private readonly qualified = new Map<string, GroupTable>();
  private near: Adjacency | undefined;
  private named: NameWords | undefined;
  private readonly short = new Map<string, Columns>();

  constructor(vocabulary: Vocabulary, held: Held, tables: Partial<Tables> = {}) {
    this.vocabulary = vocabulary;
    this.held = held;
    this.tables = { ...tables };
  }

  /** All tables, built where they are not yet. */
  all(): Tables {
    const names: readonly (keyof Tables)[] = ['names', 'lists', 'adjacency', 'entityColumns', 'linkColumns', 'entityIds', 'claimIds', 'facts', ...CLAIM_SIDES];
    // Object.fromEntries forgets which key has which value.
    return Object.fromEntries(names.map((name) => [name, this.table(name)])) as unknown as Tables;
  }

  entity(id: string): EntityNode | undefined {
    const number = this.numberOf(id);
    return number === undefined ? undefined : this.held.entities.at(number);
  }

  claim(id: string): Claim | undefined {
    const { claims } = this.held;
    const [number] = membersOf(this.table('claimIds'), id, (member) => claims.at(member)?.id ?? null);
    return number === undefined ? undefined : claims.at(number);
  }

  /** Number by which the adjacency knows an entity. */
  numberOf(id: string): number | undefined {
    return membersOf(this.table('entityIds'), id, (member) => this.held.entities.at(member)?.id ?? null)[0];
  }

  /** Entities by the words of their names. */
  search({ label, ...question }: SearchQuestion): readonly EntityNode[] {
    return this.names.find(question, withLabel(this.table('lists'), label)).flatMap((number) => this.held.entities.at(number) ?? []);
  }

  /** Entities by each word of their names. */
  get names(): NameWords {
    return (this.named ??= new NameWords(this.table('names')));
  }

  /** The claims that bear on a fact, best first. */
  fact(key: string): readonly Claim[] {
    return [...claimsOfSpell(key, (part) => this.claimsAt(part))].sort(compareClaims((source) => this.publishedDay(source)));
  }

  private claimsAt(key: string): readonly Claim[] {
    const { claims } = this.held;
    const members = membersOf(this.table('facts'), key, (member) => claims.at(member)?.factKey ?? null);
    return [...members].flatMap((member) => claims.at(member) ?? []);
  }

  /** Numbers of the entities of a label, in order. */
  members({ label, intended }: Pick<EntitySet, 'label' | 'intended'>, sort: Sort): Uint32Array {
    return membersOfList(this.table('lists'), label, intended, sort);
  }

  entities(members: Uint32Array, sort: Sort): Records<Sorted<EntityNode>> {
    return new Lazy(members.length, (at) => {
      const entity = this.held.entities.at(members[at] ?? -1);
      return entity && { sort: String(entity.columns[sort] ?? ''), id: entity.id, item: entity };
    });
  }

  /** Numbers of the relationships of an entity, oldest first, and of the entities at their far ends. */
  linksOf(set: LinkSet, id: string): { readonly links: Uint32Array; readonly fars: Uint32Array } {
    const number = this.numberOf(id);
    const links = number === undefined ? new Uint32Array() : this.adjacency.ofType(number, set).reverse();
    return { links, fars: links.map((link) => this.adjacency.farOf(number ?? 0, link)) };
  }

  expanded({ links, fars }: ReturnType<Indexes['linksOf']>): Records<Sorted<Expanded>> {
    return new Lazy(links.length, (at) => {
      const link = this.held.links.at(links[at] ?? -1);
      const far = this.held.entities.at(fars[at] ?? -1);
      return link && far && { sort: link.at, id: link.key, item: { link, far } };
    });
  }

  /** The short columns of all entities, or of all relationships. */
  columns(of: 'entityColumns' | 'linkColumns'): Columns {
    const known = this.short.get(of) ?? new Columns(this.table(of));
    this.short.set(of, known);
    return known;
  }

  /** Relationships by entity, for questions that go from one entity to the next. */
  get adjacency(): Adjacency {
    return (this.near ??= new Adjacency(this.table('adjacency'), this.held.entities, this.held.links));
  }

  claimsBy(side: ClaimSide, id: string): Records<Sorted<Claim>> {
    const { claims } = this.held;
    const keyOf = this.keyOf(side);
    const members = membersOf(isQualifierSide(side) ? this.qualifiers(side) : this.table(side), id, (member) => keyOf(claims.at(member)));
    return new Lazy(members.length, (at) => {
      const claim = claims.at(members[at] ?? -1);
      return claim && { sort: placeOf(claim), id: claim.id, item: claim };
    });
  }

  /** Whether what is asked of some tables can be told at once. */
  has(names: readonly (keyof Tables)[]): boolean {
    return names.every((name) => this.tables[name] !== undefined);
  }

  /** Builds tables that are not there yet, letting others in meanwhile. */
  async prepare(names: readonly (keyof Tables)[]): Promise<void> {
    for (const name of names) {
      if (this.has([name])) continue;
      const coming = this.coming.get(name) ?? turns.take(this.keep(name));
      this.coming.set(name, coming);
      await coming;
    }
  }

  private table<K extends keyof Tables>(name: K): Tables[K] {
    return this.tables[name] ?? atOnce(this.keep(name));
  }

  private *keep<K extends keyof Tables>(name: K): Steps<Tables[K]> {
    return (this.tables[name] = yield* this.built(name));
  }

  private built<K extends keyof Tables>(name: K): Steps<Tables[K]> {
    const make: { readonly [N in keyof Tables]: () => Steps<Tables[N]> } = {
      names: () => nameTable(listed(this.held.entities)),
      lists: () => listTable(listed(this.held.entities)),
      adjacency: () => adjacencyTable(listed(this.held.entities), listed(this.held.links)),
      entityColumns: () =>
        columnTable(shortColumns(this.vocabulary), this.held.entities.length, (at) => {
          const entity = this.held.entities.at(at);
          return entity ? columnOf(entity) : () => undefined;
        }),
      linkColumns: () => columnTable(shortLinkColumns(this.vocabulary), this.held.links.length, (at) => (name) => this.held.links.at(at)?.columns[name]),
      entityIds: () => groupTable(this.held.entities.length, (number) => this.held.entities.at(number)?.id ?? null),
      claimIds: () => this.claimGroups((claim) => claim?.id ?? null),
      facts: () => this.claimGroups((claim) => claim?.factKey ?? null),
      describes: () => this.claimGroups(this.keyOf('describes')),
      subject: () => this.claimGroups(this.keyOf('subject')),
      object: () => this.claimGroups(this.keyOf('object')),
      source: () => this.claimGroups(this.keyOf('source')),
      assertedBy: () => this.claimGroups(this.keyOf('assertedBy')),
      predicate: () => this.claimGroups(this.keyOf('predicate')),
      polarity: () => this.claimGroups(this.keyOf('polarity')),
    };
    return make[name]();
  }

  private claimGroups(key: (claim: Claim | undefined) => string | null): Steps<GroupTable> {
    return groupTable(this.held.claims.length, (number) => key(this.held.claims.at(number)));
  }

  private keyOf(side: ClaimSide): (claim: Claim | undefined) => string | null {
    return (claim) => (claim ? this.standing(side, claim) : null);
  }

  /** The id of what stands on a side of a claim. */
  standing(side: ClaimSide, claim: Claim): string | null {
    if (isQualifierSide(side)) return qualifiedBy(claim, side);
    return side === 'describes' ? describedIn(this.vocabulary, claim) : claim[side];
  }

  /** Seldom asked for, so no snapshot holds it. */
  private qualifiers(side: QualifierSide): GroupTable {
    const known = this.qualified.get(side) ?? atOnce(this.claimGroups(this.keyOf(side)));
    this.qualified.set(side, known);
    return known;
  }

  private publishedDay(source: string): string {
    const known = this.days.get(source);
    if (known !== undefined) return known;
    const day = publishedDay(this.entity(source)?.columns['published']);
    this.days.set(source, day);
    return day;
  }
}

/** Each record as an object, in order. */
export function* each<T>(records: Records<T>): Generator<T> {
  for (let number = 0; number < records.length; number += 1) yield records.at(number) as T;
}

/** All records as objects. */
export function listed<T>(records: Records<T>): readonly T[] {
  return Array.isArray(records) ? (records as readonly T[]) : [...each(records)];
}

export function compareSorted(a: Sorted<unknown>, b: Sorted<unknown>): number {
  return compareText(a.sort, b.sort) || compareText(a.id, b.id);
}
