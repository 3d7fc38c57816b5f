import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { nameWords } from '../../schema/ask-words.js';
import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { Asker, type Asked } from '../../src/ask/ask.js';
import { EmbeddedStore } from '../../src/graph/embedded/embedded-store.js';
import type { GraphReader } from '../../src/graph/store.js';
import { Scope } from '../../src/graphql/scope.js';
import { contentOf, everything } from '../../src/load/plan.js';
import { readGoodSeeds } from '../../src/load/seeds.js';

/** What the repository's seeds hold, as changes for an empty store. */
export function seeds() {
  return everything(contentOf(vocabulary, readGoodSeeds(vocabulary, 'seed', new Map())));
}

export async function embedded(): Promise<EmbeddedStore> {
  const store = new EmbeddedStore(vocabulary);
  await store.apply(seeds());
  return store;
}

/** Asks a store questions in words. */
export function asking(store: GraphReader): (text: string, after?: string | null) => Promise<Asked> {
  const asker = new Asker(vocabulary, nameWords, { en: ['Whom did Emmanuel Macron meet?'], fr: [], ko: [] });
  return (text, after = null) => asker.ask(text, schema, new Scope(vocabulary, store, new Map()), after);
}

/** Every operation that is run from now on, each once, as the resolvers of its root fields see it. */
export function operations(): ReadonlySet<unknown> {
  const seen = new Set<unknown>();
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const { resolve } = field;
    field.resolve = (root, args, context, info) => {
      seen.add(info.operation);
      return resolve?.(root, args, context, info);
    };
  }
  return seen;
}

/** A question with what its answer has to be. */
export interface Put {
  readonly text: string;
  /** The whole list, in any order. */
  readonly items?: readonly string[];
  readonly n?: number;
  /** What the sentence or the list has. */
  readonly has?: readonly string[];
  /** Nothing is recorded, and the answer says so. */
  readonly none?: boolean;
  /** It is not answered: not understood, or asked back. */
  readonly declined?: boolean;
}

export function readPut(file: string): readonly Put[] {
  return parse(readFileSync(`tests/ask/${file}`, 'utf8')) as readonly Put[];
}

/** What is wrong with an answer; null where it is right. */
export function wrong({ items, n, has = [], none, declined }: Put, { outcome, sentence, ran }: Asked): string | null {
  if (declined === true) return outcome === 'ANSWERED' ? `answered: ${sentence}` : null;
  if (outcome !== 'ANSWERED' || !ran) return `${outcome}: ${sentence}`;
  if (none === true && !ran.isEmpty) return `not empty: ${sentence}`;
  const told = [sentence, ...ran.items].join(' | ');
  if (items && JSON.stringify([...items].sort()) !== JSON.stringify([...ran.items].sort())) return `other items: ${ran.items.join('; ')}`;
  if (n !== undefined && ran.items.length !== n) return `${String(ran.items.length)} items: ${sentence}`;
  const missing = has.filter((text) => !told.includes(text));
  return missing.length > 0 ? `without ${missing.join(', ')}: ${sentence}` : null;
}
