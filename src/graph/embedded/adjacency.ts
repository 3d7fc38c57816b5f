import { statesOf } from '../filter.js';
import type { EntityNode, Link } from '../../model/graph.js';
import { eachInSteps, groupedInSteps, sortedInSteps, type Steps } from '../../model/steps.js';
import { compareText } from '../../model/text.js';
import type { Direction } from '../../model/vocabulary.js';
import type { Neighbour, NeighbourCount, Neighbourhood, NeighbourhoodQuestion } from '../store.js';
import type { Records } from './records.js';

/** Every entity's relationships, newest first, in typed arrays: some 30 bytes a relationship. */
export interface AdjacencyTable {
  readonly typeNames: readonly string[];
  readonly kindNames: readonly string[];
  /** By number of a relationship. */
  readonly types: Uint16Array;
  readonly intended: Uint8Array;
  readonly froms: Uint32Array;
  readonly tos: Uint32Array;
  /** By number of an entity. */
  readonly kinds: Uint16Array;
  /** The slice of `around` that belongs to each entity starts here; its numbers of relationships are newest first. */
  readonly starts: Uint32Array;
  readonly around: Uint32Array;
}

/** The table of relationships that come newest first, see `newestFirst`. */
export function* adjacencyTable(entities: readonly EntityNode[], links: readonly Link[]): Steps<AdjacencyTable> {
  const numbers = new Map(entities.map(({ id }, number) => [id, number]));
  const numberOf = (id: string) => {
    const number = numbers.get(id);
    if (number === undefined) throw new Error(`a relationship has an end that is not there: ${id}`);
    return number;
  };
  const typeNames = [...new Set(links.map(({ type }) => type))];
  const kindNames = [...new Set(entities.map(({ kind }) => kind))];
  const froms = new Uint32Array(links.length);
  const tos = new Uint32Array(links.length);
  const types = new Uint16Array(links.length);
  yield* eachInSteps(links, ({ from, to, type }, at) => {
    froms[at] = numberOf(from);
    tos[at] = numberOf(to);
    types[at] = typeNames.indexOf(type);
  });
  const starts = new Uint32Array(entities.length + 1);
  const eachEnd = (see: (entity: number, link: number) => void) =>
    eachInSteps(froms, (from, link) => {
      const to = tos[link] ?? 0;
      see(from, link);
      if (from !== to) see(to, link);
    });
  yield* eachEnd((entity) => {
    starts[entity + 1] = (starts[entity + 1] ?? 0) + 1;
  });
  for (let at = 0; at < entities.length; at += 1) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const around = new Uint32Array(starts.at(-1) ?? 0);
  const next = starts.slice();
  yield* eachEnd((entity, link) => {
    const place = next[entity] ?? 0;
    around[place] = link;
    next[entity] = place + 1;
  });
  return {
    typeNames,
    kindNames,
    types,
    intended: Uint8Array.from(links, (link) => (link.intended ? 1 : 0)),
    froms,
    tos,
    kinds: Uint16Array.from(entities, ({ kind }) => kindNames.indexOf(kind)),
    starts,
    around,
  };
}

/** The relationships of a type that run in a direction: those that are so, or those that are intended. */
interface OfType {
  readonly type: string;
  readonly direction: Direction;
  readonly intended: boolean;
}

/** Answers what stands around an entity, given by its number. */
export class Adjacency {
  private readonly table: AdjacencyTable;
  private readonly entities: Records<EntityNode>;
  private readonly links: Records<Link>;

  constructor(table: AdjacencyTable, entities: Records<EntityNode>, links: Records<Link>) {
    this.table = table;
    this.entities = entities;
    this.links = links;
  }

  neighbourhood({ types, intended, limit, beyond }: NeighbourhoodQuestion, entity: number): Neighbourhood {
    const wanted = Uint8Array.from(this.table.typeNames, (type) => (types.includes(type) ? 1 : 0));
    const states = statesOf(intended);
    const near: number[] = [];
    let degree = 0;
    for (const link of this.slice(entity)) {
      if (wanted[this.table.types[link] ?? 0] !== 1 || !states.includes(this.table.intended[link] === 1)) continue;
      degree += 1;
      if (degree <= limit) near.push(link);
    }
    const neighbours = beyond === 'NONE' && degree > limit ? [] : near.map((link) => this.neighbour(entity, link));
    return { kind: this.kindOf(entity), degree, neighbours };
  }

