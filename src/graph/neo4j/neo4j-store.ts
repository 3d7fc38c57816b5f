import { compareClaims, type Claim } from '../../model/claim.js';
import type { EntityNode, Link } from '../../model/projection.js';
import { compareText } from '../../model/text.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import type { Filter } from '../filter.js';
import type {
  ChangeSet,
  ClaimQuestion,
  ClaimSide,
  Content,
  EntitySet,
  Expanded,
  ExpandKey,
  ExpandQuestion,
  Facet,
  GraphStore,
  LinkSet,
  ListQuestion,
  Page,
  Progress,
  SearchQuestion,
} from '../store.js';
import { auditProblems } from './audit.js';
import { Connection, integer, type Neo4jOptions } from './connection.js';
import { everyPage } from './pages.js';
import { isMissingIndex } from './errors.js';
import { checkNames, claimFilter, entityColumn, entityFilter, FIRST_PLACE, labelFor, linkFilter, PLACED_BY, startPlace, typeFor } from './properties.js';
import * as statements from './reads.js';
import { labelsOf, schemaProblems } from './schema.js';
import { searchQuery } from './search-query.js';
import { writeChanges } from './writer.js';

/** Opens a store on Neo4j 5.26 or later; nothing is sent before the first question. Close it when done. */
export function openNeo4jStore(options: Neo4jOptions, vocabulary: Vocabulary): Neo4jStore {
  return new Neo4jStore(options, vocabulary);
}

/** The graph in Neo4j: every verb is one statement of `cypher/`, one round trip. */
export class Neo4jStore implements GraphStore {
  readonly engine = 'neo4j';
  private readonly vocabulary: Vocabulary;
  private readonly connection: Connection;
  private readonly labels: ReadonlySet<string>;

  constructor(options: Neo4jOptions, vocabulary: Vocabulary) {
    checkNames(vocabulary);
    this.vocabulary = vocabulary;
    this.connection = new Connection(options);
    this.labels = new Set(labelsOf(vocabulary));
  }

