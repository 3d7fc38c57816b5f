import type { Intended } from './filter.js';
import type { Claim } from '../model/claim.js';
import { isActual, isIntended } from '../model/claim.js';
import type { Link } from '../model/graph.js';
import { compareText } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { Route } from './best-paths.js';
import type { Lengths } from './path-steps.js';
import { PathSearch, PATH_BUDGET, type Budget, type Explored, type SearchAnswer } from './path-search.js';
import { Prices } from './path-price.js';
import type { SeenGraph } from './seen-graph.js';
import type { GraphReader } from './store.js';

export const MOST_HOPS = 4;
export const MOST_PATHS = 10;
export const MOST_ENDS = 10;
export const MOST_THROUGH = 3;

/** What makes one path better than another. */
export const RANKINGS = {
  FEWEST_HOPS: 'The fewest steps first; of equally long ones those that avoid hubs.',
  AVOID_HUBS:
    'Those first that run through what has few relationships, since a common acquaintance says more than a common country: each entity passed costs the square root of the number of its relationships (a record: of those involved in it), a step that only says what something is about, where it lies or what it belongs to as much as an entity of twenty, of a hundred when it says so of an end; the ends cost nothing.',
  BEST_EVIDENCED: 'Those first whose weakest step rests on the most sources, among the 200 best that avoid hubs; `reason` says when there were more.',
  MOST_RECENT: 'Those first whose oldest step is newest, among all paths; undated steps count as oldest. Of equally old ones those that avoid hubs.',
} as const;

export type Ranking = keyof typeof RANKINGS;

/** What a search came to. */
export const OUTCOMES = {
  FOUND: 'There are paths; `truncated` says whether better ones may be missing.',
  SAME_ENTITY: 'An entity stands at both ends.',
  NONE_WITHIN_HOPS: 'Everything was looked at: there is no path of so few steps.',
  UNKNOWN_ENTITY: 'An id is not there; `unknown` offers what may be meant.',
  TRUNCATED: 'None was found before the search reached its limits; there may be one.',
} as const;

export type Outcome = keyof typeof OUTCOMES;

export interface PathQuestion {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Types of relationship that paths may run over. */
  readonly types: readonly string[];
  /** Kinds that entities passed must be of; null for any. Where none of them is a record's, records may be passed all the same, unless `byLinks`. */
  readonly kinds: ReadonlySet<string> | null;
  readonly through: readonly string[];
  readonly avoid: readonly string[];
  /** Steps as people count them, unless `byLinks`: two entities that a record joins are one step apart, and what is said of the record beside half a step more. */
  readonly maxHops: number;
  /** Whether each relationship is a step of its own. */
  readonly byLinks?: boolean;
  readonly k: number;
  readonly rankBy: Ranking;
  readonly intended: Intended;
  /** Paths that agree in their entities of these kinds count as one; null tells all apart. */
  readonly distinctBy: ReadonlySet<string> | null;
}

/** One step: the relationship that tells most, and the others between the same two entities. */
export interface PathStep {
  readonly link: Link;
  readonly others: readonly Link[];
}

export interface FoundPath {
  /** Ids from start to end. */
  readonly entities: readonly string[];
  readonly steps: readonly PathStep[];
  /** How many steps, as `maxHops` counts them; what is half a step counts as a whole one. */
  readonly length: number;
  /** See Prices. */
  readonly price: number;
  /** Paths that count as this one, best first; at most 20. */
  readonly variants: readonly FoundPath[];
}

export interface PathAnswer {
  readonly outcome: Outcome;
  readonly paths: readonly FoundPath[];
  readonly unknown: readonly string[];
  readonly explored: Explored;
  readonly truncated: boolean;
  readonly reason: string | null;
}

/** How many of the best paths are weighed anew by their evidence, which only claims tell. */
const POOL = 200;
const ORDERS = { FEWEST_HOPS: 'HOPS', AVOID_HUBS: 'PRICE', BEST_EVIDENCED: 'PRICE', MOST_RECENT: 'NEWEST' } as const;
export const MOST_VARIANTS = 20;
const NOTHING: Explored = { entities: 0, relationships: 0, roundTrips: 0 };

/**
 * The k best paths between two sets of entities over relationships that paths may run over. Order: the ranking, then
 * the price, then fewest hops (FEWEST_HOPS: hops, then the price), then the ids along the path. Bounded before it starts; says when
 * better paths may have been missed, and why.
 */
