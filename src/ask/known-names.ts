import type { EntitySet, GraphReader } from '../graph/store.js';
import type { EntityNode } from '../model/projection.js';
import type { Vocabulary } from '../model/vocabulary.js';
import type { Grammar } from './grammar.js';
import { NameIndex } from './names.js';
import { cleaned, keyOf, wordsOf, type Lexicon } from './words.js';

/** Names of a graph of at most so many entities are all held; of a larger one, those that a text may name are fetched. */
const MOST_HELD = 30_000;
const PAGE = 1_000;
/** How long names are taken as they were, in milliseconds. */
const FRESH = 60_000;
const MOST_FOUND = 100;

interface Held {
  readonly at: number;
  readonly index: Promise<NameIndex | null>;
}

/** Finds the names that a text may hold, in graphs of any size. */
export class KnownNames {
  private readonly vocabulary: Vocabulary;
  private readonly grammar: Grammar;
  private readonly lexicon: Lexicon;
  private readonly held = new WeakMap<object, Held>();

  constructor(vocabulary: Vocabulary, grammar: Grammar, lexicon: Lexicon) {
    this.vocabulary = vocabulary;
    this.grammar = grammar;
    this.lexicon = lexicon;
  }

  async of(reader: GraphReader, text: string): Promise<NameIndex> {
    const origin = originOf(reader);
    const known = this.held.get(origin);
    const held = known && Date.now() - known.at < FRESH ? known : { at: Date.now(), index: this.all(reader) };
    this.held.set(origin, held);
    held.index.catch(() => this.held.delete(origin));
    return (await held.index) ?? this.index(await this.found(reader, text));
  }

  private async all(reader: GraphReader): Promise<NameIndex | null> {
    const sets = this.vocabulary.roots.flatMap(({ name }) => [false, true].map((intended): EntitySet => ({ label: name, filter: [], intended })));
    const counts = await Promise.all(sets.map((set) => reader.count(set)));
    if (counts.reduce((sum, count) => sum + count, 0) > MOST_HELD) return null;
    return this.index((await Promise.all(sets.map((set) => allOf(reader, set)))).flat());
  }

  /** What the store finds for each word of the text and for each two that stand together. */
  private async found(reader: GraphReader, text: string): Promise<EntityNode[]> {
    const own = wordsOf(cleaned(text)).map(({ folded }) => folded);
    const bases = Object.entries({
      ...this.grammar.demonyms,
      ...Object.fromEntries(Object.entries(this.grammar.homonyms).flatMap(([word, names]) => names.map((name) => [name, [word]]))),
    })
      .filter(([, words]) => words.some((word) => ` ${own.join(' ')} `.includes(` ${word} `)))
      .map(([name]) => keyOf(name).split(' '));
    const content = own.filter((word) => !this.lexicon.isStopWord(word));
    const runs = [...content.map((word) => [word]), ...own.slice(1).map((word, at) => [own[at] ?? '', word]), ...bases];
    const hits = await Promise.all(runs.map((words) => reader.search({ words, label: '', limit: MOST_FOUND })));
    return [...new Map(hits.flat().map((entity) => [entity.id, entity])).values()];
  }

  private index(entities: readonly EntityNode[]): NameIndex {
    return new NameIndex(entities, this.grammar, (kind) => this.vocabulary.kind(kind)?.named === true);
  }
}

/** What readers of one store share: a reader of one request knows the whole store. */
function originOf(reader: GraphReader): object {
  return reader.whole ?? reader;
}

async function allOf(reader: GraphReader, set: EntitySet): Promise<EntityNode[]> {
  const entities: EntityNode[] = [];
  for (let more = true; more;) {
    const last = entities.at(-1);
    const after = last ? { sort: String(last.columns['sortLabel'] ?? ''), id: last.id } : null;
    const page = await reader.list({ ...set, sort: 'sortLabel', descending: false, first: PAGE, after });
    entities.push(...page.items);
    more = page.more;
  }
  return entities;
}
