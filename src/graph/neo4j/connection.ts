import { setTimeout as pause } from 'node:timers/promises';
import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import type { Names, Parameters, Statement } from '../statements.js';
import { classified, isWorthRetrying, StoreUnavailable, Vanished } from './errors.js';
import { Plans } from './plans.js';
import { Presence } from './presence.js';
import { settled, within } from './waiting.js';

/** Where the database is, and how long it may take; times in milliseconds. */
export interface Neo4jOptions {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** For one question; the database ends it then. 5,000 by default. */
  readonly statementTimeout?: number;
  /** For one batch of a write, and for a page of all content. 60,000 by default. */
  readonly writeTimeout?: number;
  /** For a free connection. 2,000 by default. */
  readonly acquisitionTimeout?: number;
  /** For reaching the server. 5,000 by default. */
  readonly connectTimeout?: number;
  /** Connections at once. 16 by default. */
  readonly poolSize?: number;
  /** Hears of every statement sent, one call a round trip. */
  readonly onStatement?: Listener;
}

export type Listener = (name: string, text: string, parameters: Parameters) => void;

/** A statement with its placeholders and parameters filled in. */
export interface Question<T> {
  readonly statement: Statement<T>;
  readonly placeholders?: Names;
  readonly parameters: Parameters;
}

/** How a statement went. */
export interface StatementNote {
  readonly name: string;
  readonly milliseconds: number;
  readonly outcome: 'done' | 'failed';
}

/** What bounds a read beside the database's own limit. */
interface Bounds {
  readonly timeout?: number;
  /** Ends the statement when it aborts. */
  readonly signal?: AbortSignal | undefined;
  /** Hears in which state of the database the statement was answered: another one after each write. */
  readonly onState?: (state: string) => void;
}

/** How much later than the database's own limit a question is given up here. */
const GRACE = 500;

/** How long the database may plan a statement: seconds, when it has just started. */
const PLANNING = 20_000;

/** How long the database may take for the least there is to ask. */
const LONGEST_LOOK = 1_000;

/** Milliseconds before a read is tried again whose rows vanish under it, which takes until a commit is applied. */
const PAUSE = 20;

/** The driver with this program's manners: bounded waits, one retry, bookmarks kept from the last write. */
export class Connection {
  private readonly options: Required<Neo4jOptions>;
  private driver: Driver;
  private bookmarks: string[] = [];
  private readonly observers: ((note: StatementNote) => void)[] = [];
  private readonly plans = new Plans((text, parameters) => this.explain(text, parameters));
  private readonly presence = new Presence(async () => {
    await this.look();
    await this.plans.again();
  });

  constructor(options: Neo4jOptions) {
    this.options = {
      statementTimeout: 5_000,
      writeTimeout: 60_000,
      acquisitionTimeout: 2_000,
      connectTimeout: 5_000,
      poolSize: 16,
      onStatement: () => undefined,
      ...options,
    };
    this.driver = this.open();
  }

  /** Rejects with StoreUnavailable when the server does not answer. */
  async verify(): Promise<void> {
    const { database, connectTimeout } = this.options;
    try {
      await within(this.driver.verifyConnectivity({ database }), connectTimeout + GRACE, 'connecting');
    } catch (error) {
      throw this.failed(error);
    }
  }

  /** Calls back after each read. */
  observe(observer: (note: StatementNote) => void): void {
    this.observers.push(observer);
  }

  /** Rows of one read statement, in one round trip once it is planned; at most one retry where the connection fails, more where rows vanish, and all of it within one deadline. */
  async read<T>({ statement, placeholders = {}, parameters }: Question<T>, bounds: Bounds = {}): Promise<T[]> {
    const text = statement.with(placeholders);
    const { timeout = this.options.statementTimeout, signal } = bounds;
    const deadline = Date.now() + timeout + GRACE;
    await this.presence.confirmed(signal);
    await within(this.plans.planned(text, parameters), timeout + GRACE, statement.name, signal);
    for (let attempt = 1; ; attempt += 1) {
      signal?.throwIfAborted();
      const started = performance.now();
      const note = (outcome: StatementNote['outcome']) => {
        for (const observer of this.observers) observer({ name: statement.name, milliseconds: performance.now() - started, outcome });
      };
      try {
        const rows = await this.readOnce(statement, text, parameters, { ...bounds, timeout }, deadline - Date.now());
        note('done');
        return rows;
      } catch (error) {
        note('failed');
        const isVanished = error instanceof Vanished;
        if ((attempt > 1 && !isVanished) || !isWorthRetrying(error) || Date.now() >= deadline) throw this.failed(error);
        if (isVanished) await pause(PAUSE, undefined, { signal });
      }
    }
  }

  /** A page of everything, for which there is more time. */
  readLong<T>(question: Question<T>, signal?: AbortSignal): Promise<T[]> {
    return this.read(question, { timeout: this.options.writeTimeout, signal });
  }

