import { listOf, type Search } from './addresses.ts';
import { firstDay, lastDay } from './list-state.ts';
import type { LinkType } from '../operations/graph.ts';

/** A place in the drawing's own units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What of a graph is shown, as its address says. */
export interface GraphState {
  /** What one has put into it. */
  readonly of: readonly string[];
  readonly hiddenKinds: readonly string[];
  /** Types of relationships that alone are asked for; none asks for all. */
  readonly types: readonly LinkType[];
  readonly from: string | null;
  readonly to: string | null;
  readonly isPlanned: boolean;
  readonly isPaths: boolean;
  readonly isCommon: boolean;
  /** Most entities around them. */
  readonly limit: number;
  readonly pins: ReadonlyMap<string, Point>;
  /** The id of the thing, or the key of the connection, that is looked at. */
  readonly at: string | null;
}

/** How many entities are shown around each centre at first, and how many the API brings at most. */
export const FEW = 80;
export const MOST = 200;

/** Centres that one operation may have. */
export const MOST_CENTRES = 20;

/** Reads the state of the graph from the parameters of an address. */
export function graphStateOf(search: Search): GraphState {
  const one = (name: string) => listOf(search[name])[0] ?? null;
  const of = [...new Set(listOf(search['of']))].slice(0, MOST_CENTRES);
  const [from, to] = [one('from'), one('to')];
  return {
    of,
    hiddenKinds: listOf(search['hide']),
    types: listOf(search['type']).filter(isType),
    from: from === null ? null : firstDay(from),
    to: to === null ? null : lastDay(to),
    isPlanned: one('planned') === 'yes',
    isPaths: one('paths') === 'yes' && of.length > 1,
    isCommon: one('common') === 'yes' && of.length > 1,
    // What is expanded takes no place from what was there.
    limit: one('most') === 'yes' ? MOST : Math.min(MOST, FEW * Math.max(1, of.length)),
    pins: new Map(listOf(search['pin']).flatMap((text) => pinOf(text) ?? [])),
    at: one('at'),
  };
}

/** Whether something is written as types of relationships are; the API says of those that it does not know. */
function isType(name: string): name is LinkType {
  return /^[A-Z_]+$/.test(name);
}

function pinOf(text: string): [[string, Point]] | null {
  const [, id = '', x = '', y = ''] = /^(.+):(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/.exec(text) ?? [];
  return id === '' ? null : [[id, { x: Number(x), y: Number(y) }]];
}

/** The parameter for what is held in place: all that was, with one more or one less. */
export function pinned(pins: ReadonlyMap<string, Point>, id: string, point: Point | null): string[] {
  const all = new Map(pins);
  all.delete(id);
  if (point) all.set(id, point);
  return [...all].map(([key, { x, y }]) => `${key}:${x.toFixed(1)},${y.toFixed(1)}`);
}

/** How the API is asked for what stands around the centres of a graph. */
export function aroundVariables({ of, types, limit, isPlanned }: GraphState) {
  return {
    around: [...of],
    types: types.length === 0 ? null : [...types],
    limit,
    intended: isPlanned ? ('INCLUDE' as const) : ('EXCLUDE' as const),
  };
}

/** How it is asked for paths: from the first centre to the others. */
export function pathVariables({ of }: GraphState) {
  return { from: of.slice(0, 1), to: of.slice(1) };
}
