import type { EntityNode, Link } from '../../model/projection.js';
import { compareText } from '../../model/text.js';
import type { Neighbour, NeighbourCount, Neighbourhood, NeighbourhoodQuestion } from '../store.js';

/**
 * Every entity's relationships, newest first, in typed arrays: some 20 bytes a relationship beside the objects that
 * the store holds anyway. Built once after a change; a degree over some types is a scan of one slice.
 */
export class Adjacency {
  private readonly entities: readonly EntityNode[];
  private readonly links: readonly Link[];
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly typeNumbers = new Map<string, number>();
  private readonly types: Uint16Array;
  private readonly intended: Uint8Array;
  /** The slice of `around` that belongs to each entity starts here; its numbers of links are newest first. */
  private readonly starts: Uint32Array;
  private readonly around: Uint32Array;

  constructor(entities: readonly EntityNode[], links: readonly Link[]) {
    this.entities = entities;
    this.links = newestFirst(links);
    this.numbers = new Map(entities.map(({ id }, number) => [id, number]));
    this.types = Uint16Array.from(this.links, ({ type }) => this.typeNumber(type));
    this.intended = Uint8Array.from(this.links, (link) => (link.intended ? 1 : 0));
    this.starts = new Uint32Array(entities.length + 1);
    for (const link of this.links) for (const end of this.endsOf(link)) this.starts[end + 1] = (this.starts[end + 1] ?? 0) + 1;
    for (let at = 0; at < entities.length; at += 1) this.starts[at + 1] = (this.starts[at + 1] ?? 0) + (this.starts[at] ?? 0);
    this.around = new Uint32Array(this.starts.at(-1) ?? 0);
    const next = this.starts.slice();
    for (const [number, link] of this.links.entries()) {
      for (const end of this.endsOf(link)) {
        const place = next[end] ?? 0;
        this.around[place] = number;
        next[end] = place + 1;
      }
    }
  }

  neighbourhood({ types, intended, limit, beyond }: NeighbourhoodQuestion, id: string): Neighbourhood | null {
    const number = this.numbers.get(id);
    const entity = number === undefined ? undefined : this.entities[number];
    if (number === undefined || !entity) return null;
    const wanted = new Uint8Array(this.typeNumbers.size);
    for (const type of types) wanted[this.typeNumbers.get(type) ?? wanted.length] = 1;
    const neighbours: Neighbour[] = [];
    let degree = 0;
    for (const at of this.slice(number)) {
      if (wanted[this.types[at] ?? 0] !== 1 || (!intended && this.intended[at] === 1)) continue;
      degree += 1;
      if (degree <= limit) neighbours.push(this.neighbour(id, at));
    }
    return { kind: entity.kind, degree, neighbours: beyond === 'NONE' && degree > limit ? [] : neighbours };
  }

  counts(id: string): readonly NeighbourCount[] {
    const number = this.numbers.get(id);
    if (number === undefined) return [];
    const counts = new Map<string, { type: string; direction: 'OUT' | 'IN'; count: number; intended: number }>();
    const add = (link: Link, direction: 'OUT' | 'IN') => {
      const key = link.type + direction;
      const group = counts.get(key) ?? { type: link.type, direction, count: 0, intended: 0 };
      group[link.intended ? 'intended' : 'count'] += 1;
      counts.set(key, group);
    };
    for (const at of this.slice(number)) {
      const link = this.links[at];
      if (link?.from === id) add(link, 'OUT');
      if (link?.to === id) add(link, 'IN');
    }
    return [...counts.values()].sort((a, b) => compareText(a.type, b.type) || compareText(b.direction, a.direction));
  }

  private slice(number: number): Uint32Array {
    return this.around.subarray(this.starts[number], this.starts[number + 1]);
  }

  private neighbour(id: string, at: number): Neighbour {
    const link = this.links[at];
    if (!link) throw new Error(`no relationship ${String(at)}`);
    const far = link.from === id ? link.to : link.from;
    return { link, far, kind: this.entities[this.numbers.get(far) ?? -1]?.kind ?? '' };
  }

  /** Numbers of a link's two ends; one for a loop. */
  private endsOf({ from, to }: Link): readonly number[] {
    const ends = from === to ? [from] : [from, to];
    return ends.flatMap((id) => this.numbers.get(id) ?? []);
  }

  private typeNumber(type: string): number {
    const known = this.typeNumbers.get(type);
    if (known !== undefined) return known;
    this.typeNumbers.set(type, this.typeNumbers.size);
    return this.typeNumbers.size - 1;
  }
}

/** Sorts within days only: there are far fewer days than relationships. */
function newestFirst(links: readonly Link[]): Link[] {
  const days = new Map<string, Link[]>();
  for (const link of links) {
    const day = days.get(link.at);
    if (day) day.push(link);
    else days.set(link.at, [link]);
  }
  return [...days.keys()].sort((a, b) => compareText(b, a)).flatMap((day) => (days.get(day) ?? []).sort((a, b) => compareText(b.key, a.key)));
}
