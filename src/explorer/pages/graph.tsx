import { lazy, Suspense, useMemo, useState } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { listOf, type Search } from '../data/addresses.ts';
import { exportParameters } from '../data/lens.ts';
import { useLens, usePageQuery } from '../data/page-query.tsx';
import { aroundQuery, pathsQuery } from '../operations/graph.ts';
import { Chosen } from '../parts/chosen.tsx';
import type { Named } from '../parts/entity-link.tsx';
import { EmptyFace, LoadingFace } from '../parts/faces.tsx';
import { GraphLegend } from '../parts/graph-legend.tsx';
import { GraphSelection } from '../parts/graph-selection.tsx';
import { GraphTable } from '../parts/graph-table.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { useNameLang, useWords } from '../words/words.tsx';

const GraphCanvas = lazy(() => import('../parts/graph-canvas.tsx').then((module) => ({ default: module.GraphCanvas })));

/** Links around the things that are shown; more are told, not hidden. */
const LIMIT = 120;

/** What is chosen in the graph: a thing or a connection. */
export type Selection = { readonly node: string } | { readonly link: string } | null;

/** What stands around some entities, how they are connected, what they have in common. */
export function GraphPage() {
  const words = useWords();
  const lang = useNameLang();
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const lens = exportParameters(useLens());
  const [selection, select] = useState<Selection>(null);
  const of = listOf(search['of']);
  const hidden = listOf(search['hide']);
  const isPaths = search['paths'] === 'yes' && of.length > 1;
  const isCommon = search['common'] === 'yes' && of.length > 1;
  const around = usePageQuery(
    aroundQuery,
    { around: of, limit: LIMIT, hops: 1, intended: search['planned'] === 'yes' ? 'INCLUDE' : 'EXCLUDE', lang },
    of.length === 0 || isPaths,
  );
  const [paths] = useQuery({ query: pathsQuery, variables: { from: of.slice(0, 1), to: of.slice(1), lang }, pause: !isPaths });
  const set = (part: Search) => void navigate({ to: '.', search: (before: Search) => ({ ...before, ...part }) });

  const found = isPaths ? paths.data?.paths.paths.flatMap(({ links }) => links) : around.data?.subgraph.links;
  const shown = useMemo(() => {
    const links = [...new Map((found ?? []).map((link) => [link.key, link])).values()];
    const all = new Map(links.flatMap(({ from, to }) => [from, to]).map((entity) => [entity.id, entity]));
    const touches = (id: string) =>
      of.filter((center) => links.some(({ from, to }) => (from.id === id && to.id === center) || (to.id === id && from.id === center))).length;
    const isShown = (entity: Named) => of.includes(entity.id) || (!hidden.includes(entity.kind) && (!isCommon || touches(entity.id) > 1));
    const nodes = [...all.values()].filter(isShown);
    const ids = new Set(nodes.map(({ id }) => id));
    return { all: [...all.values()], nodes, links: links.filter(({ from, to }) => ids.has(from.id) && ids.has(to.id)) };
  }, [found, of.join(), hidden.join(), isCommon]);

  return (
    <div className="graph-page wide">
      <title>{`${words.graph.title} · Entente`}</title>
      <h1 className="hidden">{words.graph.title}</h1>
      <div className="tools">
        <SearchBox label={words.graph.add} isLabelShown onPick={({ id }) => set({ of: [...of, id] })} />
        <Chosen ids={of} onRemove={(id) => set({ of: of.filter((item) => item !== id) })} />
        {of.length > 1 ? (
          <>
            <Toggle label={words.graph.paths} isOn={isPaths} onChange={(isOn) => set({ paths: isOn ? 'yes' : undefined, common: undefined })} />
            <Toggle label={words.graph.common} isOn={isCommon} onChange={(isOn) => set({ common: isOn ? 'yes' : undefined, paths: undefined })} />
          </>
        ) : null}
        <Toggle label={words.graph.planned} isOn={search['planned'] === 'yes'} onChange={(isOn) => set({ planned: isOn ? 'yes' : undefined })} />
        <button type="button" className="quiet" onClick={() => window.history.back()}>
          {words.graph.undo}
        </button>
      </div>
      {of.length === 0 ? <EmptyFace>{words.graph.empty}</EmptyFace> : null}
      {isPaths && paths.data?.paths.paths.length === 0 ? <EmptyFace>{paths.data.paths.reason ?? words.graph.noPath}</EmptyFace> : null}
      {found === undefined ? (
        isPaths ? (
          <LoadingFace />
        ) : (
          around.face
        )
      ) : (
        <>
          <div className="graph-columns">
            <div className="graph-frame">
              <Suspense fallback={<LoadingFace />}>
                <GraphCanvas nodes={shown.nodes} links={shown.links} centers={of} selection={selection} onSelect={select} />
              </Suspense>
            </div>
            <aside className="graph-side">
              <p className="note">
                {words.graph.shown(shown.nodes.length, shown.links.length)}
                {(isPaths ? paths.data?.paths.truncated : around.data?.subgraph.truncated) === true ? ` ${words.graph.cut}` : ''}
              </p>
              <GraphLegend nodes={shown.all} hidden={hidden} onChange={(hide) => set({ hide })} />
              <GraphSelection
                selection={selection}
                nodes={shown.nodes}
                links={shown.links}
                onExpand={(id) => set({ of: [...of, id], paths: undefined })}
                onRemove={(id) => set({ of: of.filter((item) => item !== id) })}
                centers={of}
              />
              {isPaths ? paths.data?.paths.paths.map(({ narrative }) => <p key={narrative}>{narrative}</p>) : null}
              <p className="row">
                <a href={`/export?format=gexf&hops=1&${of.map((id) => `around=${id}`).join('&')}${lens === '' ? '' : `&${lens}`}`}>GEXF</a>
              </p>
            </aside>
          </div>
          <GraphTable links={shown.links} />
        </>
      )}
    </div>
  );
}

function Toggle({ label, isOn, onChange }: { label: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label className="check">
      <input type="checkbox" checked={isOn} onChange={({ target: { checked } }) => onChange(checked)} />
      {label}
    </label>
  );
}
