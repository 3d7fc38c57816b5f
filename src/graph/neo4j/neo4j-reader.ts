import { compareClaims, type Claim } from '../../model/claim.js';
import type { EntityNode } from '../../model/graph.js';
import { publishedDay } from '../../model/published.js';
import { groupBy } from '../../model/groups.js';
import { claimsOfSpell, wholeKey } from '../../model/spells.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import type { Filter, NestedFilter } from '../filter.js';
import type { Statement } from '../statements.js';
import { shortLists } from '../short-columns.js';
import type {
  ClaimQuestion,
  ClaimSet,
  EntitySet,
  Expanded,
  ExpandKey,
  ExpandQuestion,
  Facet,
  GraphReader,
  GraphStore,
  LinkSet,
  ListQuestion,
  NeighbourCount,
  Neighbourhood,
  NeighbourhoodQuestion,
  Page,
  SearchQuestion,
} from '../store.js';
import { Around } from './around.js';
import { boundingColumns } from './bounds.js';
import { integer, type Connection, type Question } from './connection.js';
import { EntitySets, pageOf, type Asking } from './entity-sets.js';
import { isMissingIndex } from './errors.js';
import { LinkSets } from './link-sets.js';
import { Nesting } from './nested.js';
import type { OneState } from './one-state.js';
import { claimFilter, labelFor, LAST_PLACE, startPlace, typeFor } from './properties.js';
import * as statements from './reads.js';
import { inOrder } from './rows.js';
import { labelsOf } from './schema.js';
import { shallow } from './shallow.js';
import { searchQuery } from './search-query.js';
import { ToldInNeo4j } from './told-disputes.js';

/** The request that a reader is for. */
interface RequestOf {
  readonly signal: AbortSignal;
  readonly whole: GraphStore;
  readonly state: OneState;
}

/** Answers every verb with one statement of `cypher/`, in one round trip; all end when the signal aborts. */
export class Neo4jReader implements GraphReader {
  protected readonly vocabulary: Vocabulary;
  protected readonly connection: Connection;
  private readonly labels: ReadonlySet<string>;
  protected readonly around: Around;
  private readonly sets: EntitySets;
  private readonly linkSets: LinkSets;
  private readonly asking: Asking = { ask: (question) => this.ask(question), entities: (ids) => this.entities(ids) };
  readonly told = new ToldInNeo4j((question) => this.ask(question));
  readonly whole?: GraphStore;
  readonly signal?: AbortSignal;
  private readonly state?: OneState;

  constructor(connection: Connection, vocabulary: Vocabulary, request?: RequestOf) {
    this.connection = connection;
    this.vocabulary = vocabulary;
    this.labels = new Set(labelsOf(vocabulary));
    this.around = new Around(vocabulary, this, (question) => this.ask(question));
    const columns = shortLists(vocabulary);
    const bounding = boundingColumns(vocabulary);
    this.sets = new EntitySets(columns, bounding);
    this.linkSets = new LinkSets(vocabulary, columns, bounding);
    if (request) Object.assign(this, request);
  }

  async isWhole(): Promise<boolean> {
    return this.state?.held() ?? true;
  }

  noteKept(revision: string): void {
    this.state?.noteKept(revision);
  }

  async entities(ids: readonly string[]): Promise<ReadonlyMap<string, EntityNode>> {
    const found = await this.ask({ statement: statements.entities, parameters: { ids } });
    return inOrder(ids, found);
  }

  async list(question: ListQuestion): Promise<Page<EntityNode>> {
    const label = this.labelOf(question);
    return label === null ? { items: [], more: false } : this.sets.list(this.asking, label, await this.filtered(question));
  }

  async count(set: EntitySet): Promise<number> {
    const label = this.labelOf(set);
    return label === null ? 0 : this.sets.count(this.asking, label, await this.filtered(set));
  }

  async facets(set: EntitySet, column: string): Promise<readonly Facet[]> {
    const label = this.labelOf(set);
    return label === null ? [] : this.sets.facets(this.asking, label, await this.filtered(set), column);
  }

  async expand(question: ExpandQuestion, keys: readonly ExpandKey[]): Promise<readonly Page<Expanded>[]> {
    const TYPE = this.typeOf(question);
    if (TYPE === null) return keys.map(() => ({ items: [], more: false }));
    return this.linkSets.expand(this.asking, TYPE, { ...question, farFilter: await this.shallow(question.farFilter) }, keys);
  }

