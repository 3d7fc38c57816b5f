import { useMemo } from 'react';
import { useQuery } from 'urql';
import { aroundVariables, pathVariables, type GraphState } from '../data/graph-state.ts';
import { aroundFactsQuery, pathFactsQuery, type FactRef } from '../operations/graph.ts';

/** What the connections of a graph rest on, by their keys; asked for once something that shows it is there. */
export function useFacts(state: GraphState): ReadonlyMap<string, FactRef> {
  const [around] = useQuery({ query: aroundFactsQuery, variables: aroundVariables(state), pause: state.isPaths });
  const [paths] = useQuery({ query: pathFactsQuery, variables: pathVariables(state), pause: !state.isPaths });
  const links = state.isPaths ? paths.data?.paths.paths.flatMap((path) => path.links) : around.data?.subgraph.links;
  return useMemo(() => new Map(links?.map(({ key, fact }) => [key, fact])), [links]);
}
