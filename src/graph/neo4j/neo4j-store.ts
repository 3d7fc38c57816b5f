import { setTimeout } from 'node:timers/promises';
import type { Claim } from '../../model/claim.js';
import type { EntityNode, Link } from '../../model/graph.js';
import { compareText } from '../../model/text.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import type { ChangesInOrder, ChangeSet, Content, GraphReader, GraphStore, HeldRanges, Progress, Testimony } from '../store.js';
import { noteApplied, readApplied, type Applied } from './applied.js';
import { auditProblems } from './audit.js';
import { Connection, integer, type Neo4jOptions, type StatementNote } from './connection.js';
import { StoreTimeout } from './errors.js';
import { HeldInNeo4j, holdsNothing } from './held.js';
import { Neo4jReader } from './neo4j-reader.js';
import { OneState, type State } from './one-state.js';
import { eachOfPages, everyPage, linkCounts } from './pages.js';
import { checkNames } from './properties.js';
import * as statements from './reads.js';
import { prepareSchema, schemaProblems, typesOf } from './schema.js';
import type { ToldDispute } from '../../model/told-dispute.js';
import { writeDisputes } from './told-disputes.js';
import { noteWriting, writeChanges, writeInOrder } from './writer.js';

/** Opens a store on Neo4j 5.26 or later; nothing is sent before the first question. Close it when done. */
export function openNeo4jStore(options: Neo4jOptions, vocabulary: Vocabulary): Neo4jStore {
  return new Neo4jStore(options, vocabulary);
}

/** How often the statements that do not vary are asked until the database has planned them. */
const MOST_ATTEMPTS = 5;

/** From so many claims on there may be hubs, and what is asked of them is planned as well. */
const LARGE = 100_000;

/** Milliseconds between two looks at a commit that is being applied. */
const PAUSE = 20;

/** The beginning of a list by label. */
const FIRST = { filter: [], sort: 'sortLabel', descending: false, first: 1, after: null } as const;

/** The graph in Neo4j. */
export class Neo4jStore extends Neo4jReader implements GraphStore {
  readonly engine = 'neo4j';
  private known: State | null = null;
  private isWarm = false;

  constructor(options: Neo4jOptions, vocabulary: Vocabulary) {
    checkNames(vocabulary);
    super(new Connection(options), vocabulary);
  }

  within(signal: AbortSignal): GraphReader {
    return new Neo4jReader(this.connection, this.vocabulary, { signal, whole: this, state: new OneState(this.known, (ending) => this.still(ending), signal) });
  }

  /** Calls back after each read. */
  observe(observer: (note: StatementNote) => void): void {
    this.connection.observe(observer);
  }

