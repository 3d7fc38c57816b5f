import type { Intended } from './filter.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { bestRoutes, type Route } from './best-paths.js';
import { JoiningTypes } from './joining-types.js';
import { frontier, type Frontier } from './path-frontier.js';
import { HUB, type Prices } from './path-price.js';
import { stepsOf, type Lengths, type Steps } from './path-steps.js';
import { SeenGraph, type SeenNode } from './seen-graph.js';
import type { GraphReader, Neighbourhood } from './store.js';

/** What a search may cost; whatever stops it is said in its answer. */
export interface Budget {
  /** Entities whose relationships are read. */
  readonly entities: number;
  readonly relationships: number;
  readonly roundTrips: number;
  readonly milliseconds: number;
  /** An entity of more relationships is a hub: it is counted, and read only when nothing else is left. */
  readonly hub: number;
  /** Relationships read of an end, or of the few types that may join two hubs. */
  readonly ends: number;
  /** How many relationships of a hub are read, newest first. */
  readonly newest: number;
}

export const PATH_BUDGET: Budget = { entities: 3_000, relationships: 30_000, roundTrips: 40, milliseconds: 2_000, hub: HUB, ends: 1_000, newest: 500 };

const BATCH = 128;
const HUBS_AT_ONCE = 16;

export interface SearchQuestion {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly through: readonly string[];
  readonly types: readonly string[];
  readonly intended: Intended;
  readonly maxHops: number;
  readonly lengths: Lengths;
  /** How many paths, told apart by `signature`. */
  readonly count: number;
  readonly passes: (id: string, kind: string) => boolean;
  readonly prices: Prices;
  readonly signature: (graph: SeenGraph, route: Route) => string;
}

export interface Explored {
  readonly entities: number;
  readonly relationships: number;
  readonly roundTrips: number;
}

/** Routes found, best first; those of one signature stand together. */
export interface SearchAnswer {
  readonly graph: SeenGraph;
  readonly routes: readonly (readonly Route[])[];
  readonly explored: Explored;
  /** Why better ones may be missing; null when there are none. */
  readonly cut: string | null;
}

/** What to ask next: all around some entities, or only the relationships that may join hubs to one another. */
interface Next {
  readonly nodes: readonly number[];
  readonly how: 'ALL' | 'JOINING' | 'NEWEST';
}

/** Searches from both ends at once, a batch of entities a round trip, until no better path can be left unseen. */
export class PathSearch {
  private readonly reader: GraphReader;
  private readonly question: SearchQuestion;
  private readonly budget: Budget;
  private readonly joining: JoiningTypes;
  private readonly graph = new SeenGraph();
  private readonly started = Date.now();
  private readonly tried = new Set<string>();
  private entities = 0;
  private roundTrips = 0;

  constructor(vocabulary: Vocabulary, reader: GraphReader, question: SearchQuestion, budget: Budget) {
    this.reader = reader;
    this.question = question;
    this.budget = budget;
    this.joining = new JoiningTypes(vocabulary, question.types);
  }

  /** Reads the ends; gives those that are not there. */
  async open(): Promise<readonly string[]> {
    const { from, to, through, types } = this.question;
    const ends = [...new Set([...from, ...to, ...through])];
    for (const [id, around] of await this.read(ends, types, this.budget.ends, 'NONE')) this.graph.add(id, around);
    return ends.filter((id) => this.graph.number(id) === undefined);
  }

  async run(): Promise<SearchAnswer> {
    const { prices } = this.question;
    const isSettled = (a: number, b: number) => this.joining.areKnown(this.graph.node(a), this.graph.node(b));
    for (;;) {
      const steps = stepsOf(this.graph, prices, this.question);
      const { groups, last, cut } = this.best(steps);
      const open = frontier(this.graph, steps, { limit: last, least: prices.least, isSettled });
      const unpriced = groups.flat().flatMap(({ nodes }) => nodes.slice(1, -1).filter((node) => this.graph.node(node).reading === 'UNREAD'));
      const finish = (reason: string | null) => this.answer(groups, reason ?? (cut ? 'there are too many ways to look at each' : null));
      if (unpriced.length === 0 && (open.near.length === 0 || open.far.length === 0)) return finish(null);
      const next = unpriced.length > 0 ? { nodes: unpriced, how: 'ALL' as const } : this.next(open, groups.length);
      if (next === null) return finish(this.unread(open));
      const spent = this.spent();
      if (spent !== null || !(await this.inTime(this.ask(next)))) return finish(spent ?? this.late());
    }
  }

  /**
   * Between hubs: what joins them directly, then their newest while paths are missing. Else the smaller side's nearest;
   * then what may join the hubs on the way; their newest only when nothing was found.
   */
  private next({ near, far }: Frontier, found: number): Next | null {
    const { graph } = this;
    const isFull = found === this.question.count;
    const ends = this.openEnds();
    if (ends.length > 0) {
      const next = this.unjoined(ends) ?? (isFull ? null : this.newest(ends));
      if (next || isFull) return next;
    }
    const [a = [], b = []] = [near, far].map((side) => side.map(({ node }) => node).filter((node) => graph.node(node).reading === 'UNREAD'));
    const unread = b.length === 0 || (a.length > 0 && a.length <= b.length) ? a : b;
    if (unread.length > 0) return { nodes: unread.slice(0, BATCH), how: 'ALL' };
    const hubs = [...new Set([...near, ...far].map(({ node }) => node))];
    return this.unjoined(hubs) ?? (found === 0 ? this.newest(hubs) : null);
  }

