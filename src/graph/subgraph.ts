import type { Intended } from './filter.js';
import type { Link } from '../model/graph.js';
import { compareText } from '../model/text.js';
import { SeenGraph, type SeenNode } from './seen-graph.js';
import type { GraphReader } from './store.js';

export const MOST_NODES = 200;
export const MOST_RINGS = 3;
export const MOST_LINKS = 1_000;
const MOST_CENTRES_READ = 1_000;
const HUB = 200;
/** Entities looked at before the best are chosen. */
const MOST_CANDIDATES = 400;
const BATCH = 200;

export interface SubgraphQuestion {
  readonly around: readonly string[];
  readonly hops: number;
  /** Kinds of what surrounds; null for any. The centres may be of any. */
  readonly kinds: ReadonlySet<string> | null;
  readonly types: readonly string[];
  readonly intended: Intended;
  readonly limit: number;
}

export interface Subgraph {
  /** Ids, the centres first, then ring by ring, most telling first. */
  readonly nodes: readonly string[];
  readonly links: readonly Link[];
  readonly unknown: readonly string[];
  readonly truncated: boolean;
  readonly reason: string | null;
  readonly explored: { readonly entities: number; readonly relationships: number; readonly roundTrips: number };
}

/**
 * What surrounds some entities, ready to draw: each entity and relationship once, at most `limit` entities. Nearer
 * rings come first; within a ring those that are joined to most of what is shown, each joint weighed by the inverse
 * logarithm of how many relationships it has (Adamic and Adar, Social Networks 25, 2003), then the more often
 * joined, the newer, the id. One round trip for the centres, one for each ring, and one or two to weigh candidates.
 */
export async function subgraph(reader: GraphReader, question: SubgraphQuestion): Promise<Subgraph> {
  return new Drawing(reader, question).draw();
}

class Drawing {
  private readonly reader: GraphReader;
  private readonly question: SubgraphQuestion;
  private readonly graph = new SeenGraph();
  private readonly ring = new Map<number, number>();
  private readonly reasons: string[] = [];
  private entities = 0;
  private roundTrips = 0;

  constructor(reader: GraphReader, question: SubgraphQuestion) {
    this.reader = reader;
    this.question = question;
  }

  async draw(): Promise<Subgraph> {
    const { around, hops, limit } = this.question;
    const centres = [...new Set(around)];
    await this.read(centres, MOST_CENTRES_READ, 'NEWEST');
    const unknown = centres.filter((id) => this.graph.number(id) === undefined);
    const numbers = centres.flatMap((id) => this.graph.number(id) ?? []);
    for (const number of numbers) this.ring.set(number, 0);
    this.noteCuts(numbers);
    let last = numbers;
    for (let ring = 1; ring <= hops; ring += 1) {
      const next = new Set(last.flatMap((number) => this.around(number)).filter((number) => !this.ring.has(number) && this.isWanted(number)));
      for (const number of next) this.ring.set(number, ring);
      last = this.nearest([...next]);
      if (last.length < next.size)
        this.reasons.push(`${String(next.size)} entities are ${String(ring)} steps away, ${String(last.length)} of them were looked at`);
      await this.readAll(last);
    }
    const looked = [...this.ring.keys()].filter((number) => !numbers.includes(number) && this.graph.node(number).reading !== 'UNREAD');
    const ranked = this.ranked(looked);
    const chosen = [...numbers, ...ranked.slice(0, Math.max(0, limit - numbers.length))];
    if (chosen.length < numbers.length + ranked.length)
      this.reasons.push(`${String(ranked.length)} entities surround them, ${String(chosen.length - numbers.length)} are shown`);
    const hubs = chosen.filter((number) => !numbers.includes(number) && this.graph.node(number).reading === 'COUNTED');
    if (hubs.length > 1)
      this.reasons.push(
        `relationships among ${hubs
          .slice(0, 3)
          .map((number) => this.graph.node(number).id)
          .join(', ')}${hubs.length > 3 ? ' and others' : ''} were not read`,
      );
    const links = this.linksAmong(new Set(chosen));
    if (links.length > MOST_LINKS) this.reasons.push(`${String(links.length)} relationships join them, ${String(MOST_LINKS)} are shown`);
    return {
      nodes: chosen.map((number) => this.graph.node(number).id),
      links: links.slice(0, MOST_LINKS),
      unknown,
      truncated: this.reasons.length > 0,
      reason: this.reasons.length > 0 ? this.reasons.join('; ') : null,
      explored: { entities: this.entities, relationships: this.graph.relationships, roundTrips: this.roundTrips },
    };
  }