  /** Resolves when the database has answered about what it holds, and has planned what is asked most. */
  async ready(): Promise<void> {
    const [kind] = this.vocabulary.kinds;
    await this.now();
    await this.list({ ...FIRST, label: kind?.name ?? '', intended: false });
    await this.warmed();
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  apply(changes: ChangeSet, progress?: Progress): Promise<void> {
    return writeChanges(this.connection, this.vocabulary, changes, progress);
  }

  /** The same for changes of any number; `size` is that of a batch. Gives how often it wrote. */
  applyInOrder(changes: ChangesInOrder, progress?: Progress, size?: number): Promise<number> {
    return writeInOrder(this.connection, this.vocabulary, changes, { progress, size });
  }

  /** Makes the schema what it should be, and gives what was applied last, as far as nobody has written since. Of an empty database it leaves the schema to whoever fills it. */
  async applied(): Promise<Applied> {
    if (!(await this.isEmpty())) await this.prepare();
    return readApplied(this.connection);
  }

  isEmpty(): Promise<boolean> {
    return holdsNothing(this.connection);
  }

  /** Makes the schema what it should be. */
  prepare(): Promise<void> {
    return prepareSchema(this.connection, this.vocabulary);
  }

  /** Marks that all of it was written at once, by another way than this: readers know by it, and so does who writes next. Gives how often it wrote. */
  noteFilled(): Promise<number> {
    return noteWriting(this.connection);
  }

  /** Notes what was applied, after so many writings. */
  noteApplied(applied: Applied): Promise<void> {
    return noteApplied(this.connection, applied);
  }

  /** What it holds now, to be compared in parts. */
  held(): Promise<HeldRanges> {
    return HeldInNeo4j.of(this.connection, this.vocabulary);
  }

  /** All entities, one after the other. */
  eachEntity(): AsyncGenerator<EntityNode> {
    return eachOfPages(this.connection, statements.contentEntities);
  }

  /** All claims, one after the other. */
  eachClaim(): AsyncGenerator<Claim> {
    return eachOfPages(this.connection, statements.contentClaims);
  }

  /** Writes what was found to disagree in the content as it is now. */
  tell(disputes: Iterable<ToldDispute>): Promise<void> {
    return writeDisputes(this.connection, disputes);
  }

  /** A database that has just started may plan for longer than a question waits; its plans outlive the question. */
  private async warmed(): Promise<void> {
    for (let attempt = 1; !this.isWarm; attempt += 1) {
      try {
        await this.warm();
        this.isWarm = true;
      } catch (error) {
        if (!(error instanceof StoreTimeout) || attempt === MOST_ATTEMPTS) throw error;
      }
    }
  }

  /** Has the database plan the statements that do not vary, so that the first visitor does not wait for it. */
  async warm(): Promise<void> {
    await this.entities([]);
    await this.claims([]);
    await this.claimsById([]);
    await this.claimCounts({ side: 'describes', filter: [] }, []);
    await this.neighbourhood({ types: [], intended: 'EXCLUDE', limit: 1, beyond: 'NONE' }, []);
    await this.neighbourCounts([]);
    if ((await this.claimTotal()) > LARGE) await this.around.warm();
    await this.search({ words: ['entente'], label: '', limit: 1 });
    // All names are read for the first question in words.
    for (const { name: label } of this.vocabulary.roots) {
      await Promise.all([false, true].map((intended) => this.count({ label, filter: [], intended })));
      await Promise.all([false, true].map((intended) => this.list({ ...FIRST, label, intended })));
    }
  }

  /** What an operator should mend: a sentence for each missing or wrong index and each inconsistent item. */
  async problems(): Promise<readonly string[]> {
    return [...(await schemaProblems(this.connection, this.vocabulary)), ...(await auditProblems(this.connection, this.vocabulary))];
  }

  async revision(signal?: AbortSignal): Promise<string> {
    return (await this.still(signal)).revision;
  }

  async content(): Promise<Content> {
    const testimony = await this.testimony();
    const types = [...(await linkCounts(this.connection, typesOf(this.vocabulary))).keys()];
    const links: Link[][] = [];
    for (const TYPE of types) links.push(await everyPage(this.connection, statements.contentLinks, { TYPE }));
    return { ...testimony, links: links.flat().sort((a, b) => compareText(a.key, b.key)) };
  }

  async testimony(signal?: AbortSignal): Promise<Testimony> {
    const entities = await everyPage(this.connection, statements.contentEntities, {}, signal);
    const claims = await everyPage(this.connection, statements.contentClaims, {}, signal);
    const byId = (a: { id: string }, b: { id: string }) => compareText(a.id, b.id);
    return { entities: entities.sort(byId), claims: claims.sort(byId) };
  }

  async claimTotal(): Promise<number> {
    const [total] = await this.connection.read({ statement: statements.claimTotal, parameters: {} });
    return total ?? 0;
  }

  private async still(signal?: AbortSignal): Promise<State> {
    for (;;) {
      const state = await this.now();
      if (!state.isMoving) return state;
      await setTimeout(PAUSE, undefined, { signal });
    }
  }

  private async now(): Promise<State> {
    let bookmark = '';
    const onState = (seen: string) => (bookmark = seen);
    const [seen] = await this.connection.read({ statement: statements.revision, parameters: { stale: integer(statements.STALE) } }, { onState });
    const { revision = '0', isMoving = false } = seen ?? {};
    this.known = { bookmark, revision, isMoving };
    return this.known;
  }
}
