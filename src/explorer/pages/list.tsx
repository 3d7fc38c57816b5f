import { useRef } from 'react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useClient } from 'urql';
import type { Search } from '../data/addresses.ts';
import { download } from '../data/download.ts';
import { csvOf, mostOf, searchOfFacet, variablesOf } from '../data/list-state.ts';
import { usePageQuery } from '../data/page-query.tsx';
import type { Column, Counted, KindList } from '../data/kind-list.ts';
import { lists } from '../data/vocabulary.ts';
import { listQuery, type ListData, type ListRow, type ListVariables } from '../operations/list.ts';
import { EntityLink } from '../parts/entity-link.tsx';
import { EmptyFace } from '../parts/faces.tsx';
import { GoneFace } from '../parts/gone.tsx';
import { ListFilters } from '../parts/list-filters.tsx';
import { Table, type TableColumn } from '../parts/table.tsx';
import { When } from '../parts/when.tsx';
import { fieldName, kindName, listName, term } from '../words/terms.ts';
import { useLang, useNameLang, useWords } from '../words/words.tsx';

/** Most pages that are read for a file. */
const MOST_PAGES = 50;

/** Texts of more characters than this have room. */
const LONG = 60;

/** Any kind of entity as a table, narrowed down by filters and groups, in an order, page by page. */
export function ListPage() {
  const { name = '' }: { name?: string } = useParams({ strict: false });
  const list = lists.find((item) => item.name === name);
  return list ? <ListShown key={name} list={list} /> : <GoneFace />;
}

function ListShown({ list }: { list: KindList }) {
  const words = useWords();
  const lang = useLang();
  const search: Search = useSearch({ strict: false });
  const variables = variablesOf(list, search, useNameLang());
  const most = mostOf(list, search);
  const { data, face, isStale } = usePageQuery<ListData, ListVariables>(listQuery(list, most), variables);
  // Until the rows of another order are there, those that stand are told as what they are.
  const stands = useRef({ most, order: variables.orderBy });
  if (data && !isStale) stands.current = { most, order: variables.orderBy };
  return (
    <div className="list-page wide">
      <title>{`${listName(words, list.name)} · Entente`}</title>
      <header>
        <h1>{listName(words, list.name)}</h1>
        <p className="note" lang="en">
          {list.about}
        </p>
        <nav className="row list-kinds" aria-label={words.list.all}>
          {lists.map((item) => (
            <Link key={item.name} to="/list/$name" params={{ name: item.name }}>
              {listName(words, item.name)}
            </Link>
          ))}
        </nav>
      </header>
      <div className="list-columns">
        <ListFilters list={list} data={data?.list} facetSearch={(facet, key) => searchOfFacet(list, facet, key)} />
        <section aria-live="polite" aria-busy={isStale}>
          {data ? (
            <>
              <p className="row">
                <strong>{words.list.count(new Intl.NumberFormat(lang).format(data.list.totalCount))}</strong>
                <Csv list={list} variables={variables} most={most} />
                <MostChoice list={list} most={most} />
              </p>
              {data.list.totalCount === 0 ? (
                <EmptyFace>{words.list.empty}</EmptyFace>
              ) : (
                <ListTable list={list} rows={data.list.edges.map(({ node }) => node)} order={stands.current.order} most={stands.current.most} />
              )}
              <p className="row">
                {variables.after === null ? null : (
                  <Link to="." search={(before: Search) => ({ ...before, after: undefined })}>
                    {words.list.first}
                  </Link>
                )}
                {data.list.pageInfo.hasNextPage ? (
                  <Link to="." search={(before: Search) => ({ ...before, after: data.list.pageInfo.endCursor ?? undefined })}>
                    {words.list.next}
                  </Link>
                ) : null}
              </p>
            </>
          ) : (
            face
          )}
        </section>
      </div>
    </div>
  );
}

