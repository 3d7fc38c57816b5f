import { useState } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { listOf, type Search } from '../data/addresses.ts';
import { firstDay, lastDay } from '../data/list-state.ts';
import { usePageQuery } from '../data/page-query.tsx';
import { drawnMap } from '../data/drawn-map.ts';
import { journeyRows, partnershipRows, type Row } from '../data/map-rows.ts';
import { journeysQuery, partnershipsQuery } from '../operations/map.ts';
import { Chosen } from '../parts/chosen.tsx';
import { EntityLink } from '../parts/entity-link.tsx';
import { EmptyFace } from '../parts/faces.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { Table } from '../parts/table.tsx';
import { Toggle } from '../parts/toggle.tsx';
import { When } from '../parts/when.tsx';
import { YearFields } from '../parts/year-fields.tsx';
import { WorldMap } from '../parts/world-map.tsx';
import { useNameLang, useWords } from '../words/words.tsx';

/** Partnerships as arcs between their places; the journeys of a person in order. */
export function MapPage() {
  const words = useWords();
  const lang = useNameLang();
  const search: Search = useSearch({ strict: false });
  const of = listOf(search['of']);
  const person = of.find((id) => id.startsWith('person/'));
  const [from] = listOf(search['from']);
  const [to] = listOf(search['to']);
  const since = { ...(from === undefined ? {} : { from: firstDay(from) }), ...(to === undefined ? {} : { to: lastDay(to) }) };
  const where = { ...(of.length > 0 ? { involves: { all: of } } : {}), ...(from === undefined && to === undefined ? {} : { since }) };
  const partnerships = usePageQuery(
    partnershipsQuery,
    { where, intended: search['planned'] === 'yes' ? ('INCLUDE' as const) : ('EXCLUDE' as const), lang },
    person !== undefined,
  );
  const journeys = usePageQuery(journeysQuery, { id: person ?? '', lang }, person === undefined);
  const traveller = journeys.data?.entity?.__typename === 'Person' ? journeys.data.entity : undefined;
  const rows: readonly Row[] | undefined =
    person === undefined ? partnerships.data && partnershipRows(partnerships.data.partnerships.edges) : traveller && journeyRows(traveller.events.edges);
  return (
    <div className="map-page wide">
      <h1>{words.map.title}</h1>
      <Tools of={of} search={search} isPerson={person !== undefined} />
      {rows ? <MapShown rows={rows} isJourney={person !== undefined} /> : person === undefined ? partnerships.face : journeys.face}
    </div>
  );
}

function Tools({ of, search, isPerson }: { of: readonly string[]; search: Search; isPerson: boolean }) {
  const words = useWords();
  const navigate = useNavigate();
  const set = (part: Search) => void navigate({ to: '.', search: (before: Search) => ({ ...before, ...part }) });
  return (
    <div className="tools">
      <SearchBox
        label={isPerson ? words.map.journeysOf : words.map.of}
        isLabelShown
        placeholder={isPerson ? '' : words.map.add}
        onPick={({ id }) => set({ of: id.startsWith('person/') || isPerson ? [id] : [...of, id] })}
      />
      <Chosen page={words.map.title} ids={of} onRemove={(id) => set({ of: of.filter((item) => item !== id) })} />
      {isPerson ? null : (
        <>
          <YearFields from={listOf(search['from'])[0]} to={listOf(search['to'])[0]} labels={words.map} onChange={set} />
          <Toggle isOn={search['planned'] === 'yes'} onChange={(isOn) => set({ planned: isOn ? 'yes' : undefined })}>
            {words.timeline.planned}
          </Toggle>
        </>
      )}
    </div>
  );
}

function MapShown({ rows, isJourney }: { rows: readonly Row[]; isJourney: boolean }) {
  const words = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const { spots, arcs, undrawn } = drawnMap(rows, isJourney);
  return (
    <>
      {spots.length === 0 ? <EmptyFace>{words.map.none}</EmptyFace> : <WorldMap spots={spots} arcs={arcs} chosen={chosen} onChoose={setChosen} />}
      {undrawn > 0 ? <p className="note">{words.map.undrawn(undrawn)}</p> : null}
      <Table
        name={words.map.table}
        columns={[
          { key: 'name', name: words.list.label },
          { key: 'when', name: isJourney ? words.map.when : words.map.since },
          { key: 'places', name: isJourney ? words.map.places : words.map.partners },
        ]}
        rows={rows.map(({ entity, when, places }, at) => ({
          key: entity.id,
          isChosen: entity.id === chosen,
          cells: [
            {
              shown: (
                <>
                  {isJourney ? `${String(at + 1)}. ` : ''}
                  <EntityLink entity={entity} />
                </>
              ),
            },
            { shown: when ? <When when={when} /> : null },
            { shown: places.length === 0 ? null : <Places of={places} /> },
          ],
        }))}
      />
    </>
  );
}

function Places({ of }: { of: Row['places'] }) {
  return (
    <ul className="beside">
      {of.map((place) => (
        <li key={place.id}>
          <EntityLink entity={place} />
        </li>
      ))}
    </ul>
  );
}
