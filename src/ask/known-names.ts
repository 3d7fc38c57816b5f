import { FewAtOnce } from '../graph/few-at-once.js';
import { Shared } from '../graph/shared.js';
import type { EntitySet, GraphReader, GraphStore } from '../graph/store.js';
import { turns } from '../graph/turns.js';
import type { EntityNode } from '../model/graph.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { withoutUmlauts } from '../model/text.js';
import { NameIndex, type NameWords } from './names.js';
import { cleaned, keyOf, tokensOf } from './tokens.js';

/** Names of a graph of at most so many entities are all held; of a larger one, those that a text may name are fetched. */
const MOST_HELD = 30_000;
const PAGE = 1_000;
/** How long names are taken as they were, in milliseconds. */
const FRESH = 60_000;
const MOST_FOUND = 60;
const LONGEST_RUN = 4;
/** Questions to the store at once: it has others to answer, and one that has just started plans each anew. */
const MOST_AT_ONCE = 4;

interface Held {
  readonly at: number;
  readonly index: Shared<NameIndex | null>;
}

/** Finds the names that a text may hold, in graphs of any size. */
export class KnownNames {
  private readonly vocabulary: Vocabulary;
  private readonly words: NameWords;
  private readonly held = new WeakMap<GraphStore, Held>();

  constructor(vocabulary: Vocabulary, words: NameWords) {
    this.vocabulary = vocabulary;
    this.words = words;
  }

  async of(reader: GraphReader, text: string): Promise<NameIndex> {
    const origin = reader.whole ?? (reader as GraphStore);
    const known = this.held.get(origin);
    const isFresh = known && !known.index.isGivenUp && Date.now() - known.at < FRESH;
    const held = isFresh ? known : this.hold(origin);
    return (await held.index.by(reader.signal)) ?? this.index(await this.found(reader, text), reader.signal);
  }

  /** Reads them for all who ask meanwhile, whoever of them leaves. */
  private hold(origin: GraphStore): Held {
    const held = { at: Date.now(), index: new Shared((signal) => this.all(origin.within(signal))) };
    this.held.set(origin, held);
    held.index.result.catch(() => {
      if (this.held.get(origin) === held) this.held.delete(origin);
    });
    return held;
  }

  private async all(reader: GraphReader): Promise<NameIndex | null> {
    const sets = this.vocabulary.roots.flatMap(({ name }) => [false, true].map((intended): EntitySet => ({ label: name, filter: [], intended })));
    const counts = await each(sets, (set) => reader.count(set));
    if (counts.reduce((sum, count) => sum + count, 0) > MOST_HELD) return null;
    return this.index((await each(sets, (set) => allOf(reader, set))).flat(), reader.signal);
  }

  /** What the store finds for each run of words that may be a name; for an adjective, what it is of. */
  private async found(reader: GraphReader, text: string): Promise<EntityNode[]> {
    const keys = new Set([text, withoutUmlauts(text)].flatMap(keysOfRuns).filter((key) => key.length > 1));
    const found = await each([...keys], (key) => reader.search({ words: key.split(' '), label: '', limit: MOST_FOUND }));
    return [...new Map(found.flat().map((entity) => [entity.id, entity])).values()];
  }

  private index(entities: readonly EntityNode[], signal: AbortSignal | undefined): Promise<NameIndex> {
    const kind = (name: string) => this.vocabulary.kind(name);
    const steps = NameIndex.of(entities, this.words, {
      isNamed: (name) => kind(name)?.named === true,
      isTitled: (name) => (kind(name)?.borneBy ?? null) !== null,
      // Who can bear an office is called by one word of the name.
      isTold: (name) => kind(name)?.record === true && !Object.values(kind(name)?.properties ?? {}).some(({ sort, many }) => sort === 'text' && !many),
      tradesOf: ({ kind: name, columns }) =>
        Object.entries(kind(name)?.personal === true ? (kind(name)?.properties ?? {}) : {}).flatMap(([property, { sort, many }]) =>
          sort === 'text' && !many && typeof columns[property] === 'string' ? [[property, columns[property]] as const] : [],
        ),
      // What documents are is told by themselves.
      isSource: (name) => Object.values(kind(name)?.properties ?? {}).some((value) => value.given),
      isPerson: (name) => (kind(name)?.labels.length ?? 0) > 0,
    });
    return turns.take(steps, signal);
  }
}

/** Asks something of each, a few at once. */
function each<A, B>(items: readonly A[], ask: (item: A) => Promise<B>): Promise<B[]> {
  const few = new FewAtOnce(MOST_AT_ONCE);
  return Promise.all(items.map((item) => few.run(() => ask(item))));
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

/** Keys of all runs of a few words. */
function keysOfRuns(text: string): string[] {
  const tokens = tokensOf(cleaned(text)).filter(({ sign }) => sign === null);
  const sizes = Array.from({ length: LONGEST_RUN }, (_none, at) => at + 1);
  return tokens.flatMap((_token, at) => sizes.filter((size) => at + size <= tokens.length).map((size) => keyOf(tokens.slice(at, at + size))));
}
