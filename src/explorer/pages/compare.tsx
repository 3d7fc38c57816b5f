import { useEffect, useMemo, useState } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { CombinedError } from 'urql';
import { listOf, type Search } from '../data/addresses.ts';
import { clientFor } from '../data/client.ts';
import { isOpen, lensKey, type Lens } from '../data/lens.ts';
import { useTellAsked } from '../data/page-query.tsx';
import { timelineQuery, type TimelineEntry } from '../operations/timeline.ts';
import { Chosen } from '../parts/chosen.tsx';
import { Entry } from '../parts/entry.tsx';
import { EmptyFace, FailedFace, LoadingFace } from '../parts/faces.tsx';
import { FactRow } from '../parts/fact-row.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { useLensInWords } from '../parts/use-lens-in-words.ts';
import { When } from '../parts/when.tsx';
import { useNameLang, useWords } from '../words/words.tsx';

/** What differs between two points of view on some entities. */
export function ComparePage() {
  const words = useWords();
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const of = listOf(search['of']);
  const left = lensIn(search, 'a.');
  const right = lensIn(search, 'b.');
  const set = (part: Search) => void navigate({ to: '.', search: (before: Search) => ({ ...before, ...part }) });
  return (
    <div className="compare wide">
      <h1>{words.compare.title}</h1>
      <div className="tools">
        <SearchBox label={words.compare.of} isLabelShown onPick={({ id }) => set({ of: [...of, id] })} />
        <Chosen page={words.compare.title} ids={of} onRemove={(id) => set({ of: of.filter((item) => item !== id) })} />
      </div>
      <form
        className="lenses"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          set(Object.fromEntries([...form].map(([name, value]) => [name, typeof value === 'string' ? value : ''])));
        }}
      >
        <LensFields prefix="a." title={words.compare.left} lens={left} onChange={set} />
        <LensFields prefix="b." title={words.compare.right} lens={right} onChange={set} />
        <button type="submit" className="button">
          {words.compare.run}
        </button>
      </form>
      {of.length === 0 ? <EmptyFace>{words.compare.empty}</EmptyFace> : <Compared of={of} left={left} right={right} />}
    </div>
  );
}

interface LensProps {
  /** Of its parameters in the address. */
  readonly prefix: string;
  readonly title: string;
  readonly lens: Lens;
  readonly onChange: (part: Search) => void;
}

function LensFields({ prefix, title, lens, onChange }: LensProps) {
  const { lens: words } = useWords();
  return (
    <fieldset>
      <legend>{title}</legend>
      {(['asOf', 'knownBy'] as const).map((name) => (
        <label key={name}>
          <span>{words[name]}</span>
          <input key={lens[name] ?? ''} name={`${prefix}${name}`} defaultValue={lens[name] ?? ''} placeholder={words.such('2025-03-31')} />
        </label>
      ))}
      <div>
        <SearchBox label={words.accordingTo} isLabelShown onPick={({ id }) => onChange({ [`${prefix}accordingTo`]: id })} />
        <Chosen ids={lens.accordingTo === undefined ? [] : [lens.accordingTo]} onRemove={() => onChange({ [`${prefix}accordingTo`]: undefined })} />
      </div>
    </fieldset>
  );
}

