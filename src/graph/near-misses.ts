import { distance } from 'fastest-levenshtein';
import type { EntityNode } from '../model/graph.js';
import { spelt } from '../model/spellings.js';
import { compareText, words } from '../model/text.js';
import { slug as slugOf, type Vocabulary } from '../model/vocabulary.js';
import type { GraphReader } from './store.js';

const CANDIDATES = 100;
const MOST_WORDS = 5;

/** No id is longer. */
const LONGEST = 120;

/** How many others that are called so are told. */
const MOST_ALIKE = 2;

/** Ids of no more letters than this are looked for by their edits. */
const SHORT = 3;

/**
 * Entities that an unknown id may mean, nearest first: what is called so or has that code before all else, as people write
 * names where ids are asked for; then those with a name that begins like one of its words, and for a
 * short id such as a code of two letters those whose id is one edit away, by the edit distance of their ids and names,
 * or of some words of these, from it, those of its kind and those that begin alike before others, which must be nearer.
 */
export async function nearMisses(vocabulary: Vocabulary, reader: GraphReader, id: string, first = 3): Promise<readonly EntityNode[]> {
  const slug = id.slice(id.indexOf('/') + 1);
  const root = vocabulary.rootOf(id);
  const own = words(slug);
  const beginnings = [...new Set(own.map(beginning))].slice(0, MOST_WORDS);
  const sought = [...beginnings.map((word) => [word]), ...(own.length > 0 ? [own.slice(0, MOST_WORDS)] : [])];
  const [found, byCode, byId] = await Promise.all([
    Promise.all(sought.map((asked) => reader.search({ words: asked, label: '', limit: CANDIDATES }))),
    codedAs(vocabulary, reader, slug),
    reader.entities([
      ...vocabulary.roots.map((kind) => `${slugOf(kind)}/${own.join('-')}`),
      ...(slug.length <= SHORT ? edits(slug).map((text) => id.slice(0, id.length - slug.length) + text) : []),
    ]),
  ]);
  const candidates = new Map([...found.flat(), ...byCode, ...byId.values()].map((entity) => [entity.id, entity]));
  const isOther = (entity: EntityNode) => (root && entity.labels.includes(root.name) ? 0 : 1);
  const phrase = own.join(' ');
  const termsOf = ({ columns }: EntityNode) => (Array.isArray(columns['terms']) ? columns['terms'].map(String) : []);
  const far = (entity: EntityNode) =>
    Math.min(
      distance(slug, entity.id.slice(entity.id.indexOf('/') + 1)),
      ...termsOf(entity).flatMap((term) => [distance(phrase, term), farInWords(phrase.split(' '), term.split(' '))]),
    );
  return [...candidates.values()]
    .map((entity) => ({
      entity,
      called: byCode.includes(entity) || isCalled(entity, slug) ? 0 : 1,
      other: isOther(entity),
      far: far(entity),
      unlike: entity.id.startsWith(id.slice(0, 1 - slug.length)) ? 0 : 0.5,
    }))
    .filter(({ called, far, other }) => called === 0 || far <= Math.max(2, slug.length / (other ? 5 : 2.5)))
    .sort((a, b) => a.called - b.called || a.far + 3 * a.other + a.unlike - (b.far + 3 * b.other + b.unlike) || compareText(a.entity.id, b.entity.id))
    .slice(0, first)
    .map(({ entity }) => entity);
}

/** The entity of each kind that alone has a code, such as that of a country. */
async function codedAs({ roots }: Vocabulary, reader: GraphReader, code: string): Promise<readonly EntityNode[]> {
  const values = [...new Set([code, code.toUpperCase()])];
  const asked = roots.map(async ({ name, properties }) => {
    const codes = Object.entries(properties).flatMap(([column, { sort, asking, choice, many }]) =>
      sort === 'text' && asking === 'IN' && !choice && !many ? [{ column, op: 'IN' as const, values, negated: false }] : [],
    );
    if (codes.length === 0) return [];
    const page = { sort: 'sortLabel', descending: false, first: 2, after: null } as const;
    const { items } = await reader.list({ label: name, intended: false, filter: [codes], ...page });
    return items.length === 1 ? items : [];
  });
  return (await Promise.all(asked)).flat();
}

/** Whether an entity is called as an id reads, or has these words as its own id. */
function isCalled({ id, columns }: EntityNode, slug: string): boolean {
  const known = Array.isArray(columns['spellings']) ? columns['spellings'].map(String) : [];
  return id.slice(id.indexOf('/') + 1) === words(slug).join('-') || spelt(slug).some((spelling) => known.includes(spelling));
}

/** How far words are from some of the words of a name: a family name alone is near the whole. */
function farInWords(wanted: readonly string[], own: readonly string[]): number {
  const left = Math.max(0, own.length - wanted.length);
  return wanted.reduce((sum, word) => sum + Math.min(...own.map((other) => distance(word, other))), left / 2);
}

/** What to add to a refusal of an unknown id: the nearest that is there and wanted, if there is one, and all that is called so. */
export async function nearHint(
  vocabulary: Vocabulary,
  reader: GraphReader,
  id: string,
  isWanted: (entity: EntityNode) => boolean = () => true,
): Promise<string> {
  const near = (await nearMisses(vocabulary, reader, id.slice(0, LONGEST), CANDIDATES)).filter(isWanted);
  const [nearest, ...others] = near;
  if (!nearest) return '';
  const slug = id.slice(id.indexOf('/') + 1);
  if (!isCalled(nearest, slug)) return `; did you mean "${nearest.id}"?`;
  const alike = others.filter((other) => isCalled(other, slug)).slice(0, MOST_ALIKE);
  return `; did you mean "${nearest.id}"? It is called so${alike.map((other) => `, as is "${other.id}"`).join('')}`;
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
