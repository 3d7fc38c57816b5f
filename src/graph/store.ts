import type { Claim } from '../model/claim.js';
import type { EntityNode, Graph, Link } from '../model/graph.js';
import type { Direction, Vocabulary } from '../model/vocabulary.js';
import type { Filter, Intended, NestedFilter } from './filter.js';
import type { ToldDispute } from '../model/told-dispute.js';

/** A page of a list; `more` says whether another follows. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly more: boolean;
}

/** Where a page begins: after the item with this sort value and this id or key. */
export interface Position {
  readonly sort: string;
  readonly id: string;
}

/** A set of entities: those with a label, that pass a filter; what is so, or what is only intended. */
export interface EntitySet {
  readonly label: string;
  readonly filter: NestedFilter;
  readonly intended: boolean;
}

export type Sort = 'sortLabel' | 'sortDate';

export interface ListQuestion extends EntitySet {
  readonly sort: Sort;
  readonly descending: boolean;
  readonly first: number;
  readonly after: Position | null;
}

/** The relationships of one type at an entity, with filters on the relationship and on the far end. */
export interface LinkSet {
  readonly type: string;
  readonly direction: Direction;
  readonly intended: boolean;
  readonly linkFilter: Filter;
  readonly farFilter: NestedFilter;
}

export interface ExpandQuestion extends LinkSet {
  readonly descending: boolean;
  readonly first: number;
}

/** An entity whose relationships are asked for, and where its page begins. */
export interface ExpandKey {
  readonly id: string;
  readonly after: Position | null;
}

/** A relationship with the entity at its far end. */
export interface Expanded {
  readonly link: Link;
  readonly far: EntityNode;
}

export interface Facet {
  readonly key: string;
  readonly count: number;
}

/**
 * By what claims are asked for: those that describe an entity, touch it, stand in a source, were said by somebody, name
 * it in a qualifier such as the office that somebody acted in; or those of a predicate, and those that affirm or deny.
 */
export type ClaimSide = (typeof CLAIM_SIDES)[number] | QualifierSide;

/** The sides that every claim is found by. */
export const CLAIM_SIDES = ['describes', 'subject', 'object', 'source', 'assertedBy', 'predicate', 'polarity'] as const;

export type QualifierSide = `as_${string}`;

/** The sides by which qualifiers name entities: one for each reference that relationships may carry. */
export function qualifierSides({ relationships }: Vocabulary): readonly QualifierSide[] {
  const known = sidesOf.get(relationships);
  if (known) return known;
  const names = relationships.flatMap(({ properties }) => Object.entries(properties).flatMap(([name, { sort }]) => (sort === 'reference' ? [name] : [])));
  const sides = [...new Set(names)].map((name): QualifierSide => `as_${name}`);
  sidesOf.set(relationships, sides);
  return sides;
}

/** They are asked for with each claim that is written. */
const sidesOf = new WeakMap<object, readonly QualifierSide[]>();

/** The entity that a claim names on a side that is one of its qualifiers. */
export function qualifiedBy(claim: Claim, side: QualifierSide): string | null {
  const id = claim.qualifiers[side.slice('as_'.length)];
  return typeof id === 'string' ? id : null;
}

export function isQualifierSide(side: ClaimSide): side is QualifierSide {
  return side.startsWith('as_');
}

/** Claims in which an entity stands on one side, and on none of some others, so that pages of several sides hold no claim twice. */
export interface ClaimSet {
  readonly side: ClaimSide;
  readonly except?: readonly ClaimSide[];
  readonly filter: Filter;
}

export interface ClaimQuestion extends ClaimSet {
  /** Whether pages are read from the end. */
  readonly descending: boolean;
  readonly first: number;
}

/**
 * Entities that have, for every one of the folded words, a word in their names or spellings that begins with it, or for
 * those of another cut of the text. Unordered, at most `limit`; who has the very words is among them before others.
 */
export interface SearchQuestion {
  readonly words: readonly string[];
  readonly or?: readonly (readonly string[])[];
  readonly label: string;
  readonly limit: number;
}

/** The relationships of many entities at once, in both directions. */
export interface NeighbourhoodQuestion {
  readonly types: readonly string[];
  readonly intended: Intended;
  /** How many relationships an entity brings at most, newest first. */
  readonly limit: number;
  /** What an entity of a higher degree than `limit` brings: its newest relationships, or none but its degree. */
  readonly beyond: 'NEWEST' | 'NONE';
}

/** A relationship with the id and kind of its far end. */
export interface Neighbour {
  readonly link: Link;
  readonly far: string;
  readonly kind: string;
}

/** What stands around one entity. */
export interface Neighbourhood {
  readonly kind: string;
  /** How many relationships it has that were asked for: more than `neighbours` holds when some are left out. */
  readonly degree: number;
  /** Newest first, then by key, backwards. */
  readonly neighbours: readonly Neighbour[];
}

/** How many relationships of a type an entity has on one side: those that are so, and those planned or hoped for. */
export interface NeighbourCount {
  readonly type: string;
  readonly direction: 'OUT' | 'IN';
  readonly count: number;
  readonly intended: number;
}

