import type { Centre, GraphLinkRef, GraphNode, LinkType } from '../operations/graph.ts';
import type { GraphState } from './graph-state.ts';

/** A connection between two things that are there. */
export type GraphLink = Omit<GraphLinkRef, 'from' | 'to'> & { readonly from: GraphNode; readonly to: GraphNode };

/** What is there, and what of it is shown. */
export interface ShownGraph {
  readonly all: readonly GraphNode[];
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
}

interface Days {
  readonly earliest?: string | null;
  readonly latest?: string | null;
}

/** What the filters of a graph leave. What nothing dates stays, whatever years are asked for. */
export function shownGraph(nodes: readonly GraphNode[], links: readonly GraphLinkRef[], { of, hiddenKinds, isCommon, from, to }: GraphState): ShownGraph {
  const all = [...new Map(nodes.map((node) => [node.id, node])).values()];
  const unique = [...new Map(links.map((link) => [link.key, link])).values()];
  const isWithin = (when: Days | null | undefined) =>
    (from === null || !when?.latest || when.latest >= from) && (to === null || !when?.earliest || when.earliest <= to);
  const dated = unique.filter(({ when }) => isWithin(when));
  const neighbours = new Map<string, Set<string>>();
  for (const { from: one, to: other } of dated) {
    neighbours.set(one.id, (neighbours.get(one.id) ?? new Set()).add(other.id));
    neighbours.set(other.id, (neighbours.get(other.id) ?? new Set()).add(one.id));
  }
  const isShown = (node: GraphNode) => {
    const { id, kind } = node;
    if (of.includes(id)) return true;
    if (hiddenKinds.includes(kind) || !isWithin(timeOf(node)) || !neighbours.has(id)) return false;
    return !isCommon || of.filter((centre) => neighbours.get(id)?.has(centre)).length > 1;
  };
  const shown = all.filter(isShown);
  const byId = new Map(shown.map((node) => [node.id, node]));
  const drawn = dated.flatMap((link): GraphLink[] => {
    const [one, other] = [byId.get(link.from.id), byId.get(link.to.id)];
    return one && other ? [{ ...link, from: one, to: other }] : [];
  });
  return { all, nodes: shown, links: drawn };
}

/** When a record was; null for what is none, and for what is dated nowhere. */
function timeOf(node: GraphNode): Days | null {
  if ('when' in node) return node.when;
  if ('signed' in node) return node.signed;
  if ('said' in node) return node.said;
  return 'since' in node ? { earliest: node.since?.earliest ?? null, latest: node.until?.latest ?? null } : null;
}

/** How many connections a centre has in all, of the types that are asked for, and how many of them are shown. */
export function shownOf({ id, neighbours }: Centre, links: readonly GraphLink[], { types, isPlanned }: GraphState): { shown: number; total: number } {
  const groups = neighbours.nodes.filter(({ type }) => types.length === 0 || types.includes(type));
  const total = groups.reduce((sum, { count, intended }) => sum + count + (isPlanned ? intended : 0), 0);
  return { shown: links.filter(({ from, to }) => from.id === id || to.id === id).length, total };
}

/** The types of relationships that some centres have, with the readings and the number of each. */
export function typesOf(centres: readonly Centre[], isPlanned: boolean): { type: LinkType; fields: string[]; count: number }[] {
  const types = new Map<string, { type: LinkType; fields: string[]; count: number }>();
  for (const { type, field, count, intended } of centres.flatMap(({ neighbours }) => neighbours.nodes)) {
    const known = types.get(type) ?? { type, fields: [], count: 0 };
    types.set(type, { type, fields: [...new Set([...known.fields, field])], count: known.count + count + (isPlanned ? intended : 0) });
  }
  return [...types.values()].filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}
