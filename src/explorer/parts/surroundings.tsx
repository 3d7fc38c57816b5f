import { Link, useNavigate } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { addressOf } from '../data/addresses.ts';
import { journeyRows, partnershipRows } from '../data/map-rows.ts';
import { surroundingsQuery } from '../operations/surroundings.ts';
import { useNameLang, useWords } from '../words/words.tsx';
import { FailedFace, LoadingFace } from './faces.tsx';
import { SmallMap } from './small-map.tsx';
import { TimeChart } from './time-chart.tsx';

/** An entity in time and on the map, small: the latest that is dated, and where it was or what it is joined with. */
export function Surroundings({ id }: { id: string }) {
  const words = useWords();
  const navigate = useNavigate();
  const [{ data, error, fetching }, again] = useQuery({ query: surroundingsQuery, variables: { id, lang: useNameLang() } });
  if (error && !data) return <FailedFace error={error} again={() => again({ requestPolicy: 'network-only' })} />;
  if (!data || fetching) return <LoadingFace />;
  const entries = data.timeline.edges.map(({ node }) => node).reverse();
  const journeys = data.entity && 'events' in data.entity ? journeyRows(data.entity.events.edges) : [];
  const rows = journeys.length > 0 ? journeys : partnershipRows(data.partnerships.edges);
  const open = (to: string) => void navigate({ to: addressOf(to) });
  return (
    <div className="surroundings">
      {entries.length === 0 ? null : (
        <section className="surroundings-time">
          <h2>{words.entity.timeline}</h2>
          <TimeChart
            entries={entries}
            onChoose={(entry) => open(entry.entity?.id ?? (entry.link?.from.id === id ? entry.link.to.id : (entry.link?.from.id ?? id)))}
          />
          <p className="row">
            <Link to="/timeline" search={{ of: id, planned: 'yes' }}>
              {words.entity.inTime}
            </Link>
            <span className="note">{words.entity.shown(entries.length, data.timeline.totalCount)}</span>
          </p>
        </section>
      )}
      {rows.length + data.subgraph.nodes.length === 0 ? null : (
        <section className="surroundings-map">
          <h2>{words.map.title}</h2>
          <SmallMap rows={rows} isJourney={journeys.length > 0} around={data.subgraph.nodes} />
          <Link to="/map" search={{ of: id }}>
            {words.entity.onMap}
          </Link>
        </section>
      )}
    </div>
  );
}
