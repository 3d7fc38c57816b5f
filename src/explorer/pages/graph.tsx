import { useEffect, useMemo } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useClient } from 'urql';
import type { Search } from '../data/addresses.ts';
import { aroundVariables, graphStateOf, MOST, pathVariables, pinned, type GraphState, type Point } from '../data/graph-state.ts';
import { exportParameters } from '../data/lens.ts';
import { useLens, usePageQuery } from '../data/page-query.tsx';
import { shownGraph } from '../data/shown-graph.ts';
import { aroundQuery, pathsQuery, type Centre } from '../operations/graph.ts';
import { EmptyFace } from '../parts/faces.tsx';
import { GraphLegend, TypeLegend } from '../parts/graph-legend.tsx';
import { GraphSelection } from '../parts/graph-selection.tsx';
import { GraphShown } from '../parts/graph-shown.tsx';
import { GraphTable } from '../parts/graph-table.tsx';
import { GraphTools } from '../parts/graph-tools.tsx';
import { late } from '../parts/late.tsx';
import { Linked } from '../parts/linked.tsx';
import { useNameLang, useWords } from '../words/words.tsx';

const GraphCanvas = late(() => import('../parts/graph-canvas.tsx'), 'GraphCanvas');

/** What stands around some entities, how they are connected, what they have in common. */
export function GraphPage() {
  const words = useWords();
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const lens = exportParameters(useLens());
  const state = graphStateOf(search);
  const { of, isPaths, pins, at } = state;
  // What draws is fetched while it is found what to draw.
  useEffect(() => {
    if (of.length > 0) GraphCanvas.begin();
  }, []);
  const { nodes, links, centres, truncated, face, narratives, isWaiting } = useGraph(state);
  const set = (part: Search, isStep = true) => void navigate({ to: '.', search: (before: Search) => ({ ...before, ...part }), replace: !isStep });
  const select = (key: string | null) => set({ at: key ?? undefined }, false);
  const pin = (id: string, point: Point | null) => set({ pin: pinned(pins, id, point) });
  const grown = (id: string): Search => ({ of: [...of, id], paths: undefined });
  const foresee = useForeseen();
  const foreseeGrown = (id: string) => foresee(graphStateOf({ ...search, ...grown(id) }));
  const expand = (id: string) => {
    // What is asked for now is on its way while the address changes.
    foreseeGrown(id);
    set(grown(id));
  };
  const remove = (id: string) => set({ of: of.filter((item) => item !== id) });

  const { hiddenKinds, isCommon, from, to } = state;
  const shown = useMemo(() => (nodes && links ? shownGraph(nodes, links, state) : null), [nodes, links, of.join(), hiddenKinds.join(), isCommon, from, to]);
  return (
    <div className="graph-page wide">
      <h1 className="hidden">{words.graph.title}</h1>
      <GraphTools state={state} search={search} nodes={nodes ?? (of.length > 0 && isWaiting ? null : [])} onChange={set} />
      {of.length === 0 ? <EmptyFace>{words.graph.empty}</EmptyFace> : null}
      {shown === null ? (
        face
      ) : (
        <>
          <div className="graph-columns">
            <div className="graph-frame">
              <GraphCanvas nodes={shown.nodes} links={shown.links} centers={of} pins={pins} at={at} onSelect={select} onPin={pin} />
            </div>
            <aside className="graph-side">
              <GraphShown shown={shown} centres={centres} state={state} />
              {truncated && !isPaths && state.limit < MOST ? (
                <button type="button" className="quiet" onClick={() => set({ most: 'yes' })}>
                  {words.graph.more}
                </button>
              ) : truncated ? (
                <p className="note">{words.graph.cut}</p>
              ) : null}
              <GraphLegend nodes={shown.all} hidden={hiddenKinds} onChange={(hide) => set({ hide })} />
              <TypeLegend centres={centres} state={state} onChange={(type) => set({ type })} />
              <GraphSelection at={at} shown={shown} state={state} onForesee={foreseeGrown} onExpand={expand} onRemove={remove} onPin={pin} />
              <ol className="narratives">
                {narratives.map((narrative) => (
                  <li key={narrative}>
                    <Linked text={narrative} entities={shown.nodes} />
                  </li>
                ))}
              </ol>
              {isPaths ? null : (
                <p className="row">
                  <span className="note labelled">{words.page.download}</span>
                  <a href={`/export?format=gexf&hops=1&${of.map((id) => `around=${id}`).join('&')}${lens === '' ? '' : `&${lens}`}`}>GEXF</a>
                </p>
              )}
            </aside>
          </div>
          <GraphTable shown={shown} state={state} onSelect={select} />
        </>
      )}
    </div>
  );
}

/** Asks what stands around some entities before it is shown, so that it is there at once. */
function useForeseen(): (state: GraphState) => void {
  const client = useClient();
  const lang = useNameLang();
  return (state) => void client.query(aroundQuery, { ...aroundVariables(state), lang }).toPromise();
}

/** What the API knows of what the address asks for. */
function useGraph(state: GraphState) {
  const words = useWords();
  const lang = useNameLang();
  const { of, isPaths } = state;
  const around = usePageQuery(aroundQuery, { ...aroundVariables(state), lang }, of.length === 0 || isPaths);
  const paths = usePageQuery(pathsQuery, { ...pathVariables(state), lang }, !isPaths);
  const isWaiting = (isPaths ? paths : around).isStale;
  const found = isPaths ? paths.data?.paths.paths : undefined;
  const nodes = useMemo(() => found?.flatMap(({ entities }) => entities), [found]);
  const links = useMemo(() => found?.flatMap((path) => path.links), [found]);
  if (!isPaths) {
    const centres = around.data?.centres.flatMap((node): Centre[] => (node && 'neighbours' in node ? [node] : [])) ?? [];
    const { subgraph } = around.data ?? {};
    return { nodes: subgraph?.nodes, links: subgraph?.links, centres, truncated: subgraph?.truncated ?? false, face: around.face, narratives: [], isWaiting };
  }
  const none = found?.length === 0;
  return {
    nodes: none ? undefined : nodes,
    links,
    centres: [],
    isWaiting,
    truncated: paths.data?.paths.truncated ?? false,
    // The sentences have their words in the table; here, numbers would lead nowhere.
    narratives: found?.map(({ narrative }) => narrative.replace(/ \[\d+\]/g, '')) ?? [],
    face: none ? <EmptyFace>{paths.data?.paths.reason ?? words.graph.noPath}</EmptyFace> : paths.face,
  };
}
