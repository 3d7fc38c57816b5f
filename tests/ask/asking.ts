import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { askWords } from '../../schema/ask-words.js';
import { schema } from '../../schema/schema.js';
import { vocabulary } from '../../schema/vocabulary.js';
import { Asker, type Asked } from '../../src/ask/ask.js';
import { catalogue } from '../../src/ask/catalogue.js';
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
export function asking(store: GraphReader): (text: string) => Promise<Asked> {
  const asker = new Asker(vocabulary, catalogue(), askWords);
  return (text) => asker.ask(text, schema, new Scope(vocabulary, store, new Map()));
}

export function readYaml(file: string): unknown {
  return parse(readFileSync(`tests/ask/${file}`, 'utf8'));
}
