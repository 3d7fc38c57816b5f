import { useState } from 'react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { listOf, type Search } from '../data/addresses.ts';
import { camelCase } from '../data/list-state.ts';
import type { KindList } from '../data/kind-list.ts';
import { sorts } from '../data/vocabulary.ts';
import type { ListData } from '../operations/list.ts';
import { fieldName, kindName, term } from '../words/terms.ts';
import type { Words } from '../words/en.ts';
import { spoken } from '../data/when.ts';
import { useLang, useWords } from '../words/words.tsx';
import { Chosen } from './chosen.tsx';
import { SearchBox } from './search-box.tsx';
import { Toggle } from './toggle.tsx';

/** Groups of one sort that are shown before one asks for more. */
const FEW = 8;

type Group = NonNullable<ListData['list'][`facet${number}`]>['nodes'][number];

interface Props {
  readonly list: KindList;
  readonly data: ListData['list'] | undefined;
  readonly facetSearch: (facet: string, key: string) => Search | null;
}

/** The filters of a list and its groups; a group narrows the list at a click, and again widens it. */
export function ListFilters({ list, data, facetSearch }: Props) {
  const words = useWords();
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = (part: Search) => void navigate({ to: '.', search: (before: Search) => ({ ...before, ...part, after: undefined }) });
  return (
    <aside aria-label={words.list.filter}>
      <details className="fold">
        <summary>{words.list.filter}</summary>
        <div className="filters">
          <label>
            <span>{words.list.named}</span>
            <input
              type="search"
              key={listOf(search['named'])[0] ?? ''}
              defaultValue={listOf(search['named'])[0] ?? ''}
              onBlur={({ target: { value } }) => set({ named: value })}
              onKeyDown={(event) => event.key === 'Enter' && set({ named: event.currentTarget.value })}
            />
          </label>
          {list.idFilters.map((name) => (
            <div key={name}>
              <SearchBox label={term(words, name)} isLabelShown onPick={({ id }) => set({ [name]: [...listOf(search[name]), id] })} />
              <Chosen ids={listOf(search[name])} onRemove={(id) => set({ [name]: listOf(search[name]).filter((item) => item !== id) })} />
            </div>
          ))}
          {list.filters
            .filter(({ values }) => values === null)
            .map(({ name }) => (
              <fieldset key={name} className="range">
                <legend>{term(words, name)}</legend>
                {(['from', 'to'] as const).map((end) => (
                  <input
                    key={`${end} ${listOf(search[`${name}.${end}`])[0] ?? ''}`}
                    aria-label={`${term(words, name)} ${words.list[end]}`}
                    placeholder={words.list[end]}
                    defaultValue={listOf(search[`${name}.${end}`])[0] ?? ''}
                    onBlur={({ target: { value } }) => value !== (listOf(search[`${name}.${end}`])[0] ?? '') && set({ [`${name}.${end}`]: value })}
                    onKeyDown={(event) => event.key === 'Enter' && set({ [`${name}.${end}`]: event.currentTarget.value })}
                  />
                ))}
              </fieldset>
            ))}
          {list.canBeIntended ? (
            <Toggle isOn={search['planned'] === 'yes'} onChange={(isOn) => set({ planned: isOn ? 'yes' : undefined })}>
              {words.list.planned}
            </Toggle>
          ) : null}
          {list.facets.map((facet, at) => (
            <FacetShown key={facet} facet={facet} groups={data?.[`facet${String(at) as `${number}`}`]?.nodes ?? []} facetSearch={facetSearch} />
          ))}
        </div>
      </details>
    </aside>
  );
}

interface FacetProps extends Pick<Props, 'facetSearch'> {
  readonly facet: string;
  readonly groups: readonly Group[];
}

/** What a list can be grouped by, with how many each group has; those that fall into none say nothing. */
function FacetShown({ facet, groups, facetSearch }: FacetProps) {
  const words = useWords();
  const search: Search = useSearch({ strict: false });
  const [isWhole, setWhole] = useState(false);
  const name = camelCase(facet);
  const lang = useLang();
  const isText = sorts.get(name) === 'text';
  const stretch = stretchOf(name);
  const isNarrowed = groups.some(({ key }) => isChosen(search, facetSearch(facet, key)));
  if (!isNarrowed && (groups.length < 2 || (isText && groups.every(({ count }) => count === 1)))) return null;
  const shown = isWhole ? groups : groups.filter(({ key }, at) => at < FEW || isChosen(search, facetSearch(facet, key)));
  return (
    <section>
      <h2>{stretch ? `${term(words, stretch.property)}, ${words.list[stretch.unit]}` : facetName(words, name)}</h2>
      <ul>
        {shown.map(({ key, count, entity }) => {
          const part = facetSearch(facet, key);
          const isOn = isChosen(search, part);
          const called =
            entity?.name ?? (facet === 'KIND' ? kindName(words, key) : isText ? key : stretch ? spokenStretch(key, lang, words) : term(words, key));
          return (
            <li key={key}>
              {part === null ? (
                called
              ) : (
                <Link
                  to="."
                  aria-current={isOn ? 'true' : undefined}
                  search={(before: Search) => ({
                    ...before,
                    ...(isOn ? Object.fromEntries(Object.keys(part).map((parameter) => [parameter, undefined])) : part),
                    after: undefined,
                  })}
                >
                  {called}
                  {isOn ? ' ×' : ''}
                </Link>
              )}{' '}
              <span className="count">{count}</span>
            </li>
          );
        })}
      </ul>
      {shown.length < groups.length ? (
        <button type="button" className="quiet" onClick={() => setWhole(true)}>
          {words.graph.more}
        </button>
      ) : null}
    </section>
  );
}

/** What of time a group is by, such as the decade since when something is. */
function stretchOf(name: string): { readonly property: string; readonly unit: 'Decade' | 'Year' } | null {
  const [, property = '', unit] = /^(.+)(Decade|Year)$/.exec(name) ?? [];
  return unit === 'Decade' || unit === 'Year' ? { property, unit } : null;
}

function spokenStretch(key: string, lang: string, { time }: Words): string {
  return spoken(key.replace(/^(\d{3})0s$/, '$1X'), lang, time);
}

/** A group is by a property or by a relationship. */
function facetName(words: Words, name: string): string {
  return words.terms[name] ?? fieldName(words, name);
}

function isChosen(search: Search, part: Search | null): boolean {
  return part !== null && Object.entries(part).every(([name, value]) => listOf(search[name]).includes(String(value)));
}
