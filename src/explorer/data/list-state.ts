import { listOf, type Search } from './addresses.ts';
import type { Counted, Filter, KindList } from './kind-list.ts';
import type { ListVariables } from '../operations/list.ts';

/** How many rows a page has. */
export const PAGE = 50;

/** How a list is asked for what involves, or lies within, some entities. */
const ID_WAYS: Readonly<Record<string, (ids: string[]) => object>> = { involves: (all) => ({ all }), within: (any) => ({ any }) };

/** What is asked of a list, as its address says. */
export function variablesOf(list: KindList, search: Search, lang: string | null): ListVariables {
  const one = (name: string) => listOf(search[name])[0] ?? null;
  const chosen = Object.fromEntries(list.filters.flatMap((filter) => filterOf(filter, search)));
  const ids = Object.fromEntries(list.idFilters.filter((name) => one(name) !== null).map((name) => [name, ID_WAYS[name]?.(listOf(search[name]))]));
  const related = Object.fromEntries(
    list.related.flatMap(({ name, end }) => (one(name) === null ? [] : [[name, { some: { [end]: { id: listOf(search[name]) } } }]])),
  );
  const kinds = listOf(search['kind']);
  const most = mostOf(list, search);
  return {
    where: { ...chosen, ...ids, ...related, ...(one('named') === null ? {} : { named: one('named') }), ...(kinds.length > 0 ? { kind: kinds } : {}) },
    first: PAGE,
    after: one('after'),
    orderBy: most ? null : one('order'),
    most: most?.by ?? null,
    ...(list.canBeIntended ? { intended: one('planned') === 'yes' ? 'ONLY' : 'EXCLUDE' } : {}),
    lang,
  };
}

/** The relationship that a list is ordered by, as its address says: those first that have it with most others. */
export function mostOf(list: KindList, search: Search): Counted | null {
  const [wanted] = listOf(search['most']);
  return list.counted.find(({ by }) => by === wanted) ?? null;
}

function filterOf({ name, values }: Filter, search: Search): [string, unknown][] {
  if (values !== null) {
    const wanted = listOf(search[name]);
    return wanted.length > 0 ? [[name, wanted]] : [];
  }
  const [from] = listOf(search[`${name}.from`]);
  const [to] = listOf(search[`${name}.to`]);
  return from === undefined && to === undefined
    ? []
    : [[name, { ...(from === undefined ? {} : { from: firstDay(from) }), ...(to === undefined ? {} : { to: lastDay(to) }) }]];
}

/** The parameters of an address that narrow a list to one of its groups; null for groups that no filter matches. */
export function searchOfFacet(list: KindList, facet: string, key: string): Search | null {
  const name = camelCase(facet);
  if (facet === 'KIND') return { kind: key };
  if (list.idFilters.includes(name)) return { [name]: key };
  const dated = /^(.*)Year$/.exec(name)?.[1];
  if (dated !== undefined && list.filters.some((filter) => filter.name === dated)) return { [`${dated}.from`]: key, [`${dated}.to`]: key };
  return [...list.filters, ...list.related].some((filter) => filter.name === name) ? { [name]: key } : null;
}

/** The day that a year, a month or a day begins with. */
export function firstDay(text: string): string {
  return /^\d{4}$/.test(text) ? `${text}-01-01` : /^\d{4}-\d\d$/.test(text) ? `${text}-01` : text;
}

/** The day that a year, a month or a day ends with. */
export function lastDay(text: string): string {
  if (/^\d{4}$/.test(text)) return `${text}-12-31`;
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(text) ?? [];
  return year === undefined || month === undefined ? text : new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}

/** Rows as RFC 4180; a cell that a spreadsheet would run as a formula begins with an apostrophe. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** The field that a value of an enum is named after: PARTNERSHIP_KIND is partnershipKind. */
export function camelCase(name: string): string {
  return name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