export async function findPaths(vocabulary: Vocabulary, reader: GraphReader, question: PathQuestion, budget: Budget = PATH_BUDGET): Promise<PathAnswer> {
  const { from, to, avoid, through, rankBy, k } = question;
  const records = recordsIn(vocabulary);
  const kinds = passableOf(question, records);
  const isPooled = rankBy === 'BEST_EVIDENCED';
  const avoided = new Set(avoid);
  const demanded = new Set(through);
  const lengths = lengthsIn(question.byLinks === true ? new Set() : records);
  const prices = new Prices(vocabulary, ORDERS[rankBy], budget.hub);
  const search = new PathSearch(
    vocabulary,
    reader,
    {
      ...question,
      from: [...new Set(from)].filter((id) => !avoided.has(id)).sort(compareText),
      to: [...new Set(to)].filter((id) => !avoided.has(id)).sort(compareText),
      through: [...demanded].sort(compareText),
      count: isPooled ? POOL : k,
      lengths,
      passes: (id, kind) => !avoided.has(id) && (demanded.has(id) || kinds === null || kinds.has(kind)),
      prices,
      signature: signatureOf(question.distinctBy),
    },
    budget,
  );
  const unknown = await search.open();
  const told = { paths: [], unknown, explored: { ...NOTHING, roundTrips: 1 }, truncated: false };
  if (unknown.length > 0) return { ...told, outcome: 'UNKNOWN_ENTITY', reason: `there is no ${unknown.join(', ')}` };
  const both = from.filter((id) => to.includes(id));
  if (both.length > 0) return { ...told, outcome: 'SAME_ENTITY', reason: `${both.join(', ')} stands at both ends` };
  const answer = await search.run();
  const isEnd = (id: string) => from.includes(id) || to.includes(id);
  const pathFor = (route: Route | undefined) => {
    const path = pathOf(vocabulary, { prices, lengths }, answer.graph, route, isEnd);
    return prices.newestFirst ? reordered(path, ({ at }) => at) : path;
  };
  const paths = answer.routes.map(([first, ...variants]) => ({
    ...pathFor(first),
    variants: variants.slice(0, MOST_VARIANTS).map(pathFor),
  }));
  const full = isPooled && paths.length === POOL ? `ranked among the ${String(POOL)} paths that avoid hubs best` : null;
  const ranked = isPooled ? await rerank(reader, paths) : { paths, roundTrips: 0 };
  const reason = answer.cut ?? full;
  return {
    outcome: paths.length > 0 ? 'FOUND' : answer.cut === null ? 'NONE_WITHIN_HOPS' : 'TRUNCATED',
    paths: ranked.paths.slice(0, k),
    unknown: [],
    explored: { ...answer.explored, roundTrips: answer.explored.roundTrips + ranked.roundTrips },
    truncated: reason !== null,
    reason: paths.length > 0 ? reason : (reason ?? noneReason(question)),
  };
}

function signatureOf(distinctBy: ReadonlySet<string> | null): (graph: SeenGraph, route: Route) => string {
  return (graph, { nodes }) => nodes.filter((node) => distinctBy === null || distinctBy.has(graph.node(node).kind)).join(' ');
}

/** Why there is no path though everything was looked at. */
function noneReason({ maxHops, types, kinds, through, avoid, intended, byLinks }: PathQuestion): string {
  const limits = [
    `over relationships of ${String(types.length)} type${types.length === 1 ? '' : 's'}`,
    ...(kinds === null ? [] : ['through entities of the kinds asked for']),
    ...(through.length === 0 ? [] : [`through ${through.join(', ')}`]),
    ...(avoid.length === 0 ? [] : [`past what is avoided (${String(avoid.length)})`]),
    ...(intended === 'INCLUDE' ? [] : [intended === 'ONLY' ? 'over nothing but what is planned or hoped for' : 'without what is only planned or hoped for']),
  ];
  return `no path of at most ${String(maxHops)} step${maxHops === 1 ? '' : 's'} joins them ${limits.join(', ')}${!byLinks && maxHops < MOST_HOPS ? `; look further with maxHops, at most ${String(MOST_HOPS)}` : ''}`;
}

/** How long steps are, in halves: one between a record and what it joins, or two where no record is at either end. */
function lengthsIn(records: ReadonlySet<string>): Lengths {
  return { of: (kind, next) => (records.has(kind) || records.has(next) ? 1 : 2), least: records.size === 0 ? 2 : 1 };
}

function recordsIn(vocabulary: Vocabulary): ReadonlySet<string> {
  return new Set(vocabulary.kinds.filter(({ record }) => record).map(({ name }) => name));
}

