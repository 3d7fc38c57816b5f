import type { EntityNode } from '../model/graph.js';
import { cutsOf, spelt } from '../model/spellings.js';
import { compareText } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { GraphReader } from './store.js';

/** An entity found by one of its names; `sort` orders hits, best first. */
export interface Hit {
  readonly entity: EntityNode;
  readonly sort: string;
}

/** How many candidates are ranked; a search that finds more should be narrowed. */
export const MOST_CANDIDATES = 500;

/**
 * Finds entities by name: every word of the text must begin a word of their names. The store brings candidates,
 * this ranks them, so that both stores give the same order: the whole name, then the name otherwise cut or begun, then
 * names that begin so, then names with these very words, then the rest; shorter names first, then kinds in the vocabulary's order, then ids.
 * Without labels it looks among all kinds.
 */
export async function searchNames(vocabulary: Vocabulary, reader: GraphReader, text: string, labels: readonly string[] = ['']): Promise<readonly Hit[]> {
  const cuts = cutsOf(text);
  const { words: wanted } = cuts;
  if (wanted.length === 0) return [];
  const found = await Promise.all(labels.map((label) => reader.search({ ...cuts, label, limit: MOST_CANDIDATES })));
  return [...new Map(found.flat().map((entity) => [entity.id, entity])).values()]
    .map((entity) => ({ entity, sort: rank(vocabulary, entity, wanted, spelt(text)) }))
    .sort((a, b) => compareText(a.sort, b.sort) || compareText(a.entity.id, b.entity.id));
}

function rank(vocabulary: Vocabulary, entity: EntityNode, wanted: readonly string[], otherwise: readonly string[]): string {
  const phrase = wanted.join(' ');
  const named = listed(entity, 'terms').map((term) => ranked(tier(term, phrase, wanted), term));
  const spellings = listed(entity, 'spellings');
  named.push(...otherwise.filter((spelling) => spellings.includes(spelling)).map((spelling) => ranked(TIER_OF_SPELLING, spelling)));
  const order = vocabulary.kinds.findIndex((kind) => kind.name === entity.kind);
  return `${named.sort(compareText)[0] ?? '9'}|${String(order).padStart(3, '0')}`;
}

function listed({ columns }: EntityNode, column: 'terms' | 'spellings'): readonly string[] {
  return (columns[column] as readonly string[] | undefined) ?? [];
}

function ranked(place: number, name: string): string {
  return `${String(place)}|${String(name.length).padStart(4, '0')}`;
}

/** The whole name, cut into words in another way or begun elsewhere, comes right after the name as it is. */
const TIER_OF_SPELLING = 1;

function tier(term: string, phrase: string, wanted: readonly string[]): number {
  if (term === phrase) return 0;
  if (term.startsWith(`${phrase} `)) return 2;
  if (term.startsWith(phrase)) return 3;
  const own = new Set(term.split(' '));
  return wanted.every((word) => own.has(word)) ? 4 : 5;
}