  ready(): Promise<void> {
    return this.connection.verify();
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  apply(changes: ChangeSet, progress?: Progress): Promise<void> {
    return writeChanges(this.connection, this.vocabulary, changes, progress);
  }

  /** Has the database plan the statements that do not vary, so that the first visitor does not wait for it. */
  async warm(): Promise<void> {
    await this.entities([]);
    await this.claims([]);
    await this.claimsById([]);
    await this.claimCounts('describes', [], []);
    await this.search({ words: ['entente'], label: '', limit: 1 });
  }

  /** What an operator should mend: a sentence for each missing or wrong index and each inconsistent item. */
  async problems(): Promise<readonly string[]> {
    return [...(await schemaProblems(this.connection, this.vocabulary)), ...(await auditProblems(this.connection, this.vocabulary))];
  }

  async content(): Promise<Content> {
    const entities = await everyPage(this.connection, statements.contentEntities);
    const links: Link[] = [];
    for (const { type } of this.vocabulary.relationships) {
      for (const intended of [false, true]) {
        links.push(...(await everyPage(this.connection, statements.contentLinks, { TYPE: typeFor(type, intended) })));
      }
    }
    const claims = await everyPage(this.connection, statements.contentClaims);
    const byId = (a: { id: string }, b: { id: string }) => compareText(a.id, b.id);
    return { entities: entities.sort(byId), links: links.sort((a, b) => compareText(a.key, b.key)), claims: claims.sort(byId) };
  }

  async entities(ids: readonly string[]): Promise<ReadonlyMap<string, EntityNode>> {
    const found = await this.connection.read({ statement: statements.entities, parameters: { ids } });
    return inOrder(ids, found);
  }

  async list({ sort, descending, first, after, ...set }: ListQuestion): Promise<Page<EntityNode>> {
    const LABEL = this.labelOf(set);
    if (LABEL === null) return { items: [], more: false };
    const rows = await this.connection.read({
      statement: descending ? statements.listDescending : statements.listAscending,
      placeholders: { LABEL, PLACE: PLACED_BY[sort] },
      parameters: { place: startPlace(after, descending), filter: entityFilter(set.filter), limit: integer(first + 1) },
    });
    return pageOf(rows, first);
  }

  async count(set: EntitySet): Promise<number> {
    const LABEL = this.labelOf(set);
    if (LABEL === null) return 0;
    const placeholders = { LABEL };
    const [count] = await this.connection.read(
      set.filter.length === 0
        ? { statement: statements.counts, placeholders, parameters: {} }
        : { statement: statements.countFiltered, placeholders, parameters: { filter: entityFilter(set.filter) } },
    );
    return count ?? 0;
  }

  async facets(set: EntitySet, column: string): Promise<readonly Facet[]> {
    const LABEL = this.labelOf(set);
    if (LABEL === null) return [];
    const rows = await this.connection.read({
      statement: statements.facets,
      placeholders: { LABEL },
      parameters: { filter: entityFilter(set.filter), column: entityColumn(column) },
    });
    const counts = new Map<string, number>();
    for (const { key, count } of rows) counts.set(key, (counts.get(key) ?? 0) + count);
    return [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count || compareText(a.key, b.key));
  }

  async expand({ descending, first, ...set }: ExpandQuestion, keys: readonly ExpandKey[]): Promise<readonly Page<Expanded>[]> {
    const TYPE = this.typeOf(set);
    if (TYPE === null) return keys.map(() => ({ items: [], more: false }));
    const both = descending ? statements.expandBothNewest : statements.expandBothOldest;
    const one = descending ? statements.expandNewest : statements.expandOldest;
    const rows = await this.connection.read({
      statement: set.direction === 'BOTH' ? both : one,
      placeholders: { TYPE, NEAR: set.direction === 'IN' ? 'to' : 'from', b: set.direction === 'IN' ? 'a' : 'b' },
      parameters: {
        ...filters(set),
        keys: keys.map(({ id, after }, index) => ({ index: integer(index), id, place: startPlace(after, descending) })),
        limit: integer(first + 1),
      },
    });
    const pages = keys.map((): Expanded[] => []);
    for (const { index, link, far } of rows) pages[index]?.push({ link, far });
    return pages.map((page) => pageOf(page, first));
  }

  async degrees(set: LinkSet, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const TYPE = this.typeOf(set);
    if (TYPE === null) return countsOf(ids, []);
    const isPlain = set.linkFilter.length === 0 && set.farFilter.length === 0;
    const isBoth = set.direction === 'BOTH';
    const [a, b] = set.direction === 'IN' ? ['b', 'a'] : ['a', 'b'];
    const rows = await this.connection.read(
      isPlain
        ? { statement: isBoth ? statements.degreeBoth : statements.degree, placeholders: { TYPE, a }, parameters: { ids } }
        : {
            statement: isBoth ? statements.degreeBothFiltered : statements.degreeFiltered,
            placeholders: { TYPE, a, b },
            parameters: { ids, ...filters(set) },
          },
    );
    return countsOf(ids, rows);
  }

  async claims(factKeys: readonly string[]): Promise<ReadonlyMap<string, readonly Claim[]>> {
    const rows = await this.connection.read({ statement: statements.claimsOfFacts, parameters: { factKeys: [...new Set(factKeys)] } });
    const published = new Map(rows.map((row) => [row.claim.source, row.published]));
    const compare = compareClaims((source) => published.get(source) ?? '');
    const facts = new Map(factKeys.map((key): [string, Claim[]] => [key, []]));
    for (const { claim } of rows) facts.get(claim.factKey)?.push(claim);
    for (const claims of facts.values()) claims.sort(compare);
    return facts;
  }

  async claimPages({ side, filter, first }: ClaimQuestion, keys: readonly ExpandKey[]): Promise<readonly Page<Claim>[]> {
    const rows = await this.connection.read({
      statement: statements.claimsPage,
      placeholders: { SIDE: side },
      parameters: {
        keys: keys.map(({ id, after }, index) => ({ index: integer(index), id, place: after?.sort ?? FIRST_PLACE, claim: after?.id ?? '' })),
        filter: claimFilter(filter),
        limit: integer(first + 1),
      },
    });
    const pages = keys.map((): Claim[] => []);
    for (const { index, claim } of rows) pages[index]?.push(claim);
    return pages.map((page) => pageOf(page, first));
  }

  async claimCounts(side: ClaimSide, filter: Filter, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const parameters = { ids, filter: claimFilter(filter) };
    return countsOf(ids, await this.connection.read({ statement: statements.claimsCount, placeholders: { SIDE: side }, parameters }));
  }

  async claimsById(ids: readonly string[]): Promise<ReadonlyMap<string, Claim>> {
    return inOrder(ids, await this.connection.read({ statement: statements.claimsById, parameters: { ids } }));
  }

  async search({ words, label, limit }: SearchQuestion): Promise<readonly EntityNode[]> {
    const query = searchQuery(words);
    if (query === null) return [];
    try {
      return await this.connection.read({ statement: statements.search, parameters: { query, label, limit: integer(limit) } });
    } catch (error) {
      if (isMissingIndex(error)) return [];
      throw error;
    }
  }

  /** The label to match, or null for one that no entity can have. */
  private labelOf({ label, intended }: EntitySet): string | null {
    return this.labels.has(label) ? labelFor(label, intended) : null;
  }

  private typeOf({ type, intended }: LinkSet): string | null {
    return this.vocabulary.relationship(type) ? typeFor(type, intended) : null;
  }
}

function filters(set: LinkSet): { linkFilter: Filter; farFilter: Filter } {
  return { linkFilter: linkFilter(set.linkFilter), farFilter: entityFilter(set.farFilter) };
}

function pageOf<T>(rows: readonly T[], first: number): Page<T> {
  return { items: rows.slice(0, first), more: rows.length > first };
}

function countsOf(ids: readonly string[], rows: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const counts = new Map(rows);
  return new Map(ids.map((id) => [id, counts.get(id) ?? 0]));
}

function inOrder<T extends { readonly id: string }>(ids: readonly string[], items: readonly T[]): ReadonlyMap<string, T> {
  const byId = new Map(items.map((item) => [item.id, item]));
  return new Map(
    ids.flatMap((id): [string, T][] => {
      const item = byId.get(id);
      return item ? [[id, item]] : [];
    }),
  );
}