/** What else a list can be ordered by than by its name and its time: how many others each has a relationship with. */
function MostChoice({ list, most }: { list: KindList; most: Counted | null }) {
  const words = useWords();
  const navigate = useNavigate();
  const named = list.counted.map(({ by, field }) => ({ by, name: fieldName(words, field) })).sort((one, other) => one.name.localeCompare(other.name));
  return (
    <label>
      <span className="labelled">{words.list.most}</span>{' '}
      <select
        value={most?.by ?? ''}
        onChange={({ target: { value } }) =>
          void navigate({ to: '.', search: (before: Search) => ({ ...before, most: value === '' ? undefined : value, order: undefined, after: undefined }) })
        }
      >
        <option value="">–</option>
        {named.map(({ by, name }) => (
          <option key={by} value={by}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ListTableProps {
  readonly list: KindList;
  readonly rows: readonly ListRow[];
  readonly order: string | null;
  readonly most: Counted | null;
}

function ListTable({ list, rows, order, most }: ListTableProps) {
  const words = useWords();
  const filled = ({ name }: Column) => rows.filter((row) => cellText(row[name]) !== '').length;
  const dated = list.columns.find(({ sort }) => sort === 'time')?.name;
  // When it was, then what is known of most, or the name would stand alone on a small screen.
  const columns = list.columns
    .filter((column) => filled(column) > 0)
    .sort((one, other) => Number(other.name === dated) - Number(one.name === dated) || filled(other) - filled(one));
  return (
    <Table
      name={listName(words, list.name)}
      columns={[
        { key: 'label', name: words.list.label, ...sortable('LABEL', words.list.label, order) },
        ...(most ? [mostColumn(fieldName(words, most.field))] : []),
        ...columns.map(({ name, about }) => {
          const called = term(words, name);
          return name === dated ? { key: name, name: called, ...sortable('DATE', called, order) } : { key: name, name: called, about };
        }),
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          {
            shown: (
              <>
                <EntityLink entity={row} />
                {row.kind === list.kind ? null : <span className="note"> {kindName(words, row.kind)}</span>}
              </>
            ),
          },
          ...(most ? [{ shown: row.counted?.totalCount }] : []),
          ...columns.map((column) => {
            const text = cellText(row[column.name]);
            return { shown: text === '' ? null : <Cell column={column} value={row[column.name]} />, isLong: text.length > LONG };
          }),
        ],
      }))}
    />
  );
}

/** The column of what a list is ordered by the number of, which is always from most to least. */
function mostColumn(name: string): TableColumn {
  const head = (
    <>
      {name}
      <span aria-hidden="true"> ↓</span>
    </>
  );
  return { key: 'most', name, sort: 'descending', head };
}

/** What makes the rows come in the order of a column. */
function sortable(by: 'LABEL' | 'DATE', name: string, order: string | null): Pick<TableColumn, 'sort' | 'head'> {
  const sort = order === `${by}_ASC` ? 'ascending' : order === `${by}_DESC` ? 'descending' : 'none';
  return { sort, head: <SortButton name={name} sort={sort} next={sort === 'ascending' ? `${by}_DESC` : `${by}_ASC`} /> };
}

const ARROWS = { ascending: ' ↑', descending: ' ↓', none: ' ↕' };

function SortButton({ name, sort, next }: { name: string; sort: keyof typeof ARROWS; next: string }) {
  const navigate = useNavigate();
  return (
    <button
      type="button"
      className="sort"
      onClick={() => void navigate({ to: '.', search: (before: Search) => ({ ...before, order: next, most: undefined, after: undefined }) })}
    >
      {name}
      <span aria-hidden="true">{ARROWS[sort]}</span>
    </button>
  );
}

function Cell({ column, value }: { column: Column; value: unknown }) {
  const words = useWords();
  if (column.sort === 'time') return isTime(value) ? <When when={value} /> : null;
  if (column.sort === 'term') return (Array.isArray(value) ? value : [value]).map((item) => (typeof item === 'string' ? term(words, item) : '')).join(', ');
  if (Array.isArray(value) && value.length > 1)
    return (
      <ul>
        {value.map((item) => (
          <li key={String(item)}>{cellText(item)}</li>
        ))}
      </ul>
    );
  return cellText(value);
}

function isTime(value: unknown): value is { edtf: string } {
  return typeof value === 'object' && value !== null && 'edtf' in value;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cellText).join('; ');
  if (isTime(value)) return value.edtf;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function Csv({ list, variables, most }: { list: KindList; variables: ListVariables; most: Counted | null }) {
  const words = useWords();
  const client = useClient();
  const take = async () => {
    const rows = [['id', 'label', ...(most ? [most.field] : []), ...list.columns.map(({ name }) => name)]];
    let after: string | null = null;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { data } = await client.query<ListData>(listQuery(list, most, false), { ...variables, first: 100, after }).toPromise();
      if (!data) return;
      for (const { node } of data.list.edges)
        rows.push([node.id, node.label, ...(most ? [String(node.counted?.totalCount ?? '')] : []), ...list.columns.map(({ name }) => cellText(node[name]))]);
      after = data.list.pageInfo.endCursor;
      if (!data.list.pageInfo.hasNextPage) break;
    }
    download(`${list.name}.csv`, new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }));
  };
  return (
    <button type="button" className="quiet" onClick={() => void take()}>
      {words.list.csv}
    </button>
  );
}