  async degrees(set: LinkSet, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const TYPE = this.typeOf(set);
    if (TYPE === null) return countsOf(ids, []);
    return countsOf(ids, await this.linkSets.degrees(this.asking, TYPE, { ...set, farFilter: await this.shallow(set.farFilter) }, ids));
  }

  async claims(factKeys: readonly string[]): Promise<ReadonlyMap<string, readonly Claim[]>> {
    const rows = await this.ask({
      statement: statements.claimsOfFacts,
      parameters: { factKeys: [...new Set(factKeys.flatMap((key) => [key, wholeKey(key)]))] },
    });
    const published = new Map(rows.map((row) => [row.claim.source, publishedDay(row.published)]));
    const compare = compareClaims((source) => published.get(source) ?? '');
    const found = groupBy(
      rows.map(({ claim }) => claim),
      ({ factKey }) => factKey,
    );
    return new Map(factKeys.map((key) => [key, [...claimsOfSpell(key, (part) => found.get(part) ?? [])].sort(compare)]));
  }

  async claimPages({ side, except = [], filter, descending, first }: ClaimQuestion, keys: readonly ExpandKey[]): Promise<readonly Page<Claim>[]> {
    const { statement, parameters } = passing(descending ? statements.claimsPageBack : statements.claimsPage, filter);
    const rows = await this.ask({
      statement,
      placeholders: { SIDE: side },
      parameters: {
        ...parameters,
        keys: keys.map(({ id, after }, index) => ({
          index: integer(index),
          id,
          place: after?.sort ?? startPlace(null, descending),
          claim: after?.id ?? (descending ? LAST_PLACE : ''),
        })),
        except,
        limit: integer(first + 1),
      },
    });
    const pages = keys.map((): Claim[] => []);
    for (const { index, claim } of rows) pages[index]?.push(claim);
    return pages.map((page) => pageOf(page, first));
  }

  async claimCounts({ side, except = [], filter }: ClaimSet, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { statement, parameters } = passing(statements.claimsCount, filter);
    return countsOf(ids, await this.ask({ statement, placeholders: { SIDE: side }, parameters: { ...parameters, ids, except } }));
  }

  async claimsById(ids: readonly string[]): Promise<ReadonlyMap<string, Claim>> {
    return inOrder(ids, await this.ask({ statement: statements.claimsById, parameters: { ids } }));
  }

  async search({ words, or = [], label, limit }: SearchQuestion): Promise<readonly EntityNode[]> {
    const query = searchQuery([words, ...or]);
    if (query === null) return [];
    try {
      return await this.ask({ statement: statements.search, parameters: { query, label, limit: integer(limit) } });
    } catch (error) {
      if (isMissingIndex(error)) return [];
      throw error;
    }
  }

  neighbourhood(question: NeighbourhoodQuestion, ids: readonly string[]): Promise<ReadonlyMap<string, Neighbourhood>> {
    return this.around.neighbourhood(question, ids);
  }

  neighbourCounts(ids: readonly string[]): Promise<ReadonlyMap<string, readonly NeighbourCount[]>> {
    return this.around.counts(ids);
  }

  private ask<T>(question: Question<T>): Promise<T[]> {
    return this.connection.read(question, {
      signal: this.signal,
      onState: (bookmark) => this.state?.note(bookmark),
    });
  }

  /** The label to match, or null for one that no entity can have. */
  private async filtered<T extends EntitySet>(set: T): Promise<T> {
    return { ...set, filter: await this.shallow(set.filter) };
  }

  private shallow(filter: NestedFilter): Promise<NestedFilter> {
    return shallow(filter, (deep) => this.sets.ids(this.asking, deep));
  }

  private labelOf({ label, intended }: EntitySet): string | null {
    return this.labels.has(label) ? labelFor(label, intended) : null;
  }

  private typeOf({ type, intended }: LinkSet): string | null {
    return this.vocabulary.relationship(type) ? typeFor(type, intended) : null;
  }
}

/** A statement of claims, with what it asks of them. */
function passing<T>(statement: Statement<T>, filter: Filter): Pick<Question<T>, 'statement' | 'parameters'> {
  const nesting = new Nesting();
  return nesting.join(statement, { c: nesting.plain(claimFilter(filter), 'c') });
}

function countsOf(ids: readonly string[], rows: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const counts = new Map(rows);
  return new Map(ids.map((id) => [id, counts.get(id) ?? 0]));
}