  /**
   * Runs `work` in one write transaction; the driver repeats it when the database asks to, `attempt` counts from
   * 1. Later reads see what it wrote.
   */
  async write<T>(work: (writing: Writing, attempt: number) => Promise<T>): Promise<T> {
    const session = this.session(neo4j.session.WRITE);
    let attempt = 0;
    try {
      const value = await session.executeWrite((tx) => work(new Writing(tx, this.options.onStatement), (attempt += 1)), {
        timeout: this.options.writeTimeout,
      });
      this.bookmarks = session.lastBookmarks();
      return value;
    } catch (error) {
      throw this.failed(error);
    } finally {
      await settled(session.close());
    }
  }

  /** Plain commands on the schema, all in one transaction. */
  async define(commands: readonly string[]): Promise<void> {
    await this.write((writing) => writing.commands(commands));
  }

  async close(): Promise<void> {
    await settled(this.driver.close());
  }

  private async readOnce<T>(
    statement: Statement<T>,
    text: string,
    parameters: Parameters,
    { timeout = 0, signal, onState }: Bounds,
    left: number,
  ): Promise<T[]> {
    const { driver } = this;
    const session = this.session(neo4j.session.READ);
    this.options.onStatement(statement.name, text, parameters);
    try {
      const { records } = await within(session.run(text, { ...parameters }, { timeout }), left, statement.name, signal);
      onState?.(session.lastBookmarks().join());
      return records.map(statement.parse);
    } finally {
      this.release(session, driver);
    }
  }

  private async explain(text: string, parameters: Parameters): Promise<void> {
    const { driver } = this;
    const session = this.session(neo4j.session.READ);
    try {
      await within(session.run(`EXPLAIN ${text}`, { ...parameters }, { timeout: PLANNING }), PLANNING + GRACE, 'planning');
    } catch (error) {
      throw this.failed(error);
    } finally {
      this.release(session, driver);
    }
  }

  /** Asks the least there is to ask. */
  private async look(): Promise<void> {
    const { driver } = this;
    const session = this.session(neo4j.session.READ);
    try {
      await within(session.run('RETURN 1'), LONGEST_LOOK, 'a look');
    } catch (error) {
      throw this.failed(error);
    } finally {
      this.release(session, driver);
    }
  }

  /** Gives a connection back, and ends what still runs on it; nobody waits for it. */
  private release(session: Session, driver: Driver): void {
    void settled(session.close()).then((closed) => {
      if (!closed) this.replace(driver);
    });
  }

  /** What an error means. */
  private failed(error: unknown): unknown {
    const meant = classified(error);
    if (meant instanceof StoreUnavailable) {
      this.presence.lost(meant);
      this.plans.lost();
    }
    return meant;
  }

  private session(mode: 'READ' | 'WRITE'): Session {
    const { database } = this.options;
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its options as a class and takes literals
    return this.driver.session({ database, defaultAccessMode: mode, bookmarks: this.bookmarks, fetchSize: -1 });
  }

  private open(): Driver {
    const { uri, user, password, poolSize, acquisitionTimeout, connectTimeout } = this.options;
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its options as a class and takes literals
    return neo4j.driver(uri, neo4j.auth.basic(user, password), {
      maxConnectionPoolSize: poolSize,
      connectionAcquisitionTimeout: acquisitionTimeout,
      connectionTimeout: Math.min(connectTimeout, acquisitionTimeout),
      maxTransactionRetryTime: 10_000,
      disableLosslessIntegers: true,
      telemetryDisabled: true,
      userAgent: 'entente',
    });
  }

  /** A server that hangs never lets go of a connection, so the whole pool is left behind. */
  private replace(hung: Driver): void {
    if (hung !== this.driver) return;
    this.driver = this.open();
    setTimeout(() => void settled(hung.close()), this.options.statementTimeout + GRACE).unref();
  }
}

/** What a write transaction may run. */
export class Writing {
  private readonly tx: ManagedTransaction;
  private readonly onStatement: Listener;

  constructor(tx: ManagedTransaction, onStatement: Listener) {
    this.tx = tx;
    this.onStatement = onStatement;
  }

  async run<T>({ statement, placeholders = {}, parameters }: Question<T>): Promise<T[]> {
    const text = statement.with(placeholders);
    this.onStatement(statement.name, text, parameters);
    const { records } = await this.tx.run(text, { ...parameters });
    return records.map(statement.parse);
  }

  async commands(texts: readonly string[]): Promise<void> {
    await Promise.all(
      texts.map((text) => {
        this.onStatement('schema', text, {});
        return this.tx.run(text);
      }),
    );
  }
}

/** A whole number as the database's integer. */
export function integer(value: number): unknown {
  return neo4j.int(value);
}