  private around(number: number): number[] {
    return [...this.graph.node(number).links.keys()];
  }

  private isWanted(number: number): boolean {
    const { kinds } = this.question;
    return kinds === null || kinds.has(this.graph.node(number).kind);
  }

  private noteCuts(numbers: readonly number[]): void {
    for (const { id, reading, degree } of numbers.map((number) => this.graph.node(number))) {
      if (reading === 'CUT') this.reasons.push(`of the ${String(degree)} relationships of ${id} the newest ${String(MOST_CENTRES_READ)} were read`);
    }
  }

  /** Those worth a look: joined most often to what is seen, then newest. */
  private nearest(numbers: readonly number[]): number[] {
    const room = Math.max(0, MOST_CANDIDATES - this.ring.size + numbers.length);
    const key = (number: number) => ({ number, node: this.graph.node(number), newest: newestOf(this.graph.node(number)) });
    return numbers
      .map(key)
      .sort((a, b) => b.node.seen - a.node.seen || compareText(b.newest, a.newest) || compareText(a.node.id, b.node.id))
      .slice(0, Math.min(room, MOST_CANDIDATES))
      .map(({ number }) => number);
  }

  private ranked(numbers: readonly number[]): number[] {
    const weight = (number: number) => 1 / Math.log(1 + Math.max(2, this.graph.node(number).degree));
    const telling = (number: number) => this.around(number).reduce((sum, next) => sum + (this.ring.has(next) ? weight(next) : 0), 0);
    return numbers
      .map((number) => ({ number, ring: this.ring.get(number) ?? 0, telling: Math.round(1_000 * telling(number)), node: this.graph.node(number) }))
      .sort(
        (a, b) =>
          a.ring - b.ring ||
          b.telling - a.telling ||
          b.node.seen - a.node.seen ||
          compareText(newestOf(b.node), newestOf(a.node)) ||
          compareText(a.node.id, b.node.id),
      )
      .map(({ number }) => number);
  }

  private linksAmong(chosen: ReadonlySet<number>): Link[] {
    const found = new Map<string, { link: Link; ring: number; repeats: number }>();
    for (const number of chosen) {
      for (const [next, links] of this.graph.node(number).links) {
        const ring = (this.ring.get(number) ?? 0) + (this.ring.get(next) ?? 0);
        const count = (link: Link, at: number) => links.slice(0, at).filter(({ type }) => type === link.type).length;
        if (chosen.has(next)) for (const [at, link] of links.entries()) found.set(link.key, { link, ring, repeats: count(link, at) });
      }
    }
    return [...found.values()]
      .sort((a, b) => a.ring - b.ring || a.repeats - b.repeats || compareText(b.link.at, a.link.at) || compareText(a.link.key, b.link.key))
      .map(({ link }) => link);
  }

  private async readAll(numbers: readonly number[]): Promise<void> {
    for (let at = 0; at < numbers.length; at += BATCH) {
      await this.read(
        numbers.slice(at, at + BATCH).map((number) => this.graph.node(number).id),
        HUB,
        'NONE',
      );
    }
  }

  private async read(ids: readonly string[], limit: number, beyond: 'NEWEST' | 'NONE'): Promise<void> {
    if (ids.length === 0) return;
    const { types, intended } = this.question;
    for (const [id, around] of await this.reader.neighbourhood({ types, intended, limit, beyond }, ids)) this.graph.add(id, around);
    this.entities += ids.length;
    this.roundTrips += 1;
  }
}

function newestOf({ links }: SeenNode): string {
  let newest = '';
  for (const between of links.values()) for (const { at } of between) if (at > newest) newest = at;
  return newest;
}
