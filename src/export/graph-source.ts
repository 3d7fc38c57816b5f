import type { Claim } from '../model/claim.js';
import type { EntityNode, Link } from '../model/graph.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { placeOf, type GraphReader, type Position } from '../graph/store.js';
import type { Surroundings } from './surroundings.js';

const PAGE = 500;
const CLAIMS = 1_000;
/** Relationships of an entity that are read at once; one that has more is read type by type, page by page. */
const AT_ONCE = 1_000;

/** A graph, or a part of one, that can be read through as often as a format needs, a page at a time. */
export interface GraphSource {
  readonly vocabulary: Vocabulary;
  /** Said at the head of a file: what it holds, and what it leaves out. */
  readonly about: string;
  entities(): AsyncIterable<readonly EntityNode[]>;
  links(): AsyncIterable<readonly Link[]>;
  claims(): AsyncIterable<readonly Claim[]>;
}

/** All that a reader holds, in constant memory: entities by family and label, then what begins at each of them. */
export class WholeGraph implements GraphSource {
  readonly vocabulary: Vocabulary;
  readonly about = 'The whole graph.';
  private readonly reader: GraphReader;

  constructor(vocabulary: Vocabulary, reader: GraphReader) {
    this.vocabulary = vocabulary;
    this.reader = reader;
  }

  async *entities(): AsyncGenerator<readonly EntityNode[]> {
    for (const { name } of this.vocabulary.roots) {
      for (const intended of [false, true]) {
        let after: Position | null = null;
        for (;;) {
          const page: { items: readonly EntityNode[]; more: boolean } = await this.reader.list({
            label: name,
            filter: [],
            intended,
            sort: 'sortLabel',
            descending: false,
            first: PAGE,
            after,
          });
          if (page.items.length > 0) yield page.items;
          const last = page.items.at(-1);
          if (!page.more || !last) break;
          after = { sort: String(last.columns['sortLabel'] ?? ''), id: last.id };
        }
      }
    }
  }

  async *links(): AsyncGenerator<readonly Link[]> {
    const types = this.vocabulary.relationships.map(({ type }) => type);
    for await (const entities of this.entities()) {
      const around = await this.reader.neighbourhood(
        { types, intended: 'INCLUDE', limit: AT_ONCE, beyond: 'NONE' },
        entities.map(({ id }) => id),
      );
      for (const entity of entities) {
        const found = around.get(entity.id);
        if (!found || found.degree === 0) continue;
        if (found.degree > found.neighbours.length) yield* this.beginningAt(entity);
        else yield found.neighbours.map(({ link }) => link).filter(({ from }) => from === entity.id);
      }
    }
  }

  async *claims(): AsyncGenerator<readonly Claim[]> {
    for await (const entities of this.entities())
      yield* claimsOf(
        this.reader,
        entities.map(({ id }) => id),
      );
  }

  private async *beginningAt({ id, kind }: EntityNode): AsyncGenerator<readonly Link[]> {
    const near = this.vocabulary.kind(kind);
    for (const { type } of this.vocabulary.relationships.filter(({ from }) => near && this.vocabulary.fits(near, from))) {
      for (const intended of [false, true]) {
        const question = { type, direction: 'OUT', intended, linkFilter: [], farFilter: [], descending: false, first: AT_ONCE } as const;
        let after: Position | null = null;
        for (;;) {
          const [page]: readonly { items: readonly { link: Link }[]; more: boolean }[] = await this.reader.expand(question, [{ id, after }]);
          if (!page || page.items.length === 0) break;
          yield page.items.map(({ link }) => link);
          const last = page.items.at(-1)?.link;
          if (!page.more || !last) break;
          after = { sort: last.at, id: last.key };
        }
      }
    }
  }
}

/** What surrounds some entities; its entities and relationships are few enough to be held. */
export class PartOfGraph implements GraphSource {
  readonly vocabulary: Vocabulary;
  readonly about: string;
  private readonly reader: GraphReader;
  private readonly part: Surroundings;

  constructor(vocabulary: Vocabulary, reader: GraphReader, part: Surroundings) {
    this.vocabulary = vocabulary;
    this.reader = reader;
    this.part = part;
    this.about = `What is within ${String(part.hops)} step${part.hops === 1 ? '' : 's'} of ${part.around.join(', ')}.${part.truncated === null ? '' : ` Not complete: ${part.truncated}.`}`;
  }

  async *entities(): AsyncGenerator<readonly EntityNode[]> {
    for (let at = 0; at < this.part.ids.length; at += PAGE) {
      const found = await this.reader.entities(this.part.ids.slice(at, at + PAGE));
      yield [...found.values()];
    }
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the interface is read page by page
  async *links(): AsyncGenerator<readonly Link[]> {
    for (let at = 0; at < this.part.links.length; at += PAGE) yield this.part.links.slice(at, at + PAGE);
  }

  async *claims(): AsyncGenerator<readonly Claim[]> {
    const ids = new Set(this.part.ids);
    for (let at = 0; at < this.part.ids.length; at += PAGE) {
      for await (const claims of claimsOf(this.reader, this.part.ids.slice(at, at + PAGE)))
        yield claims.filter(({ object }) => object === null || ids.has(object));
    }
  }
}

async function* claimsOf(reader: GraphReader, ids: readonly string[]): AsyncGenerator<readonly Claim[]> {
  let keys: readonly { id: string; after: Position | null }[] = ids.map((id) => ({ id, after: null }));
  while (keys.length > 0) {
    const pages = await reader.claimPages({ side: 'subject', filter: [], descending: false, first: CLAIMS }, keys);
    yield pages.flatMap(({ items }) => items);
    keys = keys.flatMap(({ id }, at) => {
      const last = pages[at]?.items.at(-1);
      return pages[at]?.more && last ? [{ id, after: { sort: placeOf(last), id: last.id } }] : [];
    });
  }
}