  private unjoined(hubs: readonly number[]): Next | null {
    const types = this.joining.among(hubs.map((hub) => this.graph.node(hub))).join();
    const nodes = hubs.filter((node) => this.isNew(node, types));
    return nodes.length > 0 ? { nodes: nodes.slice(0, HUBS_AT_ONCE), how: 'JOINING' } : null;
  }

  private newest(hubs: readonly number[]): Next | null {
    const nodes = hubs.filter((node) => this.graph.node(node).reading === 'COUNTED' && this.isNew(node, 'newest'));
    return nodes.length > 0 ? { nodes: nodes.slice(0, HUBS_AT_ONCE), how: 'NEWEST' } : null;
  }

  private isNew(node: number, what: string): boolean {
    return !this.tried.has(`${String(node)} ${what}`);
  }

  private async ask({ nodes, how }: Next): Promise<void> {
    const { types } = this.question;
    const chosen = nodes.slice(0, BATCH).map((node) => this.graph.node(node));
    const ids = chosen.map(({ id }) => id);
    if (how === 'ALL') {
      for (const [id, around] of await this.read(ids, types, this.budget.hub, 'NONE')) this.graph.add(id, around);
    } else if (how === 'NEWEST') {
      for (const node of nodes) this.tried.add(`${String(node)} newest`);
      for (const [id, around] of await this.read(ids, types, this.budget.newest, 'NEWEST')) this.graph.add(id, around);
    } else {
      const asked = this.joining.among(chosen);
      for (const node of nodes) this.tried.add(`${String(node)} ${asked.join()}`);
      for (const [id, around] of await this.read(ids, asked, this.budget.ends, 'NONE')) this.keepJoining(id, around, asked);
    }
  }

  private keepJoining(id: string, around: Neighbourhood, asked: readonly string[]): void {
    this.graph.addSome(id, around);
    const node: SeenNode = this.graph.node(this.graph.number(id) ?? 0);
    if (around.degree <= around.neighbours.length) node.known = new Set([...node.known, ...asked]);
  }

  /** Ends that are not fully read, when there are some on both sides: then nothing can be proven. */
  private openEnds(): readonly number[] {
    const [from, to] = [this.question.from, this.question.to].map((ids) =>
      ids.flatMap((id) => this.graph.number(id) ?? []).filter((node) => this.graph.node(node).reading !== 'READ'),
    );
    return from?.length && to?.length ? [...from, ...to] : [];
  }

  private best(steps: Steps): { groups: Route[][]; last: number; cut: boolean } {
    const { count, signature } = this.question;
    const groups = new Map<string, Route[]>();
    let last = Infinity;
    const { cut } = bestRoutes(this.graph, steps, (route) => {
      const name = signature(this.graph, route);
      const group = groups.get(name);
      if (group) group.push(route);
      else groups.set(name, [route]);
      if (groups.size === count) last = route.cost;
      return groups.size < count;
    });
    return { groups: [...groups.values()], last, cut };
  }

  private async read(ids: readonly string[], types: readonly string[], limit: number, beyond: 'NEWEST' | 'NONE'): Promise<ReadonlyMap<string, Neighbourhood>> {
    this.entities += ids.length;
    this.roundTrips += 1;
    return this.reader.neighbourhood({ types, intended: this.question.intended, limit, beyond }, ids);
  }

  /** Whether it ends before the deadline; what comes later is left alone. */
  private async inTime(work: Promise<void>): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(
        () => {
          resolve(false);
        },
        this.started + this.budget.milliseconds - Date.now(),
      );
    });
    const done = work.then(() => true as const);
    const isDone = await Promise.race([done, late]);
    clearTimeout(timer);
    if (!isDone) done.catch(() => undefined);
    return isDone;
  }

  private spent(): string | null {
    const { budget, entities, roundTrips, graph } = this;
    if (Date.now() - this.started >= budget.milliseconds) return this.late();
    if (entities >= budget.entities) return `the search ended after ${String(entities)} entities`;
    if (graph.relationships >= budget.relationships) return `the search ended after ${String(graph.relationships)} relationships`;
    return roundTrips >= budget.roundTrips ? `the search ended after ${String(roundTrips)} questions to the database` : null;
  }

  private late(): string {
    return `the search ended after ${String(this.budget.milliseconds)} ms`;
  }

  /** Names the entities whose relationships were left unread. */
  private unread({ near, far }: Frontier): string {
    const nodes = [...new Set([...near, ...far].map(({ node }) => node))].map((node) => this.graph.node(node));
    const open = nodes.filter(({ reading }) => reading !== 'UNREAD').sort((a, b) => b.degree - a.degree);
    const named = open.slice(0, 3).map(({ id, degree }) => `${id} (${String(degree)})`);
    return `not all relationships were read of ${named.join(', ')}${open.length > 3 ? ' and others' : ''}`;
  }

  private answer(routes: readonly Route[][], cut: string | null): SearchAnswer {
    const { entities, roundTrips, graph } = this;
    return { graph, routes, explored: { entities, relationships: graph.relationships, roundTrips }, cut };
  }
}
