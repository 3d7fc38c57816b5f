import { compareText } from '../../model/text.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import { placeOf, type Changes, type ChangeSet, type Content, type GraphReader, type GraphStore, type Testimony } from '../store.js';
import { newestFirst } from './adjacency.js';
import { EmbeddedReader } from './embedded-reader.js';
import { Indexes, listed, type Held, type Tables } from './indexes.js';
import type { Records } from './records.js';

/** The graph in memory: the default store, and what the other is compared with. */
export class EmbeddedStore extends EmbeddedReader implements GraphStore {
  readonly engine = 'embedded';
  private changes = 0;
  private readonly vocabulary: Vocabulary;

  /** Empty, or with what a snapshot holds. */
  constructor(vocabulary: Vocabulary, content: Held = { entities: [], links: [], claims: [] }, tables: Partial<Tables> = {}) {
    super({ content, index: new Indexes(vocabulary, content, tables) });
    this.vocabulary = vocabulary;
  }

  within(signal: AbortSignal): GraphReader {
    return new EmbeddedReader(this.held, { signal, whole: this });
  }

  ready(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  apply({ entities, links, claims }: ChangeSet): Promise<void> {
    const { content } = this.held;
    this.changes += 1;
    const placed = changed(content.claims, claims, ({ id }) => id).map((claim) => ({ claim, place: placeOf(claim) }));
    this.held.content = {
      entities: changed(content.entities, entities, ({ id }) => id).sort((a, b) => compareText(a.id, b.id)),
      links: newestFirst(changed(content.links, links, ({ key }) => key)),
      claims: placed.sort((a, b) => compareText(a.place, b.place)).map(({ claim }) => claim),
    };
    this.held.index = new Indexes(this.vocabulary, this.held.content);
    return Promise.resolve();
  }

  revision(): Promise<string> {
    return Promise.resolve(String(this.changes));
  }

  async content(): Promise<Content> {
    return { ...(await this.testimony()), links: [...listed(this.held.content.links)].sort((a, b) => compareText(a.key, b.key)) };
  }

  testimony(): Promise<Testimony> {
    const { entities, claims } = this.held.content;
    return Promise.resolve({ entities: listed(entities), claims: [...listed(claims)].sort((a, b) => compareText(a.id, b.id)) });
  }

  claimTotal(): Promise<number> {
    return Promise.resolve(this.held.content.claims.length);
  }

  /** What a snapshot takes down. */
  snapshot(): { readonly content: Held; readonly tables: Tables } {
    return { content: this.held.content, tables: this.held.index.all() };
  }
}

function changed<T>(now: Records<T>, { put, remove }: Changes<T>, key: (item: T) => string): T[] {
  const items = new Map(listed<T>(now).map((item) => [key(item), item]));
  for (const id of remove) items.delete(id);
  for (const item of put) items.set(key(item), item);
  return [...items.values()];
}