function Compared({ of, left, right }: { of: readonly string[]; left: Lens; right: Lens }) {
  const words = useWords();
  const one = useEntries(of, left);
  const other = useEntries(of, right);
  useTellAsked({ document: timelineQuery, variables: variablesOf(of, useNameLang()), lens: isOpen(left) ? right : left });
  if (one.error) return <FailedFace error={one.error} again={one.again} />;
  if (other.error) return <FailedFace error={other.error} again={other.again} />;
  if (!one.entries || !other.entries) return <LoadingFace />;
  const [mine, theirs] = [byKey(one.entries), byKey(other.entries)];
  const onlyLeft = one.entries.filter(({ fact }) => !theirs.has(fact.key));
  const onlyRight = other.entries.filter(({ fact }) => !mine.has(fact.key));
  const differing = one.entries.flatMap((entry) => {
    const counterpart = theirs.get(entry.fact.key);
    return counterpart && saidIn(counterpart) !== saidIn(entry) ? [{ entry, counterpart }] : [];
  });
  const apart = new Set([...onlyLeft, ...differing.map(({ entry }) => entry)]);
  const same = one.entries.filter((entry) => !apart.has(entry));
  const cut = [one, other].find(({ entries, total }) => entries !== null && entries.length < total);
  return (
    <>
      {cut?.entries ? <p className="note">{words.entity.shown(cut.entries.length, cut.total)}</p> : null}
      <div className="sides">
        <Side lens={left} entries={onlyLeft} />
        <Side lens={right} entries={onlyRight} />
      </div>
      {differing.length > 0 ? (
        <section>
          <h2>
            {words.compare.differs} <span className="count">{differing.length}</span>
          </h2>
          {differing.map(({ entry, counterpart }) => (
            <div className="sides" key={entry.fact.key}>
              <EntryShown entry={entry} />
              <EntryShown entry={counterpart} />
            </div>
          ))}
        </section>
      ) : null}
      {onlyRight.length + apart.size === 0 ? <p className="note">{words.compare.same}</p> : null}
      {same.length === 0 ? null : (
        <details>
          <summary>
            {words.compare.both} <span className="count">{same.length}</span>
          </summary>
          {same.map((entry) => (
            <EntryShown key={entry.fact.key} entry={entry} />
          ))}
        </details>
      )}
    </>
  );
}

/** What is seen from one point of view alone. */
function Side({ lens, entries }: { lens: Lens; entries: readonly TimelineEntry[] }) {
  const { compare } = useWords();
  const seen = useLensInWords(lens);
  return (
    <section className="side">
      <h2>
        {compare.only(seen)} <span className="count">{entries.length}</span>
      </h2>
      {entries.length === 0 ? <p className="note">{compare.none}</p> : null}
      {entries.map((entry) => (
        <EntryShown key={entry.fact.key} entry={entry} />
      ))}
    </section>
  );
}

function EntryShown({ entry }: { entry: TimelineEntry }) {
  return (
    <FactRow claims={entry.fact.claims.nodes} total={entry.fact.claims.totalCount} isDisputed={entry.fact.disputed} isIntended={entry.intended}>
      <span className="note">
        <When when={entry.when} />
      </span>{' '}
      <Entry entry={entry} />
    </FactRow>
  );
}

function saidIn({ sentence, when, fact }: TimelineEntry): string {
  return `${sentence} ${when?.edtf ?? ''} ${fact.status}`;
}

function byKey(entries: readonly TimelineEntry[]): Map<string, TimelineEntry> {
  return new Map(entries.map((entry) => [entry.fact.key, entry]));
}

function lensIn(search: Search, prefix: string): Lens {
  const [asOf, knownBy, accordingTo] = ['asOf', 'knownBy', 'accordingTo'].map((name) => listOf(search[`${prefix}${name}`])[0]);
  return { ...(asOf === undefined ? {} : { asOf }), ...(knownBy === undefined ? {} : { knownBy }), ...(accordingTo === undefined ? {} : { accordingTo }) };
}

/** What is asked for each side: all that happened to some, or what several share. */
function variablesOf(of: readonly string[], lang: string | null) {
  return { of: { all: [...of] }, where: {}, intended: null, after: null, lang };
}

interface Seen {
  readonly entries: readonly TimelineEntry[] | null;
  /** How many there are in all; entries are the first of them. */
  readonly total: number;
  readonly error: CombinedError | null;
}

/** The time line of some entities as it is seen through a lens of its own. */
function useEntries(of: readonly string[], lens: Lens): Seen & { again: () => void } {
  const lang = useNameLang();
  const [state, setState] = useState<Seen>({ entries: null, total: 0, error: null });
  const [turn, setTurn] = useState(0);
  const key = lensKey(lens);
  const ids = of.join('\n');
  const client = useMemo(() => clientFor(lens), [key]);
  useEffect(() => {
    let isWanted = true;
    void client
      .query(timelineQuery, variablesOf(ids.split('\n'), lang))
      .toPromise()
      .then(({ data, error }) => {
        if (isWanted) setState({ entries: data?.timeline.edges.map(({ node }) => node) ?? null, total: data?.timeline.totalCount ?? 0, error: error ?? null });
      });
    return () => {
      isWanted = false;
    };
  }, [client, ids, lang, turn]);
  return { ...state, again: () => setTurn(turn + 1) };
}