/** What may be passed: who asks for people alone means a chain of people, whatever record joins each to the next. */
function passableOf({ kinds, byLinks }: PathQuestion, records: ReadonlySet<string>): ReadonlySet<string> | null {
  return kinds === null || byLinks || [...kinds].some((kind) => records.has(kind)) ? kinds : new Set([...kinds, ...records]);
}

function pathOf(
  vocabulary: Vocabulary,
  { prices, lengths }: { readonly prices: Prices; readonly lengths: Lengths },
  graph: SearchAnswer['graph'],
  route: Route | undefined,
  isEnd: (id: string) => boolean,
): FoundPath {
  const nodes = route?.nodes ?? [];
  const steps = nodes.slice(1).map((node, at): PathStep => {
    const links = graph.node(nodes[at] ?? 0).links.get(node) ?? [];
    const [link, ...others] = [...links].sort(byTelling(vocabulary, links));
    if (!link) throw new Error('a path has a step without a relationship');
    return { link, others };
  });
  const passed = nodes.slice(1, -1).reduce((sum, node) => sum + prices.passing(graph.node(node)), 0);
  const stepped = steps.reduce((sum, { link, others }) => sum + prices.over([link, ...others], isEnd), 0);
  const halves = nodes.slice(1).reduce((sum, node, at) => sum + lengths.of(graph.node(nodes[at] ?? 0).kind, graph.node(node).kind), 0);
  return { entities: nodes.map((node) => graph.node(node).id), steps, length: Math.ceil(halves / 2), price: (passed + stepped) / 1_000, variants: [] };
}

/**
 * Which of several relationships between two entities is told first: what is so, what involves, what is not loose, the
 * type that joins the two the fewest times, the newest, the key.
 */
function byTelling(vocabulary: Vocabulary, links: readonly Link[]): (a: Link, b: Link) => number {
  const flag = ({ type }: Link, name: 'involves' | 'loose') => Number(vocabulary.relationship(type)?.[name] === true);
  const ofType = ({ type }: Link) => links.filter((link) => link.type === type).length;
  return (a, b) =>
    Number(a.intended) - Number(b.intended) ||
    flag(b, 'involves') - flag(a, 'involves') ||
    flag(a, 'loose') - flag(b, 'loose') ||
    ofType(a) - ofType(b) ||
    compareText(b.at, a.at) ||
    compareText(a.key, b.key);
}

async function rerank(reader: GraphReader, paths: readonly FoundPath[]): Promise<{ paths: FoundPath[]; roundTrips: number }> {
  const keys = [...new Set(paths.flatMap(({ steps }) => steps.flatMap(({ link, others }) => [link.key, ...others.map(({ key }) => key)])))];
  const claims = keys.length === 0 ? new Map<string, readonly Claim[]>() : await reader.claims(keys);
  const support = ({ key, intended }: Link) => String(sourcesOf(claims.get(key) ?? [], intended)).padStart(4, '0');
  const strongest = paths.map((path) => reordered(path, support));
  return { paths: sortedBy(strongest, (path) => least(path.steps.map(({ link }) => support(link)))), roundTrips: keys.length === 0 ? 0 : 1 };
}

/** How many sources affirm a fact, or a plan. */
function sourcesOf(claims: readonly Claim[], intended: boolean): number {
  return new Set(claims.filter((claim) => claim.rank !== 'DEPRECATED' && (isActual(claim) || (intended && isIntended(claim)))).map(({ source }) => source))
    .size;
}

/** The same path, each step told by the relationship with the greatest value. */
function reordered(path: FoundPath, value: (link: Link) => string): FoundPath {
  const steps = path.steps.map(({ link, others }): PathStep => {
    const all = [link, ...others];
    const best = all.reduce((a, b) => (compareText(value(b), value(a)) > 0 ? b : a));
    return { link: best, others: all.filter((item) => item !== best) };
  });
  return { ...path, steps };
}

/** Greatest value first; the order that avoids hubs stays among equals. */
function sortedBy(paths: readonly FoundPath[], value: (path: FoundPath) => string): FoundPath[] {
  return paths
    .map((path, at) => ({ path, at }))
    .sort((a, b) => compareText(value(b.path), value(a.path)) || a.at - b.at)
    .map(({ path }) => path);
}

function least(values: readonly string[]): string {
  return values.reduce((a, b) => (compareText(a, b) <= 0 ? a : b), values[0] ?? '');
}