  counts(entity: number): readonly NeighbourCount[] {
    const { typeNames, types, intended, froms, tos } = this.table;
    const counts = new Map<string, { type: string; direction: 'OUT' | 'IN'; count: number; intended: number }>();
    const add = (link: number, direction: 'OUT' | 'IN') => {
      const type = typeNames[types[link] ?? 0] ?? '';
      const group = counts.get(type + direction) ?? { type, direction, count: 0, intended: 0 };
      group[intended[link] === 1 ? 'intended' : 'count'] += 1;
      counts.set(type + direction, group);
    };
    for (const link of this.slice(entity)) {
      if (froms[link] === entity) add(link, 'OUT');
      if (tos[link] === entity) add(link, 'IN');
    }
    return [...counts.values()].sort((a, b) => compareText(a.type, b.type) || compareText(b.direction, a.direction));
  }

  /** Numbers of an entity's relationships of a type, newest first. */
  ofType(entity: number, { type, direction, intended }: OfType): Uint32Array {
    const { typeNames, types, froms, tos } = this.table;
    const [wanted, meant] = [typeNames.indexOf(type), intended ? 1 : 0];
    return this.slice(entity).filter(
      (link) =>
        types[link] === wanted && this.table.intended[link] === meant && (direction === 'BOTH' || (direction === 'OUT' ? froms[link] : tos[link]) === entity),
    );
  }

  /** All relationships of a type, as near end, far end and number; one of a symmetric type once from each end. */
  *all({ type, direction, intended }: OfType): Generator<readonly [near: number, far: number, link: number]> {
    const { typeNames, types, froms, tos } = this.table;
    const [wanted, meant] = [typeNames.indexOf(type), intended ? 1 : 0];
    for (let link = 0; link < types.length; link += 1) {
      if (types[link] !== wanted || this.table.intended[link] !== meant) continue;
      const [from = 0, to = 0] = [froms[link], tos[link]];
      if (direction !== 'IN') yield [from, to, link];
      if (direction === 'IN' || (direction === 'BOTH' && from !== to)) yield [to, from, link];
    }
  }

  /** The same of those that have one of some entities at their far end. */
  *from(fars: Iterable<number>, { type, direction, intended }: OfType): Generator<readonly [near: number, far: number, link: number]> {
    const back = direction === 'OUT' ? 'IN' : direction === 'IN' ? 'OUT' : 'BOTH';
    for (const far of fars) for (const link of this.ofType(far, { type, direction: back, intended })) yield [this.farOf(far, link), far, link];
  }

  /** Number of the entity at the other end. */
  farOf(entity: number, link: number): number {
    const { froms, tos } = this.table;
    return (froms[link] === entity ? tos[link] : froms[link]) ?? 0;
  }

  private slice(entity: number): Uint32Array {
    return this.table.around.subarray(this.table.starts[entity], this.table.starts[entity + 1]);
  }

  private kindOf(entity: number): string {
    return this.table.kindNames[this.table.kinds[entity] ?? 0] ?? '';
  }

  private neighbour(entity: number, number: number): Neighbour {
    const link = this.links.at(number);
    if (!link) throw new Error(`no relationship ${String(number)}`);
    const far = this.farOf(entity, number);
    const ownId = this.entities.at(entity)?.id;
    return { link, far: link.from === ownId ? link.to : link.from, kind: this.kindOf(far) };
  }
}

/** Sorts within days only: there are far fewer days than relationships. */
export function* newestFirst(links: Iterable<Link>): Steps<Link[]> {
  const days = yield* groupedInSteps(links, ({ at }) => at);
  const sorted: Link[] = [];
  for (const day of [...days.keys()].sort((a, b) => compareText(b, a))) {
    for (const link of yield* sortedInSteps(days.get(day) ?? [], (a, b) => compareText(b.key, a.key))) sorted.push(link);
  }
  return sorted;
}
