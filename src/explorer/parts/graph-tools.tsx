import { useRef } from 'react';
import { useRouter, type RouterHistory } from '@tanstack/react-router';
import { listOf, type Search } from '../data/addresses.ts';
import { MOST_CENTRES, type GraphState } from '../data/graph-state.ts';
import { useWords } from '../words/words.tsx';
import { Chosen } from './chosen.tsx';
import type { Named } from '../data/named.ts';
import { SearchBox } from './search-box.tsx';
import { Toggle } from './toggle.tsx';
import { YearFields } from './year-fields.tsx';

interface Props {
  readonly state: GraphState;
  readonly search: Search;
  /** What is there; null until it is known. */
  readonly nodes: readonly Named[] | null;
  readonly onChange: (part: Search) => void;
}

/** What goes into the graph, and from what time. */
export function GraphTools({ state: { of, isPaths, isCommon, isPlanned }, search, nodes, onChange }: Props) {
  const { graph: words } = useWords();
  return (
    <div className="tools">
      <SearchBox label={words.add} isLabelShown onPick={({ id }) => of.length < MOST_CENTRES && onChange({ of: [...of, id] })} />
      <Chosen page={words.title} ids={of} known={nodes} onRemove={(id) => onChange({ of: of.filter((item) => item !== id) })} />
      <YearFields from={listOf(search['from'])[0]} to={listOf(search['to'])[0]} onChange={onChange} />
      {of.length > 1 ? (
        <>
          <Toggle isOn={isPaths} onChange={(isOn) => onChange({ paths: isOn ? 'yes' : undefined, common: undefined })}>
            {words.paths}
          </Toggle>
          <Toggle isOn={isCommon} onChange={(isOn) => onChange({ common: isOn ? 'yes' : undefined, paths: undefined })}>
            {words.common}
          </Toggle>
        </>
      ) : null}
      <Toggle isOn={isPlanned} onChange={(isOn) => onChange({ planned: isOn ? 'yes' : undefined })}>
        {words.planned}
      </Toggle>
      <Undo />
    </div>
  );
}

/** Takes the last step back; never out of the graph. */
function Undo() {
  const { graph: words } = useWords();
  const { history } = useRouter() as { readonly history: RouterHistory };
  const now = stepOf(history.location.state);
  const first = useRef(now);
  return (
    <button type="button" className="quiet" disabled={now <= first.current} onClick={() => history.back()}>
      {words.undo}
    </button>
  );
}

/** Where in its history the page is. */
function stepOf(state: object): number {
  const { __TSR_index: step = 0 } = state as { readonly __TSR_index?: number };
  return step;
}
