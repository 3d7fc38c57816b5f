import { useState } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { listOf, type Search } from '../data/addresses.ts';
import { firstDay, lastDay } from '../data/list-state.ts';
import { usePageQuery } from '../data/page-query.tsx';
import { placeOf } from '../data/places.ts';
import { journeysQuery, partnershipsQuery, type Placed } from '../operations/map.ts';
import { Chosen } from '../parts/chosen.tsx';
import { EntityLink, type Named } from '../parts/entity-link.tsx';
import { EmptyFace } from '../parts/faces.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { When } from '../parts/when.tsx';
import { WorldMap, type Arc, type Spot } from '../parts/world-map.tsx';
import { useNameLang, useWords } from '../words/words.tsx';

/** A line of the table, and what is drawn for it. */
interface Row {
  readonly entity: Named;
  readonly when: { readonly edtf: string } | null;
  readonly places: readonly Placed[];
  readonly isPlanned: boolean;
}

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
    person === undefined
      ? partnerships.data?.partnerships.edges.map(({ node }) => ({
          entity: node,
          when: node.since,
          places: node.parties.edges.map((edge) => edge.node),
          isPlanned: node.intended,
        }))
      : traveller?.events.edges
          .map(({ node }) => ({ entity: node, when: node.when, places: node.places.edges.map((edge) => edge.node), isPlanned: false }))
          .filter(({ places }) => places.length > 0);
  return (
    <div className="map-page wide">
      <title>{`${words.map.title} · Entente`}</title>
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
        label={words.map.of}
        isLabelShown
        placeholder={words.map.add}
        onPick={({ id }) => set({ of: id.startsWith('person/') || isPerson ? [id] : [...of, id] })}
      />
      <Chosen ids={of} onRemove={(id) => set({ of: of.filter((item) => item !== id) })} />
      {isPerson
        ? null
        : (['from', 'to'] as const).map((end) => (
            <label key={end}>
              <span>{words.map[end]}</span>
              <input
                key={listOf(search[end])[0] ?? ''}
                className="short"
                placeholder="2000"
                defaultValue={listOf(search[end])[0] ?? ''}
                onBlur={({ target: { value } }) => value !== (listOf(search[end])[0] ?? '') && set({ [end]: value })}
                onKeyDown={(event) => event.key === 'Enter' && set({ [end]: event.currentTarget.value })}
              />
            </label>
          ))}
    </div>
  );
}

function MapShown({ rows, isJourney }: { rows: readonly Row[]; isJourney: boolean }) {
  const words = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const { spots, arcs, undrawn } = drawn(rows, isJourney);
  return (
    <>
      {spots.length === 0 ? <EmptyFace>{words.map.none}</EmptyFace> : <WorldMap spots={spots} arcs={arcs} chosen={chosen} onChoose={setChosen} />}
      {undrawn > 0 ? <p className="note">{words.map.undrawn(undrawn)}</p> : null}
      <div className="table-frame" tabIndex={0} role="region" aria-label={words.map.table}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.list.label}</th>
              <th scope="col">{words.map.since}</th>
              <th scope="col">{words.map.partners}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ entity, when, places }) => (
              <tr key={entity.id} data-chosen={entity.id === chosen}>
                <th scope="row">
                  <EntityLink entity={entity} />
                </th>
                <td>
                  <When when={when} />
                </td>
                <td className="row">
                  {places.map((place) => (
                    <EntityLink key={place.id} entity={place} />
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function drawn(rows: readonly Row[], isJourney: boolean): { spots: Spot[]; arcs: Arc[]; undrawn: number } {
  const spots = new Map<string, { place: Spot['place']; names: Set<string> }>();
  const placed = rows.map((row) => ({ ...row, drawn: row.places.flatMap((entity) => ({ entity, place: placeOf(entity) })) }));
  let undrawn = 0;
  for (const { entity, place } of placed.flatMap((row) => row.drawn)) {
    if (place === null) undrawn += 1;
    else spots.set(place.id, { place, names: (spots.get(place.id)?.names ?? new Set<string>()).add(entity.name) });
  }
  const stops = placed.flatMap(({ entity, isPlanned, drawn: all }) =>
    all.flatMap(({ place }) => (place ? [{ key: entity.id, title: entity.name, isPlanned, place }] : [])),
  );
  const arcs = isJourney
    ? stops.slice(1).map((stop, at) => ({ ...stop, from: stops[at]?.place ?? stop.place, to: stop.place }))
    : placed.flatMap(({ entity, isPlanned, drawn: all }) => {
        const ends = all.flatMap(({ place }) => place ?? []);
        return ends.slice(1).flatMap((to) => (ends[0] ? [{ key: entity.id, title: entity.name, isPlanned, from: ends[0], to }] : []));
      });
  return { spots: [...spots.values()].map(({ place, names }) => ({ place, names: [...names] })), arcs, undrawn };
}
