import type { Vocabulary } from '../model/vocabulary.js';
import type { Language } from '../model/words.js';
import type { Say } from './languages/say.js';
import { CALLED } from './selections.js';
import { objectsIn } from './sets.js';

export type Data = Readonly<Record<string, unknown>>;

interface Edge extends Data {
  readonly node: Row;
  readonly fact?: {
    readonly status?: string;
    readonly when?: { readonly edtf: string } | null;
    readonly disputed?: boolean;
    readonly history?: History;
  } | null;
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

/** What a head is told from: the vocabulary, the words of a language, what the operation brought, and the alias of the head in it. */
export interface Telling {
  readonly vocabulary: Vocabulary;
  readonly language: Language;
  readonly say: Say;
  readonly data: Data;
  readonly alias: string;
}

/** What an operation brought, with the names that the language of the question has in the place of labels. */
export function inLanguage(vocabulary: Vocabulary, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((own: unknown) => inLanguage(vocabulary, own));
  const { id, label, [CALLED]: called, ...more } = value as Readonly<Record<string, unknown>>;
  const rest = Object.fromEntries(Object.entries(more).map(([name, own]) => [name, inLanguage(vocabulary, own)]));
  const told = typeof called === 'string' && isCalled(vocabulary, String(id), called) ? called : label;
  return { ...(id === undefined ? {} : { id }), ...(label === undefined ? {} : { label: told }), ...rest };
}

/** Whether an entity is called so in another language: what is named is, and a person where the name is written in other letters. */
export function isCalled(vocabulary: Vocabulary, id: string, name: string): boolean {
  const kind = vocabulary.rootOf(id);
  return kind?.named === true && !(kind.personal && /^[\p{Script=Latin}\P{L}]+$/u.test(name));
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

/** A name with its date, whether it is sure and not only meant to be, and that sources differ on what it is there for. */
export function hedged(say: Say, row: Row): string {
  const { label, date, certainty, intended, text } = row;
  const own = typeof text === 'string' ? text.replace(/\.$/, '') : label;
  const time = date ? say.time(date.edtf) : '';
  const dated = own.includes(time) ? own : `${own} (${time})`;
  const sure = certainty === 'POSSIBLE' ? say.possible(dated) : dated;
  const told = intended === true ? say.intended(sure) : sure;
  return edgesOf(row, 'e').some(({ fact }) => fact?.disputed === true) ? say.disputedItem(told) : told;
}

/** A name with what proves it: the records and others that it was found by. */
export function proven(say: Say, row: Row): string {
  const proofs = edgesOf(row, 'e')
    .map(({ node }) => node.label)
    .filter((label) => !row.label.includes(label));
  const told = proofs.length > 0 ? `${hedged(say, row)} (${[...new Set(proofs)].slice(0, 5).join('; ')})` : hedged(say, row);
  return told.replaceAll(') (', '; ');
}

/** The edges under aliases of a row that begin with a letter. */
export function edgesOf(row: Row, letter: string): readonly Edge[] {
  return Object.keys(row).flatMap((name) => (new RegExp(`^${letter}\\d`).test(name) ? aliasedEdges(row, name) : []));
}

/** The edges under one alias of a row. */
export function aliasedEdges(row: Row, alias: string): readonly Edge[] {
  return (row[alias] as { edges?: readonly Edge[] } | null | undefined)?.edges ?? [];
}

/** Times that are told together, and whether they are of sources that differ. */
export interface Times {
  readonly edtf: readonly string[];
  readonly differ: boolean;
}

/** When the relationships held that a row is there for; where sources differ, what each says. */
export function factTimes(row: Row, sorts: readonly string[]): Times {
  const ofSort = ({ value }: History['nodes'][number]) => value === null || value === undefined || sorts.includes(value);
  const edges = edgesOf(row, 'e');
  const times = edges.flatMap(({ fact }) => [
    fact?.when?.edtf,
    ...(fact?.disputed === true ? (fact.history?.nodes ?? []).filter(ofSort).map(({ when }) => when?.edtf) : []),
  ]);
  return { edtf: [...new Set(times.flatMap((time) => time ?? []))], differ: edges.length === 1 && edges[0]?.fact?.disputed === true };
}

/** The time of a property, and those of its history where claims differ. */
export function propertyTimes(row: Row): Times {
  const time = row['time'] as { edtf: string } | null;
  const fact = row['tf'] as { disputed: boolean; history: History } | null;
  const edtf = [...new Set([...(time ? [time.edtf] : []), ...(fact?.disputed !== false ? timesIn(fact?.history) : [])])];
  return { edtf, differ: edtf.length > 1 };
}

function timesIn(history: History | undefined): readonly string[] {
  return (history?.nodes ?? []).flatMap(({ value, when }) => when?.edtf ?? value ?? []);
}

export interface Saying {
  readonly summary: string;
  readonly value: string | null;
  readonly assertedBy: { readonly id: string; readonly label: string } | null;
  readonly source: { readonly label: string } | null;
}

/** Every claim in an answer that was asked for with what it says. */
export function claimsIn(value: unknown): readonly Saying[] {
  return objectsIn<Saying>(value, 'assertedBy');
}
