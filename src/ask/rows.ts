import { spokenTime } from './spoken.js';
import type { Say } from './languages/say.js';

export type Data = Readonly<Record<string, unknown>>;

interface Edge {
  readonly node: Row;
  readonly fact?: { readonly when?: { readonly edtf: string } | null; readonly disputed?: boolean; readonly history?: History } | null;
}

interface History {
  readonly nodes: readonly { readonly value?: string | null; readonly when?: { readonly edtf: string } | null }[];
}

/** An entity of an answer, with the aliases that its operation selects. */
export interface Row extends Data {
  readonly id: string;
  readonly label: string;
  readonly date?: { readonly edtf: string } | null;
  readonly certainty?: string | null;
  readonly intended?: boolean;
}

export interface List {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
}

/** What is told by one head of a plan. */
export interface Told {
  readonly sentence: string;
  readonly items: readonly string[];
  readonly isEmpty: boolean;
  /** Nothing is so for sure: what is planned may be meant as well. */
  readonly isPerhaps?: boolean;
}

/** What a head is told from: the words of a language, what the operation brought, and the alias of the head in it. */
export interface Telling {
  readonly say: Say;
  readonly data: Data;
  readonly alias: string;
}

export function none({ say }: Telling): Told {
  return { sentence: `${say.none}.`, items: [], isEmpty: true };
}

/** A list in a sentence, or that there is nothing. */
export function told(telling: Telling, items: readonly string[], sentence: (items: readonly string[]) => string): Told {
  const own = [...new Set(items)];
  return own.length === 0 ? none(telling) : { sentence: sentence(own), items: own, isEmpty: false };
}

export function rowsOf({ data, alias }: Telling): { rows: readonly Row[]; total: number } {
  const lists = Object.entries(data).flatMap(([name, value]) => (new RegExp(`^${alias}_\\d+$`).test(name) ? [value as List] : []));
  return { rows: lists.flatMap(({ nodes }) => nodes), total: lists.reduce((sum, { totalCount }) => sum + totalCount, 0) };
}

/** Names with their times, as a sentence lists them. */
export function named(say: Say, rows: readonly Row[], total = rows.length): string {
  const shown = rows.slice(0, 25).map((row) => hedged(say, row));
  return `${shown.join('; ')}${total > shown.length ? ' …' : ''}`;
}

export function hedged(say: Say, { label, date, certainty, intended, text }: Row): string {
  const own = typeof text === 'string' ? `${label}: ${text.replace(/\.$/, '')}` : label;
  const dated = date ? `${own} (${spokenTime(date.edtf)})` : own;
  const sure = certainty === 'POSSIBLE' ? say.possible(dated) : dated;
  return intended === true ? say.intended(sure) : sure;
}

/** A name with what proves it: the records and others that it was found by. */
export function proven(say: Say, row: Row): string {
  const proofs = edgesOf(row, 'e')
    .map(({ node }) => node.label)
    .filter((label) => label !== row.label);
  return proofs.length > 0 ? `${hedged(say, row)} (${[...new Set(proofs)].slice(0, 5).join('; ')})` : hedged(say, row);
}

/** The edges under aliases of a row that begin with a letter. */
export function edgesOf(row: Row, letter: string): readonly Edge[] {
  return Object.keys(row).flatMap((name) => (new RegExp(`^${letter}\\d`).test(name) ? aliasedEdges(row, name) : []));
}

/** The edges under one alias of a row. */
export function aliasedEdges(row: Row, alias: string): readonly Edge[] {
  return (row[alias] as { edges?: readonly Edge[] } | null | undefined)?.edges ?? [];
}

/** When the relationships held that a row is there for; where sources differ, what each says. */
export function factTimes(row: Row, sorts: readonly string[]): string[] {
  const ofSort = ({ value }: History['nodes'][number]) => value === null || value === undefined || sorts.includes(value);
  const times = edgesOf(row, 'e').flatMap(({ fact }) => [
    fact?.when?.edtf,
    ...(fact?.disputed === true ? (fact.history?.nodes ?? []).filter(ofSort).map(({ when }) => when?.edtf) : []),
  ]);
  return [...new Set(times.flatMap((time) => time ?? []))].map(spokenTime);
}

/** The time of a property, and those of its history where claims differ. */
export function propertyTimes(row: Row): string[] {
  const time = row['time'] as { edtf: string } | null;
  const fact = row['tf'] as { disputed: boolean; history: History } | null;
  return [...new Set([...(time ? [time.edtf] : []), ...(fact?.disputed !== false ? timesIn(fact?.history) : [])])].map(spokenTime);
}

function timesIn(history: History | undefined): readonly string[] {
  return (history?.nodes ?? []).flatMap(({ value, when }) => when?.edtf ?? value ?? []);
}

export interface Saying {
  readonly summary: string;
  readonly value: string | null;
  readonly assertedBy: { readonly label: string } | null;
  readonly source: { readonly label: string } | null;
}

/** Every claim in an answer that was asked for with what it says. */
export function claimsIn(value: unknown): Saying[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(claimsIn);
  return 'summary' in value && 'assertedBy' in value ? [value as Saying] : Object.values(value).flatMap(claimsIn);
}
