import { useState } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { listOf, type Search } from '../data/addresses.ts';
import { usePageQuery } from '../data/page-query.tsx';
import { firstDay, lastDay } from '../data/list-state.ts';
import { lists } from '../data/vocabulary.ts';
import { timelineQuery, type EntityKind } from '../operations/timeline.ts';
import { Entry } from '../parts/entry.tsx';
import { EmptyFace } from '../parts/faces.tsx';
import { FactTable } from '../parts/fact-row.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { TimeChart } from '../parts/time-chart.tsx';
import { Chosen } from '../parts/chosen.tsx';
import { Toggle } from '../parts/toggle.tsx';
import { When } from '../parts/when.tsx';
import { YearFields } from '../parts/year-fields.tsx';
import { listName } from '../words/terms.ts';
import { useNameLang, useWords } from '../words/words.tsx';

/** What can be asked for alone: records that have a date. */
const DATED = lists.filter(({ isDated, kind }) => isDated && kind !== 'SOURCE');

/** What happened to some entities, drawn along a line and told as a table. */
export function TimelinePage() {
  const words = useWords();
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const of = listOf(search['of']);
  const [from] = listOf(search['from']);
  const [to] = listOf(search['to']);
  const [chosen, setChosen] = useState<string | null>(null);
  const kinds = DATED.filter(({ kind }) => listOf(search['kind']).includes(kind)).map(({ kind }) => kind as EntityKind);
  const during = { from: from === undefined ? null : firstDay(from), to: to === undefined ? null : lastDay(to) };
  const isTogether = search['together'] === 'yes';
  const variables = {
    of: isTogether ? { all: of } : { any: of },
    where: { during, ...(kinds.length > 0 ? { kind: kinds } : {}) },
    intended: search['planned'] === 'yes' ? ('INCLUDE' as const) : ('EXCLUDE' as const),
    after: null,
    lang: useNameLang(),
  };
  const { data, face } = usePageQuery(timelineQuery, variables, of.length === 0);
  const set = (part: Search) => void navigate({ to: '.', search: (before: Search) => ({ ...before, ...part }) });
  const entries = data?.timeline.edges.map(({ node }) => node) ?? [];
  return (
    <div className="timeline wide">
      <h1>{words.timeline.title}</h1>
      <div className="tools">
        <SearchBox label={words.timeline.add} isLabelShown onPick={({ id }) => set({ of: [...of, id] })} />
        <Chosen page={words.timeline.title} ids={of} onRemove={(id) => set({ of: of.filter((item) => item !== id) })} />
        <label>
          <span>{words.timeline.kind}</span>
          <select value={kinds[0] ?? ''} onChange={({ target: { value } }) => set({ kind: value })}>
            <option value="">{words.timeline.anything}</option>
            {DATED.map(({ kind, name }) => (
              <option key={kind} value={kind}>
                {listName(words, name)}
              </option>
            ))}
          </select>
        </label>
        <YearFields from={from} to={to} onChange={set} />
        {of.length > 1 ? (
          <Toggle isOn={isTogether} onChange={(isOn) => set({ together: isOn ? 'yes' : undefined })}>
            {words.timeline.together}
          </Toggle>
        ) : null}
        <Toggle isOn={variables.intended === 'INCLUDE'} onChange={(isOn) => set({ planned: isOn ? 'yes' : undefined })}>
          {words.timeline.planned}
        </Toggle>
      </div>
      {of.length === 0 ? <EmptyFace>{words.timeline.empty}</EmptyFace> : null}
      {data ? (
        entries.length === 0 ? (
          <EmptyFace>{words.timeline.none}</EmptyFace>
        ) : (
          <>
            <TimeChart
              entries={entries}
              bounds={during}
              chosen={chosen}
              onChoose={({ fact: { key } }) => {
                setChosen(key);
                document.getElementById(`entry ${key}`)?.scrollIntoView({ block: 'center' });
              }}
              onZoom={(range) => set(range)}
            />
            <p className="note">{words.entity.shown(entries.length, data.timeline.totalCount)}</p>
            <FactTable
              name={words.timeline.title}
              chosen={chosen}
              facts={entries.map((entry) => ({
                key: entry.fact.key,
                when: entry.when ? <When when={entry.when} /> : words.time.undated,
                children: <Entry entry={entry} />,
                claims: entry.fact.claims.nodes,
                total: entry.fact.claims.totalCount,
                isDisputed: entry.fact.disputed,
                isIntended: entry.intended,
              }))}
            />
          </>
        )
      ) : (
        face
      )}
    </div>
  );
}
