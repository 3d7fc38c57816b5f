import { compareText } from '../../model/text.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import { statesOf } from '../filter.js';
import type { Parameters } from '../statements.js';
import type { GraphReader, Neighbour, NeighbourCount, Neighbourhood, NeighbourhoodQuestion } from '../store.js';
import { integer, type Question } from './connection.js';
import { LARGE_HUB, newestAround } from './hub-newest.js';
import { typeFor } from './properties.js';
import * as statements from './reads.js';
import { inOrder } from './rows.js';
import { typesOf } from './schema.js';

/**
 * An entity of no more relationships is looked at one by one. Of others each type is counted by itself, which costs as
 * much whatever they have; but a statement that names every type takes the database seconds to plan, and a graph
 * without such hubs never asks it.
 */
const FEW = 1_000;

/** What stands around entities, and how much of each type. */
export class Around {
  private readonly vocabulary: Vocabulary;
  private readonly reader: Pick<GraphReader, 'expand'>;
  private readonly ask: <T>(question: Question<T>) => Promise<T[]>;
  private readonly types: readonly string[];

  constructor(vocabulary: Vocabulary, reader: Pick<GraphReader, 'expand'>, ask: <T>(question: Question<T>) => Promise<T[]>) {
    this.vocabulary = vocabulary;
    this.reader = reader;
    this.ask = ask;
    this.types = typesOf(vocabulary);
  }

  /** One round trip, and one more for hubs; the newest around a large hub take two more. */
  async neighbourhood(question: NeighbourhoodQuestion, ids: readonly string[]): Promise<ReadonlyMap<string, Neighbourhood>> {
    const { types, intended, limit, beyond } = question;
    const stored = types.flatMap((type) => statesOf(intended).map((state) => typeFor(type, state)));
    const parameters = {
      types: Object.fromEntries(stored.map((type) => [type, true])),
      limit: integer(limit),
      most: integer(beyond === 'NEWEST' ? Math.max(limit, LARGE_HUB) : limit),
    };
    const rows = await this.ask({ statement: statements.neighbourhood, parameters: { ...parameters, ids: [...new Set(ids)], few: integer(FEW) } });
    const hubs = rows.filter(({ degree }) => degree === null).map(({ id }) => id);
    const found = [...rows.filter(({ degree }) => degree !== null), ...(hubs.length > 0 ? await this.aroundHubs(hubs, parameters) : [])];
    const unsorted = found.filter(({ degree, around }) => beyond === 'NEWEST' && limit > 0 && Number(degree) > 0 && around.length === 0).map(({ id }) => id);
    const counts = unsorted.length > 0 ? await this.counts(unsorted) : new Map<string, readonly NeighbourCount[]>();
    const newest = new Map(
      await Promise.all(unsorted.map(async (id) => [id, await newestAround(this.reader, this.vocabulary, question, id, counts.get(id) ?? [])] as const)),
    );
    return new Map(
      [...inOrder(ids, found)].map(([id, { kind, degree, around }]) => [
        id,
        { kind, degree: degree ?? 0, neighbours: newest.get(id) ?? around.map((item) => neighbour(id, item)) },
      ]),
    );
  }

  /** How many relationships of each type; one round trip, and one more for hubs. */
  async counts(ids: readonly string[]): Promise<ReadonlyMap<string, readonly NeighbourCount[]>> {
    const rows = await this.ask({ statement: statements.neighbourCounts, parameters: { ids: [...new Set(ids)], few: integer(FEW) } });
    const hubs = rows.filter(({ isFew }) => !isFew).map(({ id }) => id);
    const found = new Map([
      ...rows.map(({ id, out, in: into }): readonly [string, Counts] => [
        id,
        new Map([...out.map(({ type, count }) => [way(type, true), count] as const), ...into.map(({ type, count }) => [way(type, false), count] as const)]),
      ]),
      ...(hubs.length > 0 ? await this.countsOfHubs(hubs) : []),
    ]);
    return new Map(ids.map((id) => [id, this.inOrderOfTypes(found.get(id))]));
  }

  /** Has the database plan what it is asked of hubs. */
  async warm(): Promise<void> {
    await this.countsOfHubs([]);
    await this.aroundHubs([], { types: {}, limit: integer(1), most: integer(1) });
  }

  private aroundHubs(ids: readonly string[], parameters: Parameters): Promise<statements.Surroundings[]> {
    return this.ask({ statement: statements.neighbourhoodOfHubs, placeholders: { TYPE: this.types }, parameters: { ...parameters, ids } });
  }

  /** Counts come for each stored type, outgoing before incoming. */
  private async countsOfHubs(ids: readonly string[]): Promise<readonly (readonly [string, Counts])[]> {
    const rows = await this.ask({ statement: statements.neighbourCountsOfHubs, placeholders: { TYPE: this.types }, parameters: { ids } });
    return rows.map(({ id, counts }) => [
      id,
      new Map(this.types.flatMap((type, index) => [true, false].map((isOut, side) => [way(type, isOut), counts[index]?.[side] ?? 0] as const))),
    ]);
  }

  private inOrderOfTypes(counts: Counts = new Map<string, number>()): readonly NeighbourCount[] {
    return this.vocabulary.relationships
      .flatMap(({ type }) =>
        (['OUT', 'IN'] as const).map((direction): NeighbourCount => {
          const of = (isIntended: boolean) => counts.get(way(typeFor(type, isIntended), direction === 'OUT')) ?? 0;
          return { type, direction, count: of(false), intended: of(true) };
        }),
      )
      .filter(({ count, intended }) => count + intended > 0)
      .sort((a, b) => compareText(a.type, b.type) || compareText(b.direction, a.direction));
  }
}

/** How many relationships there are, by their type and direction. */
type Counts = ReadonlyMap<string, number>;

function way(type: string, isOut: boolean): string {
  return `${type} ${isOut ? 'OUT' : 'IN'}`;
}

function neighbour(id: string, { link, kind }: statements.Around): Neighbour {
  return { link, far: link.from === id ? link.to : link.from, kind };
}
