import neo4j, { type Driver, type Session } from 'neo4j-driver';
import type { Address } from './global-setup.js';

/** The database without the store: for wiping it, breaking it, and counting its hits. */
export class Raw {
  private readonly driver: Driver;
  private readonly database: string;

  constructor({ uri, user, password, database }: Address) {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its options as a class and takes literals
    this.driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true, telemetryDisabled: true });
    this.database = database;
  }

  async run(text: string, parameters: Record<string, unknown> = {}): Promise<Record<string, unknown>[]> {
    const session = this.session();
    try {
      const { records } = await session.run(text, parameters);
      return records.map((record) => record.toObject() as Record<string, unknown>);
    } finally {
      await session.close();
    }
  }

  /** Removes every node and relationship; indexes stay. */
  async wipe(): Promise<void> {
    await this.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
  }

  /** Has all that is asked from now on planned by what there is now: until it knows that, the database may plan to walk. */
  async planAnew(): Promise<void> {
    await this.run('CALL db.resampleOutdatedIndexes()');
    await this.run('CALL db.awaitIndexes(60)');
    await this.run('CALL db.clearQueryCaches()');
  }

  /** Database hits of a statement, and how many rows it gave, measured on its second run. */
  async hits(text: string, parameters: Record<string, unknown>): Promise<{ hits: number; rows: number }> {
    await this.run(text, parameters);
    const session = this.session();
    try {
      const { records, summary } = await session.run(`PROFILE ${text}`, parameters);
      if (summary.profile === false) throw new Error('no profile');
      return { hits: total(summary.profile), rows: records.length };
    } finally {
      await session.close();
    }
  }

  close(): Promise<void> {
    return this.driver.close();
  }

  private session(): Session {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its options as a class and takes literals
    return this.driver.session({ database: this.database });
  }
}

/** A step of a profiled plan. */
interface Step {
  readonly dbHits: number;
  readonly children: readonly Step[];
}

function total({ dbHits, children }: Step): number {
  return children.reduce((sum, child) => sum + total(child), dbHits);
}
