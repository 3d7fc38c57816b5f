import { distance } from 'fastest-levenshtein';
import type { EntityNode } from '../model/graph.js';
import { compareText, words } from '../model/text.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { GraphReader } from './store.js';

const CANDIDATES = 100;
const MOST_WORDS = 5;

/** No id is longer. */
const LONGEST = 120;

/** Ids of no more letters than this are looked for by their edits. */
const SHORT = 3;

/**
 * Entities that an unknown id may mean, nearest first: those with a name that begins like one of its words, and for a
 * short id such as a code of two letters those whose id is one edit away, by the edit distance of their ids and names,
 * or of some words of these, from it, those of its kind and those that begin alike before others, which must be nearer.
 */
export async function nearMisses(vocabulary: Vocabulary, reader: GraphReader, id: string, first = 3): Promise<readonly EntityNode[]> {
  const slug = id.slice(id.indexOf('/') + 1);
  const root = vocabulary.rootOf(id);
  const beginnings = [...new Set(words(slug).map(beginning))].slice(0, MOST_WORDS);
  const [found, edited] = await Promise.all([
    Promise.all(beginnings.map((word) => reader.search({ words: [word], label: '', limit: CANDIDATES }))),
    slug.length <= SHORT ? reader.entities(edits(slug).map((text) => id.slice(0, id.length - slug.length) + text)) : new Map<string, EntityNode>(),
  ]);
  const candidates = new Map([...found.flat(), ...edited.values()].map((entity) => [entity.id, entity]));
  const isOther = (entity: EntityNode) => (root && entity.labels.includes(root.name) ? 0 : 1);
  const phrase = words(slug).join(' ');
  const termsOf = ({ columns }: EntityNode) => (Array.isArray(columns['terms']) ? columns['terms'].map(String) : []);
  const far = (entity: EntityNode) =>
    Math.min(
      distance(slug, entity.id.slice(entity.id.indexOf('/') + 1)),
      ...termsOf(entity).flatMap((term) => [distance(phrase, term), farInWords(phrase.split(' '), term.split(' '))]),
    );
  return [...candidates.values()]
    .map((entity) => ({ entity, other: isOther(entity), far: far(entity), unlike: entity.id.startsWith(id.slice(0, 1 - slug.length)) ? 0 : 0.5 }))
    .filter(({ far, other }) => far <= Math.max(2, slug.length / (other ? 5 : 2.5)))
    .sort((a, b) => a.far + 3 * a.other + a.unlike - (b.far + 3 * b.other + b.unlike) || compareText(a.entity.id, b.entity.id))
    .slice(0, first)
    .map(({ entity }) => entity);
}

/** How far words are from some of the words of a name: a family name alone is near the whole. */
function farInWords(wanted: readonly string[], own: readonly string[]): number {
  const left = Math.max(0, own.length - wanted.length);
  return wanted.reduce((sum, word) => sum + Math.min(...own.map((other) => distance(word, other))), left / 2);
}

/** What to add to a refusal of an unknown id: the nearest that is there and wanted, if there is one. */
export async function nearHint(
  vocabulary: Vocabulary,
  reader: GraphReader,
  id: string,
  isWanted: (entity: EntityNode) => boolean = () => true,
): Promise<string> {
  const near = (await nearMisses(vocabulary, reader, id.slice(0, LONGEST), CANDIDATES)).find(isWanted);
  return near ? `; did you mean "${near.id}"?` : '';
}

/** All that is one letter or digit replaced, added or left out away. */
function edits(text: string): string[] {
  const places = Array.from({ length: text.length + 1 }, (_none, at) => [text.slice(0, at), text.slice(at)] as const);
  return places.flatMap(([before, after]) => [
    ...(after.length > 0 && text.length > 1 ? [before + after.slice(1)] : []),
    ...Array.from('abcdefghijklmnopqrstuvwxyz0123456789').flatMap((letter) => [before + letter + after, before + letter + after.slice(1)]),
  ]);
}

/** A word without its end, where slips of the pen are as likely as anywhere. */
function beginning(word: string): string {
  const letters = Array.from(word);
  return letters.length <= 3 ? letters.slice(0, 2).join('') : letters.slice(0, Math.ceil(letters.length / 2)).join('');
}
