import type { Link } from '../model/graph.js';
import type { Neighbourhood } from './store.js';

/**
 * How far an entity has been read: not at all, all its relationships, only their number, or the newest of them.
 * Only what is READ needs no second look.
 */
export type Reading = 'UNREAD' | 'READ' | 'COUNTED' | 'CUT';

/** An entity that a search has seen, by number; its neighbours are numbers too. */
export interface SeenNode {
  readonly id: string;
  readonly kind: string;
  reading: Reading;
  /** Known once it is read or counted. */
  degree: number;
  /** Types of which all its relationships are known though it is not fully read. */
  known: ReadonlySet<string>;
  /** The relationships that join it to each neighbour. */
  readonly links: Map<number, Link[]>;
  /** How many of its relationships have been seen, from whichever end. */
  seen: number;
}

/** What a search has read of the graph so far. */
export class SeenGraph {
  readonly nodes: SeenNode[] = [];
  relationships = 0;
  private readonly numbers = new Map<string, number>();
  private readonly keys = new Set<string>();

  number(id: string): number | undefined {
    return this.numbers.get(id);
  }

  node(number: number): SeenNode {
    const node = this.nodes[number];
    if (!node) throw new Error(`no entity number ${String(number)}`);
    return node;
  }

  /** Keeps what stands around an entity. */
  add(id: string, { kind, degree, neighbours }: Neighbourhood): void {
    const number = this.see(id, kind);
    const node = this.node(number);
    node.degree = degree;
    node.reading = degree <= neighbours.length ? 'READ' : neighbours.length === 0 ? 'COUNTED' : 'CUT';
    this.addSome(id, { kind, degree, neighbours });
  }

  /** Keeps relationships of an entity of which others are not known yet. */
  addSome(id: string, { kind, neighbours }: Neighbourhood): void {
    const number = this.see(id, kind);
    this.relationships += neighbours.length;
    for (const { link, far, kind: farKind } of neighbours) this.join(number, this.see(far, farKind), link);
  }

  private see(id: string, kind: string): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    this.numbers.set(id, this.nodes.length);
    this.nodes.push({ id, kind, reading: 'UNREAD', degree: 0, known: new Set(), links: new Map(), seen: 0 });
    return this.nodes.length - 1;
  }

  private join(a: number, b: number, link: Link): void {
    if (a === b || this.keys.has(link.key)) return;
    this.keys.add(link.key);
    for (const [near, far] of [
      [a, b],
      [b, a],
    ] as const) {
      const node = this.node(near);
      node.seen += 1;
      const links = node.links.get(far);
      if (links) links.push(link);
      else node.links.set(far, [link]);
    }
  }
}