/** What is asked of a graph: a dozen plural questions, each one round trip. Pages come in the order of their keys. */
export interface GraphReader {
  /** The store that a reader of one request belongs to; absent on a store itself. */
  readonly whole?: GraphStore;
  /** What ends the request, and with it the reader's answers; absent on a store itself. */
  readonly signal?: AbortSignal;
  /** Of a reader of one request: whether all its answers were given of the same content. Where not, the request is to be read again. */
  isWhole?(): Promise<boolean>;
  /** Of a reader of one request: notes that it was also answered from what is kept of the content at a revision. */
  noteKept?(revision: string): void;
  entities(ids: readonly string[]): Promise<ReadonlyMap<string, EntityNode>>;
  list(question: ListQuestion): Promise<Page<EntityNode>>;
  count(set: EntitySet): Promise<number>;
  /** Groups a set by a column, most frequent first; a list column counts once for each of its values. */
  facets(set: EntitySet, column: string): Promise<readonly Facet[]>;
  expand(question: ExpandQuestion, keys: readonly ExpandKey[]): Promise<readonly Page<Expanded>[]>;
  degrees(set: LinkSet, ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** What stands around each entity; one that is not there is absent from the answer. */
  neighbourhood(question: NeighbourhoodQuestion, ids: readonly string[]): Promise<ReadonlyMap<string, Neighbourhood>>;
  /** How many relationships each entity has, by type and direction; types by name, outgoing before incoming. */
  neighbourCounts(ids: readonly string[]): Promise<ReadonlyMap<string, readonly NeighbourCount[]>>;
  /** The claims of each fact, best first. */
  claims(factKeys: readonly string[]): Promise<ReadonlyMap<string, readonly Claim[]>>;
  claimPages(question: ClaimQuestion, keys: readonly ExpandKey[]): Promise<readonly Page<Claim>[]>;
  claimCounts(set: ClaimSet, ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  claimsById(ids: readonly string[]): Promise<ReadonlyMap<string, Claim>>;
  search(question: SearchQuestion): Promise<readonly EntityNode[]>;
  /** What was found to disagree when the content was written; absent where that is looked for when it is asked. */
  readonly told?: ToldDisputes;
}

/** Disagreements of one verdict, narrowed. */
export interface DisputeSet {
  readonly verdict: string;
  readonly concerns: readonly string[] | null;
  readonly rules: readonly string[] | null;
  readonly sources: readonly string[] | null;
}

export interface DisputeQuestion extends DisputeSet {
  readonly first: number;
  readonly descending: boolean;
  readonly after: string | null;
}

/** What was found to disagree when the content was written. */
export interface ToldDisputes {
  /** Whether it was found in the content as it is now; if not, it is not to be relied on. */
  isCurrent(): Promise<boolean>;
  page(question: DisputeQuestion): Promise<Page<ToldDispute>>;
  count(set: DisputeSet): Promise<number>;
  /** Which of some claims stand on a side of a dispute that nothing decides. */
  isDisputed(claims: readonly string[]): Promise<boolean>;
}

/** The claims that a store holds, and the entities that they are about. */
export interface Testimony {
  readonly entities: readonly EntityNode[];
  readonly claims: readonly Claim[];
}

/** All that a store holds: the projected graph and the claims beside it. */
export interface Content extends Graph, Testimony {}

/** What to write and what to remove so that a store holds what it should. */
export interface ChangeSet {
  readonly entities: Changes<EntityNode>;
  readonly links: Changes<Link>;
  readonly claims: Changes<Claim>;
}

export interface Changes<T> {
  readonly put: readonly T[];
  /** Ids or keys to remove. */
  readonly remove: readonly string[];
}

/** What a store holds of the entities of a range of ids, and what describes them: each item's canonical JSON, by id or key. */
export interface HeldRange {
  readonly entities: ReadonlyMap<string, string>;
  readonly links: ReadonlyMap<string, string>;
  readonly claims: ReadonlyMap<string, string>;
}

/** What a store held at a time, to be compared in parts. */
export interface HeldRanges {
  readonly isEmpty: boolean;
  /** What describes the ids behind the one and up to the other, or all behind it. */
  between(after: string, until: string | null): Promise<HeldRange>;
  entitiesAmong(ids: readonly string[]): Promise<ReadonlySet<string>>;
}

/** A thing with the entity that it is written with, the one that it describes or one that must be there first; and its fact, empty for an entity. */
export type Placed = { readonly home: string; readonly fact: string } & (
  { readonly sort: 'entities'; readonly item: EntityNode } | { readonly sort: 'links'; readonly item: Link } | { readonly sort: 'claims'; readonly item: Claim }
);

/** One thing to write that is new or that differs, or to remove. */
export type Change = Placed & {
  readonly mark: '+' | '~' | '-';
  /** How long it is as JSON, in characters: what it takes to write it. */
  readonly length: number;
};

/** Changes in the order in which they may be written: those of one home, and of one fact, stand together; entities that go come last. */
export interface ChangesInOrder {
  readonly total: number;
  all(): Iterable<Change>;
}

/** How far a long write has come. */
export type Progress = (done: number, total: number, what: string) => void;

/** A place that holds a graph and its claims. */
export interface GraphStore extends GraphReader {
  readonly engine: string;
  /** The store for one request: what is asked of it ends when the signal aborts. */
  within(signal: AbortSignal): GraphReader;
  /** Resolves when questions can be answered; rejects with the reason otherwise. */
  ready(): Promise<void>;
  content(): Promise<Content>;
  /** The part of the content that a lens needs. */
  testimony(signal?: AbortSignal): Promise<Testimony>;
  /** How many claims there are, at the cost of a lookup. */
  claimTotal(): Promise<number>;
  /** A mark that changes whenever the content does; waits for a change that is half made. */
  revision(signal?: AbortSignal): Promise<string>;
  apply(changes: ChangeSet, progress?: Progress): Promise<void>;
  close(): Promise<void>;
}

/** A claim's place in its source's text, unique and in reading order. */
export function placeOf(claim: Claim): string {
  return `${claim.source}|${String(claim.spans[0]?.start ?? 0).padStart(8, '0')}|${claim.id}`;
}
