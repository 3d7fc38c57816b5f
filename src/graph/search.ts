import type { EntityNode } from '../model/projection.js';
import { compareText, words } from '../model/text.js';
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
 * this ranks them, so that both stores give the same order: the whole name, then names that begin so, then names
 * with these very words, then the rest; shorter names first, then kinds in the vocabulary's order, then ids.
 */
export async function searchNames(vocabulary: Vocabulary, reader: GraphReader, text: string, label = ''): Promise<readonly Hit[]> {
  const wanted = words(text);
  if (wanted.length === 0) return [];
  const found = await reader.search({ words: wanted, label, limit: MOST_CANDIDATES });
  return found
    .map((entity) => ({ entity, sort: rank(vocabulary, entity, wanted) }))
    .sort((a, b) => compareText(a.sort, b.sort) || compareText(a.entity.id, b.entity.id));
}

function rank(vocabulary: Vocabulary, entity: EntityNode, wanted: readonly string[]): string {
  const terms = (entity.columns['terms'] as readonly string[] | undefined) ?? [];
  const phrase = wanted.join(' ');
  const best = terms.map((term) => `${String(tier(term, phrase, wanted))}|${String(term.length).padStart(4, '0')}`).sort(compareText)[0] ?? '9';
  const order = vocabulary.kinds.findIndex((kind) => kind.name === entity.kind);
  return `${best}|${String(order).padStart(3, '0')}`;
}

function tier(term: string, phrase: string, wanted: readonly string[]): number {
  if (term === phrase) return 0;
  if (term.startsWith(`${phrase} `)) return 1;
  if (term.startsWith(phrase)) return 2;
  const own = new Set(term.split(' '));
  return wanted.every((word) => own.has(word)) ? 3 : 4;
}
