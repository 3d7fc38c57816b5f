import type { Vocabulary } from '../../model/vocabulary.js';
import { batches } from '../../model/groups.js';
import type { HeldRange, HeldRanges } from '../store.js';
import type { Connection } from './connection.js';
import { linkCounts } from './pages.js';
import { LAST_PLACE, typeFor } from './properties.js';
import * as reads from './reads.js';
import { typesOf } from './schema.js';

/** Ids that one read asks for. */
const IDS = 10_000;

/** Whether the database has nothing of the graph in it. */
export async function holdsNothing(connection: Connection): Promise<boolean> {
  const [isEmpty = false] = await connection.read({ statement: reads.isEmpty, parameters: {} });
  return isEmpty;
}

/** What the database holds, range by range of the ids that it describes. */
export class HeldInNeo4j implements HeldRanges {
  private readonly connection: Connection;
  /** The types that there are, each with the end that it describes. */
  private readonly types: readonly { readonly TYPE: string; readonly SIDE: string }[];
  readonly isEmpty: boolean;

  private constructor(connection: Connection, types: HeldInNeo4j['types'], isEmpty: boolean) {
    this.connection = connection;
    this.types = types;
    this.isEmpty = isEmpty;
  }

  static async of(connection: Connection, vocabulary: Vocabulary): Promise<HeldInNeo4j> {
    const isEmpty = await holdsNothing(connection);
    const there = await linkCounts(connection, typesOf(vocabulary));
    const sides = vocabulary.relationships.flatMap(({ type, describes }) =>
      [false, true].map((intended) => ({ TYPE: typeFor(type, intended), SIDE: describes })),
    );
    const types = sides.filter(({ TYPE }) => there.has(TYPE));
    return new HeldInNeo4j(connection, types, isEmpty);
  }

  async between(after: string, until: string | null): Promise<HeldRange> {
    const parameters = { after, until: until ?? LAST_PLACE };
    if (this.isEmpty) return { entities: new Map(), links: new Map(), claims: new Map() };
    const [entities, claims, ...links] = await Promise.all([
      this.connection.readLong({ statement: reads.heldEntities, parameters }),
      this.connection.readLong({ statement: reads.heldClaims, parameters }),
      ...this.types.map((placeholders) => this.connection.readLong({ statement: reads.heldLinks, placeholders, parameters })),
    ]);
    return { entities: new Map(entities), links: new Map(links.flat()), claims: new Map(claims) };
  }

  async entitiesAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (this.isEmpty) return new Set();
    const found: string[] = [];
    for (const chunk of batches(ids, IDS)) found.push(...(await this.connection.readLong({ statement: reads.heldIds, parameters: { ids: chunk } })));
    return new Set(found);
  }
}
