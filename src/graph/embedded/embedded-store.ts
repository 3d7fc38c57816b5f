import { atOnce, madeInSteps, sortedInSteps, type Steps } from '../../model/steps.js';
import { compareText } from '../../model/text.js';
import type { Vocabulary } from '../../model/vocabulary.js';
import { placeOf, type Changes, type ChangeSet, type Content, type GraphReader, type GraphStore, type Testimony } from '../store.js';
import { turns } from '../turns.js';
import { newestFirst } from './adjacency.js';
import { EmbeddedReader } from './embedded-reader.js';
import { each, Indexes, listed, type Held, type Tables } from './indexes.js';
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
    this.held.content = atOnce(
      inOrder({
        entities: changed(content.entities, entities, ({ id }) => id),
        links: changed(content.links, links, ({ key }) => key),
        claims: changed(content.claims, claims, ({ id }) => id),
      }),
    );
    this.held.index = new Indexes(this.vocabulary, this.held.content);
    return Promise.resolve();
  }

  revision(): Promise<string> {
    return Promise.resolve(String(this.changes));
  }

  async content(): Promise<Content> {
    return { ...(await this.testimony()), links: [...listed(this.held.content.links)].sort((a, b) => compareText(a.key, b.key)) };
  }

  testimony(signal?: AbortSignal): Promise<Testimony> {
    return turns.take(testimonyOf(this.held.content), signal);
  }

  claimTotal(): Promise<number> {
    return Promise.resolve(this.held.content.claims.length);
  }

  /** What a snapshot takes down. */
  snapshot(): { readonly content: Held; readonly tables: Tables } {
    return { content: this.held.content, tables: this.held.index.all() };
  }
}

/** Content in the orders in which a store holds it. */
export function* inOrder({ entities, links, claims }: Content): Steps<Held> {
  const placed = yield* madeInSteps(claims, (claim) => ({ claim, place: placeOf(claim) }));
  const byPlace = yield* sortedInSteps(placed, (a, b) => compareText(a.place, b.place));
  return {
    entities: yield* sortedInSteps(entities, (a, b) => compareText(a.id, b.id)),
    links: yield* newestFirst(links),
    claims: yield* madeInSteps(byPlace, ({ claim }) => claim),
  };
}

function* testimonyOf({ entities, claims }: Held): Steps<Testimony> {
  const read = <T>(records: Records<T>) => madeInSteps(each(records), (item) => item);
  return { entities: yield* read(entities), claims: yield* sortedInSteps(yield* read(claims), (a, b) => compareText(a.id, b.id)) };
}

function changed<T>(now: Records<T>, { put, remove }: Changes<T>, key: (item: T) => string): T[] {
  const items = new Map(listed<T>(now).map((item) => [key(item), item]));
  for (const id of remove) items.delete(id);
  for (const item of put) items.set(key(item), item);
  return [...items.values()];
}
