import { useEffect, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { useQuery } from 'urql';
import type { Search } from '../data/addresses.ts';
import type { Lens } from '../data/lens.ts';
import { sourcesQuery } from '../operations/search.ts';
import { useNameLang, useWords } from '../words/words.tsx';
import { Chosen } from './chosen.tsx';
import { SearchBox } from './search-box.tsx';
import { Toggle } from './toggle.tsx';
import { useSettled } from './use-settled.ts';

/** The years that the slider runs over; others can be written. */
const FIRST = 1880;
const LAST = new Date().getUTCFullYear() + 2;

/** How long the slider stands still before it is followed, in milliseconds. */
const PAUSE = 200;

/** Where the point of view is chosen. */
export function LensPanel({ lens, onDone }: { lens: Lens; onDone: () => void }) {
  const { lens: words } = useWords();
  const lang = useNameLang();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Lens>(lens);
  const [slid, setSlid] = useState<{ readonly year: number } | null>(null);
  const [{ data }] = useQuery({ query: sourcesQuery, variables: { lang } });
  const year = Number(/^\d{4}/.exec(draft.asOf ?? '')?.[0] ?? LAST);
  const change = (part: Lens) => {
    setDraft({ ...draft, ...part });
  };
  const chosen = draft.sources ?? [];
  const choose = (id: string) => {
    const sources = chosen.includes(id) ? chosen.filter((source) => source !== id) : [...chosen, id];
    change({ sources: sources.length === 0 ? undefined : sources });
  };
  const look = (wanted: Lens, isStep: boolean) => {
    void navigate({
      replace: !isStep,
      to: '.',
      search: (before: Search) => ({
        ...before,
        asOf: wanted.asOf,
        knownBy: wanted.knownBy,
        accordingTo: wanted.accordingTo,
        sources: wanted.sources === undefined ? undefined : [...wanted.sources],
      }),
    });
  };
  // The slider is followed as it stands still; what is written waits until it is written whole.
  const asOfSlid = useSettled(slid, PAUSE);
  useEffect(() => {
    if (asOfSlid !== null) look({ ...draft, asOf: asOfSlid.year === LAST ? undefined : String(asOfSlid.year) }, false);
  }, [asOfSlid]);
  return (
    <form
      className="lens-panel"
      onSubmit={(event) => {
        event.preventDefault();
        look(draft, true);
        onDone();
      }}
    >
      <div className="lens-part">
        <Slider
          minValue={FIRST}
          maxValue={LAST}
          step={1}
          value={Math.min(LAST, Math.max(FIRST, year))}
          onChange={(value) => {
            change({ asOf: value === LAST ? undefined : String(value) });
            setSlid({ year: value });
          }}
          className="slider"
        >
          <Label className="search-label">{words.asOf}</Label>
          <SliderOutput>{() => draft.asOf ?? '…'}</SliderOutput>
          <SliderTrack className="slider-track">
            <SliderThumb className="slider-thumb" />
          </SliderTrack>
        </Slider>
        <input
          aria-label={words.asOf}
          value={draft.asOf ?? ''}
          onChange={({ target: { value } }) => change({ asOf: value === '' ? undefined : value })}
          placeholder={words.such('2016-06')}
        />
        <p className="note">{words.asOfHelp}</p>
      </div>
      <label className="lens-part">
        <span>{words.knownBy}</span>
        <input
          value={draft.knownBy ?? ''}
          onChange={({ target: { value } }) => change({ knownBy: value === '' ? undefined : value })}
          placeholder={words.such('2025-03-31')}
        />
        <span className="note">{words.knownByHelp}</span>
      </label>
      <div className="lens-part">
        <SearchBox label={words.accordingTo} isLabelShown onPick={({ id }) => change({ accordingTo: id })} />
        <Chosen ids={draft.accordingTo === undefined ? [] : [draft.accordingTo]} onRemove={() => change({ accordingTo: undefined })} />
        <p className="note">{words.accordingToHelp}</p>
      </div>
      <fieldset className="lens-part lens-sources">
        <legend>{words.sources}</legend>
        {data?.sources.edges.map(({ node: { id, name } }) => (
          <Toggle key={id} isOn={chosen.includes(id)} onChange={() => choose(id)}>
            {name}
          </Toggle>
        ))}
      </fieldset>
      <div className="lens-actions">
        <button type="submit" className="button">
          {words.apply}
        </button>
      </div>
    </form>
  );
}
